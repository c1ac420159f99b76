import { draftingIn, newId, numbersOf } from '@goodoffices/client'
import {
  type Act,
  clausesOf,
  missingTerm,
  type RoomState,
  type TextTermId,
  type WorkingText,
} from '@goodoffices/core'
import { useState } from 'react'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { Field } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { languageName } from '../../words/language-name.ts'
import { useWords } from '../../words/words.tsx'
import { nameOfRow, numberIn } from './clause-name.ts'
import { clausePath } from './paths.ts'
import { TextFrame } from './text-frame.tsx'

type Props = { readonly desk: RoomState; readonly text: WorkingText }

/** TXT-33: words that are the same throughout, in each language, and the clauses in which the partner of one is missing. */
export function TermsPage({ desk, text }: Props) {
  const { t, locale } = useWords()
  const { session, base } = useTalks()
  const [words, setWords] = useState<Readonly<Record<string, string>>>({})
  const [id, setId] = useState(() => newId<TextTermId>())
  const rows = clausesOf(desk, text.text)
  const numbers = numbersOf(rows)
  const language = draftingIn(text)
  const spoken = text.languages.flatMap(each => {
    const word = (words[each.language] ?? '').trim()
    return word === '' ? [] : [{ language: each.language, word }]
  })
  const act: Act = { kind: 'text.term', term: id, text: text.text, spoken }
  return (
    <TextFrame text={text}>
      <ul className="rows">
        {Object.values(desk.textTerms)
          .filter(term => term.text === text.text)
          .map(term => (
            <li key={term.term}>
              <p>
                {term.spoken.map(each => (
                  <span key={each.language}>
                    <bdi lang={each.language}>{each.word}</bdi>{' '}
                    <span className="quiet small">{languageName(each.language, locale)}</span>{' '}
                  </span>
                ))}
              </p>
              {missingTerm(desk, term).map(clause => {
                const row = desk.clauses[clause]
                return row === undefined ? null : (
                  <p key={clause} className="small">
                    {t('text.term-missing')}{' '}
                    <Link to={`${base}/${clausePath(clause)}`}>
                      {numberIn(numbers, clause, language)} {nameOfRow(row, language)}
                    </Link>
                  </p>
                )
              })}
            </li>
          ))}
      </ul>
      <Section title={t('text.term-new')} hint={t('text.term-hint')}>
        <ActForm
          label={t('text.term-do')}
          incomplete={spoken.length === 0}
          act={() => session.act(desk.id, act)}
          onDone={() => {
            setWords({})
            setId(newId<TextTermId>())
          }}
        >
          <div className="pair">
            {text.languages.map(each => (
              <Field
                key={each.language}
                label={languageName(each.language, locale)}
                optional
                value={words[each.language] ?? ''}
                onChange={word => setWords({ ...words, [each.language]: word })}
              />
            ))}
          </div>
        </ActForm>
      </Section>
    </TextFrame>
  )
}
