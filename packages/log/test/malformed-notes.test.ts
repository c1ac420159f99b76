/** What readers of notes, proofs, trees, keys and sealed messages say of what is none, and what makers of them will not make. */
import { describe, expect, test } from 'vitest'
import { seal, sealedToValue } from '../src/content.ts'
import { hash as hashTagged } from '../src/hash.ts'
import {
  addNoteSignature,
  bytesToBase64,
  bytesToFrontier,
  bytesToHex,
  checkKeysEnvelope,
  concat,
  createEpochKey,
  createNoteSigner,
  decode,
  deviceKeysToValue,
  encode,
  enrolDevice,
  makeKeysEnvelope,
  noteLengthMax,
  noteSignaturesMax,
  openNote,
  openSealed,
  openWithPassphrase,
  peekEnvelope,
  phraseToSecret,
  type Result,
  randomBytes,
  sealTo,
  secretToPhrase,
  sha256,
  signNote,
  textToProof,
  textToSecret,
  textToVerifier,
  utf8,
  type Value,
  verifierToText,
  verifyConsistency,
  verifyInclusion,
} from '../src/index.ts'
import { authorPurpose } from '../src/keys-binding.ts'
import { checkCommitted, openPreviousEpoch } from '../src/keys-envelope.ts'
import { isNoteName } from '../src/note.ts'
import { pad, paddedLength } from '../src/padding.ts'
import { tags } from '../src/tags.ts'
import { wrap } from '../src/wrap.ts'
import { deviceOf, secretOf } from './people.ts'

const rubbish = Uint8Array.of(0x9f)
const another = encode(['another thing', 7])
const codeOf = (result: Result<unknown>) => (result.ok ? 'accepted' : result.error.code)
const dash = '\u2014'
const hash = sha256(utf8('a leaf'))

const signer = (kind?: 'cosignature') => createNoteSigner('relay.example', sha256(utf8('relay')), kind)

const withId = (of: string, bytes: Uint8Array, idOver = bytes) => {
  const digest = sha256(concat(utf8(of), Uint8Array.of(0x0a), idOver)).subarray(0, 4)
  return `${of}+${bytesToHex(digest)}+${bytesToBase64(bytes)}`
}

