/** A question as a mediator's device puts it to several, tells what came of it, and withdraws it. What goes where is core's to say. */

import {
  type Act,
  type Adherence,
  answerTold,
  type Considered,
  countingAnswer,
  type Finding,
  findLeaksInAct,
  type Giving,
  type ItemId,
  isMatch,
  type PartyId,
  type ProcessId,
  putAct,
  putQuestion,
  type QuestionContent,
  type QuestionId,
  type QuestionPlan,
  type RoomId,
  type RoomState,
  standingOf,
  standingsOf,
  unfinishedOf,
} from '@goodoffices/core'
import { adherenceBytes, bytesToBase64url, randomBytes } from '@goodoffices/log'
import { caucusesOf, deskOf } from '../../process/find.ts'
import { checkComparable, roomsOf, unreadOf } from '../../process/held.ts'
import { newId } from '../../process/id.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import type { Engine } from '../../session/engine/engine.ts'
import { openOf } from '../desk/leaks.ts'
import type { ReachPreview } from '../desk/reaching.ts'
import { digestText, givenDigest } from './digest.ts'

/** What a mediator decides of a question. */
export type QuestionDraft = Pick<
  QuestionContent,
  | 'kind'
  | 'texts'
  | 'effect'
  | 'times'
  | 'answeredBy'
  | 'issue'
  | 'stage'
  | 'moves'
  | 'thing'
  | 'anew'
  | 'concerning'
> & {
  readonly parties: readonly PartyId[]
  /** MEET-7: of an exchange, what each of them would give, as it stands in its caucus. */
  readonly gives?: readonly { readonly party: PartyId; readonly item: ItemId }[]
  /** A question planned before and not put yet, which this replaces. */
  readonly question?: QuestionId
  /** The thing at the desk that it is about. */
  readonly item?: ItemId
  /** What the leak check named and is passed deliberately. */
  readonly accepted?: readonly Finding[]
}

export type PlanAct = Extract<Act, { readonly kind: 'assent.plan' }>

const byId = <T extends { readonly party: PartyId }>(all: readonly T[]): readonly T[] =>
  all.toSorted((a, b) => (a.party < b.party ? -1 : 1))

const held =
  (engine: Engine) =>
  (id: RoomId): RoomState | undefined =>
    engine.room(id)

/**
 * The act that plans it at the desk, with all that each caucus will receive; for `previewAct` and for `planQuestion`. Random ids and
 * nonce: make it once. Fails with `mediators-only`, with `asked-unfit` where not each gives something of an exchange, with `room-unknown` for a party whose caucus is not held, and as putting it would.
 */
export function planOfQuestion(
  { engine }: AtWork,
  process: ProcessId,
  { parties, question, item, gives, accepted = [], ...draft }: QuestionDraft,
): Result<PlanAct> {
  const desk = deskOf(engine, process)
  if (desk === undefined) return fail('mediators-only')
  const caucuses = caucusesOf(engine, process)
  const found = parties.map(party => caucuses.find(room => room.party?.party === party))
  const rooms = found.filter(room => room !== undefined)
  if (rooms.length < found.length) return fail('room-unknown')
  const asked = byId(
    rooms.flatMap(({ id, party }) =>
      party === undefined
        ? []
        : [{ party: party.party, name: party.name, room: id, under: newId<QuestionId>() }],
    ),
  )
  const givings = gives === undefined ? ok(undefined) : givingsOf(rooms, gives)
  if (!givings.ok) return givings
  const content: QuestionContent = {
    ...draft,
    parties: asked.map(({ party, name }) => ({ party, name })),
    ...(givings.value === undefined
      ? {}
      : { gives: givings.value.map(({ giving: { party }, digest }) => ({ party, digest })) }),
    nonce: bytesToBase64url(randomBytes(16)),
  }
  const plan: PlanAct = {
    kind: 'assent.plan',
    question: question ?? newId<QuestionId>(),
    content,
    digest: digestText(desk, content),
    asked: asked.map(({ party, room, under }) => ({ party, room, under })),
    ...(item === undefined ? {} : { item }),
    ...(givings.value === undefined ? {} : { gives: givings.value.map(({ giving }) => giving) }),
    accepted,
  }
  const planned: QuestionPlan = {
    ...plan,
    by: engine.identity.member,
    position: desk.size,
    time: engine.now(),
  }
  const puttable = putQuestion(desk, planned, held(engine))
  return puttable.ok ? ok(plan) : puttable
}

