/** What a sample promises beyond being playable: no source shows through, and nobody's chair is idle. */

import {
  type Carried,
  fail,
  isMediator,
  ok,
  type Result,
  type RoomState,
  type Waiting,
  waitingAtDesk,
  waitingInCaucus,
} from '@goodoffices/core'
import { roomNamed } from '../../src/sample/act.ts'
import type { RoomName, Sample } from '../../src/sample/sample.ts'
import { type Played, playThrough } from '../../src/sample/script.ts'

/** What is left for a visitor to do, by the person in whose chair. */
export type SampleReport = Played & { readonly waiting: ReadonlyMap<string, readonly Waiting[]> }

/** Plays the sample with ids of no consequence and checks what it promises. Fails like `expandSample`, or with a code of its own. */
export function checkSample(sample: Sample): Result<SampleReport> {
  let count = 0
  const played = playThrough(sample, () => {
    count += 1
    return `id_${String(count).padStart(8, '0')}`
  })
  if (!played.ok) return played
  const { rooms } = played.value
  const desk = rooms.get('desk' as RoomName)
  for (const carried of Object.values(desk?.conveyances ?? {})) {
    const hidden = checkHidden(carried, rooms)
    if (!hidden.ok) return hidden
  }
  const waiting = new Map(sample.chairs.map(({ person }) => [person, waitingFor(sample, person, rooms)]))
  const idle = [...waiting].find(([, list]) => list.length === 0)
  return idle === undefined ? ok({ ...played.value, waiting }) : fail('chair-idle', { name: idle[0] })
}

/** SAMPLE-7: an unattributed delivery names neither the source nor anybody behind it, and bears no sender. */
function checkHidden({ plan }: Carried, rooms: ReadonlyMap<RoomName, RoomState>): Result<null> {
  if (plan.as !== 'unattributed' || plan.origin.kind === 'mediators') return ok(null)
  const source = rooms.get(roomNamed(plan.origin.room))
  const delivery = rooms.get(roomNamed(plan.to))?.deliveries[plan.delivery]
  if (delivery?.from !== undefined) return fail('source-named', { name: delivery.from })
  const seen = `${plan.title ?? ''}\n${plan.wording}`.toLowerCase()
  const names = [
    source?.party?.name ?? '',
    ...Object.values(source?.members ?? {})
      .filter(member => !isMediator(member))
      .map(member => member.name),
  ]
  const named = names.find(name => name !== '' && seen.includes(name.toLowerCase()))
  return named === undefined ? ok(null) : fail('source-named', { name: named })
}

function waitingFor(
  sample: Sample,
  person: string,
  rooms: ReadonlyMap<RoomName, RoomState>,
): readonly Waiting[] {
  const party = sample.people.find(({ id }) => id === person)?.party
  if (party !== undefined) {
    const caucus = rooms.get(`caucus:${party}` as RoomName)
    return caucus === undefined ? [] : waitingInCaucus(caucus)
  }
  const desk = rooms.get('desk' as RoomName)
  const caucuses = [...rooms.values()].filter(({ kind }) => kind === 'caucus')
  return desk === undefined ? [] : waitingAtDesk(desk, caucuses)
}
