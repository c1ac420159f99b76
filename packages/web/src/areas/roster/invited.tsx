import { answerInvitation, type Claims, joiningsOf, type Look } from '@goodoffices/client'
import type { Result } from '@goodoffices/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { CreateForm } from '../../identity/create-form.tsx'
import { UnlockForm } from '../../identity/unlock-form.tsx'
import type { Access, Session } from '../../session/session.ts'
import { useAccess } from '../../session/use-session.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { ViolationText } from '../../words/violation-text.tsx'
import { useWords } from '../../words/words.tsx'
import { OneJoining } from './one-joining.tsx'

type Props = {
  /** The link, or what stands on the sheet. */
  readonly text: string
  readonly session: Session | undefined
  readonly onStopped: (named: boolean) => void
  /** It was answered, or another is to be looked at. */
  readonly onSettled: () => void
}

/** What an invitation says of itself, before anything was typed or sent; and how one's own name is to be written. */
export function Invited({ text, session, onStopped, onSettled }: Props) {
  const { t } = useWords()
  const access = useAccess()
  const [looked, setLooked] = useState<Result<Look>>()
  const [sentBack, setSentBack] = useState(false)
  const look = useCallback(() => access.look(text).then(setLooked), [access, text])
  useEffect(() => void look(), [look])
  if (sentBack) return <output className="notice">{t('join.sent-back')}</output>
  if (looked === undefined) return <p className="opening">{t('join.looking')}</p>
  if (!looked.ok)
    return (
      <>
        <div className="notice notice--caution" role="alert">
          <ViolationText violation={looked.error} />
        </div>
        <div className="actions">
          <Button onPress={() => void look()}>{t('unopened.again')}</Button>
          <Button weight="text" onPress={onSettled}>
            {t('join.other')}
          </Button>
        </div>
      </>
    )
  const { mailbox, standing, claims } = looked.value
  // Whether it was answered here is known once it is unlocked.
  const isShut = isLocked(access) && (standing === 'open' || standing === 'answered')
  // Opened once more by whoever answered it here.
  const own = session && standing !== 'open' && joiningsOf(session).find(({ id }) => id === mailbox)
  if (session !== undefined && own)
    return <OneJoining session={session} joining={own} onStopped={onStopped} />
  const sendBack = (
    <SendBack text={text} isAnswered={standing === 'answered'} onDone={() => setSentBack(true)} />
  )
  return (
    <section className="form" aria-labelledby="invited">
      <h2 id="invited" className="invited__who">
        {t('join.invites', { name: claims?.by ?? t('role.mediator') })}
      </h2>
      {claims !== undefined && <ClaimsList claims={claims} />}
      {isShut && <Unlocking />}
      {standing === 'open' ? (
        !isShut && <NameForm text={text} session={session} claims={claims} onAnswered={onSettled} />
      ) : (
        <p className="notice notice--caution">
          {standing === 'answered' ? (
            t('join.answered')
          ) : standing === 'cancelled' || standing === 'expired' ? (
            <ViolationText violation={{ code: `invitation-${standing}` }} />
          ) : (
            t('join.over')
          )}
        </p>
      )}
      {(standing === 'open' || standing === 'answered') && sendBack}
    </section>
  )
}

/** Somebody's keys are here, and nobody has opened them. */
export const isLocked = (access: Access): boolean =>
  access.session() === undefined && access.standing() !== 'none'

/** INV-28: who is on the way into talks on this device is known once it is unlocked. */
export function Unlocking() {
  const { t } = useWords()
  return (
    <>
      <p className="section__hint">{t('unlock.title')}</p>
      <UnlockForm />
    </>
  )
}

function ClaimsList({ claims }: { readonly claims: Claims }) {
  const { t, moment } = useWords()
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('field.process'), claims.title],
    [t('field.institution'), claims.institution],
    [t('join.side'), claims.party],
    [t('field.role'), t(`role.${claims.role}`)],
    [t('field.expires'), moment(claims.expires)],
  ]
  return (
    <>
      <p className="section__hint">{t('join.claim')}</p>
      <dl className="facts">
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
        )}
      </dl>
    </>
  )
}

/** The guest's own spelling of the name is the one that counts; whoever is new here becomes somebody by it. */
function NameForm({
  text,
  session,
  claims,
  onAnswered,
}: {
  readonly text: string
  readonly session: Session | undefined
  readonly claims: Claims | undefined
  readonly onAnswered: () => void
}) {
  const { t } = useWords()
  const attempt = useAttempt()
  const [isNew] = useState(session === undefined)
  const [name, setName] = useState(session?.me.name ?? claims?.name ?? '')
  const begun = useRef(false)
  const { run } = attempt
  useEffect(() => {
    // Whoever came by a link and has said who they are has said that they come.
    if (!isNew || session === undefined || begun.current) return
    begun.current = true
    whenDone(
      run(() => answerInvitation(session, text, { address: location.origin })),
      onAnswered,
    )
  }, [isNew, session, text, run, onAnswered])
  if (session === undefined)
    return (
      <CreateForm
        isInvited
        label={t('join.go-on')}
        name={{ label: t('join.name'), hint: t('join.name-hint'), first: claims?.name ?? '' }}
      />
    )
  if (isNew) return <AttemptNotice attempt={attempt} />
  return (
    <ActForm
      label={t('join.go-on')}
      busyLabel={t('join.busy')}
      act={() => answerInvitation(session, text, { address: location.origin, name: name.trim() })}
      onDone={onAnswered}
      incomplete={name.trim() === ''}
    >
      <Field
        label={t('join.name')}
        hint={t('join.name-hint')}
        required
        short
        charsMax={120}
        value={name}
        onChange={setName}
      />
    </ActForm>
  )
}

function SendBack({
  text,
  isAnswered,
  onDone,
}: {
  readonly text: string
  readonly isAnswered: boolean
  readonly onDone: () => void
}) {
  const { t } = useWords()
  const access = useAccess()
  const attempt = useAttempt()
  return (
    <>
      <AttemptNotice attempt={attempt} />
      <div className="actions">
        <Button
          isDisabled={attempt.busy}
          onPress={() =>
            whenDone(
              attempt.run(() => access.sendBack(text)),
              onDone,
            )
          }
        >
          {t(isAnswered ? 'join.tell' : 'join.not-me')}
        </Button>
      </div>
    </>
  )
}
