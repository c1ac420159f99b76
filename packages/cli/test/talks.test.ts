/** Exit codes, names and JSON of a process at work. One process for all of the file: its tests go on where the last one ended. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHttpRelay } from '@goodoffices/client'
import { createAccessKey, sealEnvelope, textToSecret } from '@goodoffices/log'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bringIn, codeOf, type Json, startTalks, type Talks } from './shell.ts'

let talks: Talks
beforeAll(async () => {
  talks = await startTalks()
}, 120_000)
afterAll(() => talks.world.close())

type Exported = {
  readonly room: string
  readonly keys: readonly { readonly epoch: number; readonly key: string }[]
  readonly records: readonly unknown[]
}

const file = (name: string): string => join(talks.world.folder, name)
const itemsOf = (json: Json) => json['items'] as unknown as readonly Record<string, unknown>[]

describe('names', () => {
  it('CLI-7: addresses items by short handles, by room and handle, and by the beginning of an id', async () => {
    const { iran, algeria } = talks
    const said = (await iran('say', 'The first thing. The second thing.', '--json')).json
    expect(said).toMatchObject({ ok: true, handle: 'caucus:iran/m1' })
    await iran('mark', 'm1', 'nothing', '--part', 'The second thing.')
    for (const name of ['m1', 'iran/m1', 'caucus:iran/m1', String(said['message']).slice(0, 8)])
      expect((await algeria('release', 'ask', name, '--json')).json).toMatchObject({
        passage: 'caucus:iran/m1',
      })
    expect((await algeria('release', 'ask', 'm1.p17', '--json')).json).toMatchObject({
      passage: 'caucus:iran/m1.p17',
    })
  })

  it('CLI-9: ends with 2 and the candidates where a name could be several, with 5 where it is none', async () => {
    const { states, algeria } = talks
    await states('say', 'A message of ours.')
    const several = await algeria.attempt(['release', 'ask', 'm1'])
    expect(several.code).toBe(2)
    expect(several.err).toContain('caucus:iran/m1')
    expect(several.err).toContain('caucus:united-states/m1')
    const none = await algeria.attempt(['release', 'ask', 'm9'])
    expect(none.code).toBe(5)
    expect(none.err).toContain('There is no message m9.')
    // m1 must not be taken for the beginning of m10.
    expect((await algeria.attempt(['release', 'ask', 'caucus:iran/m10'])).code).toBe(5)
    const room = await algeria.attempt(['read', 'caucus', '--json'])
    expect(room.code).toBe(2)
    expect(room.json).toMatchObject({ ok: false, error: { code: 'name-ambiguous', what: 'room' } })
  })

  it('CLI-8: asks which talks where there are several, and takes the beginning of their title', async () => {
    const { algeria } = talks
    await algeria('process', 'create', 'Another matter', '--party', 'North', '--party', 'South')
    const unnamed = await algeria.attempt(['rooms'])
    expect(unnamed.code).toBe(2)
    expect(unnamed.err).toContain('another-matter')
    expect((await algeria('rooms', '--process', 'another', '--json')).json['rooms']).toHaveLength(4)
    const byEnvironment = await algeria.attempt(['rooms'], { env: { GOODOFFICES_PROCESS: 'the-channel' } })
    expect(byEnvironment.out).toContain('caucus:iran')
    const leaving = await algeria.attempt(['leave', '--process', 'another-matter', '--yes', '--json'])
    expect(leaving).toMatchObject({ code: 3, json: { error: { code: 'lead-hands-over-first' } } })
  })

  it('CLI-8: refuses two parties whose names would be typed alike', async () => {
    const twice = await talks.algeria.attempt(['process', 'create', 'X', '--party', 'A B', '--party', 'a-b'])
    expect(twice.code).toBe(2)
  })
})

const channel = ['--process', 'the-channel'] as const

/** Of a relay that no test here knows. */
const otherKey = String(
  JSON.parse(readFileSync(new URL('../../../vectors/releases/0.1.0/facts.json', import.meta.url), 'utf8'))
    .vkey,
)

