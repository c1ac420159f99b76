/** What a mediator's device does of questions by itself: it tells what is due, and withdraws what somebody asked is out of. */

import {
  isMatch,
  isOutOf,
  planPhaseOf,
  type QuestionId,
  type QuestionPlan,
  standingsOf,
} from '@goodoffices/core'
import { deskOf, processesOf } from '../../process/find.ts'
import type { AtWork } from '../../session/at-work.ts'
import type { Engine } from '../../session/engine/engine.ts'
import { tellOutcome, timeIn, withdrawQuestion } from './asking.ts'

/**
 * Tells, in every process, the outcome of each question that has closed, or to which all have said yes where that was to be told at
 * once; by the relay's clock, never by this device's. Returns what was told; what cannot be told now waits.
 */
export async function tellDue(session: AtWork): Promise<readonly QuestionId[]> {
  const { engine } = session
  const told: QuestionId[] = []
  for (const { process } of processesOf(engine)) {
    const desk = deskOf(engine, process)
    const open = Object.values(desk?.questionPlans ?? {}).filter(plan => isDue(session, plan))
    if (desk === undefined || open.length === 0) continue
    if ((await engine.askTime(engine.relayOf(desk.id))) === undefined) continue
    for (const plan of open.filter(each => isDue(session, each)))
      if ((await tellOutcome(session, process, plan.question)).ok) told.push(plan.question)
  }
  return told
}

/** So long a colleague's device leaves it to whoever put the question, so that two do not say the same, in ms. */
const colleaguesWaitMs = 120_000

function isDue(session: AtWork, plan: QuestionPlan): boolean {
  const { closes, early } = plan.content.times
  const [first] = plan.asked
  if (plan.put === undefined || first === undefined) return false
  const now = timeIn(session, first.room)
  const isOwn = plan.put.by === session.engine.identity.member
  const phase = planPhaseOf(plan, now)
  if (phase === 'closed') return isOwn || now > closes + colleaguesWaitMs
  return phase === 'open' && isOwn && early && isMatch(standingsIn(session.engine, plan))
}

const standingsIn = (engine: Engine, plan: QuestionPlan) => standingsOf(plan, id => engine.room(id))

/** ASNT-27: withdraws, in every process, each question that was put to somebody who is out of the mediation now. Returns what was withdrawn. */
export async function withdrawDue(session: AtWork): Promise<readonly QuestionId[]> {
  const { engine } = session
  const withdrawn: QuestionId[] = []
  for (const { process } of processesOf(engine))
    for (const plan of Object.values(deskOf(engine, process)?.questionPlans ?? {})) {
      const [first] = plan.asked
      if (first === undefined) continue
      if (!['open', 'closed'].includes(planPhaseOf(plan, timeIn(session, first.room)))) continue
      const isOver = standingsIn(engine, plan).some(({ caucus }) => caucus !== undefined && isOutOf(caucus))
      if (isOver && (await withdrawQuestion(session, process, plan.question)).ok)
        withdrawn.push(plan.question)
    }
  return withdrawn
}
