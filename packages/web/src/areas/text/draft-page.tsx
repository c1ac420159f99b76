import { draftAsFile, draftedIn, draftingIn, draftsIn, numbersOf } from '@goodoffices/client'
import { clausesOfDraft, compareDrafts, type Draft, type DraftId, type RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { useSearch } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice, Selection } from '../../ui/choice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { languageName } from '../../words/language-name.ts'
import { useWords } from '../../words/words.tsx'
import { ClauseAnswers } from './clause-answers.tsx'
import { numberIn } from './clause-name.ts'
import { Compared } from './compared.tsx'
import { DraftCode } from './draft-code.tsx'
import { DraftDocument, DraftedWords } from './draft-document.tsx'
import { FileMenu } from './file-menu.tsx'
import { mayAnswer } from './may-answer.ts'
import { draftImportPath } from './paths.ts'
import './text.css'

type Props = { readonly room: RoomState; readonly draft: Draft }

/** One clause after the other, or the whole: what it says, what changed since an earlier draft, and what a side says of it. */
export function DraftPage({ room, draft }: Props) {
  const { t, number, moment, locale } = useWords()
  const search = useSearch()
  const talks = useTalks()
  const clauses = clausesOfDraft(draft)
  const [language, setLanguage] = useState(draftingIn(draft))
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      clauses.findIndex(({ clause }) => clause === search['clause']),
    ),
  )
  const [isWhole, setWhole] = useState(false)
  const earlier = draftsIn(room).filter(each => (each.number ?? 0) < (draft.number ?? 0))
  const [against, setAgainst] = useState<DraftId | 'none'>(earlier.at(-1)?.draft ?? 'none')
  const before = earlier.find(each => each.draft === against)
  const changes =
    before === undefined ? [] : compareDrafts(draftedIn(before, language), draftedIn(draft, language))
  const changed = new Set(
    changes.filter(({ is, moved }) => is !== 'same' || moved).map(({ clause }) => clause),
  )
  const languages = draft.languages ?? []
  const numbers = numbersOf(clauses)
  const shown = clauses[at]
  const nextChanged = clauses.findIndex(({ clause }, index) => index > at && changed.has(clause))
  return (
    <Page
      title={draft.title ?? t('term.draft')}
      lead={[
        t('term.numbered', { number: number(draft.number ?? 0) }),
        ...(draft.time === undefined ? [] : [moment(draft.time)]),
        draft.statusLine ?? t(`nature.${draft.nature ?? 'mediators-text'}`),
      ].join(' · ')}
    >
      {draft.withdrawn !== undefined && <p className="notice notice--caution">{t('term.withdrawn')}</p>}
      <div className="draft__ways no-print">
        {languages.length > 1 && (
          <Choice
            label={t('field.language')}
            value={language}
            onChange={setLanguage}
            options={languages.map(each => ({
              id: each.language,
              label: languageName(each.language, locale),
            }))}
          />
        )}
        {earlier.length > 0 && (
          <Selection<DraftId | 'none'>
            label={t('text.compare-with')}
            value={against}
            onChange={setAgainst}
            options={[
              { id: 'none', label: t('text.compare-none') },
              ...earlier.map(each => ({
                id: each.draft,
                label: t('term.numbered', { number: number(each.number ?? 0) }),
              })),
            ]}
          />
        )}
        <div className="actions">
          <Button onPress={() => setWhole(!isWhole)}>{t(isWhole ? 'text.by-clause' : 'text.whole')}</Button>
          <FileMenu
            source={draftAsFile(draft)}
            language={language}
            {...(before === undefined ? {} : { against: draftAsFile(before) })}
          />
          {room.kind === 'caucus' && !talks.mediates && mayAnswer(room, draft, talks) && (
            <LinkButton to={`${talks.base}/${draftImportPath(room.id, draft.draft)}`}>
              {t('text.import')}
            </LinkButton>
          )}
          <Withdraw room={room} draft={draft} />
        </div>
      </div>
      {isWhole && before !== undefined && (
        <Compared changes={changes} clauses={clauses} language={language} />
      )}
      {isWhole && before === undefined && <DraftDocument clauses={clauses} language={language} />}
      {!isWhole && shown !== undefined && (
        <section
          className="clause"
          aria-label={t('text.clause-of', { place: number(at + 1), all: number(clauses.length) })}
        >
          <div className="clause__head">
            <p className="quiet">
              {t('text.clause-of', { place: number(at + 1), all: number(clauses.length) })}
            </p>
            {before !== undefined && changed.has(shown.clause) && (
              <p className="clause__changed">
                {t('text.changed-since', { number: number(before.number ?? 0) })}
              </p>
            )}
          </div>
          <DraftedWords
            clause={shown}
            language={language}
            number={numberIn(numbers, shown.clause, language)}
          />
          {before !== undefined && changed.has(shown.clause) && (
            <Compared
              changes={changes.filter(({ clause }) => clause === shown.clause)}
              clauses={clauses}
              language={language}
            />
          )}
          <ClauseAnswers key={shown.clause} room={room} draft={draft} clause={shown} language={language} />
        </section>
      )}
      {!isWhole && (
        <div className="actions draft__steps no-print">
          <Button isDisabled={at === 0} onPress={() => setAt(at - 1)}>
            {t('text.previous')}
          </Button>
          <Button isDisabled={at >= clauses.length - 1} onPress={() => setAt(at + 1)}>
            {t('text.next')}
          </Button>
          {nextChanged > 0 && (
            <Button weight="text" onPress={() => setAt(nextChanged)}>
              {t('text.next-changed')}
            </Button>
          )}
        </div>
      )}
      <DraftCode draft={draft} />
    </Page>
  )
}

function Withdraw({ room, draft }: Props) {
  const { t } = useWords()
  const { session, mediates } = useTalks()
  const attempt = useAttempt()
  if (!mediates || draft.withdrawn !== undefined) return null
  return (
    <>
      <Button
        weight="text"
        isDisabled={attempt.busy}
        onPress={() =>
          void attempt.run(() => session.act(room.id, { kind: 'draft.withdraw', draft: draft.draft }))
        }
      >
        {t('text.withdraw')}
      </Button>
      <AttemptNotice attempt={attempt} />
    </>
  )
}
