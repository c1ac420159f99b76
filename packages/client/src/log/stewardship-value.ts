/** A stewardship as it is kept in a snapshot, secrets and all: the snapshot is sealed. */

import type { DeviceId } from '@goodoffices/core'
import {
  isList,
  isRecord,
  type StewardSecret,
  secretToText,
  textToSecret,
  type Value,
} from '@goodoffices/log'
import { toText } from '../text.ts'
import type { Slot, Slots, StewardshipParts } from './stewardship.ts'

const secretOf = (secret: StewardSecret | undefined): Value =>
  secret === undefined ? null : secretToText(secret)

const slotToValue = ({ publicKey, madeBy, given, secret }: Slot): Value => [
  publicKey,
  madeBy,
  given,
  secretOf(secret),
]

export const stewardshipToValue = ({
  envelope,
  stewards,
  slots,
  leftOut = [],
  secret,
}: StewardshipParts): Value => ({
  envelope: envelope === undefined ? null : [envelope.position, envelope.bytes],
  stewards: stewards === undefined ? null : [stewards.mediators, stewards.party],
  slots: slots === undefined ? null : [slotToValue(slots.mediators), slotToValue(slots.party)],
  leftOut,
  secret: secretOf(secret),
})

const listOf = (value: Value | undefined): readonly Value[] =>
  value !== undefined && isList(value) ? value : []

const textsOf = (value: Value | undefined): readonly string[] => listOf(value).map(toText)

function readSecret(value: Value | undefined): { readonly secret?: StewardSecret } {
  const secret = typeof value === 'string' ? textToSecret(value) : undefined
  return secret?.ok === true ? { secret: secret.value } : {}
}

function readSlot(value: Value | undefined): Slot | undefined {
  const [publicKey, madeBy, given, secret] = listOf(value)
  if (!(publicKey instanceof Uint8Array)) return undefined
  return { publicKey, madeBy: toText(madeBy), given: textsOf(given), ...readSecret(secret) }
}

function readSlots(value: Value | undefined): { readonly slots?: Slots } {
  const [first, second] = listOf(value)
  const [mediators, party] = [readSlot(first), readSlot(second)]
  return mediators === undefined || party === undefined ? {} : { slots: { mediators, party } }
}

export function valueToStewardship(value: Value | undefined): StewardshipParts {
  if (!isRecord(value)) return {}
  const [position, bytes] = listOf(value['envelope'])
  const [mediators, party] = listOf(value['stewards'])
  return {
    ...(typeof position === 'number' && bytes instanceof Uint8Array ? { envelope: { position, bytes } } : {}),
    ...(mediators === undefined
      ? {}
      : { stewards: { mediators: textsOf(mediators), party: textsOf(party) } }),
    leftOut: textsOf(value['leftOut']) as readonly DeviceId[],
    ...readSlots(value['slots']),
    ...readSecret(value['secret']),
  }
}
