/** Names that a person types: nothing else is ever done to what they meant, and whatever there is can be named. */

import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { choose, ownHandle } from '../src/names/choose.ts'
import { slugOf } from '../src/names/handles.ts'
import { bringIn, type Json, type Person, type Ran, startTalks, type Talks } from './shell.ts'

let talks: Talks
let observer: Person

beforeAll(async () => {
  talks = await startTalks()
  observer = await talks.world.person('Observer')
  await bringIn(talks.algeria, observer, { name: 'Observer', as: ['--role', 'mediator'] })
}, 240_000)
afterAll(async () => talks.world.close())

type Failure = {
  readonly code: string
  readonly candidates?: readonly { readonly handle: string; readonly id?: string }[]
}
const errorOf = (ran: Ran): Failure => ran.json['error'] as unknown as Failure
const attempt = async (person: Person, ...args: readonly string[]) => {
  const at = args.includes('--') ? args.indexOf('--') : args.length
  const ran = await person.attempt(args.toSpliced(at, 0, '--json'))
  return { code: ran.code, error: ran.code === 0 ? undefined : errorOf(ran) }
}
const kindOf = async (person: Person, typed: string): Promise<string> =>
  String((await person('read', typed, '--json')).json['kind'])
type Listed = readonly Json[]
const list = async (person: Person, command: string, key: string): Promise<Listed> =>
  (await person(command, '--json')).json[key] as unknown as Listed

describe('what cannot be undone', () => {
  it.each([
    ['remove', 'o', 'observer'],
    ['remove', 'obs', 'observer'],
    ['hand-over', 'observe', 'observer'],
  ])('CLI-37: "%s %s" does nothing by the beginning of a name', async (command, typed, handle) => {
    const { code, error } = await attempt(talks.algeria, command, typed, '--yes')
    expect(code).toBe(2)
    expect(error).toMatchObject({ code: 'name-not-whole', name: typed, candidates: [{ handle }] })
    expect((await talks.algeria('people')).out).not.toContain('has left')
  })

  it('CLI-37: a room is destroyed, and talks are left, by their whole name alone', async () => {
    const { algeria, iran } = talks
    expect(await attempt(algeria, 'record', 'destroy', 'caucus:ir', '--yes')).toMatchObject({
      code: 2,
      error: { code: 'name-not-whole', candidates: [{ handle: 'caucus:iran' }] },
    })
    expect(await attempt(iran, 'leave', '--process', 'the', '--yes')).toMatchObject({
      code: 2,
      error: { code: 'name-not-whole', candidates: [{ handle: 'the-channel' }] },
    })
    const purge = ['record', 'purge-notes', '--process', 'the', '--basis', 'A rule.', '--yes']
    expect(await attempt(algeria, ...purge)).toMatchObject({ code: 2, error: { code: 'name-not-whole' } })
  })

  it('CLI-37: a device is taken out by eight characters of its id at least', async () => {
    const { devices } = (await observer('identity', 'devices', '--json')).json
    const [own] = devices as unknown as readonly { readonly device: string }[]
    const id = own?.device ?? ''
    for (const typed of ['', id.slice(0, 1), id.slice(0, 7)])
      expect(await attempt(observer, 'identity', 'remove-device', '--yes', '--', typed)).toMatchObject({
        code: 2,
        error: { code: 'device-not-named', candidates: [{ id }, {}] },
      })
    expect(await list(observer, 'rooms', 'rooms')).not.toHaveLength(0)
  })

  it.each([
    [['remove', 'observer'], 'observer'],
    [['hand-over', 'observer'], 'observer'],
    [['leave'], 'The channel'],
    [['record', 'destroy', 'caucus:iran'], 'caucus:iran'],
    [['record', 'purge-notes', '--basis', 'A rule.'], 'The channel'],
  ])('CLI-30: %j says of whom or what, and waits for --yes', async (args, named) => {
    const asked = await talks.algeria.attempt(args)
    expect(asked.code).toBe(2)
    expect(asked.err).toContain('cannot be undone')
    expect(asked.err).toContain(named)
    expect((await talks.algeria('people')).out).not.toContain('has left')
  })

  it('CLI-30: a device stays until --yes', async () => {
    const { devices } = (await observer('identity', 'devices', '--json')).json
    const paper = (devices as unknown as readonly { readonly device: string; readonly is: string }[]).find(
      ({ is }) => is === 'paper',
    )
    const id = paper?.device ?? ''
    expect(await attempt(observer, 'identity', 'remove-device', '--', id)).toMatchObject({
      code: 2,
      error: { code: 'certainty-needed' },
    })
  })
})

