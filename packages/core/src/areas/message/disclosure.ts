/**
 * What may pass of a passage, by the source's own words. The rules are numbered in `docs/spec/messages.md`.
 *
 * The latest word counts: a mark or a release sets what may pass, and a refusal after it leaves at most what it did not
 * refuse. A release or a refusal of a whole message is said in sight of all of it and so covers its marked parts; a marking
 * of the whole does not undo the marking of a part.
 */

import type { Terms } from '../mandate/terms.ts'
import type { Marking, Passage, Passing, Stretch } from './passage.ts'
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
export const ofPart = (message: Message, part: MarkedPart): Permission =>
  ruledPermission(nothing, rulingsOfPart(message, part))

const rulingsOfPart = (message: Message, part: MarkedPart): readonly Ruling[] =>
  [...part.rulings, ...message.rulings.filter(({ how }) => how !== 'marked')].toSorted(byPosition)

const byPosition = (a: Ruling, b: Ruling): number => a.position - b.position

/** What both allow: the stricter marking, and only words that both allow. */
export function meetPermissions(a: Permission, b: Permission): Permission {
  const stricter = compareMarkings(b.marking, a.marking) < 0 ? b : a
  const { marking, because } = stricter
  if (a.wording !== undefined && b.wording !== undefined && a.wording !== b.wording)
    return { marking: 'nothing', because }
  const wording = a.wording ?? b.wording
  return { marking, because, ...(wording === undefined || marking === 'nothing' ? {} : { wording }) }
}

/** What may pass of the passage now; `nothing` for one that does not exist. The mediators' own words need no leave. */
export function permissionFor(message: Message, passage: Passage, terms: Terms): Permission {
  if (message.side === 'mediators') return { marking: 'verbatim', because: 'default' }
  const pieces = piecesOf(message, terms).filter(isPieceOf(passage))
  const all = pieces.map(({ permission }) => permission)
  // DISC-5: it passes as all of its pieces may; the whole also as what is marked of it apart from its parts.
  const [first, ...rest] = isWhole(passage) ? [ofRest(message, terms), ...all] : all
  return first === undefined ? nothing : rest.reduce(meetPermissions, first)
}

const nothing: Permission = { marking: 'nothing', because: 'default' }

const isWhole = ({ part, stretch }: Passage): boolean => part === undefined && stretch === undefined

/** Words of which the same may pass: within one part or none, and covered by the same stretches. */
type Piece = {
  readonly from: number
  readonly to: number
  readonly part?: MarkedPart
  readonly permission: Permission
}

/** The words that stand, cut where what may pass of them may change, in reading order. */
function piecesOf(message: Message, terms: Terms): readonly Piece[] {
  const parts = Object.values(message.parts)
  const end = standingBody(message).length
  const spans = (message.stretched ?? []).flatMap(({ stretch }) => (stretch === 'rest' ? [] : [stretch]))
  const edges = [...new Set([0, end, ...[...parts, ...spans].flatMap(({ from, to }) => [from, to])])]
  const sorted = edges.filter(at => at <= end).toSorted((a, b) => a - b)
  return sorted.slice(0, -1).map((from, at) => {
    const to = sorted[at + 1] ?? end
    const part = parts.find(each => each.from <= from && to <= each.to)
    return {
      from,
      to,
      ...(part === undefined ? {} : { part }),
      permission: ofPiece(message, terms, { from, to, part }),
    }
  })
}

type Place = { readonly from: number; readonly to: number; readonly part: MarkedPart | undefined }

/** DISC-13: a release or a refusal of a stretch counts for all that it covers, beside what was said of the piece itself. */
function ofPiece(message: Message, terms: Terms, { from, to, part }: Place): Permission {
  const covering = (message.stretched ?? []).filter(({ stretch }) =>
    stretch === 'rest' ? part === undefined : stretch.from <= from && to <= stretch.to,
  )
  if (covering.length === 0) return part === undefined ? ofRest(message, terms) : ofPart(message, part)
  const own = part === undefined ? message.rulings : rulingsOfPart(message, part)
  const start = part === undefined ? unsaidPermission(message.disclosure, terms) : nothing
  return ruledPermission(start, [...own, ...covering].toSorted(byPosition))
}

const isPieceOf =
  ({ part, stretch }: Passage) =>
  (piece: Piece): boolean => {
    if (part !== undefined && piece.part?.part !== part) return false
    if (stretch === undefined) return true
    return stretch === 'rest' ? piece.part === undefined : piece.from < stretch.to && stretch.from < piece.to
  }

/** DISC-10: the words that stand: as said, or as the party has corrected what was recorded in its name. */
export const standingBody = (message: Message): string => message.review?.body ?? message.body

/** The passage's own words; those of the rest follow one another, as if nothing stood between them. */
export function textOf(message: Message, passage: Passage): string {
  const body = standingBody(message)
  const { stretch } = passage
  if (stretch === 'rest') return restOf(message, body)
  if (stretch !== undefined) return body.slice(stretch.from, stretch.to)
  const part = passage.part === undefined ? undefined : message.parts[passage.part]
  return part === undefined ? body : body.slice(part.from, part.to)
}

function restOf({ parts }: Message, body: string): string {
  const taken = Object.values(parts).toSorted((a, b) => a.from - b.from)
  const ends = [0, ...taken.map(({ to }) => to)]
  return ends
    .map((from, at) => body.slice(from, taken[at]?.from ?? body.length).trim())
    .filter(words => words !== '')
    .join(' ')
}

/** MSG-16: whether it is there: within the words that stand, cutting no character; of the rest, that something is left. */
export function hasStretch(message: Message, stretch: Stretch): boolean {
  const body = standingBody(message)
  if (stretch === 'rest') return restOf(message, body) !== ''
  const { from, to } = stretch
  return from < to && to <= body.length && !cutsCharacter(body, from) && !cutsCharacter(body, to)
}

/** Whether a cut at this place parts the two code units of one character. */
export const cutsCharacter = (body: string, at: number): boolean =>
  at > 0 && at < body.length && (body.codePointAt(at - 1) ?? 0) > 0xffff

/** A message cut at its marked parts and where stretches of it were released, in reading order, with what may pass of each piece. */
export function segmentsOf(
  message: Message,
  terms: Terms,
): readonly {
  readonly text: string
  readonly from: number
  readonly passage: Passage
  readonly permission: Permission
}[] {
  const body = standingBody(message)
  return piecesOf(message, terms).map(({ from, to, part, permission }) => ({
    text: body.slice(from, to),
    from,
    passage: { message: message.message, ...(part === undefined ? {} : { part: part.part }) },
    permission:
      part === undefined && message.side === 'mediators'
        ? permissionFor(message, { message: message.message }, terms)
        : permission,
  }))
}
