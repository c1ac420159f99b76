/** A second pair of eyes: who states it, whose reading counts for what, and what loosens it again. */

import { describe, expect, test } from 'vitest'
import {
  type Conveyance,
  checkEyes,
  findRegister,
  type ItemId,
  type RoomState,
  readersOf,
  readersOfCarried,
} from '../src/index.ts'
import { caucusA, caucusB, deskRoom, does, memberId, must, planOf } from './cast.ts'
import { all, isIn, kinds, rooms, withRules } from './everybody.ts'

const off = {
  eyesDeliver: 'off',
  eyesIssue: 'off',
  eyesOpen: 'off',
  eyesBring: 'off',
  eyesDestroy: 'off',
} as const
const setting = (changes: object) => ({ kind: 'eyes.set', ...off, ...changes })
const required = { eyesDeliver: 'required', eyesOpen: 'wished' }
const digest = 'bMx0-k_2'.repeat(5) + 'bMx'
const other = 'aaaaaaaa'.repeat(5) + 'bMx'
const asking = (toRead: object, more: object = {}, rev = 1) => ({
  kind: 'item.put',
  item: 'item-reading',
  register: 'second-reading',
  rev,
  fields: { toRead, digest, ...more },
})
const open = { door: 'open' }
const mark = (verb: string, more: object = {}) => ({
  kind: 'item.mark',
  item: 'item-reading',
  rev: 1,
  verb,
  ...more,
})
const desk = () => withRules(deskRoom())
const seen = (room: RoomState, actor = 'lead', of = digest) =>
  readersOf(room, { door: 'open', digest: of, actor: memberId(actor) })
const standing = (room: RoomState) => {
  const thing = room.items['item-reading' as ItemId]
  if (thing === undefined) throw new Error('no reading')
  const register = findRegister(thing.register)
  const asks = (person: string) => {
    const reader = room.members[memberId(person)]
    return reader === undefined ? [] : (register?.asks?.(thing, reader, room) ?? [])
  }
  return [
    register?.standing(thing, room).standing,
    asks('second').length,
    asks('helper').length,
    asks('lead').length,
  ]
}

describe('EYES-1 where it is wanted', () => {
  test.each(kinds)(
    'EYES-1 in a room of kind %s it is stated by the lead of a desk, and by nobody else',
    kind => {
      const allowed = all.filter(person => {
        const room = rooms[kind]()
        return isIn(room, person) && does(room, person, setting(required)) === 'ok'
      })
      expect(allowed).toEqual(kind === 'desk' ? ['lead'] : [])
    },
  )

  test('EYES-1 it stands as it was stated last, and begins with the second rules number', () => {
    expect(does(deskRoom(), 'lead', setting(required))).toBe('rules-older')
    const room = desk()
    expect(room.eyes).toBeUndefined()
    must(room, 'lead', setting({ eyesOpen: 'wished' }))
    must(room, 'lead', setting(required))
    expect(room.eyes).toMatchObject({ ...off, ...required, by: memberId('lead') })
  })
})

