import { seal } from '../src/content.ts'
import {
  concat,
  type Device,
  type DeviceId,
  type EpochKey,
  logIdOfEpochKey,
  type makeSlottedKeysEnvelope,
  peekEnvelope,
  type StewardKeys,
  type StewardSecret,
  type StewardSets,
  utf8,
} from '../src/index.ts'
import { previousPurpose } from '../src/keys-binding.ts'
import { assembleKeysEnvelope, type KeysParts, slottedParts } from '../src/keys-make.ts'
import { deviceOf, secretOf } from './people.ts'

/** A caucus in two epochs of version 2: two mediators and, of the party, its head and an adviser. */
export interface Caucus {
  readonly logId: string
  readonly keys: { readonly one: EpochKey; readonly two: EpochKey }
  readonly mediator: Device
  readonly colleague: Device
  readonly head: Device
  readonly adviser: Device
  readonly stewards: StewardSets
  readonly secrets: Readonly<Record<'mediators' | 'party' | 'newMediators' | 'newParty', StewardSecret>>
  /** Begun by the mediator, who knows both secrets. */
  readonly first: Uint8Array
}

export const idsOf = (...devices: readonly Device[]): readonly DeviceId[] => devices.map(({ id }) => id)

type Slotted = Parameters<typeof makeSlottedKeysEnvelope>[0]

/** An envelope whose parts were tampered with before its author signed them: what a hostile member's program can make. */
export const makeTampered = async (
  options: Slotted,
  tamper: (parts: KeysParts) => KeysParts | Promise<KeysParts> = parts => parts,
): Promise<Uint8Array> => assembleKeysEnvelope(await tamper(await slottedParts(options)))

export const withHead =
  (change: Partial<KeysParts['head']>) =>
  (parts: KeysParts): KeysParts => ({ ...parts, head: { ...parts.head, ...change } as KeysParts['head'] })

/** Other bytes in the place of the sealed key of the epoch before. */
export const withPrevious =
  (plaintext: Uint8Array) =>
  async (parts: KeysParts): Promise<KeysParts> => {
    const { version, logId, epoch } = parts.head
    const previous = await seal(parts.epochKey.reveal(), plaintext, previousPurpose(version, logId, epoch))
    return withHead({ previous })(parts)
  }

/** Other keys for one device, after the epoch key: 32 bytes for each slot. */
export const withShare =
  (device: Device, ...secrets: readonly Uint8Array[]) =>
  (parts: KeysParts): KeysParts => ({
    ...parts,
    shares: parts.shares.map(share =>
      share.device === device.publicKeys
        ? { device: share.device, keys: concat(share.keys.subarray(0, 32), ...secrets) }
        : share,
    ),
  })

export const makeCaucus = async (): Promise<Caucus> => {
  const [mediator, colleague, head, adviser] = (await Promise.all(
    ['mediator', 'colleague', 'head', 'adviser'].map(deviceOf),
  )) as [Device, Device, Device, Device]
  const keys = { one: secretOf('caucus one'), two: secretOf('caucus two') }
  const { logId } = await logIdOfEpochKey(keys.one)
  const stewards = { mediators: idsOf(mediator, colleague), party: idsOf(head) }
  const names = ['mediators', 'party', 'newMediators', 'newParty'] as const
  const secrets = Object.fromEntries(
    names.map(name => [name, secretOf(`steward ${name}`)]),
  ) as Caucus['secrets']
  const first = await makeTampered({
    logId,
    epoch: 1,
    epochKey: keys.one,
    slots: { mediators: { secret: secrets.mediators }, party: { secret: secrets.party } },
    stewards,
    roster: [mediator, colleague, head, adviser].map(device => device.publicKeys),
    author: mediator,
  })
  return { logId, keys, mediator, colleague, head, adviser, stewards, secrets, first }
}

export const zeros = new Uint8Array(32)
export const rubbish = utf8('thirty-two bytes that are no key')

export const slotsOf = (envelope: Uint8Array): StewardKeys => {
  const peek = peekEnvelope(envelope)
  if (!peek.ok || peek.value.kind !== 'k' || peek.value.stewardKeys === undefined)
    throw new Error('not of version 2')
  return peek.value.stewardKeys
}

/** The second epoch, begun by the party's head unless said otherwise: its own slot anew, the mediators' repeated. */
export const makeSecond = (
  { logId, keys, mediator, colleague, head, adviser, stewards, secrets, first }: Caucus,
  options: Partial<Slotted> = {},
  tamper?: (parts: KeysParts) => KeysParts | Promise<KeysParts>,
): Promise<Uint8Array> =>
  makeTampered(
    {
      logId,
      epoch: 2,
      epochKey: keys.two,
      follows: { epoch: 1, key: keys.one },
      slots: { mediators: { publicKey: slotsOf(first).mediators }, party: { secret: secrets.newParty } },
      stewards,
      roster: [mediator, colleague, head, adviser].map(device => device.publicKeys),
      author: head,
      ...options,
    },
    tamper,
  )
