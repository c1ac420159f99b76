import { wordlist } from '@scure/bip39/wordlists/english.js'
import {
  base64urlToBytes,
  bytesToHex,
  checkEpoch,
  checkEvidence,
  checkPassphrase,
  commitToEpochKey,
  compareText,
  comparisonCode,
  comparisonWords,
  createAccessKey,
  createDevice,
  createSigningKey,
  type DeviceId,
  decode,
  digestInstrument,
  digestPack,
  digestQuestion,
  digestReading,
  digestSigning,
  type EpochBefore,
  hash,
  hashLeaf,
  hexToBytes,
  type InvitationSide,
  isEnrollable,
  leafToBytes,
  logIdOf,
  openCheckpoint,
  openEntry,
  openEnvelope,
  openKeysEnvelope,
  openNote,
  openPreviousEpoch,
  openSealed,
  openWithPassphrase,
  phraseToSecret,
  type Result,
  refuse,
  Secret,
  type StewardSets,
  type StewardSlot,
  sha256,
  succeed,
  type Tag,
  textToVerifier,
  treeRoot,
  utf8,
  type Value,
  verifyAdherence,
  verifyBytes,
  verifyConsistency,
  verifyInclusion,
  verifyKeysAuthor,
  verifyRequest,
} from '../src/index.ts'

/** What a case in `vectors/` holds; `vectors/README.md` says what each operation takes and gives. */
export interface VectorCase {
  readonly name: string
  readonly rule: string
  readonly operation: string
  readonly input: Input
  readonly expected: { readonly value: unknown } | { readonly refused: string }
}

export interface VectorFile {
  readonly about: string
  readonly cases: readonly VectorCase[]
}

type Input = Readonly<Record<string, unknown>>

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const digests: Readonly<Record<string, (process: string, content: Value) => Uint8Array>> = {
  question: digestQuestion,
  'second-reading': digestReading,
  instrument: digestInstrument,
  signing: digestSigning,
}

const bytes = (hex: unknown): Uint8Array => must(hexToBytes(String(hex)))
const list = (hexes: unknown): readonly Uint8Array[] => (hexes as readonly string[]).map(bytes)
const secret = (hex: unknown): Secret => new Secret(bytes(hex))
const map = <T, U>(result: Result<T>, to: (value: T) => U): Result<U> =>
  result.ok ? succeed(to(result.value)) : result

/** A value of ours in JSON: bytes become `{ "bytes": hex }`. */
export const toJson = (value: Value): unknown => {
  if (value instanceof Uint8Array) return { bytes: bytesToHex(value) }
  if (Array.isArray(value)) return (value as readonly Value[]).map(toJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value as { [key: string]: Value }).map(([key, item]) => [key, toJson(item)]),
  )
}

const placeOf = (input: Input) => ({ logId: String(input['logId']), epoch: Number(input['epoch']) })

const sideOf = async (input: unknown): Promise<InvitationSide> => {
  const { seed, nonce } = input as Input
  return { keys: (await createDevice(secret(seed))).publicKeys, nonce: secret(nonce) }
}

const reveal = (given: Secret | undefined): string | null =>
  given === undefined ? null : bytesToHex(given.reveal())

/** What a member holds of the epoch before: all but its number and stewards may be unknown. */
const epochBefore = (input: Input): EpochBefore => {
  const { key, envelope, stewards, stewardKeys } = input
  const slots = stewardKeys as Readonly<Record<StewardSlot, string>> | undefined
  return {
    epoch: Number(input['epoch']),
    stewards: stewards as StewardSets,
    ...(key === undefined ? {} : { key: secret(key) }),
    ...(envelope === undefined ? {} : { envelope: bytes(envelope) }),
    ...(slots === undefined
      ? {}
      : { stewardKeys: { mediators: bytes(slots.mediators), party: bytes(slots.party) } }),
  }
}

