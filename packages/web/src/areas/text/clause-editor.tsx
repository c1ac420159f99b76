import { composeWriting, draftingIn, namesWanting } from '@goodoffices/client'
import {
  behindIn,
  type ClauseRow,
  currentOf,
  packagesOf,
  type RoomState,
  type VersionId,
  type WorkingText,
  wordsOfSidesIn,
} from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Field } from '../../ui/field.tsx'
import { Said } from '../../ui/said.tsx'
import { languageName } from '../../words/language-name.ts'
import { withColon } from '../../words/languages.ts'
import { useWords } from '../../words/words.tsx'
import { ClauseActs } from './clause-acts.tsx'
import { Rivals } from './rivals.tsx'
import { Standing } from './standing.tsx'
import { Structure } from './structure.tsx'

type Props = {
  readonly desk: RoomState
  readonly text: WorkingText
  readonly row: ClauseRow
  readonly number: string
}

/** A clause where it is written: a field a language, what is read of it, how it stands, and what may be done with it. */
export function ClauseEditor({ desk, text, row, number }: Props) {
  const { t, language: reading, list } = useWords()
  const drafting = draftingIn(text)
  const packages = packagesOf(desk, row.clause)
  return (
    <>
      <div className="clause__head">
        <h2>
          {t(`clauseKind.${row.clauseKind}`)} <bdi>{number}</bdi>
        </h2>
        <Standing of={row} />
      </div>
      {row.bracketed && <p className="small">{t('field.bracketed')}</p>}
      {row.agreedParties !== undefined && (
        <p className="small quiet">
          {withColon(reading, t('field.agreedParties'))}{' '}
          {list(row.agreedParties.map(party => desk.parties[party]?.name ?? ''))}
        </p>
      )}
      <div className="clause__languages">
        {text.languages.map(({ language, languageRole }) => (
          <WordsField
            key={language}
            desk={desk}
            row={row}
            language={language}
            role={t(`languageRole.${languageRole}`)}
            isDrafting={language === drafting}
          />
        ))}
      </div>
      <WordsOfSides desk={desk} row={row} />
      <Footnotes desk={desk} row={row} />
      {packages.map(({ package: id, name, waitsFor }) => (
        <p key={id} className="small">
          {withColon(reading, t('field.package'))} <bdi>{name}</bdi>{' '}
          {waitsFor.length > 0 && t('text.package-waits', { count: waitsFor.length })}
        </p>
      ))}
      <ClauseActs desk={desk} text={text} row={row} />
    </>
  )
}

type FieldProps = {
  readonly desk: RoomState
  readonly row: ClauseRow
  readonly language: string
  readonly role: string
  readonly isDrafting: boolean
}

type Typed = { readonly heading: string; readonly body: string; readonly seen: string }

/** What was typed and not written yet; undefined where nothing was. */
function readTyped(kept: string): Typed | undefined {
  if (kept === '') return undefined
  try {
    const { heading, body, seen } = JSON.parse(kept) as Partial<Typed>
    return { heading: heading ?? '', body: body ?? '', seen: seen ?? '' }
  } catch {
    return undefined
  }
}

const headed: ReadonlySet<string> = new Set(['part', 'chapter', 'section', 'article', 'annex'])

