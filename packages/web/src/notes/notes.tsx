import { newId } from '@goodoffices/client'
import type { Note, RoomId, RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { meIn, nameIn, useTalks } from '../talks/talks.tsx'
import { ActForm } from '../ui/act-form.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { useDraft } from '../ui/draft.ts'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words/words.tsx'
import '../sheet/sheet.css'

type Props = {
  readonly room: RoomState
  /** Only notes about these rooms; a new one is about the first. */
  readonly about?: readonly RoomId[]
}

/** Notes of one person, of the team at the desk or of a delegation; each is changed by its writer alone. */
export function NotesOf({ room, about }: Props) {
  const { t } = useWords()
  const { session } = useTalks()
  const [body, setBody] = useDraft(session, `note ${room.id} ${about?.[0] ?? ''}`)
  const [subject] = about ?? []
  const writes = meIn(room, session) !== undefined
  const notes = Object.values(room.notes)
    .filter(note => about === undefined || (note.about !== undefined && about.includes(note.about.room)))
    .toSorted((a, b) => b.position - a.position)
  return (
    <section className="form" aria-label={t('notes.title')}>
      <p className="quiet">{t(`notes.${room.kind === 'private' ? 'private' : 'team'}`)}</p>
      {writes && (
        <ActForm
          label={t('notes.keep')}
          weight="plain"
          act={() =>
            session.act(room.id, {
              kind: 'note.write',
              note: newId(),
              body,
              ...(subject === undefined ? {} : { about: { room: subject } }),
            })
          }
          incomplete={body.trim() === ''}
          onDone={() => setBody('')}
        >
          <Field label={t('notes.new')} lines={4} value={body} onChange={setBody} />
        </ActForm>
      )}
      <ol className="entries">
        {notes.map(note => (
          <li key={note.note} className="entry">
            <OneNote room={room} note={note} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function OneNote({ room, note }: { readonly room: RoomState; readonly note: Note }) {
  const { t, moment } = useWords()
  const { session } = useTalks()
  const attempt = useAttempt()
  const [body, setBody] = useState<string>()
  return (
    <>
      <div className="entry__head">
        <bdi className="entry__who">{nameIn(room, note.by)}</bdi>
        <time dateTime={new Date(note.time).toISOString()}>{moment(note.time)}</time>
      </div>
      {body === undefined ? (
        <div className="prose" dir="auto">
          {note.body}
        </div>
      ) : (
        <Field label={t('notes.change')} lines={4} value={body} onChange={setBody} />
      )}
      <AttemptNotice attempt={attempt} />
      {meIn(room, session)?.member === note.by && (
        <div className="entry__foot">
          {body === undefined ? (
            <Button weight="text" onPress={() => setBody(note.body)}>
              {t('notes.change')}
            </Button>
          ) : (
            <>
              <Button
                weight="text"
                isDisabled={body.trim() === ''}
                onPress={() =>
                  whenDone(
                    attempt.run(() =>
                      session.act(room.id, {
                        kind: 'note.write',
                        note: note.note,
                        body,
                        ...(note.about === undefined ? {} : { about: note.about }),
                      }),
                    ),
                    () => setBody(undefined),
                  )
                }
              >
                {t('notes.keep')}
              </Button>
              <Button weight="text" onPress={() => setBody(undefined)}>
                {t('do.cancel')}
              </Button>
            </>
          )}
        </div>
      )}
    </>
  )
}
