import { describe, expect, test } from 'vitest'
import {
  applyEntry,
  applyEpoch,
  authorOf,
  checkAct,
  parseAct,
  type RoomState,
  rulesChanges,
  rulesNumber,
} from '../src/index.ts'
import { caucusA, deskRoom, deviceOf, does, entryOf, must, opened, partyA, say, tryOpen } from './cast.ts'

const adopt = (number: number) => ({ kind: 'rules.adopt', number })
const beyond = rulesNumber + 1

describe('rules numbers', () => {
  test('RULE-1 a room begins with the number that its opening names, and with the first where it names none', () => {
    expect(caucusA().rules).toBe(1)
    expect(opened('lead', { kind: 'desk', rules: rulesNumber }).rules).toBe(rulesNumber)
    const newer = tryOpen('lead', { kind: 'desk', rules: beyond })
    expect(newer).toMatchObject({ ok: false, error: { code: 'rules-newer', rules: beyond } })
  })

  test('RULE-2 who administers the room adopts a later number', () => {
    const room = caucusA()
    expect(does(room, 'headA', adopt(2))).toBe('not-an-administrator')
    expect(does(room, 'lead', adopt(1))).toBe('rules-adopted')
    expect(does(room, 'lead', adopt(2))).toBe('ok')
    expect(room.rules).toBe(2)
    expect(does(room, 'second', adopt(2))).toBe('rules-adopted')
    expect(does(opened('headA', { kind: 'delegation', party: partyA }), 'headA', adopt(2))).toBe('ok')
    expect(does(opened('headA', { kind: 'private' }), 'headA', adopt(2))).toBe('ok')
  })

  test('RULE-4 nothing is read after rules that are not known, and nothing of it is set down', () => {
    const room = deskRoom()
    must(room, 'lead', adopt(beyond))
    const left = structuredClone(room)
    const entry = entryOf(room, 'lead', say('message-1'))
    expect(applyEntry(room, entry)).toMatchObject({
      ok: false,
      error: { code: 'rules-newer', rules: beyond },
    })
    const keys = { epoch: room.epoch + 1, device: deviceOf('lead').device, position: room.size }
    expect(applyEpoch(room, keys)).toMatchObject({ ok: false, error: { code: 'rules-newer' } })
    expect(checkAsLead(room, say('message-1'))).toBe('rules-newer')
    expect(room).toEqual(left)
  })

  test('RULE-3 the numbers stand in order, each with what it brings', () => {
    expect(rulesChanges.map(({ number }) => number)).toEqual(rulesChanges.map((_, index) => index + 1))
    expect(rulesNumber).toBe(rulesChanges.length)
    for (const { brings } of rulesChanges) expect(brings.length).toBeGreaterThan(0)
  })
})

function checkAsLead(room: RoomState, raw: unknown): string {
  const author = authorOf(room, deviceOf('lead').device)
  const act = parseAct(raw)
  if (!author.ok || !act.ok) throw new Error('not read')
  const checked = checkAct(room, author.value, act.value)
  return checked.ok ? 'ok' : checked.error.code
}
