/** What the leak check is given of the rooms a mediator holds. It asks every area and knows none. */

import { allAreas, type RoomState, wordsOfAct } from '../areas.ts'
import type { Carrying, Speech } from '../room/area.ts'
import { itemsOf } from '../room/items.ts'
import { isMediator } from '../room/roles.ts'

type EventText = { readonly text: string; readonly isMediators: boolean }

/** The texts of acts that stand by themselves. */
const eventTexts = (room: RoomState): readonly EventText[] =>
  itemsOf(room).flatMap(item => {
    if (item.kind !== 'event') return []
    const author = room.members[item.by]
    const isRecorded = Object.hasOwn(item.said, 'recorded')
    const isMediators = author !== undefined && isMediator(author) && !isRecorded
    return wordsOfAct(item.said).map(text => ({ text, isMediators }))
  })

/** LEAK-9: every text that stands in another side's room. */
export const speechIn = (room: RoomState, carrying: Carrying): readonly Speech[] => [
  ...allAreas.flatMap(area => area.speech?.(room, carrying) ?? []),
  ...eventTexts(room).map(({ text }): Speech => ({ text, counts: 'guarded' })),
]

/** LEAK-5: what the room's own side knows of it. What mediators said there of themselves clears nothing. */
export const heardIn = (room: RoomState): readonly string[] => [
  ...allAreas.flatMap(area => area.heard?.(room) ?? []),
  ...eventTexts(room).flatMap(({ text, isMediators }) => (isMediators ? [] : [text])),
  ...Object.values(room.members).map(({ name }) => name),
  room.party?.name ?? '',
  room.process.title,
]
