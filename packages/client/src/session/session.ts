/** A member at work: everything the web app and the command line can do, and nothing they cannot. */

import type {
  Act,
  Certificate,
  ConveyanceId,
  DeviceId,
  EntryId,
  InvitationId,
  MemberCard,
  MemberId,
  NoteId,
  PartyId,
  ProcessId,
  RoomId,
} from '@goodoffices/core'
import { writeEvidence, writeRecord } from '../export/record.ts'
import { type Invitation, type InvitationRequest, Inviting } from '../invitation/invite.ts'
import { type Joining, JoiningDesk } from '../invitation/join.ts'
import type { Fault, OpenedEntry } from '../log/room-log.ts'
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
import { type DeviceOffer, DeviceOffering, type OfferRequest } from './device/offering.ts'
import { devicesOf, type OwnDevice, removeDevice } from './devices.ts'
import { Drafts } from './drafts.ts'
import { Engine, type EngineOptions } from './engine/engine.ts'
import type { Connection, Reading } from './engine/following.ts'
import type { Trouble } from './notices.ts'
import { Records } from './records.ts'
import type { SeenRoom } from './seen.ts'

export type Status = {
  readonly connection: Connection
  /** Acts decided and not yet acknowledged. */
  readonly waiting: number
  /** Rooms that are being read and are not there yet, and how far each is. */
  readonly reading: readonly Reading[]
  readonly troubles: readonly Trouble[]
  /** How far this device's clock is ahead of its relay's, in ms; undefined where the relay has not said what time it is. */
  readonly clockAheadMs: number | undefined
}

/** An act for a room; `time` where it is told of afterwards, else now. */
export type RoomAct = { readonly room: RoomId; readonly act: Act; readonly time?: number }

export class Session {
  readonly #engine: Engine
  readonly #inviting: Inviting
  readonly #joining: JoiningDesk
  readonly #offering: DeviceOffering
  readonly #drafts: Drafts
  readonly #records: Records

  private constructor(
    engine: Engine,
    parts: {
      readonly inviting: Inviting
      readonly joining: JoiningDesk
      readonly offering: DeviceOffering
      readonly drafts: Drafts
    },
  ) {
    this.#engine = engine
    this.#records = new Records(engine)
    this.#inviting = parts.inviting
    this.#joining = parts.joining
    this.#offering = parts.offering
    this.#drafts = parts.drafts
  }

  /** Opens what the device holds; `goOnline` asks the relays. */
  static async open(options: EngineOptions): Promise<Session> {
    const engine = await Engine.open(options)
    const inviting = new Inviting(engine)
    const joining = new JoiningDesk(engine)
    const offering = new DeviceOffering(engine)
    const drafts = await Drafts.open(options.box)
    await inviting.start()
    await joining.start()
    await offering.start()
    return new Session(engine, { inviting, joining, offering, drafts })
  }

