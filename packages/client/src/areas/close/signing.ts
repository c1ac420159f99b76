/** Giving a signature in one's own caucus, and placing those of all at the table in one step (decision 16). */

import {
  type Circumstance,
  type Done,
  doneTogether,
  type Finding,
  type Instrument,
  type ItemId,
  instrumentIn,
  instrumentsIn,
  ladderOf,
  type PartyId,
  type ProcessId,
  type RoomId,
  type RoomState,
  type Signing,
  sameInstrumentIn,
  signingsDone,
  standingOf,
} from '@goodoffices/core'
import { bytesToBase64url, signAdherence } from '@goodoffices/log'
import { caucusesOf, deskOf, tableOf } from '../../process/find.ts'
import { newId } from '../../process/id.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import type { ActStep } from '../../session/engine/ground.ts'
import { type ConveyancePlan, deliver, prepareTogether } from '../desk/conveying.ts'
import { isInstrumentTrue, type SigningFields, signedStatement } from './digest.ts'

export type SigningDraft = Pick<
  SigningFields,
  'done' | 'signedBy' | 'signedOn' | 'paperAt' | 'paperBefore' | 'paperScan' | 'subjectTo' | 'mayBeShown'
>

type PutSigning = Extract<ActStep['act'], { readonly kind: 'item.put' }>

/**
 * The act by which a party signs in its caucus, made by this device over the very words that stand there; by a mediator's, with
 * `recorded`, for a party without an account. Fails with `text-differs` where the digest that stands with the words is not theirs.
 */
export async function signingAct(
  { engine }: AtWork,
  caucus: RoomId,
  {
    instrument: item,
    recorded,
    ...draft
  }: SigningDraft & {
    readonly instrument: ItemId
    readonly recorded?: Circumstance | undefined
  },
): Promise<Result<PutSigning>> {
  const room = engine.room(caucus)
  const party = room?.party?.party
  const instrument = room === undefined ? undefined : instrumentIn(room, item)
  if (room === undefined || party === undefined || instrument === undefined) return fail('item-unknown')
  if (!isInstrumentTrue(room, instrument)) return fail('text-differs')
  const { digest } = standingOf(instrument).fields
  const given = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined))
  const said = {
    ...(given as SigningDraft),
    instrument: item,
    party,
    digest,
    ...(recorded === undefined ? {} : { madeByMediators: true }),
  }
  const adhering = { process: room.process.process, digest: signedStatement(room, said), party }
  const proof = bytesToBase64url(await signAdherence(engine.deviceIn(room), adhering))
  return ok({
    kind: 'item.put',
    item: newId<ItemId>(),
    register: 'signing',
    rev: 1,
    fields: { ...said, proof },
    ...(recorded === undefined ? {} : { recorded }),
  })
}

/**
 * The plans that lay an instrument of the desk before each side that it binds, in its caucus, and before all at the table: the same words
 * in one step (CONV-15). Fails with `mediators-only`, `item-unknown`.
 */
export function plansOfInstrument(
  { engine }: AtWork,
  process: ProcessId,
  item: ItemId,
  accepted: readonly (readonly Finding[])[] = [],
): Result<readonly ConveyancePlan[]> {
  const [desk, table] = [deskOf(engine, process), tableOf(engine, process)]
  if (desk === undefined || table === undefined) return fail('mediators-only')
  const draft = instrumentIn(desk, item)
  if (draft === undefined) return fail('item-unknown')
  const { fields } = standingOf(draft)
  const caucuses = caucusesOf(engine, process).filter(
    ({ party }) => party !== undefined && fields.boundParties.includes(party.party),
  )
  return ok(
    [...caucuses, table].map(
      (room, at): ConveyancePlan => ({
        origin: { kind: 'mediators' },
        to: room.id,
        as: 'verbatim',
        form: 'paper',
        binding: false,
        wording: fields.title,
        thing: { register: draft.register, fields: { ...fields } },
        timing: { kind: 'now' },
        tell: 'nothing',
        accepted: accepted[at] ?? [],
      }),
    ),
  )
}

/** What waits to be placed: a party's signature in its caucus that the table does not have. */
export type ToPlace = { readonly caucus: RoomState; readonly signing: Signing }

/**
 * Of one instrument of the table what each party has done in its caucus and what has not been placed; whoever has not done it yet, nor
 * what counts for the same among all.
 */
