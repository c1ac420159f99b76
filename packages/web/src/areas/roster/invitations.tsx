import {
  cancelInvitation,
  completeInvitation,
  type Everywhere,
  invitationsOf,
  previewCompletion,
} from '@goodoffices/client'
import { isMediator } from '@goodoffices/core'
import { useState } from 'react'
import type { Invitation } from '../../session/session.ts'
import { RoomsReport } from '../../talks/rooms-report.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'
import { useFirstRead } from '../eyes/use-first-read.tsx'
import { ComparisonCode } from './comparison-code.tsx'
import { InvitationDialog } from './invitation-sheet.tsx'
import { partiesIn } from './people.ts'
import { useNamed } from './use-named.tsx'

type Unsettled = Invitation & {
  readonly standing: Exclude<Invitation['standing'], 'completed' | 'cancelled'>
}

/** Whether nobody has come in by it and nobody has cancelled it. */
const isUnsettled = (invitation: Invitation): invitation is Unsettled =>
  invitation.standing !== 'completed' && invitation.standing !== 'cancelled'

/** Each invitation, and how it stands: first what is open, the digits to read where one has been answered. */
export function Invitations() {
  const { t } = useWords()
  const { session, process } = useTalks()
  const all = invitationsOf(session, process.process)
  const open = all.filter(isUnsettled)
  const earlier = all.filter(each => !isUnsettled(each))
  const [completed, setCompleted] = useState<Everywhere>()
  return (
    <>
      {completed !== undefined && (
        <RoomsReport session={session} decided={completed} onEnd={() => setCompleted(undefined)} />
      )}
      {open.length > 0 && (
        <ul className="rows">
          {open.map(invitation => (
            <li key={invitation.id}>
              <OneInvitation invitation={invitation} onCompleted={setCompleted} />
            </li>
          ))}
        </ul>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t('invite.earlier')}</summary>
          <ul className="rows">
            {earlier.map(invitation => (
              <li key={invitation.id}>
                <Whom invitation={invitation} />
                <p className="small quiet">{t(`invite.${invitation.standing}`)}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** The name, the role and the side. */
function Whom({ invitation }: { readonly invitation: Invitation }) {
  const { t, locale } = useWords()
  const { rooms } = useTalks()
  const party = partiesIn(rooms, locale).find(card => card.party === invitation.party)
  return (
    <p>
      <bdi>{invitation.name}</bdi>{' '}
      <span className="quiet">
        · {t(`role.${invitation.role}`)}
        {party !== undefined && (
          <>
            {' · '}
            <bdi>{party.name}</bdi>
          </>
        )}
      </span>
    </p>
  )
}

type OneProps = { readonly invitation: Unsettled; readonly onCompleted: (decided: Everywhere) => void }

function OneInvitation({ invitation, onCompleted }: OneProps) {
  const { t } = useWords()
  const { session, mediates } = useTalks()
  const attempt = useAttempt()
  const named = useNamed()
  const [shown, setShown] = useState(false)
  const [knownAs, setKnownAs] = useState('')
  const other = knownAs.trim() === '' ? {} : { knownAs: knownAs.trim() }
  const { standing, spelled = invitation.name, post, institution } = invitation
  // INV-29: by the name that the others will read.
  const isMet = isMediator(invitation) && (standing === 'answered' || standing === 'introduced')
  const eyes = useFirstRead(
    isMet
      ? {
          door: 'bring',
          name: spelled,
          ...(post === undefined ? {} : { post }),
          ...(institution === undefined ? {} : { institution }),
        }
      : undefined,
  )
  return (
    <div className="invitation">
      <Whom invitation={invitation} />
      <p className="small quiet">{t(`invite.${standing}`)}</p>
      {standing === 'answered' && invitation.hasDiffered && (
        <p className="notice notice--caution">{t('invite.differed-once')}</p>
      )}
      {invitation.spelled !== undefined && <p>{t('invite.spelled', { name: invitation.spelled })}</p>}
      {invitation.contested && <p className="notice notice--caution">{t('invite.contested')}</p>}
      {(standing === 'answered' || standing === 'introduced') && invitation.code !== undefined && (
        <>
          <ComparisonCode code={invitation.code} who={invitation.name} />
          {invitation.party !== undefined && mediates && (
            <Field
              label={t('invite.known-as')}
              hint={t('invite.known-as-hint')}
              optional
              charsMax={120}
              value={knownAs}
              onChange={setKnownAs}
            />
          )}
          {eyes.shown}
          <div className="actions">
            <Button
              weight="main"
              isDisabled={attempt.busy || standing === 'answered' || invitation.contested || eyes.held}
              onPress={() =>
                whenDone(
                  attempt.run(() =>
                    named.go({
                      look: () => previewCompletion(session, invitation.id, other.knownAs),
                      bring: accepted => completeInvitation(session, invitation.id, { accepted, ...other }),
                    }),
                  ),
                  onCompleted,
                )
              }
            >
              {t('invite.let-in')}
            </Button>
            <Button
              isDisabled={attempt.busy}
              onPress={() => void attempt.run(() => cancelInvitation(session, invitation.id))}
            >
              {t('code.differs')}
            </Button>
          </div>
        </>
      )}
      {standing !== 'answered' && standing !== 'introduced' && (
        <div className="actions">
          {standing === 'sent' && (
            <Button weight="text" onPress={() => setShown(true)}>
              {t('invite.show')}
            </Button>
          )}
          <Button
            weight="text"
            isDisabled={attempt.busy}
            onPress={() => void attempt.run(() => cancelInvitation(session, invitation.id))}
          >
            {t('invite.cancel')}
          </Button>
        </div>
      )}
      <AttemptNotice attempt={attempt} />
      {named.shown}
      {shown && <InvitationDialog invitation={invitation} onClose={() => setShown(false)} />}
    </div>
  )
}
