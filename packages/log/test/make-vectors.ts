/**
 * Writes the files of `vectors/` that are named: `node packages/log/test/make-vectors.ts ed25519`. Sealing is randomised, so that a
 * new run makes other bytes in the files of envelopes; write one only where its format has changed, and say so in the commit.
 */
import { writeFileSync } from 'node:fs'
import {
  bytesToHex,
  consistencyProof,
  createAccessKey,
  createDevice,
  createNoteSigner,
  createStewardKey,
  decode,
  deviceIdOf,
  digestInstrument,
  digestSigning,
  type Entry,
  type EntryId,
  type EpochKey,
  emptyRoot,
  encode,
  envelopeLeaf,
  evidenceToText,
  hashLeaf,
  inclusionProof,
  leafHash,
  makeKeysEnvelope,
  nodesOf,
  proofToText,
  revealContentKey,
  Secret,
  sealEnvelope,
  sealTo,
  sealWithPassphrase,
  secretToPhrase,
  sha256,
  signAdherence,
  signCheckpoint,
  signEntry,
  signNote,
  signRequest,
  tags,
  textToProof,
  treeRoot,
  utf8,
  type Value,
  verifierToText,
} from '../src/index.ts'
import { makeEd25519Cases } from './ed25519-cases.ts'
import { makeEpochCases } from './epoch-cases.ts'
import { runCase, textToHex, type VectorCase } from './vector-operations.ts'

type Input = Readonly<Record<string, unknown>>

const hex = bytesToHex
const secretOf = (name: string): Secret => new Secret(sha256(utf8(name)))
const seedOf = (name: string): string => hex(secretOf(name).reveal())
const time = 1_790_000_000_000

const listOf = (bytes: Uint8Array): readonly Value[] => {
  const decoded = decode(bytes)
  return decoded.ok && Array.isArray(decoded.value) ? (decoded.value as readonly Value[]) : []
}

const flipped = (bytes: Uint8Array): Uint8Array => bytes.with(0, (bytes[0] as number) ^ 1)

const recordWith = (text: string): string => `a1 ${(0x60 + text.length).toString(16)} ${textToHex(text)} f6`

/** The expectation for a refusal is written by hand; for an acceptance it is what comes out, checked by the reader. */
const accepted = async (rule: string, operation: string, name: string, input: Input): Promise<VectorCase> => {
  const vector = { name, rule, operation, input, expected: { refused: '' } }
  const expected = await runCase(vector)
  if ('refused' in expected) throw new Error(`${name}: ${expected.refused}`)
  return { ...vector, expected }
}

const refused = async (
  rule: string,
  operation: string,
  name: string,
  input: Input,
  code: string,
): Promise<VectorCase> => ({
  name,
  rule,
  operation,
  input,
  expected: { refused: code },
})

const asked: ReadonlySet<string> = new Set(process.argv.slice(2))

const write = async (file: string, about: string, cases: readonly Promise<VectorCase>[]): Promise<void> => {
  if (!asked.has(file)) return
  const text = JSON.stringify({ about, cases: await Promise.all(cases) }, undefined, 2)
  writeFileSync(new URL(`../../../vectors/${file}.json`, import.meta.url), `${text}\n`)
}

const readsBack = (name: string, value: Value) =>
  accepted('ENC-1', 'decode', name, { bytes: hex(encode(value)) })
const refusesCbor = (name: string, bytes: string, code: string) =>
  refused('ENC-6', 'decode', name, { bytes: bytes.replaceAll(' ', '') }, `encoding/${code}`)

