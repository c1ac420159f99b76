/** What waits is laid upon a room and taken off again: no copy, and no trace. */

import type { RoomId, RoomState } from '@goodoffices/core'
import { createEntryId } from '@goodoffices/log'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptedActs } from '../../core/test/accepted.ts'
import { cardOf, deviceOf, openingOf } from '../../core/test/cast.ts'
import { Journal } from '../src/log/journal.ts'
import { applyNext, Overlay, type Pending } from '../src/log/overlay.ts'

const accepted = [...acceptedActs()].map(([kind, one]) => ({ kind, ...one }))
const time = 1_800_000_000_000

/** The text shows the order of keys too: a snapshot is written from it. */
const textOf = (room: RoomState | undefined): string => JSON.stringify(room)

const overlayFor = (room: RoomState, person: string): Overlay =>
  new Overlay({ id: room.id, device: deviceOf(person).device })

const pending = (act: Pending['act']): Pending => ({ id: createEntryId(), act, time })

describe('SYNC-29 an act that waits', () => {
  it('finds nothing where nothing is', () => {
    const journal = new Journal()
    expect(journal.record({ left: null }).left).toBeNull()
    expect(journal.size).toBe(0)
  })

  it('is the same each time it is read, and what is written of it is what it was', () => {
    const data: { one: { left: number }; other?: { left: number } } = { one: { left: 1 } }
    const recorded = new Journal().record(data)
    expect(recorded.one).toBe(recorded.one)
    recorded.other = recorded.one
    expect(data.other).toBe(data.one)
  })

  it('makes of a room that no log has yet one that is begun once', () => {
    const { device } = deviceOf('lead')
    const overlay = new Overlay({ id: 'room-private-all' as RoomId, device })
    const opening = pending(openingOf(cardOf('lead'), { kind: 'private' }) as Pending['act'])
    const begun = overlay.show(undefined, [opening])
    expect(begun?.kind).toBe('private')
    expect(overlay.show(undefined, [opening])).toBe(begun)
    expect(overlay.show(undefined, [])).toBeUndefined()
  })

  it.each(accepted)(
    '$kind is shown as a copy would show it, and leaves no trace',
    ({ before, act, person }) => {
      const room = structuredClone(before)
      const text = textOf(room)
      const entry = pending(act)
      const copy = structuredClone(before)
      expect(applyNext(copy, entry, deviceOf(person).device).ok).toBe(true)
      const overlay = overlayFor(room, person)
      const shown = overlay.show(room, [entry])
      expect(textOf(shown)).toBe(textOf(copy))
      expect(textOf(copy)).not.toBe(text)
      expect(overlay.without(() => textOf(room))).toBe(text)
      expect(textOf(shown)).toBe(textOf(copy))
      overlay.lift()
      expect(textOf(room)).toBe(text)
      expect(() => structuredClone(room)).not.toThrow()
    },
  )
})

describe('SYNC-29 acts that wait, some of which a room refuses', () => {
  const one = fc.constantFrom(...accepted)

  it('law: whatever is laid on and taken off in between, the room is what the acts that wait make of a copy', () => {
    const lists = fc.array(fc.array(one, { maxLength: 5 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(one, lists, ({ before, person }, decided) => {
        const room = structuredClone(before)
        const text = textOf(room)
        const overlay = overlayFor(room, person)
        const entries = new Map(accepted.map(({ kind, act }) => [kind, pending(act)]))
        for (const list of decided) {
          const waiting = [...new Set(list)].flatMap(({ kind }) => entries.get(kind) ?? [])
          const copy = structuredClone(before)
          for (const entry of waiting) {
            const tried = structuredClone(copy)
            if (applyNext(tried, entry, deviceOf(person).device).ok)
              applyNext(copy, entry, deviceOf(person).device)
          }
          expect(textOf(overlay.show(room, waiting))).toBe(textOf(copy))
          expect(overlay.without(() => textOf(room))).toBe(text)
        }
        overlay.lift()
        expect(textOf(room)).toBe(text)
      }),
      { numRuns: Number(process.env['GOODOFFICES_RUNS'] ?? 60) },
    )
  })

  it('what has arrived in the log is not laid upon it again', () => {
    const say = accepted.find(({ kind }) => kind === 'message.say')
    if (say === undefined) throw new Error('nobody says anything')
    const room = structuredClone(say.before)
    const entry = pending(say.act)
    applyNext(room, entry, deviceOf(say.person).device)
    const text = textOf(room)
    expect(textOf(overlayFor(room, say.person).show(room, [entry]))).toBe(text)
  })
})
