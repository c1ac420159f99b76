/** What the leak check says of what a sample lets a side read: when it is planned, and again when it goes. */

import {
  type Act,
  type Conveyance,
  type Finding,
  fail,
  findLeaksIn,
  findLeaksInAct,
  ok,
  putAct,
  type QuestionPlan,
  type Result,
  type RoomState,
  sidesOf,
  togetherWith,
} from '@goodoffices/core'

/** The rooms of a sample, by their ids. */
export type Stage = {
  readonly find: (room: RoomState['id']) => RoomState | undefined
  readonly all: readonly RoomState[]
}

function findingsOf(plan: Conveyance, { find, all }: Stage): readonly Finding[] {
  const sides = sidesOf(plan, find)
  return sides === undefined ? [] : findLeaksIn(plan, sides, all)
}

type Asking = Pick<QuestionPlan, 'content' | 'digest' | 'asked' | 'gives'>

/** ASNT-24: once for each caucus; a text that it names in several is one. */
function findingsOfQuestion(plan: Asking, { find, all }: Stage): readonly Finding[] {
  return onceEach(
    plan.asked.flatMap(each => {
      const recipient = find(each.room)
      return recipient === undefined ? [] : findLeaksInAct({ act: putAct(plan, each), recipient }, all)
    }),
  )
}

/** A text that it names in several is one. */
export const onceEach = (found: readonly Finding[]): readonly Finding[] =>
  found.filter(({ text }, at) => found.findIndex(each => each.text === text) === at)

/** Of an act that plans something for a side; none of any other. */
export function findingsAtPreparing(act: Act, stage: Stage): readonly Finding[] {
  if (act.kind === 'assent.plan') return findingsOfQuestion(act, stage)
  return act.kind === 'carry.prepare' ? findingsOf(act.conveyance, stage) : []
}

/** SAMPLE-6: what goes names nothing that was not accepted when it was planned. */
export function checkAccepted(desk: RoomState, act: Act, stage: Stage): Result<null> {
  const carried = act.kind === 'carry.deliver' ? desk.conveyances[act.conveyance] : undefined
  const asked = act.kind === 'assent.ask' ? desk.questionPlans[act.question] : undefined
  const going = [
    ...(carried === undefined ? [] : togetherWith(desk, carried)).map(({ plan }) => ({
      plan,
      found: findingsOf(plan, stage),
    })),
    ...(asked === undefined ? [] : [{ plan: asked, found: findingsOfQuestion(asked, stage) }]),
  ]
  for (const { plan, found } of going) {
    const accepted = plan.accepted.map(({ text }) => text)
    const unseen = found.find(({ text }) => !accepted.includes(text))
    if (unseen !== undefined) return fail('leak-unaccepted', { kind: unseen.kind, text: unseen.text })
  }
  return ok(null)
}