const writeEncoding = (): Promise<void> => {
  return write('encoding', 'Deterministic CBOR: what is read, and what is refused as what.', [
    readsBack('zero', 0),
    readsBack('the largest integer', Number.MAX_SAFE_INTEGER),
    readsBack('the least integer', Number.MIN_SAFE_INTEGER),
    readsBack('null, false and true', [null, false, true]),
    readsBack('text beyond the basic plane', '\u{1f54a} \u00fc \u6c34'),
    readsBack('bytes', Uint8Array.of(0, 1, 255)),
    readsBack('an empty list and an empty record', [[], {}]),
    readsBack('keys in order of length, then of bytes', { b: 0, a: 1, aa: 2, '\u00fc': 3, '': 4 }),
    readsBack(
      'sixteen lists inside one another',
      Array.from({ length: 16 }).reduce<Value>(inner => [inner], null),
    ),
    refusesCbor('seventeen lists inside one another', `${'81'.repeat(17)} f6`, 'too-deep'),
    refusesCbor('nothing', '', 'malformed'),
    refusesCbor('a head that is cut short', '19 01', 'malformed'),
    refusesCbor('text that is cut short', '62 61', 'malformed'),
    refusesCbor('a list that is cut short', '82 00', 'malformed'),
    refusesCbor('a record without its last value', 'a1 61 61', 'malformed'),
    refusesCbor('a byte after the value', '00 00', 'malformed'),
    refusesCbor('a reserved head', '1c', 'malformed'),
    refusesCbor('text that is not UTF-8', '62 c328', 'malformed'),
    refusesCbor('UTF-8 that is longer than needed', '62 c080', 'malformed'),
    refusesCbor('UTF-8 of a surrogate', '63 eda080', 'malformed'),
    refusesCbor('a list longer than the input', '9a ffffffff', 'malformed'),
    refusesCbor('23 in two bytes', '18 17', 'not-canonical'),
    refusesCbor('255 in three bytes', '19 00ff', 'not-canonical'),
    refusesCbor('65,535 in five bytes', '1a 0000ffff', 'not-canonical'),
    refusesCbor('2^32 - 1 in nine bytes', '1b 00000000ffffffff', 'not-canonical'),
    refusesCbor('a length in two bytes that fits one', '58 01 00', 'not-canonical'),
    refusesCbor('keys out of order', 'a2 61 62 00 61 61 00', 'not-canonical'),
    refusesCbor('a longer key before a shorter', 'a2 62 6161 00 61 62 00', 'not-canonical'),
    refusesCbor('a key twice', 'a2 61 61 00 61 61 00', 'duplicate-key'),
    refusesCbor('a key that is a number', 'a1 00 00', 'key-type'),
    refusesCbor('a key that is bytes', 'a1 41 61 00', 'key-type'),
    refusesCbor('the key __proto__', recordWith('__proto__'), 'forbidden-key'),
    refusesCbor('the key constructor', recordWith('constructor'), 'forbidden-key'),
    refusesCbor('the key prototype', recordWith('prototype'), 'forbidden-key'),
    refusesCbor('2^53', '1b 0020000000000000', 'integer-range'),
    refusesCbor('-2^53', '3b 001fffffffffffff', 'integer-range'),
    refusesCbor('a half-precision float', 'f9 3c00', 'float'),
    refusesCbor('a single-precision float', 'fa 47c35000', 'float'),
    refusesCbor('a double-precision float', 'fb 3ff199999999999a', 'float'),
    refusesCbor('a tag', 'c0 60', 'tag'),
    refusesCbor('undefined', 'f7', 'simple-value'),
    refusesCbor('a simple value', 'e0', 'simple-value'),
    refusesCbor('bytes of indefinite length', '5f 41 00 ff', 'indefinite'),
    refusesCbor('text of indefinite length', '7f 61 61 ff', 'indefinite'),
    refusesCbor('a list of indefinite length', '9f ff', 'indefinite'),
    refusesCbor('a record of indefinite length', 'bf ff', 'indefinite'),
    refusesCbor('a break alone', 'ff', 'indefinite'),
  ])
}

