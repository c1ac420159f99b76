/** Mediators of another institution: into a caucus by its party's yes alone, and whoever was there before. */

import { describe, expect, test } from 'vitest'
import {
  applyEntry,
  atDeskAlone,
  checkAtDesk,
  findRegister,
  type ItemId,
  type RoomState,
  rulesNumber,
  waitingAtDesk,
  waitingOfThings,
} from '../src/index.ts'
import {
  admit,
  cardOf,
  caucusA,
  caucusB,
  circumstance,
  deskRoom,
  does,
  entryOf,
  memberId,
  must,
  opened,
  partyA,
  say,
  silentA,
  tryOpen,
} from './cast.ts'

const institution = 'Lakes Institute'
const other = { institution } as const
const envoy = admit('helper', other)
const item = 'item-0001' as ItemId
const put = (fields: object = other, id: string = item, rev = 1) => ({
  kind: 'item.put',
  item: id,
  register: 'mediators-accepted',
  rev,
  fields,
})
const mark = (verb: string, more: object = {}) => ({ kind: 'item.mark', item, rev: 1, verb, ...more })
const answers = ['accepted-from-here', 'accepted-with-record', 'not-accepted', 'asked-out'] as const

const todays = { kind: 'caucus', rules: rulesNumber } as const
const moved = (room: RoomState): RoomState => {
  must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
  return room
}
/** A caucus of the rules of today with the party's people in it. */
const caucus = (): RoomState => moved(caucusA())
const asked = (...said: readonly string[]): RoomState => {
  const room = caucus()
  must(room, 'lead', put())
  for (const verb of said) must(room, 'headA', mark(verb))
  return room
}
const standing = (room: RoomState): string | undefined => {
  const thing = room.items[item]
  return thing === undefined ? undefined : findRegister(thing.register)?.standing(thing, room).standing
}

