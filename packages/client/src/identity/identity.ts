/** Who this device acts for: a member, their devices' seeds and where their private room is. */

import type { DeviceCard, MemberId, RelayCard, RoomId } from '@goodoffices/core'
import {
  bytesToBase64url,
  createDevice,
  createSecret,
  type Device,
  deriveBytes,
  isRecord,
  logIdOfEpochKey,
  Secret,
  secretToPhrase,
  secretToText,
  tags,
  textToSecret,
  type Value,
} from '@goodoffices/log'
import { fail, ok, type Result } from '../result.ts'
import { toText } from '../text.ts'
import { VaultError } from '../vault/vault.ts'
import { identityKey, type Strongbox } from './strongbox.ts'

export type Identity = {
  readonly name: string
  readonly member: MemberId
  readonly device: Device
  readonly seed: Secret
  /** The keys that this device had before, until every room has taken the new ones (RING-21). */
  readonly former?: { readonly device: Device; readonly seed: Secret }
  /** The card of the member's first paper device, whose id is the member's; others may have taken its place since (RING-26). */
  readonly paper: DeviceCard
  readonly home: {
    readonly room: RoomId
    readonly relay: RelayCard
    readonly epoch: number
    readonly key: Secret
  }
}

export const deviceToCard = (device: Pick<Device, 'id' | 'publicKeys'>): DeviceCard => ({
  device: device.id,
  sign: bytesToBase64url(device.publicKeys.sign),
  wrap: bytesToBase64url(device.publicKeys.wrap),
})

/** The private room's first key follows from the phrase, so that the phrase alone finds the room. */
export const homeKeyOf = (paperSeed: Secret): Secret =>
  new Secret(deriveBytes({ key: paperSeed.reveal(), tag: tags.keyring, length: 32 }))

/** The key of the mailbox where words that took the place of others find their letter (RING-26). */
export const paperMailboxKeyOf = (paperSeed: Secret): Secret =>
  new Secret(deriveBytes({ key: paperSeed.reveal(), tag: tags.paperMailbox, length: 32 }))

export async function makeIdentity(options: {
  readonly name: string
  readonly relay: RelayCard
}): Promise<{ readonly identity: Identity; readonly paper: Device; readonly phrase: readonly string[] }> {
  const paperSeed = createSecret()
  const seed = createSecret()
  const [paper, device] = await Promise.all([createDevice(paperSeed), createDevice(seed)])
  const key = homeKeyOf(paperSeed)
  const { logId } = await logIdOfEpochKey(key)
  const identity: Identity = {
    name: options.name,
    member: paper.id as string as MemberId,
    device,
    seed,
    paper: deviceToCard(paper),
    home: { room: logId as string as RoomId, relay: options.relay, epoch: 1, key },
  }
  return { identity, paper, phrase: secretToPhrase(paperSeed).split(' ') }
}

/** The member as their first words alone know them: acting with the paper device. */
export async function identityOfSeed(paperSeed: Secret, relay: RelayCard): Promise<Identity> {
  const paper = await createDevice(paperSeed)
  const key = homeKeyOf(paperSeed)
  const { logId } = await logIdOfEpochKey(key)
  return {
    name: '',
    member: paper.id as string as MemberId,
    device: paper,
    seed: paperSeed,
    paper: deviceToCard(paper),
    home: { room: logId as string as RoomId, relay, epoch: 1, key },
  }
}

/** In one write with what else in the vault changes. */
export async function keepIdentity(
  box: Strongbox,
  identity: Identity,
  also: ReadonlyMap<string, Uint8Array | null> = new Map(),
): Promise<void> {
  const { name, member, seed, former, paper, home } = identity
  const sealed = await box.seal(identityKey, {
    name,
    member,
    seed: secretToText(seed),
    ...(former === undefined ? {} : { former: secretToText(former.seed) }),
    paper,
    home: { room: home.room, relay: home.relay, epoch: home.epoch, key: secretToText(home.key) },
  })
  await box.vault.write(new Map([...also, [identityKey, sealed]]))
}

const recordOf = (value: Value | undefined): { readonly [name: string]: Value } =>
  isRecord(value) ? value : {}

/** Fails with `no-identity`; throws `vault-damaged` where there is one that cannot be read. */
export async function loadIdentity(box: Strongbox): Promise<Result<Identity>> {
  if ((await box.vault.read(identityKey)) === undefined) return fail('no-identity')
  const value = recordOf(await box.get(identityKey))
  const home = recordOf(value['home'])
  const seed = textToSecret(toText(value['seed']))
  const key = textToSecret(toText(home['key']))
  const before = value['former'] === undefined ? undefined : textToSecret(toText(value['former']))
  if (!seed.ok || !key.ok || before?.ok === false)
    throw new VaultError('vault-damaged', 'the identity cannot be read')
  const former =
    before === undefined ? {} : { former: { device: await createDevice(before.value), seed: before.value } }
  return ok({
    name: toText(value['name']),
    member: toText(value['member']) as MemberId,
    device: await createDevice(seed.value),
    seed: seed.value,
    ...former,
    paper: value['paper'] as unknown as DeviceCard,
    home: {
      room: toText(home['room']) as RoomId,
      relay: home['relay'] as unknown as RelayCard,
      epoch: Number(home['epoch']),
      key: key.value,
    },
  })
}
