import { describe, expect, it } from 'vitest'
import { createProgram } from '../src/program.ts'
import { markIds } from '../src/shell/operands.ts'
import { goodoffices, startWorld } from './shell.ts'

const silent = {
  out: () => {},
  err: () => {},
  env: {},
  input: async () => undefined,
  askHidden: async () => undefined,
  now: Date.now,
}
const id = '-AbC3fGhIjKlMnOpQrStUvWxYz_0123456789-abcde'
const program = await createProgram(silent, { isWhole: true, isJson: false, others: 'all' })
const marked = (...args: readonly string[]) => markIds(args, program)

describe('an id that begins with a hyphen', () => {
  it('CLI-33: stands behind what marks the end of the options, and the words after it, in their order', () => {
    expect(id).toHaveLength(43)
    expect(marked('identity', 'remove-device', id)).toEqual(['identity', 'remove-device', '--', id])
    expect(marked('identity', 'remove-device', id.slice(0, 8), '--json')).toEqual([
      'identity',
      'remove-device',
      '--json',
      '--',
      id.slice(0, 8),
    ])
    expect(marked('correct', id, 'north', '--identity', 'here', 'south')).toEqual([
      'correct',
      '--identity',
      'here',
      '--',
      id,
      'north',
      'south',
    ])
  })

  it('CLI-33: is left where it is the value of an option, or where the end of the options is marked', () => {
    for (const args of [
      ['say', 'x', '--process', id],
      ['say', '--', id],
      ['say', '-urgently'],
      ['say', '--Loudly33'],
      ['say', 'x'],
    ])
      expect(marked(...args)).toEqual(args)
  })

  it('CLI-33: is asked for by a command as any other', async () => {
    const world = await startWorld()
    try {
      const owner = await world.person('Owner')
      expect(await owner.attempt(['identity', 'remove-device', id, '--json'])).toMatchObject({
        code: 2,
        json: { error: { code: 'device-not-named', name: id } },
      })
      expect((await goodoffices(['say', '-urgently'])).err).toContain('unknown option')
    } finally {
      await world.close()
    }
  })
})
