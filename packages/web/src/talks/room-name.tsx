import type { Certificate, RoomState } from '@goodoffices/core'
import type { Words } from '../words/words.tsx'

type Named = {
  readonly kind: RoomState['kind']
  readonly title?: string | undefined
  readonly party?: { readonly name: string } | undefined
  readonly successor?: RoomState['successor']
}

/** What a room is called: by its own title, else by its kind and party. */
export function roomName(room: Named, words: Words, mediates: boolean): string {
  const { t } = words
  const { successor } = room
  // One in which nothing more is said: by who was not in it.
  if (successor?.adopted !== undefined)
    return t('institution.earlier', {
      room: roomName({ kind: room.kind, party: room.party }, words, mediates),
      names: words.list(successor.coming),
    })
  switch (room.kind) {
    case 'table':
      return t('kind.table')
    case 'caucus':
      return mediates ? t('room.caucus-of', { party: room.party?.name ?? '' }) : t('room.caucus')
    case 'delegation':
      return t('room.delegation')
    case 'desk':
      return t('room.desk')
    case 'group':
      return room.title ?? t('kind.group')
    case 'private':
      return t('room.private')
  }
}

/** What a room was called; it says which party's it was, whoever reads it. */
export const nameOfDestroyed = ({ roomKind, title, party }: Certificate, words: Words): string =>
  roomName({ kind: roomKind, title, party: party === undefined ? undefined : { name: party } }, words, true)
