/** From one side to another in the shell: entries and what is said of them, several at once, the table; what was cut short; and every other word of a mediator's. */

import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import { join } from 'node:path'
import { startRelay } from '@goodoffices/relay'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bringIn, type Json, type Person, startTalks, type Talks } from './shell.ts'

let talks: Talks
let second: Person

beforeAll(async () => {
  talks = await startTalks()
  second = await talks.world.person('Second')
  await bringIn(talks.algeria, second, { name: 'Second', as: ['--role', 'mediator'] })
  const matter = [
    'item',
    'put',
    'matter',
    '--kind',
    'figure',
    '--title',
    'Assets abroad',
    '--unit',
    'dollars',
  ]
  for (const party of ['iran', 'united-states']) await talks.algeria(...matter, '--in', `caucus:${party}`)
}, 240_000)
afterAll(async () => talks.world.close())

type Listed = readonly { readonly handle: string }[]
const listed = async (person: Person, command: string, key: string, ...args: string[]): Promise<Listed> =>
  (await person(command, ...args, '--json')).json[key] as unknown as Listed
const refusal = async (person: Person, ...args: string[]) => {
  const { code, json } = await person.attempt([...args, '--json'])
  return { code, ...(json['error'] as unknown as object) }
}
/** What a mediator is told to do next, by what waits. */
const nextFor = async (person: Person): Promise<readonly string[]> => {
  const [process] = (await person('inbox', '--keep', '--json')).json['processes'] as unknown as readonly {
    readonly waiting: readonly { readonly kind: string; readonly handle: string; readonly next: string }[]
  }[]
  return (process?.waiting ?? []).map(({ kind, next }) => `${kind}: ${next}`)
}

describe('an entry', () => {
  it('CLI-13 CONV-12: its fields pass by leave, arrive as an entry, and are read in the recipient’s own list', async () => {
    const { algeria, iran, states } = talks
    await iran('item', 'put', 'version', '--matter', 'i1', '--of', 'Iran', '--figure', 'exactly', '4750')
    await algeria('sync')
    const from = ['--from', 'caucus:iran/i2.figure', '--to', 'united-states']
    const carried = [...from, '--as', 'attributed', '--field', 'matter=i1', '--field', 'of=Iran']
    const convey = ['convey', ...carried, '--wording', 'They name a figure.']
    expect(await refusal(algeria, ...convey)).toMatchObject({ code: 'not-released', granted: 'nothing' })
    await algeria('release', 'ask', 'caucus:iran/i2.figure', '--as', 'attributed')
    await iran('release', 'give', 'a1')
    const sourced = [...convey, '--field', 'sources=The registry.', '--field', 'sources=The bank.']
    expect((await algeria(...sourced, '--preview')).out).toMatch(/The registry\.[^]*The bank\./)
    expect(
      await refusal(algeria, ...convey, '--field', 'method=One.', '--field', 'method=Two.'),
    ).toMatchObject({
      code: 'field-twice',
      field: 'method',
    })
    const preview = await algeria(...convey, '--preview')
    expect(preview.out).toContain('United States will see:')
    expect(preview.out).toMatch(/4,?750/)
    expect(
      await refusal(algeria, ...convey, '--field', 'figure=exactly 9500', '--as', 'verbatim'),
    ).toMatchObject({
      code: 'not-released',
    })
    const { handle } = (await algeria(...convey, '--json')).json
    expect((await listed(algeria, 'conveyances', 'conveyances')).map(each => each.handle)).toEqual([handle])
    await algeria('deliver', String(handle))
    const shown = await states('item', 'show', 'i2')
    expect(shown.out).toMatch(/4,?750/)
    expect((await states('read')).out).toContain('They name a figure.')
  })

  it('CLI-13 CONV-13: what is said of it goes back as what that side said, of the entry that the other has', async () => {
    const { algeria, iran, states } = talks
    await states('item', 'mark', 'i2', 'contest', '--note', 'It was frozen later.')
    await algeria('release', 'ask', 'caucus:united-states/i2.1', '--as', 'verbatim')
    await states('release', 'give', 'a1')
    const back = ['convey', '--from', 'caucus:united-states/i2.1', '--to', 'iran', '--as', 'verbatim']
    const convey = [...back, '--wording', 'They contest it.']
    expect((await algeria.attempt(convey)).code).toBe(2)
    const { handle } = (await algeria(...convey, '--on', 'i2', '--json')).json
    await algeria('deliver', String(handle))
    const shown = await iran('item', 'show', 'i2')
    expect(shown.out).toContain('It was frozen later.')
    expect(shown.out).toContain('United States')
  })
})

