/**
 * Who administers the epoch that a room is in, and with which secrets: what the keys of the next are held against, and what a
 * steward countersigns with. In version 1 there is one secret, new with each epoch; in version 2 one for each side.
 */

import { type DeviceId, type RoomState, rosterDevices, stewardSets } from '@goodoffices/core'
import {
  checkEpoch,
  createStewardKey,
  type DeviceKeys,
  type EpochBefore,
  type EpochKey,
  equalBytes,
  leftOutOf,
  mayChangeSlot,
  type ReceivedKeys,
  type Result,
  type SigningKey,
  type StewardKeys,
  type StewardSecret,
  type StewardSets,
  type StewardSlot,
  slotDue,
  slotHolders,
  stewardSlots,
  tags,
  verify,
} from '@goodoffices/log'

import { cardToKeys } from './cards.ts'

export type Slot = {
  readonly publicKey: Uint8Array
  /** The device by which it was made, and those that were given its secret then. */
  readonly madeBy: string
  readonly given: readonly string[]
  readonly secret?: StewardSecret
}

export type Slots = Readonly<Record<StewardSlot, Slot>>

export type KeysEnvelope = { readonly position: number; readonly bytes: Uint8Array }

/** What a later reading goes on from. */
export type StewardshipParts = {
  readonly envelope?: KeysEnvelope
  readonly stewards?: StewardSets
  readonly slots?: Slots
  readonly leftOut?: readonly DeviceId[]
  /** The one secret of version 1. */
  readonly secret?: StewardSecret
}

/** With what the next epoch's keys are countersigned, and which slot that changes; none of either in version 1. */
export type Countersigning = { readonly key: SigningKey; readonly slot?: StewardSlot }

const nobody: StewardSets = { mediators: [], party: [] }

export class Stewardship {
  #parts: StewardshipParts
  /** The last epoch whose keys this device had from elsewhere: there was nothing for it where they were given out. */
  missedEpoch: number | undefined

  constructor(parts: StewardshipParts = {}) {
    this.#parts = parts
  }

  get parts(): StewardshipParts {
    return this.#parts
  }

  get slots(): Slots | undefined {
    return this.#parts.slots
  }

  /** Secrets that this device holds, by slot. */
  secrets(): readonly { readonly slot: StewardSlot; readonly secret: StewardSecret }[] {
    const { slots } = this.#parts
    if (slots === undefined) return []
    return stewardSlots.flatMap(slot => {
      const { secret } = slots[slot]
      return secret === undefined ? [] : [{ slot, secret }]
    })
  }

  /** A secret that was kept elsewhere, where it is that of the slot as it is now. */
  async learn(slot: StewardSlot, secret: StewardSecret): Promise<void> {
    const { slots } = this.#parts
    if (slots === undefined || slots[slot].secret !== undefined) return
    const { publicKey } = await createStewardKey(secret)
    if (!equalBytes(publicKey, slots[slot].publicKey)) return
    this.#parts = { ...this.#parts, slots: { ...slots, [slot]: { ...slots[slot], secret } } }
  }

  /** Whether these keys are whole: what they are held against is the room with the changes that made them due (ENV-50 to ENV-56). */
  check(
    state: RoomState,
    keys: ReceivedKeys,
    given: { readonly author: DeviceKeys; readonly self?: DeviceId; readonly before?: EpochBefore },
  ): Promise<Result<true>> {
    const { author, self, before } = given
    const stewards = stewardSets(state)
    return checkEpoch(keys, {
      author,
      roster: rosterDevices(state).map(({ device }) => device),
      wraps: wrapsOf(state).map(({ wrap }) => wrap),
      stewards,
      isHistoryOpen: state.history === 'all',
      ...(before === undefined ? {} : { before }),
      ...(self === undefined ? {} : { self }),
    })
  }

  /** Keys that this device cannot read, and that a later epoch passes over, have changed the lock at the relay. */
  passUnread(stewardKeys: StewardKeys): void {
    const { slots } = this.#parts
    if (slots === undefined) return
    const next = (slot: StewardSlot): Slot =>
      equalBytes(slots[slot].publicKey, stewardKeys[slot])
        ? slots[slot]
        : { publicKey: stewardKeys[slot], madeBy: '', given: [] }
    this.#parts = { ...this.#parts, slots: { mediators: next('mediators'), party: next('party') } }
  }

  /** The epoch that the room is in, as the next one's keys are held against it. */
  before(epoch: number, key: EpochKey | undefined): EpochBefore {
    const { envelope, stewards = nobody, slots } = this.#parts
    return {
      epoch,
      stewards,
      ...(key === undefined ? {} : { key }),
      ...(envelope === undefined ? {} : { envelope: envelope.bytes }),
      ...(slots === undefined
        ? {}
        : {
            stewardKeys: keysOf(slots),
            given: { mediators: slots.mediators.given, party: slots.party.given },
          }),
    }
  }

