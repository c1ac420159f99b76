/** The leak check of whatever mediators let a room have: each of its texts, against every other side's rooms. */

import { type Act, type RoomState, saidInAct, specOf, textsOfAct } from '../../areas.ts'
import type { RoomId } from '../../ids.ts'
import { findLeaks, guardedRunWords, type LeakCheckInput } from '../../leak/find.ts'
import type { Finding } from '../../leak/finding.ts'
import { blankFormula, blankNames } from '../../leak/formulas.ts'
import { heardIn, keptIn, speechIn } from '../../leak/gather.ts'
import { wordsOf } from '../../leak/words.ts'
import type { CarriedFrom, Carrying } from '../../room/area.ts'
import { isRecordedFor } from '../../room/in-whose-name.ts'
import { isMediator } from '../../room/roles.ts'
import { type Member, presentIn } from '../../room/state.ts'
import { limits } from '../../schema.ts'
import { type PlannedQuestion, questionIn } from '../assent/planned.ts'
import { putAct } from '../assent/putting.ts'
import { thingTexts } from '../message/bringing.ts'
import { reachOfIssuing } from '../text/drafts/issuing.ts'
import { arrivalOf, attribution, tellings } from './carry-out.ts'
import { isPlaced, isPublic, type Sides, sidesOf } from './convey.ts'
import { type Conveyance, type Origin, originsOf, sourcesOf } from './plan.ts'
import { carriesFromSame, togetherWith } from './rules.ts'

/**
 * What the leak check finds in what a plan brings to its recipient: against everything that may not pass in every other caucus, and
 * the names of the people behind it. `rooms` are all that the mediator holds; those that do not bear on it are passed over.
 */
export const findLeaksIn = (
  plan: Conveyance,
  sides: Sides<RoomState>,
  rooms: readonly RoomState[],
): readonly Finding[] => findLeaksInAct(broughtBy(plan, sides), rooms)

const broughtBy = (plan: Conveyance, sides: Sides<RoomState>): Reaching => ({
  act: arrivalOf(plan, sides),
  recipient: sides.recipient,
  plan,
  named: attribution(plan, sides.source),
  told: tellings(plan, sides).flatMap(({ room, act }) => {
    const recipient = [sides.source, ...(sides.others ?? [])].find(source => source?.id === room)
    return recipient === undefined ? [] : [{ act, recipient }]
  }),
})

/** What is about to stand in a room: an act of the mediators, and the plan that brings it where one does. */
export type Reaching = {
  readonly act: Act
  readonly recipient: RoomState
  readonly plan?: Conveyance | undefined
  /** Who is named as its source, and may be named in its words too. */
  readonly named?: string | undefined
  /** What was passed deliberately, where no plan says so. */
  readonly accepted?: readonly Finding[]
  /** What the plan's sources are told of it: they read its words, too. */
  readonly told?: readonly { readonly act: Act; readonly recipient: RoomState }[]
}

/**
 * LEAK-12: what sides read by an act that its author says in a room: at the desk, what is prepared there, or delivered; where a side
 * reads, what mediators say in their own name. Empty where nobody reads anything of theirs by it: a party's own words, recorded ones
 * among them, and the mediators' own rooms. `held`: the other rooms of the author.
 */
export function reachOf(
  act: Act,
  author: Member,
  room: RoomState,
  held: (id: RoomId) => RoomState | undefined,
): readonly Reaching[] {
  const question = questionIn(act, room)
  if (question !== undefined) return putBy(question, held)
  if (act.kind === 'text.issue') return issuedBy(act, room, held)
  const plans = plansIn(act, room)
  if (plans.length > 0)
    return plans.flatMap(plan => {
      const sides = sidesOf(plan, held)
      return sides === undefined || isPlaced(plan, sides.recipient) ? [] : broughtBy(plan, sides)
    })
  const isRead = room.kind === 'caucus' || isPublic(room)
  return isRead && !isOwnWord(act, room) && isMediator(author) && saidInAct(act).length > 0
    ? [{ act, recipient: room }]
    : []
}