describe('carrying', () => {
  it('CLI-2: ends with 3 where a rule says no, and says what was kept', async () => {
    const { algeria, iran } = talks
    const refused = await algeria.attempt([
      'convey',
      ...channel,
      '--from',
      'caucus:iran/m1',
      '--to',
      'united',
      '--wording',
      'First things first.',
      '--json',
    ])
    expect(refused.code).toBe(3)
    expect(refused.json).toMatchObject({ ok: false, error: { code: 'not-released', granted: 'nothing' } })
    expect(String((refused.json['error'] as unknown as Json)['message']).length).toBeGreaterThan(20)
    expect((await iran.attempt(['table', 'open'])).code).toBe(3)
    expect((await iran.attempt(['table', 'say', 'Hello?'])).code).toBe(3)
  })

  it('CLI-13: prepares nothing while a finding of the leak check is not accepted, each by its number', async () => {
    const { algeria, iran } = talks
    await iran('say', 'We would accept 4750 of the 9500.', '--marking', 'nothing')
    const convey = ['convey', ...channel, '--own', '--to', 'united', '--wording', 'Between 4750 and 9500.']
    const blocked = await algeria.attempt([...convey, '--json'])
    expect(blocked.code).toBe(3)
    expect(blocked.json).toMatchObject({ error: { code: 'leak-not-accepted', count: 2 } })
    const half = await algeria.attempt([...convey, '--accept-finding', '1', '--json'])
    expect(half.json).toMatchObject({ error: { code: 'leak-not-accepted', count: 1, text: '9500' } })
    expect((await algeria.attempt([...convey, '--accept-finding', '7'])).code).toBe(5)
    const preview = (await algeria(...convey, '--preview', '--json')).json
    expect(preview).toMatchObject({
      allowed: true,
      together: [{ findings: [{ number: 1 }, { number: 2 }] }],
    })
    expect((await algeria('conveyances', ...channel, '--all', '--json')).json['conveyances']).toEqual([])
    const prepared = await algeria(...convey, '--accept-finding', '1', '--accept-finding', '2', '--json')
    expect(prepared.json).toMatchObject({ ok: true, handle: 'desk/c1', accepted: 2 })
  })

  it('CLI-13: previews the very delivery that the recipient then has', async () => {
    const { algeria, iran, states } = talks
    await iran('mark', 'm1', 'attributed')
    await iran('mark', 'm1.p17', 'attributed')
    const convey = [
      'convey',
      ...channel,
      '--from',
      'caucus:iran/m1',
      '--to',
      'united',
      '--as',
      'attributed',
      '--wording',
      'They name two things.',
      '--tell',
      'words',
    ]
    const { together } = (await algeria(...convey, '--preview', '--json')).json
    const [{ arrival: previewed }] = together as unknown as readonly [{ readonly arrival: Json }]
    expect(previewed).toMatchObject({ from: 'Iran', body: 'They name two things.' })
    const { handle } = (await algeria(...convey, '--json')).json
    const [delivered] = (await algeria('deliver', ...channel, String(handle), '--json')).json[
      'delivered'
    ] as unknown as readonly Json[]
    const item = itemsOf((await states('read', '--json')).json).find(
      each => each['delivery'] === delivered?.['delivery'],
    )
    const { kind: _, delivery: __, ...expected } = previewed as Record<string, unknown>
    expect(item).toMatchObject(expected)
    const told = itemsOf((await iran('read', '--json')).json).find(
      each => each['handle'] === 'caucus:iran/m1',
    )
    expect(told?.['told']).toMatchObject([{ to: 'United States', wording: 'They name two things.' }])
  })

  it('CLI-13: notes that the same has been carried before', async () => {
    const again = await talks.algeria(
      'convey',
      ...channel,
      '--from',
      'caucus:iran/m1',
      '--to',
      'united',
      '--as',
      'attributed',
      '--wording',
      'Again.',
      '--preview',
    )
    expect(again.out).toContain('The same has been delivered for this party before: c2.')
  })

  it('delivers what is due, and not before', async () => {
    const { algeria } = talks
    const at = new Date(Date.now() + 3_600_000).toISOString().slice(0, 16)
    await algeria('convey', ...channel, '--own', '--to', 'iran', '--wording', 'At noon.', '--at', `${at}Z`)
    expect((await algeria('deliver', ...channel, '--due', '--json')).json['delivered']).toEqual([])
    const due = await algeria.attempt(['deliver', ...channel, '--due', '--json'], {
      now: () => Date.now() + 7_200_000,
    })
    expect(due.json['delivered']).toHaveLength(1)
  })

  it('reads back, confirms, answers; a conditional offer is held and put', async () => {
    const { algeria, iran, states } = talks
    expect((await states('read-back', 'give', 'd1', 'Two things.', '--json')).json).toMatchObject({
      handle: 'caucus:united-states/r1',
    })
    await algeria('read-back', 'confirm', ...channel, 'r1')
    expect((await algeria.attempt(['read-back', 'confirm', ...channel, 'r1'])).code).toBe(3)
    await iran('offer', 'make', '--if-they', 'free the assets', '--then-we', 'free the detained', '--binding')
    const put = await algeria.attempt([
      'convey',
      ...channel,
      '--from-offer',
      'iran/o1',
      '--to',
      'united',
      '--wording',
      'What if both were freed?',
      '--tell',
      'words',
      '--accept-all',
      '--json',
    ])
    expect(put.code).toBe(0)
    await algeria('deliver', ...channel, String(put.json['handle']))
    expect((await iran('offer', 'list')).out).toContain('What if both were freed?')
    await algeria('offer', 'report', ...channel, 'iran/o1', 'declined')
    await iran('offer', 'withdraw', 'o1')
    expect((await iran('offer', 'list')).out).toContain('withdrawn')
  })

  it('CLI-14: lists in the inbox what waits with the command for it, and what is new once', async () => {
    const { algeria, states } = talks
    await algeria('release', 'ask', ...channel, 'caucus:united-states/m1', '--as', 'verbatim')
    const first = (await states('inbox', '--json')).json['processes'] as unknown as readonly Json[]
    expect(first[0]?.['waiting']).toContainEqual(
      expect.objectContaining({
        kind: 'asked',
        handle: 'caucus:united-states/a1',
        next: 'goodoffices release give caucus:united-states/a1',
        words: 'A message of ours.',
      }),
    )
    expect(first[0]?.['new']).not.toEqual([])
    const second = (await states('inbox', '--json')).json['processes'] as unknown as readonly Json[]
    expect(second[0]?.['new']).toEqual([])
    await states('release', 'refuse', 'a1')
    expect((await states.attempt(['release', 'give', 'a1'])).code).toBe(3)
  })
})

