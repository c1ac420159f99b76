import { askNotice, confirmNotice, endNotice } from '@goodoffices/client'
import { useState } from 'react'
import type { Session } from '../session/session.ts'
import { ActForm } from '../ui/act-form.tsx'
import { AttemptNotice, useAttempt } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words/words.tsx'
import type { Notices } from './use-notices.ts'

type Props = {
  readonly session: Session
  readonly notices: Notices | undefined
  readonly refresh: () => Promise<void>
  readonly delayed: boolean
}

/** Told by e-mail: an address, the code that came to it, or where mails go now. */
export function MailForm({ session, notices, refresh, delayed }: Props) {
  const { t, language } = useWords()
  const [address, setAddress] = useState('')
  const [code, setCode] = useState('')
  const end = useAttempt()
  const own = notices?.all.find(({ way, isOwn }) => isOwn && way === 'mail')
  const isOffered = notices?.offered.mail === true
  const stop = own !== undefined && (
    <Button
      weight="text"
      isDisabled={end.busy}
      onPress={() => void end.run(() => endNotice(session, own.name)).then(refresh)}
    >
      {t('told.stop')}
    </Button>
  )
  return (
    <fieldset className="told__mail">
      <legend>{t('told.mail')}</legend>
      <p className="small quiet">{t('told.mail-who')}</p>
      {notices !== undefined && !isOffered && <output className="small">{t('told.not-offered')}</output>}
      {own === undefined && isOffered && (
        <ActForm
          label={t('told.send-code')}
          weight="plain"
          incomplete={address === ''}
          act={() => askNotice(session, { way: 'mail', address: address.trim(), language, delayed })}
          onDone={() => void refresh()}
        >
          <Field label={t('told.address')} value={address} onChange={setAddress} autoComplete="email" />
        </ActForm>
      )}
      {own?.awaits === true && (
        <ActForm
          label={t('told.confirm')}
          weight="plain"
          incomplete={code === ''}
          act={() => confirmNotice(session, own.name, code)}
          onDone={() => void refresh()}
          beside={stop}
        >
          <p className="small">{t('told.code-sent', { address: own.address })}</p>
          <Field label={t('told.code')} value={code} onChange={setCode} autoComplete="one-time-code" short />
        </ActForm>
      )}
      {own?.awaits === false && (
        <div className="row">
          <output>{t('told.mail-on', { address: own.address })}</output>
          <div className="actions">{stop}</div>
        </div>
      )}
      <AttemptNotice attempt={end} />
    </fieldset>
  )
}