type Givings = readonly { readonly party: PartyId; readonly giving: Giving; readonly digest: string }[]

/** MEET-7: what stands now of each, salted and under a new id, in the order in which they are asked. */
function givingsOf(rooms: readonly RoomState[], gives: NonNullable<QuestionDraft['gives']>): Result<Givings> {
  const givings = gives.flatMap(({ party, item }): Givings => {
    const room = rooms.find(each => each.party?.party === party)
    const known = room?.items[item]
    if (room === undefined || known === undefined) return []
    const nonce = bytesToBase64url(randomBytes(16))
    const thing = { register: known.register, fields: standingOf(known).fields }
    const digest = givenDigest(room, { party, nonce, thing })
    const giving = { party, item, rev: known.revisions.length, nonce, under: newId<ItemId>() }
    return [{ party, giving, digest }]
  })
  return givings.length < rooms.length ? fail('asked-unfit') : ok(byId(givings))
}

/** What each of them will receive, and what the leak check names in it, in the order in which they are asked. */
export function previewQuestion(
  { engine }: AtWork,
  process: ProcessId,
  plan: PlanAct,
): Result<readonly ReachPreview[]> {
  const desk = deskOf(engine, process)
  if (desk === undefined) return fail('mediators-only')
  const taken = engine.checkAct(desk.id, plan)
  const rooms = roomsOf(engine, process)
  const comparable = checkComparable(engine, process)
  const previews = plan.asked.flatMap((each): readonly ReachPreview[] => {
    const recipient = engine.room(each.room)
    if (recipient === undefined) return []
    const arrival = putAct(plan, each)
    const findings = findLeaksInAct({ act: arrival, recipient }, rooms)
    return [
      {
        arrival,
        room: each.room,
        findings,
        open: openOf(findings, plan.accepted),
        unread: unreadOf(engine, process),
        allowed: taken.ok ? comparable : taken,
      },
    ]
  })
  return previews.length < plan.asked.length ? fail('room-unknown') : ok(previews)
}

/** Plans it at the desk. Nobody is asked yet. Fails as `planOfQuestion` does, and with `leak-not-accepted`. */
export function planQuestion(
  session: AtWork,
  process: ProcessId,
  plan: PlanAct,
): Promise<Result<QuestionId>> {
  return submitAtDesk(session, process, plan.question, [plan])
}

/** Puts what was planned to all of them, in one step; of what was cut short, to those whom it has not reached. */
export function putToAll(
  session: AtWork,
  process: ProcessId,
  question: QuestionId,
): Promise<Result<QuestionId>> {
  return submitAtDesk(session, process, question, [{ kind: 'assent.ask', question }])
}

/** Plans it and puts it to all of them: both or neither. SYNC-40: it may be taken back for `undoMs`. */
export function askAll(
  session: AtWork,
  process: ProcessId,
  plan: PlanAct,
  undoMs = 0,
): Promise<Result<QuestionId>> {
  const { question } = plan
  return submitAtDesk(session, process, question, [plan, { kind: 'assent.ask', question }], undoMs)
}

/** Withdraws it for all, before an outcome. */
export function withdrawQuestion(
  session: AtWork,
  process: ProcessId,
  question: QuestionId,
): Promise<Result<QuestionId>> {
  return submitAtDesk(session, process, question, [{ kind: 'assent.withdraw', question }])
}

async function submitAtDesk(
  { engine }: AtWork,
  process: ProcessId,
  question: QuestionId,
  acts: readonly Act[],
  undoMs = 0,
): Promise<Result<QuestionId>> {
  const desk = deskOf(engine, process)
  if (desk === undefined) return fail('mediators-only')
  const steps = acts.map(act => ({ room: desk.id, act }))
  const done = await engine.submit(steps, undefined, undoMs)
  return done.ok ? ok(question) : done
}

