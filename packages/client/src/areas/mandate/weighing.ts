/**
 * MAND-19: what mandates say of an act, by the rooms in which they stand; pure over the rooms that are held. Asked before it is said, and
 * of what waited once more before it is sent (MAND-20).
 */

import {
  type Act,
  conditionsOf,
  courseOf,
  type Day,
  type Deed,
  dayMs,
  findLeaks,
  findRegister,
  type ItemId,
  isMediator,
  isPresent,
  type Mandate,
  type MemberId,
  numberToDay,
  type ProcessId,
  type RegisterItem,
  type RoomState,
  resolveTerm,
  saidInAct,
  specOf,
  standingOf,
  termWorldOf,
} from '@goodoffices/core'
import type { Weighs } from '../area.ts'
import { type ApprovalFinding, unapproved } from '../close/unapproved.ts'
import { titleOf } from '../item/names.ts'

/** A mandate, and the room of one's own in which it stands. */
export type HomeMandate = { readonly room: RoomState; readonly mandate: Mandate }

const mandatesIn = (room: RoomState): readonly Mandate[] =>
  Object.values(room.items).filter(({ register }) => register === 'mandate') as unknown as readonly Mandate[]

const isOwn = ({ kind }: RoomState): boolean => kind === 'delegation'

/** MAND-18: whether these are talks of a body with its delegation alone. */
export const areOwnTalks = (rooms: readonly RoomState[]): boolean =>
  rooms.some(({ kind }) => kind === 'delegation') &&
  rooms.every(({ kind }) => kind === 'delegation' || kind === 'private')

/**
 * MAND-18: the mandates that a member acts on in some talks: those of its side's own room there, and those of its body's own talks which
 * are for these talks or for all. None for who sits there for no party. Nothing of them is copied: each stands in its own room. `held`: the
 * rooms of all talks.
 */
export function mandatesFor(
  me: MemberId,
  process: ProcessId,
  held: readonly RoomState[],
): readonly HomeMandate[] {
  const rooms = held.filter(room => room.process.process === process)
  const sits = rooms.some(({ members }) => {
    const seat = members[me]
    return seat?.party !== undefined && isPresent(seat)
  })
  if (!sits) return []
  const others = Map.groupBy(
    held.filter(room => room.process.process !== process),
    room => room.process.process,
  )
  const elsewhere = [...others.values()].filter(areOwnTalks).flat()
  return [...rooms, ...elsewhere]
    .filter(room => isOwn(room) && room.members[me] !== undefined)
    .flatMap(room =>
      mandatesIn(room)
        .filter(mandate => {
          const { talks } = standingOf(mandate).fields
          return room.process.process === process || talks === undefined || talks === process
        })
        .map(mandate => ({ room, mandate })),
    )
}

/** What somebody is about to do, as a mandate speaks of it. */
export type Weighed = {
  readonly does: Deed
  /** An issue of the table, by its id; what it is about, in words. */
  readonly issue?: ItemId
  readonly about?: string
  readonly texts: readonly string[]
}

export type MandateFinding = ApprovalFinding | OfMandate
type OfMandate = HomeMandate &
  (
    | { readonly kind: 'drafted' | 'suspended' | 'withdrawn' | 'spent' | 'differing' }
    | { readonly kind: 'suspended-by-condition'; readonly count: number; readonly condition: string }
    | { readonly kind: 'past'; readonly day: Day }
    | { readonly kind: 'leaves-out' | 'not-covered'; readonly what: string }
    | { readonly kind: 'not-allowed'; readonly what: Deed }
    | { readonly kind: 'words'; readonly words: string }
  )

/** As what an act counts, where it is one that a mandate speaks of; talk within one's own side is none. */
function weighable(act: Act, room: RoomState): Weighed | undefined {
  const does =
    room.kind === 'delegation' || room.kind === 'private' ? undefined : specOf(act).deed?.(room, act)
  if (does === undefined) return undefined
  const said = saidInAct(act).map(({ value }) => value)
  // An answer says yes to the words of its question.
  const asked = 'question' in act ? room.questions[act.question]?.content.texts.map(({ body }) => body) : []
  const issue = 'issue' in act && typeof act.issue === 'string' ? { issue: act.issue as ItemId } : {}
  return { does, texts: [...said, ...(asked ?? [])], ...issue }
}

/** What a member's own mandates say of an act in a room; nothing of what mediators say, or of who has none. `held` is asked only where one may speak: with much that waits it costs. */
export function findingsOf(
  {
    act,
    room,
    me,
    now,
  }: { readonly act: Act; readonly room: RoomState; readonly me: MemberId; readonly now: number },
  held: () => readonly RoomState[],
): readonly MandateFinding[] {
  const seat = room.members[me]
  if (seat === undefined || isMediator(seat)) return []
  const deed = weighable(act, room)
  return [
    ...(deed === undefined ? [] : weighDeed(mandatesFor(me, room.process.process, held()), deed, now)),
    ...unapproved({ act, room, me }, held),
  ]
}

/** MAND-20: the same, each by a key: one that was there when it was decided was passed by whoever decided it. */
export const weighing: Weighs = ({ held, ...about }) =>
  specOf(about.act).deed === undefined ? [] : findingsOf(about, held).map(keyOf)