describe('publishing', () => {
  it('CLI-13 CONV-14 CONV-16: words from several stand at the table as the mediators’, an entry and its next wording too', async () => {
    const { algeria, iran, states } = talks
    await iran('say', 'We would meet in spring.', '--marking', 'unattributed')
    await states('say', 'We would meet in May.', '--marking', 'unattributed')
    await algeria('sync')
    const both = ['--from', 'caucus:iran/m1', '--from', 'caucus:united-states/m1', '--to', 'table']
    const words = (await algeria('convey', ...both, '--wording', 'Both would meet.', '--json')).json
    const { delivered } = (await algeria('deliver', String(words['handle']), '--json')).json
    expect(delivered).toMatchObject([{ to: 'table', deliveryHandle: 'table/m1' }])
    expect((await states('read', 'table')).out).toContain('Both would meet.')
    const entry = ['convey', '--own', '--to', 'table', '--register', 'matter', '--field', 'kind=figure']
    const first = await algeria(...entry, '--field', 'title=A date', '--wording', 'A date', '--json')
    await algeria('deliver', String(first.json['handle']))
    const next = [...entry, '--field', 'title=The date', '--wording', 'The date', '--corrects', 'table/i1']
    await algeria('deliver', String((await algeria(...next, '--json')).json['handle']))
    const shown = (await iran('item', 'show', 'table/i1')).out
    expect(shown).toContain('The date')
    expect(await listed(iran, 'item', 'items', 'list', '--in', 'table')).toHaveLength(1)
  })
})

