/**
 * What may pass of a passage, by the source's own words. The rules are numbered in `docs/spec/messages.md`.
 *
 * The latest word counts: a mark or a release sets what may pass, and a refusal after it leaves at most what it did not
 * refuse. A release or a refusal of a whole message is said in sight of all of it and so covers its marked parts; a marking
 * of the whole does not undo the marking of a part.
 */

import type { Terms } from '../mandate/terms.ts'
import type { Marking, Passage, Passing } from './passage.ts'
import type { MarkedPart, Message, Ruling } from './state.ts'

const order: readonly Marking[] = ['nothing', 'unattributed', 'attributed', 'verbatim']

/** Negative where `a` lets less pass than `b`. */
export const compareMarkings = (a: Marking, b: Marking): number => order.indexOf(a) - order.indexOf(b)

export const allows = (granted: Marking, wanted: Passing): boolean => compareMarkings(granted, wanted) >= 0

export type Permission = {
  readonly marking: Marking
  readonly because: 'default' | Ruling['how']
  /** The words for which alone the permission holds. */
  readonly wording?: string
}

/** DISC-1: where nothing was said, the process's rule decides. */
export const defaultMarking = (terms: Terms): Marking =>
  terms.disclosure === 'open' ? 'unattributed' : 'nothing'

/** DISC-1: the stricter of the rule when it was said and the rule now. */
export const unsaidPermission = (then: Terms['disclosure'], now: Terms): Permission => ({
  marking: then === 'closed' ? 'nothing' : defaultMarking(now),
  because: 'default',
})

const ruledBy = ({ marking, how, wording }: Ruling): Permission => ({
  marking,
  because: how,
  ...(wording === undefined || marking === 'nothing' ? {} : { wording }),
})

/** DISC-7: a refusal leaves what stood, if that is less than was refused. */
const capBy = (standing: Permission, refusal: Ruling): Permission =>
  compareMarkings(refusal.marking, standing.marking) < 0
    ? ruledBy({ ...standing, position: refusal.position, how: 'refused', marking: refusal.marking })
    : standing

/** DISC-2: the last mark or release, and the refusals since; where nothing was said, `start`. */
export function ruledPermission(start: Permission, rulings: readonly Ruling[]): Permission {
  const set = rulings.findLastIndex(({ how }) => how !== 'refused')
  const said = rulings[set]
  return rulings.slice(set + 1).reduce(capBy, said === undefined ? start : ruledBy(said))
}

/** DISC-3: what stands for the message apart from its marked parts. */
export function ofRest(message: Message, terms: Terms): Permission {
  return ruledPermission(unsaidPermission(message.disclosure, terms), message.rulings)
}

/** DISC-4: the part's own rulings, and the releases and refusals of the whole, in the order of the log. */
export function ofPart(message: Message, part: MarkedPart): Permission {
  const whole = message.rulings.filter(({ how }) => how !== 'marked')
  const rulings = [...part.rulings, ...whole].sort((a, b) => a.position - b.position)
  return ruledPermission({ marking: 'nothing', because: 'default' }, rulings)
}

/** What both allow: the stricter marking, and only words that both allow. */
export function meetPermissions(a: Permission, b: Permission): Permission {
  const stricter = compareMarkings(b.marking, a.marking) < 0 ? b : a
  const { marking, because } = stricter
  if (a.wording !== undefined && b.wording !== undefined && a.wording !== b.wording)
    return { marking: 'nothing', because }
  const wording = a.wording ?? b.wording
  return { marking, because, ...(wording === undefined || marking === 'nothing' ? {} : { wording }) }
}

/** What may pass of the passage now; `nothing` for a part that does not exist. The mediators' own words need no leave. */
export function permissionFor(message: Message, passage: Passage, terms: Terms): Permission {
  if (message.side === 'mediators') return { marking: 'verbatim', because: 'default' }
  if (passage.part !== undefined) {
    const part = message.parts[passage.part]
    return part === undefined ? { marking: 'nothing', because: 'default' } : ofPart(message, part)
  }
  // DISC-5: the whole passes as all of its parts may.
  return Object.values(message.parts)
    .map(part => ofPart(message, part))
    .reduce(meetPermissions, ofRest(message, terms))
}

/** DISC-10: the words that stand: as said, or as the party has corrected what was recorded in its name. */
export const standingBody = (message: Message): string => message.review?.body ?? message.body

/** The passage's own words. */
export function textOf(message: Message, passage: Passage): string {
  const part = passage.part === undefined ? undefined : message.parts[passage.part]
  const body = standingBody(message)
  return part === undefined ? body : body.slice(part.from, part.to)
}

/** A message cut at its marked parts, in reading order, with what may pass of each piece. */
export function segmentsOf(
  message: Message,
  terms: Terms,
): readonly {
  readonly text: string
  readonly from: number
  readonly passage: Passage
  readonly permission: Permission
}[] {
  const rest =
    message.side === 'mediators'
      ? permissionFor(message, { message: message.message }, terms)
      : ofRest(message, terms)
  const segments: { text: string; from: number; passage: Passage; permission: Permission }[] = []
  const body = standingBody(message)
  let at = 0
  const whole = { message: message.message }
  for (const part of Object.values(message.parts).sort((a, b) => a.from - b.from)) {
    if (part.from > at)
      segments.push({ text: body.slice(at, part.from), from: at, passage: whole, permission: rest })
    segments.push({
      text: body.slice(part.from, part.to),
      from: part.from,
      passage: { message: message.message, part: part.part },
      permission: ofPart(message, part),
    })
    at = part.to
  }
  if (at < body.length) segments.push({ text: body.slice(at), from: at, passage: whole, permission: rest })
  return segments
}
