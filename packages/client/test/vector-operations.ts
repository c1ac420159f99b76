/** Each operation of `vectors/talks/`, on this implementation; `vectors/README.md` says what each takes and gives. */

import { readFileSync } from 'node:fs'
import { verifyEvidence, verifyRecord } from '@goodoffices/client'
import {
  bytesToBase64url,
  bytesToHex,
  commitToEpochKey,
  createAccessKey,
  createDevice,
  createNoteSigner,
  createStewardKey,
  type Device,
  type DeviceKeys,
  decode,
  deviceIdOf,
  digestRoster,
  digestStewards,
  type EntryId,
  hexToBytes,
  type InvitationSide,
  invitationEpochKey,
  logIdOfEpochKey,
  logOrigin,
  makeAnswer,
  makeOffer,
  makeReveal,
  openEnvelope,
  openSealed,
  type Result,
  readAnswer,
  readReveal,
  Secret,
  type StewardSets,
  sealEnvelope,
  signCheckpoint,
  signEntry,
  signLive,
  signRequest,
  type Value,
  verifierToText,
} from '@goodoffices/log'
import { hintFor } from '../../log/src/keys-binding.ts'
import { toJson } from '../../log/test/vector-operations.ts'
import { invitationToText } from '../src/invitation/link.ts'

export type TalkCase = {
  readonly name: string
  readonly rules: readonly string[]
  readonly operation: string
  readonly input: Input
  readonly expected: { readonly value: unknown } | { readonly refused: string }
}
export type TalkFile = { readonly about: string; readonly cases: readonly TalkCase[] }

type Input = Readonly<Record<string, unknown>>
type Outcome = Result<unknown> | { readonly ok: false; readonly error: { readonly code: string } }

const folder = new URL('../../../vectors/talks/', import.meta.url)
const readBeside = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

const succeed = (value: unknown): Outcome => ({ ok: true, value })
const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const bytes = (hex: unknown): Uint8Array => must(hexToBytes(String(hex)))
const secret = (hex: unknown): Secret => new Secret(bytes(hex))
const text = (value: unknown): string => String(value)
const map = <T>(result: Result<T>, to: (value: T) => unknown): Outcome =>
  result.ok ? succeed(to(result.value)) : result
const device = (seed: unknown): Promise<Device> => createDevice(secret(seed))
const placeOf = (input: Input) => ({ logId: text(input['log']), epoch: Number(input['epoch']) })

const sideOf = async (input: unknown): Promise<InvitationSide> => {
  const { seed, nonce } = input as Input
  return { keys: (await device(seed)).publicKeys, nonce: secret(nonce) }
}
const sideToJson = ({ keys, nonce }: InvitationSide) => ({
  device: deviceIdOf(keys),
  nonce: bytesToHex(nonce.reveal()),
})
const decoded = (of: Uint8Array): unknown => toJson(must(decode(of)))

/** Runs something with the random bytes that are given, and no others. */
async function withChance<T>(given: Uint8Array, run: () => Promise<T>): Promise<T> {
  const own = Object.getOwnPropertyDescriptor(crypto, 'getRandomValues')
  const value = <A extends ArrayBufferView | null>(into: A): A => {
    if (into instanceof Uint8Array) into.set(given.subarray(0, into.length))
    return into
  }
  Object.defineProperty(crypto, 'getRandomValues', { value, configurable: true, writable: true })
  try {
    return await run()
  } finally {
    if (own === undefined) Reflect.deleteProperty(crypto, 'getRandomValues')
    else Object.defineProperty(crypto, 'getRandomValues', own)
  }
}

/** What a keys envelope says in the open, but for what is sealed and wrapped. */
async function keysParts(input: Input): Promise<unknown> {
  const place = { ...placeOf(input), epochKey: secret(input['epochKey']) }
  const roster: readonly DeviceKeys[] = await Promise.all(
    (input['roster'] as readonly unknown[]).map(async seed => (await device(seed)).publicKeys),
  )
  const { previousKey, stewards, stewardSecrets } = input
  const before = previousKey === undefined ? undefined : secret(previousKey)
  const stewardKeys = await Promise.all(
    (stewardSecrets as readonly unknown[]).map(async each =>
      bytesToHex((await createStewardKey(secret(each))).publicKey),
    ),
  )
  const hints = roster.map(keys => [deviceIdOf(keys), bytesToHex(hintFor(before, place.epoch, keys.wrap))])
  return {
    commitment: bytesToHex(commitToEpochKey(place.logId, place.epoch, place.epochKey)),
    accessKey: bytesToHex((await createAccessKey(place.epochKey)).publicKey),
    stewardKeys,
    rosterDigest: bytesToHex(digestRoster(place, roster.map(deviceIdOf))),
    ...(stewards === undefined
      ? {}
      : { stewardsDigest: bytesToHex(digestStewards(place, stewards as StewardSets)) }),
    ...(before === undefined ? {} : { hints: Object.fromEntries(hints) }),
  }
}

