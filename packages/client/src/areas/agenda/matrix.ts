/** AGEN-13: the agenda across the rooms of the mediators: what each side says of each issue, and what could be put on the table now. */

import {
  type Cell,
  type Claim,
  type CouldBePut,
  cellsIn,
  claimsIn,
  couldBePut,
  type Issue,
  type IssueFields,
  type ItemId,
  isIn,
  isWithdrawn,
  type PartyCard,
  type ProcessId,
  partiesConcerned,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { roomsOf } from '../../process/held.ts'
import type { AtWork } from '../../session/at-work.ts'
import { agendaRooms } from './checking.ts'

/** What one side says of one issue, and the caucus in which it does. */
export type MatrixCell = Cell & { readonly caucus?: RoomState }

export type MatrixRow = {
  readonly issue: ItemId
  /** As it is at the table, else as it is drafted. */
  readonly fields: IssueFields
  readonly draft?: Issue
  readonly posted?: Issue
  /** One for each party of the matrix, in its order; undefined of one that the issue does not concern. */
  readonly cells: readonly (MatrixCell | undefined)[]
  readonly could: CouldBePut
  /** It was put as agreed, and by its own word it belongs for some side no more. */
  readonly isNoLongerAgreed: boolean
}

export type Matrix = {
  readonly table: RoomState
  readonly desk: RoomState
  readonly parties: readonly PartyCard[]
  readonly rows: readonly MatrixRow[]
  /** What sides say belongs, and is laid to no issue yet. */
  readonly loose: readonly { readonly caucus: RoomState; readonly claim: Claim }[]
}

/** Things of the register, as what they are. */
export const issuesIn = ({ items }: RoomState): readonly Issue[] =>
  Object.values(items).filter(({ register }) => register === 'issue') as unknown as readonly Issue[]

/** For the mediators alone; undefined for whoever holds no desk, or no table. */
export function matrixOf({ engine }: AtWork, process: ProcessId): Matrix | undefined {
  const rooms = agendaRooms(roomsOf(engine, process))
  if (rooms?.desk === undefined) return undefined
  const { table, desk, caucuses } = rooms
  const parties = partiesConcerned(table, undefined)
  const cellsFor = cellsIn(rooms)
  const drafts = new Map(issuesIn(desk).map(issue => [issue.item, issue]))
  const posted = new Map(issuesIn(table).map(issue => [issue.item, issue]))
  const rows = [...new Set([...posted.keys(), ...drafts.keys()])].flatMap((issue): readonly MatrixRow[] => {
    const [draft, there] = [drafts.get(issue), posted.get(issue)]
    const standing = there ?? draft
    if (standing === undefined) return []
    const claims = draft === undefined ? undefined : standingOf(draft).fields.claims
    const fields: IssueFields = {
      ...standingOf(standing).fields,
      ...(claims === undefined ? {} : { claims }),
    }
    const concerned = cellsFor(issue, fields)
    const cells = parties.map(({ party }): MatrixCell | undefined => {
      const cell = concerned.find(each => each.party === party)
      const caucus = caucuses.find(room => room.party?.party === party)
      return cell === undefined || caucus === undefined ? cell : { ...cell, caucus }
    })
    return [
      {
        issue,
        fields,
        ...(draft === undefined ? {} : { draft }),
        ...(there === undefined ? {} : { posted: there }),
        cells,
        could: couldBePut(concerned),
        isNoLongerAgreed: there !== undefined && fields.footing === 'agreed' && !concerned.every(isIn),
      },
    ]
  })
  const laid = new Set(rows.flatMap(({ issue, fields: { claims = [] } }) => [issue, ...claims]))
  const loose = caucuses.flatMap(caucus =>
    claimsIn(caucus)
      .filter(claim => !laid.has(claim.item) && !laid.has(standingOf(claim).fields.issue ?? claim.item))
      .filter(claim => !isWithdrawn(claim))
      .map(claim => ({ caucus, claim })),
  )
  return { table, desk, parties, rows: rows.toSorted((a, b) => a.fields.ordinal - b.fields.ordinal), loose }
}
