import {
  askAll,
  deadlinesIn,
  draftAbout,
  draftOfUse,
  type PlanAct,
  planOfQuestion,
  previewQuestion,
  yesMeans,
} from '@goodoffices/client'
import {
  type Day,
  type ItemId,
  type PartyId,
  type QuestionContent,
  questionKinds,
  stages,
} from '@goodoffices/core'
import { lazy, Suspense, useMemo, useState } from 'react'
import { LostPage } from '../../frame/lost-page.tsx'
import { useNavigate, useSearch } from '../../route/route.tsx'
import { preferences } from '../../settings/preferences.ts'
import { useTalks } from '../../talks/talks.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice, Selection, Tick } from '../../ui/choice.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Field } from '../../ui/field.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { type Language, languageNames, languages } from '../../words/languages.ts'
import { useWords } from '../../words/words.tsx'
import { usePassing } from '../desk/use-reach.tsx'
import { GivingFields, type Givings, givingsOf } from './givings.tsx'
import { Moves } from './question-words.tsx'
import { Afterwards, Sentences } from './sentences.tsx'

const MomentField = lazy(() => import('../../ui/moment-field.tsx'))
const DayField = lazy(() => import('../../ui/day-field.tsx'))

const dayMs = 24 * 3_600_000
type Text = { readonly language: Language; readonly body: string; readonly follow: string }

/** "Ask all at once": one sheet, with the sentences that each will read at its foot. */
export function AskScreen() {
  const { desk } = useTalks()
  return desk === undefined ? <LostPage /> : <AskPage />
}

function AskPage() {
  const { t, language, violation } = useWords()
  const { session, process, caucuses, base } = useTalks()
  const navigate = useNavigate()
  const asked = useAskedThing()
  const [kind, setKind] = useState<QuestionContent['kind']>(useAskedKind() ?? 'proposal')
  const [effect, setEffect] = useState<QuestionContent['effect']>('indicates')
  const moved = useMovedDeadline()
  const [day, setDay] = useState('')
  const [kept, keep] = useDraft(
    session,
    ['question', process.process, ...(moved === undefined ? [] : [moved.item])].join(' '),
  )
  const texts = readTexts(kept, language, moved === undefined ? '' : t('question.move-words'))
  const setTexts = (next: readonly Text[]) => keep(JSON.stringify(next))
  const [left, setLeft] = useState<ReadonlySet<PartyId>>(new Set())
  const [closes, setCloses] = useState(() => Date.now() + dayMs)
  const [tellBy, setTellBy] = useState(() => Date.now() + 8 * dayMs)
  const [early, setEarly] = useState(false)
  const [answeredBy, setAnsweredBy] = useState<'leads' | 'binds'>('leads')
  const [title, setTitle] = useState('')
  const [given, setGiven] = useState<Givings>({})
  const parties = caucuses.flatMap(({ party }) => (party === undefined || party.hidden ? [] : [party]))
  const chosen = parties.filter(({ party }) => !left.has(party)).map(({ party }) => party)
  const gives = kind === 'exchange' ? givingsOf(caucuses, chosen, given) : undefined
  const moves =
    moved === undefined || kind !== 'move'
      ? undefined
      : { deadline: moved.item, due: { kind: 'on', day: day as Day } as const }
  const isWhole =
    (moves === undefined || day !== '') &&
    chosen.length >= 2 &&
    texts.every(({ body }) => body.trim() !== '') &&
    closes < tellBy &&
    (kind !== 'exchange' || gives !== undefined)
  const times = { closes, tellBy, early }
  // Its ids and its nonce are made once for what is shown and then sent.
  const about = {
    ...(asked?.kind === kind ? asked.about : {}),
    ...(kind === 'proposal' && title.trim() !== ''
      ? { thing: { register: 'proposal', fields: { title: title.trim() } } }
      : {}),
    ...(effect === 'commits' ? { answeredBy } : {}),
    ...(gives === undefined ? {} : { gives }),
    ...(moves === undefined ? {} : { moves }),
  }
  const key = JSON.stringify([kind, effect, texts, chosen, times, about])
  const plan = useMemo(
    () =>
      isWhole
        ? planOfQuestion(session, process.process, {
            kind,
            effect,
            times,
            ...about,
            parties: chosen,
            texts: texts.map(({ language, body, follow }) => ({
              language,
              body: body.trim(),
              ...(follow.trim() === '' ? {} : { follow: follow.trim() }),
            })),
          })
        : undefined,
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [key],
  )
  const ready = plan?.ok === true ? plan.value : undefined
  return (
    <Page title={t('question.ask')} lead={t('question.planned-hint')} width="narrow">
      <Selection
        label={t('field.kind')}
        value={kind}
        onChange={setKind}
        options={questionKinds.map(id => ({ id, label: t(`kind.${id}`) }))}
      />
      {moves !== undefined && (
        <>
          <Suspense>
            <DayField
              label={t('field.due')}
              value={day === '' ? undefined : (day as Day)}
              onChange={next => setDay(next ?? '')}
            />
          </Suspense>
          {day !== '' && <Moves moves={moves} />}
        </>
      )}
      {kind === 'proposal' && (
        <Field
          label={t('question.title')}
          hint={t('question.title-hint')}
          optional
          value={title}
          onChange={setTitle}
        />
      )}
      {texts.map((text, at) => (
        <TextFields
          key={at}
          text={text}
          onChange={next => setTexts(texts.map((each, i) => (i === at ? next : each)))}
        />
      ))}
      <div className="actions">
        <Button
          weight="text"
          onPress={() => {
            const next = languages.find(each => texts.every(({ language }) => language !== each))
            if (next !== undefined) setTexts([...texts, { language: next, body: '', follow: '' }])
          }}
        >
          {t('question.add-language')}
        </Button>
      </div>
      <fieldset className="choices">
        <legend className="field__label">{t('field.parties')}</legend>
        {parties.map(({ party, name }) => (
          <Tick
            key={party}
            label={<bdi>{name}</bdi>}
            checked={!left.has(party)}
            onChange={on => {
              const next = new Set(left)
              if (on) next.delete(party)
              else next.add(party)
              setLeft(next)
            }}
          />
        ))}
      </fieldset>
      {kind === 'exchange' && (
        <GivingFields caucuses={caucuses} asked={chosen} chosen={given} onChange={setGiven} />
      )}
      <Choice
        label={t('field.effect')}
        value={effect}
        onChange={setEffect}
        options={[
          {
            id: 'indicates',
            label: t('effect.indicates'),
            hint: t(`term.${yesMeans({ effect: 'indicates', times })}`),
          },
          { id: 'commits', label: t('effect.commits'), hint: t('term.yes-binds') },
        ]}
      />
      {effect === 'commits' && (
        <Choice
          label={t('field.answeredBy')}
          value={answeredBy}
          onChange={setAnsweredBy}
          options={(['leads', 'binds'] as const).map(id => ({ id, label: t(`answeredBy.${id}`) }))}
        />
      )}
      <Suspense>
        <MomentField label={t('field.closes')} value={closes} onChange={setCloses} />
        <MomentField label={t('field.tellBy')} value={tellBy} onChange={setTellBy} />
      </Suspense>
      <Tick
        label={t('question.early-choice')}
        hint={t('term.told-early')}
        checked={early}
        onChange={setEarly}
      />
      <Section title={t('question.read-before')}>
        <Sentences effect={effect} times={times} />
      </Section>
      <Section title={t('question.read-after')}>
        <Afterwards />
      </Section>
      {plan?.ok === false && <p role="alert">{violation(plan.error)}</p>}
      <Sending
        plan={ready}
        onDone={() => {
          keep('')
          navigate({ to: `${base}/desk` })
        }}
      />
    </Page>
  )
}