describe('people and rooms', () => {
  it('opens the table, a group, a delegation; hands over; removes', { timeout: 90_000 }, async () => {
    const { algeria, iran, states, world } = talks
    expect((await algeria.attempt(['table', 'open', ...channel])).err).toContain('has not consented')
    await iran('consent', 'give', '--limits', 'Never in one room.')
    await states('consent', 'give')
    await algeria('sync')
    const limited = await algeria.attempt(['table', 'open', ...channel])
    expect([limited.code, limited.err]).toEqual([
      3,
      expect.stringMatching(/--heed iran[^]*Never in one room\./),
    ])
    await algeria('table', 'open', ...channel, '--heed', 'iran')
    expect((await states('read')).out).toContain('gave word here that direct exchange is open')
    await iran('table', 'say', 'We thank our hosts.')
    await algeria('table', 'close', ...channel)
    await algeria('group', 'open', ...channel, 'Frozen assets', 'iran', 'united-states')
    await states('say', '--in', 'group:frozen', 'We count them.')
    expect((await iran('read', 'group:frozen-assets')).out).toContain('We count them.')
    await iran('delegation', 'open')
    await iran('say', '--in', 'delegation', 'Among ourselves.')
    expect((await algeria('rooms', ...channel)).out).not.toContain('delegation')
    const second = await world.person('Second')
    await bringIn(algeria, second, { name: 'Second', as: ['--role', 'mediator'], on: channel })
    await algeria('hand-over', ...channel, 'second', '--yes')
    expect((await second('conveyances', '--json')).json['ok']).toBe(true)
    expect((await algeria.attempt(['terms', ...channel, '--disclosure', 'open'])).code).toBe(3)
    await second('hand-over', 'algeria', '--yes')
    await algeria('terms', ...channel, '--disclosure', 'open')
    expect((await iran('terms', '--json')).json).toMatchObject({ terms: { disclosure: 'open' } })
    await algeria('remove', ...channel, 'united-states', '--yes', '--note', 'At their own wish.')
    const removed = await states.attempt(['say', 'Are we still here?'])
    expect(removed.code).toBe(3)
    expect((await algeria('people', ...channel)).out).toMatch(/united-states .*has left/)
  })

  it('keeps notes apart: private, and the desk’s', async () => {
    const { algeria, iran } = talks
    await algeria('note', ...channel, 'They did not mention the deadline.')
    await algeria('note', ...channel, '--in', 'desk', 'Call Bern.')
    expect((await algeria('notes', ...channel)).out).toContain('deadline')
    expect((await algeria('notes', ...channel, '--in', 'desk')).out).toContain('Call Bern.')
    expect((await iran.attempt(['notes', '--in', 'desk'])).code).toBe(5)
  })
})