describe('signed notes', () => {
  test('LOG-10 a name is a word: not empty, and without what parts words or lines', async () => {
    expect(isNoteName('relay.example/log')).toBe(true)
    for (const name of ['', 'a b', 'a+b', 'a\tb', 'a\u0085b', 'a\u0001b', 'a\ud800b', 'a\u2003b']) {
      expect([name, isNoteName(name)]).toEqual([name, false])
      await expect(createNoteSigner(name, hash)).rejects.toThrow('a key name has neither')
    }
  })

  test('LOG-10 nothing is signed but the text of a note', async () => {
    const key = await signer()
    for (const text of ['words', '', 'a\u0001b\n', 'a\ud800b\n', 'a\r\n'])
      await expect(signNote(text, key)).rejects.toThrow('not the text of a note')
    await expect(addNoteSignature('words\n', key)).rejects.toThrow('not a note')
  })

  test('LOG-11 a verifier key is a name, its id, and a key of a kind that is known', async () => {
    const text = verifierToText(await signer())
    const [name = '', id = '', ...rest] = text.split('+')
    // Base64 has pluses too.
    const material = rest.join('+')
    expect(codeOf(textToVerifier(text))).toBe('accepted')
    const withMaterial = (bytes: Uint8Array) => `${name}+${id}+${bytesToBase64(bytes)}`
    const others = [
      `+${id}+${material}`,
      `a b+${id}+${material}`,
      `${name}+${id}`,
      `${name}+${id}+!`,
      `${name}+xyz+${material}`,
      `${name}+00000000+${material}`,
      withMaterial(concat(Uint8Array.of(9), hash)),
      withMaterial(concat(Uint8Array.of(1), hash.subarray(1))),
    ]
    for (const other of others)
      expect([other, codeOf(textToVerifier(other))]).toEqual([other, 'note/verifier'])
    // With the id that follows from it, so that nothing else is amiss.
    const good = concat(Uint8Array.of(1), hash)
    expect(codeOf(textToVerifier(withId(name, good)))).toBe('accepted')
    const amiss = [
      withId('', good),
      withId('a b', good),
      withId(name, concat(Uint8Array.of(1), hash.subarray(1))),
      withId(name, concat(good, hash)),
      withId(name, concat(Uint8Array.of(9), hash), concat(Uint8Array.of(4), hash)),
    ]
    for (const each of amiss) expect([each, codeOf(textToVerifier(each))]).toEqual([each, 'note/verifier'])
  })

  test('LOG-10 a note that is longer, has more signatures, or none of its form, is malformed', async () => {
    const key = await signer()
    const note = await signNote('words\n', key)
    const line = note.split('\n').at(-2) ?? ''
    const many = (count: number) => `words\n\n${`${line}\n`.repeat(count)}`
    expect(codeOf(await openNote(many(noteSignaturesMax), [key]))).toBe('accepted')
    const others = [
      many(noteSignaturesMax + 1),
      `${'a'.repeat(noteLengthMax)}\n\n${line}\n`,
      'words\n',
      `wo\u0001rds\n\n${line}\n`,
      `words\n\n${line}`,
      many(2).slice(0, -1),
      `words\n\n${line} more\n`,
      `words\n\n${dash} a+b ${line.split(' ')[2] ?? ''}\n`,
    ]
    for (const other of others) expect(codeOf(await openNote(other, [key]))).toBe('note/malformed')
  })

  test('LOG-13 a cosignature has eight bytes of time before its signature, of a time that can be counted', async () => {
    const key = await signer('cosignature')
    const note = await signNote('words\n', key, 5)
    expect(codeOf(await openNote(note, [key]))).toBe('accepted')
    const [, , encoded = ''] = (note.split('\n').at(-2) ?? '').split(' ')
    const bytes = new Uint8Array(Buffer.from(encoded, 'base64'))
    const withBytes = (changed: Uint8Array) => `words\n\n${dash} ${key.name} ${bytesToBase64(changed)}\n`
    for (const changed of [
      bytes.subarray(0, -1),
      concat(bytes, Uint8Array.of(0)),
      bytes.subarray(0, 9),
      bytes.with(4, 0xff),
    ])
      expect(codeOf(await openNote(withBytes(changed), [key]))).toBe('note/signature')
    // Signed as it is said: a time past all counting is refused though the signature holds.
    const late = Number.MAX_SAFE_INTEGER + 1
    expect(codeOf(await openNote(await signNote('words\n', key, late), [key]))).toBe('note/signature')
  })
})

describe('proofs and trees', () => {
  const first = 'c2sp.org/tlog-proof@v1'
  test('LOG-21 what is no proof', () => {
    expect(codeOf(textToProof(`${first}\nindex 0\n\nhead\n`))).toBe('accepted')
    const others = [
      `${first}\nindex 0\n`,
      `${first}\nindex 0\nno base64!\n\nhead\n`,
      `${first}\nindex 0\n${bytesToBase64(hash.subarray(1))}\n\nhead\n`,
      `${first}\nindex 0\n\n${'a'.repeat(noteLengthMax + 1)}`,
    ]
    for (const other of others) expect(codeOf(textToProof(other))).toBe('proof/malformed')
  })

  test('LOG-3 what is no frontier', () => {
    expect(codeOf(bytesToFrontier(rubbish))).toBe('encoding/indefinite')
    for (const value of ['a', [1], ['1', hash], [1, 'hash'], [-1, hash]] as readonly Value[])
      expect(codeOf(bytesToFrontier(encode(value)))).toBe('encoding/shape')
  })

  test('LOG-4 LOG-5 hashes of other lengths prove nothing, nor do sizes that are no numbers', () => {
    const claim = { leaf: hash, index: 0, size: 2, root: hash, proof: [hash] }
    expect(codeOf(verifyInclusion(claim))).toBe('merkle/root')
    for (const short of [{ leaf: hash.subarray(1) }, { proof: [hash.subarray(1)] }, { proof: [] }])
      expect(codeOf(verifyInclusion({ ...claim, ...short }))).toBe('merkle/proof')
    for (const place of [{ index: 0.5 }, { size: 2.5 }, { size: 2 ** 60 }, { index: -1 }])
      expect(codeOf(verifyInclusion({ ...claim, ...place }))).toBe('merkle/range')
    const grown = { size1: 1, root1: hash, size2: 2, root2: hash, proof: [hash] }
    expect(codeOf(verifyConsistency(grown))).toBe('merkle/root')
    for (const proof of [[hash.subarray(1)], [], [hash, hash]])
      expect(codeOf(verifyConsistency({ ...grown, proof }))).toBe('merkle/proof')
  })
})

