/** Things of registers from the shell: what is typed is read by the register's own declaration. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Person, startWorld, type World } from './shell.ts'

let world: World
let lead: Person
let folder: string

beforeAll(async () => {
  world = await startWorld()
  folder = mkdtempSync(join(tmpdir(), 'goodoffices-item-'))
  lead = await world.person('Committee')
  await lead('process', 'create', 'A spring', '--party', 'Upper', '--party-without-account', 'Lower')
}, 120_000)
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

type Put = { readonly handle: string; readonly fields: unknown; readonly sheet: { readonly kind: string } }
const put = async (...args: string[]): Promise<Put> =>
  (await lead('item', 'put', ...args, '--json')).json as unknown as Put
const count = async () =>
  ((await lead('item', 'list', '--json')).json['items'] as unknown as unknown[]).length
const refused = async (...args: string[]) => {
  const { code, err } = await lead.attempt(['item', ...args])
  return [code, err.split('\n')[0]]
}

const none = (what: string, rooms: string) =>
  `There is no ${what} yet in ${rooms}. Nothing was changed. Whoever may enters one: goodoffices item put ${what}.`

describe('item put', () => {
  it('CLI-31: reads flags, fields by name or by their label in the reader’s language, and a file', async () => {
    const flags = await put(
      'matter',
      '--in',
      'desk',
      '--kind',
      'figure',
      '--title',
      'Flow',
      '--unit',
      'litres',
    )
    expect(flags).toMatchObject({
      handle: 'desk/i1',
      fields: { kind: 'figure', title: 'Flow', unit: 'litres' },
    })
    const named = await put(
      'version',
      '--in',
      'desk',
      '--language',
      'fa',
      '--field',
      'موضوع=desk/i1',
      '--field',
      'of=Upper',
      '--field',
      'رقم=بین 640 650.5',
      '--field',
      'sources=One',
      '--field',
      'sources=Two',
    )
    expect(named.fields).toMatchObject({
      of: 'Upper',
      figure: { kind: 'between', low: '640', high: '650.5' },
      sources: ['One', 'Two'],
    })
    const file = join(folder, 'fields.json')
    writeFileSync(file, JSON.stringify({ kind: 'event', title: 'The flood', place: 'The mill' }))
    const read = await put('matter', '--in', 'desk', '--file', file, '--title', 'The high water')
    expect(read.fields).toEqual({ kind: 'event', title: 'The high water', place: 'The mill' })
  })

  it('CLI-31: reads days that follow from others', async () => {
    const after = await put(
      'matter',
      '--in',
      'desk',
      '--kind',
      'figure',
      '--title',
      'Depth',
      '--zone',
      'Asia/Tehran',
      '--answers-by',
      '1 month after desk/i1 parked',
    )
    expect(after.fields).toMatchObject({
      answersBy: { kind: 'after', count: 1, unit: 'months', verb: 'parked', zone: 'Asia/Tehran' },
    })
    expect((await lead('item', 'show', after.handle)).out).toContain(
      'Answers by: waiting for: Put off (Flow) (1 month after: Put off (Flow))',
    )
    await lead('item', 'mark', 'desk/i1', 'put off', '--when', '2026-02-06T12:00Z')
    expect((await lead('item', 'show', after.handle)).out).toContain('Answers by: 6 March 2026 (1 month')
    const withIt = await put(
      'matter',
      '--in',
      'desk',
      '--kind',
      'figure',
      '--title',
      'Width',
      '--answers-by',
      `with ${after.handle}`,
    )
    expect((await lead('item', 'show', withIt.handle)).out).toContain(
      'Answers by: 6 March 2026 (on the day of: Depth)',
    )
    expect(
      await refused('put', 'matter', '--item', after.handle, '--answers-by', `with ${withIt.handle}`),
    ).toEqual([3, expect.stringContaining('wait for each other')])
    expect(
      await refused(
        'put',
        'matter',
        '--item',
        'desk/i1',
        '--zone',
        'Nowhere/Land',
        '--answers-by',
        '1 day after desk/i3 parked',
      ),
    ).toEqual([5, expect.stringContaining('There is no zone Nowhere/Land.')])
  })

  it('CLI-31: says anew what is there: what is left out stays, what is named goes', async () => {
    const before = await put(
      'matter',
      '--in',
      'desk',
      '--kind',
      'figure',
      '--title',
      'Heads',
      '--unit',
      'people',
    )
    const again = await put('matter', '--item', before.handle, '--period', '2025', '--without', 'unit')
    expect(again.fields).toEqual({ kind: 'figure', title: 'Heads', period: '2025' })
    expect(again).toMatchObject({ revisions: [{}, {}] })
  })

  it('CLI-7 CLI-9 a thing is named by what it is called too, after its number; where there is none of its kind it is said where, and what to do', async () => {
    const base = ['matter', '--in', 'desk', '--kind', 'figure', '--title']
    const well = await put(...base, 'The old well')
    // Nothing is hidden by what somebody calls it.
    const false_ = await put(...base, well.handle.replace('desk/', ''))
    const shown = async (name: string) => (await lead('item', 'show', name, '--json')).json['handle']
    expect([await shown('the-old-well'), await shown('desk/The old well'), await shown('The old')]).toEqual([
      well.handle,
      well.handle,
      well.handle,
    ])
    expect([await shown(well.handle), await shown(false_.handle)]).toEqual([well.handle, false_.handle])
    const { err } = await lead.attempt(['item', 'show', 'nothing-such'])
    expect(err).toContain(`  ${well.handle}: The old well  (`)
    const said = async (...args: string[]) => {
      const { code, err } = await lead.attempt(args)
      return [code, err.split('\n')[0]]
    }
    expect(await said('issue', 'stage', 'water', 'heads')).toEqual([5, none('issue', 'table')])
    expect(await said('meeting', 'ask', 'envoys')).toEqual([5, none('meeting', 'desk')])
    expect((await said('offices', 'answer', 'well', 'accepted'))[1]).toContain('no good-offices yet')
    expect(await said('mandate', 'given')).toEqual([
      5,
      'You have no mandate yet. Nothing was said. In your side’s own room: goodoffices item put mandate.',
    ])
    expect(await said('readout', 'ask', 'May this be said?', '--closes', '2099-01-01T00:00Z')).toEqual([
      2,
      'Say the words for the public with --text FILE, or on standard input; what stands after the command is the question. Nobody was asked.',
    ])
    expect((await lead('agenda', 'show')).out).toContain('Nothing is on the table yet')
  })

  it('CLI-31: says what is wrong in the words of the field, and enters nothing', async () => {
    const before = await count()
    const base = ['put', 'version', '--in', 'desk', '--matter', 'desk/i1']
    expect(await refused('put', 'matter', '--in', 'desk', '--kind', 'figure')).toEqual([
      2,
      'Without this nothing can be entered: Title. Nothing was entered.',
    ])
    expect(await refused(...base, '--of', 'Upper', '--figure', 'at-least', 'many')).toEqual([
      2,
      'Figure is not as it should be (decimal). Nothing was entered.',
    ])
    expect(await refused(...base, '--of', 'Upper', '--figure', 'between', '640')).toEqual([
      2,
      'figure needs more than between 640. Nothing was entered.',
    ])
    expect(await refused(...base, '--of', 'Upper', '--figure', 'perhaps', '640')).toEqual([
      2,
      'kind does not take perhaps. It takes:',
    ])
    expect(await refused(...base, '--field', 'colour=red')).toEqual([
      2,
      'There is no field colour here. Nothing was entered. There is:',
    ])
    expect(await refused(...base, '--field', 'colour')).toEqual([
      2,
      'colour is not a field: --field name=value. Nothing was entered.',
    ])
    expect(await refused(...base, '--field', 'of=Upper', '--field', 'of=Lower')).toEqual([
      2,
      'of takes one value. Nothing was entered.',
    ])
    expect(await refused('put', 'version', '--matter', 'desk/i99', '--of', 'Upper')).toEqual([
      5,
      'There is no item desk/i99.',
    ])
    expect(await refused('list', 'rumour')).toEqual([5, 'Nothing here is called rumour. There is:'])
    const file = join(folder, 'list.json')
    writeFileSync(file, '[1]')
    expect(await refused('put', 'matter', '--in', 'desk', '--file', file)).toEqual([
      2,
      `${file} is not a JSON object of fields. Nothing was entered.`,
    ])
    expect(await count()).toBe(before)
  })

  it('CLI-31: ITEM-9 LEAK-9 names nothing of another room, and passes nothing of another side unseen', async () => {
    await lead(
      'item',
      'put',
      'matter',
      '--in',
      'caucus:upper',
      '--kind',
      'figure',
      '--title',
      'Silver spoons',
    )
    expect(
      await refused('put', 'version', '--in', 'table', '--matter', 'caucus:upper/i1', '--of', 'Upper'),
    ).toEqual([3, expect.stringContaining('not everybody here is in')])
    await lead(
      'say',
      '--in',
      'caucus:lower',
      '--record',
      'orally',
      '--at',
      '2026-03-01T14:30Z',
      'The old miller counted eleven thousand buckets at night.',
    )
    const telling = ['matter', '--in', 'caucus:upper', '--kind', 'figure', '--title', 'Buckets']
    const words = 'The old miller counted eleven thousand buckets.'
    expect(await refused('put', ...telling, '--definition', words)).toEqual([
      3,
      expect.stringContaining('The leak check names'),
    ])
    await lead('item', 'put', ...telling, '--definition', words, '--accept-all')
  })
})

describe('item mark, show and list', () => {
  it('CLI-31: says a word of the register in any form, and for a party without an account writes it down', async () => {
    const matter = await put('matter', '--in', 'caucus:lower', '--kind', 'figure', '--title', 'Flow below')
    const given = await put('version', '--matter', matter.handle, '--of', 'Upper', '--figure', 'about', '7')
    const written = ['--record', 'by-phone', '--at', '2026-03-02T08:00Z', '--hearing', 'The clerk']
    expect(await refused('mark', given.handle, 'noted')).toEqual([3, expect.any(String)])
    const marked = (await lead('item', 'mark', given.handle, 'note', ...written, '--json')).json
    expect(marked).toMatchObject({ sheet: { said: [{ verb: 'Taken note of', voice: 'Lower' }] } })
    expect((await lead('item', 'mark', given.handle, 'پذیرش', '--language', 'fa', ...written)).out).toContain(
      'accepted (1)',
    )
    expect(await refused('mark', given.handle, 'bless')).toEqual([
      5,
      'Nobody can say bless of this. One can:',
    ])
  })

  it('CLI-31: shows a thing with what names it, in the reader’s language, and prints it as a sheet', async () => {
    const shown = (await lead('item', 'show', 'desk/i1', '--language', 'ar', '--json')).json
    expect(JSON.stringify(shown['namedBy'])).toContain('٦٥٠٫٥')
    expect(JSON.stringify(shown)).not.toMatch(/[\u2068\u2069]/)
    const file = join(folder, 'sheet.html')
    await lead('item', 'show', 'desk/i1', '--print', file)
    expect(readFileSync(file, 'utf8')).toContain('between <bdi>640</bdi> and <bdi>650.5</bdi>')
    await lead('item', 'show', 'desk/i1', '--print', join(folder, 'sheet.docx'))
    expect(readFileSync(join(folder, 'sheet.docx')).subarray(0, 2).toString()).toBe('PK')
    expect((await lead('item', 'list', 'version', '--in', 'desk')).out).toContain('desk/i2  Upper  Version')
  })

  it('CLI-31: what a thing asks waits in the inbox, with what to type', async () => {
    await lead('item', 'put', 'matter', '--item', 'caucus:lower/i1', '--answers-by', '2026-03-01')
    await put('version', '--matter', 'caucus:lower/i1', '--of', 'Somebody', '--figure', 'about', '8')
    const { out } = await lead('inbox', '--keep')
    // Of a party without an account, which a mediator asks.
    expect(out).toContain('Asked of Lower: what it says of this, by: 1 March 2026: caucus:lower/i3, Somebody')
    expect(out).toContain('goodoffices item mark caucus:lower/i3 …')
  })
})