/** Each operation of the vectors, on this implementation. */
export const operations: Readonly<Record<string, (input: Input) => Promise<Result<unknown>>>> = {
  decode: async input => map(decode(bytes(input['bytes'])), toJson),

  hash: async input => succeed(bytesToHex(hash(input['tag'] as Tag, ...list(input['parts'])))),

  leaf: async input => {
    const leaf = { time: Number(input['time']), envelopeHash: sha256(bytes(input['envelope'])) }
    return succeed({ data: bytesToHex(leafToBytes(leaf)), hash: bytesToHex(hashLeaf(leaf)) })
  },

  treeRoot: async input => succeed(bytesToHex(treeRoot(list(input['leafHashes'])))),

  verifyInclusion: async input =>
    verifyInclusion({
      leaf: bytes(input['leafHash']),
      index: Number(input['index']),
      size: Number(input['size']),
      root: bytes(input['root']),
      proof: list(input['proof']),
    }),

  verifyConsistency: async input =>
    verifyConsistency({
      size1: Number(input['size1']),
      root1: bytes(input['root1']),
      size2: Number(input['size2']),
      root2: bytes(input['root2']),
      proof: list(input['proof']),
    }),

  openNote: async input => {
    const verifiers = (input['verifiers'] as readonly string[]).map(text => must(textToVerifier(text)))
    return map(await openNote(String(input['note']), verifiers), ({ text }) => text)
  },

  openCheckpoint: async input => {
    const relay = must(textToVerifier(String(input['relay'])))
    const opened = await openCheckpoint(String(input['note']), { origin: String(input['origin']), relay })
    return map(opened, ({ size, root }) => ({ size, root: bytesToHex(root) }))
  },

  checkEvidence: async input => {
    const relay = must(textToVerifier(String(input['relay'])))
    const originOf = (logId: string): string => `${relay.name}/${logId}`
    return map(
      await checkEvidence(String(input['text']), { originOf, relay }),
      ({ signed, index, time }) => ({
        author: signed.entry.author,
        act: toJson(signed.entry.act),
        index,
        time,
      }),
    )
  },

  verifySignature: async input => {
    const publicKey = bytes(input['publicKey'])
    if (!isEnrollable(publicKey)) return refuse('key/not-enrollable')
    const holds = await verifyBytes(publicKey, bytes(input['message']), bytes(input['signature']))
    return succeed(holds ? 'valid' : 'invalid')
  },

  createSigningKey: async input => {
    const { publicKey, sign } = await createSigningKey(bytes(input['seed']))
    const message = bytes(input['message'])
    // An engine may sign with randomness of its own: what is checked is that the signature holds.
    const holds = await verifyBytes(publicKey, message, await sign(message))
    return succeed({ publicKey: bytesToHex(publicKey), own: holds ? 'valid' : 'invalid' })
  },

  createDevice: async input => {
    const { id, publicKeys } = await createDevice(secret(input['seed']))
    return succeed({ id, sign: bytesToHex(publicKeys.sign), wrapSha256: bytesToHex(sha256(publicKeys.wrap)) })
  },

  readPhrase: async input => map(phraseToSecret(String(input['phrase'])), seed => bytesToHex(seed.reveal())),

  deriveEpoch: async input => {
    const epochKey = secret(input['epochKey'])
    const { publicKey } = await createAccessKey(epochKey)
    const logId = logIdOf(publicKey)
    const commitment = bytesToHex(commitToEpochKey(logId, Number(input['epoch']), epochKey))
    return succeed({ accessKey: bytesToHex(publicKey), logId, commitment })
  },

  verifyRequest: async input => {
    const request = {
      method: String(input['method']),
      path: String(input['path']),
      body: bytes(input['body']),
    }
    return map(
      await verifyRequest(String(input['header']), request, Number(input['now'])),
      ({ key, steward }) =>
        steward === undefined
          ? { key: bytesToHex(key) }
          : { key: bytesToHex(key), steward: bytesToHex(steward) },
    )
  },

  openWithPassphrase: async input => {
    const { passphrase, purpose } = input as { readonly passphrase: string; readonly purpose: string }
    return map(await openWithPassphrase({ passphrase, purpose, blob: bytes(input['blob']) }), bytesToHex)
  },

  checkPassphrase: async input => checkPassphrase(String(input['passphrase'])),

  compareText: async input => {
    const comparison = await compareText(String(input['name']), list(input['parts']))
    return succeed({ digits: comparison.digits, words: comparisonWords(comparison, wordlist).join(' ') })
  },

  digest: async input => {
    const process = String(input['process'])
    const of = digests[String(input['of'])]
    if (of !== undefined) return succeed(bytesToHex(of(process, input['content'] as Value)))
    return succeed(bytesToHex(digestPack(process, bytes(input['manifest']))))
  },

  verifyAdherence: async input => {
    const adhering = {
      process: String(input['process']),
      digest: bytes(input['digest']),
      party: String(input['party']),
    }
    const isGiven = await verifyAdherence(bytes(input['key']), adhering, bytes(input['adherence']))
    return succeed(isGiven ? 'valid' : 'invalid')
  },

  compareInvitation: async input => {
    const [inviter, invitee] = [await sideOf(input['inviter']), await sideOf(input['invitee'])]
    return succeed(comparisonCode(secret(input['secret']), inviter, invitee))
  },

  openEnvelope: async input => {
    const sealed = {
      ...placeOf(input),
      epochKey: secret(input['epochKey']),
      envelope: bytes(input['envelope']),
    }
    return map(await openEnvelope(sealed), bytesToHex)
  },

  openKeysEnvelope: async input => {
    const device = await createDevice(secret(input['seed']))
    const opened = await openKeysEnvelope({ ...placeOf(input), envelope: bytes(input['envelope']), device })
    if (!opened.ok) return opened
    const author = await createDevice(secret(input['authorSeed']))
    const verified = await verifyKeysAuthor(
      opened.value,
      author.publicKeys,
      input['roster'] as readonly string[],
    )
    if (!verified.ok) return verified
    const { epochKey, author: madeBy, steward } = opened.value
    return succeed({
      epochKey: bytesToHex(epochKey.reveal()),
      author: madeBy,
      ...(steward === undefined ? {} : { steward: bytesToHex(steward.reveal()) }),
    })
  },

  checkEpoch: async input => {
    const device = await createDevice(secret(input['seed']))
    const place = { ...placeOf(input), envelope: bytes(input['envelope']) }
    const opened = await openKeysEnvelope({ ...place, device })
    if (!opened.ok) return opened
    const { epochKey, author, previous, steward, stewards } = opened.value
    const checked = await checkEpoch(opened.value, {
      author: (await createDevice(secret(input['authorSeed']))).publicKeys,
      roster: input['roster'] as readonly string[],
      ...(input['wraps'] === undefined ? {} : { wraps: (input['wraps'] as readonly Value[]).map(bytes) }),
      stewards: input['stewards'] as StewardSets,
      isHistoryOpen: input['isHistoryOpen'] === true,
      self: device.id,
      ...(input['before'] === undefined ? {} : { before: epochBefore(input['before'] as Input) }),
    })
    return map(checked, () => ({
      epochKey: reveal(epochKey),
      author,
      previous: previous.kind === 'key' ? { epoch: previous.epoch, key: reveal(previous.key) } : null,
      stewards:
        stewards === undefined
          ? { both: reveal(steward) }
          : { mediators: reveal(stewards.mediators), party: reveal(stewards.party) },
    }))
  },

  openPreviousEpoch: async input => {
    const sealed = {
      ...placeOf(input),
      epochKey: secret(input['epochKey']),
      envelope: bytes(input['envelope']),
    }
    return map(await openPreviousEpoch(sealed), key => bytesToHex(key.reveal()))
  },

  openEntry: async input => {
    const roster = input['roster'] as Readonly<Record<string, string>>
    const keyOf = (author: DeviceId): Uint8Array | undefined =>
      Object.hasOwn(roster, author) ? bytes(roster[author]) : undefined
    return map(await openEntry(bytes(input['entry']), placeOf(input), keyOf), ({ entry, hash }) => ({
      id: bytesToHex(must(base64urlToBytes(entry.id))),
      author: entry.author,
      head: { size: entry.head.size, root: bytesToHex(entry.head.root) },
      time: entry.time,
      act: toJson(entry.act),
      hash: bytesToHex(hash),
    }))
  },

  openSealed: async input => {
    const device = await createDevice(secret(input['seed']))
    const context = input['context'] as Value
    return map(
      await openSealed({ device, context, bytes: bytes(input['message']) }),
      ({ senderId, plaintext }) => ({
        sender: senderId,
        plaintext: bytesToHex(plaintext),
      }),
    )
  },
}

/** What this implementation makes of a case, in the form of its `expected`. */
export const runCase = async ({ operation, input }: VectorCase): Promise<VectorCase['expected']> => {
  const run = operations[operation]
  if (run === undefined) throw new Error(`no operation ${operation}`)
  const result = await run(input)
  return result.ok ? { value: result.value } : { refused: result.error.code }
}

export const textToHex = (text: string): string => bytesToHex(utf8(text))
