import {
  askAll,
  deadlinesIn,
  draftAbout,
  draftOfUseIn,
  type PlanAct,
  planOfQuestion,
  previewQuestion,
  type QuestionDraft,
  yesMeans,
} from '@goodoffices/client'
import {
  type Day,
  type Deadline,
  type ItemId,
  issueIn,
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
import { kindOf } from './kind-of.ts'
import { Moves } from './question-words.tsx'
import { Afterwards, Sentences } from './sentences.tsx'

const MomentField = lazy(() => import('../../ui/moment-field.tsx'))
const DayField = lazy(() => import('../../ui/day-field.tsx'))

const dayMs = 24 * 3_600_000
type Text = { readonly language: Language; readonly body: string; readonly follow: string }

/** "Ask all at once": one sheet, with the sentences that each will read beside it, whole. */
export function AskScreen() {
  const { desk } = useTalks()
  const named = useNamed()
  return desk === undefined || named === undefined ? <LostPage /> : <AskPage named={named} />
}

function AskPage({ named: { asked, moved } }: { readonly named: Named }) {
  const { t, language, violation } = useWords()
  const { session, process, caucuses, base, table } = useTalks()
  const navigate = useNavigate()
  const [kind, setKind] = useState<QuestionContent['kind']>(useAskedKind() ?? 'proposal')
  const [effect, setEffect] = useState<QuestionContent['effect']>('indicates')
  const isMoving = moved !== undefined && kind === 'move'
  const [day, setDay] = useState('')
  const [kept, keep] = useDraft(
    session,
    ['question', process.process, ...(moved === undefined ? [] : [moved.item])].join(' '),
  )
  const texts = readTexts(kept, language, isMoving ? t('question.move-words') : '')
  const setTexts = (next: readonly Text[]) => keep(JSON.stringify(next))
  const [left, setLeft] = useState<ReadonlySet<PartyId>>(
    // A third party is no side: whoever wants it asked says so.
    () => new Set(caucuses.flatMap(({ party }) => (party?.kind === 'third' ? [party.party] : []))),
  )
  const [closes, setCloses] = useState(() => Date.now() + dayMs)
  const [tellBy, setTellBy] = useState(() => Date.now() + 8 * dayMs)
  const [early, setEarly] = useState(false)
  const [answeredBy, setAnsweredBy] = useState<'leads' | 'binds'>('leads')
  const [title, setTitle] = useState('')
  const [given, setGiven] = useState<Givings>({})
  const parties = caucuses.flatMap(({ party }) => (party === undefined || party.hidden ? [] : [party]))
  const chosen = parties.filter(({ party }) => !left.has(party)).map(({ party }) => party)
  const gives = kind === 'exchange' ? givingsOf(caucuses, chosen, given) : undefined
  const moves = isMoving ? { deadline: moved.item, due: { kind: 'on', day: day as Day } as const } : undefined
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
    <Page title={t('question.ask')} lead={t('question.planned-hint')} width="wide">
      <div className="ask">
        <div className="ask__form">
          <Selection
            label={t('field.kind')}
            value={kind}
            onChange={setKind}
            options={questionKinds.map(id => ({
              id,
              label: kindOf(t, { kind: id, ...(id === kind && moves !== undefined ? { moves } : {}) }),
            }))}
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
              {day !== '' && table !== undefined && <Moves room={table} moves={moves} />}
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
        </div>
        <div className="ask__read">
          <Section title={t('question.read-before')}>
            <Sentences effect={effect} times={times} />
          </Section>
          <Section title={t('question.read-after')}>
            <Afterwards />
          </Section>
        </div>
        <div className="ask__form">
          {plan?.ok === false && <p role="alert">{violation(plan.error)}</p>}
          <Sending
            plan={ready}
            onDone={() => {
              keep('')
              navigate({ to: `${base}/desk` })
            }}
          />
        </div>
      </div>
    </Page>
  )
}

/** The kind of the question that the address names. */
function useAskedKind() {
  const search = useSearch()
  return questionKinds.find(each => each === search['kind'])
}

type Named = {
  /** What the question is about, where it is of this kind. */
  readonly asked?: {
    readonly kind: QuestionContent['kind']
    readonly about: Pick<QuestionDraft, 'issue' | 'stage' | 'item' | 'thing' | 'anew' | 'concerning'>
  }
  /** AGEN-9 */
  readonly moved?: Deadline
}

/** What the address names: undefined where it is not here, so that nobody is asked about nothing. */
function useNamed(): Named | undefined {
  const { desk, table } = useTalks()
  const { issue, stage, version, item, deadline } = useSearch()
  const kind = useAskedKind()
  if (issue !== undefined) {
    const known = issueIn(table, issue as ItemId)
    const up = stages.find(each => each === stage)
    return known === undefined || up === undefined || kind !== 'stage'
      ? undefined
      : { asked: { kind, about: { issue: known.item, stage: up } } }
  }
  // FACT-13: a figure of the table, whether the text may go on with it.
  if (version !== undefined) {
    const use = draftOfUseIn(table, version as ItemId)
    return use === undefined ? undefined : { asked: { kind: use.kind, about: { thing: use.thing } } }
  }
  if (item !== undefined) {
    const thing = desk?.items[item as ItemId]
    return desk === undefined || thing === undefined || kind === undefined
      ? undefined
      : { asked: { kind, about: draftAbout(desk, thing) } }
  }
  if (deadline === undefined) return {}
  const moved = table === undefined ? undefined : deadlinesIn(table).find(each => each.item === deadline)
  return moved === undefined || kind !== 'move' ? undefined : { moved }
}

/** What was being written, as it was kept; else one text in the reader's language: empty, or what is usually asked of it. */
const readTexts = (kept: string, language: Language, first: string): readonly Text[] =>
  kept === '' ? [{ language, body: first, follow: '' }] : (JSON.parse(kept) as readonly Text[])

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
