/** Conveyance as a mediator's device carries it out. What goes where is core's to say (`desk/carry-out.ts`). */

import {
  type Act,
  type Carried,
  type Conveyance,
  type ConveyanceId,
  type DeliveryId,
  type ProcessId,
  type RoomState,
  type TogetherId,
  togetherWith,
} from '@goodoffices/core'
import { deskOf, processesOf } from '../../process/find.ts'
import { newId } from '../../process/id.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import type { Engine } from '../../session/engine/engine.ts'
import { previewPlan, type ReachPreview } from './reaching.ts'

/** What a mediator decides of a conveyance; ids and carrier are filled in where they are left out. */
export type ConveyancePlan = Omit<Conveyance, 'conveyance' | 'delivery' | 'carrier' | 'accepted'> &
  Partial<Pick<Conveyance, 'conveyance' | 'delivery' | 'carrier' | 'accepted'>>

function complete(engine: Engine, desk: RoomState, plan: ConveyancePlan): Conveyance {
  const known = plan.conveyance === undefined ? undefined : desk.conveyances[plan.conveyance]
  const together = plan.together ?? known?.plan.together
  return {
    ...plan,
    ...(together === undefined ? {} : { together }),
    conveyance: plan.conveyance ?? newId<ConveyanceId>(),
    delivery: plan.delivery ?? known?.plan.delivery ?? newId<DeliveryId>(),
    carrier: plan.carrier ?? known?.carrier ?? engine.identity.member,
    accepted: plan.accepted ?? [],
  }
}

/** Exactly what the recipient would see, and what the leak check names. Fails with `mediators-only`, `room-unknown`. */
export function previewConveyance(
  { engine }: AtWork,
  process: ProcessId,
  plan: ConveyancePlan,
): Result<ReachPreview> {
  const desk = deskOf(engine, process)
  return desk === undefined
    ? fail('mediators-only')
    : previewPlan(engine, process, { plan: complete(engine, desk, plan) })
}

/**
 * Puts the conveyance on the desk, to be delivered. Fails with `leak-not-accepted` while the leak check names something that the
 * mediator has not deliberately accepted, and with the rule broken where the source has not released it.
 */
export async function prepareConveyance(
  session: AtWork,
  process: ProcessId,
  plan: ConveyancePlan,
): Promise<Result<ConveyanceId>> {
  const prepared = await prepareTogether(session, process, [plan])
  return prepared.ok ? ok(prepared.value[0] as ConveyanceId) : prepared
}

/**
 * The same of several, which then go in one step or not at all (CONV-15). All of them are put on the desk, or none. Fails as
 * `prepareConveyance` does for the first that may not be prepared.
 */
export async function prepareTogether(
  { engine }: AtWork,
  process: ProcessId,
  plans: readonly ConveyancePlan[],
): Promise<Result<readonly ConveyanceId[]>> {
  const desk = deskOf(engine, process)
  if (desk === undefined) return fail('mediators-only')
  const together = plans.length > 1 ? { together: newId<TogetherId>() } : {}
  const whole = plans.map(plan => complete(engine, desk, { ...together, ...plan }))
  for (const plan of whole) {
    const preview = previewPlan(engine, process, { plan, together: whole })
    if (!preview.ok) return preview
    if (!preview.value.allowed.ok) return preview.value.allowed
  }
  const prepared = await engine.submit(
    whole.map(conveyance => ({ room: desk.id, act: { kind: 'carry.prepare', conveyance } })),
  )
  return prepared.ok ? ok(whole.map(({ conveyance }) => conveyance)) : prepared
}

/**
 * Delivers what was prepared, and what goes together with it: on the desk, where it goes and, where so decided, to the sources; of a
 * delivery that was cut short, what is missing. What follows the desk's word goes only once the desk has accepted it, and whether the
 * source's leave stands is asked again when each is sent, which may be long after an offline mediator decided (SYNC-28). For `heldMs`
 * it may be taken back, all of it (SYNC-40).
 */
export async function deliver(
  { engine }: AtWork,
  process: ProcessId,
  id: ConveyanceId,
  heldMs = 0,
): Promise<Result<null>> {
  const desk = deskOf(engine, process)
  if (desk === undefined) return fail('conveyance-unknown')
  const act: Act = { kind: 'carry.deliver', conveyance: id }
  const sent = await engine.submit([{ room: desk.id, act }], undefined, heldMs)
  return sent.ok ? ok(null) : sent
}

/** Deliveries whose time has come and that this member carries, by the clock of the desk's relay, or by this device's where that is not known. */
export function dueConveyances({ engine }: AtWork, process: ProcessId): readonly ConveyanceId[] {
  const desk = deskOf(engine, process)
  const now = (desk && engine.relayTime(engine.relayOf(desk.id))) ?? engine.now()
  const me = engine.identity.member
  const isDue = ({ standing, plan, carrier, writtenBy }: Carried): boolean =>
    standing === 'prepared' &&
    carrier === me &&
    // What a colleague wrote or passed on goes out under this member's name only when this member says so.
    writtenBy === me &&
    plan.timing.kind === 'at' &&
    plan.timing.time <= now
  // Those that go together are due when all of them are.
  return Object.values(desk?.conveyances ?? {})
    .filter(carried => isDue(carried) && desk !== undefined && togetherWith(desk, carried).every(isDue))
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
