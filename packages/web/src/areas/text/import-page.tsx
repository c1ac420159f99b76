import {
  draftingIn,
  type ImportReview,
  type ImportWay,
  proposedChoice,
  proposeImport,
  putImport,
  type RowChoice,
  reviewFile,
  reviewFileOfDraft,
  textFileLimits,
} from '@goodoffices/client'
import {
  clausesOf,
  clausesOfDraft,
  type Draft,
  type DraftClause,
  fail,
  type Marking,
  ok,
  type PartyId,
  type Result,
  type RoomState,
  type WorkingText,
} from '@goodoffices/core'
import { type ReactNode, useState } from 'react'
import { useNavigate } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../../ui/attempt.tsx'
import { Selection } from '../../ui/choice.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { ImportRows } from './import-rows.tsx'
import { draftPath, textPath } from './paths.ts'
import { TextFrame } from './text-frame.tsx'

type Chosen = ReadonlyMap<number, RowChoice>

/** A Word file beside the text at the desk: what was left out, whose changes, each passage; put is what was chosen. */
export function ImportPage({ desk, text }: { readonly desk: RoomState; readonly text: WorkingText }) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const navigate = useNavigate()
  const [ways, setWays] = useState<ReadonlyMap<string, ImportWay>>(new Map())
  const [sides, setSides] = useState<ReadonlyMap<string, PartyId>>(new Map())
  return (
    <TextFrame text={text} title={t('text.import')}>
      <Reviewed
        clauses={clausesOf(desk, text.text)}
        language={draftingIn(text)}
        read={bytes => reviewFile(desk, text, { bytes })}
        put={(review, rows) =>
          putImport(session, desk, { text, rows: review.rows, decisions: { rows, ways, sides } })
        }
        label={t('text.import-do')}
        onDone={() => navigate({ to: `${base}/${textPath}?text=${text.text}` })}
      >
        {({ authors }) =>
          authors.map(author => (
            <fieldset key={author} className="import__author">
              <legend>
                <bdi>{author}</bdi>
              </legend>
              <Selection<ImportWay>
                label={t('text.import-changes')}
                value={ways.get(author) ?? 'both'}
                onChange={way => setWays(new Map(ways).set(author, way))}
                options={(['both', 'take', 'leave'] as const).map(id => ({ id, label: t(`text.way-${id}`) }))}
              />
              <Selection<PartyId | 'nobody'>
                label={t('text.import-side')}
                value={sides.get(author) ?? 'nobody'}
                onChange={party => {
                  const next = new Map(sides)
                  if (party === 'nobody') next.delete(author)
                  else next.set(author, party)
                  setSides(next)
                }}
                options={[
                  { id: 'nobody' as const, label: t('text.import-nobody') },
                  ...Object.values(desk.parties).map(({ party, name }) => ({ id: party, label: name })),
                ]}
              />
            </fieldset>
          ))
        }
      </Reviewed>
    </TextFrame>
  )
}

const markings = ['nothing', 'unattributed', 'attributed', 'verbatim'] as const

/** What a side changed in a draft in another program, said of that draft. */
export function DraftImportPage({ room, draft }: { readonly room: RoomState; readonly draft: Draft }) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const navigate = useNavigate()
  const [marking, setMarking] = useState<Marking | 'rule'>('rule')
  const said = marking === 'rule' || room.kind === 'table' ? {} : { marking }
  return (
    <Page title={t('text.import')} {...(draft.title === undefined ? {} : { lead: <bdi>{draft.title}</bdi> })}>
      <Reviewed
        clauses={clausesOfDraft(draft)}
        language={draftingIn(draft)}
        read={bytes => reviewFileOfDraft(draft, { bytes })}
        put={({ rows }, choices) => proposeImport(session, room, { draft, rows, choices, said })}
        label={t('text.propose-do')}
        onDone={() => navigate({ to: `${base}/${draftPath(room.id, draft.draft)}` })}
      >
        {() =>
          room.kind === 'caucus' && (
            <Selection<Marking | 'rule'>
              label={t('field.marking')}
              value={marking}
              onChange={setMarking}
              options={[
                { id: 'rule' as const, label: t('text.as-agreed') },
                ...markings.map(id => ({ id, label: t(`marking.${id}`) })),
              ]}
            />
          )
        }
      </Reviewed>
    </Page>
  )
}

type ReviewedProps = {
  readonly clauses: readonly Pick<DraftClause, 'clause' | 'clauseKind' | 'upper' | 'insertedAs'>[]
  readonly language: string
  readonly read: (bytes: Uint8Array) => Promise<Result<ImportReview>>
  readonly put: (review: ImportReview, rows: Chosen) => Promise<Result<unknown>>
  readonly label: string
  readonly onDone: () => void
  readonly children: (review: ImportReview) => ReactNode
}

/** TXT-38: nothing is put before it was looked at. */
function Reviewed({ clauses, language, read, put, label, onDone, children }: ReviewedProps) {
  const { t } = useWords()
  const attempt = useAttempt()
  const [review, setReview] = useState<ImportReview>()
  const [choices, setChoices] = useState<Chosen>(new Map())
  const take = (file: File | undefined): void => {
    setReview(undefined)
    setChoices(new Map())
    if (file === undefined) return
    const asked = async () =>
      file.size > textFileLimits.bytesMax
        ? fail('file-too-long')
        : read(new Uint8Array(await file.arrayBuffer()))
    whenDone(attempt.run(asked), setReview)
  }
  const choiceOf = (row: ImportReview['rows'][number]): RowChoice =>
    choices.get(row.at) ?? proposedChoice(row)
  const isNothing = review === undefined || !review.rows.some(row => choiceOf(row).put)
  return (
    <ActForm
      label={label}
      incomplete={isNothing}
      act={async () => (review === undefined ? ok(null) : put(review, choices))}
      onDone={onDone}
    >
      <FileField
        label={t('text.import-file')}
        hint={t('text.import-hint')}
        accept=".docx"
        onChoose={([file]) => take(file)}
      />
      <AttemptNotice attempt={attempt} />
      {review !== undefined && (
        <>
          {review.leftOut.length > 0 && (
            <Section title={t('text.left-out')}>
              <ul>
                {review.leftOut.map(({ kind, count }) => (
                  <li key={kind}>{t(`term.left-out.${kind}`, { count })}</li>
                ))}
              </ul>
            </Section>
          )}
          {children(review)}
          <ImportRows
            review={review}
            clauses={clauses}
            language={language}
            choiceOf={choiceOf}
            onChoice={(at, choice) => setChoices(new Map(choices).set(at, choice))}
          />
        </>
      )}
    </ActForm>
  )
}