/**
 * Recorded words of a party's are its own in its caucus while it does not act for itself; elsewhere others read what the mediators make
 * of them, and what a body said is that body's wherever it is recorded.
 */
const isOwnWord = (act: Act, room: RoomState): boolean =>
  isRecordedFor(room) &&
  'recorded' in act &&
  act.recorded !== undefined &&
  !('for' in act && act.for !== undefined && 'name' in act.for)

/** What an act of the desk lets go, or puts there to go: what was right when it was prepared may not be so any more. */
function plansIn(act: Act, desk: RoomState): readonly Conveyance[] {
  if (act.kind === 'carry.prepare') return [act.conveyance]
  const carried = act.kind === 'carry.deliver' ? desk.conveyances[act.conveyance] : undefined
  return carried === undefined ? [] : togetherWith(desk, carried).map(({ plan }) => plan)
}

/** What each reads of a question whom it has not reached yet. */
const putBy = (plan: PlannedQuestion, held: (id: RoomId) => RoomState | undefined): readonly Reaching[] =>
  plan.asked.flatMap(each => {
    const recipient = held(each.room)
    if (recipient === undefined || Object.hasOwn(recipient.questions, each.under)) return []
    return [{ act: putAct(plan, each), recipient, accepted: plan.accepted }]
  })

/** What each room reads of a text that is issued. */
const issuedBy = (
  act: Extract<Act, { readonly kind: 'text.issue' }>,
  desk: RoomState,
  held: (id: RoomId) => RoomState | undefined,
): readonly Reaching[] =>
  reachOfIssuing(desk, act, held).flatMap(({ room, act: arriving }) => {
    const recipient = held(room)
    return recipient === undefined ? [] : [{ act: arriving, recipient, accepted: act.accepted }]
  })

/** The same of whatever mediators write where a side reads it. */
export function findLeaksInAct(reaching: Reaching, rooms: readonly RoomState[]): readonly Finding[] {
  const told = (reaching.told ?? []).flatMap(each => findInTelling(each, rooms))
  return unique([...findIn(reaching, rooms), ...told]).slice(0, limits.findingsMax)
}

/** LEAK-13: what a source reads of the words when it is told in which they passed. Whom they went to is the mediators' to say. */
const findInTelling = (telling: Reaching, rooms: readonly RoomState[]): readonly Finding[] =>
  findIn(telling, rooms).flatMap(finding =>
    finding.field === 'wording' ? [{ ...finding, field: 'tell' }] : [],
  )

/** Two sources may be told the same. */
const unique = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map(finding => [JSON.stringify(finding), finding])).values(),
]

function findIn({ act, recipient, plan, named }: Reaching, rooms: readonly RoomState[]): readonly Finding[] {
  const others = rooms.filter(room => isGuardedFrom(room, recipient))
  const texts = saidInAct(act)
  const carrying = { ...carryingOf(plan, recipient, rooms), said: saidToAllIn(act) }
  const speech = others.flatMap(room => speechIn(room, carrying))
  const counting = (wanted: (typeof speech)[number]['counts']) =>
    speech.filter(({ counts }) => counts === wanted)
  const seen = [recipient, ...rooms.filter(room => sitsAt(room, recipient) || isCarriedOn(room, recipient))]
  const check: Omit<LeakCheckInput, 'wording'> = {
    guarded: [...counting('guarded'), ...rooms.filter(({ kind }) => kind === 'desk').flatMap(keptIn)],
    reworded: counting('reworded'),
    substance: counting('substance'),
    known: [
      ...(named === undefined ? [] : [named]),
      ...seen.flatMap(heardIn),
      ...seen.flatMap(room => publishedIn(room, rooms)),
      ...counting('known'),
    ],
    ...namesBehind({ plan, named }, recipient, others),
  }
  const names = publicNames(seen, check.names)
  const findInText = (text: string): readonly Finding[] => {
    const [plain, blanked] = [blankFormula(text), blankNames(blankFormula(text), names)]
    const found = findLeaks({ ...check, wording: blanked })
    const through =
      plain === blanked ? [] : runsThroughNames(findLeaks({ ...check, wording: plain }), blanked)
    return [...found.filter(finding => !isWithin(finding, through)), ...through]
      .toSorted((a, b) => a.from - b.from || a.to - b.to)
      .map(finding => ({ ...finding, text: text.slice(finding.from, finding.from + finding.text.length) }))
  }
  const borne = borneElsewhere(act, speech)
  return texts
    .filter(text => !borne.has(text.path))
    .toSorted((a, b) => placeOf(a.path) - placeOf(b.path))
    .flatMap(({ path, value, is }) =>
      (is === 'day' ? findLeaks({ ...check, wording: value, isDay: true }) : findInText(value)).map(
        finding => ({
          ...finding,
          ...standingAt(path),
        }),
      ),
    )
}

