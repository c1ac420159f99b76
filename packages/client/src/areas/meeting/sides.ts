/** A meeting across the rooms of the mediators: the thing at the desk, what it is in each caucus, and how each side comes and goes. */

import {
  type Arrangement,
  type Day,
  type House,
  type HousePlan,
  houseForHost,
  type ItemId,
  isInDanger,
  type Meeting,
  type PartyCard,
  type PlanFinding,
  type PlannedSide,
  type ProcessId,
  planFindings,
  type RoomState,
  resolveTerm,
  standingOf,
  termWorldOf,
  thingIdOf,
} from '@goodoffices/core'
import { caucusesOf, deskOf } from '../../process/find.ts'
import type { AtWork } from '../../session/at-work.ts'
import { toldBefore } from './notice.ts'

/** One side of a meeting, as the mediators have it. */
export type SideOfMeeting = {
  readonly party: PartyCard
  readonly caucus: RoomState
  /** What the meeting is there; absent where that side has not come to know of it. */
  readonly meeting?: Meeting
  /** What stands in its caucus; else what is planned at the desk. */
  readonly arrangement?: Arrangement
  readonly isSent: boolean
  /** Of the meeting, where an arrangement names none of its own; undefined where it hangs on something else. */
  readonly day?: Day
}

/** Things of a register, as what they are. */
const thingsOf = <N extends keyof Things>({ items }: RoomState, register: N): readonly Things[N][] =>
  Object.values(items).filter(thing => thing.register === register) as unknown as readonly Things[N][]
type Things = {
  readonly meeting: Meeting
  readonly arrangement: Arrangement
  readonly 'house-plan': HousePlan
}

/** Those that are for one meeting, the last one last. */
const arrangementsFor = (room: RoomState, meeting: ItemId): readonly Arrangement[] =>
  thingsOf(room, 'arrangement').filter(thing => standingOf(thing).fields.meeting === meeting)

/** The arrangement of the reader's own side for a meeting of its caucus. */
export const arrangementFor = (caucus: RoomState, meeting: ItemId): Arrangement | undefined =>
  arrangementsFor(caucus, meeting).at(-1)

/** What a meeting of the desk is in a caucus: put there by a question about it, or under the same title. */
function meetingIn(desk: RoomState, caucus: RoomState, meeting: Meeting): Meeting | undefined {
  for (const plan of Object.values(desk.questionPlans).toReversed()) {
    if (thingIdOf(desk, plan) !== meeting.item) continue
    const under = plan.asked.find(({ room }) => room === caucus.id)?.under
    const question = under === undefined ? undefined : caucus.questions[under]
    const item = question === undefined ? undefined : thingIdOf(caucus, question)
    const there = thingsOf(caucus, 'meeting').find(thing => thing.item === item)
    if (there !== undefined) return there
  }
  const { title } = standingOf(meeting).fields
  return thingsOf(caucus, 'meeting').find(thing => standingOf(thing).fields.title === title)
}

/** All sides that could come to a meeting of the desk, in the order of their caucuses. */
export function sidesOfMeeting(
  { engine }: AtWork,
  process: ProcessId,
  meeting: Meeting,
): readonly SideOfMeeting[] {
  const desk = deskOf(engine, process)
  if (desk === undefined) return []
  const planned = arrangementsFor(desk, meeting.item)
  const when = resolveTerm(standingOf(meeting).fields.when, termWorldOf(desk))
  const day = when.kind === 'day' ? { day: when.day } : {}
  return caucusesOf(engine, process).flatMap((caucus): readonly SideOfMeeting[] => {
    const { party } = caucus
    if (party === undefined) return []
    const there = meetingIn(desk, caucus, meeting)
    const sent = there === undefined ? undefined : arrangementFor(caucus, there.item)
    const own = planned.filter(thing => standingOf(thing).fields.party === party.party).at(-1)
    const arrangement = sent ?? own
    return [
      {
        party,
        caucus,
        isSent: sent !== undefined,
        ...day,
        ...(there === undefined ? {} : { meeting: there }),
        ...(arrangement === undefined ? {} : { arrangement }),
      },
    ]
  })
}

/** Every meeting that the desk has planned. */
export const meetingsOf = (desk: RoomState): readonly Meeting[] => thingsOf(desk, 'meeting')

/** All of a side's arrangements for a meeting of the desk: those in its caucus, else those that are planned. */
export function arrangementsOf(
  desk: RoomState,
  meeting: ItemId,
  { caucus, meeting: there, party: { party } }: Pick<SideOfMeeting, 'caucus' | 'meeting' | 'party'>,
): readonly Arrangement[] {
  const sent = there === undefined ? [] : arrangementsFor(caucus, there.item)
  return sent.length > 0
    ? sent
    : arrangementsFor(desk, meeting).filter(thing => standingOf(thing).fields.party === party)
}

/** Those of them for whom it is planned how they come and go, with what the desk knows of each. */
export const plannedSides = (desk: RoomState, sides: readonly SideOfMeeting[]): readonly PlannedSide[] =>
  sides.flatMap(side => {
    if (side.arrangement === undefined) return []
    const { party, language } = side.party
    const { fields: planned } = standingOf(side.arrangement)
    // MEET-5: who names no day comes on that of the meeting.
    const on = planned.on ?? side.day
    const fields = { ...planned, ...(on === undefined ? {} : { on }) }
    const told = side.isSent ? toldBefore(side) : undefined
    return [
      {
        party,
        fields,
        isFlagged: isInDanger(desk, party),
        ...(told === undefined ? {} : { told }),
        ...(language === undefined ? {} : { language }),
      },
    ]
  })

/** MEET-13: the plan of the house of a meeting, the last that the desk has. */
export const houseOfMeeting = (desk: RoomState, meeting: ItemId): HousePlan | undefined =>
  thingsOf(desk, 'house-plan').findLast(thing => standingOf(thing).fields.meeting === meeting)

/** MEET-5: what the plan of its day shows, laid side by side. */
export function findingsOfMeeting(
  desk: RoomState,
  { item }: Meeting,
  sides: readonly SideOfMeeting[],
): readonly PlanFinding[] {
  const plan = houseOfMeeting(desk, item)
  const house = plan === undefined ? undefined : standingOf(plan).fields
  return planFindings(plannedSides(desk, sides), { house })
}

/** MEET-13: what goes to the host of the house of a meeting. Undefined where the desk has no plan of it. */
export function hostsPlan(
  desk: RoomState,
  { item }: Meeting,
  sides: readonly SideOfMeeting[],
): House | undefined {
  const plan = houseOfMeeting(desk, item)
  return plan === undefined ? undefined : houseForHost(standingOf(plan).fields, plannedSides(desk, sides))
}
