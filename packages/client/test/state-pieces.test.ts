/** A state that is kept in pieces and read where it is looked at is the state that was kept, whoever reads it and however. */

import type { RoomState } from '@goodoffices/core'
import { createEntryId } from '@goodoffices/log'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptedActs } from '../../core/test/accepted.ts'
import { deviceOf } from '../../core/test/cast.ts'
import { applyNext, Overlay } from '../src/log/overlay.ts'
import { piecesToState, stateToTexts } from '../src/log/state-pieces.ts'
import { type KeptState, keepState, openKept, short } from './kept-state.ts'

/** Each item in a piece of its own. */
const single = { itemsMin: 0, charsMin: 1 }

const textOf = (room: RoomState | undefined): string => JSON.stringify(room)

type Fields = Record<string, unknown>

const name = fc.stringMatching(/^[a-z]{1,4}$/)
const item = fc.option(fc.jsonValue(), { nil: undefined })
const list = fc.array(item)
const record = fc.dictionary(name, item, { noNullPrototype: true })
const state: fc.Arbitrary<Fields> = fc.dictionary(
  name,
  fc.oneof(list, record, fc.jsonValue({ maxDepth: 0 })),
  { noNullPrototype: true },
)
const limits = fc.record({ itemsMin: fc.nat(3), charsMin: fc.integer({ min: 1, max: 60 }) })

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const openFields: (kept: KeptState) => Promise<Fields> = openKept
/** What JSON makes of it, which is what is kept. */
const plainOf = (value: object): Fields => JSON.parse(JSON.stringify(value)) as Fields

/** Each a way to look at a field, whole or in part. */
const looks: Readonly<Record<string, (value: object) => unknown>> = {
  stringify: value => JSON.stringify(value),
  keys: value => Object.keys(value),
  values: value => Object.values(value),
  entries: value => Object.entries(value),
  spread: value => (Array.isArray(value) ? [...value] : { ...value }),
  assign: value => Object.assign(Array.isArray(value) ? [] : {}, value),
  names: value => Reflect.ownKeys(value),
  has: value => ['a', 'length', '0'].map(key => [key in value, Object.hasOwn(value, key)]),
  get: value => ['a', 'b', '0', 'toString'].map(key => typeof Reflect.get(value, key)),
  last: value => Reflect.get(value, Object.keys(value).at(-1) ?? ''),
  loop: value => {
    const found = []
    for (const key in value) found.push([key, Reflect.get(value, key)])
    return found
  },
  isList: value => Array.isArray(value),
  list: value =>
    Array.isArray(value)
      ? [value.length, value.at(-1), value.slice(1), value.concat([1]), value.flatMap(each => [each])]
      : undefined,
}

const look = fc.constantFrom(...Object.keys(looks))

/** What may be done to a field; the same is done to the state that was kept and to the plain one. */
const changes: Readonly<Record<string, (value: object, to: unknown) => unknown>> = {
  set: (value, to) => Array.isArray(value) || Reflect.set(value, 'a', to),
  setLast: (value, to) => Reflect.set(value, Object.keys(value).at(-1) ?? '0', to),
  takeOut: value => Array.isArray(value) || Reflect.deleteProperty(value, Object.keys(value)[0] ?? ''),
  putBack: value => {
    const [first] = Object.keys(value)
    if (Array.isArray(value) || first === undefined) return undefined
    const held = Reflect.get(value, first) as unknown
    Reflect.deleteProperty(value, first)
    return Reflect.set(value, first, held)
  },
  push: (value, to) => Array.isArray(value) && value.push(to),
  pop: value => Array.isArray(value) && value.pop(),
  shift: value => Array.isArray(value) && value.shift(),
  unshift: (value, to) => Array.isArray(value) && value.unshift(to),
  splice: (value, to) => Array.isArray(value) && value.splice(1, 1, to),
  cut: value => {
    if (Array.isArray(value)) value.length = Math.min(value.length, 1)
  },
  reverse: value => Array.isArray(value) && value.reverse(),
  deepen: (value, to) => {
    const last = Reflect.get(value, Object.keys(value).at(-1) ?? '') as unknown
    return isObject(last) && !Array.isArray(last) && Reflect.set(last, 'a', to)
  },
}

