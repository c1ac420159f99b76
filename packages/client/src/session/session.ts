/** A member at work: everything the web app and the command line can do, and nothing they cannot. */

import type { DeviceId, EntryId, InvitationId, MemberId, ProcessId, RoomId } from '@goodoffices/core'
import { writeEvidence, writeRecord } from '../export/record.ts'
import { type Invitation, type InvitationRequest, Inviting } from '../invitation/invite.ts'
import { type Joining, JoiningDesk } from '../invitation/join.ts'
import type { Fault, OpenedEntry } from '../log/room-log.ts'
import { type Result } from '../result.ts'
import { type DeviceOffer, DeviceOffering, type OfferRequest } from './device/offering.ts'
import { devicesOf, type OwnDevice, removeDevice } from './devices.ts'
import { Drafts } from './drafts.ts'
import { Engine, type EngineOptions } from './engine/engine.ts'
import type { Connection, Reading } from './engine/following.ts'
import type { Trouble } from './notices.ts'
import { Records } from './records.ts'
import { Talks } from './talks.ts'

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

export class Session extends Talks {
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
    super(engine)
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
