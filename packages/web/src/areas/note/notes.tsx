import { certificatesOf, newId, notesOf, writeNote } from '@goodoffices/client'
import type { Note, Result, RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { Link } from '../../route/route.tsx'
import { meIn, nameIn, useTalks } from '../../talks/talks.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { Button } from '../../ui/button.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Field } from '../../ui/field.tsx'
import { Said } from '../../ui/said.tsx'
import { useWords } from '../../words/words.tsx'
import { PurgeDialog } from './purge-dialog.tsx'
import '../message/sheet.css'

/** Notes of the team at the desk, or of a delegation. */
export function NotesOf({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { session } = useTalks()
  const write = (body: string) => session.act(room.id, { kind: 'note.write', note: newId(), body })
  return (
    <section className="form" aria-label={t('notes.title')}>
      <p className="quiet">{t('notes.team')}</p>
      {meIn(room, session) !== undefined && <NewNote draft={`note ${room.id}`} write={write} />}
      <NoteList rooms={[room]} />
    </section>
  )
}

/** One's own notes on these talks, in the rooms that the session keeps for them. */
export function OwnNotes() {
  const { t } = useWords()
  const { session, process, base } = useTalks()
  const [purging, setPurging] = useState(false)
  const rooms = notesOf(session, process.process).filter(({ destroyed }) => destroyed === undefined)
  const certificates = certificatesOf(session).filter(
    each => each.roomKind === 'private' && each.process.process === process.process,
  )
  return (
    <section className="form" aria-label={t('notes.title')}>
      <p className="quiet">{t('notes.private')}</p>
      <NewNote
        draft={`note on ${process.process}`}
        write={body => writeNote(session, process.process, { body })}
      />
      <NoteList rooms={rooms} />
      {rooms.length > 0 && (
        <div className="actions no-print">
          <Button weight="text" onPress={() => setPurging(true)}>
            {t('purge.open')}
          </Button>
        </div>
      )}
      <div aria-live="polite">
        {certificates.length > 0 && (
          <p className="small quiet">
            {t('purge.done')} <Link to={`${base}/certificates`}>{t('certificates.title')}</Link>
          </p>
        )}
      </div>
      {purging && <PurgeDialog rooms={rooms} onClose={() => setPurging(false)} />}
    </section>
  )
}

type NewNoteProps = {
  /** Under which name an unfinished one is kept. */
  readonly draft: string
  readonly write: (body: string) => Promise<Result<unknown>>
}

function NewNote({ draft, write }: NewNoteProps) {
  const { t } = useWords()
  const { session } = useTalks()
  const [body, setBody] = useDraft(session, draft)
  return (
    <ActForm
      label={t('notes.keep')}
      weight="plain"
      act={() => write(body)}
      incomplete={body.trim() === ''}
      onDone={() => setBody('')}
    >
      <Field label={t('notes.new')} lines={4} value={body} onChange={setBody} />
    </ActForm>
  )
}

/** The newest first; each is changed by its writer alone. */
function NoteList({ rooms }: { readonly rooms: readonly RoomState[] }) {
  const notes = rooms
    .flatMap(room => Object.values(room.notes).map(note => ({ room, note })))
    .toSorted((a, b) => b.note.time - a.note.time)
  return (
    <ol className="entries">
      {notes.map(({ room, note }) => (
        <li key={note.note} className="entry">
          <OneNote room={room} note={note} />
        </li>
      ))}
    </ol>
  )
}

function OneNote({ room, note }: { readonly room: RoomState; readonly note: Note }) {
  const { t, moment } = useWords()
  const { session } = useTalks()
  const [body, setBody] = useState<string>()
  const stop = () => setBody(undefined)
  return (
    <>
      <div className="entry__head">
        <bdi className="entry__who">{nameIn(room, note.by)}</bdi>
        <time dateTime={new Date(note.time).toISOString()}>{moment(note.time)}</time>
      </div>
      {body === undefined ? (
        <div className="prose" dir="auto">
          <Said text={note.body} />
        </div>
      ) : (
        <ActForm
          label={t('notes.keep')}
          weight="plain"
          act={() =>
            session.act(room.id, {
              kind: 'note.write',
              note: note.note,
              body,
              ...(note.about === undefined ? {} : { about: note.about }),
            })
          }
          incomplete={body.trim() === ''}
          onDone={stop}
          beside={
            <Button weight="text" onPress={stop}>
              {t('do.cancel')}
            </Button>
          }
        >
          <Field label={t('notes.change')} lines={4} value={body} onChange={setBody} />
        </ActForm>
      )}
      {body === undefined && meIn(room, session)?.member === note.by && (
        <div className="entry__foot">
          <Button weight="text" onPress={() => setBody(note.body)}>
            {t('notes.change')}
          </Button>
        </div>
      )}
    </>
  )
}
