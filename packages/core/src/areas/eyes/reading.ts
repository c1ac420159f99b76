/** Who has read what as it stands, and whether that is enough. The rules are numbered in `docs/spec/second-eyes.md`. */

import type { MemberId } from '../../ids.ts'
import { type ItemState, type Mark, standingOf } from '../../item/item.ts'
import { isTakenBack } from '../../item/register.ts'
import { fail, ok } from '../../result.ts'
import { isMediator } from '../../room/roles.ts'
import { presentIn, type Room } from '../../room/state.ts'
import type { Carried } from '../desk/state.ts'
import { type Demand, type Door, fieldOfDoor, type Readable } from './plan.ts'
import type { SecondReading } from './registers/second-reading.ts'
import type { EyesState } from './state.ts'
import { eyesVerbs, lastWords } from './verbs.ts'

type Desk = Room & EyesState & ItemState

export const readingsName = 'second-reading'

/** What colleagues are asked to read, or were, oldest first. */
export const readingsIn = ({ items }: ItemState): readonly SecondReading[] =>
  Object.values(items).filter(
    ({ register }) => register === readingsName,
  ) as unknown as readonly SecondReading[]

/** Whose eyes are looked for: those of mediators who are there, and not of whoever does it. */
const countsHere = (desk: Room, by: MemberId, actor: MemberId): boolean =>
  by !== actor && presentIn(desk).some(member => member.member === by && isMediator(member))

/** EYES-4: what those say of a thing to read who have read it as it stands, and are not against it. */
export const seenIn = (desk: Desk, item: SecondReading, actor: MemberId): readonly Mark[] =>
  isTakenBack({ verbs: eyesVerbs }, item)
    ? []
    : lastWords(item).filter(({ verb, by }) => verb === 'eyes-seen' && countsHere(desk, by, actor))

type Looked = { readonly door: Readable['door']; readonly digest: string; readonly actor: MemberId }

/** EYES-4: the same of whatever was asked to be read with this digest. */
export const readersOf = (desk: Desk, { door, digest, actor }: Looked): readonly MemberId[] =>
  readingsIn(desk)
    .filter(item => {
      const { toRead, digest: asked } = standingOf(item).fields
      return toRead.door === door && asked === digest
    })
    .flatMap(item => seenIn(desk, item, actor))
    .map(({ by }) => by)

/** EYES-4: the same of what was prepared to be carried: since it was put in its present words, by others than whoever put it so. */
export function readersOfCarried(
  desk: Room,
  { steps, writtenBy }: Pick<Carried, 'steps' | 'writtenBy'>,
  { digest, actor }: { readonly digest: string; readonly actor: MemberId },
): readonly MemberId[] {
  const written = steps.findLastIndex(({ did }) => did === 'prepare')
  const last = new Map<MemberId, string | undefined>()
  for (const step of steps.slice(written + 1))
    if (step.did === 'read' && step.by !== writtenBy) last.set(step.by, step.digest)
  return [...last].filter(([by, seen]) => seen === digest && countsHere(desk, by, actor)).map(([by]) => by)
}

/** How much a second mediator is wanted at a door. */
export const demandAt = ({ eyes }: EyesState, door: Door): Demand => eyes?.[fieldOfDoor[door]] ?? 'off'

/** Whether somebody else is at the desk who could read. */
export const hasColleague = (desk: Room, actor: MemberId): boolean =>
  presentIn(desk).some(member => member.member !== actor && isMediator(member))

/**
 * EYES-2: where it is required, another has read it. EYES-6: whoever is alone at the desk brings a colleague in by themselves, and does
 * nothing else by themselves that needs one.
 */
export function checkEyes(
  desk: Desk,
  {
    door,
    actor,
    readers,
  }: { readonly door: Door; readonly actor: MemberId; readonly readers: readonly MemberId[] },
) {
  if (demandAt(desk, door) !== 'required' || readers.length > 0) return ok(null)
  if (hasColleague(desk, actor)) return fail('eyes-missing')
  return door === 'bring' ? ok(null) : fail('eyes-nobody')
}
