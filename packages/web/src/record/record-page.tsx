import type { RoomId, RoomState } from '@goodoffices/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { printHash } from '../room/print-whole.ts'
import type { OpenedEntry } from '../session/session.ts'
import { roomName } from '../talks/room-name.tsx'
import { nameIn, useTalks } from '../talks/talks.tsx'
import { AttemptNotice, useAttempt } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { Selection } from '../ui/choice.tsx'
import { ActionMenu } from '../ui/menu.tsx'
import { Page } from '../ui/page.tsx'
import { ViolationText } from '../words/violation-text.tsx'
import { useWords } from '../words/words.tsx'
import { saveFile } from './save-file.ts'
import type { CopyFormat } from './write-copy.ts'
import './record.css'

const entriesShown = 100

/** The room's log as it can be verified: every entry in order, the head that proves them, and one's own copy. */
export function RecordPage() {
  const words = useWords()
  const { t, number, language } = words
  const { session, process, base, rooms, mediates } = useTalks()
  const navigate = useNavigate()
  const attempt = useAttempt()
  const [chosen, setChosen] = useState<RoomId | undefined>(rooms[0]?.id)
  const [shown, setShown] = useState(entriesShown)
  const room = rooms.find(item => item.id === chosen) ?? rooms[0]
  if (room === undefined) return null
  const entries = session.entries(room.id)
  const head = headOf(session.checkpoint(room.id))
  const earlier = Math.max(0, entries.length - shown)
  const save = (format: CopyFormat, whole: boolean) =>
    void attempt.run(async () => {
      const { writeCopy } = await import('./write-copy.ts')
      const wanted = whole ? rooms.map(item => item.id) : [room.id]
      const content = await writeCopy(session, { rooms: wanted, format, language })
      saveFile({ content, format, name: whole ? process.title : roomName(room, words, mediates) })
      return { ok: true, value: null }
    })
  return (
    <Page title={t('record.title')} lead={t('record.lead')} width="narrow">
      <div className="record__tools no-print">
        <Selection
          label={t('record.room')}
          value={room.id}
          onChange={setChosen}
          options={rooms.map(item => ({ id: item.id, label: roomName(item, words, mediates) }))}
        />
        <ActionMenu
          label={t('record.export')}
          choices={[
            { id: 'html', label: t('record.html'), onAction: () => save('html', false) },
            { id: 'docx', label: t('record.docx'), onAction: () => save('docx', false) },
            {
              id: 'print',
              label: t('record.print'),
              onAction: () => void navigate({ to: `${base}/rooms/${room.id}`, hash: printHash }),
            },
            { id: 'record', label: t('record.file'), onAction: () => save('record', false) },
            { id: 'all', label: t('record.all'), onAction: () => save('record', true) },
          ]}
        />
      </div>
      <p aria-live="polite" className="small quiet">
        {attempt.busy ? t('record.preparing') : ''}
      </p>
      <AttemptNotice attempt={attempt} />
      {head !== undefined && (
        <dl className="record__head">
          <div>
            <dt>{t('record.size')}</dt>
            <dd>{number(head.size)}</dd>
          </div>
          <div>
            <dt>{t('record.root')}</dt>
            <dd className="code" dir="ltr">
              {head.root}
            </dd>
          </div>
        </dl>
      )}
      {earlier > 0 && (
        <Button weight="text" onPress={() => setShown(shown + entriesShown)}>
          {t('room.earlier', { count: earlier })}
        </Button>
      )}
      <table className="record">
        <caption className="unseen">{t('record.entries')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('record.position')}</th>
            <th scope="col">{t('record.what')}</th>
            <th scope="col">{t('record.who')}</th>
            <th scope="col">{t('record.when')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(earlier).map(entry => (
            <EntryRow key={entry.entry.id} room={room} entry={entry} />
          ))}
        </tbody>
      </table>
    </Page>
  )
}

/** Size and root hash, from the second and third line of a C2SP checkpoint. */
function headOf(
  checkpoint: string | undefined,
): { readonly size: number; readonly root: string } | undefined {
  const [, size, root] = checkpoint?.split('\n') ?? []
  return size === undefined || root === undefined ? undefined : { size: Number(size), root }
}

type RowProps = { readonly room: RoomState; readonly entry: OpenedEntry }

function EntryRow({ room, entry }: RowProps) {
  const { t, day, moment, number } = useWords()
  const { session } = useTalks()
  const { violation } = entry
  const { act, device, time } = entry.entry
  const by = room.devices[device]
  const own = by === session.me.member
  return (
    <tr className={violation === undefined ? undefined : 'record__rejected'}>
      <td className="record__position">{number(entry.position)}</td>
      <td>
        {t(`act.${act.kind}`)}
        {violation !== undefined && (
          <p className="small">
            <ViolationText
              violation={violation}
              by={own || by === undefined ? undefined : nameIn(room, by)}
            />
          </p>
        )}
      </td>
      <td>
        <bdi>{by === undefined ? '—' : nameIn(room, by)}</bdi>
      </td>
      <td>{room.kind === 'table' && !own ? day(time) : moment(time)}</td>
    </tr>
  )
}