const writeTree = (): Promise<void> => {
  const leaves = Array.from({ length: 11 }, (_, i) => leafHash(utf8(`leaf ${i}`)))
  const hashes = leaves.map(hex)
  const inclusion = {
    leafHash: hashes[6],
    index: 6,
    size: 11,
    root: hex(treeRoot(leaves)),
    proof: (inclusionProof(6, 11, nodesOf(leaves)) ?? []).map(hex),
  }
  const consistency = {
    size1: 6,
    root1: hex(treeRoot(leaves.slice(0, 6))),
    size2: 11,
    root2: inclusion.root,
    proof: (consistencyProof(6, 11, nodesOf(leaves)) ?? []).map(hex),
  }
  const root = (count: number) =>
    accepted('LOG-2', 'treeRoot', `the root over ${count} leaves`, { leafHashes: hashes.slice(0, count) })
  const badInclusion = (name: string, change: Input, code: string) =>
    refused(
      'LOG-4',
      'verifyInclusion',
      `inclusion with ${name}`,
      { ...inclusion, ...change },
      `merkle/${code}`,
    )
  const badConsistency = (name: string, change: Input, code: string) =>
    refused(
      'LOG-5',
      'verifyConsistency',
      `consistency with ${name}`,
      { ...consistency, ...change },
      `merkle/${code}`,
    )
  return write('tree', 'Leaves, roots, inclusion and consistency (RFC 9162).', [
    accepted('LOG-1', 'leaf', 'the leaf of an envelope', { time, envelope: textToHex('an envelope') }),
    ...[0, 1, 2, 3, 4, 7, 8, 11].map(root),
    accepted('LOG-4', 'verifyInclusion', 'inclusion of leaf 6 of 11', inclusion),
    accepted('LOG-4', 'verifyInclusion', 'inclusion of the only leaf', {
      leafHash: hashes[0],
      index: 0,
      size: 1,
      root: hashes[0],
      proof: [],
    }),
    badInclusion('another index', { index: 7 }, 'root'),
    badInclusion('an index outside the tree', { index: 11 }, 'range'),
    badInclusion('a size that needs another path', { size: 8 }, 'proof'),
    badInclusion('a hash too few', { proof: inclusion.proof.slice(1) }, 'proof'),
    badInclusion('a hash too many', { proof: [...inclusion.proof, hashes[0]] }, 'proof'),
    badInclusion('two hashes exchanged', { proof: inclusion.proof.toReversed() }, 'root'),
    badInclusion('another leaf', { leafHash: hashes[5] }, 'root'),
    badInclusion('another root', { root: consistency.root1 }, 'root'),
    accepted('LOG-5', 'verifyConsistency', 'consistency of 6 with 11', consistency),
    accepted('LOG-5', 'verifyConsistency', 'consistency of a tree with itself', {
      ...consistency,
      size1: 11,
      root1: inclusion.root,
      proof: [],
    }),
    badConsistency('another old root', { root1: inclusion.root }, 'root'),
    badConsistency('another new root', { root2: consistency.root1 }, 'root'),
    badConsistency('a log that shrinks', { size1: 12 }, 'range'),
    badConsistency('a hash too few', { proof: consistency.proof.slice(1) }, 'proof'),
    badConsistency('an empty old tree', { size1: 0, root1: hex(emptyRoot), proof: [] }, 'range'),
    badConsistency('a hash too many', { proof: [...consistency.proof, hashes[0]] }, 'proof'),
  ])
}

const writeNotes = async (): Promise<void> => {
  const relay = await createNoteSigner('relay.example', secretOf('relay').reveal())
  const other = await createNoteSigner('other.example', secretOf('other').reveal())
  const verifiers = [verifierToText(relay)]
  const note = await signNote('words\n', relay)
  const origin = 'relay.example/log-a'
  const head = { origin, size: 7, root: leafHash(utf8('x')) }
  const checkpoint = await signCheckpoint(head, relay)
  const checkpointOf = async (text: string) => ({
    note: await signNote(text, relay),
    origin,
    relay: verifiers[0],
  })
  const root = 'bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0='
  await write('notes', 'Signed notes, verifier keys and checkpoints (C2SP signed-note, tlog-checkpoint).', [
    accepted('LOG-10', 'openNote', 'a note', { note, verifiers }),
    accepted('LOG-10', 'openNote', 'a note that an unknown key signed too', {
      note: note + (await signNote('words\n', other)).split('\n\n')[1],
      verifiers,
    }),
    refused(
      'LOG-10',
      'openNote',
      'a note by an unknown key',
      { note, verifiers: [verifierToText(other)] },
      'note/unsigned',
    ),
    refused(
      'LOG-10',
      'openNote',
      'a note with another text',
      { note: note.replace('words', 'swords'), verifiers },
      'note/signature',
    ),
    refused(
      'LOG-10',
      'openNote',
      'a note without its last newline',
      { note: note.slice(0, -1), verifiers },
      'note/malformed',
    ),
    refused(
      'LOG-10',
      'openNote',
      'a note without signatures',
      { note: 'words\n\n', verifiers },
      'note/malformed',
    ),
    refused('LOG-10', 'openNote', 'a note with a tab', { note: `\t${note}`, verifiers }, 'note/malformed'),
    accepted('LOG-12', 'openCheckpoint', 'a checkpoint', { note: checkpoint, origin, relay: verifiers[0] }),
    refused(
      'LOG-12',
      'openCheckpoint',
      'a checkpoint of another log',
      { note: checkpoint, origin: 'relay.example/log-b', relay: verifiers[0] },
      'checkpoint/origin',
    ),
    refused(
      'LOG-12',
      'openCheckpoint',
      'a size with a leading zero',
      await checkpointOf(`${origin}\n07\n${root}\n`),
      'checkpoint/malformed',
    ),
    refused(
      'LOG-12',
      'openCheckpoint',
      'a root of 31 bytes',
      await checkpointOf(`${origin}\n7\n${root.slice(0, 40)}AA==\n`),
      'checkpoint/malformed',
    ),
    refused(
      'LOG-12',
      'openCheckpoint',
      'an extension line',
      await checkpointOf(`${origin}\n7\n${root}\nmore\n`),
      'checkpoint/malformed',
    ),
  ])
}

