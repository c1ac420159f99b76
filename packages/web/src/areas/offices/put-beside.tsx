import { choiceOf, issuesIn, nameOfIssue } from '@goodoffices/client'
import {
  type ItemFields,
  type ItemId,
  isMediator,
  isPresent,
  type RegisterItem,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { LostPage } from '../../frame/lost-page.tsx'
import { useParams } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Selection, Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { DayText, givenOf, ThingForm, usePutting } from '../item/thing-form.tsx'
import { useFormDraft } from '../item/use-form-draft.ts'

/** A portfolio, another track, somebody's safety: put where the mediators or a delegation keep such things, or worded anew there. */
export function PutBesideScreen() {
  const { register, thing: id } = useParams()
  return (
    <InRoom>
      {room => {
        const thing = id === undefined ? undefined : room.items[id as ItemId]
        return id !== undefined && thing === undefined ? (
          <LostPage />
        ) : (
          <PutForm
            key={`${room.id} ${id ?? register ?? ''}`}
            room={room}
            register={thing?.register ?? register}
            thing={thing}
          />
        )
      }}
    </InRoom>
  )
}

function PutForm({ room, register, thing }: Props & { readonly register: string | undefined }) {
  if (register === 'track' && (room.kind === 'desk' || room.kind === 'delegation'))
    return <PutTrack room={room} thing={thing} />
  if (room.kind !== 'desk') return <LostPage />
  if (register === 'portfolio') return <PutPortfolio room={room} thing={thing} />
  return register === 'safety' ? <PutSafety room={room} thing={thing} /> : <LostPage />
}

type Props = { readonly room: RoomState; readonly thing: RegisterItem | undefined }

/** Ids beside each other, names a line each. */
function textOf(value: unknown, name: string): string {
  if (Array.isArray(value)) return value.join(name === 'forIssues' ? '\n' : ' ')
  return typeof value === 'string' ? value : ''
}

/** What stands of it, as the texts of its form. */
function standingTexts<K extends string>(
  thing: RegisterItem | undefined,
  empty: Readonly<Record<K, string>>,
): Readonly<Record<K, string>> {
  if (thing === undefined) return empty
  const { fields } = standingOf(thing)
  const names = Object.keys(empty) as K[]
  return Object.fromEntries(names.map(name => [name, textOf(fields[name], name)])) as Record<K, string>
}

const backFrom = (base: string, room: RoomState): string =>
  room.kind === 'desk' ? `${base}/who-does-what` : `${base}/rooms/${room.id}`

const states = ['proposed', 'active', 'dormant', 'closed'] as const
const relations = ['parallel', 'competing', 'merged', 'under'] as const

function PutTrack({ room, thing }: Props) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const w = useWriting(room)
  const label = (name: string): string => w.vocabulary.fields[name] ?? name
  const { texts, set, forget } = useFormDraft(
    session,
    `track ${room.id} ${thing?.item ?? ''}`,
    standingTexts(thing, {
      trackOf: '',
      trackAbout: '',
      trackState: 'active',
      relation: 'parallel',
      contactPerson: '',
      sharing: '',
      heardFrom: '',
    }),
  )
  const putting = usePutting('track', thing)
  const fields: ItemFields = {
    trackOf: texts.trackOf.trim(),
    trackState: texts.trackState,
    relation: texts.relation,
    ...givenOf(texts, ['trackAbout', 'contactPerson', 'sharing', 'heardFrom']),
  }
  const back = backFrom(base, room)
  const text = (name: 'trackAbout' | 'contactPerson' | 'sharing' | 'heardFrom', lines?: number) => (
    <Field
      label={label(name)}
      optional
      {...(lines === undefined ? {} : { lines })}
      value={texts[name]}
      onChange={value => set({ [name]: value })}
    />
  )
  return (
    <Page width="narrow" title={t('offices.put-track')} lead={t('offices.track-lead')}>
      <ThingForm
        room={room}
        putting={putting}
        act={putting.act(fields)}
        label={t('offices.do-keep')}
        incomplete={texts.trackOf.trim() === ''}
        forget={forget}
        done={back}
        back={back}
      >
        <Field
          label={label('trackOf')}
          required
          value={texts.trackOf}
          onChange={trackOf => set({ trackOf })}
        />
        {text('trackAbout')}
        <Selection
          label={label('trackState')}
          value={texts.trackState}
          onChange={trackState => set({ trackState })}
          options={states.map(id => ({ id, label: choiceOf(w, `trackState.${id}`) }))}
        />
        <Selection
          label={label('relation')}
          value={texts.relation}
          onChange={relation => set({ relation })}
          options={relations.map(id => ({ id, label: choiceOf(w, `relation.${id}`) }))}
        />
        {text('contactPerson')}
        {text('sharing', 3)}
        {text('heardFrom', 2)}
      </ThingForm>
    </Page>
  )
}

