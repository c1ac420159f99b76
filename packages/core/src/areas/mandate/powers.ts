/** MAND-9 to MAND-11: whether somebody may bind a side, by the powers that are on file in the room itself. Where none are, roles decide. */

import type { MemberId, PartyId } from '../../ids.ts'
import { type ItemFields, type ItemState, type RegisterItem, standingOf } from '../../item/item.ts'
import { countingMarks, type Deed, type PowerKind } from '../../item/register.ts'
import { makerOf } from '../../item/who.ts'
import { fail, ok } from '../../result.ts'
import { isMediator } from '../../room/roles.ts'
import type { Member, Room } from '../../room/state.ts'
import type { Circumstance } from '../../schema.ts'
import { ordinalOfUnmet } from './unmet.ts'
import { powersVerbs } from './verbs.ts'

type Holding = Room & ItemState
type Known = RegisterItem<unknown>

/** What of it stands, and in which group: its course, its examination. */
const lastOf = (powers: Known, group: string): string | undefined =>
  countingMarks({ verbs: powersVerbs }, powers).findLast(({ verb }) => {
    const known = powersVerbs[verb as keyof typeof powersVerbs]
    return 'group' in known && known.group === group
  })?.verb

export const examinationOf = (powers: Known): string | undefined => lastOf(powers, 'examination')

/** The side whose powers they are: what mediators post says it; nobody speaks for another side, and what was carried binds nobody (MAND-13). */
export function partyOfPowers(room: Holding, powers: Known): PartyId | undefined {
  const [first] = powers.revisions
  if (first?.delivery !== undefined || first?.question !== undefined) return undefined
  const maker = makerOf(room, powers)
  const named = (standingOf(powers).fields as ItemFields)['party']
  if (maker !== 'mediators') return maker
  return typeof named === 'string' ? (named as PartyId) : undefined
}

/** MAND-17: whether the side whose they are has said of them what is its own to say. */
export function areTakenUp(room: Holding, powers: Known): boolean {
  const side = partyOfPowers(room, powers)
  return countingMarks({ verbs: powersVerbs }, powers).some(({ voice }) => voice === side)
}

/** MAND-17: what mediators post for a side that acts for itself gives and takes nothing until that side has taken it up. */
const count = (room: Holding, powers: Known, side: PartyId): boolean =>
  makerOf(room, powers) !== 'mediators' || room.parties[side]?.account !== true || areTakenUp(room, powers)

export function powersStanding(powers: Known, room: Holding) {
  const course = lastOf(powers, 'course')
  if (course === 'revoked') return { standing: 'powers-revoked' } as const
  if (course === 'replaced') return { standing: 'powers-replaced' } as const
  if (course === 'suspended') return { standing: 'powers-suspended' } as const
  const unmet = ordinalOfUnmet(powers, room)
  if (unmet !== undefined) return { standing: 'suspended-by-condition', count: unmet } as const
  const examination = examinationOf(powers)
  if (examination === 'queried') return { standing: 'powers-queried' } as const
  if (examination === 'in-good-order') return { standing: 'powers-in-good-order' } as const
  const isPresented = countingMarks({ verbs: powersVerbs }, powers).some(({ verb }) => verb === 'presented')
  return { standing: isPresented ? 'powers-presented' : 'powers-on-file' } as const
}

const outOfForce: ReadonlySet<string> = new Set([
  'powers-revoked',
  'powers-suspended',
  'suspended-by-condition',
])

/** As what a mandate knows that which needs such powers. */
export const deedOfPowers: Readonly<Record<PowerKind, Deed>> = {
  negotiate: 'propose',
  adopt: 'agree-ad-referendum',
  initial: 'initial',
  'sign-ad-referendum': 'sign',
  sign: 'sign',
  'express-consent': 'sign',
}

/** What somebody is about to do that binds their side. */
export type BindingDeed = {
  readonly needs: PowerKind
  /** What it is about: a message, an offer, a question, a thing. */
  readonly about: string
  /** Whose deed it is, where the mediators write it down. */
  readonly recorded?: Circumstance
  readonly for?: PartyId
}

/**
 * `powers-not-held` where the side has powers on file and none that name whoever does this for it; `powers-suspended` where theirs are
 * suspended or revoked. MAND-10: what was confirmed afterwards may be done, and nothing else.
 */
export function checkPowers(room: Holding, author: Member, deed: BindingDeed) {
  const side = sideOf(room, author, deed)
  if (side === undefined) return ok(null)
  const onFile = Object.values(room.items).filter(
    thing => thing.register === 'powers' && partyOfPowers(room, thing) === side && count(room, thing, side),
  )
  if (onFile.length === 0 || onFile.some(powers => isConfirmed(powers, deed.about))) return ok(null)
  const current = onFile.filter(powers => powersStanding(powers, room).standing !== 'powers-replaced')
  const theirs = isMediator(author) ? current : latestNaming(current, author.member)
  const inForce = theirs.filter(powers => !outOfForce.has(powersStanding(powers, room).standing))
  if (theirs.length > 0 && inForce.length === 0) return fail('powers-suspended')
  return inForce.some(powers => allow(powers, deed.needs)) ? ok(null) : fail('powers-not-held')
}

/** Of what the mediators write down, the party that it is written down for. */
function sideOf({ party }: Room, author: Member, deed: BindingDeed): PartyId | undefined {
  if (!isMediator(author)) return author.party
  return deed.recorded === undefined ? undefined : (deed.for ?? party?.party)
}

const latestNaming = (powers: readonly RegisterItem[], member: MemberId): readonly RegisterItem[] =>
  powers.filter(thing => standingOf(thing).fields['person'] === member).slice(-1)

const isConfirmed = ({ marks }: Known, about: string): boolean =>
  marks.some(({ verb, evidence }) => verb === 'confirmed-afterwards' && evidence?.includes(about) === true)

/** MAND-11: VCLT 7(2): three need no document for anything, a head of mission none to adopt. */
function allow(powers: RegisterItem, needs: PowerKind): boolean {
  const { powersMay, exempt } = standingOf(powers).fields
  if (Array.isArray(powersMay) && powersMay.includes(needs)) return true
  if (exempt === undefined) return false
  return exempt !== 'head-of-mission' || needs === 'negotiate' || needs === 'adopt'
}
