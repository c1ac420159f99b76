/** Who may ask, answer, tell and withdraw. The rules are numbered in `docs/spec/questions.md`. */

import type { PartyId, QuestionId } from '../../ids.ts'
import type { ItemState } from '../../item/item.ts'
import { fail, ok } from '../../result.ts'
import { checkForParty } from '../../room/in-whose-name.ts'
import { isMediator, leadsParty, speaksForParty } from '../../room/roles.ts'
import type { Member } from '../../room/state.ts'
import type { Circumstance } from '../../schema.ts'
import { checkPowers } from '../mandate/powers.ts'
import type { Adherence, Asked, Content, Giving, Handed, Own } from './content.ts'
import { type Bringing, checkGives, checkHanded, checkOwn, checkThing, isOfSame } from './following.ts'
import {
  type AssentRoom,
  countingAnswer,
  isFinal,
  type Putting,
  type Question,
  type QuestionPlan,
} from './state.ts'

type Named = { readonly question: QuestionId }
type OfParty = { readonly party: PartyId }

/** ASNT-20: two or more, each once, in the order of their ids; it closes before the last day on which an outcome is told. */
function checkContent(content: Content) {
  const { kind, issue, stage, moves, parties, times } = content
  // AGEN-7: up to a stage that is one, of an issue that is named.
  const isOfStage = issue !== undefined && stage !== undefined && stage !== 'separate'
  if (kind === 'stage' ? !isOfStage : stage !== undefined) return fail('asked-unfit')
  if (moves !== undefined && kind !== 'move') return fail('asked-unfit')
  const inOrder = parties.every(({ party }, at) => at === 0 || (parties[at - 1]?.party ?? '') < party)
  if (!inOrder) return fail('asked-unfit')
  const gives = checkGives(content)
  if (!gives.ok) return gives
  return times.closes < times.tellBy ? ok(null) : fail('times-unfit')
}

type Nonced = { readonly question: QuestionId; readonly content: Content }

/** ASNT-20: a nonce is that of one question: by it what came about is found, and none words itself anew. */
const isBorne = (
  questions: Readonly<Record<QuestionId, Nonced>>,
  { nonce }: Content,
  of?: QuestionId,
): boolean =>
  Object.values(questions).some(({ question, content }) => question !== of && content.nonce === nonce)

type Planned = Putting & { readonly asked: readonly Asked[]; readonly gives?: readonly Giving[] }

/** ASNT-20: planned at the desk, and anew until it is put. */
export function checkPlan(room: Bringing, _: Member, plan: Planned) {
  const { question, content, asked, gives } = plan
  const allowed = checkAtDesk(room)
  if (!allowed.ok) return allowed
  const known = room.questionPlans[question]
  if (known?.withdrawn !== undefined) return fail('question-closed')
  if (known?.put !== undefined) return fail('already-asked')
  const fits = checkContent(content)
  if (!fits.ok) return fits
  if (isBorne(room.questionPlans, content, question)) return fail('id-taken')
  if (!isOfSame(content.parties, asked)) return fail('asked-unfit')
  if (new Set(asked.map(({ room }) => room)).size < asked.length) return fail('asked-unfit')
  if (!isOfSame(gives ?? [], content.gives ?? [])) return fail('asked-unfit')
  const taken = asked.some(({ under }) => {
    const by = room.questionsUnder[under]
    return by !== undefined && by !== question
  })
  if (taken || new Set(asked.map(({ under }) => under)).size < asked.length) return fail('id-taken')
  return checkThing(room, plan)
}

type Asking = Named & { readonly content?: Content; readonly digest?: string; readonly own?: Own }

/** ASNT-21: the desk says that it is put, once; mediators put it in a caucus, with all of it. */
export function checkAsk(room: Bringing, author: Member, { question, content, digest, own }: Asking) {
  if (room.kind === 'desk') {
    const open = checkOpenPlan(room, question)
    if (!open.ok) return open
    if (content !== undefined || digest !== undefined || own !== undefined) return fail('wrong-room')
    return open.value.put === undefined ? ok(null) : fail('already-asked')
  }
  const allowed = checkInCaucus(room, author)
  if (!allowed.ok) return allowed
  if (content === undefined || digest === undefined) return fail('wrong-room')
  if (Object.hasOwn(room.questions, question) || isBorne(room.questions, content)) return fail('id-taken')
  // ASNT-11: the others would read its name.
  if (room.party?.hidden === true) return fail('asked-hidden')
  // The names pass the leak check, since all who are asked are told them: nothing else may stand in their place.
  const isNamed = content.parties.some(
    ({ party, name }) => party === room.party?.party && name === room.party.name,
  )
  if (!isNamed) return fail('asked-unfit')
  const fits = checkContent(content)
  if (!fits.ok) return fits
  if ((content.gives === undefined) !== (own === undefined)) return fail('asked-unfit')
  return own === undefined ? checkThing(room, { question, content }) : checkOwn(room, own)
}

