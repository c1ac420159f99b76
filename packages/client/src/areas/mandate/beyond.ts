/**
 * MAND-19: what a member's own mandates say of an act, before it is said. It is compared on the device of who holds the key of the
 * side's own room, and nowhere else; it warns, and whoever goes on notes it for the principal.
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
  numberToDay,
  type RegisterItem,
  type RoomId,
  type RoomState,
  resolveTerm,
  saidInAct,
  specOf,
  standingOf,
  termWorldOf,
} from '@goodoffices/core'
import type { Writing } from '../../export/writing.ts'
import type { AtWork } from '../../session/at-work.ts'
import type { ActStep } from '../../session/engine/ground.ts'
import { isolate, say } from '../../words/say.ts'
import { choiceOf, titleOf } from '../item/names.ts'
import { type HomeMandate, homeMandates } from './home.ts'

/** What somebody is about to do, as a mandate speaks of it. */
export type Weighed = {
  readonly does: Deed
  /** An issue of the table, by its id; what it is about, in words. */
  readonly issue?: ItemId
  readonly about?: string
  readonly texts: readonly string[]
}

export type MandateFinding = HomeMandate &
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

/** What one's own mandates say of an act in a room; nothing of what mediators say, or of who has none. */
export function beyondMandate(session: AtWork, id: RoomId, act: Act): readonly MandateFinding[] {
  const { engine } = session
  const room = engine.room(id)
  const seat = room?.members[engine.identity.member]
  if (room === undefined || seat === undefined || isMediator(seat)) return []
  const deed = weighable(act, room)
  return deed === undefined ? [] : weighDeed(homeMandates(session, room.process.process), deed, engine.now())
}

/**
 * Of several that stand one that lets it be is enough; words out of a limit or a red line are named by each. Where none stands, how it is
 * with the last. Mere exploring is let be while a mandate is held up, but not of what it leaves out. `now`: this device's clock.
 */
export function weighDeed(
  mandates: readonly HomeMandate[],
  deed: Weighed,
  now: number,
): readonly MandateFinding[] {
  const standing = mandates.filter(({ mandate }) => {
    const { course } = courseOf(mandate)
    return course === 'given' || course === 'suspended' || course === 'differing'
  })
  const weighed = (standing.length > 0 ? standing : mandates.slice(-1)).map(each => against(each, deed, now))
  const isLetBe = weighed.some(findings => findings.length === 0)
  return [...(isLetBe ? [] : weighed.flat()), ...mandates.flatMap(each => wordsOut(each, deed))]
}

function against(home: HomeMandate, deed: Weighed, now: number): readonly MandateFinding[] {
  return [...(deed.does === 'explore' ? [] : heldUp(home, now)), ...outside(home, deed)]
}

/** That it is not in force, and why. */
function heldUp({ room, mandate }: HomeMandate, now: number): readonly MandateFinding[] {
  const home = { room, mandate }
  const { course } = courseOf(mandate)
  if (course !== 'given') return [{ ...home, kind: course }]
  const stands = findRegister('mandate')?.standing(mandate, room)
  const count = stands?.standing === 'suspended-by-condition' ? stands.count : undefined
  const condition = count === undefined ? undefined : conditionsOf(mandate, room)[count - 1]
  const unmet: readonly MandateFinding[] =
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
function outside(home: HomeMandate, { does, issue, about, texts }: Weighed): readonly MandateFinding[] {
  const {
    covers = [],
    excludes = [],
    issuesIn = [],
    issuesOut = [],
    mandateMay,
  } = standingOf(home.mandate).fields
  const titleOf = (id: ItemId): string => about ?? id
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
    ...(isOut && out.length === 0 ? [{ ...home, kind: 'leaves-out' as const, what: titleOf(issue) }] : []),
    ...(isNamed && speaks && !isIn && !isOut && out.length === 0
      ? [{ ...home, kind: 'not-covered' as const, what: about ?? titleOf(issue as ItemId) }]
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
function wordsOut(home: HomeMandate, { texts }: Weighed): readonly MandateFinding[] {
  const { limits = [], redLines = [] } = standingOf(home.mandate).fields
  const guarded = [...limits, ...redLines].map(text => ({ text }))
  if (guarded.length === 0) return []
  return texts.flatMap(wording =>
    findLeaks({ ...nothing, wording, guarded })
      .filter(({ kind }) => kind !== 'name')
      .map(({ text }) => ({ ...home, kind: 'words' as const, words: text })),
  )
}

/** One finding in a sentence. `w`: of any of the reader's rooms. */
export function sayMandateFinding(w: Writing, finding: MandateFinding): string {
  const { title } = standingOf(finding.mandate).fields
  const pattern = w.vocabulary.terms[`mandate.${finding.kind}`]
  const named = { title: isolate(title) }
  switch (finding.kind) {
    case 'suspended-by-condition':
      return say(
        pattern,
        { ...named, count: finding.count, condition: isolate(finding.condition) },
        w.figures,
      )
    case 'past':
      return say(pattern, { ...named, day: w.day(finding.day) }, w.figures)
    case 'leaves-out':
    case 'not-covered':
      return say(pattern, { ...named, what: isolate(finding.what) }, w.figures)
    case 'not-allowed':
      return say(pattern, { ...named, what: choiceOf(w, `mandateMay.${finding.what}`) }, w.figures)
    case 'words':
      return say(pattern, { ...named, words: isolate(finding.words) }, w.figures)
    case 'drafted':
    case 'suspended':
    case 'withdrawn':
    case 'spent':
    case 'differing':
      return say(pattern, named, w.figures)
    default:
      return finding satisfies never
  }
}

/** What is noted for the principal by who goes on all the same, with the act itself or not at all. */
export function beyondSteps(w: Writing, findings: readonly MandateFinding[]): readonly ActStep[] {
  const beyond = findings.filter(({ kind }) => kind !== 'words')
  return [...Map.groupBy(beyond, ({ mandate }) => mandate.item)].flatMap(([item, of]) => {
    const [first] = of
    if (first === undefined) return []
    return [
      {
        room: first.room.id,
        act: {
          kind: 'item.mark',
          item,
          rev: first.mandate.revisions.length,
          verb: 'exceeded',
          note: of.map(each => sayMandateFinding(w, each)).join('\n'),
        },
      },
    ]
  })
}