const writeKeys = async (): Promise<void> => {
  const key = await createAccessKey(secretOf('epoch'))
  const request = { method: 'POST', path: '/logs/log-a?expect=3', body: utf8('envelope') }
  const header = await signRequest(key, request, time)
  const access = {
    header,
    method: request.method,
    path: request.path,
    body: hex(request.body),
    now: time + 1000,
  }
  const steward = await createStewardKey(secretOf('steward'))
  const countersigned = { ...access, header: await signRequest(key, request, time, steward) }
  const other = await signRequest(key, { ...request, method: 'DELETE' }, time, steward)
  const otherCountersignature = other.split(', steward=')[1] ?? ''
  const phrase = secretToPhrase(secretOf('paper'))
  const words = phrase.split(' ')
  const blob = await sealWithPassphrase({
    passphrase: 'a long walk',
    purpose: 'seed of anna',
    plaintext: utf8('seed'),
  })
  const locked = { passphrase: 'a long walk', purpose: 'seed of anna', blob: hex(blob) }
  const blobWith = (field: number, value: Value): Input => ({
    ...locked,
    blob: hex(encode(listOf(blob).with(field, value))),
  })
  const [inviter, invitee] = ['anna', 'boris'].map(name => ({
    seed: seedOf(name),
    nonce: seedOf(`nonce of ${name}`),
  }))
  await write(
    'keys',
    'Tagged hashes, devices, phrases, passphrases, epochs, access signatures, comparison codes.',
    [
      accepted('ENC-10', 'hash', 'a tagged hash of two parts', { tag: tags.act, parts: ['6162', '63'] }),
      accepted('ENC-10', 'hash', 'the same bytes, parted otherwise', {
        tag: tags.act,
        parts: ['61', '6263'],
      }),
      accepted('KEY-2', 'createDevice', 'a device from its seed', { seed: seedOf('anna') }),
      accepted('KEY-7', 'readPhrase', 'a recovery phrase', { phrase }),
      accepted('KEY-7', 'readPhrase', 'a phrase in capitals with wide spaces', {
        phrase: phrase.toUpperCase().replaceAll(' ', '\n  '),
      }),
      refused(
        'KEY-7',
        'readPhrase',
        'a phrase without its last word',
        { phrase: words.slice(0, 23).join(' ') },
        'phrase/length',
      ),
      refused(
        'KEY-7',
        'readPhrase',
        'a phrase with a word of no list',
        { phrase: words.with(3, 'diplomat').join(' ') },
        'phrase/word',
      ),
      refused(
        'KEY-7',
        'readPhrase',
        'a phrase with two words exchanged',
        {
          phrase: words
            .with(0, words[1] ?? '')
            .with(1, words[0] ?? '')
            .join(' '),
        },
        'phrase/checksum',
      ),
      accepted('KEY-8', 'openWithPassphrase', 'a blob under a passphrase', locked),
      refused(
        'KEY-8',
        'openWithPassphrase',
        'another passphrase',
        { ...locked, passphrase: 'a longer walk' },
        'passphrase/wrong',
      ),
      refused(
        'KEY-9',
        'openWithPassphrase',
        'another purpose',
        { ...locked, purpose: 'seed of boris' },
        'passphrase/wrong',
      ),
      refused('KEY-9', 'openWithPassphrase', 'less memory', blobWith(1, 32_768), 'passphrase/parameters'),
      refused('KEY-9', 'openWithPassphrase', 'fewer passes', blobWith(2, 2), 'passphrase/parameters'),
      refused(
        'KEY-9',
        'openWithPassphrase',
        'memory beyond reason',
        blobWith(1, 2 ** 31),
        'passphrase/parameters',
      ),
      accepted('KEY-10', 'deriveEpoch', 'what follows from an epoch key', {
        epochKey: seedOf('epoch'),
        epoch: 1,
      }),
      accepted('KEY-20', 'verifyRequest', 'a signed request', access),
      accepted('KEY-22', 'verifyRequest', 'a request countersigned by a steward', countersigned),
      refused(
        'KEY-22',
        'verifyRequest',
        'a countersignature of another request',
        { ...countersigned, header: `${header}, steward=${otherCountersignature}` },
        'access/signature',
      ),
      refused('KEY-20', 'verifyRequest', 'another method', { ...access, method: 'GET' }, 'access/signature'),
      refused(
        'KEY-20',
        'verifyRequest',
        'another path',
        { ...access, path: '/logs/log-b?expect=3' },
        'access/signature',
      ),
      refused('KEY-20', 'verifyRequest', 'another body', { ...access, body: '' }, 'access/signature'),
      refused(
        'KEY-20',
        'verifyRequest',
        'a request of an hour ago',
        { ...access, now: time + 3_600_000 },
        'access/clock',
      ),
      refused(
        'KEY-20',
        'verifyRequest',
        'another scheme',
        { ...access, header: header.replace('GoodOffices', 'Bearer') },
        'access/malformed',
      ),
      accepted('KEY-31', 'compareInvitation', 'the code of an invitation', {
        secret: seedOf('invitation'),
        inviter,
        invitee,
      }),
      accepted('KEY-31', 'compareInvitation', 'the code with the sides exchanged', {
        secret: seedOf('invitation'),
        inviter: invitee,
        invitee: inviter,
      }),
    ],
  )
}

