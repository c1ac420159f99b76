import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  actKinds,
  applyEntry,
  applyEpoch,
  authorOf,
  checkAct,
  parseAct,
  type RoomState,
  releaseOfRules,
  rulesChanges,
  rulesNumber,
  schemaOf,
  specOf,
} from '../src/index.ts'
import { caucusA, deskRoom, deviceOf, does, entryOf, must, opened, partyA, say, tryOpen } from './cast.ts'
import { placesIn } from './places-in.ts'

const adopt = (number: number) => ({ kind: 'rules.adopt', number })
const beyond = rulesNumber + 1
const newer = {
  kind: 'item.put',
  item: 'item-00001',
  register: 'matter',
  rev: 1,
  fields: { kind: 'figure', title: 'Flow' },
}

const releases = resolve(import.meta.dirname, '../../../vectors/releases')
type Known = { readonly rules: number; readonly acts: Readonly<Record<string, readonly string[]>> }
/** What each release knew of acts: every kind, every field in it, and what it chooses from. */
const known = readdirSync(releases)
  .map(release => ({ release, file: join(releases, release, 'acts.json') }))
  .filter(({ file }) => existsSync(file))
  .map(({ release, file }) => ({ release, ...(JSON.parse(readFileSync(file, 'utf8')) as Known) }))

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

  test('RULE-5 who knows no number refuses `rules.adopt` and what came later, and holds what both know', () => {
    const acts = [
      { kind: 'message.say', act: say('message-1') },
      { kind: 'rules.adopt', act: adopt(2) },
      { kind: 'item.put', act: newer },
      { kind: 'message.say', act: say('message-2') },
    ]
    const read = (isKnown: (kind: string) => boolean) => {
      const room = caucusA()
      const said = acts.map(({ kind, act }) => (isKnown(kind) ? does(room, 'lead', act) : 'act-unknown'))
      return { said, messages: Object.keys(room.messages), items: Object.keys(room.items) }
    }
    const [first] = known
    expect(read(kind => first?.acts[kind] !== undefined)).toEqual({
      said: ['ok', 'act-unknown', 'act-unknown', 'ok'],
      messages: ['message-1', 'message-2'],
      items: [],
    })
    expect(read(() => true)).toMatchObject({ said: ['ok', 'ok', 'ok', 'ok'], items: [newer.item] })
  })

  test('RULE-3 the numbers stand in order, each with what it brings', () => {
    expect(rulesChanges.map(({ number }) => number)).toEqual(rulesChanges.map((_, index) => index + 1))
    expect(rulesNumber).toBe(rulesChanges.length)
    for (const { brings } of rulesChanges) expect(brings.length).toBeGreaterThan(0)
    expect(rulesChanges.map(({ number }) => releaseOfRules(number))).toEqual(['0.1', '0.2'])
    expect(releaseOfRules(beyond)).toBeUndefined()
  })

  test.each(known)(
    'RULE-3 whatever release $release did not know of acts names a later number',
    ({ rules, acts }) => {
      expect(Object.keys(acts).filter(kind => !actKinds.some(each => each === kind))).toEqual([])
      const silent = actKinds.flatMap(kind => {
        const { since = 1, fieldsSince = {}, sinceOf } = specOf({ kind })
        const before = acts[kind]
        if (before === undefined) return since > rules ? [] : [kind]
        return placesIn(schemaOf(kind))
          .filter(place => !before.includes(place) && sinceOf === undefined)
          .filter(place => (fieldsSince[/^\w+/.exec(place)?.[0] ?? ''] ?? 1) <= rules)
          .map(place => `${kind} ${place}`)
      })
      // By it a room learns of numbers at all: who does not know it refuses it as any act that it does not know (RULE-5).
      expect(silent).toEqual(rules < 2 ? ['rules.adopt'] : [])
    },
  )
})

function checkAsLead(room: RoomState, raw: unknown): string {
  const author = authorOf(room, deviceOf('lead').device)
  const act = parseAct(raw)
  if (!author.ok || !act.ok) throw new Error('not read')
  const checked = checkAct(room, author.value, act.value)
  return checked.ok ? 'ok' : checked.error.code
}
