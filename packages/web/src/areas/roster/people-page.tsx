import { leaveProcess, mayOpenCaucus, openCaucus, openDelegation } from '@goodoffices/client'
import { isMediator, leadsParty } from '@goodoffices/core'
import { useState } from 'react'
import { useNavigate } from '../../route/route.tsx'
import { RoomsDialog } from '../../talks/rooms-report.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { EyesSection } from '../eyes/eyes-section.tsx'
import { TermsSection } from '../mandate/terms-section.tsx'
import { Institutions } from '../team/institutions.tsx'
import { AddPartyDialog } from './add-party-dialog.tsx'
import { GroupDialog } from './group-dialog.tsx'
import { Invitations } from './invitations.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { everyoneIn, nameableOf, partiesIn } from './people.ts'
import { Roster } from './roster.tsx'
import './people.css'
import { How } from '../../talks/how.tsx'

/** Who is there, as far as the reader's rooms show it; and bringing in, taking out, handing over. */
export function PeoplePage() {
  const words = useWords()
  const { t, locale } = words
  const { session, process, base, rooms, desk } = useTalks()
  const navigate = useNavigate()
  const attempt = useAttempt()
  const [open, setOpen] = useState<'invite' | 'party' | 'group' | 'leave'>()
  const close = () => setOpen(undefined)
  const seats = rooms.flatMap(room => (room.kind === 'private' ? [] : (meIn(room, session) ?? [])))
  const isLead = desk !== undefined && meIn(desk, session)?.role === 'lead'
  const leads = seats.some(leadsParty)
  const people = everyoneIn(rooms, locale)
  const parties = partiesIn(rooms, locale)
  const nameable = nameableOf(people, parties).filter(person => person.member !== session.me.member)
  const hasDelegation = rooms.some(room => room.kind === 'delegation')
  return (
    <Page title={t('people.title')} lead={t('people.lead')} width="narrow">
      <Section title={t('people.mediators')}>
        <Roster people={people.filter(isMediator)} />
      </Section>
      {parties.map(party => (
        <Section
          key={party.party}
          title={party.name}
          hint={[
            party.kind === 'third' && party.thirdRole !== undefined ? t(`role.${party.thirdRole}`) : '',
            party.account ? '' : t('desk.without-account'),
            party.hidden ? t('field.hidden') : '',
          ]
            .filter(text => text !== '')
            .join(' · ')}
        >
          <Roster people={people.filter(person => person.party === party.party)} />
          {desk !== undefined && mayOpenCaucus(session, desk, party.party) && (
            <div className="actions">
              <p className="quiet">{t('caucus.gone')}</p>
              <Button
                isDisabled={attempt.busy}
                onPress={() =>
                  whenDone(
                    attempt.run(() => openCaucus(session, process.process, party.party)),
                    room => navigate({ to: `${base}/rooms/${room}` }),
                  )
                }
              >
                {t('caucus.open')}
              </Button>
            </div>
          )}
        </Section>
      ))}
      {(desk !== undefined || leads) && (
        <Section title={t('invite.title')} hint={t('invite.hint')}>
          <Invitations />
          <div className="actions">
            <Button weight="main" onPress={() => setOpen('invite')}>
              {t('invite.open')}
            </Button>
            {desk !== undefined && (
              <>
                <Button onPress={() => setOpen('party')}>{t('party.add')}</Button>
                {nameable.length > 0 && <Button onPress={() => setOpen('group')}>{t('group.open')}</Button>}
              </>
            )}
            {leads && !hasDelegation && (
              <Button
                isDisabled={attempt.busy}
                onPress={() =>
                  whenDone(
                    attempt.run(() => openDelegation(session, process.process)),
                    room => navigate({ to: `${base}/rooms/${room}` }),
                  )
                }
              >
                {t('delegation.open')}
              </Button>
            )}
          </div>
          <AttemptNotice attempt={attempt} />
        </Section>
      )}
      <Institutions />
      <TermsSection isLead={isLead} />
      <EyesSection isLead={isLead} />
      {seats.length > 0 && (
        <Section title={t('people.leaving')} hint={t(isLead ? 'people.lead-first' : 'people.leaving-hint')}>
          <div className="actions">
            <Button isDisabled={isLead} onPress={() => setOpen('leave')}>
              {t('people.leave')}
            </Button>
          </div>
        </Section>
      )}
      {open === 'invite' && (
        <InviteDialog
          parties={desk === undefined ? parties.filter(party => party.party === process.party) : parties}
          onClose={close}
        />
      )}
      {open === 'party' && <AddPartyDialog onClose={close} />}
      {open === 'group' && desk !== undefined && (
        <GroupDialog desk={desk} people={nameable} onClose={close} />
      )}
      {open === 'leave' && (
        <RoomsDialog
          session={session}
          title={t('people.leave')}
          act={() => leaveProcess(session, process.process)}
          onClose={close}
          onDone={() => navigate({ to: '/' })}
        >
          <p>{t('people.leave-sure')}</p>
        </RoomsDialog>
      )}
      <How of="people" />
    </Page>
  )
}
