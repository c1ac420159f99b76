import { type Claim, claimsIn, type ItemId, issueIn, type RoomState, standingOf } from '@goodoffices/core'
import { LostPage } from '../../frame/lost-page.tsx'
import { useSearch } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Choice, Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { recordsIn } from '../item/may.ts'
import { Sayings } from '../item/sayings.tsx'
import { givenOf, ThingForm, usePutting } from '../item/thing-form.tsx'
import { useFormDraft } from '../item/use-form-draft.ts'

/** What a side says of one subject, with its reasons and how firm it is; its own, or written down for one without an account. */
export function ClaimScreen() {
  const { claim, issue, title, position } = useSearch()
  const { rooms } = useTalks()
  return (
    <InRoom>
      {room => {
        const known = claimsIn(room).find(({ item }) => item === claim)
        // An issue that is at the table, drafted, or that this side was asked about: of no other is anything said.
        const isNowhere =
          issue !== undefined &&
          !rooms.some(each => issueIn(each, issue as ItemId) !== undefined) &&
          !Object.values(room.questions).some(({ content }) => content.issue === issue)
        return (claim !== undefined && known === undefined) || isNowhere ? (
          <LostPage />
        ) : (
          <ClaimPage
            key={`${room.id} ${claim ?? ''} ${issue ?? ''}`}
            room={room}
            given={{ ...(issue === undefined ? {} : { issue }), ...(title === undefined ? {} : { title }) }}
            {...(position === undefined ? {} : { position })}
            {...(known === undefined ? {} : { claim: known })}
          />
        )
      }}
    </InRoom>
  )
}

type Props = {
  readonly room: RoomState
  readonly claim?: Claim
  readonly position?: string
  readonly given: { readonly issue?: string; readonly title?: string }
}

const positions = ['in', 'in-if', 'out'] as const
const firmnesses = ['never', 'not-now', 'not-in-this-format'] as const
const unsaid = 'unsaid'

function ClaimPage({ room, claim, given, position }: Props) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const w = useWriting(room)
  const label = (name: string): string => w.vocabulary.fields[name] ?? name
  const before = claim === undefined ? undefined : standingOf(claim).fields
  const { texts, set, forget } = useFormDraft(
    session,
    `claim ${room.id} ${claim?.item ?? given.issue ?? ''}`,
    {
      what: before?.what ?? given.title ?? '',
      position: position ?? before?.position ?? 'in',
      onlyIf: before?.onlyIf ?? '',
      firmness: before?.firmness ?? unsaid,
      reasons: before?.reasons ?? '',
    },
  )
  const putting = usePutting('claim', claim)
  const issue = before?.issue ?? (given.issue as ItemId | undefined)
  const says = positions.find(each => each === texts.position) ?? 'in'
  const plain = putting.act({
    what: texts.what,
    ...(issue === undefined ? {} : { issue }),
    position: says,
    ...(says === 'in-if' ? { onlyIf: texts.onlyIf } : {}),
    ...(says !== 'in' && texts.firmness !== unsaid ? { firmness: texts.firmness } : {}),
    ...givenOf(texts, ['reasons']),
  })
  const records = recordsIn(room, session)
  const act = records ? putting.recorded(plain) : plain
  const back = `${base}/agenda`
  return (
    <Page
      width="narrow"
      {...(records
        ? { title: t('say.record-title', { party: room.party?.name ?? '' }) }
        : { title: t('agenda.claim-title'), lead: t('agenda.lead-party') })}
    >
      <ThingForm
        room={room}
        putting={putting}
        act={act}
        label={t(records ? 'say.do-record' : 'agenda.do-claim')}
        incomplete={texts.what.trim() === '' || (says === 'in-if' && texts.onlyIf.trim() === '')}
        forget={forget}
        done={back}
        back={back}
      >
        <Field
          label={label('what')}
          required
          value={texts.what}
          onChange={what => set({ what })}
          charsMax={200}
        />
        <Choice
          label={label('position')}
          value={says}
          onChange={next => set({ position: next })}
          options={positions.map(id => ({ id, label: t(`position.${id}`) }))}
        />
        {says === 'in-if' && (
          <Field
            label={label('onlyIf')}
            required
            lines={2}
            value={texts.onlyIf}
            onChange={onlyIf => set({ onlyIf })}
          />
        )}
        {says !== 'in' && (
          <Selection
            label={label('firmness')}
            value={texts.firmness}
            onChange={firmness => set({ firmness })}
            options={[
              { id: unsaid, label: '–' },
              ...firmnesses.map(id => ({ id, label: t(`firmness.${id}`) })),
            ]}
          />
        )}
        <Field
          label={label('reasons')}
          optional
          lines={3}
          value={texts.reasons}
          onChange={reasons => set({ reasons })}
        />
      </ThingForm>
      {claim !== undefined && <Sayings room={room} thing={claim} />}
    </Page>
  )
}
