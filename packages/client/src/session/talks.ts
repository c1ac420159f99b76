/** What a member sees of their talks and does in them: each verb is a function of `process/`, and this is where they are found together. */

import type {
  Act,
  Certificate,
  ConveyanceId,
  EntryId,
  MemberCard,
  MemberId,
  NoteId,
  PartyId,
  ProcessId,
  RoomId,
} from '@goodoffices/core'
import {
  addParty,
  createProcess,
  openDelegation,
  openGroup,
  type PartyRequest,
  type ProcessRequest,
} from '../process/begin.ts'
import {
  type ConveyancePlan,
  type ConveyancePreview,
  deliver,
  deliverDue,
  dueConveyances,
  prepareConveyance,
  previewConveyance,
} from '../process/conveying.ts'
import { type ProcessSummary, processesOf, roomsOf, summaryOf } from '../process/find.ts'
import { type NoteRequest, notesOf, purgeNotes, writeNote } from '../process/notes.ts'
import { admitAll, admitCards, handOverLead, leaveProcess, removeMember } from '../process/people.ts'
import { ok, type Result } from '../result.ts'
import { Engine } from './engine/engine.ts'
import type { SeenRoom } from './seen.ts'

/** An act for a room; `time` where it is told of afterwards, else now. */
export type RoomAct = { readonly room: RoomId; readonly act: Act; readonly time?: number }