describe('an invitation', () => {
  it('CLI-38: is taken back for the guest that was named, and for nobody else', async () => {
    const { algeria } = talks
    const ids: string[] = []
    for (const name of ['Anna', 'Annabel'])
      ids.push(String((await algeria('invite', name, '--role', 'mediator', '--json')).json['invitation']))
    const [, annabel = ''] = ids
    expect(await attempt(algeria, 'invite', 'cancel', '')).toMatchObject({ code: 5 })
    expect(await attempt(algeria, 'invite', 'cancel', 'Nobody')).toMatchObject({ code: 5 })
    expect(await attempt(algeria, 'invite', 'cancel', annabel.slice(0, 3))).toMatchObject({
      code: 5,
      error: { code: 'nothing-named' },
    })
    expect(await attempt(algeria, 'invite', 'complete', '', '123456')).toMatchObject({ code: 5 })
    expect(await attempt(algeria, 'invite', 'cancel', 'Ann')).toMatchObject({
      code: 2,
      error: { code: 'name-ambiguous', candidates: [{ handle: 'anna' }, { handle: 'annabel' }] },
    })
    await algeria('invite', 'cancel', 'Anna')
    // Annabel's name begins so, but this names whoever is called so.
    expect(await attempt(algeria, 'invite', 'cancel', 'Anna')).toMatchObject({ code: 3 })
    const standings = (await list(algeria, 'invitations', 'invitations')).map(({ name, standing }) => [
      name,
      standing,
    ])
    expect(standings).toContainEqual(['Anna', 'cancelled'])
    expect(standings).toContainEqual(['Annabel', 'sent'])
  })

  it('CLI-38: of several for one name the open one is meant, and of several open ones none', async () => {
    const { algeria } = talks
    const invited = async (): Promise<string> =>
      String((await algeria('invite', 'Bern', '--role', 'mediator', '--json')).json['invitation'])
    await invited()
    await algeria('invite', 'cancel', 'Bern')
    const [second, third] = [await invited(), await invited()]
    const { code, error } = await attempt(algeria, 'invite', 'cancel', 'Bern')
    expect([code, error?.code]).toEqual([2, 'name-ambiguous'])
    const handle = error?.candidates?.find(({ id }) => id === third)?.handle ?? ''
    expect(handle).toMatch(/^bern~/)
    expect((await algeria('invite', 'cancel', handle, '--json')).json['invitation']).toBe(third)
    expect((await algeria('invite', 'cancel', 'Bern', '--json')).json['invitation']).toBe(second)
  })
})

describe('a room', () => {
  it('CLI-39: called "Table" takes nothing from the table, and has a name of its own', async () => {
    const { algeria, iran } = talks
    await algeria('group', 'open', 'Table', 'iran')
    expect(await kindOf(algeria, 'table')).toBe('table')
    expect(await kindOf(iran, 'table')).toBe('table')
    expect(await kindOf(iran, 'group:table')).toBe('group')
    await algeria('record', 'keep', 'table', '30', '--basis', 'A rule.')
    expect(await attempt(algeria, 'group', 'open', 'TABLE', 'united-states')).toMatchObject({
      code: 2,
      error: { code: 'group-name-taken', name: 'group:table' },
    })
  })
})

describe('what shares a handle', () => {
  const all = ['AbcdeOne', 'AbcdfTwo', 'Zyxwv'].map((id, i) => ({
    value: id,
    handle: i === 2 ? 'group:desk' : 'group:assets',
    id,
    also: [i === 2 ? 'desk' : 'assets'],
  }))

  it('CLI-39: is listed with as much of its id as names it alone, and is named so', () => {
    const handles = all.map(each => ownHandle(each, all))
    expect(handles).toEqual(['group:assets~Abcde', 'group:assets~Abcdf', 'group:desk'])
    for (const [i, handle] of handles.entries()) expect(choose('room', handle, all)).toBe(all[i]?.id)
    expect(() => choose('room', 'group:assets', all)).toThrow('name-ambiguous')
    expect(() => choose('room', '~Abcd', all)).toThrow('nothing-named')
  })

  it('CLI-39: yields to a whole handle', () => {
    const desk = { value: 'desk', handle: 'desk', id: 'Desk', also: [] }
    expect(choose('room', 'desk', [...all, desk])).toBe('desk')
    expect(choose('room', 'desk', all)).toBe('Zyxwv')
  })
})

