/** The handle that decides what may pass: it names the same words for ever, and they are shown to whoever asks or answers. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bringIn, startTalks, type Talks } from './shell.ts'

let talks: Talks
beforeAll(async () => {
  talks = await startTalks()
}, 240_000)
afterAll(async () => talks.world.close())

describe('a part of a message', () => {
  it('CLI-40: keeps its handle whatever is marked after it', async () => {
    const { algeria, iran } = talks
    await iran('say', 'Alpha, beta, gamma, delta.')
    const handleOf = async (part: string, marking: string): Promise<string> =>
      String((await iran('mark', 'm1', marking, '--part', part, '--json')).json['handle'])
    const delta = await handleOf('delta', 'nothing')
    expect((await algeria('read', 'caucus:iran')).out).toContain(`${delta.split('.')[1] ?? ''} "delta"`)
    const alpha = await handleOf('Alpha', 'nothing')
    expect(alpha).not.toBe(delta)
    const marked = (await iran('mark', delta, 'unattributed', '--json')).json
    expect(marked).toMatchObject({ handle: delta, words: 'delta', marking: 'unattributed' })
    expect((await iran('mark', alpha, 'nothing')).out).toContain('"Alpha"')
    expect((await iran.attempt(['mark', 'm1.p1', 'verbatim', '--json'])).json).toMatchObject({
      error: { code: 'nothing-named', candidates: [{ handle: 'm1.p0' }, { handle: 'm1.p20' }] },
    })
  })

  it('CLI-50: waits on today until it is left for later, and makes nothing read; CLI-51: is found, the newest first', async () => {
    const { algeria, iran } = talks
    const shown = async () => {
      const { json } = await algeria('today', '--json')
      return JSON.stringify([json['waiting'], json['new']])
    }
    const before = await shown()
    expect(before).toContain('"handle":"caucus:iran/m1"')
    expect(before).toMatch(/"urgency":"\w/)
    expect(await shown()).toBe(before)
    await algeria('today', '--set-aside', 'caucus:iran/m1')
    expect((await algeria('today')).out).toMatch(/Set aside on this device[\s\S]*caucus:iran\/m1/)
    await algeria('today', '--take-up', 'caucus:iran/m1')
    expect(await shown()).toBe(before)
    await iran('say', 'Of a GAMMA ray.')
    const found = (await algeria('search', 'gamma', '--side', 'iran')).out
    expect(found.indexOf('GAMMA')).toBeGreaterThan(-1)
    expect(found.indexOf('gamma,')).toBeGreaterThan(found.indexOf('GAMMA'))
    expect((await iran('search', 'delta', '--in', 'caucus:iran', '--json')).json).toMatchObject({ ok: true })
  })

  it('CLI-11: is given by its words, which stand there once, or by where it begins and ends', async () => {
    const { iran } = talks
    const said = (await iran('say', 'Wells, wells and 🜄 wells.', '--json')).json
    const message = String(said['handle'])
    const marked = async (...part: readonly string[]) =>
      (await iran.attempt(['mark', message, 'nothing', ...part, '--json'])).json as Record<string, unknown>
    expect(await marked('--part', '🜄')).toMatchObject({ handle: `${message}.p17`, words: '🜄' })
    // An astral sign is two units of UTF-16, and the end is not part of it.
    expect(await marked('--from', '20', '--to', '25')).toMatchObject({ words: 'wells' })
    for (const [code, ...part] of [
      ['part-several-times', '--part', 'wells'],
      ['part-not-in-message', '--part', 'springs'],
      ['part-twice', '--part', 'Wells', '--from', '0', '--to', '5'],
      ['part-offsets', '--from', 'a', '--to', 'b'],
      ['part-out-of-range', '--from', '3', '--to', '900'],
      ['part-cuts-character', '--from', '18', '--to', '22'],
    ] as const)
      expect(await marked(...part), code).toMatchObject({ ok: false, error: { code } })
  })

  it('CLI-40: is asked for, answered for and refused with its words shown', async () => {
    const { algeria, iran } = talks
    const ask = ['release', 'ask', 'caucus:iran/m1.p20', '--as', 'verbatim'] as const
    expect((await algeria(...ask, '--preview')).out).toMatch(
      /asked of caucus:iran\/m1\.p20:\n\n {4}delta\n?$/,
    )
    expect((await algeria(...ask)).out).toMatch(/m1\.p20.*\n {4}delta\n$/)
    const waiting = await iran('inbox', '--keep')
    expect(waiting.out).toMatch(/of caucus:iran\/m1\.p20\n {6}delta\n/)
    const refused = await iran('release', 'refuse', 'a1')
    expect(refused.out).toMatch(/\n {4}delta\n$/)
    await algeria(...ask, '--wording', 'A fourth letter.')
    expect((await iran('inbox', '--keep', '--json')).json['processes']).toMatchObject([
      { waiting: [{ kind: 'asked', words: 'delta' }, { kind: 'consent' }, { kind: 'phrase' }] },
    ])
    expect((await iran('release', 'give', 'a2')).out).toMatch(
      /\n {4}delta\n {2}in these words:\n {4}A fourth/,
    )
    await algeria(...ask)
    const given = await iran('release', 'give', 'a3', '--wording', 'The letter D.', '--json')
    expect(given.json).toMatchObject({ given: true, words: 'delta', wording: 'The letter D.' })
  })

  it('CLI-40: of words that were corrected is named otherwise than of those before', async () => {
    const { algeria } = talks
    await algeria('party', 'add', 'Upper', '--without-account')
    const record = ['--record', 'orally'] as const
    await algeria('say', '--in', 'caucus:upper', ...record, 'Echo and foxtrot.')
    const mark = await algeria('mark', 'caucus:upper/m1', 'nothing', '--part', 'Echo', ...record, '--json')
    expect(mark.json).toMatchObject({ handle: 'caucus:upper/m1.p0' })
    const upper = await talks.world.person('Upper')
    await bringIn(algeria, upper, { name: 'Upper', as: ['--party', 'upper'] })
    await upper('review', 'correct', 'm1', 'Golf and foxtrot.')
    const again = await upper('mark', 'm1', 'unattributed', '--part', 'Golf', '--json')
    expect(again.json).toMatchObject({ handle: 'caucus:upper/m1.q0', words: 'Golf' })
    expect((await algeria.attempt(['release', 'ask', 'caucus:upper/m1.p0'])).code).toBe(5)
  })
})
