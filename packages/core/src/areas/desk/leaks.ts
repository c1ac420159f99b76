/** The leak check of a conveyance: its title and wording against every other side's rooms. */

import type { RoomState } from '../../areas.ts'
import { findLeaks, type LeakCheckInput } from '../../leak/find.ts'
import type { Finding } from '../../leak/finding.ts'
import { blankFormula, blankNames } from '../../leak/formulas.ts'
import { heardIn, speechIn } from '../../leak/gather.ts'
import type { Carrying } from '../../room/area.ts'
import { isMediator } from '../../room/roles.ts'
import { presentIn } from '../../room/state.ts'
import { limits } from '../../schema.ts'
import { deliveryOf, type Sides } from './convey.ts'
import type { Conveyance } from './plan.ts'
import { carriesFromSame } from './rules.ts'

/**
 * What the leak check finds in the plan's title and wording: against everything that may not pass in every other caucus, and the
 * names of the people behind it. `rooms` are all that the mediator holds; those that do not bear on it are passed over.
 */
export function findLeaksIn(
  plan: Conveyance,
  sides: Sides<RoomState>,
  rooms: readonly RoomState[],
): readonly Finding[] {
  const { recipient } = sides
  const others = rooms.filter(room => room.kind === 'caucus' && room.id !== recipient.id)
  const carrying = carryingOf(plan, rooms)
  const speech = others.flatMap(room => speechIn(room, carrying))
  const counting = (wanted: (typeof speech)[number]['counts']) =>
    speech.filter(({ counts }) => counts === wanted)
  const textsOf = (wanted: (typeof speech)[number]['counts']) => counting(wanted).map(({ text }) => text)
  // Who is named as the source may be named in the wording too.
  const { from } = deliveryOf(plan, sides.source)
  const check: Omit<LeakCheckInput, 'wording'> = {
    guarded: counting('guarded'),
    reworded: counting('reworded'),
    substance: textsOf('substance'),
    known: [
      ...(from === undefined ? [] : [from]),
      ...[recipient, ...rooms.filter(room => hasAtTable(room, recipient))].flatMap(heardIn),
      ...textsOf('known'),
    ],
    ...namesBehind(plan, recipient, others),
  }
  const names = publicNames(recipient, rooms, check.names)
  const findIn = (text: string): readonly Finding[] =>
    findLeaks({ ...check, wording: blankNames(blankFormula(text), names) }).map(finding => ({
      ...finding,
      text: text.slice(finding.from, finding.from + finding.text.length),
    }))
  const inTitle = findIn(plan.title ?? '').map((finding): Finding => ({ ...finding, in: 'title' }))
  return [...inTitle, ...findIn(plan.wording)].slice(0, limits.findingsMax)
}

/** Names of parties that the recipient knows: its own, and those at the table where it sits, but for those not to be named here. */
function publicNames(
  recipient: RoomState,
  rooms: readonly RoomState[],
  hidden: readonly string[],
): readonly string[] {
  const tables = rooms.filter(room => hasAtTable(room, recipient))
  const names = [recipient, ...tables].flatMap(room => Object.values(room.parties).map(({ name }) => name))
  return names.filter(name => !hidden.includes(name))
}

/** What of other rooms may pass with the plan: the words it comes from, and deliveries elsewhere that carried the very same. */
function carryingOf(plan: Conveyance, rooms: readonly RoomState[]): Carrying {
  const { origin, as } = plan
  const deliveries = new Set(
    rooms
      .flatMap(({ conveyances }) => Object.values(conveyances))
      .filter(other => isSameWord(other.plan, plan))
      .map(other => other.plan.delivery),
  )
  if (origin.kind === 'mediators') return { as, deliveries }
  const { room } = origin
  if (origin.kind === 'offer') return { from: { room, about: origin.offer }, as, deliveries }
  const { message, part } = origin.passage
  return { from: { room, about: message, ...(part === undefined ? {} : { part }) }, as, deliveries }
}

/** The same passage or offer; what the recipient itself had carried there; or the mediators' own words, said alike to each. */
const isSameWord = (other: Conveyance, plan: Conveyance): boolean =>
  carriesFromSame(other, plan) ||
  (other.origin.kind !== 'mediators' && other.origin.room === plan.to) ||
  (other.origin.kind === 'mediators' && plan.origin.kind === 'mediators' && other.wording === plan.wording)

/** Whether this is a table at which the recipient's people sit, so that they know what was said there. */
const hasAtTable = (room: RoomState, recipient: RoomState): boolean =>
  room.kind === 'table' && presentIn(room).some(member => isOf(member, recipient))

const isOf = ({ party }: { readonly party?: string }, room: RoomState): boolean =>
  party !== undefined && party === room.party?.party

/** LEAK-1: the people of the other parties, whoever has left included; a party where it is hidden or not to be named. */
function namesBehind(plan: Conveyance, recipient: RoomState, others: readonly RoomState[]) {
  const { origin } = plan
  const told = new Set([recipient.party?.name, ...Object.values(recipient.members).map(({ name }) => name)])
  const people = others.flatMap(room =>
    Object.values(room.members)
      .filter(member => !isMediator(member))
      .map(({ name }) => name),
  )
  const parties = others.flatMap(({ id, party }) => {
    const isBehind = origin.kind !== 'mediators' && origin.room === id && plan.as === 'unattributed'
    return party !== undefined && (party.hidden || isBehind) ? [party.name] : []
  })
  const untold = (name: string): boolean => !told.has(name)
  return { people: people.filter(untold), names: parties.filter(untold) }
}
