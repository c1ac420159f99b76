import type { RoomState } from '@goodoffices/core'
import type { Words } from '../words/words.tsx'

/** What a room is called: by its own title, else by its kind and party. */
export function roomName(room: RoomState, { t }: Words, mediates: boolean): string {
  switch (room.kind) {
    case 'table':
      return t('room.table')
    case 'caucus':
      return mediates ? t('room.caucus-of', { party: room.party?.name ?? '' }) : t('room.caucus')
    case 'delegation':
      return t('room.delegation')
    case 'desk':
      return t('room.desk')
    case 'group':
      return room.title ?? t('room.group')
    case 'private':
      return t('room.private')
  }
}