function PutPortfolio({ room, thing }: Props) {
  const { t } = useWords()
  const { session, base, caucuses } = useTalks()
  const w = useWriting(room)
  const label = (name: string): string => w.vocabulary.fields[name] ?? name
  const people = Object.values(room.members).filter(each => isPresent(each) && isMediator(each))
  const { texts, set, forget } = useFormDraft(
    session,
    `portfolio ${room.id} ${thing?.item ?? ''}`,
    standingTexts(thing, {
      inHandsOf: '',
      duties: '',
      forParties: '',
      issues: '',
      forIssues: '',
      fromDay: '',
      untilDay: '',
    }),
  )
  const parties = texts.forParties.split(' ').filter(each => each !== '')
  const { table } = useTalks()
  const agenda = new Map(
    [...issuesIn(room), ...(table === undefined ? [] : issuesIn(table))].map(each => [each.item, each]),
  )
  const issues = [...agenda.keys()].filter(each => texts.issues.split(' ').includes(each))
  const others = texts.forIssues
    .split('\n')
    .map(each => each.trim())
    .filter(each => each !== '')
  const putting = usePutting('portfolio', thing)
  const fields: ItemFields = {
    inHandsOf: texts.inHandsOf,
    duties: texts.duties.trim(),
    ...(parties.length === 0 ? {} : { forParties: parties }),
    ...(issues.length === 0 ? {} : { issues }),
    ...(others.length === 0 ? {} : { forIssues: others }),
    ...givenOf(texts, ['fromDay', 'untilDay']),
  }
  const back = backFrom(base, room)
  return (
    <Page width="narrow" title={t('offices.put-portfolio')} lead={t('offices.portfolio-hint')}>
      <ThingForm
        room={room}
        putting={putting}
        act={putting.act(fields)}
        label={t('offices.do-keep')}
        incomplete={texts.inHandsOf === '' || texts.duties.trim() === ''}
        forget={forget}
        done={back}
        back={back}
      >
        <Selection
          label={label('inHandsOf')}
          value={texts.inHandsOf === '' ? undefined : texts.inHandsOf}
          onChange={inHandsOf => set({ inHandsOf })}
          options={people.map(({ member, name }) => ({ id: member as string, label: name }))}
        />
        <Field label={label('duties')} required value={texts.duties} onChange={duties => set({ duties })} />
        <fieldset className="choices">
          <legend className="field__label">{label('forParties')}</legend>
          {caucuses.flatMap(({ party }) =>
            party === undefined
              ? []
              : [
                  <Tick
                    key={party.party}
                    label={<bdi>{party.name}</bdi>}
                    checked={parties.includes(party.party)}
                    onChange={on =>
                      set({
                        forParties: (on
                          ? [...parties, party.party]
                          : parties.filter(each => each !== party.party)
                        ).join(' '),
                      })
                    }
                  />,
                ],
          )}
        </fieldset>
        {agenda.size > 0 && (
          <fieldset className="choices">
            <legend className="field__label">{label('issues')}</legend>
            {[...agenda.values()].map(each => (
              <Tick
                key={each.item}
                label={<bdi>{nameOfIssue(w, standingOf(each).fields)}</bdi>}
                checked={issues.includes(each.item)}
                onChange={on =>
                  set({
                    issues: (on ? [...issues, each.item] : issues.filter(id => id !== each.item)).join(' '),
                  })
                }
              />
            ))}
          </fieldset>
        )}
        <Field
          label={label('forIssues')}
          hint={t('offices.one-a-line')}
          optional
          lines={3}
          value={texts.forIssues}
          onChange={forIssues => set({ forIssues })}
        />
        <div className="pair">
          <DayText label={label('fromDay')} value={texts.fromDay} onChange={fromDay => set({ fromDay })} />
          <DayText
            label={label('untilDay')}
            value={texts.untilDay}
            onChange={untilDay => set({ untilDay })}
          />
        </div>
      </ThingForm>
    </Page>
  )
}

function PutSafety({ room, thing }: Props) {
  const { t } = useWords()
  const { session, base, caucuses } = useTalks()
  const w = useWriting(room)
  const label = (name: string): string => w.vocabulary.fields[name] ?? name
  const { texts, set, forget } = useFormDraft(
    session,
    `safety ${room.id} ${thing?.item ?? ''}`,
    standingTexts(thing, {
      whom: '',
      party: '',
      reachedBy: '',
      questions: '',
    }),
  )
  const putting = usePutting('safety', thing)
  const fields: ItemFields = {
    whom: texts.whom.trim(),
    ...givenOf(texts, ['party', 'reachedBy', 'questions']),
  }
  const back = backFrom(base, room)
  return (
    <Page width="narrow" title={t('offices.put-safety')} lead={t('offices.safety-hint')}>
      <ThingForm
        room={room}
        putting={putting}
        act={putting.act(fields)}
        label={t('offices.do-keep')}
        incomplete={texts.whom.trim() === ''}
        forget={forget}
        done={back}
        back={back}
      >
        <Field label={label('whom')} required value={texts.whom} onChange={whom => set({ whom })} />
        <Selection
          label={label('party')}
          value={texts.party === '' ? undefined : texts.party}
          onChange={party => set({ party })}
          options={caucuses.flatMap(({ party }) =>
            party === undefined ? [] : [{ id: party.party, label: party.name }],
          )}
        />
        <Field
          label={label('reachedBy')}
          optional
          value={texts.reachedBy}
          onChange={reachedBy => set({ reachedBy })}
        />
        <Field
          label={label('questions')}
          optional
          lines={3}
          value={texts.questions}
          onChange={questions => set({ questions })}
        />
      </ThingForm>
    </Page>
  )
}
