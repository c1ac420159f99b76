import { choiceOf } from '@goodoffices/client'
import {
  type ItemFields,
  type RegisterItem,
  type RoomState,
  standingOf,
  type Undertaking,
  type UnilateralStep,
} from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { Choice, Selection, Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { readWhole } from '../../ui/whole-number.ts'
import { type Language, languageNames, languages } from '../../words/languages.ts'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { puttingFor } from '../item/may.ts'
import { DayText, givenOf, ThingForm, usePutting } from '../item/thing-form.tsx'
import { useFormDraft } from '../item/use-form-draft.ts'
import { oneSidedPath, undertakingsPath } from './paths.ts'

const forms: readonly string[] = ['letter', 'note-verbale', 'public-statement', 'oral-message']
const ties: readonly string[] = ['unilateral', 'third-party', 'bargained']
const revocations: readonly string[] = ['not-said', 'can-be-revoked', 'cannot-be-revoked', 'with-notice']
const addressings: readonly string[] = ['to-all', 'to-parties', 'to-body']

type Texts = Readonly<
  Record<
    | 'title'
    | 'undertakenBy'
    | 'kind'
    | 'toParties'
    | 'named'
    | 'language'
    | 'body'
    | 'form'
    | 'tie'
    | 'clause'
    | 'invites'
    | 'conditionalOn'
    | 'revocable'
    | 'noticeDays'
    | 'lapsesOn'
    | 'watchedBy',
    string
  >
>

type Props = { readonly room: RoomState; readonly before?: RegisterItem }

/** Every party but one’s own, by the table; hidden ones are not there. */
function useOthers(room: RoomState) {
  const { table } = useTalks()
  return Object.values(table?.parties ?? {}).filter(({ party }) => party !== room.party?.party)
}

/** What one undertakes, in one's own words. It is put first; it counts once it is given. */
export function PutUndertaking({ room, before }: Props) {
  const { t, language, locale } = useWords()
  const { session, base } = useTalks()
  const w = useWriting(room)
  const others = useOthers(room)
  const known = before === undefined ? undefined : standingOf(before as unknown as Undertaking).fields
  const to = known?.addressedTo
  const { texts, set, forget } = useFormDraft<Texts>(
    session,
    `undertaking ${room.id} ${before?.item ?? ''}`,
    {
      title: known?.title ?? '',
      undertakenBy: known?.undertakenBy ?? room.party?.name ?? '',
      kind: to?.kind ?? 'to-all',
      toParties: to?.kind === 'to-parties' ? to.toParties.join(' ') : '',
      named: to === undefined || to.kind === 'to-all' ? '' : to.named,
      language: known?.exactWords[0]?.language ?? language,
      body: known?.exactWords[0]?.body ?? '',
      form: known?.form ?? 'letter',
      tie: known?.tie.kind ?? (room.party?.kind === 'third' ? 'third-party' : 'unilateral'),
      clause: known?.tie.kind === 'bargained' ? known.tie.clause : '',
      invites: known?.tie.kind === 'unilateral' ? (known.tie.invites ?? '') : '',
      conditionalOn: known?.conditionalOn ?? '',
      revocable: known?.revocable.kind ?? 'not-said',
      noticeDays: known?.revocable.kind === 'with-notice' ? String(known.revocable.noticeDays) : '',
      lapsesOn: known?.lapsesOn?.kind === 'on' ? known.lapsesOn.day : '',
      watchedBy: known?.watchedBy ?? '',
    },
  )
  const putting = usePutting('undertaking', before)
  const parties = others.map(({ party }) => party).filter(party => texts.toParties.split(' ').includes(party))
  const headed =
    texts.named.trim() === ''
      ? others
          .filter(({ party }) => parties.includes(party))
          .map(({ name }) => name)
          .join(', ')
      : texts.named.trim()
  const days = readWhole(texts.noticeDays)
  // A day that follows from others was given elsewhere, and stays as it is.
  const kept = known?.lapsesOn !== undefined && known.lapsesOn.kind !== 'on' ? known.lapsesOn : undefined
  const lapsesOn = kept ?? (texts.lapsesOn === '' ? undefined : { kind: 'on', day: texts.lapsesOn })
  const fields = {
    title: texts.title.trim(),
    party: room.party?.party ?? '',
    undertakenBy: texts.undertakenBy.trim(),
    addressedTo:
      texts.kind === 'to-parties'
        ? { kind: 'to-parties', toParties: parties, named: headed }
        : texts.kind === 'to-body'
          ? { kind: 'to-body', named: headed }
          : { kind: 'to-all' },
    exactWords: [{ language: texts.language, body: texts.body }, ...(known?.exactWords.slice(1) ?? [])],
    form: texts.form,
    tie: {
      kind: texts.tie,
      ...(texts.tie === 'bargained' ? { clause: texts.clause.trim() } : {}),
      ...(texts.tie === 'unilateral' ? givenOf(texts, ['invites']) : {}),
    },
    ...givenOf(texts, ['conditionalOn', 'watchedBy']),
    revocable: {
      kind: texts.revocable,
      ...(texts.revocable === 'with-notice' && days !== undefined ? { noticeDays: days } : {}),
    },
    ...(lapsesOn === undefined ? {} : { lapsesOn }),
    ...(known?.issue === undefined ? {} : { issue: known.issue }),
  } as ItemFields
  const plain = putting.act(fields)
  const act = puttingFor(session, room, plain)?.recorded === true ? putting.recorded(plain) : plain
  const here = `${base}/rooms/${room.id}/undertaking`
  const isOpen =
    [texts.title, texts.undertakenBy, texts.body].some(each => each.trim() === '') ||
    (texts.kind !== 'to-all' && headed === '') ||
    (texts.kind === 'to-parties' && parties.length === 0) ||
    (texts.tie === 'bargained' && texts.clause.trim() === '') ||
    (texts.revocable === 'with-notice' && days === undefined)
  const spoken = languages.find(each => each === texts.language)
  return (
    <Page
      width="narrow"
      title={t(before === undefined ? 'undertaking.give' : 'undertaking.word-anew')}
      lead={t('undertaking.give-lead')}
    >
      <ThingForm
        room={room}
        putting={putting}
        act={act}
        label={t('undertaking.do-put')}
        incomplete={isOpen}
        forget={forget}
        done={`${here}/${putting.item}`}
        back={before === undefined ? `${base}/${undertakingsPath}` : `${here}/${before.item}`}
      >
        <Field label={t('field.title')} required value={texts.title} onChange={title => set({ title })} />
        <Field
          label={t('field.undertakenBy')}
          required
          charsMax={120}
          value={texts.undertakenBy}
          onChange={undertakenBy => set({ undertakenBy })}
        />
        <Choice
          label={t('field.addressedTo')}
          value={texts.kind}
          onChange={kind => set({ kind })}
          options={addressings.map(id => ({ id, label: choiceOf(w, `kind.${id}`) }))}
        />
        {texts.kind === 'to-parties' && (
          <fieldset className="choices">
            <legend className="field__label">{t('field.toParties')}</legend>
            {others.map(({ party, name }) => (
              <Tick
                key={party}
                label={name}
                checked={parties.includes(party)}
                onChange={on =>
                  set({
                    toParties: others
                      .map(each => each.party)
                      .filter(each => (each === party ? on : parties.includes(each)))
                      .join(' '),
                  })
                }
              />
            ))}
          </fieldset>
        )}
        {texts.kind !== 'to-all' && (
          <Field
            label={t('field.named')}
            value={texts.named}
            onChange={named => set({ named })}
            hint={headed}
          />
        )}
        <Selection<Language>
          label={t('field.language')}
          value={spoken}
          onChange={next => set({ language: next })}
          options={languages.map(id => ({ id, label: languageNames[id] }))}
        />
        <Field
          label={t('field.exactWords')}
          required
          lines={6}
          hint={t('undertaking.words-hint')}
          value={texts.body}
          onChange={body => set({ body })}
        />
        <Selection
          label={t('field.form')}
          value={texts.form}
          onChange={form => set({ form })}
          options={forms.map(id => ({ id, label: choiceOf(w, `form.${id}`) }))}
        />
        <Choice
          label={t('field.tie')}
          value={texts.tie}
          onChange={tie => set({ tie })}
          options={ties.map(id => ({ id, label: choiceOf(w, `kind.${id}`) }))}
        />
        {texts.tie === 'bargained' && (
          <Field
            label={t('field.clause')}
            required
            value={texts.clause}
            onChange={clause => set({ clause })}
          />
        )}
        {texts.tie === 'unilateral' && (
          <Field
            label={t('field.invites')}
            optional
            lines={2}
            value={texts.invites}
            onChange={invites => set({ invites })}
          />
        )}
        <Field
          label={t('field.conditionalOn')}
          optional
          lines={2}
          value={texts.conditionalOn}
          onChange={conditionalOn => set({ conditionalOn })}
        />
        <Choice
          label={t('field.revocable')}
          value={texts.revocable}
          onChange={revocable => set({ revocable })}
          options={revocations.map(id => ({
            id,
            label: choiceOf(w, `kind.${id}`),
            ...(id === 'not-said' ? { hint: t('undertaking.not-said') } : {}),
          }))}
        />
        {texts.revocable === 'with-notice' && (
          <Field
            label={t('field.noticeDays')}
            required
            short
            value={texts.noticeDays}
            onChange={noticeDays => set({ noticeDays })}
            error={texts.noticeDays.trim() !== '' && days === undefined ? t('fact.no-digits') : undefined}
          />
        )}
        {kept === undefined && (
          <DayText
            key={locale}
            label={t('field.lapsesOn')}
            value={texts.lapsesOn}
            onChange={lapsesOn => set({ lapsesOn })}
          />
        )}
        <Field
          label={t('field.watchedBy')}
          optional
          value={texts.watchedBy}
          onChange={watchedBy => set({ watchedBy })}
        />
      </ThingForm>
    </Page>
  )
}

/** What one does of oneself: announced to whomever one tells, with what it invites to, and nothing owed. */
export function PutStep({ room, before }: Props) {
  const { t, language } = useWords()
  const { session, base } = useTalks()
  const known = before === undefined ? undefined : standingOf(before as unknown as UnilateralStep).fields
  const { texts, set, forget } = useFormDraft(session, `one-sided step ${room.id} ${before?.item ?? ''}`, {
    title: known?.title ?? '',
    undertakenBy: known?.undertakenBy ?? room.party?.name ?? '',
    language: known?.exactWords[0]?.language ?? language,
    body: known?.exactWords[0]?.body ?? '',
    invites: known?.invites ?? '',
    takenBy: known?.takenBy?.kind === 'on' ? known.takenBy.day : '',
  })
  const putting = usePutting('unilateral-step', before)
  const kept = known?.takenBy !== undefined && known.takenBy.kind !== 'on' ? known.takenBy : undefined
  const takenBy = kept ?? (texts.takenBy === '' ? undefined : { kind: 'on', day: texts.takenBy })
  const fields = {
    title: texts.title.trim(),
    party: room.party?.party ?? '',
    undertakenBy: texts.undertakenBy.trim(),
    exactWords: [{ language: texts.language, body: texts.body }, ...(known?.exactWords.slice(1) ?? [])],
    ...givenOf(texts, ['invites']),
    ...(known?.answersStep === undefined ? {} : { answersStep: known.answersStep }),
    ...(takenBy === undefined ? {} : { takenBy }),
  } as ItemFields
  const plain = putting.act(fields)
  const act = puttingFor(session, room, plain)?.recorded === true ? putting.recorded(plain) : plain
  const here = `${base}/rooms/${room.id}/undertaking`
  return (
    <Page
      width="narrow"
      title={t(before === undefined ? 'undertaking.put-step' : 'undertaking.word-anew')}
      lead={t('undertaking.step-lead')}
    >
      <ThingForm
        room={room}
        putting={putting}
        act={act}
        label={t('undertaking.do-put-step')}
        incomplete={[texts.title, texts.undertakenBy, texts.body].some(each => each.trim() === '')}
        forget={forget}
        done={`${here}/${putting.item}`}
        back={before === undefined ? `${base}/${oneSidedPath}` : `${here}/${before.item}`}
      >
        <Field label={t('field.title')} required value={texts.title} onChange={title => set({ title })} />
        <Field
          label={t('field.undertakenBy')}
          required
          charsMax={120}
          value={texts.undertakenBy}
          onChange={undertakenBy => set({ undertakenBy })}
        />
        <Field
          label={t('field.exactWords')}
          required
          lines={4}
          value={texts.body}
          onChange={body => set({ body })}
        />
        <Field
          label={t('field.invites')}
          optional
          lines={2}
          value={texts.invites}
          onChange={invites => set({ invites })}
        />
        {kept === undefined && (
          <DayText label={t('field.takenBy')} value={texts.takenBy} onChange={takenBy => set({ takenBy })} />
        )}
      </ThingForm>
    </Page>
  )
}
