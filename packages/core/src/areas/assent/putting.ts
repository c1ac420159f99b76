/**
 * What a question brings about in the caucuses: it is put there, its outcome told, or it is withdrawn; to all in one step. What each
 * caucus receives is built from what stands at the desk and from nothing of another caucus.
 */

import type { QuestionId, RoomId } from '../../ids.ts'
import type { ItemState } from '../../item/item.ts'
import { fail, ok } from '../../result.ts'
import type { BroughtAct } from '../../room/area.ts'
import { isPresent, type Room } from '../../room/state.ts'
import type { MandateState } from '../mandate/state.ts'
import { successorOf, type TeamState } from '../team/state.ts'
import type { Adherence, Asked, Content, Handed, Own } from './content.ts'
import { type AssentRoom, countingAnswer, isMatch, type QuestionPlan, standingsOf } from './state.ts'

type Caucus = AssentRoom & ItemState & MandateState & TeamState
type Held = (id: RoomId) => Room | undefined

export type PutAct = {
  readonly kind: 'assent.ask'
  readonly question: QuestionId
  readonly content: Content
  readonly digest: string
  readonly own?: Own
}
type TellAct = {
  readonly kind: 'assent.tell'
  readonly question: QuestionId
  readonly match: boolean
  readonly adherences: readonly Adherence[]
  readonly handed?: readonly Handed[]
}
type WithdrawAct = { readonly kind: 'assent.withdraw'; readonly question: QuestionId }

/** What a caucus receives when it is asked: the same for each, but for the id; and for what of its own it would give (MEET-7). */
export function putAct(
  { content, digest, gives }: Pick<QuestionPlan, 'content' | 'digest' | 'gives'>,
  { under, party }: Asked,
): PutAct {
  const own = gives?.find(each => each.party === party)
  return {
    kind: 'assent.ask',
    question: under,
    content,
    digest,
    ...(own === undefined ? {} : { own: { item: own.item, rev: own.rev, nonce: own.nonce } }),
  }
}

/** The caucuses that a plan hangs on. */
export const caucusesBehind = ({ asked }: Pick<QuestionPlan, 'asked'>): readonly RoomId[] =>
  asked.map(({ room }) => room)

const goes = (parts: readonly BroughtAct[]): boolean => parts.some(({ refused }) => refused === undefined)

/** What of a plan has not arrived where the desk has said that it goes; undefined where nothing is missing. */
export function unfinishedOf(
  desk: Room,
  plan: QuestionPlan,
  held: Held,
): 'assent.ask' | 'assent.close' | 'assent.withdraw' | undefined {
  if (plan.withdrawn !== undefined) {
    return goes(withdraw(desk, plan, held).value) ? 'assent.withdraw' : undefined
  }
  if (plan.closed !== undefined) {
    const told = tell(desk, plan, plan.closed, held)
    return told.ok && goes(told.value) ? 'assent.close' : undefined
  }
  if (plan.put === undefined) return undefined
  const asked = put(desk, plan, held)
  return asked.ok && goes(asked.value) ? 'assent.ask' : undefined
}

/** A caucus of the same talks, of that very party, in which the talks go on. */
function caucusOf(desk: Room, { room, party }: Asked, held: Held) {
  const caucus = held(room) as Caucus | undefined
  if (caucus === undefined || caucus.process.process !== desk.process.process) return fail('source-not-held')
  if (caucus.kind !== 'caucus' || caucus.party?.party !== party) return fail('recipient-not-caucus')
  if (caucus.destroyed !== undefined) return fail('record-destroyed')
  const next = successorOf(caucus)
  return next === undefined ? ok(caucus) : fail('room-succeeded', { room: next })
}

const hasWithdrawn = ({ party, consents }: Caucus): boolean =>
  party !== undefined && consents[party.party]?.standing === 'withdrawn'

/**
 * ASNT-27: whether a party is out of the mediation: it has withdrawn its consent, its record was destroyed, or of those who sat for it
 * nobody is left.
 */
export function isOutOf(caucus: Caucus): boolean {
  const people = Object.values(caucus.members).filter(({ party }) => party === caucus.party?.party)
  return (
    hasWithdrawn(caucus) || caucus.destroyed !== undefined || (people.length > 0 && !people.some(isPresent))
  )
}

/** Whether it may be put to this party: known to the others, and not out of the mediation. */
function checkAskable(caucus: Caucus) {
  if (caucus.party?.hidden === true) return fail('asked-hidden')
  return hasWithdrawn(caucus) ? fail('consent-withdrawn', { side: 'recipient' }) : ok(null)
}