describe('sealed messages', () => {
  const context = ['mailbox', 'welcome']
  const binding = { tag: tags.sealed, context: encode([1, 'key', context]) }
  const purpose = { tag: tags.sealed, context: encode([1, 'body', context]) }
  /** With a body that is not what `sealTo` writes. */
  const sealedWith = async (padded: Uint8Array): Promise<Uint8Array> => {
    const { publicKeys } = await deviceOf('boris')
    const key = randomBytes(32)
    const { encapsulation, ciphertext } = await wrap(publicKeys.wrap, key, binding)
    const sealed = await seal(key, padded, purpose)
    return encode([1, [[encapsulation, ciphertext]], sealedToValue(sealed)])
  }
  const opened = async (bytes: Uint8Array) =>
    codeOf(await openSealed({ device: await deviceOf('boris'), context, bytes }))

  test('ENV-40 what is none, without and within', async () => {
    const { publicKeys } = await deviceOf('anna')
    const keys = deviceKeysToValue(publicKeys)
    const body: readonly Value[] = [keys, ['somebody'], another, new Uint8Array(64)]
    expect(await opened(rubbish)).toBe('encoding/indefinite')
    expect(await opened(another)).toBe('encoding/shape')
    expect(await opened(await sealedWith(pad(rubbish)))).toBe('encoding/indefinite')
    expect(await opened(await sealedWith(another))).toBe('envelope/padding')
    for (const at of [1, 2, 3])
      expect(await opened(await sealedWith(pad(encode(body.with(at, null)))))).toBe('encoding/shape')
    expect(await opened(await sealedWith(pad(encode(body.with(0, null)))))).toBe('encoding/shape')
    expect(await opened(await sealedWith(pad(encode(body))))).toBe('sealed/not-a-recipient')
  })

  test('ENV-40 whose bytes were changed is no other', async () => {
    const [sender, boris] = [await deviceOf('anna'), await deviceOf('boris')]
    const bytes = await sealTo({ sender, recipients: [boris.publicKeys], context, plaintext: utf8('x') })
    expect(await opened(bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1))).toBe('envelope/undecryptable')
  })

  test('ENV-40 for nobody, or for more than can be, is not made', async () => {
    const sender = await deviceOf('anna')
    const crowd = Array.from({ length: 513 }, () => sender.publicKeys)
    for (const recipients of [[], crowd])
      await expect(sealTo({ sender, recipients, context, plaintext: utf8('x') })).rejects.toThrow(
        '1 to 512 recipients',
      )
  })
})

