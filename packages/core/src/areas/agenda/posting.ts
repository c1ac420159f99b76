/**
 * What no single room can see of an agenda: whether an issue may be put on the table, go up a stage, or a common deadline be moved.
 * Checked by the mediator's device over the rooms that it holds (decision 8); what it finds is said to that mediator alone.
 */

import type { RoomState } from '../../areas.ts'
import type { ItemId, PartyId } from '../../ids.ts'
import { type Mark, standingOf } from '../../item/item.ts'
import { countingMarks } from '../../item/register.ts'
import { fail, ok } from '../../result.ts'
import type { PartyCard } from '../../room/cards.ts'
import { isSameTerm } from '../../term/term.ts'
import type { Content as QuestionContent } from '../assent/content.ts'
import { countingAnswer } from '../assent/state.ts'
import { permissionForItem } from '../item/disclosure.ts'
import { allows } from '../message/disclosure.ts'
import { type Cell, cellOf, isIn, isWithdrawn } from './matrix.ts'
import type { Claim } from './registers/claim.ts'
import type { Deadline } from './registers/deadline.ts'
import type { Issue } from './registers/issue.ts'
import { isHigher, type Stage, stageOf } from './stage.ts'
import { issueVerbs } from './verbs.ts'

export type IssueFields = Issue['revisions'][number]['fields']
export type DeadlineFields = Deadline['revisions'][number]['fields']

/** The rooms of one talks that bear on its agenda. */
export type AgendaRooms = {
  readonly table: RoomState
  readonly desk?: RoomState
  readonly caucuses: readonly RoomState[]
}

/** Things of one register, as the ones that they are; undefined where it is another, or not there. */
export function issueIn(room: RoomState | undefined, id: ItemId): Issue | undefined {
  const thing = room?.items[id]
  return thing?.register === 'issue' ? (thing as unknown as Issue) : undefined
}
function deadlineIn(room: RoomState, id: ItemId): Deadline | undefined {
  const thing = room.items[id]
  return thing?.register === 'deadline' ? (thing as unknown as Deadline) : undefined
}

export const claimsIn = ({ items }: RoomState): readonly Claim[] =>
  Object.values(items).filter(({ register }) => register === 'claim') as unknown as readonly Claim[]

/** The parties that an issue concerns: those that it names, else all that the table knows; third parties are no side. */
export const partiesConcerned = (table: RoomState, scope: IssueFields['scope']): readonly PartyCard[] =>
  Object.values(table.parties).filter(
    ({ party, kind }) => kind === 'party' && (scope === undefined || scope.includes(party)),
  )

/** AGEN-16: what a side says of an issue: what names it, and what the mediators have laid beside it at the desk. */
export function claimsOn(caucus: RoomState, issue: ItemId, linked: readonly ItemId[] = []): readonly Claim[] {
  return claimsIn(caucus).filter(
    claim => standingOf(claim).fields.issue === issue || linked.includes(claim.item),
  )
}

/** One cell for each party that an issue concerns, in the order in which the table knows them. */
export const cellsOf = (rooms: AgendaRooms, issue: ItemId, fields: IssueFields): readonly Cell[] =>
  cellsIn(rooms)(issue, fields)

/** The same for many issues: what each side says is looked through once. */
export function cellsIn(rooms: AgendaRooms): (issue: ItemId, fields: IssueFields) => readonly Cell[] {
  const said = new Map(
    rooms.caucuses.flatMap(caucus =>
      caucus.party === undefined ? [] : [[caucus.party.party, claimsByIssue(caucus)] as const],
    ),
  )
  return (issue, { scope, claims = [] }) =>
    partiesConcerned(rooms.table, scope).map(({ party }) => {
      const own = said.get(party)
      const named = own?.about.get(issue) ?? []
      const laid = claims.flatMap(claim => own?.all.get(claim) ?? [])
      const both = laid.length === 0 ? named : [...new Set([...named, ...laid])]
      // The last that it said counts, of whichever it is.
      return cellOf(
        party,
        both.toSorted((a, b) => a.at - b.at).map(({ claim }) => claim),
      )
    })
}