/** TXT-19: what each side gets in the same words. */
const saidToAllIn = (act: Act): ReadonlySet<string> =>
  new Set(specOf(act).saidToAll === true ? textsOfAct(act).map(({ value }) => value) : [])

/**
 * LEAK-12: names that tell nothing where they stand: a post or an institution of somebody who is brought in, where the same stands of
 * somebody elsewhere; an institution that the mediators ask one side about as they asked another.
 */
const borneElsewhere = (act: Act, speech: ReturnType<typeof speechIn>): ReadonlySet<string> =>
  new Set(
    saidInAct(act)
      .filter(({ path, value, isBorne, is }) =>
        speech.some(
          ({ nameOf, text, ofMediators = false }) =>
            is === 'name' &&
            text === value &&
            nameOf === path.split('.').at(-1) &&
            (isBorne || (act.kind === 'item.put' && ofMediators)),
        ),
      )
      .map(({ path }) => path),
  )

/** LEAK-9: every other side's caucus; and the table and groups where one that reads here does not sit. */
const isGuardedFrom = (room: RoomState, recipient: RoomState): boolean =>
  room.id !== recipient.id &&
  !isCarriedOn(room, recipient) &&
  (room.kind === 'caucus' || (isPublic(room) && !sitsAt(room, recipient)))

/** LEAK-9: the caucus that goes on in the recipient's, where nobody came who does not have its record. */
const isCarriedOn = (room: RoomState, recipient: RoomState): boolean =>
  recipient.succeeds?.room === room.id &&
  presentIn(recipient).every(({ member }) => room.members[member] !== undefined)

/** LEAK-5: a name that everybody knows is no run taken from elsewhere, and parts none that goes on behind it. */
const runsThroughNames = (findings: readonly Finding[], blanked: string): readonly Finding[] =>
  findings.filter(
    ({ kind, from, to }) => kind === 'words' && wordsOf(blanked.slice(from, to)).length >= guardedRunWords,
  )

const isWithin = ({ kind, from, to }: Finding, runs: readonly Finding[]): boolean =>
  kind === 'words' && runs.some(run => run.from <= from && to <= run.to)

/** LEAK-8: the title first, then the words themselves, then what stands beside them. */
const placeOf = (path: string): number => (path === 'title' ? 0 : path === 'body' ? 1 : 2)

function standingAt(path: string): Pick<Finding, 'in' | 'field'> {
  if (path === 'body') return {}
  return path === 'title' ? { in: 'title' } : { in: 'field', field: path }
}

/** LEAK-10: what the table and groups show by conveyance. What mediators wrote there without one clears nothing. */
const publishedIn = (place: RoomState, rooms: readonly RoomState[]): readonly string[] =>
  rooms
    .flatMap(({ conveyances }) => Object.values(conveyances))
    .filter(({ plan, standing }) => standing === 'delivered' && plan.to === place.id && isPublic(place))
    .filter(({ plan }) => isPlaced(plan, place))
    .flatMap(({ plan }) => [
      plan.title ?? '',
      ...(plan.thing === undefined
        ? [plan.wording, plan.translation?.body ?? '']
        : thingTexts(plan.thing).map(({ value }) => value)),
    ])