describe('whose reading counts', () => {
  test('EYES-2 only where it is required is another waited for', () => {
    const room = desk()
    const at = (door: 'deliver' | 'open' | 'bring', readers: readonly string[] = []) => {
      const checked = checkEyes(room, { door, actor: memberId('lead'), readers: readers.map(memberId) })
      return checked.ok ? 'ok' : checked.error.code
    }
    expect([at('deliver'), at('open')]).toEqual(['ok', 'ok'])
    must(room, 'lead', setting(required))
    expect([at('deliver'), at('open'), at('bring')]).toEqual(['eyes-missing', 'ok', 'ok'])
    expect(at('deliver', ['second'])).toBe('ok')
  })

  test('EYES-4 a colleague’s word counts, while it is their last and what they read stands; never one’s own', () => {
    const room = desk()
    must(room, 'lead', asking(open))
    expect([seen(room), standing(room)]).toEqual([[], ['eyes-asked', 1, 1, 0]])
    must(room, 'lead', mark('eyes-seen'))
    expect([seen(room), seen(room, 'helper')]).toEqual([[], []])
    must(room, 'second', mark('eyes-seen'))
    expect([seen(room), standing(room)]).toEqual([[memberId('second')], ['eyes-seen', 0, 0, 0]])
    // Whoever does it is not their own second.
    expect(seen(room, 'second')).toEqual([])
    expect(seen(room, 'lead', other)).toEqual([])
    expect(does(room, 'second', mark('eyes-against'))).toBe('mark-needs')
    must(room, 'second', mark('eyes-against', { note: 'Not on a market day.' }))
    expect([seen(room), standing(room)[0]]).toEqual([[], 'eyes-against'])
    // The mediators have one voice elsewhere: here each is asked for their own.
    must(room, 'helper', mark('eyes-seen'))
    expect(seen(room)).toEqual([memberId('helper')])
    must(room, 'lead', asking({ ...open, note: 'At noon.' }, {}, 2))
    expect([seen(room), standing(room)[0]]).toEqual([[], 'eyes-asked'])
  })

  test('EYES-4 nobody counts who has gone, and nothing that is asked no more', () => {
    const room = desk()
    must(room, 'lead', asking(open, { reader: memberId('second') }))
    expect(standing(room)).toEqual(['eyes-asked', 1, 0, 0])
    must(room, 'second', mark('eyes-seen'))
    must(room, 'helper', mark('eyes-seen'))
    must(room, 'lead', { kind: 'member.remove', member: memberId('second') })
    expect(seen(room)).toEqual([memberId('helper')])
    must(room, 'lead', mark('eyes-dropped'))
    expect([seen(room), standing(room)]).toEqual([[], ['eyes-dropped', 0, 0, 0]])
  })

  test('EYES-4 of what was prepared it counts since the present words, of others than who wrote them and who lets them go', () => {
    const room = desk()
    const plan: Conveyance = planOf(caucusA(), caucusB())
    const readers = (actor = 'lead', of = digest) => {
      const carried = room.conveyances[plan.conveyance]
      if (carried === undefined) throw new Error('nothing prepared')
      return readersOfCarried(room, carried, { digest: of, actor: memberId(actor) })
    }
    const reading = (more: object) => ({ kind: 'carry.read', conveyance: plan.conveyance, ...more })
    must(room, 'lead', { kind: 'carry.prepare', conveyance: plan })
    must(room, 'lead', reading({ digest }))
    expect([readers(), readers('helper')]).toEqual([[], []])
    must(room, 'second', reading({ note: 'I have a question.' }))
    expect(readers()).toEqual([])
    must(room, 'second', reading({ digest }))
    expect([readers(), readers('second'), readers('lead', other)]).toEqual([[memberId('second')], [], []])
    // Said again without it, it is against.
    must(room, 'second', reading({ note: 'Not like this.' }))
    expect(readers()).toEqual([])
    must(room, 'helper', reading({ digest }))
    must(room, 'lead', { kind: 'carry.prepare', conveyance: { ...plan, wording: 'Otherwise.' } })
    expect(readers()).toEqual([])
  })
})

describe('what loosens it', () => {
  const loosened = { door: 'loosen', ...off }

  test('EYES-5 what was required is stated otherwise once a colleague has read just that, since it was stated', () => {
    const room = desk()
    must(room, 'lead', setting(required))
    must(room, 'lead', setting({ ...required, eyesOpen: 'off' }))
    expect(does(room, 'lead', setting({}))).toBe('eyes-missing')
    must(room, 'lead', asking(loosened))
    must(room, 'lead', mark('eyes-seen'))
    expect(does(room, 'lead', setting({}))).toBe('eyes-missing')
    must(room, 'second', mark('eyes-seen'))
    expect(does(room, 'lead', setting({ eyesDeliver: 'wished' }))).toBe('eyes-missing')
    must(room, 'lead', setting({}))
    // What was read then is spent.
    must(room, 'lead', setting(required))
    expect(does(room, 'lead', setting({}))).toBe('eyes-missing')
  })

  test('EYES-6 whoever is alone at the desk brings in a colleague, states it anew, and does nothing else that needs one', () => {
    const room = desk()
    must(room, 'lead', setting({ ...required, eyesBring: 'required' }))
    for (const person of ['second', 'helper'])
      must(room, 'lead', { kind: 'member.remove', member: memberId(person) })
    const alone = (door: 'deliver' | 'bring') => {
      const checked = checkEyes(room, { door, actor: memberId('lead'), readers: [] })
      return checked.ok ? 'ok' : checked.error.code
    }
    expect([alone('deliver'), alone('bring')]).toEqual(['eyes-nobody', 'ok'])
    must(room, 'lead', setting({}))
  })
})
