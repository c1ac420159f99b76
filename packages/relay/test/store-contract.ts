import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NoticeTable } from '../src/notice-table.ts'
import {
  type AccessRow,
  type Append,
  type NewLog,
  type NewRecord,
  type NewRight,
  type Store,
  StoreError,
} from '../src/store.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

function makeRecord(text: string, time = 1_000): NewRecord {
  const envelope = Uint8Array.from(Buffer.from(text))
  return { time, hash: sha256(envelope), envelope }
}

function makeAccess(epoch: number, from: number): AccessRow {
  return {
    epoch,
    key: new Uint8Array(32).fill(epoch + 1),
    from,
    frontier: Uint8Array.of(epoch),
  }
}

function makeAppend(id: string, expect: number, records: readonly NewRecord[]): Append {
  const frontier = Uint8Array.of(expect + records.length)
  return { id, expect, owed: 0, records, frontier, access: [], tiles: [] }
}

function makeLog(id: string, records: readonly NewRecord[] = [], right?: Uint8Array): NewLog {
  const spent = right === undefined ? {} : { right }
  return { ...makeAppend(id, 0, records), access: [makeAccess(0, 0)], made: 1_000, ...spent }
}

function makeRight(change: Partial<NewRight> = {}): NewRight {
  const name = new Uint8Array(32).fill(1)
  return { right: name, log: 'a', logs: 2, made: 500, until: 2_000, since: 0, logsMax: 10, ...change }
}

const other = (fill: number) => ({ right: new Uint8Array(32).fill(fill) })