export class Talks {
  readonly #engine: Engine

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** The talks that this member is or was in. */
  processes(): readonly ProcessSummary[] {
    return processesOf(this.#engine)
  }

  /** Undefined where no room of it is held. */
  process(id: ProcessId): ProcessSummary | undefined {
    return summaryOf(this.#engine, id)
  }

  /** The rooms of a process that this member holds: the table, the desk, the caucuses, the rest. */
  rooms(process: ProcessId): readonly SeenRoom[] {
    return roomsOf(this.#engine, process)
  }

  /** The room as this member sees it, with what waits to be sent; undefined where it is not held or not yet read. */
  room(id: RoomId): SeenRoom | undefined {
    return this.#engine.room(id)
  }

  /** The member's private room: notes, keyring, devices. */
  home(): SeenRoom | undefined {
    return this.#engine.home()
  }

  // Acting

  /** Whether this member may do this now: ok, or the rule that refuses it (`room-unknown`, `log-forked`, the room's own codes). */
  checkAct(room: RoomId, act: Act): Result<null> {
    const checked = this.#engine.checkAct(room, act)
    return checked.ok ? ok(null) : checked
  }

  /** Durable when it resolves; sent in the background. */
  async act(room: RoomId, act: Act): Promise<Result<EntryId>> {
    const entries = await this.#engine.submit([{ room, act }])
    if (!entries.ok) return entries
    const [entry] = entries.value
    if (entry === undefined) throw new Error('an act without an entry')
    return ok(entry.id)
  }

  /** All or none of them, in this order. */
  async actAll(acts: readonly RoomAct[]): Promise<Result<null>> {
    const entries = await this.#engine.submit(acts)
    return entries.ok ? ok(null) : entries
  }

  // Notes

  /** The rooms of one's own notes on a process: none until something is noted, several where two devices began at once. */
  notes(process: ProcessId): readonly SeenRoom[] {
    return notesOf(this.#engine, process)
  }

  /** Notes something for oneself, in a room made for it where there is none. */
  writeNote(
    process: ProcessId,
    request: NoteRequest,
  ): Promise<Result<{ readonly room: RoomId; readonly note: NoteId }>> {
    return writeNote(this.#engine, process, request)
  }

  /** Destroys one's notes on a process by a rule that is named. Fails with `nothing-noted`. */
  purgeNotes(process: ProcessId, basis: string): Promise<Result<null>> {
    return purgeNotes(this.#engine, process, basis)
  }

  // Keeping and destroying

  /** Certifies that a room's record is destroyed, and has it destroyed: refused as `record.destroy` is (RET-4). */
  destroyRecord(room: RoomId): Promise<Result<EntryId>> {
    return this.act(room, { kind: 'record.destroy', at: this.#engine.now() })
  }

  /** Rooms of a process that this member may destroy now. */
  destructible(process: ProcessId): readonly RoomId[] {
    const act: Act = { kind: 'record.destroy', at: this.#engine.now() }
    return this.rooms(process).flatMap(({ id }) => (this.checkAct(id, act).ok ? [id] : []))
  }

  /** What is left of the rooms whose records were destroyed, the newest first. */
  certificates(): readonly Certificate[] {
    return Object.values(this.home()?.certificates ?? {}).sort((a, b) => b.destroyed - a.destroyed)
  }

  // Processes

  /** Founds talks: the desk, the table, a caucus for each party. Fails with `too-many-parties`; `time`: when it is told to have been. */
  createProcess(
    request: ProcessRequest,
    time?: number,
  ): Promise<Result<{ readonly process: ProcessId; readonly parties: readonly PartyId[] }>> {
    return createProcess(this.#engine, request, time)
  }

  /** A party that comes later: its caucus, with all the mediators in it. Fails with `mediators-only`, and as `admit` does. */
  addParty(process: ProcessId, party: PartyRequest): Promise<Result<PartyId>> {
    return addParty(this.#engine, process, party)
  }

  /** A working group of named members. Fails with `mediators-only`, `hidden-party`, and as `admit` does. */
  openGroup(
    process: ProcessId,
    request: { readonly title: string; readonly members: readonly MemberId[] },
  ): Promise<Result<RoomId>> {
    return openGroup(this.#engine, process, request)
  }

  /** The party's own room, made where there is none. Fails with `not-of-this-party`. */
  openDelegation(process: ProcessId): Promise<Result<RoomId>> {
    return openDelegation(this.#engine, process)
  }

  /** Brings people known from other rooms into this one. */
  admit(room: RoomId, members: readonly MemberId[]): Promise<Result<null>> {
    return admitAll(this.#engine, room, members)
  }

  /** Brings people in by their cards: samples and simulations, where nobody needs to be compared with. */
  admitCards(
    admissions: readonly { readonly room: RoomId; readonly cards: readonly MemberCard[] }[],
    time?: number,
  ): Promise<Result<null>> {
    return admitCards(this.#engine, admissions, time)
  }

  /**
   * Takes somebody out of every room of the process that this member administers. Fails with `not-in-room`, with the rule that refuses
   * it where no room allows it, and with `relay-unreachable` while a room is unread.
   */
  removeMember(process: ProcessId, member: MemberId, note?: string): Promise<Result<null>> {
    return removeMember(this.#engine, process, member, note)
  }

  /** Leaves every room of the process that others share. Fails with `relay-unreachable` while one is unread. */
  leave(process: ProcessId, note?: string): Promise<Result<null>> {
    return leaveProcess(this.#engine, process, note)
  }

  /** The lead passes at the desk, the table, in the caucuses and in groups that the heir is of. Fails as `leave` does. */
  handOverLead(process: ProcessId, to: MemberId, note?: string): Promise<Result<null>> {
    return handOverLead(this.#engine, process, to, note)
  }

  // Conveying

  /** Exactly what the recipient would see, and what the leak check names. Fails with `mediators-only`, `room-unknown`. */
  previewConveyance(process: ProcessId, plan: ConveyancePlan): Result<ConveyancePreview> {
    return previewConveyance(this.#engine, process, plan)
  }

  /** Puts it on the desk. Fails with `leak-not-accepted` and with the rule broken (CONV-1 to CONV-7). */
  prepareConveyance(process: ProcessId, plan: ConveyancePlan): Promise<Result<ConveyanceId>> {
    return prepareConveyance(this.#engine, process, plan)
  }

  /** Delivers what was prepared, or what is missing of it; each part goes when the rooms that it hangs on were asked (SYNC-28). */
  deliver(process: ProcessId, conveyance: ConveyanceId): Promise<Result<null>> {
    return deliver(this.#engine, process, conveyance)
  }

  /** Conveyances whose chosen time has come and that this member carries. */
  due(process: ProcessId): readonly ConveyanceId[] {
    return dueConveyances(this.#engine, process)
  }

  /**
   * Delivers, in every process, what this member carries and whose chosen time has come. Returns what was delivered; what may no
   * longer be passed stays on the desk, and is due still.
   */
  async deliverDue(): Promise<readonly ConveyanceId[]> {
    const delivered: ConveyanceId[] = []
    for (const { process } of this.processes()) delivered.push(...(await deliverDue(this.#engine, process)))
    return delivered
  }
}