describe('whose mediators come into a caucus', () => {
  test('TEAM-1 hostile: the lead alone does not bring in a colleague of another institution, with any number of items', () => {
    const room = caucus()
    const before = JSON.stringify(room.members)
    expect(does(room, 'lead', envoy)).toBe('mediator-not-accepted')
    must(room, 'lead', put())
    must(room, 'lead', put(other, 'item-0002'))
    expect(does(room, 'lead', mark('accepted-with-record'))).not.toBe('ok')
    expect(does(room, 'lead', mark('accepted-with-record', { recorded: circumstance }))).toBe(
      'party-acts-for-itself',
    )
    expect(does(room, 'lead', envoy)).toBe('mediator-not-accepted')
    expect(JSON.stringify(room.members)).toBe(before)
    expect(room.rejected.at(-1)?.violation).toEqual({ code: 'mediator-not-accepted', institution })
  })

  test.each(answers)('TEAM-1 where the party last said %s, that alone holds', verb => {
    for (const earlier of answers) {
      const room = asked(earlier, verb)
      expect([earlier, does(room, 'lead', envoy)]).toEqual([
        earlier,
        verb === 'accepted-with-record' ? 'ok' : 'mediator-not-accepted',
      ])
    }
  })

  test('TEAM-1 a colleague of the institution that began the talks, or that founded the caucus, comes as ever', () => {
    expect(does(caucus(), 'lead', admit('helper'))).toBe('ok')
    const founded = tryOpen('lead', { ...todays, party: partyA }, cardOf('lead', other))
    if (!founded.ok) throw new Error(founded.error.code)
    const room = founded.value
    must(room, 'lead', admit('headA'))
    expect(does(room, 'lead', envoy)).toBe('ok')
    expect(does(room, 'lead', admit('second', { institution: 'Another' }))).toBe('mediator-not-accepted')
  })

  test('TEAM-1 in a room that is no caucus, and in one of the first rules, nobody asks', () => {
    expect(does(moved(opened('lead', { kind: 'desk' }, ['second'])), 'lead', admit('helper', other))).toBe(
      'ok',
    )
    expect(does(caucusA(), 'lead', envoy)).toBe('rules-older')
  })

  test('TEAM-2 whoever is there when the party comes is whom it comes to, until it says otherwise', () => {
    const room = opened('lead', { ...todays, party: partyA }, [])
    must(room, 'lead', envoy)
    must(room, 'lead', admit('headA'))
    expect(does(room, 'lead', admit('second', { institution: 'Another' }))).toBe('mediator-not-accepted')
    expect(does(room, 'lead', admit('second', other))).toBe('ok')
    must(room, 'headA', put())
    must(room, 'headA', mark('asked-out'))
    must(room, 'lead', { kind: 'member.remove', member: memberId('second') })
    expect(does(room, 'lead', admit('second', other))).toBe('mediator-not-accepted')
  })

  test('TEAM-2 a party without an account has begun with the first word written down for it', () => {
    const room = opened('lead', { ...todays, party: silentA }, [])
    must(room, 'lead', say('message-0001', { recorded: circumstance }))
    expect(does(room, 'lead', envoy)).toBe('mediator-not-accepted')
    must(room, 'lead', put())
    expect(does(room, 'lead', mark('accepted-with-record'))).not.toBe('ok')
    must(room, 'lead', mark('accepted-with-record', { recorded: circumstance }))
    expect(does(room, 'lead', envoy)).toBe('ok')
  })

  test('TEAM-3 a yes is to the institution that the item named then: another name, or the name again, has none', () => {
    const room = asked('accepted-with-record')
    must(room, 'lead', put({ institution: 'Another' }, item, 2))
    expect(does(room, 'lead', admit('helper', { institution: 'Another' }))).toBe('mediator-not-accepted')
    expect(does(room, 'lead', envoy)).toBe('mediator-not-accepted')
    must(room, 'lead', put(other, item, 3))
    expect(does(room, 'lead', envoy)).toBe('mediator-not-accepted')
  })

  test('TEAM-3 a wish that they go outlives every wording of the item', () => {
    const room = asked()
    must(room, 'lead', put(other, 'item-0002'))
    must(room, 'headA', { ...mark('accepted-with-record'), item: 'item-0002' })
    must(room, 'headA', mark('asked-out'))
    must(room, 'lead', put({ institution: 'Another' }, item, 2))
    expect(does(room, 'lead', envoy)).toBe('mediator-not-accepted')
  })

  test.each(['not-accepted', 'accepted-from-here'])(
    'TEAM-3 hostile: naming another in the item in which it said %s last brings back no yes from before',
    verb => {
      const room = asked('accepted-with-record')
      must(room, 'lead', put(other, 'item-0002'))
      must(room, 'headA', { ...mark(verb), item: 'item-0002' })
      must(room, 'lead', put({ institution: 'Another' }, 'item-0002', 2))
      expect(does(room, 'lead', envoy)).toBe('mediator-not-accepted')
      expect(standing(room)).toBe(verb === 'not-accepted' ? verb : 'unanswered')
    },
  )

  test.each(answers)('TEAM-3 hostile: nor do they come as whom it came to, once it has said %s', verb => {
    const room = opened('lead', { ...todays, party: partyA }, [])
    must(room, 'lead', envoy)
    must(room, 'lead', admit('headA'))
    must(room, 'lead', put())
    must(room, 'headA', mark(verb))
    must(room, 'lead', put({ institution: 'Another' }, item, 2))
    expect(does(room, 'lead', admit('second', other))).toBe('mediator-not-accepted')
  })

  test('TEAM-3 hostile: a yes of another party, carried here as a mark, is no yes of this one', () => {
    const room = asked()
    const words = { form: 'paper', binding: false, body: 'They say so.', verbatim: false, from: 'Borduria' }
    const thing = { item, rev: 1, verb: 'accepted-with-record' }
    expect(does(room, 'lead', { kind: 'delivery.make', delivery: 'delivery-1', ...words, thing })).toBe(
      'not-for-this-party',
    )
    expect(does(room, 'lead', envoy)).toBe('mediator-not-accepted')
  })

  test('TEAM-4 a card of a party’s people names no institution', () => {
    expect(does(caucus(), 'lead', admit('counselA', other))).toBe('role-does-not-fit')
  })

  test('TEAM-4 a room is not founded by the first rules with an institution', () => {
    const founded = tryOpen('lead', { kind: 'caucus', party: partyA }, cardOf('lead', other))
    expect(founded).toMatchObject({ ok: false, error: { code: 'rules-older' } })
  })
})

