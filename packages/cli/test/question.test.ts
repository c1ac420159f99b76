/** Questions to several, from the shell: asked of both, answered by each, told to all, withdrawn. */

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bringIn, type Person, startWorld, type World } from './shell.ts'

let world: World
let lead: Person
let upper: Person
let lower: Person

beforeAll(async () => {
  world = await startWorld()
  lead = await world.person('Committee')
  upper = await world.person('Upper village')
  lower = await world.person('Lower village')
  await lead('process', 'create', 'A spring', '--party', 'Upper', '--party', 'Lower')
  await bringIn(lead, upper, { name: 'Upper village', as: ['--party', 'upper'] })
  await bringIn(lead, lower, { name: 'Lower village', as: ['--party', 'lower'] })
}, 120_000)
afterAll(() => world.close())

const closes = ['--closes', '2099-02-06T18:00Z'] as const
type Row = { readonly phase: string; readonly parties: readonly { readonly answered: boolean }[] }

it('ASNT-1, ASNT-4, ASNT-5, ASNT-25: from the question to the proof that both have said yes', async () => {
  const without = await lead.attempt(['question', 'ask', 'Shall you meet on market day?'])
  expect([without.code, without.err]).toEqual([2, expect.stringContaining('--closes')])
  const asking = [
    'question',
    'ask',
    'Shall you meet on market day?',
    '--kind',
    'meeting',
    ...closes,
    '--early',
  ]
  const preview = await lead(...asking, '--preview')
  expect(preview.out).toContain('Upper will see:')
  expect(preview.out).toContain('The mediators see your answer.')
  expect((await lead('question', 'status')).out).toBe('There are no questions.\n')
  await lead(...asking, '--effect', 'commits')
  const waiting = (await upper('inbox')).out
  expect(waiting).toContain('Shall you meet on market day?')
  expect(waiting).toContain('goodoffices question answer caucus:upper/q1')

  // ASNT-7: what is final is said before.
  const unsure = await upper.attempt(['question', 'answer', 'q1', 'yes'])
  expect([unsure.code, unsure.err]).toEqual([2, expect.stringContaining('final once sent')])
  expect((await upper.attempt(['question', 'answer', 'q1', 'perhaps'])).code).toBe(2)
  await upper('question', 'answer', 'q1', 'yes', '--yes')
  expect((await upper('inbox')).out).not.toContain('question answer')
  expect((await upper.attempt(['question', 'answer', 'q1', 'no'])).code).toBe(3)
  const early = await lead.attempt(['question', 'tell', 'q1'])
  expect([early.code, early.err]).toEqual([3, expect.stringContaining('Nobody was told anything')])
  const listed = (await lead('question', 'status', '--json')).json['questions'] as unknown as readonly Row[]
  expect(
    listed.map(({ phase, parties }) => [phase, parties.filter(({ answered }) => answered).length]),
  ).toEqual([['open', 1]])
  expect(JSON.stringify(listed)).not.toContain('"yes"')

  await lower('question', 'answer', 'q1', 'yes', '--yes')
  await lead('question', 'tell', 'q1')
  const told = await lower('question', 'status', 'q1', '--json')
  expect(told.json).toMatchObject({
    phase: 'match',
    proved: true,
    proofs: [{ proof: 'signed' }, { proof: 'signed' }],
  })
  expect((await upper('question', 'status', 'q1')).out).toContain('All have said yes.')
  expect((await upper('read', 'caucus:upper')).out).toContain('told what came of the question')
}, 120_000)

it('ASNT-20, ASNT-23: planned for later, put, and withdrawn for all', async () => {
  await lead('question', 'ask', 'Could you move on this at all?', '--kind', 'move', ...closes, '--later')
  expect((await upper('inbox')).out).not.toContain('Could you move')
  await lead('question', 'put', 'q2')
  expect((await upper('inbox')).out).toContain('Could you move')
  expect((await lead.attempt(['question', 'withdraw', 'q2'])).code).toBe(2)
  await lead('question', 'withdraw', 'q2', '--yes')
  expect((await upper('question', 'status', 'q2')).out).toContain('The mediators have withdrawn this.')
  expect((await lead.attempt(['question', 'finish', 'q2'])).code).toBe(5)
}, 120_000)

it('AGEN-9: of a deadline that may move it says which and to when, and asks nobody whether they could move at all', async () => {
  const set = '--title Answers --due 2099-03-01 --set-by mediators --pausable no --accept-all'
  const put = await lead('item', 'put', 'deadline', '--in', 'table', ...set.split(' '), '--json')
  const handle = String(put.json['handle'])
  const day = ['--due', '2099-04-01', ...closes, '--later', '--accept-all']
  const asked = await lead('deadline', 'ask', handle, 'May it move?', ...day, '--json')
  const shown = (await lead('question', 'status', String(asked.json['handle']))).out
  expect(shown).toContain('Moving a deadline')
  expect(shown).toContain('“Answers” moves to: 1 April 2099')
  expect(shown).not.toContain('at all')
  await lead('question', 'put', String(asked.json['handle']))
  // Its words alone would not say so where it waits.
  for (const person of [upper, lead])
    expect((await person('inbox')).out).toMatch(
      /May it move\? · If all say yes, the deadline .+ moves to: 1 April/,
    )
}, 120_000)

it('MEET-7: lists are exchanged, each shown before what of its own it gives', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lists-'))
  for (const [person, side] of [
    [upper, 'upper'],
    [lower, 'lower'],
  ] as const) {
    const file = join(folder, `${side}.json`)
    writeFileSync(file, JSON.stringify({ title: 'Elders', delegation: [{ name: `Elder of the ${side}` }] }))
    await person('item', 'put', 'delegation-list', '--in', `caucus:${side}`, '--file', file)
  }
  const asking = ['question', 'ask', 'Shall each know who comes?', '--kind', 'exchange', ...closes, '--early']
  const gives = ['--gives', 'caucus:upper/i1', '--gives', 'caucus:lower/i1']
  expect((await lead.attempt([...asking, '--gives', 'caucus:upper/i1'])).code).toBe(3)
  await lead(...asking, ...gives)
  const { questions } = (await upper('question', 'status', '--json')).json as unknown as {
    readonly questions: readonly (Row & { readonly handle: string })[]
  }
  const handle = questions.at(-1)?.handle.split('/')[1] ?? ''
  const shown = (await upper('question', 'status', handle)).out
  expect(shown).toContain('the others receive this of yours')
  expect(shown).toContain('Elder of the upper')
  await upper('question', 'answer', handle, 'yes', '--yes')
  expect((await lower('item', 'list', 'delegation-list')).out).not.toContain('upper')
  await lower('question', 'answer', handle, 'yes', '--yes')
  await lead('sync')
  const listed = (await lower('item', 'list', 'delegation-list', '--json')).out
  expect(listed).toContain('Elder of the upper')
}, 120_000)