  /** Who this device acts for, and which of theirs it is. */
  get me(): { readonly member: MemberId; readonly device: DeviceId; readonly name: string } {
    const { member, name } = this.#engine.identity
    return { member, device: this.#engine.device, name }
  }

  // Reading

  /** Calls `listener` after every change; returns how to stop. */
  subscribe(listener: () => void): () => void {
    return this.#engine.subscribe(listener)
  }

  /** Grows with every change of anything this session shows. */
  version(): number {
    return this.#engine.version
  }

  /** How it stands with the relays, and what a person should know of. */
  status(): Status {
    return {
      connection: this.#engine.connection,
      waiting: this.#engine.outbox.waiting().length,
      reading: this.#engine.reading,
      troubles: this.#engine.troubles(),
      clockAheadMs: this.#engine.clockAheadMs,
    }
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

  /**
   * The room's record, in order, entries that broke a rule included. Where the device went on from a snapshot, what lies before is
   * read in the background, and the session's version grows when it is there; `readWhole` waits for it.
   */
  entries(room: RoomId): readonly OpenedEntry[] {
    return this.#records.entries(room)
  }

  /** When the relay placed what its author says was written minutes before or after; undefined where they agree. ms since 1970. */
  placedAt(room: RoomId, position: number): number | undefined {
    return this.#engine.roomLog(room)?.misdatedAt(position)
  }

  /** Records of the room's log that are no entries of it. */
  faults(room: RoomId): readonly Fault[] {
    return this.#engine.roomLog(room)?.faults ?? []
  }

  /** The record from its first entry, verified again where it was not in this session. */
  readWhole(room: RoomId): Promise<readonly OpenedEntry[]> {
    return this.#records.readWhole(room)
  }

  /** The newest head of the room's log that the relay has signed, as a C2SP checkpoint. */
  checkpoint(room: RoomId): string | undefined {
    return this.#engine.roomLog(room)?.replica.checkpoint
  }

  /** Ids of the entries decided and not yet acknowledged. */
  waitingIn(room: RoomId): readonly EntryId[] {
    return this.#engine.outbox.pendingIn(room).map(({ id }) => id)
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

  /** Resolves when nothing waits, or when what waits cannot be sent now. */
  async settle(): Promise<void> {
    await this.#engine.settle()
    await this.#offering.settled()
    await this.#engine.settle()
  }

  /** Takes note of words that were refused: they leave the list of troubles. */
  async dismissRefused(): Promise<void> {
    for (const item of this.#engine.outbox.refused()) await this.#engine.outbox.remove(item.seq)
    this.#engine.touch()
  }

  /** Reads every log once, follows them live where the session is live, and sends what waits. What could not be read is in `status`. */
  async goOnline(): Promise<void> {
    await this.#engine.goOnline()
  }

  /** Reads a room to its end. Fails where it could not be read so far, and says why. */
  sync(room: RoomId): Promise<Result<null>> {
    return this.#engine.sync(room)
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

  // Invitations

  /** Fails with `not-an-administrator`, `one-lead`, `party-needed`, `too-many-invitations`. */
  invite(process: ProcessId, request: InvitationRequest): Promise<Result<InvitationId>> {
    return this.#inviting.invite(process, request)
  }

  /** Oldest first, those that are settled too. */
  invitations(process: ProcessId): readonly Invitation[] {
    return this.#inviting.list(process)
  }

  /** Undefined where this member made no such invitation. */
  invitation(id: InvitationId): Invitation | undefined {
    return this.#inviting.get(id)
  }

  /** After both have compared the code. Fails with `invitation-contested`, `invitation-not-introduced`, `member-known-otherwise`, and where not all could be read. */
  completeInvitation(id: InvitationId): Promise<Result<null>> {
    return this.#inviting.complete(id)
  }

  /** Takes it back; who has answered is told. Fails with `invitation-unknown`. */
  cancelInvitation(id: InvitationId): Promise<Result<null>> {
    return this.#inviting.cancel(id)
  }

  /** Answers an invitation; `address` with words. Fails with `invitation-not-found`, `invitation-cancelled`, `relay-unreachable`. Returns the joining's id. */
  join(linkOrWords: string, address?: string): Promise<Result<RoomId>> {
    return this.#joining.join(linkOrWords, address)
  }

  /** Invitations that this device has answered, and how far each is. */
  joinings(): readonly Joining[] {
    return this.#joining.list()
  }

  /** After both have compared the code. Fails with `invitation-not-answered`, `invitation-cancelled`, and where the mailbox could not be read. */
  acceptJoining(id: RoomId): Promise<Result<null>> {
    return this.#joining.accept(id)
  }

  /** The codes differ, or the person thinks better of it. */
  abandonJoining(id: RoomId): Promise<void> {
    return this.#joining.abandon(id)
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

  // Devices

  /** This member's devices, the paper one too. */
  devices(): readonly OwnDevice[] {
    return devicesOf(this.#engine)
  }

  /** Takes one out of every room. Fails with `device-in-use`, `device-unknown`, and `relay-unreachable` while a room is unread. */
  removeDevice(device: DeviceId): Promise<Result<null>> {
    return removeDevice(this.#engine, device)
  }

  /** Begins to bring another device of this member in: see `linkDevice` for the other side. Takes back an offer made before. */
  offerDevice(request: OfferRequest = {}): Promise<Result<DeviceOffer>> {
    return this.#offering.offer(request)
  }

  /** The offer that stands on this device, and how far it has come. */
  deviceOffer(): DeviceOffer | undefined {
    return this.#offering.get()
  }

  /** After the code was compared: the new device enters every room. */
  completeDevice(): Promise<Result<DeviceId>> {
    return this.#offering.complete()
  }

  /** Takes the offer back. Fails with `device-offer-unknown`. */
  cancelDeviceOffer(): Promise<Result<null>> {
    return this.#offering.cancel()
  }

  /**
   * Protects what this device keeps by another passphrase, or by none where `next` is undefined. Fails with `passphrase-needed` or
   * `passphrase-wrong` where `current` is not the one that protects it now.
   */
  changePassphrase(current: string | undefined, next: string | undefined): Promise<Result<null>> {
    return this.#engine.box.relock(current, next)
  }

  // Copies

  /** A file of these rooms that anybody given it can verify offline; it opens all it holds. */
  writeRecord(rooms: readonly RoomId[]): Promise<string> {
    return writeRecord(
      rooms.flatMap(room => this.#engine.roomLog(room) ?? []),
      this.#engine.now(),
    )
  }

  /** One entry for somebody outside the room, and nothing of the others; undefined where there is no such entry. */
  async writeEvidence(room: RoomId, position: number): Promise<string | undefined> {
    const log = this.#engine.roomLog(room)
    return log === undefined ? undefined : writeEvidence(log, position)
  }

  // Drafts

  /** Words not yet sent, kept under a name of the interface's choosing. */
  draft(name: string): string | undefined {
    return this.#drafts.read(name)
  }

  /** Durable when it resolves; an empty text removes the draft. */
  saveDraft(name: string, text: string): Promise<void> {
    return this.#drafts.write(name, text)
  }

  /** Stops all work and closes the vault. What waits is sent in a later session. */
  async close(): Promise<void> {
    await this.#engine.halt()
    await this.#offering.settled()
    await this.#engine.close()
  }
}