describe('keys', () => {
  test('ENV-24 whose author is not said as it must be, and those of another place', async () => {
    const author = await deviceOf('anna')
    const [logId, epoch, epochKey] = ['log', 1, createEpochKey()]
    const roster = [{ ...author.publicKeys, isSteward: true }]
    const envelope = await makeKeysEnvelope({ logId, epoch, epochKey, author, roster })
    const read = decode(envelope)
    if (!read.ok) throw new Error(read.error.code)
    const [, , , open] = read.value as readonly [number, string, number, Uint8Array]
    const purpose = authorPurpose(hashTagged(tags.keysPublic, open))
    const withAuthor = async (part: Uint8Array) =>
      encode([1, 'k', epoch, open, sealedToValue(await seal(epochKey.reveal(), part, purpose))])
    const checked = async (bytes: Uint8Array) =>
      codeOf(await checkKeysEnvelope({ logId, epoch, epochKey, envelope: bytes }))
    expect(await checked(envelope)).toBe('accepted')
    expect(await checked(await withAuthor(encode([author.id, new Uint8Array(64)])))).toBe('accepted')
    expect(await checked(await withAuthor(rubbish))).toBe('encoding/indefinite')
    expect(await checked(await withAuthor(encode([author.id, hash])))).toBe('encoding/shape')
    const elsewhere = { logId: 'another', epoch, envelope }
    expect(codeOf(checkCommitted({ ...elsewhere, key: epochKey }))).toBe('envelope/log')
    expect(codeOf(await openPreviousEpoch({ ...elsewhere, epochKey }))).toBe('envelope/log')
  })

  test('ENV-25 an envelope for nobody, or for more than can be, is not made', async () => {
    const author = await deviceOf('anna')
    const one = { ...author.publicKeys, isSteward: true }
    const place = { logId: 'log', epoch: 1, epochKey: createEpochKey(), author }
    for (const roster of [[], Array.from({ length: 513 }, () => one)])
      await expect(makeKeysEnvelope({ ...place, roster })).rejects.toThrow('a roster of 1 to 512')
  })

  test('ENV-20 an open part that is none', async () => {
    const sealed = await seal(secretOf('x').reveal(), another, { tag: tags.sealed, context: another })
    const envelopeWith = (part: Uint8Array) => encode([1, 'k', 1, part, sealedToValue(sealed)])
    expect(codeOf(peekEnvelope(envelopeWith(rubbish)))).toBe('encoding/indefinite')
    expect(codeOf(peekEnvelope(envelopeWith(another)))).toBe('encoding/shape')
  })

  test('KEY-5 a key to wrap for has its length', async () => {
    const { sign, wrap: key } = (await deviceOf('anna')).publicKeys
    expect(codeOf(enrolDevice({ sign, wrap: key }))).toBe('accepted')
    // The last 32 bytes are X25519's: one more of them is another key, as good as any by itself.
    for (const other of [concat(key, Uint8Array.of(7)), key.subarray(0, -1)])
      expect(codeOf(enrolDevice({ sign, wrap: other }))).toBe('key/not-enrollable')
  })

  test('KEY-1 a text that is no secret', () => {
    for (const text of ['', 'AAAA', '!'.repeat(43)]) expect(codeOf(textToSecret(text))).toBe('key/length')
  })

  test('KEY-7 a phrase is no longer than words and spaces can make it', () => {
    const phrase = secretToPhrase(secretOf('phrase'))
    expect(codeOf(phraseToSecret(`${phrase}${' '.repeat(1024 - phrase.length)}`))).toBe('accepted')
    expect(codeOf(phraseToSecret(`${phrase}${' '.repeat(1025 - phrase.length)}`))).toBe('phrase/length')
  })

  test('KEY-9 a blob that is none', async () => {
    for (const [blob, code] of [
      [rubbish, 'encoding/indefinite'],
      [another, 'encoding/shape'],
    ] as const)
      expect(codeOf(await openWithPassphrase({ passphrase: 'p', purpose: 'q', blob }))).toBe(code)
  })
})

test('ENV-3 what fits with its mark is padded no further', () => {
  expect([0, 511, 512, 1023, 16_383, 16_384, 18_431, 18_432].map(paddedLength)).toEqual([
    512, 512, 1024, 1024, 16_384, 18_432, 18_432, 20_480,
  ])
})
