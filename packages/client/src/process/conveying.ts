/** Conveyance as a mediator's device carries it out. What goes where is core's to say (`desk/convey.ts`). */

import {
  type Act,
  type Conveyance,
  type ConveyanceId,
  carryOut,
  checkConveyance,
  type DeliveryId,
  deliveryOf,
  type Finding,
  findLeaksIn,
  type ProcessId,
  type RoomId,
  type RoomState,
  type Sides,
} from '@goodoffices/core'
import { fail, ok, type Result } from '../result.ts'
import type { Engine } from '../session/engine.ts'
import { caucusesOf, deskOf } from './find.ts'
import { newId } from './id.ts'

/** What a mediator decides of a conveyance; ids and carrier are filled in where they are left out. */
export type ConveyancePlan = Omit<Conveyance, 'conveyance' | 'delivery' | 'carrier' | 'accepted'> &
  Partial<Pick<Conveyance, 'conveyance' | 'delivery' | 'carrier' | 'accepted'>>

export type ConveyancePreview = {
  /** Exactly what the recipient's room will receive. */
  readonly delivery: Extract<Act, { kind: 'delivery.make' }>
  /** What the leak check names, whether accepted already or not. */
  readonly findings: readonly Finding[]
  /** Findings that the plan has not accepted. */
  readonly open: readonly Finding[]
  readonly allowed: Result<null>
}

function complete(engine: Engine, desk: RoomState, plan: ConveyancePlan): Conveyance {
  const known = plan.conveyance === undefined ? undefined : desk.conveyances[plan.conveyance]
  return {
    ...plan,
    conveyance: plan.conveyance ?? newId<ConveyanceId>(),
    delivery: plan.delivery ?? known?.plan.delivery ?? newId<DeliveryId>(),
    carrier: plan.carrier ?? known?.carrier ?? engine.identity.member,
    accepted: plan.accepted ?? [],
  }
}

function sidesOf(engine: Engine, plan: Conveyance): Sides | undefined {
  const recipient = engine.room(plan.to)
  const source = plan.origin.kind === 'mediators' ? undefined : engine.room(plan.origin.room)
  return recipient === undefined ? undefined : { recipient, ...(source === undefined ? {} : { source }) }
}

const sameFinding = (a: Finding, b: Finding): boolean =>
  a.kind === b.kind && a.text === b.text && a.in === b.in && a.from === b.from && a.message === b.message

export function previewConveyance(
  engine: Engine,
  process: ProcessId,
  plan: ConveyancePlan,
): Result<ConveyancePreview> {
  const desk = deskOf(engine, process)
  if (desk === undefined) return fail('mediators-only')
  const full = complete(engine, desk, plan)
  const sides = sidesOf(engine, full)
  if (sides === undefined) return fail('room-unknown')
  const findings = findLeaksIn(full, sides, caucusesOf(engine, process))
  const open = findings.filter(finding => !full.accepted.some(accepted => sameFinding(accepted, finding)))
  return ok({
    delivery: deliveryOf(full, sides.source),
    findings,
    open,
    allowed: checkConveyance(full, sides),
  })
}

/**
 * Puts the conveyance on the desk, to be delivered. Fails with `leak-not-accepted` while the leak check names something that the
 * mediator has not deliberately accepted, and with the rule broken where the source has not released it.
 */
export async function prepareConveyance(
  engine: Engine,
  process: ProcessId,
  plan: ConveyancePlan,
): Promise<Result<ConveyanceId>> {
  const desk = deskOf(engine, process)
  if (desk === undefined) return fail('mediators-only')
  const full = complete(engine, desk, plan)
  const preview = previewConveyance(engine, process, full)
  if (!preview.ok) return preview
  if (!preview.value.allowed.ok) return preview.value.allowed
  const [first] = preview.value.open
  if (first !== undefined)
    return fail('leak-not-accepted', { count: preview.value.open.length, text: first.text })
  const prepared = await engine.submit([{ room: desk.id, act: { kind: 'carry.prepare', conveyance: full } }])
  return prepared.ok ? ok(full.conveyance) : prepared
}