describe('the record', () => {
  it('CLI-15: exports what anybody verifies without identity or connection, and refuses a changed file', async () => {
    const { iran, world } = talks
    const record = file('iran.record')
    await iran('export', '--to', record)
    const verified = await world.stranger('nobody')(
      'verify',
      record,
      '--relay-key',
      world.relay.vkey,
      '--json',
    )
    expect(verified.json).toMatchObject({ ok: true, kind: 'record' })
    const strange = await world.stranger('nobody').attempt(['verify', record, '--relay-key', otherKey])
    expect(strange.code).toBe(3)
    expect(strange.err).toContain('not the one whose key you gave')
    writeFileSync(
      file('bent'),
      readFileSync(record, 'utf8').replace(
        /("time": )(\d+)/,
        (_, name: string, time: string) => `${name}${Number(time) + 1}`,
      ),
    )
    expect((await world.stranger('nobody').attempt(['verify', file('bent')])).code).toBe(3)
    writeFileSync(file('no-record'), '{"format": 1}')
    expect((await world.stranger('nobody').attempt(['verify', file('no-record')])).code).toBe(2)
    expect((await world.stranger('nobody').attempt(['verify', file('absent')])).code).toBe(2)
  })

  it('CLI-15: names the records of a file that are no entries, and ends with 3', async () => {
    const { iran, world } = talks
    const before = file('before.record')
    await iran('export', 'caucus:iran', '--to', before)
    const [room] = JSON.parse(readFileSync(before, 'utf8')).rooms as readonly Exported[]
    const newest = room?.keys.at(-1)
    const key = newest === undefined ? undefined : textToSecret(newest.key)
    if (room === undefined || newest === undefined || key?.ok !== true) throw new Error('no key')
    const rubbish = await sealEnvelope({
      logId: room.room,
      epoch: newest.epoch,
      epochKey: key.value,
      plaintext: new Uint8Array(5),
    })
    const relay = createHttpRelay({
      address: `http://${world.relay.address.host}:${world.relay.address.port}`,
    })
    await relay.append(room.room, await createAccessKey(key.value), [rubbish])
    await iran('export', 'caucus:iran', '--to', file('after.record'))
    const verified = await world.stranger('nobody').attempt(['verify', file('after.record')])
    expect(verified.code).toBe(3)
    expect(verified.out).toContain('1 of its records are no entries')
    expect(verified.err).toContain(`record ${room.records.length} is no entry`)
    const json = (await world.stranger('nobody').attempt(['verify', file('after.record'), '--json'])).json
    expect(json).toMatchObject({ ok: false, error: { code: 'record-with-faults', faults: 1 } })
  })

  it('CLI-15: proves one entry, and writes documents to read', async () => {
    const { iran, world } = talks
    await iran('prove', 'caucus:iran/m1', '--to', file('m1.evidence'))
    const proved = await world.stranger('nobody')(
      'verify',
      file('m1.evidence'),
      '--relay-key',
      world.relay.vkey,
      '--json',
    )
    expect(proved.json).toMatchObject({
      kind: 'evidence',
      act: { kind: 'message.say', body: 'The first thing. The second thing.' },
    })
    for (const name of ['iran.html', 'iran.docx', 'iran.txt']) {
      await iran('export', 'caucus:iran', '--to', file(name))
      expect(existsSync(file(name))).toBe(true)
    }
    expect(readFileSync(file('iran.html'), 'utf8')).toContain('The first thing.')
    expect(readFileSync(file('iran.docx')).subarray(0, 2).toString()).toBe('PK')
  })
})

describe('letting somebody in', () => {
  it('CLI-34, LEAK-12: shows what the leak check names in a post, and lets them in once all of it was passed', async () => {
    const { algeria, iran, world } = talks
    await iran('say', 'We would go to 8123.', '--marking', 'nothing')
    const adviser = await world.person('Adviser')
    const as = ['--party', 'united', '--role', 'adviser', '--post', 'Desk 8123', ...channel]
    const { link } = (await algeria('invite', 'Adviser', ...as, '--json')).json
    await adviser('join', String(link))
    const code = await codeOf(algeria, 'Adviser', channel)
    await adviser('join', 'accept', code)
    const complete = ['invite', 'complete', 'Adviser', code, ...channel]
    const blocked = await algeria.attempt(complete)
    expect([blocked.code, blocked.err]).toEqual([3, expect.stringContaining('a figure: "8123"')])
    const half = await algeria.attempt([...complete, '--accept-finding', '1', '--json'])
    expect([half.code, half.json]).toMatchObject([3, { error: { code: 'leak-not-accepted' } }])
    expect((await algeria(...complete, '--accept-all')).out).toMatch(/a figure: "8123"[^]*Adviser is in/)
    await adviser('sync')
    expect((await adviser('people')).out).toContain('Desk 8123')
  })
})
