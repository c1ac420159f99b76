/** What the leak check is given of the rooms a mediator holds. It asks every area and knows none. */

import { allAreas, type RoomState, saidInAct } from '../areas.ts'
import { type Carrying, type Speech, speechOfText } from '../room/area.ts'
import type { Worded } from '../room/fields.ts'
import { eventsOf } from '../room/items.ts'
import { isMediator } from '../room/roles.ts'
import type { ReadText } from './find.ts'
import { readerOf } from './words.ts'

type EventText = { readonly text: Worded; readonly isMediators: boolean }

/** The texts of acts that stand by themselves. */
const eventTexts = (room: RoomState): readonly EventText[] =>
  eventsOf(room).flatMap(item => {
    const author = room.members[item.by]
    const isRecorded = Object.hasOwn(item.said, 'recorded')
    const isMediators = author !== undefined && isMediator(author) && !isRecorded
    return saidInAct(item.said).map(text => ({ text, isMediators }))
  })

/** LEAK-9: every text that stands in another side's room. */
export function speechIn(room: RoomState, carrying: Carrying): readonly (Speech & ReadText)[] {
  const read = readerOf(room)
  const speech = [
    ...allAreas.flatMap(area => area.speech?.(room, carrying) ?? []),
    ...eventTexts(room).map(({ text }) => speechOfText(text, 'guarded')),
  ]
  return speech.map(said => ({ ...said, readings: read(said.text) }))
}

/** FACT-11: what stands at a desk and is guarded from all sides; whatever else stands there is the mediators' own. */
export function keptIn(room: RoomState): readonly (Speech & ReadText)[] {
  const read = readerOf(room)
  return allAreas
    .flatMap(area => area.kept?.(room) ?? [])
    .map(said => ({ ...said, readings: read(said.text) }))
}

/** LEAK-5: what the room's own side knows of it. What mediators said there of themselves clears nothing. */
export function heardIn(room: RoomState): readonly ReadText[] {
  const read = readerOf(room)
  const heard = [
    ...allAreas.flatMap(area => area.heard?.(room) ?? []),
    ...eventTexts(room).flatMap(({ text, isMediators }) => (isMediators ? [] : [text.value])),
    // Whoever is there is known to all, with what they are known for.
    ...Object.values(room.members).flatMap(({ name, post = '', institution = '' }) => [
      name,
      post,
      institution,
    ]),
    room.party?.name ?? '',
    room.process.title,
  ]
  return heard.map(text => ({ text, readings: read(text) }))
}