type Placed = { readonly at: number; readonly claim: Claim }

/** By their ids, and by the issue that they name. */
function claimsByIssue(caucus: RoomState) {
  const all = new Map<ItemId, Placed>()
  const about = new Map<ItemId, Placed[]>()
  for (const [at, claim] of claimsIn(caucus).entries()) {
    const placed = { at, claim }
    all.set(claim.item, placed)
    const { issue } = standingOf(claim).fields
    if (issue === undefined) continue
    const others = about.get(issue)
    if (others === undefined) about.set(issue, [placed])
    else others.push(placed)
  }
  return { all, about }
}

/** What stands at the desk of it beside what is put: which claims are laid to it. */
const linksOf = ({ desk }: AgendaRooms, issue: ItemId): IssueFields['claims'] => {
  const draft = issueIn(desk, issue)
  return draft === undefined ? undefined : standingOf(draft).fields.claims
}

const withLinks = (rooms: AgendaRooms, issue: ItemId, put: IssueFields): IssueFields => {
  const claims = linksOf(rooms, issue)
  return claims === undefined ? put : { ...put, claims }
}

/** AGEN-13: how an issue stands on the agenda: on what footing, of whom, in whose name. */
const placeOf = ({ footing, raisedBy, scope = [] }: IssueFields): string =>
  JSON.stringify([footing, raisedBy, scope.toSorted()])

/** AGEN-13, AGEN-7: whether an issue may be put on the table as it is now. Fails with what stands in the way, and whose word it is. */
export function checkIssue(rooms: AgendaRooms, issue: ItemId, put: IssueFields) {
  const before = issueIn(rooms.table, issue)
  const isNew = before === undefined || placeOf(standingOf(before).fields) !== placeOf(put)
  if (isNew && put.footing === 'agreed') {
    const other = cellsOf(rooms, issue, withLinks(rooms, issue, put)).find(cell => !isIn(cell))
    if (other !== undefined) return fail('not-agreed-by-all', { party: nameOf(rooms, other.party) })
  }
  if (isNew && put.footing === 'raised-not-agreed' && !isReleasedByRaiser(rooms, issue, put))
    return fail('raiser-not-released')
  const from = before === undefined ? 'separate' : stageOf(before)
  const isUp = isHigher(put.stage, from) || (put.stage !== 'separate' && concernsMore(rooms, before, put))
  return !isUp || isAssented(rooms, issue, put) ? ok(null) : fail('stage-not-assented')
}

/** AGEN-7: somebody is spoken of it with who was not asked. */
function concernsMore({ table }: AgendaRooms, before: Issue | undefined, { scope }: IssueFields): boolean {
  const were = before === undefined ? [] : partiesConcerned(table, standingOf(before).fields.scope)
  return partiesConcerned(table, scope).some(party => !were.includes(party))
}

const nameOf = ({ table }: AgendaRooms, party: PartyId): string => table.parties[party]?.name ?? party

/** A side says that it belongs, and lets that be said: with its name, where it is named. */
function isReleasedByRaiser(rooms: AgendaRooms, issue: ItemId, put: IssueFields): boolean {
  const { raisedBy } = put
  const as = raisedBy === undefined ? 'unattributed' : 'attributed'
  return rooms.caucuses.some(
    caucus =>
      (raisedBy === undefined || caucus.party?.party === raisedBy) &&
      claimsOn(caucus, issue, linksOf(rooms, issue)).some(
        claim =>
          standingOf(claim).fields.position !== 'out' &&
          !isWithdrawn(claim) &&
          allows(
            permissionForItem(caucus, { item: claim.item, rev: claim.revisions.length, fields: ['what'] })
              .marking,
            as,
          ),
      ),
  )
}

type Raised = { readonly stage: Stage; readonly agreedIn?: string } & Pick<IssueFields, 'scope'>