const step = fc.record({
  field: fc.nat(3),
  how: fc.oneof(look, fc.constantFrom(...Object.keys(changes))),
  to: fc.jsonValue({ maxDepth: 1 }),
})

const fieldOf = (of: Fields, field: number): object | undefined =>
  Object.values(of).filter(isObject).at(field)

describe('a state in pieces', () => {
  it('SYNC-9 law: is what JSON makes of it, however it is looked at first and however short the pieces are', async () => {
    await fc.assert(
      fc.asyncProperty(state, limits, look, async (of, by, how) => {
        const kept = await keepState(of, by)
        const [plain, again] = [plainOf(of), await openFields(kept)]
        expect(Object.keys(again)).toEqual(Object.keys(plain))
        for (const [field, value] of Object.entries(plain))
          if (isObject(value)) expect(looks[how]?.(again[field] as object)).toEqual(looks[how]?.(value))
        expect(JSON.stringify(again)).toBe(JSON.stringify(plain))
        expect(JSON.stringify(await openKept(kept))).toBe(JSON.stringify(plain))
        expect({ ...(await openKept(kept)) }).toEqual(plain)
        expect(await openKept(kept)).toEqual(plain)
      }),
    )
  })

  it('SYNC-9 law: changed and looked at in any order it becomes what plain data becomes', async () => {
    await fc.assert(
      fc.asyncProperty(state, limits, fc.array(step, { maxLength: 12 }), async (of, by, steps) => {
        const [plain, again] = [plainOf(of), await openFields(await keepState(of, by))]
        for (const { field, how, to } of steps) {
          const [mine, theirs] = [fieldOf(plain, field), fieldOf(again, field)]
          if (mine === undefined || theirs === undefined) continue
          const act = looks[how] ?? changes[how]
          expect(act?.(theirs, structuredClone(to))).toEqual(act?.(mine, structuredClone(to)))
        }
        expect(JSON.stringify(again)).toBe(JSON.stringify(plain))
      }),
    )
  })

  it('SYNC-9 law: a piece is well-formed, and no longer than asked for but for its last item', async () => {
    const texts = fc.array(fc.string({ unit: 'binary' }))
    await fc.assert(
      fc.asyncProperty(texts, limits, async (items, by) => {
        for (const { values } of stateToTexts({ items } as unknown as RoomState, by).pieces) {
          expect(values.isWellFormed()).toBe(true)
          const before = (JSON.parse(values) as readonly unknown[]).slice(0, -1)
          if (before.length > 0) expect(JSON.stringify(before).length - 1).toBeLessThan(by.charsMin)
        }
        expect(plainOf(await openKept(await keepState({ items }, by)))).toEqual({ items })
      }),
    )
  })

  it('SYNC-9 is read where it is looked at: names without values, and of the values one piece', async () => {
    const kept = await keepState({ words: { a: 'first', b: 'other', c: 'third' }, size: 3 }, single)
    expect(kept.pieces.length).toBe(3)
    // Of two pieces nothing can be read: whoever looks at the third is not kept from it.
    const broken: KeptState = {
      ...kept,
      pieces: kept.pieces.map((piece, i) => (i === 1 ? piece : { ...piece, values: new Uint8Array([255]) })),
    }
    const { words, size } = (await openKept(broken)) as unknown as {
      words: Record<string, string>
      size: number
    }
    expect([size, Object.keys(words), Object.hasOwn(words, 'd')]).toEqual([3, ['a', 'b', 'c'], false])
    expect(words['b']).toBe('other')
    words['a'] = 'again'
    expect(words['a']).toBe('again')
    expect(() => words['c']).toThrow()
    // Nor are the names, before the field is asked for.
    const unnamed = kept.pieces.map(piece => ({ ...piece, names: new Uint8Array([255]) }))
    expect((await openKept({ ...kept, pieces: unnamed })).size).toBe(3)
  })

  it('SYNC-9 is plain data once all of it was looked at', async () => {
    const state = { words: { a: 1, b: 2 }, order: [1, 2, 3] }
    const again = (await openKept(await keepState(state, single))) as unknown as typeof state
    expect(() => structuredClone(again)).toThrow()
    expect([again.words.b, again.order[2], again.words.a, again.order[0]]).toEqual([2, 3, 1, 1])
    expect(() => structuredClone(again)).toThrow()
    expect(again.order[1]).toBe(2)
    expect(structuredClone(again)).toEqual(state)
  })

  it('SYNC-9 tells nothing of a piece that has another number of values than of names', async () => {
    const [one, two] = await Promise.all([keepState({ words: [1] }, single), keepState({ words: [1, 2] })])
    const [few, many] = [one.pieces[0], two.pieces[0]]
    if (few === undefined || many === undefined) throw new Error('no pieces')
    for (const piece of [
      { ...many, names: few.names },
      { ...few, names: many.names },
    ]) {
      const { words } = (await openKept({ ...one, pieces: [piece] })) as unknown as {
        words: readonly number[]
      }
      expect(() => words[0]).toThrow('not whole')
    }
  })

  it('SYNC-9 is refused where a piece names a field that the state does not have, or that holds neither list nor record', async () => {
    const { ground, pieces } = await keepState({ items: [1], size: 3 })
    for (const field of ['others', 'size', 'toString', '__proto__'])
      expect(
        await piecesToState({ ground, pieces: pieces.map(piece => ({ ...piece, field })) }),
      ).toBeUndefined()
    expect(await piecesToState({ ground: '1', pieces: [] })).toBeUndefined()
    expect(await piecesToState({ ground, pieces })).toEqual({ items: [1], size: 3 })
  })
})

