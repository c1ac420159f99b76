import { describe, expect, test } from 'vitest'
import {
  createEntryId,
  decode,
  type EntryDraft,
  type EntryId,
  emptyRoot,
  encode,
  openEntry,
  type Result,
  readEntry,
  signEntry,
  type Value,
} from '../src/index.ts'
import { deviceOf, keysOf } from './people.ts'

const place = { logId: 'log-a', epoch: 2 }

const draftOf = (act: Value): EntryDraft => ({
  ...place,
  id: createEntryId(),
  head: { size: 4, root: emptyRoot },
  time: 1_790_000_000_000,
  act,
})

const listOf = (bytes: Uint8Array): readonly Value[] => {
  const decoded = decode(bytes)
  return decoded.ok && Array.isArray(decoded.value) ? decoded.value : []
}

const codeOf = (result: Result<unknown>): string => (result.ok ? 'accepted' : result.error.code)

describe('entries', () => {
  test('ENV-30 come back as they were signed', async () => {
    const anna = await deviceOf('anna')
    const draft = draftOf({ kind: 'say', text: 'Good morning' })
    const opened = await openEntry(await signEntry(anna, draft), place, keysOf(anna))
    expect(opened).toMatchObject({ ok: true, value: { entry: { ...draft, author: anna.id } } })
  })

  test('ENV-31 by a device that the roster lacks, or not by the device they name, are refused', async () => {
    const [anna, boris] = [await deviceOf('anna'), await deviceOf('boris')]
    const bytes = await signEntry(anna, draftOf(null))
    expect(codeOf(await openEntry(bytes, place, keysOf(boris)))).toBe('entry/author')
    expect(codeOf(await openEntry(bytes, place, () => boris.publicKeys.sign))).toBe('entry/signature')
  })

  test('ENV-31 a changed act is refused', async () => {
    const anna = await deviceOf('anna')
    const [version, signedBytes, signature] = listOf(await signEntry(anna, draftOf('yes')))
    const fields = listOf(signedBytes as Uint8Array)
    const changed = encode([version, encode(fields.with(7, 'no')), signature] as Value[])
    expect(codeOf(await openEntry(changed, place, keysOf(anna)))).toBe('entry/signature')
  })

  test('attack 8: ENV-32 an entry of a caucus cannot be replayed into the table, nor an old one into a later epoch', async () => {
    const anna = await deviceOf('anna')
    const bytes = await signEntry(anna, draftOf('for the caucus'))
    expect(codeOf(readEntry(bytes, { ...place, logId: 'table' }))).toBe('entry/log')
    expect(codeOf(readEntry(bytes, { ...place, epoch: 3 }))).toBe('entry/epoch')
    const [version, signedBytes, signature] = listOf(bytes)
    const moved = encode([
      version,
      encode(listOf(signedBytes as Uint8Array).with(1, 'table')),
      signature,
    ] as Value[])
    expect(codeOf(await openEntry(moved, { ...place, logId: 'table' }, keysOf(anna)))).toBe('entry/signature')
  })

  test.each<[string, (fields: readonly Value[]) => readonly Value[]]>([
    ['a short id', fields => fields.with(0, new Uint8Array(15))],
    ['a negative epoch', fields => fields.with(2, -1)],
    ['a short root', fields => fields.with(4, new Uint8Array(31))],
    ['no act', fields => fields.slice(0, 7)],
    ['a field too many', fields => [...fields, 1]],
  ])('ENV-33 refuses %s', async (_, change) => {
    const [version, signedBytes, signature] = listOf(await signEntry(await deviceOf('anna'), draftOf(null)))
    const bytes = encode([version, encode(change(listOf(signedBytes as Uint8Array))), signature] as Value[])
    expect(codeOf(readEntry(bytes, place))).toBe('encoding/shape')
  })

  test('ENV-33 refuses another version, and throws on an id of our own that is none', async () => {
    expect(codeOf(readEntry(encode([2, new Uint8Array(), new Uint8Array(64)]), place))).toBe('entry/version')
    const draft = { ...draftOf(null), id: 'short' as EntryId }
    await expect(signEntry(await deviceOf('anna'), draft)).rejects.toThrow(TypeError)
  })
})