/** ASNT-3: all or none are asked; where it was cut short, those who were not yet, with the same bytes. */
export function put(desk: Room, plan: QuestionPlan, held: Held) {
  const parts: BroughtAct<PutAct>[] = []
  for (const each of plan.asked) {
    const caucus = caucusOf(desk, each, held)
    const checked = caucus.ok ? checkAskable(caucus.value) : caucus
    if (!checked.ok && plan.put === undefined) return checked
    if (caucus.ok && Object.hasOwn(caucus.value.questions, each.under)) continue
    parts.push({
      room: each.room,
      act: putAct(plan, each),
      ...(checked.ok ? {} : { refused: checked.error }),
    })
  }
  return ok<readonly BroughtAct<PutAct>[]>(parts)
}

type Outcome = Pick<TellAct, 'match' | 'adherences'>

/** ASNT-4: the outcome is what the answers say, and goes to all; once the desk has said it, to those who were not told yet. */
export function tell(desk: Room, plan: QuestionPlan, outcome: Outcome, held: Held) {
  const { match, adherences } = plan.closed ?? outcome
  if (plan.closed === undefined) {
    const found = checkOutcome(desk, plan, outcome, held)
    if (!found.ok) return found
  }
  const given = match && plan.gives !== undefined ? givenBy(desk, plan, held) : undefined
  if (given?.ok === false) return given
  const parts: BroughtAct<TellAct>[] = []
  for (const each of plan.asked) {
    const caucus = caucusOf(desk, each, held)
    if (!caucus.ok && plan.closed === undefined) return caucus
    if (caucus.ok && caucus.value.questions[each.under]?.told !== undefined) continue
    const handed = given?.value.filter(({ party }) => party !== each.party)
    parts.push({
      room: each.room,
      act: {
        kind: 'assent.tell',
        question: each.under,
        match,
        adherences,
        ...(handed === undefined ? {} : { handed }),
      },
      ...(caucus.ok ? {} : { refused: caucus.error }),
    })
  }
  return ok<readonly BroughtAct<TellAct>[]>(parts)
}

/** MEET-7: what each gives, as it stood when it was asked, from where it stands: all of it or nothing. */
function givenBy(desk: Room, { asked, gives = [] }: QuestionPlan, held: Held) {
  const given: Handed[] = []
  for (const { party, item, rev, nonce, under } of gives) {
    const each = asked.find(each => each.party === party)
    const caucus = each === undefined ? fail('asked-unfit') : caucusOf(desk, each, held)
    if (!caucus.ok) return caucus
    const known = caucus.value.items[item]
    const revision = known?.revisions[rev - 1]
    if (known === undefined || revision === undefined) return fail('item-unknown')
    given.push({ party, under, nonce, thing: { register: known.register, fields: revision.fields } })
  }
  return ok<readonly Handed[]>(given)
}

/** ASNT-1: a match is the yes of all, each with the very adherence that it gave. */
export function checkOutcome(desk: Room, plan: QuestionPlan, { match, adherences }: Outcome, held: Held) {
  const standings = standingsOf(plan, id => held(id) as Caucus | undefined)
  const unread = standings.find(({ question }) => question === undefined)
  if (unread !== undefined) return fail('not-all-asked')
  if (isMatch(standings) !== match) return fail('outcome-differs')
  if (!match) return ok(null)
  const isTheirs = standings.every(({ question }, at) => {
    const answer = question === undefined ? undefined : countingAnswer(question)
    const given = adherences[at]
    return (
      answer?.adherence === given?.adherence &&
      (answer?.recorded !== undefined) === (given?.byMediators === true)
    )
  })
  if (!isTheirs) return fail('outcome-differs')
  const gone = standings.find(({ caucus }) => caucus !== undefined && hasWithdrawn(caucus))
  return gone === undefined ? ok(null) : fail('consent-withdrawn', { side: 'recipient' })
}

/** ASNT-23: wherever it was put and nothing was told. A caucus that is over, or goes on elsewhere, needs no word. */
export function withdraw(desk: Room, plan: QuestionPlan, held: Held) {
  const parts = plan.asked.flatMap((each): readonly BroughtAct<WithdrawAct>[] => {
    const caucus = caucusOf(desk, each, held)
    const question = caucus.ok ? caucus.value.questions[each.under] : undefined
    if (question === undefined || question.told !== undefined || question.withdrawn !== undefined) return []
    return [{ room: each.room, act: { kind: 'assent.withdraw', question: each.under } }]
  })
  return ok<readonly BroughtAct<WithdrawAct>[]>(parts)
}