/** AGEN-7: by the question that it names, about this issue and this stage, to which all whom it concerns have said yes. */
function isAssented(rooms: AgendaRooms, issue: ItemId, { stage, agreedIn, scope }: Raised): boolean {
  const { desk, table } = rooms
  const asked = Object.values(desk?.questionPlans ?? {}).find(({ content }) => content.nonce === agreedIn)
  if (asked?.closed?.match !== true) return false
  const { content } = asked
  const isOfIt = content.issue === issue && content.stage === stage
  return isOfIt && areAmong(partiesConcerned(table, scope), content) && !isSpokenApart(rooms, issue, content)
}

const areAmong = (
  parties: readonly PartyCard[],
  { parties: asked }: Pick<QuestionContent, 'parties'>,
): boolean => parties.every(({ party }) => asked.some(each => each.party === party))

/** AGEN-7: that it speaks of it separately is a side's later word than its yes, in its caucus as at the table. */
function isSpokenApart({ table, caucuses }: AgendaRooms, issue: ItemId, { nonce }: QuestionContent): boolean {
  const posted = issueIn(table, issue)
  const apart = posted === undefined ? [] : countingMarks({ verbs: issueVerbs }, posted).filter(isApart)
  return caucuses.some(caucus => {
    const asked = Object.values(caucus.questions).find(({ content }) => content.nonce === nonce)
    const yes = asked === undefined ? undefined : countingAnswer(asked)
    const atTable = apart.find(({ voice }) => voice === caucus.party?.party)
    return (
      speaksApart(caucus, issue) || (atTable !== undefined && yes !== undefined && atTable.time > yes.time)
    )
  })
}

const isApart = ({ verb }: Pick<Mark, 'verb'>): boolean => verb === 'speak-separately'

/** AGEN-9: to when a common deadline moves by the last question to which every party of the table has said yes; undefined where none has come about. */
export function assentedDay(
  { desk, table }: AgendaRooms,
  deadline: ItemId,
): DeadlineFields['due'] | undefined {
  const last = Object.values(desk?.questionPlans ?? {})
    .filter(({ content: { moves }, closed }) => closed?.match === true && moves?.deadline === deadline)
    .toSorted((a, b) => (a.closed?.position ?? 0) - (b.closed?.position ?? 0))
    .at(-1)?.content
  return last !== undefined && areAmong(partiesConcerned(table, undefined), last)
    ? last.moves?.due
    : undefined
}

/** AGEN-9: it is moved only as all have said yes to; worded better by the mediators alone. */
export function checkCommonDeadline(rooms: AgendaRooms, deadline: ItemId, put: DeadlineFields) {
  const before = deadlineIn(rooms.table, deadline)
  if (before === undefined) return ok(null)
  const isAgreed = [standingOf(before).fields.due, assentedDay(rooms, deadline)].some(day =>
    isSameTerm(day, put.due),
  )
  return isAgreed ? ok(null) : fail('deadline-not-assented')
}

/**
 * AGEN-7: issues that a side wants to speak of separately again, as it has said in its caucus alone: not yet followed at the table.
 * A yes to a stage of that issue that came after is that side's later word.
 */
export const heldApartIn = (caucus: RoomState, table: RoomState): readonly ItemId[] =>
  claimsIn(caucus).flatMap(claim => {
    const about = standingOf(claim).fields.issue
    const issue = about === undefined ? undefined : issueIn(table, about)
    if (issue === undefined || stageOf(issue) === 'separate') return []
    return speaksApart(caucus, issue.item) ? [issue.item] : []
  })

/** Whether that is its last word of it. */
function speaksApart(caucus: RoomState, issue: ItemId): boolean {
  const said = claimsOn(caucus, issue)
    .flatMap(({ marks }) => marks)
    .filter(({ verb }) => verb === 'apart-again')
    .map(({ position }) => position)
  const yes = Object.values(caucus.questions)
    .filter(({ content, told }) => content.issue === issue && told?.match === true)
    .map(question => countingAnswer(question)?.position ?? 0)
  return Math.max(0, ...said) > Math.max(0, ...yes)
}