/** Which mandate says what. */
const keyOf = (finding: MandateFinding): string => {
  const said = Object.values(finding).filter(value => typeof value !== 'object')
  const { item } = finding.kind === 'approval-missing' ? finding.approval : finding.mandate
  return [item, ...said].join(' ')
}

/**
 * Of several that stand one that lets it be is enough; words out of a limit or a red line are named by each. Where none stands, how it is
 * with the last. Mere exploring is let be while a mandate is held up, but not of what it leaves out. `now`: this device's clock.
 */
export function weighDeed(
  mandates: readonly HomeMandate[],
  deed: Weighed,
  now: number,
): readonly OfMandate[] {
  const standing = mandates.filter(({ mandate }) => {
    const { course } = courseOf(mandate)
    return course === 'given' || course === 'suspended' || course === 'differing'
  })
  const weighed = (standing.length > 0 ? standing : mandates.slice(-1)).map(each => against(each, deed, now))
  const isLetBe = weighed.some(findings => findings.length === 0)
  return [...(isLetBe ? [] : weighed.flat()), ...mandates.flatMap(each => wordsOut(each, deed))]
}

function against(home: HomeMandate, deed: Weighed, now: number): readonly OfMandate[] {
  return [...(deed.does === 'explore' ? [] : heldUp(home, now)), ...outside(home, deed)]
}

/** That it is not in force, and why. */
function heldUp({ room, mandate }: HomeMandate, now: number): readonly OfMandate[] {
  const home = { room, mandate }
  const { course } = courseOf(mandate)
  if (course !== 'given') return [{ ...home, kind: course }]
  const stands = findRegister('mandate')?.standing(mandate, room)
  const count = stands?.standing === 'suspended-by-condition' ? stands.count : undefined
  const condition = count === undefined ? undefined : conditionsOf(mandate, room)[count - 1]
  const unmet: readonly OfMandate[] =
    count === undefined || condition === undefined
      ? []
      : [
          {
            ...home,
            kind: 'suspended-by-condition',
            count,
            condition: nameIn(condition),
          },
        ]
  const past = pastDay(home, now)
  return past === undefined ? unmet : [...unmet, { ...home, kind: 'past', day: past }]
}

const nameIn = (condition: RegisterItem): string => titleOf(condition) ?? condition.item

/** MAND-14: the last day of a mandate, where it is over by this device's clock; shown, and looked at by no rule. */
export function pastDay({ room, mandate }: HomeMandate, now: number): Day | undefined {
  const { inForceUntil } = standingOf(mandate).fields
  const due = inForceUntil === undefined ? undefined : resolveTerm(inForceUntil, termWorldOf(room))
  const today = numberToDay(Math.floor(now / dayMs))
  return due?.kind === 'day' && due.day < today ? due.day : undefined
}

/** That it does not speak of this, leaves it out, or does not let it be done. */
function outside(home: HomeMandate, { does, issue, about, texts }: Weighed): readonly OfMandate[] {
  const {
    covers = [],
    excludes = [],
    issuesIn = [],
    issuesOut = [],
    mandateMay,
  } = standingOf(home.mandate).fields
  const called = (id: ItemId): string => about ?? id
  const said = about === undefined ? texts : [about, ...texts]
  const out = excludes.filter(title => said.some(text => isNamedIn(title, text)))
  const isOut = issue !== undefined && issuesOut.includes(issue)
  const speaks = covers.length > 0 || issuesIn.length > 0
  const isIn =
    (issue !== undefined && issuesIn.includes(issue)) ||
    (about !== undefined && covers.some(title => isNamedIn(title, about) || isNamedIn(about, title)))
  const isNamed = issue !== undefined || about !== undefined
  return [
    ...out.map(what => ({ ...home, kind: 'leaves-out' as const, what })),
    ...(isOut && out.length === 0 ? [{ ...home, kind: 'leaves-out' as const, what: called(issue) }] : []),
    ...(isNamed && speaks && !isIn && !isOut && out.length === 0
      ? [{ ...home, kind: 'not-covered' as const, what: called(issue as ItemId) }]
      : []),
    ...(mandateMay === undefined || mandateMay.includes(does)
      ? []
      : [{ ...home, kind: 'not-allowed' as const, what: does }]),
  ]
}

const nothing = { guarded: [], reworded: [], known: [], substance: [], names: [], people: [] }

/** Whether a text names something by all of its words, folded as the leak check folds them. */
const isNamedIn = (title: string, text: string): boolean =>
  findLeaks({ ...nothing, wording: text, names: [title] }).length > 0

/** MAND-12: the leak check at home: what of the words stands in a limit or a red line. That they may be shown clears none of them. */
function wordsOut(home: HomeMandate, { texts }: Weighed): readonly OfMandate[] {
  const { limits = [], redLines = [] } = standingOf(home.mandate).fields
  const guarded = [...limits, ...redLines].map(text => ({ text }))
  if (guarded.length === 0) return []
  return texts.flatMap(wording =>
    findLeaks({ ...nothing, wording, guarded })
      .filter(({ kind }) => kind !== 'name')
      .map(({ text }) => ({ ...home, kind: 'words' as const, words: text })),
  )
}