/** Names of parties that the recipient knows: its own, and those where it sits, but for those not to be named here. */
function publicNames(seen: readonly RoomState[], hidden: readonly string[]): readonly string[] {
  const names = seen.flatMap(room => Object.values(room.parties).map(({ name }) => name))
  return names.filter(name => !hidden.includes(name))
}

/** What of other rooms may pass with it: the words it comes from, and deliveries elsewhere that carried the very same. */
function carryingOf(plan: Conveyance | undefined, { id }: RoomState, rooms: readonly RoomState[]): Carrying {
  const deliveries = new Set(
    rooms
      .flatMap(({ conveyances }) => Object.values(conveyances))
      .filter(
        other => sourcesOf(other.plan).includes(id) || (plan !== undefined && isSameWord(other.plan, plan)),
      )
      .map(other => other.plan.delivery),
  )
  if (plan === undefined) return { as: 'verbatim', deliveries }
  return { from: originsOf(plan).flatMap(carriedFrom), as: plan.as, deliveries }
}

function carriedFrom(origin: Origin): readonly CarriedFrom[] {
  switch (origin.kind) {
    case 'mediators':
      return []
    case 'passage': {
      const { room, passage } = origin
      const { message: about, ...which } = passage
      return [{ room, about, ...which }]
    }
    case 'offer':
      return [{ room: origin.room, about: origin.offer }]
    case 'item':
      return [{ room: origin.room, about: origin.item, fields: origin.fields }]
    case 'mark':
      return [{ room: origin.room, about: origin.item, mark: origin.mark }]
    default:
      return origin satisfies never
  }
}

/** The same of a source; or the mediators' own words, said alike to each. */
const isSameWord = (other: Conveyance, plan: Conveyance): boolean =>
  carriesFromSame(other, plan) ||
  (other.origin.kind === 'mediators' && plan.origin.kind === 'mediators' && saysSame(other, plan))

const saysSame = (a: Conveyance, b: Conveyance): boolean =>
  inOneOrder([a.title, a.wording, a.translation, a.thing]) ===
  inOneOrder([b.title, b.wording, b.translation, b.thing])

/** JSON with the keys of every object in order: plain data is the same in whichever order it was written. */
const inOneOrder = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** The sides that read a room: the party whose caucus it is, or all that have somebody there. */
const readersOf = (room: RoomState): readonly string[] =>
  room.kind === 'caucus'
    ? [room.party?.party ?? '']
    : presentIn(room).flatMap(({ party }) => (party === undefined ? [] : [party]))

/** Whether this is a table or a group where every side that reads the recipient's room sits, so that it knows what was said there. */
function sitsAt(room: RoomState, recipient: RoomState): boolean {
  if (!isPublic(room) || room.id === recipient.id) return false
  const here = new Set(readersOf(room))
  const readers = readersOf(recipient)
  // Who will sit where nobody sits yet is not known.
  return readers.length > 0 && readers.every(side => here.has(side))
}

/** LEAK-1: the people of the other parties, whoever has left included; a party where it is hidden or not to be named. */
function namesBehind(
  { plan, named }: Pick<Reaching, 'plan' | 'named'>,
  recipient: RoomState,
  others: readonly RoomState[],
) {
  const behind = plan === undefined || plan.as !== 'unattributed' ? [] : sourcesOf(plan)
  const told = new Set([recipient.party?.name, ...Object.values(recipient.members).map(({ name }) => name)])
  const people = others.flatMap(room =>
    Object.values(room.members)
      .filter(member => !isMediator(member))
      .map(({ name }) => name),
  )
  const parties = others.flatMap(({ id, party }) =>
    party !== undefined && (party.hidden || behind.includes(id)) ? [party.name] : [],
  )
  const untold = (name: string): boolean => !told.has(name)
  return { people: people.filter(untold), names: parties.filter(name => untold(name) && name !== named) }
}