/** Passes everything on to a relay but what is written to one log. */
function withhold(log: string, port: number): Server {
  return createServer((incoming, answer) => {
    if (incoming.method === 'POST' && incoming.url?.includes(log) === true) {
      incoming.resume()
      answer.writeHead(503).end()
      return
    }
    const { method, url: path, headers } = incoming
    const onward = request({ host: '127.0.0.1', port, method, path, headers }, relayed => {
      answer.writeHead(relayed.statusCode ?? 502, relayed.headers)
      relayed.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    incoming.pipe(onward)
  })
}

const handlesOf = (json: Json): readonly string[] =>
  (json['conveyances'] as unknown as readonly { readonly handle: string }[]).map(({ handle }) => handle)

describe('to several at once', () => {
  const together = ['convey', '--own', '--to', 'iran', '--to', 'united-states']

  it('CLI-13 CONV-15: are shown each by itself with findings numbered throughout, and prepared all or none', async () => {
    const { algeria, iran, states } = talks
    await iran('say', 'We count 1111.')
    await states('say', 'We count 2222.')
    await algeria('sync')
    const convey = [...together, '--wording', 'Is it 1111, or 2222?']
    const seen = (await algeria(...convey, '--preview', '--json')).json['together'] as unknown as readonly {
      readonly to: string
      readonly findings: readonly { readonly number: number; readonly text: string }[]
    }[]
    expect(seen.map(({ to, findings }) => [to, findings.map(({ number, text }) => [number, text])])).toEqual([
      ['caucus:iran', [[1, '2222']]],
      ['caucus:united-states', [[2, '1111']]],
    ])
    const before = (await listed(algeria, 'conveyances', 'conveyances', '--all')).length
    expect(await refusal(algeria, ...convey, '--accept-finding', '1')).toMatchObject({
      count: 1,
      text: '1111',
    })
    expect(await listed(algeria, 'conveyances', 'conveyances', '--all')).toHaveLength(before)
    const passed = ['--accept-finding', '1', '--accept-finding', '2']
    const prepared = handlesOf((await algeria(...convey, ...passed, '--json')).json)
    expect(prepared).toHaveLength(2)
    const { delivered } = (await algeria('deliver', prepared[1] ?? '', '--json')).json
    expect(delivered).toHaveLength(2)
    for (const person of [iran, states])
      expect((await person('read')).out.split('Is it 1111, or 2222?')).toHaveLength(2)
  })

  it('CLI-13: what was prepared is replaced for one recipient, and never by several in its one place', async () => {
    const { algeria } = talks
    const one = ['convey', '--own', '--to', 'iran', '--wording', 'We meet at noon.', '--json']
    const handle = String((await algeria(...one)).json['handle'])
    const before = await listed(algeria, 'conveyances', 'conveyances', '--all')
    const several = [...together, '--wording', 'We meet at one.', '--replace', handle]
    expect(await refusal(algeria, ...several)).toMatchObject({ code: 'replaced-by-several' })
    expect((await algeria.attempt(several)).code).toBe(2)
    expect(await listed(algeria, 'conveyances', 'conveyances', '--all')).toEqual(before)
    expect((await algeria(...one, '--replace', handle)).json['handle']).toBe(handle)
    await algeria('call-off', handle)
  })

  it('CLI-35 CONV-15: what goes together is taken over and called off together', async () => {
    const { algeria } = talks
    const convey = async (): Promise<readonly string[]> =>
      handlesOf((await algeria(...together, '--wording', 'We meet at two.', '--json')).json)
    const standing = async (of: readonly string[]) =>
      (
        (await algeria('conveyances', '--all', '--json')).json['conveyances'] as unknown as readonly {
          readonly handle: string
          readonly standing: string
          readonly carrierName: string
        }[]
      ).flatMap(each => (of.includes(each.handle) ? [[each.standing, each.carrierName]] : []))
    const [first, other] = [await convey(), await convey()]
    await second('sync')
    const taken = (await second('take-over', String(first[1]), '--json')).json
    expect(taken['conveyances']).toHaveLength(2)
    await algeria('sync')
    expect(await standing(first)).toEqual([
      ['prepared', 'Second'],
      ['prepared', 'Second'],
    ])
    expect((await second('deliver', String(first[0]), '--json')).json['delivered']).toHaveLength(2)
    await algeria('call-off', String(other[0]))
    expect((await standing(other)).map(([is]) => is)).toEqual(['cancelled', 'cancelled'])
  })

  it('CLI-14 CONV-15: what was cut short is shown as unfinished, and completed by whoever delivers it again, once', async () => {
    const { algeria, iran, states, world } = talks
    const { handle } = (await algeria(...together, '--wording', 'We meet on Friday.', '--json')).json
    const rooms = (await algeria('rooms', '--json')).json['rooms'] as unknown as readonly {
      readonly handle: string
      readonly room: string
    }[]
    const room = rooms.find(each => each.handle === 'caucus:united-states')?.room ?? ''
    const { port } = world.relay.address
    await world.relay.stop()
    const dataFolder = join(world.folder, 'data')
    const behind = await startRelay({ dataFolder, port: 0, logger: () => {} })
    const before = withhold(room, behind.address.port)
    before.listen(port, '127.0.0.1')
    await once(before, 'listening')
    expect((await algeria.attempt(['deliver', String(handle)])).code).toBe(4)
    before.closeAllConnections()
    before.close()
    await behind.stop()
    world.relay = await startRelay({ dataFolder, port, logger: () => {} })
    expect((await iran('read')).out).toContain('We meet on Friday.')
    expect((await states('read')).out).not.toContain('We meet on Friday.')
    const unfinished = (await nextFor(second)).filter(line => line.startsWith('unfinished'))
    expect(unfinished).toEqual([expect.stringMatching(/deliver c\d+$/)])
    await second('deliver', String(unfinished[0]?.split(' ').at(-1)))
    expect((await nextFor(second)).filter(line => line.startsWith('unfinished'))).toEqual([])
    await algeria.attempt(['sync'])
    for (const person of [iran, states])
      expect((await person('read')).out.split('We meet on Friday.')).toHaveLength(2)
  })
})

describe('whatever else a side reads of a mediator', () => {
  const told = 'So: 8888.'

  it('CLI-34 LEAK-12: is shown, goes where it was passed, and is kept back until then', async () => {
    const { algeria, iran, states } = talks
    await iran('say', 'It is 8888, and nobody knows.')
    await states('say', 'Ask us.')
    for (const side of [iran, states]) await side('consent', 'give')
    await states('offer', 'make', '--if-they', 'come', '--then-we', 'come too')
    await algeria('sync')
    const messages = await listed(algeria, 'read', 'items', 'caucus:united-states')
    const asked = messages.map(({ handle }) => handle).findLast(handle => /\/m\d+$/.test(handle)) ?? ''
    const ways: readonly (readonly string[])[] = [
      ['say', '--in', 'table', told],
      ['table', 'open', '--note', told],
      ['release', 'ask', asked, '--note', told],
      ['offer', 'report', 'caucus:united-states/o1', 'held', '--note', told],
      ['record', 'keep', 'table', '30', '--basis', told],
      ['record', 'hold', 'caucus:united-states', '--reason', told],
      ['record', 'lift', 'caucus:united-states/h1', '--note', told],
      ['item', 'put', 'matter', '--in', 'caucus:united-states', '--kind', 'figure', '--title', told],
      ['item', 'mark', 'caucus:united-states/i1', 'park', '--note', told],
      ['terms', '--disclosure', 'open', '--note', told],
      ['group', 'open', told, 'united-states'],
    ]
    for (const way of ways) {
      const back = await refusal(algeria, ...way)
      expect([way[0], way[1], back]).toMatchObject([
        way[0],
        way[1],
        { code: 'leak-not-accepted', text: '8888' },
      ])
      const preview = await algeria(...way, '--preview')
      expect(preview.out).toContain('a figure: "8888"')
      await algeria(...way, '--accept-all')
    }
    expect((await states('read')).out).toContain(told)
  })

  it('CLI-34: what a party says, and what is recorded in its name, goes as it is', async () => {
    const { algeria, states } = talks
    await states('say', 'We, too, hear of 8888.')
    await algeria('party', 'add', 'Lower village', '--without-account')
    await algeria('say', '--in', 'caucus:lower', '--record', 'orally', 'They, too, hear of 8888.')
    expect((await algeria('read', 'caucus:lower')).out).toContain('8888')
  })
})