describe('a name without letters', () => {
  it('CLI-39: is the numbers of its signs, and no two are one', () => {
    expect(slugOf('—')).toBe('u2014')
    expect(slugOf('🕊')).toBe('u1f54a')
    expect(slugOf('🕊🕊')).toBe('u1f54a-u1f54a')
    expect(slugOf('Côte d’Ivoire')).toBe('cote-d-ivoire')
  })
})

/** In the languages of the product, and in others whose letters are written in more than one way. */
const written: readonly (readonly [string, string])[] = [
  ['United States', 'united-states'],
  ['Côte d’Ivoire', 'cote-d-ivoire'],
  ['España', 'espana'],
  ['إيران', 'إيران'],
  ['آلبانی', 'آلبانی'],
  ['کمیسیون علی‌آباد', 'کمیسیون-علی-آباد'],
  ['می‌خواهیم', 'می-خواهیم'],
  ['한국', '한국'],
  ['Việt Nam', 'viet-nam'],
  ['Йемен', 'йемен'],
  ['Ελλάδα', 'ελλαδα'],
]
const zwnj = '\u200C'
type Way = (name: string) => string
const ways: Readonly<Record<string, Way>> = {
  'as it was given': name => name,
  composed: name => name.normalize('NFC'),
  'taken apart': name => name.normalize('NFD'),
  'without ZWNJ': name => name.replaceAll(zwnj, ''),
  'with a space for ZWNJ': name => name.replaceAll(zwnj, ' '),
  'taken apart, without ZWNJ': name => name.normalize('NFD').replaceAll(zwnj, ''),
  'with Arabic yeh and kaf': name => name.replaceAll('ی', 'ي').replaceAll('ک', 'ك'),
  'with marks of direction': name => `\u200F${name}\u200E`,
  'in capitals': name => name.toUpperCase(),
}

describe('a name, however it is written', () => {
  const all = written.map(([name]) => ({ value: name, handle: slugOf(name), id: `id of ${name}` }))

  it('CLI-44: is shown composed, in its own letters', () => {
    for (const [name, handle] of written) {
      expect(slugOf(name)).toBe(handle)
      for (const way of Object.values(ways))
        expect(slugOf(way(name)).normalize('NFC')).toBe(slugOf(way(name)))
    }
    expect(slugOf('Иемен')).not.toBe(slugOf('Йемен'))
  })

  it('CLI-44 law: names the same thing, whole, by its handle, by its beginning and within a room’s name', () => {
    const oneOfWays = fc.constantFrom(...Object.values(ways))
    const law = (given: string, [stored, typed]: readonly [Way, Way]) => {
      const among = all.map(each =>
        each.value === given ? { ...each, handle: slugOf(stored(given)) } : each,
      )
      expect(choose('party', typed(given), among)).toBe(given)
      expect(choose('party', typed(given), among, { isWhole: true })).toBe(given)
      expect(choose('party', typed(slugOf(given)), among)).toBe(given)
      const rooms = among.map(each => ({ ...each, handle: `caucus:${each.handle}` }))
      expect(choose('room', `caucus:${typed(given)}`, rooms)).toBe(given)
      const [first = ''] = [...new Intl.Segmenter().segment(given)].map(({ segment }) => segment)
      expect(
        choose(
          'party',
          typed(first),
          [among.find(({ value }) => value === given)].flatMap(each => each ?? []),
        ),
      ).toBe(given)
    }
    fc.assert(
      fc.property(fc.constantFrom(...all.map(({ value }) => value)), fc.tuple(oneOfWays, oneOfWays), law),
    )
  })

  it('CLI-44: is refused to a second party or group that is written so', async () => {
    const { algeria } = talks
    await algeria('party', 'add', 'علی‌آباد')
    for (const name of ['علي‌آباد', 'علیآباد', 'علی آباد'.normalize('NFD')])
      expect(await attempt(algeria, 'party', 'add', name)).toMatchObject({
        code: 2,
        error: { code: 'party-name-taken' },
      })
    await algeria('group', 'open', 'می‌خواهیم', 'iran')
    expect(await attempt(algeria, 'group', 'open', 'میخواهیم', 'iran')).toMatchObject({
      code: 2,
      error: { code: 'group-name-taken' },
    })
    expect(await kindOf(algeria, 'caucus:علیآباد')).toBe('caucus')
  })
})
