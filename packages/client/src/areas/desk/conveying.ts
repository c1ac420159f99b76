/** Conveyance as a mediator's device carries it out. What goes where is core's to say (`desk/convey.ts`). */

import {
  type Act,
  type Conveyance,
  type ConveyanceId,
  checkConveyance,
  type DeliveryId,
  deliveryOf,
  type Finding,
  findLeaksIn,
  type ProcessId,
  type RoomState,
  type Sides,
} from '@goodoffices/core'
import { caucusesOf, deskOf, processesOf } from '../../process/find.ts'
import { newId } from '../../process/id.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import type { Engine } from '../../session/engine/engine.ts'

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

function sidesOf(engine: Engine, plan: Conveyance): Sides<RoomState> | undefined {
  const recipient = engine.room(plan.to)
  const source = plan.origin.kind === 'mediators' ? undefined : engine.room(plan.origin.room)
  return recipient === undefined ? undefined : { recipient, ...(source === undefined ? {} : { source }) }
}

const sameFinding = (a: Finding, b: Finding): boolean =>
  a.kind === b.kind && a.text === b.text && a.in === b.in && a.from === b.from && a.message === b.message

/** Exactly what the recipient would see, and what the leak check names. Fails with `mediators-only`, `room-unknown`. */
export function previewConveyance(
  { engine }: AtWork,
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
  { engine }: AtWork,
  process: ProcessId,
  plan: ConveyancePlan,
): Promise<Result<ConveyanceId>> {
  const desk = deskOf(engine, process)
  if (desk === undefined) return fail('mediators-only')
  const full = complete(engine, desk, plan)
  const preview = previewConveyance({ engine }, process, full)
  if (!preview.ok) return preview
  if (!preview.value.allowed.ok) return preview.value.allowed
  const [first] = preview.value.open
  if (first !== undefined)
    return fail('leak-not-accepted', { count: preview.value.open.length, text: first.text })
  const prepared = await engine.submit([{ room: desk.id, act: { kind: 'carry.prepare', conveyance: full } }])
  return prepared.ok ? ok(full.conveyance) : prepared
}

/**
 * Delivers what was prepared: on the desk, in the recipient's caucus and, where so decided, to the source, kept together; of a
 * delivery that was cut short, what is missing. What follows the desk's word goes only once the desk has accepted it, and whether the
 * source's leave stands is asked again when each is sent, which may be long after an offline mediator decided (SYNC-28).
 */
export async function deliver(
  { engine }: AtWork,
  process: ProcessId,
  id: ConveyanceId,
): Promise<Result<null>> {
  const desk = deskOf(engine, process)
  if (desk === undefined) return fail('conveyance-unknown')
  const sent = await engine.submit([{ room: desk.id, act: { kind: 'carry.deliver', conveyance: id } }])
  return sent.ok ? ok(null) : sent
}

/** Deliveries whose time has come and that this member carries, by the clock of the desk's relay, or by this device's where that is not known. */
export function dueConveyances({ engine }: AtWork, process: ProcessId): readonly ConveyanceId[] {
  const desk = deskOf(engine, process)
  const now = (desk && engine.relayTime(engine.relayOf(desk.id))) ?? engine.now()
  return Object.values(desk?.conveyances ?? {})
    .filter(
      ({ standing, plan, carrier, writtenBy }) =>
        standing === 'prepared' &&
        carrier === engine.identity.member &&
        // What a colleague wrote or passed on goes out under this member's name only when this member says so.
        writtenBy === engine.identity.member &&
        plan.timing.kind === 'at' &&
        plan.timing.time <= now,
    )
    .map(({ plan }) => plan.conveyance)
}

/**
 * Delivers, in every process, what this member carries and whose chosen time has come. Nothing is delivered by this device's clock,
 * which may be ahead: where the relay cannot be asked what time it is, it waits. Returns what was delivered; what may no longer be
 * passed stays on the desk, and is due still.
 */
export async function deliverDue({ engine }: AtWork): Promise<readonly ConveyanceId[]> {
  const delivered: ConveyanceId[] = []
  for (const { process } of processesOf(engine))
    for (const conveyance of await askDue(engine, process))
      if ((await deliver({ engine }, process, conveyance)).ok) delivered.push(conveyance)
  return delivered
}

async function askDue(engine: Engine, process: ProcessId): Promise<readonly ConveyanceId[]> {
  const desk = deskOf(engine, process)
  const time = desk === undefined ? undefined : await engine.askTime(engine.relayOf(desk.id))
  return time === undefined ? [] : dueConveyances({ engine }, process)
}
