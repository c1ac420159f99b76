import { isPublic, type RoomState } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { Tick } from '../../ui/choice.tsx'
import { useWords, type Words } from '../../words/words.tsx'
import { type Carry, legTo, recipientsOf } from './carry.ts'

/** Who reads there, as the composer and the desk call them. */
export function readersOf(room: RoomState | undefined, { t }: Words): string {
  if (room === undefined) return ''
  if (room.kind === 'table') return t('kind.table')
  return room.kind === 'group' ? (room.title ?? t('kind.group')) : (room.party?.name ?? '')
}

/** Those of several rooms: one as it is called, more as a list. */
export function readersOfAll(rooms: readonly (RoomState | undefined)[], words: Words): string {
  const names = rooms.map(room => readersOf(room, words))
  return names.length === 1 ? (names[0] ?? '') : words.list(names)
}

/** What stands above what they will see. */
export function previewTitle(room: RoomState, words: Words): string {
  const { t } = words
  if (room.kind === 'table') return t('preview.table')
  return room.kind === 'group'
    ? t('preview.group', { room: readersOf(room, words) })
    : t('preview.title', { party: room.party?.name ?? '' })
}

type Props = { readonly carry: Carry; readonly onChange: (next: (carry: Carry) => Carry) => void }

/** To whom it goes: one, or several in one step; at the table and in a group it is published. */
export function Recipients({ carry, onChange }: Props) {
  const words = useWords()
  const { t } = words
  const talks = useTalks()
  const { origin } = carry.common
  const rooms = recipientsOf(talks, origin)
  const chosen = new Set(carry.legs.map(({ to }) => to))
  if (rooms.length < 2) return null
  const choose = (room: RoomState, on: boolean) =>
    onChange(before => ({
      ...before,
      legs: rooms
        .filter(({ id }) => (id === room.id ? on : before.legs.some(({ to }) => to === id)))
        .map(({ id }) => before.legs.find(({ to }) => to === id) ?? legTo(id)),
    }))
  return (
    <fieldset className="recipients">
      <legend className="field__label">{t('carry.recipient')}</legend>
      {rooms.map(room => (
        <Tick
          key={room.id}
          label={<bdi>{readersOf(room, words)}</bdi>}
          checked={chosen.has(room.id)}
          onChange={on => choose(room, on)}
        />
      ))}
      {rooms.some(room => isPublic(room) && chosen.has(room.id)) && (
        <p className="small quiet">{t('carry.published')}</p>
      )}
      {carry.legs.length > 1 && <p className="small quiet">{t('carry.together')}</p>}
    </fieldset>
  )
}