/** TXT-13: what is typed stays on what its author saw, whatever a colleague writes meanwhile. */
function WordsField({ desk, row, language, role, isDrafting }: FieldProps) {
  const { t, locale } = useWords()
  const { session } = useTalks()
  const attempt = useAttempt()
  const [kept, keep] = useDraft(session, `clause ${row.clause} ${language}`)
  const current = currentOf(row, language)
  const standing = {
    heading: current?.heading ?? '',
    body: current?.body ?? '',
    seen: current?.version ?? '',
  }
  const typed = readTyped(kept)
  const { heading, body, seen } = typed ?? standing
  const change = (next: Partial<Typed>) => keep(JSON.stringify({ heading, body, seen, ...next }))
  const isChanged = heading !== standing.heading || body !== standing.body
  const isAgreed = row.standing === 'agreed' || row.standing === 'ad-referendum'
  const write = (editorial: boolean) =>
    whenDone(
      attempt.run(() => {
        const composed = composeWriting(desk, {
          clause: row.clause,
          language,
          seen: seen === '' ? null : (seen as VersionId),
          ...(heading.trim() === '' ? {} : { heading }),
          ...(body.trim() === '' ? {} : { body }),
          ...(editorial ? { editorial } : {}),
        })
        return session.actAll([composed.write, ...composed.supports].map(act => ({ room: desk.id, act })))
      }),
      () => keep(''),
    )
  const name = languageName(language, locale)
  return (
    <div className="clause__language" lang={language}>
      {(headed.has(row.clauseKind) || heading !== '') && (
        <Field
          label={t('text.heading-in', { language: name })}
          optional
          value={heading}
          onChange={next => change({ heading: next })}
        />
      )}
      <Field label={`${name} · ${role}`} lines={4} value={body} onChange={next => change({ body: next })} />
      {!isDrafting && behindIn(desk, row).includes(language) && (
        <p className="small text__rivals">▲ {t('text.is-behind')}</p>
      )}
      {isChanged && seen !== standing.seen && <p className="notice notice--caution">{t('text.overtaken')}</p>}
      {isChanged && (
        <div className="actions">
          <Button weight="main" isDisabled={attempt.busy} onPress={() => write(false)}>
            {t('text.write')}
          </Button>
          {isAgreed && (
            <Button isDisabled={attempt.busy} onPress={() => write(true)}>
              {t('field.editorial')}
            </Button>
          )}
          <Button weight="text" onPress={() => keep('')}>
            {t('text.drop')}
          </Button>
        </div>
      )}
      {isChanged && isAgreed && <p className="small quiet">{t('text.reopens')}</p>}
      <AttemptNotice attempt={attempt} />
      <Structure desk={desk} row={row} language={language} body={body} isTyped={isChanged} />
      <Rivals desk={desk} row={row} language={language} />
    </div>
  )
}

type AtDesk = Pick<Props, 'desk' | 'row'>

/** TXT-55: words of a side that stand here without a bracket: they pass no further than before. */
function WordsOfSides({ desk, row }: AtDesk) {
  const { t, list } = useWords()
  const standing = new Set(
    row.wordings.flatMap(({ current }) => current?.choices?.flatMap(({ options }) => options) ?? []),
  )
  return wordsOfSidesIn(desk, row)
    .filter(({ support }) => !standing.has(support.alternative))
    .map(({ support, words }) => (
      <p key={support.alternative} className="small quiet">
        {t('text.holds', { names: list(namesWanting(desk, support)) })} <q dir="auto">{words}</q>
      </p>
    ))
}

function Footnotes({ desk, row }: AtDesk) {
  const { t, language } = useWords()
  const { session } = useTalks()
  const attempt = useAttempt()
  return (
    <>
      {Object.values(desk.footnotes)
        .filter(({ clause, withdrawn }) => clause === row.clause && withdrawn === undefined)
        .map(({ footnote, footnoteKind, body }) => (
          <p key={footnote} className="small" dir="auto">
            {withColon(language, t(`footnoteKind.${footnoteKind}`))} <Said text={body} />{' '}
            <Button
              weight="text"
              isDisabled={attempt.busy}
              onPress={() =>
                void attempt.run(() =>
                  session.act(desk.id, {
                    kind: 'text.footnote',
                    footnote,
                    clause: row.clause,
                    footnoteKind,
                    body,
                    takenOut: true,
                  }),
                )
              }
            >
              {t('text.footnote-out')}
            </Button>
          </p>
        ))}
      <AttemptNotice attempt={attempt} />
    </>
  )
}
