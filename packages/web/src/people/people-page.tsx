import {
  isMediator,
  isPresent,
  type Member,
  type MemberId,
  type PartyCard,
  type RoomState,
} from '@goodoffices/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTalks } from '../talks/talks.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { SheetDialog } from '../ui/sheet-dialog.tsx'
import { useWords } from '../words/words.tsx'
import { AddPartyDialog } from './add-party-dialog.tsx'
import { GroupDialog } from './group-dialog.tsx'
import { Invitations } from './invitations.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { TermsSection } from './terms-section.tsx'
import './people.css'

/** Who is there, as far as the reader's rooms show it; and bringing in, taking out, handing over. */
export function PeoplePage() {
  const { t } = useWords()
  const talks = useTalks()
  const { session, process, rooms, mediates, caucuses } = talks
  const navigate = useNavigate()
  const attempt = useAttempt()
  const [open, setOpen] = useState<'invite' | 'party' | 'group' | 'leave'>()
  const me = talks.desk?.members[session.me.member] ?? findMe(rooms, session.me.member)
  const isLead = me?.role === 'lead'
  const people = everyone(rooms)
  const parties = partiesOf(rooms)
  const mayInvite = mediates || me?.role === 'principal' || me?.role === 'head'
  const hasDelegation = rooms.some(room => room.kind === 'delegation')
  return (
    <Page title={t('people.title')} lead={t('people.lead')} width="narrow">
      <Section title={t('people.mediators')}>
        <Roster people={people.filter(isMediator)} isLead={isLead} />
      </Section>
      {parties.map(party => (
        <Section
          key={party.party}
          title={party.name}
          hint={[
            party.kind === 'third' && party.thirdRole !== undefined ? t(`role.${party.thirdRole}`) : '',
            party.account ? '' : t('desk.without-account'),
            party.hidden ? t('party.hidden') : '',
          ]
            .filter(text => text !== '')
            .join(' · ')}
        >
          <Roster people={people.filter(person => person.party === party.party)} isLead={isLead} />
        </Section>
      ))}
      {mayInvite && (
        <Section title={t('invite.title')} hint={t('invite.hint')}>
          <Invitations />
          <div className="actions">
            <Button weight="main" onPress={() => setOpen('invite')}>
              {t('invite.open')}
            </Button>
            {mediates && (
              <>
                <Button onPress={() => setOpen('party')}>{t('party.add')}</Button>
                <Button onPress={() => setOpen('group')}>{t('group.open')}</Button>
              </>
            )}
            {!mediates && !hasDelegation && (
              <Button onPress={() => void attempt.run(() => session.openDelegation(process.process))}>
                {t('delegation.open')}
              </Button>
            )}
          </div>
        </Section>
      )}
      <AttemptNotice attempt={attempt} />
      <TermsSection isLead={isLead} />
      <Section title={t('people.leaving')} hint={t(isLead ? 'people.lead-first' : 'people.leaving-hint')}>
        <div className="actions">
          <Button isDisabled={isLead} onPress={() => setOpen('leave')}>
            {t('people.leave')}
          </Button>
        </div>
      </Section>
      {open === 'invite' && (
        <InviteDialog
          parties={mediates ? parties : parties.filter(party => party.party === process.party)}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'party' && <AddPartyDialog onClose={() => setOpen(undefined)} />}
      {open === 'group' && (
        <GroupDialog
          people={people.filter(person => person.member !== session.me.member)}
          caucuses={caucuses}
          onClose={() => setOpen(undefined)}
        />
      )}
      <SheetDialog title={t('people.leave')} open={open === 'leave'} onClose={() => setOpen(undefined)}>
        <p>{t('people.leave-sure')}</p>
        <AttemptNotice attempt={attempt} />
        <div className="actions">
          <Button
            weight="main"
            isDisabled={attempt.busy}
            onPress={() =>
              whenDone(
                attempt.run(() => session.leave(process.process)),
                () => void navigate({ to: '/' }),
              )
            }
          >
            {t('people.leave')}
          </Button>
          <Button weight="text" onPress={() => setOpen(undefined)}>
            {t('do.cancel')}
          </Button>
        </div>
      </SheetDialog>
    </Page>
  )
}

const findMe = (rooms: readonly RoomState[], me: MemberId): Member | undefined =>
  rooms.flatMap(room => Object.values(room.members)).find(person => person.member === me)

/** Everybody present in any room the reader holds, each once. */
function everyone(rooms: readonly RoomState[]): readonly Member[] {
  const people = new Map<MemberId, Member>()
  for (const room of rooms) {
    for (const person of Object.values(room.members)) {
      if (isPresent(person)) people.set(person.member, person)
    }
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name))
}

function partiesOf(rooms: readonly RoomState[]): readonly PartyCard[] {
  const parties = new Map<PartyCard['party'], PartyCard>()
  for (const room of rooms) {
    for (const card of Object.values(room.parties)) parties.set(card.party, card)
    if (room.party !== undefined) parties.set(room.party.party, room.party)
  }
  return [...parties.values()].sort((a, b) => a.name.localeCompare(b.name))
}

type RosterProps = { readonly people: readonly Member[]; readonly isLead: boolean }

function Roster({ people, isLead }: RosterProps) {
  const { t } = useWords()
  const { session, process, mediates } = useTalks()
  const attempt = useAttempt()
  const [asked, setAsked] = useState<{ readonly what: 'remove' | 'lead'; readonly person: Member }>()
  if (people.length === 0) return <p className="quiet">{t('people.none')}</p>
  const does = () =>
    attempt.run<unknown>(() =>
      asked?.what === 'lead'
        ? session.handOverLead(process.process, asked.person.member)
        : session.removeMember(process.process, asked?.person.member ?? session.me.member),
    )
  return (
    <>
      <ul className="rows">
        {people.map(person => (
          <li key={person.member} className="person">
            <p>
              <bdi>{person.name}</bdi>
              {person.member === session.me.member && <span className="quiet"> · {t('people.you')}</span>}
            </p>
            <p className="small quiet">
              {t(`role.${person.role}`)}
              {person.post !== undefined && (
                <>
                  {' · '}
                  <bdi>{person.post}</bdi>
                </>
              )}
            </p>
            {person.member !== session.me.member && mediates && (
              <div className="actions">
                {isLead && person.role === 'mediator' && (
                  <Button weight="text" onPress={() => setAsked({ what: 'lead', person })}>
                    {t('people.hand-over')}
                  </Button>
                )}
                {person.role !== 'lead' && (
                  <Button weight="text" onPress={() => setAsked({ what: 'remove', person })}>
                    {t('people.remove')}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {asked !== undefined && (
        <SheetDialog
          title={t(asked.what === 'lead' ? 'people.hand-over' : 'people.remove')}
          open
          onClose={() => setAsked(undefined)}
        >
          <p>
            {t(asked.what === 'lead' ? 'people.hand-over-sure' : 'people.remove-sure', {
              name: asked.person.name,
            })}
          </p>
          <AttemptNotice attempt={attempt} />
          <div className="actions">
            <Button
              weight="main"
              isDisabled={attempt.busy}
              onPress={() => whenDone(does(), () => setAsked(undefined))}
            >
              {t(asked.what === 'lead' ? 'people.hand-over' : 'people.remove')}
            </Button>
            <Button weight="text" onPress={() => setAsked(undefined)}>
              {t('do.cancel')}
            </Button>
          </div>
        </SheetDialog>
      )}
    </>
  )
}
