/** What a device asks of its other rooms before a mediator puts what another has undertaken, or attests its copy (decision 8). */

import {
  courseOfUndertaking,
  findRegister,
  isMediator,
  isSamePlain,
  makerOf,
  type RegisterItem,
  type RoomState,
  standingOf,
  type Undertaking,
} from '@goodoffices/core'
import { fail, ok } from '../../result.ts'
import type { AboutToSay, GoesWith } from '../area.ts'
import { textOf } from './copies.ts'

const asUndertaking = (thing: RegisterItem): Undertaking => thing as unknown as Undertaking

const isByMediator = ({ room, by }: AboutToSay): boolean => {
  const author = room.members[by]
  return author !== undefined && isMediator(author)
}

/** Everything that its maker has given, where its maker put it. */
const givenIn = (rooms: readonly RoomState[], register: string): readonly RegisterItem[] =>
  rooms.flatMap(room =>
    Object.values(room.items).filter(
      thing => thing.register === register && makerOf(room, thing) !== 'mediators' && isGiven(room, thing),
    ),
  )

function isGiven(room: RoomState, thing: RegisterItem): boolean {
  const asGiven = findRegister(thing.register)?.asGiven
  return thing.register === 'undertaking'
    ? courseOfUndertaking(thing, room) === 'given'
    : thing.marks.some(({ verb, lapsed }) => verb === asGiven && lapsed === undefined)
}

/** UNDT-2: among the sides a mediator puts it as its maker has given it, and nothing else in its name. */
export const puttingAsGiven: GoesWith = about => {
  const { act } = about.step
  if (act.kind !== 'item.put' || act.recorded !== undefined || !isByMediator(about)) return ok([])
  if (findRegister(act.register)?.asGiven === undefined) return ok([])
  const isThere = givenIn(about.rooms(), act.register).some(thing =>
    isSamePlain(standingOf(thing).fields, act.fields),
  )
  return isThere ? ok([]) : fail('not-as-given')
}

/** UNDT-8: another side has given an undertaking in the very same words, and the mediators have both. */
export const attestingCopy: GoesWith = about => {
  const { act } = about.step
  if (act.kind !== 'item.mark' || act.verb !== 'copy-attested') return ok([])
  const thing = about.room.items[act.item]
  if (thing?.register !== 'undertaking' || !isByMediator(about)) return ok([])
  const [own, text] = [asUndertaking(thing), textOf(asUndertaking(thing))]
  const isThere = givenIn(about.rooms(), 'undertaking').some(
    other =>
      standingOf(asUndertaking(other)).fields.party !== standingOf(own).fields.party &&
      textOf(asUndertaking(other)) === text,
  )
  return isThere ? ok([]) : fail('copy-not-found')
}