const writeEnvelopes = async (): Promise<void> => {
  const [anna, boris, carla] = [
    await createDevice(secretOf('anna')),
    await createDevice(secretOf('boris')),
    await createDevice(secretOf('carla')),
  ]
  const place = { logId: 'log-a', epoch: 2 }
  const [keyOne, keyTwo]: [EpochKey, EpochKey] = [secretOf('epoch one'), secretOf('epoch two')]
  const epochKey = hex(keyTwo.reveal())

  const envelope = await sealEnvelope({ ...place, epochKey: keyTwo, plaintext: utf8('a message') })
  const [, , , sealed] = listOf(envelope) as readonly [number, string, number, readonly Uint8Array[]]
  const sealedWith = (field: number, bytes: Uint8Array): string =>
    hex(encode([1, 's', 2, sealed.with(field, bytes)]))
  const base = { ...place, epochKey }
  const bad = (name: string, change: Input, code: string) =>
    refused('ENV-3', 'openEnvelope', name, { ...base, envelope: hex(envelope), ...change }, code)

  const roster = [anna, carla].map(device => ({ ...device.publicKeys, isSteward: device === carla }))
  const keys = await makeKeysEnvelope({
    ...place,
    epochKey: keyTwo,
    previousKey: keyOne,
    steward: secretOf('steward'),
    roster,
    author: anna,
  })
  const [, , , publicBytes, authorPart] = listOf(keys)
  const keysWith = (field: number, value: Value): string =>
    hex(
      encode([
        1,
        'k',
        2,
        encode(listOf(publicBytes as Uint8Array).with(field, value)),
        authorPart,
      ] as Value[]),
    )
  const ids = roster.map(deviceIdOf)
  const keysBase = {
    ...place,
    envelope: hex(keys),
    seed: seedOf('carla'),
    authorSeed: seedOf('anna'),
    roster: ids,
  }
  const badKeys = (rule: string, name: string, change: Input, code: string) =>
    refused(rule, 'openKeysEnvelope', name, { ...keysBase, ...change }, code)
  const otherAccess = (await createAccessKey(keyOne)).publicKey

  const draft: Omit<Entry, 'author'> = {
    ...place,
    id: 'AAECAwQFBgcICQoLDA0ODw' as EntryId,
    head: { size: 4, root: leafHash(utf8('x')) },
    time,
    act: { kind: 'say', text: 'Good morning', marks: [1, null, Uint8Array.of(1, 2)] },
  }
  const entry = await signEntry(anna, draft)
  const [version, signedBytes, signature] = listOf(entry)
  const entryWith = (field: number, value: Value): string =>
    hex(encode([version, encode(listOf(signedBytes as Uint8Array).with(field, value)), signature] as Value[]))
  const entryBase = { ...place, entry: hex(entry), roster: { [anna.id]: hex(anna.publicKeys.sign) } }
  const badEntry = (rule: string, name: string, change: Input, code: string) =>
    refused(rule, 'openEntry', name, { ...entryBase, ...change }, code)

  const context = ['mailbox', 'welcome']
  const message = await sealTo({
    sender: anna,
    recipients: [boris.publicKeys],
    context,
    plaintext: utf8('welcome'),
  })
  const sealedBase = { seed: seedOf('boris'), context, message: hex(message) }

  await write(
    'envelopes',
    'Envelopes, keys envelopes, entries and sealed messages: fixed bytes to be opened.',
    [
      accepted('ENV-1', 'openEnvelope', 'an envelope', { ...base, envelope: hex(envelope) }),
      bad('an envelope in another log', { logId: 'log-b' }, 'envelope/commitment'),
      bad('an envelope in another epoch', { epoch: 3 }, 'envelope/epoch'),
      bad('an envelope under another key', { epochKey: seedOf('epoch one') }, 'envelope/commitment'),
      bad(
        'an envelope with another salt',
        { envelope: sealedWith(0, flipped(sealed[0] as Uint8Array)) },
        'envelope/commitment',
      ),
      bad(
        'an envelope with another commitment',
        { envelope: sealedWith(1, flipped(sealed[1] as Uint8Array)) },
        'envelope/commitment',
      ),
      bad(
        'an envelope with another ciphertext',
        { envelope: sealedWith(2, flipped(sealed[2] as Uint8Array)) },
        'envelope/undecryptable',
      ),
      bad('an envelope of version 2', { envelope: hex(encode([2, 's', 2, sealed])) }, 'envelope/version'),
      bad('an envelope of another kind', { envelope: hex(keys) }, 'envelope/kind'),
      bad(
        'an envelope with a field too many',
        { envelope: hex(encode([1, 's', 2, sealed, null])) },
        'encoding/shape',
      ),
      accepted('ENV-20', 'openKeysEnvelope', 'a keys envelope', keysBase),
      accepted('ENV-29', 'openKeysEnvelope', 'a keys envelope, for who is no steward', {
        ...keysBase,
        seed: seedOf('anna'),
      }),
      badKeys(
        'ENV-29',
        'a keys envelope with another steward key',
        { envelope: keysWith(4, otherAccess) },
        'envelope/commitment',
      ),
      badKeys(
        'ENV-22',
        'a keys envelope without a wrap for the device',
        { seed: seedOf('boris') },
        'envelope/not-a-recipient',
      ),
      badKeys(
        'ENV-24',
        'a keys envelope by another author',
        { authorSeed: seedOf('carla') },
        'envelope/author',
      ),
      badKeys(
        'ENV-24',
        'a keys envelope for another roster',
        { roster: [...ids, boris.id] },
        'envelope/roster',
      ),
      badKeys(
        'ENV-26',
        'a keys envelope with another access key',
        { envelope: keysWith(3, otherAccess) },
        'envelope/commitment',
      ),
      badKeys(
        'ENV-26',
        'a keys envelope with another commitment',
        { envelope: keysWith(2, new Uint8Array(32)) },
        'envelope/not-a-recipient',
      ),
      badKeys('ENV-27', 'a keys envelope in another log', { logId: 'log-b' }, 'envelope/log'),
      badKeys('ENV-27', 'a keys envelope in another epoch', { epoch: 3 }, 'envelope/epoch'),
      badKeys('ENV-25', 'a keys envelope for nobody', { envelope: keysWith(7, []) }, 'envelope/recipients'),
      accepted('ENV-23', 'openPreviousEpoch', 'the key of the epoch before', {
        ...base,
        envelope: hex(keys),
      }),
      refused(
        'ENV-23',
        'openPreviousEpoch',
        'no key of the epoch before',
        { ...base, envelope: keysWith(6, null) },
        'envelope/no-previous',
      ),
      accepted('ENV-30', 'openEntry', 'an entry', entryBase),
      badEntry('ENV-31', 'an entry with another act', { entry: entryWith(7, 'no') }, 'entry/signature'),
      badEntry('ENV-31', 'an entry by a stranger', { roster: {} }, 'entry/author'),
      badEntry('ENV-32', 'an entry of another room', { logId: 'log-b' }, 'entry/log'),
      badEntry('ENV-32', 'an entry of another epoch', { epoch: 3 }, 'entry/epoch'),
      badEntry(
        'ENV-33',
        'an entry with a short id',
        { entry: entryWith(0, new Uint8Array(15)) },
        'encoding/shape',
      ),
      badEntry(
        'ENV-33',
        'an entry of version 2',
        { entry: hex(encode([2, ...listOf(entry).slice(1)])) },
        'entry/version',
      ),
      accepted('ENV-40', 'openSealed', 'a sealed message', sealedBase),
      refused(
        'ENV-40',
        'openSealed',
        'a sealed message for another device',
        { ...sealedBase, seed: seedOf('carla') },
        'sealed/not-a-recipient',
      ),
      refused(
        'ENV-41',
        'openSealed',
        'a sealed message in another context',
        { ...sealedBase, context: ['mailbox', 'answer'] },
        'sealed/not-a-recipient',
      ),
    ],
  )

  const relay = await createNoteSigner('relay.example', secretOf('relay').reveal())
  const entryEnvelope = await sealEnvelope({ ...place, epochKey: keyTwo, plaintext: entry })
  const leaves = Array.from({ length: 5 }, (_, i) => leafHash(utf8(`leaf ${i}`))).with(
    3,
    hashLeaf(envelopeLeaf(time, entryEnvelope)),
  )
  const contentKey = revealContentKey({ ...place, epochKey: keyTwo, envelope: entryEnvelope })
  if (!contentKey.ok) throw new Error(contentKey.error.code)
  const text = evidenceToText({
    ...place,
    time,
    envelope: entryEnvelope,
    contentKey: contentKey.value,
    index: 3,
    hashes: inclusionProof(3, 5, nodesOf(leaves)) ?? [],
    checkpoint: await signCheckpoint(
      { origin: 'relay.example/log-a', size: 5, root: treeRoot(leaves) },
      relay,
    ),
  })
  const proof = textToProof(text)
  if (!proof.ok) throw new Error(proof.error.code)
  const evidence = { text, relay: verifierToText(relay) }
  const extra = listOf(proof.value.extra ?? new Uint8Array())
  const extraWith = (field: number, value: Value): Input => ({
    ...evidence,
    text: proofToText({ ...proof.value, extra: encode(extra.with(field, value)) }),
  })
  await write(
    'evidence',
    'Evidence exports: one opened entry, its place and time under a signed checkpoint (C2SP tlog-proof).',
    [
      accepted('LOG-20', 'checkEvidence', 'evidence of an entry', evidence),
      refused('LOG-20', 'checkEvidence', 'evidence with another time', extraWith(2, time + 1), 'merkle/root'),
      refused(
        'LOG-20',
        'checkEvidence',
        'evidence with another key',
        extraWith(4, new Uint8Array(32)),
        'envelope/commitment',
      ),
      refused(
        'LOG-20',
        'checkEvidence',
        'evidence with another envelope',
        extraWith(3, envelope),
        'merkle/root',
      ),
      refused(
        'LOG-20',
        'checkEvidence',
        'evidence for another log',
        extraWith(0, 'log-b'),
        'checkpoint/origin',
      ),
      refused(
        'LOG-20',
        'checkEvidence',
        'evidence with another index',
        { ...evidence, text: text.replace('\nindex 3\n', '\nindex 2\n') },
        'merkle/root',
      ),
      refused(
        'LOG-21',
        'checkEvidence',
        'evidence without its first line',
        { ...evidence, text: text.slice(text.indexOf('\n') + 1) },
        'proof/malformed',
      ),
      refused(
        'LOG-20',
        'checkEvidence',
        'evidence by another relay',
        {
          ...evidence,
          relay: verifierToText(await createNoteSigner('relay.example', secretOf('x').reveal())),
        },
        'note/unsigned',
      ),
    ],
  )
}

