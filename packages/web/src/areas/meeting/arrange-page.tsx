import { arrangementFor, sidesOfMeeting } from '@goodoffices/client'
import { type Arrangement, type Meeting, type PartyId, type RoomState, standingOf } from '@goodoffices/core'
import { lazy, Suspense } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { givenOf, ThingForm, usePutting } from '../fact/thing-form.tsx'
import { useFormDraft } from '../fact/use-form-draft.ts'

const ClockField = lazy(() => import('../../ui/clock-field.tsx'))

const hours = ['arrivesFrom', 'arrivesTo', 'leavesFrom', 'leavesTo'] as const
const places = ['entrance', 'waitingRoom', 'ownRoom', 'interpreter', 'escort', 'route'] as const
const longer = ['access', 'exitPlan'] as const

type Props = {
  readonly room: RoomState
  readonly meeting: Meeting
  /** At the desk: for whom it is planned. */
  readonly party?: PartyId
}

/** How one side comes and goes: planned at the desk, or put in its caucus, where it reads it. */
export function ArrangePage({ room, meeting, party }: Props) {
  const { t } = useWords()
  const { session, process, base, desk } = useTalks()
  const w = useWriting(room)
  const label = (name: string): string => w.vocabulary.fields[name] ?? name
  const atDesk = room.kind === 'desk'
  const side = sideOf()
  const known = atDesk
    ? side?.isSent === true
      ? undefined
      : side?.arrangement
    : arrangementFor(room, meeting.item)
  const before = known ?? side?.arrangement
  const fields = before === undefined ? undefined : standingOf(before).fields
  const { texts, set, forget } = useFormDraft(
    session,
    `arrangement ${room.id} ${meeting.item} ${party ?? ''}`,
    initialOf(fields),
  )
  const putting = usePutting('arrangement', known)
  const act = putting.act({
    meeting: meeting.item,
    ...(atDesk && party !== undefined ? { party } : {}),
    ...givenOf(texts, [...hours, ...places, ...longer]),
    ...sessionOf(texts),
  })
  const name = (atDesk ? side?.party.name : room.party?.name) ?? ''
  const back =
    atDesk || desk === undefined ? `${base}/rooms/${room.id}/meeting/${meeting.item}` : `${base}/desk`
  const clock = (field: (typeof hours)[number] | 'begins' | 'ends', text = label(field)) => (
    <ClockField label={text} value={texts[field] as never} onChange={value => set({ [field]: value })} />
  )
  return (
    <Page
      width="narrow"
      title={t('meeting.arrange-for', { party: name })}
      lead={t(atDesk ? 'meeting.arrange-desk' : 'meeting.arrange-lead', { party: name })}
    >
      <ThingForm
        room={room}
        putting={putting}
        act={act}
        label={t(atDesk ? 'meeting.do-plan' : 'meeting.do-send')}
        incomplete={texts.entrance.trim() === '' || texts.ownRoom.trim() === ''}
        forget={forget}
        done={back}
        back={back}
      >
        <Suspense>
          <div className="pair">
            {clock('arrivesFrom')}
            {clock('arrivesTo')}
          </div>
          <div className="pair">
            {clock('begins', t('meeting.session-begins'))}
            {clock('ends', t('meeting.session-ends'))}
          </div>
          <div className="pair">
            {clock('leavesFrom')}
            {clock('leavesTo')}
          </div>
        </Suspense>
        {places.map(field => (
          <Field
            key={field}
            label={label(field)}
            {...(field === 'entrance' || field === 'ownRoom' ? { required: true } : { optional: true })}
            value={texts[field]}
            onChange={value => set({ [field]: value })}
          />
        ))}
        {longer.map(field => (
          <Field
            key={field}
            label={label(field)}
            optional
            lines={3}
            value={texts[field]}
            onChange={value => set({ [field]: value })}
          />
        ))}
      </ThingForm>
    </Page>
  )

  /** At the desk the side named; in a caucus that caucus, with what the desk has planned for it. */
  function sideOf() {
    const meetings = Object.values(desk?.items ?? {}).filter(({ register }) => register === 'meeting')
    return (meetings as unknown as readonly Meeting[])
      .flatMap(each => sidesOfMeeting(session, process.process, each))
      .find(each =>
        atDesk
          ? each.party.party === party
          : each.caucus.id === room.id && each.meeting?.item === meeting.item,
      )
  }
}

type Fields = ReturnType<typeof standingOf<Arrangement['revisions'][number]['fields']>>['fields'] | undefined

const initialOf = (fields: Fields) => ({
  arrivesFrom: (fields?.arrivesFrom ?? '09:40') as string,
  arrivesTo: (fields?.arrivesTo ?? '09:50') as string,
  begins: (fields?.sessions?.[0]?.begins ?? '10:15') as string,
  ends: (fields?.sessions?.[0]?.ends ?? '11:15') as string,
  leavesFrom: (fields?.leavesFrom ?? '18:20') as string,
  leavesTo: (fields?.leavesTo ?? '18:30') as string,
  entrance: fields?.entrance ?? '',
  waitingRoom: fields?.waitingRoom ?? '',
  ownRoom: fields?.ownRoom ?? '',
  interpreter: fields?.interpreter ?? '',
  escort: fields?.escort ?? '',
  route: fields?.route ?? '',
  access: fields?.access ?? '',
  exitPlan: fields?.exitPlan ?? '',
})

/** The first time with the mediators; none where it would end before it begins. */
const sessionOf = ({ begins, ends }: ReturnType<typeof initialOf>) =>
  begins < ends ? { sessions: [{ begins, ends }] } : {}
