import type { ItemId, PartyId, QuestionId, RoomId } from '../../ids.ts'
import type { Finding } from '../../leak/finding.ts'
import type { Room, Said } from '../../room/state.ts'
import type { Circumstance } from '../../schema.ts'
import type { Adherence, Asked, Considered, Content, Giving, Handed, Own } from './content.ts'

export type Answer = Said & {
  readonly yes: boolean
  /** Of a yes, the signature over its digest; of a no, as many random bytes. */
  readonly adherence: string
  readonly recorded?: Circumstance
}

/** A question as it stands in the caucus of one whom it was put to. */
export type Question = Said & {
  readonly question: QuestionId
  readonly content: Content
  readonly digest: string
  /** MEET-7: what of this side's a yes gives. */
  readonly own?: Own
  /** All that were placed in time, oldest first: the last counts. */
  readonly answers: Answer[]
  told?: Said & {
    readonly match: boolean
    readonly adherences: readonly Adherence[]
    readonly handed?: readonly Handed[]
  }
  withdrawn?: Said
}

/** The same at the desk: whom it is put to, and what became of it. */
export type QuestionPlan = Said & {
  readonly question: QuestionId
  content: Content
  digest: string
  asked: readonly Asked[]
  item?: ItemId
  gives?: readonly Giving[]
  accepted: readonly Finding[]
  /** The desk's word that it goes: from then on nothing of it is changed. */
  put?: Said
  closed?: Said & {
    readonly match: boolean
    readonly adherences: readonly Adherence[]
    readonly considered: readonly Considered[]
  }
  withdrawn?: Said
}

export type AssentState = {
  readonly questions: Record<QuestionId, Question>
  readonly questionPlans: Record<QuestionId, QuestionPlan>
  /** Of which plan an id in a caucus is. */
  readonly questionsUnder: Record<QuestionId, QuestionId>
}

export type AssentRoom = Room & AssentState

/** The answer that counts: the last one (ASNT-7). */
export const countingAnswer = ({ answers }: Pick<Question, 'answers'>): Answer | undefined => answers.at(-1)

/** ASNT-2: the answer of a side that an outcome carries: of all, or of none. */
export const answerTold = (match: boolean, put: Pick<Question, 'answers'> | undefined): Answer | undefined =>
  match && put !== undefined ? countingAnswer(put) : undefined

/** The question with such a nonce that came about here: in a caucus as it was told, at the desk as it was closed. */
export const cameAbout = ({ questions, questionPlans }: AssentState, nonce: string): Putting | undefined =>
  Object.values(questions).find(({ content, told }) => content.nonce === nonce && told?.match === true) ??
  Object.values(questionPlans).find(
    ({ content, closed }) => content.nonce === nonce && closed?.match === true,
  )

/** A question as it is asked what it puts, in a caucus or at the desk. */
export type Putting = {
  readonly question: QuestionId
  readonly content: Content
  readonly item?: ItemId
}

/** ASNT-26: the id of what a question puts: its own, or that of what it says anew; at the desk, of what it is about there. */
export function thingIdOf(room: AssentState, { question, content, item }: Putting): ItemId {
  const before = content.anew === undefined ? undefined : cameAbout(room, content.anew)
  return before === undefined ? (item ?? (question as string as ItemId)) : thingIdOf(room, before)
}

/** ASNT-7: a yes is final where it binds, and where all may be told of it at any moment. */
export const isYesFinal = ({ effect, times }: Pick<Content, 'effect' | 'times'>): boolean =>
  effect === 'commits' || times.early

/** ASNT-7: whether what this party has answered stands for good. */
export const isFinal = (question: Pick<Question, 'content' | 'answers'>): boolean =>
  isYesFinal(question.content) && countingAnswer(question)?.yes === true

export type QuestionPhase = 'planned' | 'open' | 'closed' | 'match' | 'no-match' | 'lapsed' | 'withdrawn'

type Course = Pick<Question, 'content'> & {
  readonly told?: { readonly match: boolean }
  readonly withdrawn?: Said
}

/** ASNT-13: where it stands at some time, in ms since 1970 UTC. Past `tellBy` nobody is bound, whoever says so or does not. */
export function phaseOf(
  { content, told, withdrawn }: Course,
  now: number,
): Exclude<QuestionPhase, 'planned'> {
  if (withdrawn !== undefined) return 'withdrawn'
  if (told !== undefined) return told.match ? 'match' : 'no-match'
  if (now > content.times.tellBy) return 'lapsed'
  return now > content.times.closes ? 'closed' : 'open'
}

/** The same at the desk. */
export function planPhaseOf({ content, put, closed, withdrawn }: QuestionPlan, now: number): QuestionPhase {
  if (put === undefined && withdrawn === undefined) return 'planned'
  return phaseOf(
    {
      content,
      ...(closed === undefined ? {} : { told: closed }),
      ...(withdrawn === undefined ? {} : { withdrawn }),
    },
    now,
  )
}

/** How it stands with one whom it is put to: the caucus, where it is held, and the question there, once it has arrived. */
export type AskedStanding<R extends AssentRoom = AssentRoom> = {
  readonly party: PartyId
  readonly caucus: R | undefined
  readonly question: Question | undefined
}

export const standingsOf = <R extends AssentRoom>(
  { asked }: Pick<QuestionPlan, 'asked'>,
  held: (id: RoomId) => R | undefined,
): readonly AskedStanding<R>[] =>
  asked.map(({ party, room, under }) => {
    const caucus = held(room)
    return { party, caucus, question: caucus?.questions[under] }
  })

/** ASNT-1: all have said yes, by the answers that count. */
export const isMatch = (standings: readonly AskedStanding[]): boolean =>
  standings.every(({ question }) => question !== undefined && countingAnswer(question)?.yes === true)