const compared = (name: string, what: string, ...parts: readonly string[]) =>
  accepted('KEY-40', 'compareText', name, { name: what, parts: parts.map(textToHex) })
const set = (name: string, passphrase: string) => accepted('KEY-12', 'checkPassphrase', name, { passphrase })
const short = (name: string, passphrase: string, code = 'short') =>
  refused('KEY-12', 'checkPassphrase', name, { passphrase }, `passphrase/${code}`)

const talks = 'talks-1'
const instrument = {
  title: 'Terms for the spring',
  instrumentIs: 'agreement',
  textIn: [{ kind: 'text', language: 'en', body: 'Each takes half of the water.' }],
  boundParties: ['party-a', 'party-b'],
  boundBy: 'signature',
  inForceUpon: 'signature',
  inForceFor: 'all',
}
const signing = {
  party: 'party-a',
  done: 'signed',
  digest: Buffer.from(digestInstrument(talks, instrument)).toString('base64url'),
  signedBy: 'The council',
  signedOn: '2026-03-01',
}

/** What is agreed, signed and handed over, and by whose device. */
async function adherenceCases(): Promise<readonly Promise<VectorCase>[]> {
  const device = await createDevice(secretOf('anna'))
  const digest = digestSigning(talks, signing)
  const adherence = hex(await signAdherence(device, { process: talks, digest, party: 'party-a' }))
  const given = {
    key: hex(device.publicKeys.sign),
    process: talks,
    digest: hex(digest),
    party: 'party-a',
    adherence,
  }
  const digested = (rule: string, name: string, of: string, content: object, process = talks) =>
    accepted(rule, 'digest', name, { of, process, content })
  const none = (name: string, changed: object) =>
    accepted('CLOS-13', 'verifyAdherence', name, { ...given, ...changed })
  return [
    digested('ASNT-15', 'a question', 'question', { kind: 'indicate', ask: 'Shall the heads speak?' }),
    digested('EYES-3', 'what a second mediator reads', 'second-reading', { kind: 'open-table' }),
    digested('CLOS-6', 'the words of an instrument and whom they bind', 'instrument', instrument),
    digested('CLOS-6', 'the same words in other talks', 'instrument', instrument, 'talks-2'),
    digested('CLOS-6', 'an instrument in force for each by itself', 'instrument', {
      ...instrument,
      inForceFor: 'each',
    }),
    digested('CLOS-13', 'what a party says that signs', 'signing', signing),
    accepted('CLOS-7', 'digest', 'the list of the files of a pack', {
      of: 'pack',
      process: talks,
      manifest: textToHex(`${'ab'.repeat(32)}  pack.json\n`),
    }),
    accepted('CLOS-13', 'verifyAdherence', 'a signature by the device of its party', given),
    none('a signature over other words', {
      digest: hex(digestSigning(talks, { ...signing, done: 'ratified' })),
    }),
    none('a signature placed for another party', { party: 'party-b' }),
    none('a signature carried into other talks', { process: 'talks-2' }),
    none('a signature by another key', {
      key: hex((await createDevice(secretOf('boris'))).publicKeys.sign),
    }),
  ]
}