/** The time by the clock of a room's relay, as far as this device knows it; else by its own. ms since 1970 UTC. */
export const timeIn = ({ engine }: AtWork, room: RoomId): number =>
  engine.relayTime(engine.relayOf(room)) ?? engine.now()

/**
 * Tells all of them what came of it, in one step: of what was cut short, those who were not told, in the same words. All caucuses are
 * read to their ends before. Fails with `question-unknown`, `too-early`, `question-lapsed`, and where a caucus cannot be read.
 */
export async function tellOutcome(
  session: AtWork,
  process: ProcessId,
  question: QuestionId,
): Promise<Result<QuestionId>> {
  const { engine } = session
  const plan = deskOf(engine, process)?.questionPlans[question]
  if (plan?.put === undefined) return fail('question-unknown')
  if (plan.closed !== undefined)
    return submitAtDesk(session, process, question, [closingAs(question, plan.closed)])
  for (const { room } of plan.asked) {
    const read = await engine.sync(room)
    if (!read.ok) return read
  }
  return closeBy(session, process, plan)
}

type Outcome = Pick<NonNullable<QuestionPlan['closed']>, 'match' | 'adherences' | 'considered'>

const closingAs = (question: QuestionId, { match, adherences, considered }: Outcome): Act => ({
  kind: 'assent.close',
  question,
  match,
  adherences,
  considered,
})

async function closeBy(session: AtWork, process: ProcessId, plan: QuestionPlan): Promise<Result<QuestionId>> {
  const { engine } = session
  const { question, asked, content } = plan
  const standings = standingsOf(plan, held(engine))
  const match = isMatch(standings)
  const { closes, tellBy, early } = content.times
  const now = Math.min(...asked.map(({ room }) => timeIn(session, room)))
  if (now > tellBy) return fail('question-lapsed')
  if (now <= closes && !(match && early)) return fail('too-early')
  const adherences = standings.map(({ party, question: put }): Adherence => {
    const answer = answerTold(match, put)
    return answer === undefined
      ? { party, adherence: blankAdherence(), byMediators: false }
      : { party, adherence: answer.adherence, byMediators: answer.recorded !== undefined }
  })
  const considered = asked.map(({ party, room, under }): Considered => {
    const answer = countingAnswer(engine.room(room)?.questions[under] ?? { answers: [] })
    return {
      party,
      ...headOf(engine, room),
      ...(answer === undefined ? {} : { answer: answer.position }),
    }
  })
  return submitAtDesk(session, process, question, [closingAs(question, { match, adherences, considered })])
}

/** As long as an adherence, and nothing: what stands in its place in a no, and in an outcome that is none. */
export const blankAdherence = (): string => bytesToBase64url(randomBytes(adherenceBytes))

/** What of a caucus this device has read. */
function headOf(engine: Engine, room: RoomId): Pick<Considered, 'upTo' | 'head'> {
  const replica = engine.roomLog(room)?.replica
  const root = replica?.rootAt(replica.size)
  if (replica === undefined || root === undefined) throw new Error('a caucus that was read has no head')
  return { upTo: replica.size, head: bytesToBase64url(root) }
}

/** Takes up what was cut short: put, told or withdrawn in some caucuses and not in all. Fails with `question-unknown` where nothing was. */
export async function finishQuestion(
  session: AtWork,
  process: ProcessId,
  question: QuestionId,
): Promise<Result<QuestionId>> {
  const desk = deskOf(session.engine, process)
  const plan = desk?.questionPlans[question]
  const missing =
    desk === undefined || plan === undefined ? undefined : unfinishedOf(desk, plan, held(session.engine))
  switch (missing) {
    case undefined:
      return fail('question-unknown')
    case 'assent.ask':
      return putToAll(session, process, question)
    case 'assent.close':
      return tellOutcome(session, process, question)
    case 'assent.withdraw':
      return withdrawQuestion(session, process, question)
    default:
      return missing satisfies never
  }
}