/**
 * Delivers what was prepared: on the desk, in the recipient's caucus and, where so decided, to the source, kept together. What
 * follows the desk's entry goes only once the desk has accepted it; whether the source's leave stands is asked again when each is
 * sent (`carryNow`), which may be long after an offline mediator decided: not asked is not sent.
 */
export async function deliver(engine: Engine, process: ProcessId, id: ConveyanceId): Promise<Result<null>> {
  const desk = deskOf(engine, process)
  const carried = desk?.conveyances[id]
  if (desk === undefined || carried === undefined) return fail('conveyance-unknown')
  const sides = sidesOf(engine, carried.plan)
  if (sides === undefined) return fail('room-unknown')
  const acts = carryOut(carried.plan, desk.id, sides)
  if (!acts.ok) return acts
  // What has arrived in the caucuses is left out already; the desk's own word is said once.
  const isSaid = carried.standing === 'delivered'
  const missing = acts.value.filter(({ act }) => !(isSaid && act.kind === 'carry.deliver'))
  for (const { room, act } of missing) {
    const checked = engine.checkAct(room, act)
    if (!checked.ok) return checked
  }
  const [first, ...rest] = missing.map(({ room, act }) => ({
    kind: 'entry' as const,
    room,
    entry: engine.pend(act),
  }))
  if (first === undefined) return ok(null)
  const of = { desk: desk.id, conveyance: id }
  const isOnDesk = first.entry.act.kind === 'carry.deliver'
  const after = isOnDesk ? { ...of, entry: first.entry.id } : of
  const sent = await engine.submit([
    isOnDesk ? first : { ...first, after },
    ...rest.map(job => ({ ...job, after })),
  ])
  return sent.ok ? ok(null) : sent
}

/**
 * What the desk's plan means for each room by what the relays say now. Fails where it may no longer be carried. `ask` reads a room's
 * log to its end, or fails: what could not be asked is not carried.
 */
export async function carryNow(
  engine: Engine,
  carried: {
    readonly desk: RoomId
    readonly conveyance: ConveyanceId
    readonly ask: (room: RoomId) => Promise<Result<null>>
  },
): Promise<Result<readonly { readonly room: RoomId; readonly act: Act }[]>> {
  const { desk, conveyance, ask } = carried
  const asked = await ask(desk)
  if (!asked.ok) return asked
  const plan = engine.roomLog(desk)?.state?.conveyances[conveyance]?.plan
  if (plan === undefined) return fail('conveyance-unknown')
  const source = plan.origin.kind === 'mediators' ? undefined : plan.origin.room
  for (const read of await Promise.all([plan.to, ...(source === undefined ? [] : [source])].map(ask)))
    if (!read.ok) return read
  const recipientState = engine.roomLog(plan.to)?.state
  const sourceState = source === undefined ? undefined : engine.roomLog(source)?.state
  if (recipientState === undefined) return fail('room-unknown')
  return carryOut(plan, desk, {
    recipient: recipientState,
    ...(sourceState === undefined ? {} : { source: sourceState }),
  })
}

/** Deliveries whose time has come and that this member carries. */
export function dueConveyances(engine: Engine, process: ProcessId): readonly ConveyanceId[] {
  const desk = deskOf(engine, process)
  return Object.values(desk?.conveyances ?? {})
    .filter(
      ({ standing, plan, carrier, writtenBy }) =>
        standing === 'prepared' &&
        carrier === engine.identity.member &&
        // What a colleague wrote or passed on goes out under this member's name only when this member says so.
        writtenBy === engine.identity.member &&
        plan.timing.kind === 'at' &&
        plan.timing.time <= engine.now(),
    )
    .map(({ plan }) => plan.conveyance)
}
