/**
 * What may pass of a passage, by the source's own words. The rules are numbered in `docs/spec/messages.md`.
 *
 * The latest word counts. A release or a refusal of a whole message is said in sight of all of it and so covers its marked
 * parts; a marking of the whole does not undo the marking of a part.
 */

import type { Terms } from '../mandate/acts.ts'
import type { Marking, Passage, Passing } from './acts.ts'
import type { MarkedPart, Message, Ruling } from './apply.ts'

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

const ruledBy = ({ marking, how, wording }: Ruling): Permission => ({
  marking,
  because: how,
  ...(wording === undefined ? {} : { wording }),
})

/** DISC-3: what stands for the message apart from its marked parts. */
function ofRest(message: Message, terms: Terms): Permission {
  const last = message.rulings.at(-1)
  return last === undefined ? { marking: defaultMarking(terms), because: 'default' } : ruledBy(last)
}

/** DISC-4: the later of the part's own last ruling and the last release or refusal of the whole. */
function ofPart(message: Message, part: MarkedPart, terms: Terms): Permission {
  const own = part.rulings.at(-1)
  const whole = message.rulings.findLast(ruling => ruling.how !== 'marked')
  if (own === undefined) return whole === undefined ? ofRest(message, terms) : ruledBy(whole)
  return ruledBy(whole !== undefined && whole.position > own.position ? whole : own)
}

/** What may pass of the passage now; `nothing` for a part that does not exist. The mediators' own words need no leave. */
export function permissionFor(message: Message, passage: Passage, terms: Terms): Permission {
  if (message.side === 'mediators') return { marking: 'verbatim', because: 'default' }
  if (passage.part !== undefined) {
    const part = message.parts[passage.part]
    return part === undefined ? { marking: 'nothing', because: 'default' } : ofPart(message, part, terms)
  }
  // DISC-5: the whole passes at the strictest of what stands for its parts.
  return Object.values(message.parts)
    .map(part => ofPart(message, part, terms))
    .reduce(
      (strictest, next) => (compareMarkings(next.marking, strictest.marking) < 0 ? next : strictest),
      ofRest(message, terms),
    )
}

/** The passage's own words. */
export function textOf(message: Message, passage: Passage): string {
  const part = passage.part === undefined ? undefined : message.parts[passage.part]
  return part === undefined ? message.body : message.body.slice(part.from, part.to)
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
  let at = 0
  const whole = { message: message.message }
  for (const part of Object.values(message.parts).sort((a, b) => a.from - b.from)) {
    if (part.from > at)
      segments.push({ text: message.body.slice(at, part.from), from: at, passage: whole, permission: rest })
    segments.push({
      text: message.body.slice(part.from, part.to),
      from: part.from,
      passage: { message: message.message, part: part.part },
      permission: ofPart(message, part, terms),
    })
    at = part.to
  }
  if (at < message.body.length)
    segments.push({ text: message.body.slice(at), from: at, passage: whole, permission: rest })
  return segments
}
