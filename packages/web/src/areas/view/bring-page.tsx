import {
  bringThings,
  type CsvMistake,
  type CsvRead,
  csvLimits,
  invite,
  loadViews,
  peopleColumns,
  readPeople,
  readThings,
  registersBrought,
  sayCsvMistake,
} from '@goodoffices/client'
import { figuresOf, loadVocabulary } from '@goodoffices/client/words'
import { ok, type Result, type RoomState } from '@goodoffices/core'
import { use, useState } from 'react'
import { useNavigate } from '../../route/route.tsx'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { Selection } from '../../ui/choice.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import './view.css'

const people = 'people'

type Table = CsvRead<object> & { readonly bring: () => Promise<Result<unknown>>; readonly to: string }

/** VIEW-13: a table of an office, read whole before anything is put: what it would put, or where it is wrong. */
export function BringPage() {
  const words = useWords()
  const { t, language, shared } = words
  const { base, desk, table, process, session, mediates } = useTalks()
  const views = use(loadViews())
  const navigate = useNavigate()
  const [what, setWhat] = useState<string>(people)
  const [where, setWhere] = useState<'desk' | 'table'>('desk')
  const [read, setRead] = useState<Table>()
  const known = registersBrought(views)
  if (desk === undefined || !mediates)
    return (
      <Page title={t('view.bring')}>
        <p>{t('template.mediators')}</p>
      </Page>
    )
  const room = where === 'table' && table !== undefined ? table : desk
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return setRead(undefined)
    if (file.size > csvLimits.bytesMax)
      return setRead({
        rows: [],
        mistakes: [{ row: 1, why: 'too-many' }],
        bring: async () => ok(null),
        to: '',
      })
    setRead(await tableOf(await file.text(), { what, room }))
  }
  const tableOf = async (
    text: string,
    asked: { readonly what: string; readonly room: RoomState },
  ): Promise<Table> => {
    if (asked.what === people) {
      const found = await readPeople(text, desk)
      return {
        ...found,
        to: `${base}/people`,
        bring: async () => {
          for (const person of found.rows) {
            const invited = await invite(session, process.process, person)
            if (!invited.ok) return invited
          }
          return ok(null)
        },
      }
    }
    const found = await readThings(text, { room: asked.room, register: asked.what, views })
    return {
      ...found,
      to: `${base}/rooms/${asked.room.id}`,
      bring: () => bringThings(session, asked.room, { register: asked.what, rows: found.rows }),
    }
  }
  const columns =
    what === people ? peopleColumns : (known.find(({ register }) => register === what)?.columns ?? [])
  return (
    <Page title={t('view.bring')} lead={t('view.bring-lead')}>
      <ActForm
        label={t('view.bring-do', { count: read?.rows.length ?? 0 })}
        act={async () => (read === undefined ? ok(null) : read.bring())}
        incomplete={read === undefined || read.rows.length === 0 || read.mistakes.length > 0}
        onDone={() => navigate({ to: read?.to ?? base })}
      >
        <Selection
          label={t('view.bring-what')}
          value={what}
          onChange={next => {
            setWhat(next)
            setRead(undefined)
          }}
          options={[
            { id: people, label: t('nav.people') },
            ...known.map(({ register }) => ({
              id: register,
              label: shared(`register.${register}`) ?? register,
            })),
          ]}
        />
        {what !== people && (
          <Selection
            label={t('view.bring-where')}
            value={where}
            onChange={next => {
              setWhere(next)
              setRead(undefined)
            }}
            options={(['desk', 'table'] as const).map(id => ({
              id,
              label: roomName((id === 'table' ? table : desk) ?? desk, words, mediates),
            }))}
          />
        )}
        <FileField
          key={`${what} ${where}`}
          label={t('view.bring-file')}
          hint={t('view.bring-columns', { columns: columns.join(', ') })}
          accept=".csv,text/csv"
          onChoose={([file]) => void take(file)}
        />
        <output>
          {read !== undefined && read.mistakes.length > 0 && (
            <Mistakes mistakes={read.mistakes} language={language} />
          )}
          {read !== undefined && read.mistakes.length === 0 && <Rows rows={read.rows} />}
        </output>
      </ActForm>
    </Page>
  )
}

type MistakesProps = {
  readonly mistakes: readonly CsvMistake[]
  readonly language: ReturnType<typeof useWords>['language']
}

function Mistakes({ mistakes, language }: MistakesProps) {
  const { t, locale } = useWords()
  const vocabulary = use(loadVocabulary(language))
  const figures = figuresOf(locale)
  return (
    <Section title={t('view.bring-mistakes')} hint={t('view.bring-nothing')}>
      <ul className="rows">
        {mistakes.map(mistake => (
          <li key={`${mistake.row} ${mistake.column ?? mistake.heading ?? ''} ${mistake.why}`}>
            {sayCsvMistake(vocabulary, figures, mistake)}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Rows({ rows }: { readonly rows: readonly object[] }) {
  const { t } = useWords()
  const headings = [...new Set(rows.flatMap(row => Object.keys(row)))].filter(heading => heading !== 'party')
  return (
    <Section title={t('view.bring-preview')}>
      <div className="brought-scroll">
        <table className="equal">
          <thead>
            <tr>
              {headings.map(heading => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // Rows of a file that was read have no other name than their place.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>
                {headings.map(heading => {
                  const value = (row as Readonly<Record<string, unknown>>)[heading]
                  return (
                    <td key={heading}>
                      <bdi>
                        {value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)}
                      </bdi>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
