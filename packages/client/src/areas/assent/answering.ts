/** A party's answer to a question, as its own device gives it, or as the mediators record it. */

import { type Circumstance, phaseOf, type QuestionId, type RoomId } from '@goodoffices/core'
import { bytesToBase64url, signAdherence } from '@goodoffices/log'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import type { ActStep } from '../../session/engine/ground.ts'
import { blankAdherence, timeIn } from './asking.ts'
import { adheringOf, isDigestTrue, isOwnTrue } from './digest.ts'

type Given = {
  readonly question: QuestionId
  readonly yes: boolean
  readonly recorded?: Circumstance | undefined
  /** What is decided with it in other rooms of one's own, or not at all. */
  readonly with?: readonly ActStep[]
  /** SYNC-40: how long it may be taken back (ms); not within a minute of the close. */
  readonly undoMs?: number
}

/** So near to the close an answer goes at once: what waits might come too late. */
const atOnceMs = 60_000

/**
 * Answers in the caucus. A yes is signed by this device over the very words that stand there (ASNT-15); a no holds as many random
 * bytes. Fails with `question-closed` once it has closed by the relay's clock, and with `digest-differs` where the words are not those
 * that the mediators gave the digest of, or what it would give of one's own is not what stands here (MEET-7).
 */
export async function answerQuestion(
  { engine }: AtWork,
  caucus: RoomId,
  { question, yes, recorded, with: beside = [], undoMs = 0 }: Given,
): Promise<Result<null>> {
  const room = engine.room(caucus)
  const put = room?.questions[question]
  if (room?.party === undefined || put === undefined) return fail('question-unknown')
  const now = timeIn({ engine }, caucus)
  if (phaseOf(put, now) !== 'open') return fail('question-closed')
  if (!isDigestTrue(room, put) || !isOwnTrue(room, put)) return fail('digest-differs')
  const adherence = yes
    ? bytesToBase64url(
        await signAdherence(engine.deviceIn(room), adheringOf(room, put.content, room.party.party)),
      )
    : blankAdherence()
  const act = {
    kind: 'assent.answer',
    question,
    yes,
    adherence,
    ...(recorded === undefined ? {} : { recorded }),
  } as const
  const isNear = put.content.times.closes - now < atOnceMs
  const done = await engine.submit([{ room: caucus, act }, ...beside], undefined, isNear ? 0 : undoMs)
  return done.ok ? ok(null) : done
}