describe('an act in a room that is opened from pieces', () => {
  const accepted = [...acceptedActs()].map(([kind, one]) => ({ kind, ...one }))
  it.each(accepted)(
    '$kind leads to the state that it leads to otherwise',
    async ({ before, act, person }) => {
      const { device } = deviceOf(person)
      const pending = { id: createEntryId(), act, time: 1_800_000_000_000 }
      const plain = structuredClone(before)
      expect(applyNext(plain, pending, device).ok).toBe(true)
      const kept = await keepState(before)
      const again = await openKept(kept)
      expect(applyNext(again, pending, device).ok).toBe(true)
      expect(textOf(again)).toBe(textOf(plain))
      // Laid upon it and taken off, it leaves no trace.
      const room = await openKept(kept)
      const overlay = new Overlay({ id: room.id, device })
      expect(textOf(overlay.show(room, [pending]))).toBe(textOf(plain))
      expect(overlay.without(() => textOf(room))).toBe(textOf(before))
      overlay.lift()
      expect(textOf(room)).toBe(textOf(before))
    },
  )

  it('SYNC-9 law: acts one after the other lead to the same state, of which the same is kept', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...accepted),
        fc.array(fc.constantFrom(...accepted)),
        async (from, acts) => {
          const plain = structuredClone(from.before)
          const again = await openKept(await keepState(from.before))
          for (const { act, person } of acts) {
            const pending = { id: createEntryId(), act, time: 1_800_000_000_000 }
            const { device } = deviceOf(person)
            expect(applyNext(again, pending, device)).toEqual(applyNext(plain, pending, device))
          }
          expect(stateToTexts(again, short)).toEqual(stateToTexts(plain, short))
        },
      ),
      { numRuns: Number(process.env['GOODOFFICES_RUNS'] ?? 40) },
    )
  })
})
