import { phraseWords, type Recognised, recognise, recogniseFile, whereListed } from '@goodoffices/client'
import { ok, type Result } from '@goodoffices/core'
import { useCallback, useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useNavigate } from '../route/route.tsx'
import { useSecretLink } from '../route/secret-link.ts'
import type { DeviceLink } from '../session/session.ts'
import { useAccess } from '../session/use-session.tsx'
import { RoomsReport } from '../talks/rooms-report.tsx'
import { ActForm } from '../ui/act-form.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useWords } from '../words/words.tsx'
import { Linking } from './linking.tsx'
import { chosenOf, isSettled, PassphraseFields, useNewPassphrase } from './passphrase-fields.tsx'
import { readPicture } from './read-picture.ts'

type Kind = Recognised['kind']
/** What leads nowhere here, and is said to. */
type Elsewhere = Exclude<Kind, 'phrase' | 'mistyped' | 'device-link'>

const leadsOn: readonly Kind[] = ['phrase', 'mistyped', 'device-link']

/** RING-25: one field for whatever brings somebody back, which says what it takes it for. */
export function HeldForm() {
  const { t } = useWords()
  const access = useAccess()
  const navigate = useNavigate()
  const [given, setGiven] = useSecretLink()
  const [file, setFile] = useState<Elsewhere>()
  const [passphrase, setPassphrase] = useNewPassphrase()
  const [reached, setReached] = useState<'inside' | DeviceLink>()
  const goHome = useCallback(() => navigate({ to: '/' }), [navigate])
  const session = access.session()
  if (reached === 'inside' && session !== undefined)
    return <RoomsReport session={session} decided={whereListed(session, session.me.device)} onEnd={goHome} />
  if (reached !== undefined && reached !== 'inside') return <Linking link={reached} />
  const held = recognise(given)
  const come = async (): Promise<Result<'inside' | DeviceLink>> => {
    const chosen = chosenOf(passphrase)
    if (held.kind === 'mistyped') return { ok: false, error: held.violation }
    if (held.kind !== 'phrase') return access.link(given.trim(), chosen.passphrase)
    const returned = await access.recover({ phrase: held.phrase, ...chosen })
    if (returned.ok) return ok('inside')
    // Words do not say whether they are of recovery or of an offer to another device.
    const linked =
      returned.error.code === 'phrase-unknown-here'
        ? await access.link(held.phrase, chosen.passphrase)
        : undefined
    return linked?.ok === true ? linked : returned
  }
  const take = async (chosen: File): Promise<void> => {
    const read = chosen.type.startsWith('image/')
      ? { text: await readPicture(chosen).catch(() => undefined) }
      : recogniseFile(new Uint8Array(await chosen.arrayBuffer()))
    const kind =
      read.text === undefined ? ('kind' in read ? read.kind : 'nothing') : recognise(read.text).kind
    setGiven(leadsOn.includes(kind) ? (read.text ?? '') : '')
    setFile(leadsOn.includes(kind) ? undefined : (kind as Elsewhere))
  }
  const elsewhere =
    file ?? (given.trim() !== '' && !leadsOn.includes(held.kind) ? (held.kind as Elsewhere) : undefined)
  return (
    <ActForm
      label={t('recover.do')}
      busyLabel={t('recover.busy')}
      act={come}
      incomplete={!leadsOn.includes(held.kind) || !isSettled(passphrase)}
      onDone={setReached}
      beside={
        <LinkButton weight="text" to="/">
          {t('do.cancel')}
        </LinkButton>
      }
    >
      <Field
        label={t('recover.held')}
        hint={t('recover.held-hint', { count: phraseWords })}
        lines={3}
        value={given}
        onChange={text => {
          setGiven(text)
          setFile(undefined)
        }}
      />
      <div className="actions">
        <FileTrigger
          acceptedFileTypes={['image/*', 'text/plain', '.txt', '.record', '.db']}
          onSelect={files => {
            const chosen = files?.item(0)
            if (chosen !== null && chosen !== undefined) void take(chosen)
          }}
        >
          <Button>{t('recover.picture')}</Button>
        </FileTrigger>
      </div>
      <div aria-live="polite">
        {elsewhere !== undefined && (
          <p className="notice notice--caution">
            {t(`recover.is-${elsewhere}`)}
            {elsewhere === 'invitation' && (
              <>
                {' '}
                <LinkButton weight="text" to="/join">
                  {t('join.title')}
                </LinkButton>
              </>
            )}
          </p>
        )}
        {(held.kind === 'phrase' || held.kind === 'device-link') && (
          <p className="notice">{t(`recover.is-${held.kind}`)}</p>
        )}
      </div>
      <PassphraseFields value={passphrase} onChange={setPassphrase} />
    </ActForm>
  )
}
