/** What each reader says of bytes that are not what it reads: why, by a code, and nothing is thrown. */
import { beforeAll, describe, expect, test } from 'vitest'
import { isCount, isRecord } from '../src/encoding.ts'
import {
  checkEvidence,
  checkKeysEnvelope,
  createEntryId,
  createNoteSigner,
  decode,
  type EntryId,
  emptyRoot,
  encode,
  envelopeLeaf,
  evidenceToText,
  hashLeaf,
  type InvitationSide,
  logOrigin,
  makeAnswer,
  makeOffer,
  makeReveal,
  openEntry,
  openEnvelope,
  openKeysEnvelope,
  proofToText,
  type Result,
  readAnswer,
  readEntry,
  readReveal,
  revealContentKey,
  sealEnvelope,
  signCheckpoint,
  signEntry,
  treeRoot,
  type Value,
} from '../src/index.ts'
import { type Caucus, makeCaucus } from './epochs.ts'
import { deviceOf, secretOf } from './people.ts'

const place = { logId: 'log-a', epoch: 2 }
const epochKey = secretOf('epoch')
/** The head of a list without an end. */
const rubbish = Uint8Array.of(0x9f)
const another = encode(['another thing', 7])

const said = (result: Result<unknown>) => (result.ok ? 'accepted' : { ...result.error, at: undefined })
const code = (name: string, detail: Readonly<Record<string, unknown>> = {}) => ({ code: name, ...detail })

describe('values', () => {
  test('ENC-3 a head that no number follows is malformed, whatever comes after it', () => {
    for (const head of [0x1c, 0x1d, 0x1e])
      expect(said(decode(Uint8Array.of(head, ...new Uint8Array(64).fill(255))))).toEqual(
        code('encoding/malformed'),
      )
  })

  test('ENC-5 of more items than a reader allows nothing is read, however they are put together', () => {
    const value: Value = [[1, 2], { a: [3] }, []]
    const bytes = encode(value)
    expect(decode(bytes, { itemsMax: 8 })).toEqual({ ok: true, value })
    expect(said(decode(bytes, { itemsMax: 7 }))).toMatchObject(code('encoding/too-large'))
  })

  test('ENC-1 a count is a number, and a record neither nothing nor a list nor bytes', () => {
    const others: readonly Value[] = ['5', null, true, [5], rubbish, -1]
    expect([0, 5].every(isCount) && !others.some(isCount)).toBe(true)
    const lists: readonly (Value | undefined)[] = [undefined, null, 5, 'a', [], rubbish]
    expect(isRecord({}) && isRecord({ a: 1 }) && !lists.some(isRecord)).toBe(true)
  })
})

describe('entries', () => {
  const signature = new Uint8Array(64)
  const cases: readonly (readonly [string, Uint8Array, ReturnType<typeof code>])[] = [
    ['no encoding', rubbish, code('encoding/indefinite')],
    ['another thing', encode([1, 'signed', signature]), code('encoding/shape', { of: 'entry' })],
    ['no list', encode({ a: 1 }), code('encoding/shape', { of: 'entry' })],
    ['no encoding within', encode([1, rubbish, signature]), code('encoding/indefinite')],
    ['another thing within', encode([1, another, signature]), code('encoding/shape', { of: 'entry' })],
  ]
  test.each(cases)('ENV-30 %s', async (_, bytes, expected) => {
    expect(said(readEntry(bytes, place))).toEqual(expected)
    expect(said(await openEntry(bytes, place, () => signature))).toEqual(expected)
  })

  test('ENV-30 nothing is signed under an id that is none', async () => {
    const device = await deviceOf('anna')
    const draft = { ...place, head: { size: 0, root: emptyRoot }, time: 1, act: null }
    for (const id of ['no id!', 'AAAA'])
      await expect(signEntry(device, { ...draft, id: id as EntryId })).rejects.toThrow('not an entry id')
  })
})

describe('envelopes', () => {
  let caucus: Caucus
  let sealed: Uint8Array
  beforeAll(async () => {
    caucus = await makeCaucus()
    sealed = await sealEnvelope({ ...place, epochKey, plaintext: another })
  })

  test('ENV-1 keys are no text, and no text is keys', async () => {
    const { logId, keys, first, head: device } = caucus
    const asText = { logId, epoch: 1, epochKey: keys.one, envelope: first }
    const notText = code('envelope/kind', { expected: 's', found: 'k' })
    expect(said(await openEnvelope(asText))).toEqual(notText)
    expect(said(revealContentKey(asText))).toEqual(notText)
    const notKeys = code('envelope/kind', { expected: 'k', found: 's' })
    expect(said(await openKeysEnvelope({ ...place, envelope: sealed, device }))).toEqual(notKeys)
    expect(said(await checkKeysEnvelope({ ...place, envelope: sealed, epochKey }))).toEqual(notKeys)
  })

  test('ENV-1 what is no envelope is neither', async () => {
    const { head: device } = caucus
    const expected = code('encoding/indefinite')
    expect(said(await openEnvelope({ ...place, epochKey, envelope: rubbish }))).toEqual(expected)
    expect(said(await openKeysEnvelope({ ...place, envelope: rubbish, device }))).toEqual(expected)
    expect(said(await checkKeysEnvelope({ ...place, envelope: rubbish, epochKey }))).toEqual(expected)
  })
})