  /** An epoch begins. `keys`: as this device received them, or as anybody reads them. */
  take(state: RoomState, keys: ReceivedKeys, envelope: KeysEnvelope | undefined): void {
    const stewards = stewardSets(state)
    const { steward, stewardKeys, stewards: secrets } = keys
    const slots =
      stewardKeys === undefined
        ? undefined
        : this.#nextSlots({
            stewardKeys,
            secrets,
            by: keys.author,
            givenTo: slot => slotHolders(stewards, slot),
          })
    this.#parts = {
      stewards,
      leftOut: leftOutIn(state, keys),
      // A record shares the memory of all that was read with it.
      ...(envelope === undefined ? {} : { envelope: { ...envelope, bytes: envelope.bytes.slice() } }),
      ...(slots === undefined ? {} : { slots }),
      ...(steward === undefined ? {} : { secret: steward }),
    }
  }

  /** Devices of the room for which nothing was meant in its newest keys (ENV-60), whether it has taken those or not. */
  get leftOut(): readonly DeviceId[] {
    return this.#parts.leftOut ?? []
  }

  /** The room has not taken the keys that left them out: it is to be known all the same. */
  noteLeftOut(leftOut: readonly DeviceId[]): void {
    this.#parts = { ...this.#parts, leftOut }
  }

  /**
   * Keys that the room does not take have changed the lock at the relay all the same: a slot that their author may change is from
   * then on what they say, and who was given its secret nobody knows.
   */
  async passOver(keys: ReceivedKeys, author: DeviceKeys, epoch: number): Promise<void> {
    const { slots } = this.#parts
    if (slots === undefined || keys.stewardKeys === undefined) return
    if (!(await verify(author.sign, tags.keysAuthor, keys.publicHash, keys.signature))) return
    const before = this.before(epoch, undefined)
    const mine = stewardSlots.filter(slot => mayChangeSlot(before, slot, keys.author))
    const stewardKeys = { ...keysOf(slots) }
    for (const slot of mine) stewardKeys[slot] = keys.stewardKeys[slot]
    const next = this.#nextSlots({
      stewardKeys,
      secrets: keys.stewards,
      by: keys.author,
      givenTo: () => [keys.author],
    })
    this.#parts = { ...this.#parts, slots: next }
  }

  #nextSlots(change: {
    readonly stewardKeys: StewardKeys
    readonly secrets: ReceivedKeys['stewards']
    readonly by: string
    readonly givenTo: (slot: StewardSlot) => readonly string[]
  }): Slots {
    const { stewardKeys, secrets, by, givenTo } = change
    const next = (slot: StewardSlot): Slot => {
      const known = this.#parts.slots?.[slot]
      const publicKey = stewardKeys[slot]
      if (known !== undefined && equalBytes(known.publicKey, publicKey)) return known
      const secret = secrets?.[slot]
      return { publicKey, madeBy: by, given: givenTo(slot), ...(secret === undefined ? {} : { secret }) }
    }
    return { mediators: next('mediators'), party: next('party') }
  }

  /** With what one's own device countersigns the next epoch; undefined where it was not made a steward, or holds no secret. */
  async countersigning(after: StewardSets, own: DeviceId): Promise<Countersigning | undefined> {
    const { slots, secret } = this.#parts
    if (slots === undefined) return secret === undefined ? undefined : { key: await createStewardKey(secret) }
    const slot = this.#slotToChange(after, own)
    const held = slot === undefined ? undefined : slots[slot].secret
    return slot === undefined || held === undefined ? undefined : { key: await createStewardKey(held), slot }
  }

  #slotToChange(after: StewardSets, own: DeviceId): StewardSlot | undefined {
    const held = this.secrets().map(({ slot }) => slot)
    const due = slotDue(this.before(0, undefined), after, own)
    if (due !== undefined) return held.includes(due) ? due : undefined
    return held.find(slot => after[slot].includes(own)) ?? held[0]
  }

  /** REL-45: what has envelopes destroyed. */
  async destroying(): Promise<SigningKey | undefined> {
    const { slots, secret } = this.#parts
    const held = slots === undefined ? secret : slots.mediators.secret
    return held === undefined ? undefined : createStewardKey(held)
  }

  /** Whether the secret of a device's own side was made by the other: who made it knows it (decision 12). */
  isSlotBorrowed(own: DeviceId): boolean {
    const { slots, stewards = nobody } = this.#parts
    if (slots === undefined) return false
    const side = stewardSlots.find(slot => stewards[slot].includes(own))
    return (
      side !== undefined && slots[side].secret !== undefined && !stewards[side].includes(slots[side].madeBy)
    )
  }
}

/** What the keys of each device of a room are wrapped to. */
const wrapsOf = (state: RoomState): readonly { readonly device: DeviceId; readonly wrap: Uint8Array }[] =>
  rosterDevices(state).flatMap(card => {
    const keys = cardToKeys(card)
    return keys === undefined ? [] : [{ device: card.device, wrap: keys.wrap }]
  })

/** Devices of the room for which these keys hold nothing. */
export function leftOutIn(state: RoomState, keys: ReceivedKeys): readonly DeviceId[] {
  const wraps = wrapsOf(state)
  const left = leftOutOf(
    keys,
    wraps.map(({ wrap }) => wrap),
  )
  return wraps.flatMap(({ device, wrap }) => (left.includes(wrap) ? [device] : []))
}

const keysOf = ({ mediators, party }: Slots): StewardKeys => ({
  mediators: mediators.publicKey,
  party: party.publicKey,
})
