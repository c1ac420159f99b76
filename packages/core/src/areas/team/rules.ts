/** A caucus that goes on in another room. The rules are numbered in `docs/spec/team.md`. */

import type { ItemId, RoomId } from '../../ids.ts'
import { fail, ok } from '../../result.ts'
import { checkForParty } from '../../room/in-whose-name.ts'
import { isMediator, leadsParty } from '../../room/roles.ts'
import type { Member } from '../../room/state.ts'
import type { Circumstance } from '../../schema.ts'
import type { Talking } from '../message/state.ts'
import { institutionOf, saidOf } from './coming.ts'
import type { TeamState } from './state.ts'

type Holding = Talking & TeamState

/** TEAM-10: mediators offer a room, where the party lets those mediators come from here on. */
export function checkOffer(
  room: Holding,
  author: Member,
  offer: { readonly room: RoomId; readonly item: ItemId },
) {
  if (room.kind !== 'caucus') return fail('caucus-only')
  if (!isMediator(author)) return fail('mediators-only')
  if (offer.room === room.id) return fail('wrong-room')
  return checkFromHere(room, institutionOf(room, offer.item))
}

/** TEAM-11: the party adopts the room that was offered last, while its yes stands. */
export function checkAdoption(
  room: Holding,
  author: Member,
  adoption: { readonly room: RoomId; readonly recorded?: Circumstance },
) {
  const allowed = checkForParty(room, author, adoption, leadsParty)
  if (!allowed.ok) return allowed
  if (room.successor?.room !== adoption.room) return fail('successor-unknown')
  return checkFromHere(room, room.successor.institution)
}

const checkFromHere = (room: Holding, institution: string) =>
  saidOf(room, institution)?.verb === 'accepted-from-here'
    ? ok(null)
    : fail('mediator-not-accepted', { institution })