const expectedOf = async () => ({
  originOf: (logId: string) => logOrigin('relay.example', logId),
  relay: await createNoteSigner('relay.example', secretOf('relay').reveal()),
})

const checked = async (extra: Uint8Array | undefined) => {
  const proof = { index: 0, hashes: [], checkpoint: 'a checkpoint\n' }
  return said(
    await checkEvidence(proofToText(extra === undefined ? proof : { ...proof, extra }), await expectedOf()),
  )
}

describe('evidence', () => {
  const time = 1_790_000_000_000
  const shape = code('encoding/shape', { of: 'evidence' })
  test('LOG-20 what is no proof, and one that says nothing of an entry', async () => {
    expect(await checkEvidence('no proof', await expectedOf())).toMatchObject({
      error: { code: expect.stringMatching(/^proof\//) },
    })
    expect(await checked(rubbish)).toEqual(code('encoding/indefinite'))
    expect(await checked(another)).toEqual(shape)
    const fields: readonly Value[] = ['log', 1, time, new Uint8Array(9), new Uint8Array(32)]
    for (const at of fields.keys()) expect(await checked(encode(fields.with(at, null)))).toEqual(shape)
  })

  test('LOG-20 an envelope in which there is no entry', async () => {
    const envelope = await sealEnvelope({ ...place, epochKey, plaintext: another })
    const contentKey = revealContentKey({ ...place, epochKey, envelope })
    if (!contentKey.ok) throw new Error(contentKey.error.code)
    const expected = await expectedOf()
    const root = treeRoot([hashLeaf(envelopeLeaf(time, envelope))])
    const head = { origin: expected.originOf(place.logId), size: 1, root }
    const evidence = evidenceToText({
      ...place,
      time,
      envelope,
      contentKey: contentKey.value,
      index: 0,
      hashes: [],
      checkpoint: await signCheckpoint(head, expected.relay),
    })
    expect(said(await checkEvidence(evidence, expected))).toEqual(code('entry/version'))
  })
})

const listOf = (bytes: Uint8Array): readonly Value[] => {
  const decoded = decode(bytes)
  return decoded.ok && Array.isArray(decoded.value) ? decoded.value : []
}

const sideOf = async (name: string): Promise<InvitationSide> => ({
  keys: (await deviceOf(name)).publicKeys,
  nonce: secretOf(`nonce of ${name}`),
})

const secret = secretOf('invitation')
let offer: Uint8Array
const readAs = async (bytes: Uint8Array) => said(await readAnswer(offer, bytes))
const revealAs = async (bytes: Uint8Array, of = offer) => said(await readReveal(secret, of, bytes))

describe('moves of an invitation', () => {
  let answer: readonly Value[]
  let reveal: readonly Value[]

  beforeAll(async () => {
    const inviter = await sideOf('anna')
    offer = makeOffer(secret, inviter)
    answer = listOf(makeAnswer(offer, await sideOf('boris')))
    reveal = listOf(makeReveal(inviter))
  })

  const malformed = (of: string) => code('invitation/malformed', { of })
  const noKeys = code('encoding/shape', { of: 'device keys' })

  test('KEY-31 an answer', async () => {
    expect(await readAs(encode(answer))).toBe('accepted')
    expect(await readAs(rubbish)).toEqual(code('encoding/indefinite'))
    expect(await readAs(another)).toEqual(malformed('answer'))
    expect(await readAs(encode(answer.with(0, 'reveal')))).toEqual(malformed('answer'))
    for (const at of [1, 3]) expect(await readAs(encode(answer.with(at, null)))).toEqual(malformed('answer'))
    expect(await readAs(encode(answer.with(2, null)))).toEqual(noKeys)
  })

  test('KEY-32 a reveal, and the offer that it is held to', async () => {
    expect(await revealAs(encode(reveal))).toBe('accepted')
    expect(await revealAs(rubbish)).toEqual(code('encoding/indefinite'))
    expect(await revealAs(encode(reveal), rubbish)).toEqual(code('encoding/indefinite'))
    expect(await revealAs(encode(reveal), another)).toEqual(malformed('offer'))
    expect(await revealAs(another)).toEqual(malformed('reveal'))
    expect(await revealAs(encode(reveal.with(2, null)))).toEqual(malformed('reveal'))
    expect(await revealAs(encode(reveal.with(1, null)))).toEqual(noKeys)
  })
})

test('ENV-30 an entry that is one is read', async () => {
  const device = await deviceOf('anna')
  const draft = { ...place, id: createEntryId(), head: { size: 0, root: emptyRoot }, time: 1, act: null }
  expect(said(readEntry(await signEntry(device, draft), place))).toBe('accepted')
})
