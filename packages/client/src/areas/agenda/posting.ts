/** What a mediator does with an issue: puts it on the table as a conveyance, takes it up a stage where all have said yes, and down. */

import {
  type Act,
  type ConveyanceId,
  claimsOn,
  type DeliveryId,
  type Finding,
  type Issue,
  type IssueFields,
  type ItemId,
  isHigher,
  issueIn,
  isWithdrawn,
  type PartyId,
  type ProcessId,
  type RoomState,
  type Stage,
  stageOf,
  standingOf,
} from '@goodoffices/core'
import { caucusesOf, deskOf, processesOf, tableOf } from '../../process/find.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import { type ConveyancePlan, deliver, prepareConveyance } from '../desk/conveying.ts'
import { heldApartAt } from './checking.ts'

export type Posting = {
  readonly footing: IssueFields['footing']
  /** Of one that is raised: the side whose wish it is, and whether it is named. */
  readonly raiser?: PartyId
  readonly named?: boolean
  /** What the leak check named and is passed deliberately. */
  readonly accepted?: readonly Finding[]
}

/**
 * The plan that puts an issue of the desk on the table, under its own id, so that of two who put it one does (AGEN-16). Of what is raised
 * and not agreed it comes from the claim of its raiser, whose leave it needs. Fails with `mediators-only`, `item-unknown`.
 */
export function planOfIssue(
  { engine }: AtWork,
  process: ProcessId,
  issue: ItemId,
  { footing, raiser, named = false, accepted = [] }: Posting,
): Result<ConveyancePlan> {
  const [desk, table] = [deskOf(engine, process), tableOf(engine, process)]
  if (desk === undefined || table === undefined) return fail('mediators-only')
  const draft = issueIn(desk, issue)
  if (draft === undefined) return fail('item-unknown')
  const { claims, raisedBy: _, ...fields } = standingOf(draft).fields
  const isRaised = footing === 'raised-not-agreed'
  const caucus = caucusesOf(engine, process).find(({ party }) => party?.party === raiser)
  const claim = caucus && claimsOn(caucus, issue, claims).findLast(each => !isWithdrawn(each))
  if (isRaised && (caucus === undefined || claim === undefined)) return fail('raiser-not-released')
  const delivery = issue as string as DeliveryId
  const planned: ConveyanceId | undefined = desk.planned[delivery]
  const put: IssueFields = {
    ...fields,
    footing,
    stage: 'separate',
    ...(isRaised && named && raiser !== undefined ? { raisedBy: raiser } : {}),
  }
  return ok({
    delivery,
    ...(planned === undefined ? {} : { conveyance: planned }),
    origin:
      isRaised && caucus !== undefined && claim !== undefined
        ? { kind: 'item', room: caucus.id, item: claim.item, rev: claim.revisions.length, fields: ['what'] }
        : { kind: 'mediators' },
    to: table.id,
    as: isRaised ? (named ? 'attributed' : 'unattributed') : 'verbatim',
    form: 'paper',
    binding: false,
    title: put.title,
    wording: put.title,
    thing: { register: 'issue', fields: put },
    timing: { kind: 'now' },
    tell: 'nothing',
    accepted,
  })
}

/** Prepares and delivers it. Fails as `prepareConveyance` and `deliver` do. */
export async function postIssue(
  session: AtWork,
  process: ProcessId,
  plan: ConveyancePlan,
  heldMs = 0,
): Promise<Result<null>> {
  const prepared = await prepareConveyance(session, process, plan)
  return prepared.ok ? deliver(session, process, prepared.value, heldMs) : prepared
}

/** The question in which all have said yes to a higher stage of an issue, and which was not followed yet; the last one. */
export function assentedStage(
  desk: RoomState,
  issue: Issue,
): { readonly stage: Stage; readonly agreedIn: string } | undefined {
  const used = new Set(issue.revisions.map(({ fields }) => fields.agreedIn))
  const plan = Object.values(desk.questionPlans).findLast(
    ({ content, closed }) =>
      closed?.match === true &&
      content.kind === 'stage' &&
      content.issue === issue.item &&
      !used.has(content.nonce) &&
      content.stage !== undefined &&
      isHigher(content.stage, stageOf(issue)),
  )
  const stage = plan?.content.stage
  return plan === undefined || stage === undefined ? undefined : { stage, agreedIn: plan.content.nonce }
}

type Turned = Pick<IssueFields, 'stage' | 'agreedIn' | 'group'>

/** Says an issue of the table anew at another stage. */
export function stageAct(
  issue: Issue,
  { stage, agreedIn, group }: Turned,
): Extract<Act, { kind: 'item.put' }> {
  const { agreedIn: _, group: before, ...fields } = standingOf(issue).fields
  const room = group ?? (stage === 'separate' ? undefined : before)
  const put: IssueFields = {
    ...fields,
    stage,
    ...(agreedIn === undefined ? {} : { agreedIn }),
    ...(room === undefined ? {} : { group: room }),
  }
  return {
    kind: 'item.put',
    item: issue.item,
    register: 'issue',
    rev: issue.revisions.length + 1,
    fields: put,
  }
}

/**
 * AGEN-7: takes down at the table, in every process, what a side has asked in its caucus to speak of separately again; the table does
 * not read who did. Returns what was taken down.
 */
export async function setApartDue(session: AtWork): Promise<readonly ItemId[]> {
  const { engine } = session
  const done: ItemId[] = []
  for (const { process } of processesOf(engine)) {
    const table = tableOf(engine, process)
    if (deskOf(engine, process) === undefined || table === undefined) continue
    for (const id of heldApartAt(table, caucusesOf(engine, process))) {
      const issue = issueIn(table, id)
      if (issue === undefined) continue
      const sent = await engine.submit([{ room: table.id, act: stageAct(issue, { stage: 'separate' }) }])
      if (sent.ok) done.push(id)
    }
  }
  return done
}
