import { draftingIn, numbersOf, overviewOf, textAsFile } from '@goodoffices/client'
import {
  type ClauseRow,
  clausesOf,
  countOpen,
  currentOf,
  type RoomState,
  type WorkingText,
} from '@goodoffices/core'
import { useState } from 'react'
import { Link, useSearch } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useWords } from '../../words/words.tsx'
import { AddDialog } from './clause-dialogs.tsx'
import { ClauseEditor } from './clause-editor.tsx'
import { nameOfRow, numberIn } from './clause-name.ts'
import { FileMenu } from './file-menu.tsx'
import { clausePath, textPath } from './paths.ts'
import { SaidColumn } from './said-column.tsx'
import { Standing } from './standing.tsx'
import { TextFrame } from './text-frame.tsx'

type Props = { readonly desk: RoomState; readonly text: WorkingText }

/** The mediators' text: its clauses, the one that is written, and what the sides said of it. One of them at a time on a phone. */
export function WorkingPage({ desk, text }: Props) {
  const { t } = useWords()
  const { base } = useTalks()
  const { clause: wanted } = useSearch()
  const [adds, setAdds] = useState(false)
  const rows = clausesOf(desk, text.text)
  const chosen = rows.find(({ clause }) => clause === wanted) ?? rows[0]
  const language = draftingIn(text)
  const numbers = numbersOf(rows)
  return (
    <TextFrame text={text}>
      <Overview desk={desk} text={text} />
      <div className="text" data-at={wanted === undefined ? 'outline' : 'clause'}>
        <nav className="text__outline" aria-label={t('text.clauses')}>
          <OtherTexts desk={desk} text={text} />
          <ol>
            {rows.map(row => (
              <li key={row.clause}>
                <Link
                  to={`${base}/${clausePath(row.clause)}`}
                  className="outline__line"
                  {...(row === chosen ? { 'aria-current': 'true' as const } : {})}
                >
                  <span className="outline__number">{numberIn(numbers, row.clause, language)}</span>
                  <span className="outline__name" dir="auto">
                    {nameOfRow(row, language) ?? t(`clauseKind.${row.clauseKind}`)}
                  </span>
                  <span className="outline__standing">
                    <Standing of={row} />
                    <OpenIn row={row} language={language} />
                  </span>
                </Link>
              </li>
            ))}
          </ol>
          {rows.length === 0 && <p className="quiet">{t('text.no-clauses')}</p>}
          <Button onPress={() => setAdds(true)}>{t('text.add')}</Button>
          <TakenOut desk={desk} text={text} />
        </nav>
        {chosen !== undefined && (
          <>
            <section className="text__clause" aria-label={t('field.clause')}>
              <p className="text__back no-print">
                <Link to={`${base}/${textPath}`}>{t('text.clauses')}</Link>
              </p>
              <ClauseEditor
                key={chosen.clause}
                desk={desk}
                text={text}
                row={chosen}
                number={numberIn(numbers, chosen.clause, language)}
              />
            </section>
            <SaidColumn desk={desk} row={chosen} number={numberIn(numbers, chosen.clause, language)} />
          </>
        )}
      </div>
      {adds && <AddDialog desk={desk} text={text} onClose={() => setAdds(false)} />}
    </TextFrame>
  )
}

/** TXT-16: clauses that were taken out, with their words: each may be put back. */
function TakenOut({ desk, text }: Props) {
  const { t } = useWords()
  const { session } = useTalks()
  const attempt = useAttempt()
  const language = draftingIn(text)
  const rows = Object.values(desk.clauses).filter(
    ({ text: of, removed }) => of === text.text && removed !== undefined,
  )
  if (rows.length === 0) return null
  return (
    <details className="text__out small">
      <summary>{t('field.takenOut')}</summary>
      <ul>
        {rows.map(row => (
          <li key={row.clause}>
            <bdi>{nameOfRow(row, language) ?? t(`clauseKind.${row.clauseKind}`)}</bdi>{' '}
            <Button
              weight="text"
              isDisabled={attempt.busy}
              onPress={() =>
                void attempt.run(() => session.act(desk.id, { kind: 'text.restore', clause: row.clause }))
              }
            >
              {t('text.put-back')}
            </Button>
          </li>
        ))}
      </ul>
      <AttemptNotice attempt={attempt} />
    </details>
  )
}

/** How much is open in a clause, and whether two wordings stand beside each other. */
function OpenIn({ row, language }: { readonly row: ClauseRow; readonly language: string }) {
  const { t } = useWords()
  const { choices, blanks } = countOpen(currentOf(row, language)?.body ?? '')
  const rivals = row.wordings.reduce((sum, each) => sum + each.rivals.length, 0)
  return (
    <>
      {choices + blanks > 0 && <span>{t('text.open', { count: choices + blanks })}</span>}
      {rivals > 0 && <span className="text__rivals">▲ {t('text.rivals', { count: rivals })}</span>}
    </>
  )
}

/** The line that one watches: what is open, and how that was when it was issued last. */
function Overview({ desk, text }: Props) {
  const { t, number } = useWords()
  const { base } = useTalks()
  const { next, open, rivals, behind, last } = overviewOf(desk, text)
  const before = Object.values(desk.issuings).filter(each => each.text === text.text)
  const lastIssued = before.at(-1)
  const issued =
    lastIssued === undefined
      ? undefined
      : { ...textAsFile(desk, text), number: before.length, clauses: lastIssued.clauses }
  return (
    <div className="text__overview">
      <strong>{t('text.preparing', { number: number(next) })}</strong>
      {last !== undefined && <span>{t('text.changed', { count: last.changed })}</span>}
      <span>
        {t('text.open', { count: open })}
        {last !== undefined && (
          <span className="quiet"> ({t('text.open-before', { number: number(last.open) })})</span>
        )}
      </span>
      {rivals > 0 && <span className="text__rivals">▲ {t('text.rivals', { count: rivals })}</span>}
      {behind > 0 && <span>{t('text.behind', { count: behind })}</span>}
      <LinkButton to={`${base}/${textPath}/issue?text=${text.text}`}>{t('text.issue')}</LinkButton>
      <FileMenu
        source={textAsFile(desk, text)}
        language={draftingIn(text)}
        {...(issued === undefined ? {} : { against: issued })}
      />
    </div>
  )
}

function OtherTexts({ desk, text }: Props) {
  const { t } = useWords()
  const { base } = useTalks()
  const texts = Object.values(desk.workingTexts)
  if (texts.length < 2) return null
  return (
    <ul className="text__others">
      {texts
        .filter(each => each !== text)
        .map(each => (
          <li key={each.text}>
            <Link to={`${base}/${textPath}?text=${each.text}`}>{t('text.other', { title: each.title })}</Link>
          </li>
        ))}
    </ul>
  )
}