const writeCodes = async (): Promise<void> => {
  return write(
    'codes',
    'Codes by which people compare texts, passphrases that they may set, digests of what is agreed and signed.',
    [
      ...(await adherenceCases()),
      compared('two clauses', 'draft/log-a', 'The parties meet.', 'The parties agree.'),
      compared(
        'the same characters, parted otherwise',
        'draft/log-a',
        'The parties meet.The',
        ' parties agree.',
      ),
      compared('no parts at all', ''),
      set('ten characters', 'abcdefghij'),
      set('four words', 'we do it so'),
      short('nine characters and blanks', ' abcdefghi '),
      short('nine characters and a zero-width space', 'abcdefghi\u200b'),
      short('three words', 'we do it'),
      short('one word four times', 'no no no no'),
      short('four letters', 'a b c d'),
      short('half a character', 'abcdefghijk\ud800', 'malformed'),
    ],
  )
}

await writeCodes()
if (asked.has('epochs'))
  await write(
    'epochs',
    'Keys envelopes of version 2, and what makes an epoch whole.',
    (await makeEpochCases()).map(vector => Promise.resolve(vector)),
  )
await writeEncoding()
await writeTree()
await writeNotes()
await writeKeys()
await writeEnvelopes()
await write(
  'ed25519',
  'Signatures at the edges of Ed25519, on which every engine must agree once the key may be enrolled.',
  makeEd25519Cases().map(vector => Promise.resolve(vector)),
)
