/**
 * MAND-19: what a member's own mandates say of an act, before it is said. It is compared on the device of who holds the key of the
 * side's own room, and nowhere else; it warns, and whoever goes on notes it for the principal.
 */

import { type Act, type RoomId, standingOf } from '@goodoffices/core'
import type { Writing } from '../../export/writing.ts'
import { allRoomsOf } from '../../process/held.ts'
import type { AtWork } from '../../session/at-work.ts'
import type { ActStep } from '../../session/engine/ground.ts'
import { isolate, say } from '../../words/say.ts'
import { choiceOf } from '../item/names.ts'
import { findingsOf, type MandateFinding } from './weighing.ts'

/** What one's own mandates say of an act in a room; nothing of what mediators say, or of who has none. */
export function beyondMandate({ engine }: AtWork, id: RoomId, act: Act): readonly MandateFinding[] {
  const room = engine.room(id)
  if (room === undefined) return []
  return findingsOf({ act, room, me: engine.identity.member, now: engine.now() }, () => allRoomsOf(engine))
}

/** One finding in a sentence. `w`: of any of the reader's rooms. */
export function sayMandateFinding(w: Writing, finding: MandateFinding): string {
  if (finding.kind === 'approval-missing') {
    const { approver, neededBefore } = standingOf(finding.approval).fields
    const named = { approver: isolate(approver), what: choiceOf(w, `done.${neededBefore}`) }
    return say(w.vocabulary.terms['mandate.approval-missing'], named, w.figures)
  }
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
  const without = findings.flatMap((finding): readonly ActStep[] =>
    finding.kind === 'approval-missing' ? [goneWithout(w, finding)] : [],
  )
  const beyond = findings.flatMap(finding =>
    finding.kind === 'words' || finding.kind === 'approval-missing' ? [] : [finding],
  )
  return without.concat(
    [...Map.groupBy(beyond, ({ mandate }) => mandate.item)].flatMap(([item, of]) => {
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
    }),
  )
}

function goneWithout(w: Writing, finding: Extract<MandateFinding, { kind: 'approval-missing' }>): ActStep {
  const { room, approval } = finding
  return {
    room: room.id,
    act: {
      kind: 'item.mark',
      item: approval.item,
      rev: approval.revisions.length,
      verb: 'gone-without',
      note: sayMandateFinding(w, finding),
    },
  }
}