/** A file beside, with one place of it changed. */
function fileWith({ file, change }: Input, readFile: typeof readBeside): string {
  const parsed: unknown = JSON.parse(readFile(text(file)))
  if (change === undefined) return JSON.stringify(parsed)
  const { path, to } = change as { readonly path: readonly (string | number)[]; readonly to: unknown }
  const at = path.slice(0, -1).reduce<unknown>((value, name) => (value as Input)[name], parsed)
  ;(at as Record<string | number, unknown>)[path.at(-1) ?? ''] = to
  return JSON.stringify(parsed)
}

const operations: Readonly<Record<string, (input: Input, readFile: typeof readBeside) => Promise<Outcome>>> =
  {
    writeEntry: async input => {
      const { size, root } = input['head'] as Input
      const draft = {
        ...placeOf(input),
        id: bytesToBase64url(bytes(input['id'])) as EntryId,
        head: { size: Number(size), root: bytes(root) },
        time: Number(input['time']),
        act: input['act'] as Value,
      }
      return succeed(bytesToHex(await signEntry(await device(input['seed']), draft)))
    },

    writeEnvelope: async input => {
      const sealed = {
        ...placeOf(input),
        epochKey: secret(input['epochKey']),
        plaintext: bytes(input['text']),
      }
      return succeed(bytesToHex(await withChance(bytes(input['salt']), () => sealEnvelope(sealed))))
    },

    writeRequest: async input => {
      const { method, path, body, time, steward } = input
      const request = { method: text(method), path: text(path), body: bytes(body) }
      const key = await createAccessKey(secret(input['epochKey']))
      const by = steward === undefined ? undefined : await createStewardKey(secret(steward))
      return succeed(await signRequest(key, request, Number(time), by))
    },

    writeLive: async input => {
      const key = await createAccessKey(secret(input['epochKey']))
      const { relay, log, nonce } = input
      return succeed(bytesToHex(await signLive(key, text(relay), text(log), bytes(nonce))))
    },

    writeCheckpoint: async input => {
      const { relay, log, size, root, seed } = input
      const signer = await createNoteSigner(text(relay), bytes(seed))
      const head = { origin: logOrigin(text(relay), text(log)), size: Number(size), root: bytes(root) }
      return succeed({ verifier: verifierToText(signer), note: await signCheckpoint(head, signer) })
    },

    keysParts: async input => succeed(await keysParts(input)),

    mailbox: async input => {
      const key = invitationEpochKey(secret(input['secret']))
      const { logId, accessKey } = await logIdOfEpochKey(key)
      return succeed({
        log: logId,
        epochKey: bytesToHex(key.reveal()),
        accessKey: bytesToHex(accessKey.publicKey),
        ...invitationToText(text(input['address']), secret(input['secret'])),
      })
    },

    offer: async input =>
      succeed(bytesToHex(makeOffer(secret(input['secret']), await sideOf(input['inviter'])))),
    answer: async input =>
      succeed(bytesToHex(makeAnswer(bytes(input['offer']), await sideOf(input['invitee'])))),
    reveal: async input => succeed(bytesToHex(makeReveal(await sideOf(input['inviter'])))),

    readAnswer: async input =>
      map(await readAnswer(bytes(input['offer']), bytes(input['answer'])), sideToJson),
    readReveal: async input => {
      const { offer, reveal } = input
      return map(await readReveal(secret(input['secret']), bytes(offer), bytes(reveal)), sideToJson)
    },

    openMail: async input => {
      const place = { ...placeOf({ ...input, epoch: 1 }), epochKey: secret(input['epochKey']) }
      return map(await openEnvelope({ ...place, envelope: bytes(input['envelope']) }), decoded)
    },

    openLetter: async input => {
      const opened = await openSealed({
        device: await device(input['seed']),
        context: [text(input['kind']), text(input['mailbox'])],
        bytes: bytes(input['letter']),
      })
      return map(opened, ({ senderId, plaintext }) => ({ sender: senderId, text: decoded(plaintext) }))
    },

    verifyRecord: async (input, readFile) => {
      const verified = await verifyRecord(
        fileWith(input, readFile),
        input['relays'] as readonly string[] | undefined,
      )
      if (!verified.ok) return verified
      return succeed(
        verified.value.rooms.map(({ room, checkpoint, entries, faults }) => ({
          room: room.id,
          checkpoint,
          epoch: room.epoch,
          entries: entries.map(({ entry, position, violation }) => ({
            position,
            device: entry.device,
            act: entry.act,
            ...(violation === undefined ? {} : { refused: violation.code }),
          })),
          faults: faults.map(({ position, violation }) => ({ position, code: violation.code })),
        })),
      )
    },

    verifyEvidence: async input => {
      const { relay, sign } = input
      const options = { relay: text(relay), ...(sign === undefined ? {} : { signKey: bytes(sign) }) }
      return verifyEvidence(text(input['evidence']), options)
    },
  }

/** What comes out, as a file holds it. `readFile`: the files that cases name, where they are not those of the folder. */
export async function runTalkCase(
  { operation, input }: TalkCase,
  readFile: typeof readBeside = readBeside,
): Promise<TalkCase['expected']> {
  const run = operations[operation]
  if (run === undefined) throw new Error(`no such operation: ${operation}`)
  const result = await run(input, readFile)
  return result.ok
    ? { value: JSON.parse(JSON.stringify(result.value)) as unknown }
    : { refused: result.error.code }
}