describe('what is shown of it', () => {
  test('TEAM-5 how it stands: not answered, what the party said, and whether they are gone', () => {
    const room = asked()
    expect(standing(room)).toBe('unanswered')
    must(room, 'headA', mark('accepted-with-record'))
    expect(standing(room)).toBe('accepted-with-record')
    must(room, 'lead', envoy)
    must(room, 'headA', mark('asked-out'))
    expect(standing(room)).toBe('asked-out')
    must(room, 'lead', { kind: 'member.remove', member: memberId('helper') })
    expect(standing(room)).toBe('gone-out')
  })

  test('TEAM-5 the party is asked until it has answered; the mediators see who may come, and who is to go', () => {
    const desk = deskRoom()
    const kinds = (room: RoomState) => waitingAtDesk(desk, [room]).map(({ kind }) => kind)
    const room = asked()
    expect(waitingOfThings([room], memberId('headA')).map(({ asking }) => asking)).toEqual([
      { kind: 'say', verb: 'accepted-from-here' },
    ])
    expect(waitingOfThings([room], memberId('lead'))).toEqual([])
    expect(kinds(room)).toEqual([])
    must(room, 'headA', mark('accepted-with-record'))
    expect(waitingOfThings([room], memberId('headA'))).toEqual([])
    expect(kinds(room)).toEqual(['may-come'])
    must(room, 'lead', envoy)
    expect(kinds(room)).toEqual([])
    must(room, 'headA', mark('asked-out'))
    expect(kinds(room)).toEqual(['leave-asked'])
  })

  test('TEAM-5 whom the party came to is not asked about, and stands as accepted from here on', () => {
    const room = opened('lead', { ...todays, party: partyA }, [])
    must(room, 'lead', put())
    must(room, 'lead', envoy)
    must(room, 'lead', admit('headA'))
    expect(standing(room)).toBe('accepted-from-here')
    expect(waitingOfThings([room], memberId('headA'))).toEqual([])
    must(room, 'headA', mark('asked-out'))
    expect(standing(room)).toBe('asked-out')
  })

  test('TEAM-5 an institution that the party names itself is nothing to be carried', () => {
    const room = caucus()
    must(room, 'headA', put())
    expect(waitingAtDesk(deskRoom(), [room])).toEqual([])
  })
})

describe('the desk is no way round', () => {
  test('TEAM-8 whoever is not in every caucus of those held is not to come to the desk, and is shown where there', () => {
    const desk = moved(opened('lead', { kind: 'desk' }, ['second']))
    const [a, b] = [caucus(), moved(caucusB())]
    const card = cardOf('helper', other)
    must(a, 'lead', put())
    must(a, 'headA', mark('accepted-with-record'))
    must(a, 'lead', envoy)
    expect(checkAtDesk(desk, [a, b], card)).toEqual({
      ok: false,
      error: { code: 'not-in-every-caucus', party: b.party?.name },
    })
    expect(checkAtDesk(desk, [a, desk], card).ok).toBe(true)
    expect(checkAtDesk(a, [a, b], card).ok).toBe(true)
    must(desk, 'lead', envoy)
    const helper = memberId('helper')
    const shown = atDeskAlone(desk, [a, b]).filter(({ member }) => member.member === helper)
    expect(shown.map(({ caucuses }) => caucuses.map(({ id }) => id))).toEqual([[b.id]])
    must(a, 'lead', { kind: 'member.remove', member: helper })
    expect(checkAtDesk(desk, [a], card).ok).toBe(false)
  })
})

test('TEAM-1 law: what is refused changes the refusals alone', () => {
  const room = asked('accepted-from-here')
  const { rejected, rejectedCount, size, ...before } = structuredClone(room)
  applyEntry(room, entryOf(room, 'lead', envoy))
  const { rejected: after, rejectedCount: count, size: length, ...rest } = room
  expect(rest).toEqual(before)
  expect([after.length, count, length]).toEqual([rejected.length + 1, rejectedCount + 1, size + 1])
})
