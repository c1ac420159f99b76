import {
  arrangementFor,
  type CalendarAddition,
  calendarFile,
  fieldLines,
  meetingCard,
  sayPublicLine,
  standingName,
} from '@goodoffices/client'
import {
  fieldsSchemaOf,
  findRegister,
  isMediator,
  type Meeting,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { useState } from 'react'
import { saveFile } from '../../record/save-file.ts'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/choice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { History } from '../item/history.tsx'
import { Sayings } from '../item/sayings.tsx'
import '../item/thing-lines.css'
import './meeting.css'

type Props = { readonly room: RoomState; readonly meeting: Meeting }

/** What one room knows of a meeting; in a caucus with the card of its side, which works without a network and on paper. */
export function CardPage({ room, meeting }: Props) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const w = useWriting(room)
  const [saving, setSaving] = useState(false)
  const me = meIn(room, session)
  const mediates = me !== undefined && isMediator(me)
  const arrangement = room.kind === 'caucus' ? arrangementFor(room, meeting.item) : undefined
  const thing = meeting
  return (
    <Page title={standingOf(meeting).fields.title} lead={standingName(w, thing)} width="narrow">
      {arrangement !== undefined && <Card room={room} meeting={meeting} />}
      <div className="meeting-below no-print">
        {arrangement !== undefined && (
          <>
            <Sayings room={room} thing={arrangement} />
            <div className="actions">
              <Button weight="plain" onPress={() => print()}>
                {t('meeting.print')}
              </Button>
              <Button weight="plain" onPress={() => setSaving(true)}>
                {t('meeting.calendar')}
              </Button>
            </div>
          </>
        )}
        {mediates && room.kind === 'caucus' && (
          <div className="actions">
            <LinkButton to={`${base}/rooms/${room.id}/meeting/${meeting.item}/arrange`}>
              {t('meeting.arrange-for', { party: room.party?.name ?? '' })}
            </LinkButton>
          </div>
        )}
        <Section title={t('meeting.what')}>
          <Facts room={room} meeting={meeting} />
          <Sayings room={room} thing={thing} />
          {room.kind !== 'caucus' &&
            sayPublicLine(w, meeting.item).map(line => (
              <p key={line} className="small">
                {line}
              </p>
            ))}
        </Section>
        <History room={room} things={arrangement === undefined ? [thing] : [thing, arrangement]} />
      </div>
      {saving && <CalendarDialog room={room} meeting={meeting} onClose={() => setSaving(false)} />}
    </Page>
  )
}

function Facts({ room, meeting }: Props) {
  const w = useWriting(room)
  const register = findRegister('meeting')
  if (register === undefined) return null
  const lines = fieldLines(
    w,
    fieldsSchemaOf(register),
    { ...standingOf(meeting).fields },
    { parent: 'meeting', except: ['title'] },
  )
  return (
    <dl className="thing-lines">
      {lines.map(({ name, label, text }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd dir="auto">
            <Said text={text} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** MEET-10: big, on a phone without a network as on a sheet of A6. */
function Card({ room, meeting }: Props) {
  const w = useWriting(room)
  const arrangement = arrangementFor(room, meeting.item)
  if (arrangement === undefined) return null
  const { terms } = w.vocabulary
  const card = meetingCard(w, meeting, arrangement)
  return (
    <article className="meeting-card" aria-label={room.party?.name}>
      <p className="meeting-card__whose">
        {room.process.title} · <bdi>{room.party?.name}</bdi>
      </p>
      <p className="meeting-card__day">
        {card.day} · {terms['arrive-between']}
      </p>
      <p className="meeting-card__hours">{card.arrival}</p>
      <dl>
        {card.lines.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">
              <Said text={text} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="meeting-card__note">
        {card.zone} {terms['card-note']}
      </p>
      <p className="meeting-card__foot">{terms['card-foot']}</p>
    </article>
  )
}

/** MEET-9: what a calendar file says, and where calendars are copied to, before it is made. */
function CalendarDialog({ room, meeting, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useWords()
  const { session } = useTalks()
  const w = useWriting(room)
  const [also, setAlso] = useState<readonly CalendarAddition[]>([])
  const tick = (what: CalendarAddition) => (
    <Tick
      label={w.vocabulary.fields[what] ?? what}
      checked={also.includes(what)}
      onChange={on => setAlso(on ? [...also, what] : also.filter(each => each !== what))}
    />
  )
  return (
    <ActDialog
      title={t('meeting.calendar')}
      label={t('meeting.do-calendar')}
      act={async () => {
        const file = await calendarFile(session, w, {
          meeting,
          arrangement: arrangementFor(room, meeting.item),
          also,
        })
        if (file.ok)
          saveFile({ content: file.value, format: 'calendar', name: w.vocabulary.terms['calendar-title'] })
        return file
      }}
      onClose={onClose}
    >
      <p>{t('term.calendar-note')}</p>
      {tick('title')}
      {tick('venue')}
    </ActDialog>
  )
}
