/** Keeping and destroying records from a shell. One world for all of the file: its tests go on where the last one ended. */

import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ran, startTalks, type Talks } from './shell.ts'

const dayMs = 86_400_000
let talks: Talks
let clock = Date.now()
const now = (): number => clock

beforeAll(async () => {
  talks = await startTalks([], { now })
}, 120_000)
afterAll(() => talks.world.close())

const algeria = (...args: readonly string[]): Promise<Ran> => talks.algeria.attempt(args, { now })
const iran = (...args: readonly string[]): Promise<Ran> => talks.iran.attempt(args, { now })

describe('a record', () => {
  it('CLI-30: is kept by a rule, held back, and destroyed by who is certain', async () => {
    await iran('say', 'What was said in confidence.')
    expect((await algeria('record', 'keep', 'caucus:iran', '30')).code).toBe(2)
    expect((await algeria('record', 'keep', 'caucus:iran', 'soon', '--basis', 'x')).code).toBe(2)
    expect((await algeria('record', 'keep', 'caucus:iran', '3', '--basis', 'x')).code).toBe(3)
    const kept = await algeria('record', 'keep', 'caucus:iran', '30', '--basis', 'Article 9')
    expect(kept).toMatchObject({ code: 0, err: '' })
    expect(kept.out).toContain('kept 30 days after the last entry')

    const held = await iran('record', 'hold', 'caucus:iran', '--reason', 'A court asks for it.', '--json')
    expect(held.json).toMatchObject({ ok: true, handle: 'caucus:iran/h1' })
    clock += 31 * dayMs
    const refused = await algeria('record', 'destroy', 'caucus:iran', '--yes')
    expect(refused.code).toBe(3)
    expect(refused.err).toContain('A court asks for it.')
    expect((await algeria('record', 'lift', 'caucus:iran/h1')).code).toBe(3)
    expect((await iran('record', 'lift', 'h1')).code).toBe(0)

    clock += 31 * dayMs
    expect((await algeria('record', 'list')).out).toMatch(/caucus:iran .*may be destroyed now/)
    const unsure = await algeria('record', 'destroy', 'caucus:iran')
    expect(unsure).toMatchObject({ code: 2, out: '' })
    expect((await algeria('record', 'destroy', 'caucus:iran', '--yes')).code).toBe(0)
    await iran('sync')
    expect((await iran('rooms')).out).not.toContain('caucus:iran')
  })

  it('CLI-30: leaves a certificate in a file that anyone can check', async () => {
    for (const person of [algeria, iran]) {
      const { json } = await person('record', 'certificates', '--json')
      expect(json['certificates']).toMatchObject([
        { roomKind: 'caucus', party: 'Iran', by: 'Algeria', basis: 'Article 9' },
      ])
    }
    const { json } = await iran('record', 'certificates', '--to', talks.world.folder, '--json')
    const [{ file }] = json['files'] as unknown as readonly [{ readonly file: string }]
    expect(existsSync(file ?? '')).toBe(true)
    const [{ verifier, author, holds }] = json['certificates'] as unknown as readonly [
      { readonly verifier: string; readonly author: { readonly sign: string }; readonly holds: boolean },
    ]
    expect(holds).toBe(true)
    const asked = ['verify', file ?? '', '--relay-key', verifier]
    const act = { kind: 'record.destroy' }
    expect((await algeria(...asked, '--json')).json).toMatchObject({ act, signature: 'not-checked' })
    const verified = await algeria(...asked, '--author-key', author.sign, '--json')
    expect(verified.json).toMatchObject({ ok: true, kind: 'evidence', act, signature: 'holds' })
    const another = await algeria(
      ...asked,
      '--author-key',
      `${author.sign.startsWith('A') ? 'B' : 'A'}${author.sign.slice(1)}`,
    )
    expect(another).toMatchObject({ code: 3, out: '' })
    expect((await algeria(...asked, '--author-key', '?')).code).toBe(2)
    expect((await iran('record', 'certificates', '--to', talks.world.folder)).code).toBe(2)
  })

  it('CLI-30: of notes is purged alone', async () => {
    expect((await algeria('note', 'They will not hold that line.')).out).toContain('private/n1')
    expect((await algeria('note', 'The team knows.', '--in', 'desk')).out).toContain('desk/n1')
    expect((await algeria('notes')).out).toContain('They will not hold that line.')
    expect((await algeria('record', 'purge-notes', '--basis', 'Article 5')).code).toBe(2)
    expect((await algeria('record', 'purge-notes', '--basis', 'Article 5', '--yes')).code).toBe(0)
    expect((await algeria('notes')).out).toBe('No notes.\n')
    expect((await algeria('notes', '--in', 'desk')).out).toContain('The team knows.')
    expect((await algeria('record', 'purge-notes', '--basis', 'Article 5', '--yes')).code).toBe(3)
    expect((await algeria('record', 'certificates')).out).toContain('private')
  })
})
