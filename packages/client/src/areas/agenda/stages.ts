/** AGEN-7: whether each side finds in its caucus what it said yes to, of the stages that stand at the table. */

import {
  type Issue,
  type ItemId,
  isHigher,
  type MemberId,
  type RoomState,
  stageOf,
  standingOf,
} from '@goodoffices/core'
import { issuesIn } from './matrix.ts'

/** Issues at the table in a stage to which the reader's side has said no yes that was told, and was known there when it was put. */
export function stagesUnproved(
  table: RoomState,
  rooms: readonly RoomState[],
  me: MemberId,
): readonly ItemId[] {
  const party = table.members[me]?.party
  if (party === undefined || table.parties[party]?.kind !== 'party') return []
  const caucuses = rooms.filter(({ kind, party: of }) => kind === 'caucus' && of?.party === party)
  const known = table.timeline.find(({ kind, about }) => kind === 'party.add' && about === party)?.position
  if (caucuses.length === 0 || known === undefined) return []
  const isAssented = ({ item, ...issue }: Issue): boolean => {
    const { stage, scope } = standingOf({ item, ...issue }).fields
    const isOther = scope !== undefined && !scope.includes(party)
    if (stageOf({ item, ...issue }) === 'separate' || isOther) return true
    return caucuses.some(({ questions }) =>
      Object.values(questions).some(
        ({ content, told }) =>
          told?.match === true &&
          content.issue === item &&
          content.stage !== undefined &&
          (content.stage === stage || isHigher(content.stage, stage)),
      ),
    )
  }
  return issuesIn(table)
    .filter(issue => standingOf(issue).position > known && !isAssented(issue))
    .map(({ item }) => item)
}