/** The kind of the question that the address names. */
function useAskedKind() {
  const search = useSearch()
  return questionKinds.find(each => each === search['kind'])
}

/** The thing of the desk that the address names, and the kind of the question about it: what is asked puts it in every caucus, or says it anew there. */
function useAskedThing() {
  const { desk, table } = useTalks()
  const search = useSearch()
  const kind = useAskedKind()
  const issue = search['issue'] as ItemId | undefined
  const stage = stages.find(each => each === search['stage'])
  if (kind !== undefined && issue !== undefined)
    return { kind, about: { issue, ...(stage === undefined ? {} : { stage }) } }
  // FACT-13: a figure of the table, whether the text may go on with it.
  const version = table?.items[search['version'] as ItemId]
  if (version !== undefined) {
    const { thing, ...asked } = draftOfUse(version)
    return { ...asked, about: { thing } }
  }
  const thing = desk?.items[search['item'] as ItemId]
  if (desk === undefined || thing === undefined || kind === undefined) return undefined
  return { kind, about: draftAbout(desk, thing) }
}

/** What was being written, as it was kept; else one text in the reader's language: empty, or what is usually asked of it. */
const readTexts = (kept: string, language: Language, first: string): readonly Text[] =>
  kept === '' ? [{ language, body: first, follow: '' }] : (JSON.parse(kept) as readonly Text[])

/** AGEN-9: the deadline of the table that the address names. */
function useMovedDeadline() {
  const { table } = useTalks()
  const id = useSearch()['deadline']
  return table === undefined ? undefined : deadlinesIn(table).find(({ item }) => item === id)
}

type FieldsProps = { readonly text: Text; readonly onChange: (text: Text) => void }

function TextFields({ text, onChange }: FieldsProps) {
  const { t } = useWords()
  const name = languageNames[text.language]
  return (
    <>
      <Selection
        label={t('field.language')}
        value={text.language}
        onChange={language => onChange({ ...text, language })}
        options={languages.map(id => ({ id, label: languageNames[id] }))}
      />
      <Field
        label={t('question.words-in', { language: name })}
        lines={5}
        required
        value={text.body}
        onChange={body => onChange({ ...text, body })}
      />
      <Field
        label={t('question.follow-in', { language: name })}
        lines={2}
        optional
        value={text.follow}
        onChange={follow => onChange({ ...text, follow })}
      />
    </>
  )
}

/** What the leak check names in what each will read, all of it to be passed; then the one act. */
function Sending({ plan, onDone }: { readonly plan: PlanAct | undefined; readonly onDone: () => void }) {
  const { t } = useWords()
  const { session, process, desk } = useTalks()
  const previews = plan === undefined ? undefined : previewQuestion(session, process.process, plan)
  const all = previews?.ok === true ? previews.value : []
  // LEAK-14: of each of them the same rooms are unread.
  const preview = { findings: all.flatMap(each => each.findings), unread: all[0]?.unread ?? [] }
  if (desk === undefined) throw new Error('asked away from the desk')
  const passing = usePassing(desk, preview)
  return (
    <ActForm
      label={t('question.ask')}
      act={() =>
        plan === undefined
          ? Promise.reject(new Error('nothing to ask'))
          : askAll(session, process.process, { ...plan, accepted: passing.accepted }, preferences.undoMs())
      }
      incomplete={plan === undefined || passing.open}
      onDone={onDone}
    >
      {passing.shown}
    </ActForm>
  )
}