export function toPlace(
  { engine }: AtWork,
  process: ProcessId,
  instrument: Instrument,
  done: Done,
): { readonly ready: readonly ToPlace[]; readonly missing: readonly PartyId[] } {
  const table = tableOf(engine, process)
  const { boundParties, digest } = standingOf(instrument).fields
  const caucuses = caucusesOf(engine, process)
  const ready: ToPlace[] = []
  const missing: PartyId[] = []
  for (const party of boundParties) {
    const placed = table === undefined ? undefined : ladderOf(instrument, table, party)
    const caucus = caucuses.find(room => room.party?.party === party)
    const there = caucus === undefined ? undefined : sameInstrumentIn(caucus, digest)
    const given = caucus === undefined || there === undefined ? undefined : ladderOf(there, caucus, party)
    const kinds = doneTogether(done).length === 0 ? [done] : doneTogether(done)
    // The fullest of them, where the table has none that is as full.
    const [fullest, stands] = [given, placed].map(of => kinds.findIndex(kind => of?.done.has(kind) === true))
    const isNew =
      fullest !== undefined && fullest >= 0 && !(stands !== undefined && stands >= 0 && stands <= fullest)
    const signing = isNew ? given?.done.get(kinds[fullest] ?? done) : undefined
    if (caucus !== undefined && signing !== undefined) ready.push({ caucus, signing })
    else if (stands === -1) missing.push(party)
  }
  return { ready, missing }
}

/**
 * The plans that place at the table what the parties have given in their caucuses, to go in one step or not at all (CONV-15). Fails with
 * `signings-missing` while one has not signed: neither's is shown before all are there; and with `nothing-to-place`.
 */
export function plansOfSignings(
  session: AtWork,
  process: ProcessId,
  {
    instrument,
    done,
    accepted = [],
  }: {
    readonly instrument: Instrument
    readonly done: Done
    readonly accepted?: readonly (readonly Finding[])[]
  },
): Result<readonly ConveyancePlan[]> {
  const table = tableOf(session.engine, process)
  if (table === undefined) return fail('mediators-only')
  const { ready, missing } = toPlace(session, process, instrument, done)
  if (doneTogether(done).length > 0 && missing.length > 0)
    return fail('signings-missing', { count: missing.length })
  if (ready.length === 0) return fail('nothing-to-place')
  return ok(
    ready.map(({ caucus, signing }, at): ConveyancePlan => {
      const { fields } = standingOf(signing)
      const names = Object.keys(fields).filter(name => name !== 'instrument')
      return {
        origin: {
          kind: 'item',
          room: caucus.id,
          item: signing.item,
          rev: signing.revisions.length,
          fields: names,
        },
        to: table.id,
        as: 'verbatim',
        form: 'paper',
        binding: false,
        wording: standingOf(instrument).fields.title,
        thing: { register: 'signing', fields: { ...fields, instrument: instrument.item } },
        timing: { kind: 'now' },
        tell: 'nothing',
        accepted: accepted[at] ?? [],
      }
    }),
  )
}

/** What of an instrument waits to be placed, each that is placed together once: as a full signature where one of it is. */
export function waitingToBePlaced(
  session: AtWork,
  process: ProcessId,
  instrument: Instrument,
): readonly { readonly done: Done; readonly missing: readonly PartyId[] }[] {
  return signingsDone.flatMap(done => {
    const { ready, missing } = toPlace(session, process, instrument, done)
    const [first] = doneTogether(done)
    const isFirst = ready.some(({ signing }) => standingOf(signing).fields.done === first)
    const isNamed = first === undefined || first === done || !isFirst
    const isGiven = ready.some(({ signing }) => standingOf(signing).fields.done === done)
    return isGiven && isNamed ? [{ done, missing: first === undefined ? [] : missing }] : []
  })
}

/** Sends what was planned, in one step. Fails as `prepareTogether` and `deliver` do. */
export async function sendTogether(
  session: AtWork,
  process: ProcessId,
  plans: readonly ConveyancePlan[],
  heldMs = 0,
): Promise<Result<null>> {
  const prepared = await prepareTogether(session, process, plans)
  if (!prepared.ok) return prepared
  const [first] = prepared.value
  return first === undefined ? fail('nothing-to-place') : deliver(session, process, first, heldMs)
}

/** The instruments of the table, each once, with what is still in a caucus or at the desk alone after them. */
export const instrumentsOf = (
  rooms: readonly RoomState[],
): readonly { room: RoomState; instrument: Instrument }[] => {
  const order = ['table', 'group', 'caucus', 'desk']
  const seen = new Set<string>()
  return rooms
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .flatMap(room => instrumentsIn(room).map(instrument => ({ room, instrument })))
    .filter(({ instrument }) => {
      const { digest } = standingOf(instrument).fields
      if (seen.has(digest)) return false
      seen.add(digest)
      return true
    })
}
