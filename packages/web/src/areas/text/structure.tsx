import { composeChoice, composeMeaning, composeTie, draftingIn } from '@goodoffices/client'
import {
  type Act,
  type AlternativeId,
  type ChoiceIds,
  type ClauseRow,
  choicesIn,
  currentOf,
  type PartyId,
  type Result,
  type RoomState,
  readBrackets,
  senseOfOption,
} from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { ActionMenu } from '../../ui/menu.tsx'
import { withColon } from '../../words/languages.ts'
import { useWords } from '../../words/words.tsx'

type Props = {
  readonly desk: RoomState
  readonly row: ClauseRow
  readonly language: string
  readonly body: string
  /** What is typed is not written yet: it is read, and nothing is chosen in it. */
  readonly isTyped: boolean
}

const around = 12

/** What is read of the brackets: each choice with its wordings and who wants them; and what is no bracket, by its place. */
export function Structure({ desk, row, language, body, isTyped }: Props) {
  const { t, number } = useWords()
  const { nodes, faults } = readBrackets(body)
  const choices = choicesIn(nodes)
  const ids = isTyped ? [] : (currentOf(row, language)?.choices ?? [])
  if (choices.length + faults.length === 0) return null
  return (
    <div className="structure">
      {faults
        .filter(({ why }) => why !== 'empty')
        .map(({ why, at }) => (
          <p key={`${why} ${at}`} className="notice notice--caution">
            {t(`text.fault-${why as 'unclosed'}`)}{' '}
            <q dir="auto">{body.slice(Math.max(0, at - around), at + around)}</q>
          </p>
        ))}
      {choices.map(({ from, form, options }, index) => (
        <fieldset key={from} className="structure__choice">
          <legend>
            {t('text.choice', { number: number(index + 1) })}{' '}
            <span className="quiet">
              {options.length === 1
                ? t(isBlank(body, options[0]) ? 'term.blank' : 'text.in-or-out')
                : form === 'slashes'
                  ? t('meant.one')
                  : t(`meant.${ids[index]?.meant ?? 'unsaid'}`)}
            </span>
          </legend>
          <ChoiceRows
            desk={desk}
            row={row}
            language={language}
            ids={ids[index]}
            words={options.map(option => body.slice(option.from, option.to))}
          />
        </fieldset>
      ))}
    </div>
  )
}

const isBlank = (body: string, option: { readonly from: number; readonly to: number } | undefined): boolean =>
  option !== undefined && senseOfOption(body.slice(option.from, option.to), true) === 'blank'

type RowsProps = {
  readonly desk: RoomState
  readonly row: ClauseRow
  readonly language: string
  readonly ids: ChoiceIds | undefined
  readonly words: readonly string[]
}

function ChoiceRows({ desk, row, language, ids, words }: RowsProps) {
  const { t } = useWords()
  const { session } = useTalks()
  const attempt = useAttempt()
  const { clause } = row
  const act = (composed: Result<readonly Act[]>) =>
    void attempt.run(async () =>
      composed.ok ? session.actAll(composed.value.map(each => ({ room: desk.id, act: each }))) : composed,
    )
  const choose = (bracket: ChoiceIds['bracket'], keep: AlternativeId | undefined) =>
    act(composeChoice(desk, { clause, language, bracket, keep }))
  return (
    <>
      <ul className="structure__options">
        {words.map((option, index) => (
          <li key={ids?.options[index] ?? `${index} ${option}`}>
            <span className="structure__words" dir="auto" lang={language}>
              {senseOfOption(option, words.length === 1) === 'no-text' ? t('term.no-text') : option}
            </span>
            {ids !== undefined && (
              <>
                <Support desk={desk} row={row} option={ids.options[index]} />
                <Button weight="text" onPress={() => choose(ids.bracket, ids.options[index])}>
                  {t('text.keep')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {ids !== undefined && (
        <div className="actions">
          {words.length === 1 && (
            <Button weight="text" onPress={() => choose(ids.bracket, undefined)}>
              {t('text.leave-out')}
            </Button>
          )}
          {words.length > 1 && ids.meant === 'unsaid' && (
            <>
              {(['one', 'each'] as const).map(meant => (
                <Button
                  key={meant}
                  weight="text"
                  onPress={() => act(composeMeaning(desk, { clause, language, bracket: ids.bracket, meant }))}
                >
                  {t(`meant.${meant}`)}
                </Button>
              ))}
            </>
          )}
        </div>
      )}
      {ids !== undefined && <Tie desk={desk} row={row} language={language} own={ids} />}
      <AttemptNotice attempt={attempt} />
    </>
  )
}

type TieProps = Pick<Props, 'desk' | 'row' | 'language'> & { readonly own: ChoiceIds }

/** TXT-56: of a choice that the drafting language has no counterpart of, which one it is there. */
function Tie({ desk, row, language, own }: TieProps) {
  const { t, number } = useWords()
  const { session } = useTalks()
  const attempt = useAttempt()
  const drafting = draftingIn(desk.workingTexts[row.text] ?? {})
  const { body = '', choices = [] } = currentOf(row, drafting) ?? {}
  if (language === drafting || choices.some(({ bracket }) => bracket === own.bracket)) return null
  const read = choicesIn(readBrackets(body).nodes)
  const tie = (to: ChoiceIds['bracket']) =>
    void attempt.run(async () => {
      const composed = composeTie(desk, { clause: row.clause, language, bracket: own.bracket, to })
      return composed.ok ? session.act(desk.id, composed.value) : composed
    })
  return (
    <div className="actions">
      <span className="small quiet">{t('text.untied')}</span>
      <ActionMenu
        label={t('text.tie')}
        choices={choices
          .filter(({ options }) => options.length === own.options.length)
          .map(({ bracket }) => {
            const at = choices.findIndex(each => each.bracket === bracket)
            const words = read[at]?.options.map(({ from, to }) => body.slice(from, to).trim()) ?? []
            return {
              id: bracket,
              label: `${number(at + 1)} · ${words.join(' | ')}`,
              onAction: () => tie(bracket),
            }
          })}
      />
      <AttemptNotice attempt={attempt} />
    </div>
  )
}

const supports = ['wants', 'accepts', 'opposes', 'unsaid'] as const

type SupportProps = {
  readonly desk: RoomState
  readonly row: ClauseRow
  readonly option: AlternativeId | undefined
}

/** Who wants a wording, at the desk alone; noted by the mediators. */
function Support({ desk, row, option }: SupportProps) {
  const { t, language } = useWords()
  const { session } = useTalks()
  const attempt = useAttempt()
  if (option === undefined) return null
  const by = desk.supports[option]?.by ?? {}
  const parties = Object.values(desk.parties).filter(({ kind }) => kind === 'party')
  const note = (party: PartyId, support: (typeof supports)[number]) =>
    void attempt.run(() =>
      session.act(desk.id, { kind: 'text.support', clause: row.clause, alternative: option, party, support }),
    )
  return (
    <>
      <span className="structure__support small">
        {parties.map(({ party, name }) => {
          const said = by[party]?.support ?? 'unsaid'
          return said === 'unsaid' ? null : (
            <span key={party}>
              <bdi>{name}</bdi> {t(`support.${said}`)}
            </span>
          )
        })}
      </span>
      <ActionMenu
        label={t('text.who-wants')}
        choices={parties.flatMap(({ party, name }) =>
          supports.map(support => ({
            id: `${party} ${support}`,
            label: `${withColon(language, name)} ${t(`support.${support}`)}`,
            onAction: () => note(party, support),
          })),
        )}
      />
      <AttemptNotice attempt={attempt} />
    </>
  )
}
