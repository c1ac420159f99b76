import { type Bytes, randomBytes } from './bytes.ts'
import { isSealedValue, open, type Purpose, seal, sealedToValue, valueToSealed } from './content.ts'
import { type Device, type DeviceKeys, deviceKeysToValue, valueToDeviceKeys } from './device.ts'
import { signatureBytes, verify } from './ed25519.ts'
import { decode, encode, isBytes, isBytesOf, isList, isText, isTuple, type Value } from './encoding.ts'
import { hash } from './hash.ts'
import { type DeviceId, deviceIdOf } from './id.ts'
import { recipientsMax } from './keys-public.ts'
import { pad, unpad } from './padding.ts'
import { type Result, refuse, succeed } from './result.ts'
import { tags } from './tags.ts'
import { wrap, wrapEncapsulationBytes } from './wrap.ts'

/**
 * A message from one device to others, outside any room: an answer, a welcome. Only the recipients open it, they know that
 * the sender sent it to them, and nobody else is shown who sent it or to whom.
 */
export const sealedVersion = 1

/** What the sender signs: the context, all recipients and the text, so that no recipient can pass it on as sent to another. */
const signedMessage = (context: Value, recipients: readonly string[], plaintext: Uint8Array): Bytes =>
  encode([context, recipients, hash(tags.sealed, plaintext)])

const keyBinding = (context: Value) => ({
  tag: tags.sealed,
  context: encode([sealedVersion, 'key', context]),
})
const bodyPurpose = (context: Value): Purpose => ({
  tag: tags.sealed,
  context: encode([sealedVersion, 'body', context]),
})

/**
 * `context` says what the message is and where it belongs (for a mailbox: its log and the kind of message); it is not
 * sent, and the recipient must name the same.
 */
export const sealTo = async (options: {
  readonly sender: Device
  readonly recipients: readonly DeviceKeys[]
  readonly context: Value
  readonly plaintext: Uint8Array
}): Promise<Bytes> => {
  const { sender, context, plaintext } = options
  if (options.recipients.length === 0 || options.recipients.length > recipientsMax)
    throw new RangeError('1 to 512 recipients')
  const recipients = options.recipients.map(deviceIdOf).sort()
  const signature = await sender.sign(tags.sealedSender, signedMessage(context, recipients, plaintext))
  const body = encode([deviceKeysToValue(sender.publicKeys), recipients, plaintext, signature])
  const key = randomBytes(32)
  const sealed = await seal(key, pad(body), bodyPurpose(context))
  const wraps = await Promise.all(
    options.recipients.map(({ wrap: to }) => wrap(to, key, keyBinding(context))),
  )
  return encode([
    sealedVersion,
    wraps.map(({ encapsulation, ciphertext }) => [encapsulation, ciphertext]),
    sealedToValue(sealed),
  ])
}

export interface OpenedSealed {
  /** The sender's keys, as sent; whether they are somebody's is for the reader to know by their id. */
  readonly sender: DeviceKeys
  readonly senderId: DeviceId
  readonly plaintext: Uint8Array
}

export const openSealed = async (options: {
  readonly device: Device
  readonly context: Value
  readonly bytes: Uint8Array
  /** For how many devices it may be; one for more is refused before any wrap is tried. */
  readonly devicesMax?: number
}): Promise<Result<OpenedSealed>> => {
  const { device, context, devicesMax = recipientsMax } = options
  const outer = decode(options.bytes)
  if (!outer.ok) return outer
  const isOurs = isTuple(
    outer.value,
    version => version === sealedVersion,
    wraps => isList(wraps) && wraps.length <= devicesMax && wraps.every(isWrapPair),
    isSealedValue,
  )
  if (!isOurs) return refuse('encoding/shape', { of: 'sealed message' })
  const [, wraps, sealed] = outer.value as readonly [
    number,
    readonly (readonly [Uint8Array, Uint8Array])[],
    Value,
  ]
  for (const [encapsulation, ciphertext] of wraps) {
    const key = await device.unwrap({ encapsulation, ciphertext }, keyBinding(context))
    if (key === undefined) continue
    const padded = await open(key, valueToSealed(sealed), bodyPurpose(context))
    if (!padded.ok) return padded
    const body = unpad(padded.value)
    return body.ok ? readBody(body.value, device, context) : body
  }
  return refuse('sealed/not-a-recipient')
}

const isWrapPair = (value: Value): boolean => isTuple(value, isBytesOf(wrapEncapsulationBytes), isBytesOf(48))

const readBody = async (bytes: Uint8Array, device: Device, context: Value): Promise<Result<OpenedSealed>> => {
  const decoded = decode(bytes)
  if (!decoded.ok) return decoded
  const isOurs = isTuple(
    decoded.value,
    () => true,
    ids => isList(ids) && ids.every(isText),
    isBytes,
    isBytesOf(signatureBytes),
  )
  if (!isOurs) return refuse('encoding/shape', { of: 'sealed message' })
  const [keys, recipients, plaintext, signature] = decoded.value as readonly [
    Value,
    readonly string[],
    Uint8Array,
    Uint8Array,
  ]
  const sender = valueToDeviceKeys(keys)
  if (!sender.ok) return sender
  if (!recipients.includes(device.id)) return refuse('sealed/not-a-recipient')
  const message = signedMessage(context, recipients, plaintext)
  const holds = await verify(sender.value.sign, tags.sealedSender, message, signature)
  if (!holds) return refuse('sealed/signature')
  return succeed({ sender: sender.value, senderId: deviceIdOf(sender.value), plaintext })
}
