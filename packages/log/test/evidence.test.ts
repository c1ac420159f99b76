import { describe, expect, test } from 'vitest'
import {
  bytesToBase64,
  checkEvidence,
  createEntryId,
  createNoteSigner,
  type Evidence,
  emptyRoot,
  envelopeLeaf,
  evidenceToText,
  hashLeaf,
  inclusionProof,
  logOrigin,
  nodesOf,
  proofToText,
  revealContentKey,
  sealEnvelope,
  signCheckpoint,
  signEntry,
  textToProof,
  treeRoot,
  verifyEntry,
} from '../src/index.ts'
import { deviceOf, secretOf } from './people.ts'

const place = { logId: 'log-a', epoch: 2 }
const epochKey = secretOf('epoch')
const time = 1_790_000_000_000

const makeEvidence = async (): Promise<Evidence> => {
  const entry = await signEntry(await deviceOf('anna'), {
    ...place,
    id: createEntryId(),
    head: { size: 0, root: emptyRoot },
    time,
    act: 'initialled',
  })
  const envelope = await sealEnvelope({ ...place, epochKey, plaintext: entry })
  const leaves = Array.from({ length: 11 }, (_, i) => hashLeaf(envelopeLeaf(i, Uint8Array.of(i)))).with(
    5,
    hashLeaf(envelopeLeaf(time, envelope)),
  )
  const relay = await createNoteSigner('relay.example', secretOf('relay').reveal())
  const head = { origin: logOrigin('relay.example', 'log-a'), size: 11, root: treeRoot(leaves) }
  const contentKey = revealContentKey({ ...place, epochKey, envelope })
  if (!contentKey.ok) throw new Error(contentKey.error.code)
  return {
    ...place,
    time,
    envelope,
    contentKey: contentKey.value,
    index: 5,
    hashes: inclusionProof(5, 11, nodesOf(leaves)) as readonly Uint8Array[],
    checkpoint: await signCheckpoint(head, relay),
  }
}

const expectedOf = async () => ({
  originOf: (logId: string) => logOrigin('relay.example', logId),
  relay: await createNoteSigner('relay.example', secretOf('relay').reveal()),
})

describe('evidence', () => {
  test('LOG-20 opens one entry to somebody outside, with its place, its time and its author', async () => {
    const checked = await checkEvidence(evidenceToText(await makeEvidence()), await expectedOf())
    if (!checked.ok) throw new Error(checked.error.code)
    const { signed, head, index } = checked.value
    expect([signed.entry.act, index, head.size, checked.value.time]).toEqual(['initialled', 5, 11, time])
    expect(await verifyEntry(signed, (await deviceOf('anna')).publicKeys.sign)).toBe(true)
    expect(await verifyEntry(signed, (await deviceOf('boris')).publicKeys.sign)).toBe(false)
  })

  test('LOG-20 refuses another place, time, log, key, relay or envelope', async () => {
    const evidence = await makeEvidence()
    const other = await makeEvidence()
    const changes: readonly [Partial<Evidence>, string][] = [
      [{ index: 4 }, 'merkle/root'],
      [{ index: 11 }, 'merkle/range'],
      [{ hashes: evidence.hashes.slice(1) }, 'merkle/proof'],
      [{ time: time + 1 }, 'merkle/root'],
      [{ envelope: other.envelope }, 'merkle/root'],
      [{ contentKey: other.contentKey }, 'envelope/commitment'],
      [{ epoch: 3 }, 'envelope/epoch'],
      [{ logId: 'log-b' }, 'checkpoint/origin'],
    ]
    for (const [change, code] of changes) {
      const text = evidenceToText({ ...evidence, ...change })
      expect(await checkEvidence(text, await expectedOf())).toMatchObject({ ok: false, error: { code } })
    }
    const stranger = {
      ...(await expectedOf()),
      relay: await createNoteSigner('other.example', secretOf('o').reveal()),
    }
    expect(await checkEvidence(evidenceToText(evidence), stranger)).toMatchObject({
      error: { code: 'note/unsigned' },
    })
  })

  test('LOG-21 is written as the C2SP format says', async () => {
    const { hashes, checkpoint } = await makeEvidence()
    const text = proofToText({ extra: Uint8Array.of(1, 2, 3), index: 5, hashes, checkpoint })
    const lines = text.split('\n')
    expect(lines.slice(0, 3)).toEqual(['c2sp.org/tlog-proof@v1', 'extra AQID', 'index 5'])
    expect(lines.slice(3, 3 + hashes.length)).toEqual(hashes.map(bytesToBase64))
    expect(lines.slice(3 + hashes.length).join('\n')).toBe(`\n${checkpoint}`)
    expect(textToProof(text)).toEqual({
      ok: true,
      value: { extra: Uint8Array.of(1, 2, 3), index: 5, hashes, checkpoint },
    })
    const bare = { index: 0, hashes: [], checkpoint }
    expect(textToProof(proofToText(bare))).toEqual({ ok: true, value: bare })
  })

  test.each([
    ['another first line', 'c2sp.org/tlog-proof@v2\nindex 0\n\nx'],
    ['no index', 'c2sp.org/tlog-proof@v1\n\nx'],
    ['a leading zero', 'c2sp.org/tlog-proof@v1\nindex 01\n\nx'],
    ['an index beyond 2^53', 'c2sp.org/tlog-proof@v1\nindex 9007199254740992\n\nx'],
    ['a short hash', 'c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\nx'],
    ['bad base64', 'c2sp.org/tlog-proof@v1\nextra A\nindex 0\n\nx'],
    ['a second extra line', 'c2sp.org/tlog-proof@v1\nextra AAAA\nextra AAAA\nindex 0\n\nx'],
    ['no checkpoint', 'c2sp.org/tlog-proof@v1\nindex 0'],
    [
      'more hashes than any tree has',
      `c2sp.org/tlog-proof@v1\nindex 0\n${`${'A'.repeat(43)}=\n`.repeat(54)}\nx`,
    ],
  ])('LOG-21 refuses %s', (_, text) => {
    expect(textToProof(text)).toMatchObject({ error: { code: 'proof/malformed' } })
  })
})