/** What every store must do, whatever it is made of. `open` gives a fresh, empty store. */
export function testStoreContract(name: string, open: () => Promise<Store>): void {
  describe(`store contract: ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    test('REL-60 a log is created once', async () => {
      expect(await store.createLog(makeLog('a', [makeRecord('one')]))).toEqual({ kind: 'created' })
      expect(await store.createLog(makeLog('a', [makeRecord('two')]))).toEqual({ kind: 'exists' })
      const head = await store.head('a')
      expect(head).toMatchObject({ id: 'a', size: 1, bytes: 3, time: 1_000 })
      expect([...(head?.frontier ?? [])]).toEqual([1])
      expect(head?.access.map(row => [row.epoch, row.from, row.key[0], ...row.frontier])).toEqual([
        [0, 0, 1, 0],
      ])
    })

    test('REL-60 an empty log has a head', async () => {
      await store.createLog(makeLog('a'))
      expect(await store.head('a')).toMatchObject({ size: 0, bytes: 0, time: 0 })
      expect(await store.read({ id: 'a', from: 0, to: 10, bytesMax: 10 })).toEqual([])
    })

    test('REL-61 an unknown log has no head, no records, and takes none', async () => {
      expect(await store.head('nowhere')).toBeUndefined()
      expect(await store.read({ id: 'nowhere', from: 0, to: 10, bytesMax: 10 })).toEqual([])
      expect(await store.outline('nowhere', 0, 10)).toEqual([])
      expect((await store.tiles('nowhere', 0, 10)).length).toBe(0)
      expect(await store.find('nowhere', [makeRecord('one').hash])).toEqual([])
      expect(await store.destroy('nowhere', 0, 10)).toEqual({ envelopes: 0, bytes: 0 })
      expect(await store.append(makeAppend('nowhere', 0, [makeRecord('one')]))).toEqual({
        kind: 'unknown-log',
      })
    })

    test('REL-62 what was appended is read back in order', async () => {
      await store.createLog(makeLog('a', [makeRecord('one', 1)]))
      await store.createLog(makeLog('b', [makeRecord('else', 9)]))
      await store.append(makeAppend('a', 1, [makeRecord('two', 2), makeRecord('three', 2)]))
      const records = await store.read({ id: 'a', from: 0, to: 10, bytesMax: 1_000 })
      expect(records.map(record => [record.position, record.time, text(record.envelope)])).toEqual([
        [0, 1, 'one'],
        [1, 2, 'two'],
        [2, 2, 'three'],
      ])
      for (const record of records)
        expect(Buffer.from(record.hash)).toEqual(sha256(record.envelope ?? new Uint8Array()))
      const outline = await store.outline('a', 1, 3)
      expect(outline.map(record => [record.position, record.time, Buffer.from(record.hash)])).toEqual(
        records.slice(1).map(record => [record.position, record.time, Buffer.from(record.hash)]),
      )
      expect(await store.head('a')).toMatchObject({ size: 3, bytes: 11, time: 2 })
    })

    test('REL-63 a change computed against another size writes nothing', async () => {
      await store.createLog(makeLog('a', [makeRecord('one')]))
      for (const expected of [0, 2, 7])
        expect(await store.append(makeAppend('a', expected, [makeRecord('two')]))).toEqual({
          kind: 'conflict',
          size: 1,
        })
      expect(await store.head('a')).toMatchObject({ size: 1, bytes: 3 })
    })

    test('REL-63 of many changes computed against one size exactly one is made', async () => {
      await store.createLog(makeLog('a'))
      const outcomes = await Promise.all(
        Array.from({ length: 32 }, (_, i) => store.append(makeAppend('a', 0, [makeRecord(`envelope ${i}`)]))),
      )
      expect(outcomes.filter(outcome => outcome.kind === 'appended')).toHaveLength(1)
      expect(outcomes.filter(outcome => outcome.kind === 'conflict')).toHaveLength(31)
      expect(await store.head('a')).toMatchObject({ size: 1 })
    })

    test('REL-63 a log that is held is written to once, whole, or not at all', async () => {
      await store.createLog(makeLog('a', [makeRecord('one')]))
      const outcome = await store.hold('a', async held => {
        expect((await held.head('a'))?.size).toBe(1)
        expect(await held.find('a', [makeRecord('two').hash])).toEqual([])
        return held.append(makeAppend('a', 1, [makeRecord('two')]))
      })
      expect(outcome).toEqual({ kind: 'appended' })
      expect([...(await store.sizes(['a', 'nowhere']))]).toEqual([['a', 2]])
      const broken = store.hold('a', async () => {
        throw new Error('of the work')
      })
      await expect(broken).rejects.toThrow('of the work')
      expect(await store.append(makeAppend('a', 2, [makeRecord('three')]))).toEqual({ kind: 'appended' })
    })

    test('REL-64 a hash enters a log once, and another log is another matter', async () => {
      await store.createLog(makeLog('a', [makeRecord('one')]))
      const twice = [makeRecord('two'), makeRecord('two')]
      expect(await store.append(makeAppend('a', 1, [makeRecord('new'), makeRecord('one')]))).toEqual({
        kind: 'duplicate',
      })
      expect(await store.append(makeAppend('a', 1, twice))).toEqual({ kind: 'duplicate' })
      expect(await store.head('a')).toMatchObject({ size: 1 })
      expect(await store.createLog(makeLog('b', [makeRecord('one')]))).toEqual({ kind: 'created' })
      const found = await store.find('a', [makeRecord('new').hash, makeRecord('one').hash])
      expect(found.map(record => [record.position, record.time])).toEqual([[0, 1_000]])
    })

    test('REL-64 a change that is refused leaves those beside it alone', async () => {
      await store.createLog(makeLog('a', [makeRecord('one')]))
      await store.createLog(makeLog('b'))
      const [refused, made] = await Promise.all([
        store.append(makeAppend('a', 1, [makeRecord('new'), makeRecord('one')])),
        store.append(makeAppend('b', 0, [makeRecord('new')])),
      ])
      expect([refused.kind, made.kind]).toEqual(['duplicate', 'appended'])
      expect([(await store.head('a'))?.size, (await store.head('b'))?.size]).toEqual([1, 1])
    })

    test('REL-65 epochs and tiles are kept with the records that start and complete them', async () => {
      await store.createLog(makeLog('a'))
      const records = Array.from({ length: 256 }, (_, i) => makeRecord(`envelope ${i}`))
      await store.append({
        ...makeAppend('a', 0, records),
        access: [makeAccess(1, 1), makeAccess(2, 9)],
        tiles: [new Uint8Array(32).fill(7)],
      })
      await store.append({
        ...makeAppend('a', 256, [makeRecord('more')]),
        access: [makeAccess(3, 257)],
      })
      const head = await store.head('a')
      expect(head?.access.map(row => [row.epoch, row.from])).toEqual([
        [0, 0],
        [1, 1],
        [2, 9],
        [3, 257],
      ])
      expect([...(await store.tiles('a', 0, 5))]).toEqual(Array(32).fill(7))
    })

    test('REL-66 a read stops before it exceeds its bytes, but gives one record at least', async () => {
      await store.createLog(makeLog('a', [makeRecord('four'), makeRecord('five5'), makeRecord('six')]))
      const sizes = async (bytesMax: number, from = 0, to = 3) =>
        (await store.read({ id: 'a', from, to, bytesMax })).length
      expect(await sizes(0)).toBe(1)
      expect(await sizes(8)).toBe(1)
      expect(await sizes(9)).toBe(2)
      expect(await sizes(12)).toBe(3)
      expect(await sizes(100, 1, 2)).toBe(1)
      expect(await sizes(100, 3, 9)).toBe(0)
    })

    test('REL-67 destruction leaves position, time and hash', async () => {
      await store.createLog(makeLog('a', [makeRecord('one'), makeRecord('two'), makeRecord('three')]))
      expect(await store.destroy('a', 1, 3)).toEqual({ envelopes: 2, bytes: 8 })
      expect(await store.destroy('a', 0, 2)).toEqual({ envelopes: 1, bytes: 3 })
      expect(await store.destroy('a', 0, 3)).toEqual({ envelopes: 0, bytes: 0 })
      const records = await store.read({ id: 'a', from: 0, to: 3, bytesMax: 100 })
      expect(records.map(record => [record.position, record.time, record.envelope])).toEqual([
        [0, 1_000, undefined],
        [1, 1_000, undefined],
        [2, 1_000, undefined],
      ])
      expect(Buffer.from(records[0]?.hash ?? [])).toEqual(makeRecord('one').hash)
      expect(await store.head('a')).toMatchObject({ size: 3, bytes: 0 })
      expect(await store.append(makeAppend('a', 3, [makeRecord('one')]))).toEqual({ kind: 'duplicate' })
    })

    test('REL-106 the largest size that was signed once is kept, and only grows', async () => {
      await store.createLog(makeLog('a', [makeRecord('one')]))
      expect((await store.head('a'))?.owed).toBe(0)
      await store.owe('a', 7)
      await store.owe('a', 3)
      await store.owe('nowhere', 9)
      const change = makeAppend('a', 1, [makeRecord('two')])
      expect(await store.append(change)).toEqual({ kind: 'conflict', size: 1 })
      expect(await store.append({ ...change, owed: 7 })).toEqual({ kind: 'appended' })
      expect(await store.head('a')).toMatchObject({ size: 2, owed: 7 })
      expect(await store.head('nowhere')).toBeUndefined()
    })

    test('REL-107 a record enters without its envelope where it was destroyed before', async () => {
      await store.createLog(makeLog('a', [{ ...makeRecord('one'), envelope: undefined }]))
      await store.append(makeAppend('a', 1, [{ ...makeRecord('two'), envelope: undefined }]))
      const records = await store.read({ id: 'a', from: 0, to: 2, bytesMax: 100 })
      expect(records.map(({ position, envelope }) => [position, envelope])).toEqual([
        [0, undefined],
        [1, undefined],
      ])
      expect(Buffer.from(records[1]?.hash ?? [])).toEqual(makeRecord('two').hash)
      expect(await store.head('a')).toMatchObject({ size: 2, bytes: 0 })
      expect(await store.append(makeAppend('a', 2, [makeRecord('one')]))).toEqual({ kind: 'duplicate' })
    })

    test('REL-15 a right is spent with the log that it makes, log by log', async () => {
      await store.createLog(makeLog('a'))
      expect(await store.mintRight(makeRight())).toEqual({ kind: 'minted', logs: 2, until: 2_000 })
      const right = makeRight().right
      expect(await store.createLog(makeLog('b', [makeRecord('one')], right))).toEqual({ kind: 'created' })
      expect(await store.createLog(makeLog('b', [], right))).toEqual({ kind: 'exists' })
      expect(await store.mintRight(makeRight())).toEqual({ kind: 'minted', logs: 1, until: 2_000 })
      const late = { ...makeLog('c', [], right), made: 2_000 }
      expect(await store.createLog(late)).toEqual({ kind: 'no-right', reason: 'expired' })
      const outcomes = await Promise.all(['c', 'd', 'e'].map(id => store.createLog(makeLog(id, [], right))))
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['created', 'no-right', 'no-right'])
      expect(await store.createLog(makeLog('f', [], right))).toEqual({ kind: 'no-right', reason: 'spent' })
      const unknown = new Uint8Array(32).fill(9)
      expect(await store.createLog(makeLog('f', [], unknown))).toEqual({
        kind: 'no-right',
        reason: 'unknown',
      })
      expect(await store.head('f')).toBeUndefined()
      expect([(await store.head('a'))?.mints, (await store.head('b'))?.mints]).toEqual([true, false])
    })

    test('REL-16 a log mints a largest number within a time, and a name once', async () => {
      await store.createLog(makeLog('a'))
      await store.createLog(makeLog('b'))
      await store.mintRight(makeRight({ logsMax: 4 }))
      await store.mintRight(makeRight({ ...other(2), logsMax: 4, made: 600 }))
      const third = makeRight({ ...other(3), logs: 1, logsMax: 4, made: 700 })
      expect(await store.mintRight(third)).toEqual({ kind: 'over', oldest: 500 })
      expect(await store.mintRight({ ...third, since: 500 })).toMatchObject({ kind: 'minted' })
      expect(await store.mintRight({ ...third, ...other(4), log: 'b' })).toMatchObject({ kind: 'minted' })
      expect(await store.mintRight({ ...third, log: 'b' })).toEqual({ kind: 'taken' })
      expect(await store.mintRight({ ...third, ...other(5), log: 'nowhere' })).toEqual({
        kind: 'unknown-log',
      })
      expect(await store.mintRight(makeRight({ ...other(6), logs: 11 }))).toEqual({
        kind: 'over',
        oldest: 500,
      })
    })

    test('REL-18 a right is taken back by the log that minted it, and forgotten when it is over', async () => {
      await store.createLog(makeLog('a'))
      await store.createLog(makeLog('b'))
      const { right } = makeRight()
      await store.mintRight(makeRight())
      expect(await store.revokeRight('b', right)).toBe(0)
      expect(await store.revokeRight('a', right)).toBe(2)
      expect(await store.revokeRight('a', right)).toBe(0)
      expect(await store.createLog(makeLog('c', [], right))).toEqual({ kind: 'no-right', reason: 'spent' })
      await store.expire({ rights: 2_000, empty: 0 })
      expect(await store.createLog(makeLog('c', [], right))).toEqual({ kind: 'no-right', reason: 'spent' })
      await store.expire({ rights: 2_001, empty: 0 })
      expect(await store.createLog(makeLog('c', [], right))).toEqual({ kind: 'no-right', reason: 'unknown' })
    })

    test('REL-19 logs without records are forgotten when they are unused, with their rights', async () => {
      await store.createLog(makeLog('empty'))
      await store.createLog(makeLog('used'))
      await store.createLog(makeLog('full', [makeRecord('one')]))
      await store.createLog(makeLog('owed'))
      await store.owe('owed', 1)
      await store.touch('used', 2_000)
      await store.touch('nowhere', 2_000)
      await store.mintRight(makeRight({ log: 'empty', until: 9_000 }))
      expect((await store.head('empty'))?.used).toBe(1_000)
      expect(await store.expire({ rights: 0, empty: 1_000 })).toBe(0)
      expect(await store.expire({ rights: 0, empty: 1_001 })).toBe(1)
      expect(await store.head('empty')).toBeUndefined()
      expect((await store.head('used'))?.used).toBe(2_000)
      expect([(await store.head('full'))?.size, (await store.head('owed'))?.owed]).toEqual([1, 1])
      const spent = await store.createLog(makeLog('b', [], makeRight().right))
      expect(spent).toEqual({ kind: 'no-right', reason: 'unknown' })
      expect(await store.createLog(makeLog('empty', [makeRecord('one')]))).toEqual({ kind: 'created' })
    })

    test('NOTE-6 NOTE-7 NOTE-8 NOTE-9 who is told is kept, found by log and epoch, given out once, and forgotten', async () => {
      const table = new NoticeTable((sql, values) => store.ask(sql, values))
      const own = { holder: 'own', name: 'n1', way: 'push', address: 'a', language: 'fa', delayed: true }
      const mail = { ...own, name: 'n2', way: 'mail', delayed: false }
      const logs = Array.from({ length: 20 }, (_, i) => ({ log: `log${i}`, epoch: 2 }))
      await table.keep(own, logs, 100)
      await table.keep(mail, logs.slice(0, 1), 100)
      await table.keep({ ...own, holder: 'other' }, logs.slice(0, 1), 100)
      expect((await table.of('own')).map(each => [each.name, each.awaits, each.logs.length])).toEqual([
        ['n1', false, 20],
        ['n2', false, 1],
      ])
      expect(await table.of('own')).toMatchObject([own, mail])
      await table.keep(own, logs.slice(0, 19), 100)
      expect(await table.toBeTold({ log: 'log19', epoch: 2 })).toEqual([])
      expect(await table.toBeTold({ log: 'log18', epoch: 1 })).toEqual([])
      expect(await table.toBeTold({ log: 'log18', epoch: 2 })).toMatchObject([{ name: 'n1', told: 0 }])

      await table.awaitCode(mail, { hash: 'right', tries: 2, asked: 100 })
      expect(await table.toBeTold({ log: 'log0', epoch: 2 })).toHaveLength(2)
      expect(await table.confirm('own', 'n2', { hash: 'right', after: 101 })).toBe(false)
      expect(await table.confirm('other', 'n2', { hash: 'right', after: 0 })).toBe(false)
      expect(await table.confirm('own', 'n2', { hash: 'right', after: 100 })).toBe(true)
      expect(await table.toBeTold({ log: 'log0', epoch: 2 })).toHaveLength(3)

      for (const each of [own, mail]) await table.setDue(each, { news: 150, due: 200 })
      await table.setDue(own, { news: 160, due: 900 })
      expect(await table.waiting()).toEqual(
        expect.arrayContaining([
          { holder: 'own', news: 160 },
          { holder: 'own', news: 150 },
        ]),
      )
      expect(await table.claim(199, 10)).toEqual([])
      // Of those who ask at once, one is given each.
      const claimed = await Promise.all([table.claim(200, 1), table.claim(201, 10), table.claim(202, 10)])
      expect(
        claimed
          .flat()
          .map(({ name }) => name)
          .toSorted(),
      ).toEqual(['n1', 'n2'])
      // The same address, registered by another, was told too.
      expect((await table.toBeTold({ log: 'log0', epoch: 2 })).every(({ told }) => told >= 200)).toBe(true)
      await table.setDue(own, { news: 300, due: 301 })
      await table.see('own', 300)
      expect([await table.waiting(), await table.unseen(300)]).toEqual([[], ['other']])

      await table.end('log0', 3)
      expect(await table.toBeTold({ log: 'log0', epoch: 2 })).toEqual([])
      await table.setDue(mail, { news: 300, due: 301 })
      await table.end('own', 1)
      expect(await table.of('own')).toMatchObject([
        { name: 'n1', address: '', logs: [] },
        { name: 'n2', address: 'a', logs: [] },
      ])
      expect(await table.waiting()).toEqual([])
      expect(await table.languageOf('n1')).toBe('fa')
      await table.dropAddress('n1')
      expect(await table.languageOf('n1')).toBeUndefined()
      expect([await table.drop('own', 'n1'), await table.drop('other', 'n2')]).toEqual([false, false])
      expect(await table.expire({ seen: 300, asked: 0 })).toBe(0)
      expect(await table.expire({ seen: 301, asked: 0 })).toBe(1)
      await table.keep(mail, logs, 400)
      await table.awaitCode(mail, { hash: 'x', tries: 1, asked: 400 })
      expect(await table.expire({ seen: 0, asked: 400 })).toBe(0)
      expect(await table.expire({ seen: 0, asked: 401 })).toBe(1)
      expect(await table.of('own')).toEqual([])
    })

    test('REL-68 usage counts logs and the bytes still kept', async () => {
      expect(await store.usage()).toEqual({ logs: 0, bytes: 0 })
      await store.createLog(makeLog('a', [makeRecord('one')]))
      await store.createLog(makeLog('b', [makeRecord('three')]))
      expect(await store.usage()).toEqual({ logs: 2, bytes: 8 })
      await store.destroy('b', 0, 1)
      expect(await store.usage()).toEqual({ logs: 2, bytes: 3 })
    })

    test('REL-69 a closed store says so', async () => {
      await store.createLog(makeLog('a'))
      const last = store.append(makeAppend('a', 0, [makeRecord('one')]))
      await store.close()
      expect(await last).toEqual({ kind: 'appended' })
      await store.close()
      const refusals = [store.head('a'), store.append(makeAppend('a', 1, [makeRecord('two')])), store.usage()]
      for (const refusal of await Promise.allSettled(refusals)) {
        expect(refusal.status).toBe('rejected')
        if (refusal.status === 'fulfilled') continue
        expect(refusal.reason).toBeInstanceOf(StoreError)
        expect(refusal.reason.code).toBe('store-closed')
      }
    })
  })
}

function text(envelope: Uint8Array | undefined): string | undefined {
  return envelope === undefined ? undefined : Buffer.from(envelope).toString()
}
