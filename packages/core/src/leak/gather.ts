/** What the leak check is given of the rooms a mediator holds. It asks every area and knows none. */

import { allAreas, type RoomState, wordsOfAct } from '../areas.ts'
import type { Carrying, Speech } from '../room/area.ts'
import { eventsOf } from '../room/items.ts'
import { isMediator } from '../room/roles.ts'
import type { ReadText } from './find.ts'
import { readerOf } from './words.ts'

type EventText = { readonly text: string; readonly isMediators: boolean }

/** The texts of acts that stand by themselves. */
const eventTexts = (room: RoomState): readonly EventText[] =>
  eventsOf(room).flatMap(item => {
    const author = room.members[item.by]
    const isRecorded = Object.hasOwn(item.said, 'recorded')
    const isMediators = author !== undefined && isMediator(author) && !isRecorded
    return wordsOfAct(item.said).map(text => ({ text, isMediators }))
  })

/** LEAK-9: every text that stands in another side's room. */
export function speechIn(room: RoomState, carrying: Carrying): readonly (Speech & ReadText)[] {
  const read = readerOf(room)
  const speech = [
    ...allAreas.flatMap(area => area.speech?.(room, carrying) ?? []),
    ...eventTexts(room).map(({ text }): Speech => ({ text, counts: 'guarded' })),
  ]
  return speech.map(said => ({ ...said, words: read(said.text) }))
}

/** LEAK-5: what the room's own side knows of it. What mediators said there of themselves clears nothing. */
export function heardIn(room: RoomState): readonly ReadText[] {
  const read = readerOf(room)
  const heard = [
    ...allAreas.flatMap(area => area.heard?.(room) ?? []),
    ...eventTexts(room).flatMap(({ text, isMediators }) => (isMediators ? [] : [text])),
    ...Object.values(room.members).map(({ name }) => name),
    room.party?.name ?? '',
    room.process.title,
  ]
  return heard.map(text => ({ text, words: read(text) }))
}