/** ASNT-22: whose answer it takes. */
const answererOf = ({
  effect,
  answeredBy = 'leads',
}: Pick<Content, 'effect' | 'answeredBy'>): 'leads' | 'binds' => (effect === 'commits' ? answeredBy : 'binds')

type Answering = Named & { readonly yes: boolean; readonly recorded?: Circumstance }

/** ASNT-22: by whom it says so; ASNT-7: where a yes is final, it stands. */
export function checkAnswer(room: AssentRoom & ItemState, author: Member, act: Answering) {
  const open = checkOpen(room, act.question)
  if (!open.ok) return open
  const allowed = checkForParty(
    room,
    author,
    act,
    answererOf(open.value.content) === 'leads' ? leadsParty : speaksForParty,
  )
  if (!allowed.ok) return allowed
  if (isFinal(open.value)) return fail('answer-final')
  // ASNT-10: a no binds nobody.
  const { effect, kind } = open.value.content
  if (!act.yes || effect !== 'commits') return ok(null)
  const needs = kind === 'proposal' ? 'adopt' : 'negotiate'
  return checkPowers(room, author, { ...act, needs, about: act.question })
}

type Outcome = Named & {
  readonly match: boolean
  readonly adherences: readonly Adherence[]
  readonly handed?: readonly Handed[]
}
type Closing = Outcome & { readonly considered: readonly OfParty[] }

/** ASNT-4: the desk says the outcome once, for all who were asked. */
export function checkClose(room: AssentRoom, _: Member, act: Closing) {
  const open = checkOpenPlan(room, act.question)
  if (!open.ok) return open
  const { put, asked } = open.value
  if (put === undefined) return fail('question-unknown')
  return isOfSame(act.adherences, asked) && isOfSame(act.considered, asked) ? ok(null) : fail('asked-unfit')
}

/** ASNT-4: mediators tell each, once; ASNT-5: of a match none that has not said yes. */
export function checkTell(room: Bringing, author: Member, act: Outcome) {
  const allowed = checkInCaucus(room, author)
  if (!allowed.ok) return allowed
  const open = checkOpen(room, act.question)
  if (!open.ok) return open
  if (!isOfSame(act.adherences, open.value.content.parties)) return fail('asked-unfit')
  if (act.match && countingAnswer(open.value)?.yes !== true) return fail('not-assented')
  return checkHanded(room, open.value, act)
}

/** ASNT-23: mediators withdraw it, for all, before an outcome. */
export function checkWithdraw(room: AssentRoom, author: Member, { question }: Named) {
  if (room.kind === 'desk') {
    const open = checkOpenPlan(room, question)
    return open.ok ? ok(null) : open
  }
  const allowed = checkInCaucus(room, author)
  if (!allowed.ok) return allowed
  const open = checkOpen(room, question)
  return open.ok ? ok(null) : open
}

/** ASNT-6: by when the relay placed it, whoever's clock says otherwise. */
export const checkInTime = (content: Content | undefined, placed: number) =>
  content !== undefined && placed > content.times.closes ? fail('question-closed') : ok(null)

/** ASNT-4, ASNT-13: an outcome is told after the close, or as soon as all have said yes where that was chosen; and not after `tellBy`. */
export function checkTellTime(content: Content | undefined, match: boolean, placed: number) {
  if (content === undefined) return ok(null)
  const { closes, tellBy, early } = content.times
  if (placed > tellBy) return fail('question-lapsed')
  return placed > closes || (match && early) ? ok(null) : fail('too-early')
}

/** ROOM-15: nobody else is there. */
const checkAtDesk = ({ kind }: AssentRoom) => (kind === 'desk' ? ok(null) : fail('desk-only'))

const checkInCaucus = (room: AssentRoom, author: Member) => {
  if (room.kind !== 'caucus') return fail('caucus-only')
  return isMediator(author) ? ok(null) : fail('mediators-only')
}

function checkOpenPlan(room: AssentRoom, question: QuestionId) {
  const allowed = checkAtDesk(room)
  if (!allowed.ok) return allowed
  const plan: QuestionPlan | undefined = room.questionPlans[question]
  if (plan === undefined) return fail('question-unknown')
  return plan.closed === undefined && plan.withdrawn === undefined ? ok(plan) : fail('question-closed')
}

function checkOpen({ questions }: AssentRoom, question: QuestionId) {
  const known: Question | undefined = questions[question]
  if (known === undefined) return fail('question-unknown')
  return known.told === undefined && known.withdrawn === undefined ? ok(known) : fail('question-closed')
}
