/** What a new device is sent once the codes have been compared: whose it is now, and the key of the room where all others are. */

import type { DeviceCard, MemberId, RelayCard, RoomId } from '@goodoffices/core'
import {
  type Device,
  type DeviceId,
  type DeviceKeys,
  type EpochKey,
  encode,
  openSealed,
  type Secret,
  sealTo,
  secretToText,
  textToSecret,
  type Value,
} from '@goodoffices/log'
import { bytesToFields, toFields } from '../../fields.ts'
import type { Identity } from '../../identity/identity.ts'
import { toText } from '../../text.ts'

const context = (mailbox: RoomId): Value => ['device', mailbox]

/** For the device of these keys alone. `home`: the newest key of the member's own room. */
export function sealIdentity(
  identity: Identity,
  to: {
    readonly mailbox: RoomId
    readonly keys: DeviceKeys
    readonly home: { readonly epoch: number; readonly key: EpochKey }
  },
): Promise<Uint8Array> {
  const { name, member, paper, home, device } = identity
  return sealTo({
    sender: device,
    recipients: [to.keys],
    context: context(to.mailbox),
    plaintext: encode({
      name,
      member,
      paper,
      home: { room: home.room, relay: home.relay, epoch: to.home.epoch, key: secretToText(to.home.key) },
    }),
  })
}

/**
 * The first of the letters that the compared device wrote to this one; all others are nobody's. `sender` is left out where nobody else can
 * write into the mailbox.
 */
export async function openIdentity(
  letters: readonly Uint8Array[],
  {
    mailbox,
    device,
    seed,
    sender,
  }: {
    readonly mailbox: RoomId
    readonly device: Device
    readonly seed: Secret
    readonly sender?: DeviceId
  },
): Promise<Identity | undefined> {
  for (const bytes of letters) {
    const opened = await openSealed({ device, context: context(mailbox), bytes })
    if (!opened.ok || (sender !== undefined && opened.value.senderId !== sender)) continue
    const identity = readIdentity(opened.value.plaintext, device, seed)
    if (identity !== undefined) return identity
  }
  return undefined
}

function readIdentity(bytes: Uint8Array, device: Device, seed: Secret): Identity | undefined {
  const { name, member, paper, home } = bytesToFields(bytes)
  const { room, relay, epoch, key: spelled } = toFields(home)
  const key = textToSecret(toText(spelled))
  if (!key.ok) return undefined
  return {
    name: toText(name),
    member: toText(member) as MemberId,
    device,
    seed,
    paper: paper as unknown as DeviceCard,
    home: {
      room: toText(room) as RoomId,
      relay: relay as unknown as RelayCard,
      epoch: Number(epoch),
      key: key.value,
    },
  }
}
