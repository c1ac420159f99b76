import { describe, expect, test } from 'vitest'
import {
  administers,
  applyEntry,
  applyEpoch,
  beginRoom,
  type DeviceId,
  type Entry,
  type EntryId,
  isId,
  isMailboxDue,
  isOfParty,
  isThird,
  leadsParty,
  limits,
  mediatorRoles,
  partyRoles,
  placedAt,
  type Role,
  type RoomId,
  type RoomKind,
  type RoomState,
  rejectedMax,
  rosterDevices,
  speaksForParty,
  thirdRoles,
} from '../src/index.ts'
import {
  admit,
  cardOf,
  caucusA,
  deskRoom,
  deviceOf,
  does,
  entryOf,
  memberId,
  must,
  opened,
  openingOf,
  partyA,
  partyB,
  say,
  silentA,
  tableRoom,
  thirdParty,
  tryOpen,
} from './cast.ts'

const remove = (person: string): unknown => ({ kind: 'member.remove', member: memberId(person) })
const leave = { kind: 'member.leave' }
const delegationA = (founder = 'headA', others: readonly string[] = []): RoomState =>
  opened(founder, { kind: 'delegation', party: partyA }, others)

const beginAs = (entry: Entry) => beginRoom('room-0001' as RoomId, entry)

describe('opening a room', () => {
  test.each<[RoomKind, string]>([
    ['table', 'lead'],
    ['desk', 'lead'],
    ['caucus', 'second'],
    ['group', 'second'],
    ['delegation', 'adviserA'],
    ['private', 'adviserA'],
    ['private', 'lead'],
  ])('ROOM-2 a %s may be opened by %s', (kind, founder) => {
    const party = kind === 'caucus' || kind === 'delegation' ? { party: partyA } : {}
    expect(tryOpen(founder, { kind, ...party })).toMatchObject({
      ok: true,
      value: { kind, epoch: 1, size: 2 },
    })
  })

  test.each<[RoomKind, string, string, boolean?]>([
    ['table', 'second', 'founder-role'],
    ['desk', 'headA', 'founder-role'],
    ['caucus', 'headA', 'founder-role', true],
    ['caucus', 'lead', 'room-without-party'],
    ['group', 'headA', 'founder-role'],
    ['delegation', 'headA', 'room-without-party'],
    ['delegation', 'lead', 'room-without-party', true],
    ['delegation', 'headB', 'party-unknown', true],
    ['table', 'lead', 'room-with-party', true],
    ['private', 'headA', 'room-with-party', true],
  ])('ROOM-2 a %s opened by %s is refused: %s', (kind, founder, code, withParty) => {
    const party = withParty === true ? { party: partyA } : {}
    expect(tryOpen(founder, { kind, ...party })).toMatchObject({ ok: false, error: { code } })
  })

  test('ROOM-2 refuses a founder that another device speaks for', () => {
    const stranger = cardOf('lead', { devices: [deviceOf('second')] })
    expect(tryOpen('lead', { kind: 'desk' }, stranger)).toMatchObject({
      error: { code: 'founder-not-author' },
    })
  })

  test('ROOM-1 a room opens once, with the first entry', () => {
    const room = deskRoom()
    const again = { kind: 'room.open', ...openingOfDesk }
    expect(does(room, 'lead', again)).toBe('room-already-open')
    expect(tryOpen('lead', { kind: 'desk' }).ok).toBe(true)
    const other = beginAs(entryOf(undefined, 'lead', say('message-1')))
    expect(other).toMatchObject({ error: { code: 'room-not-opened' } })
    const opening = openingOf(cardOf('lead'), { kind: 'desk' })
    const never = beginAs(entryOf(undefined, 'lead', opening, { time: Number.NaN }))
    expect(never).toMatchObject({ error: { code: 'time-malformed' } })
  })
})

const openingOfDesk = {
  process: { process: 'process-1', title: 'Talks' },
  room: { kind: 'desk' },
  terms: { role: 'carry', disclosure: 'open' },
  founder: cardOf('lead'),
  history: 'all',
}

const may = (role: Role) =>
  [leadsParty({ role }), speaksForParty({ role }), isOfParty({ role }) || isThird({ role })].filter(Boolean)
    .length

const administrators = (room: RoomState) =>
  Object.values(room.members)
    .filter(member => administers(room, member))
    .map(({ member }) => member.slice('member-'.length))

describe('roles', () => {
  test('ROOM-3 lead, bind and speak for their party', () => {
    expect(mediatorRoles.map(may)).toEqual([0, 0])
    expect(partyRoles.map(role => [role, may(role)])).toEqual([
      ['principal', 3],
      ['head', 3],
      ['delegate', 2],
      ['adviser', 1],
      ['counsel', 1],
    ])
    expect(new Set(thirdRoles.map(may))).toEqual(new Set([3]))
  })

  test('ROOM-4 who administers a room follows from its kind', () => {
    expect(administrators(caucusA())).toEqual(['lead', 'second'])
    expect(administrators(tableRoom())).toEqual(['lead', 'second'])
    expect(administrators(delegationA('adviserA', ['delegateA', 'headA']))).toEqual(['adviserA', 'headA'])
    expect(administrators(opened('headA', { kind: 'private' }))).toEqual(['headA'])
  })
})

describe('who brings whom in', () => {
  test.each<[string, () => RoomState, string, string, string]>([
    ['desk', deskRoom, 'lead', 'newMediator', 'ok'],
    ['desk', deskRoom, 'second', 'newMediator', 'lead-only'],
    ['desk', deskRoom, 'lead', 'headA', 'desk-is-for-mediators'],
    ['caucus', caucusA, 'second', 'counselA', 'ok'],
    ['caucus', caucusA, 'second', 'helper', 'ok'],
    ['caucus', caucusA, 'headA', 'counselA', 'ok'],
    ['caucus', caucusA, 'headA', 'helper', 'mediators-only'],
    ['caucus', caucusA, 'delegateA', 'counselA', 'not-an-administrator'],
    ['caucus', caucusA, 'second', 'headB', 'not-of-this-party'],
    ['delegation', delegationA, 'headA', 'adviserA', 'ok'],
    ['delegation', delegationA, 'headA', 'headB', 'not-of-this-party'],
    ['delegation', delegationA, 'headA', 'helper', 'not-of-this-party'],
    ['table', tableRoom, 'second', 'delegateB', 'ok'],
    ['table', tableRoom, 'headA', 'delegateA', 'mediators-only'],
    ['table', tableRoom, 'second', 'headA', 'already-a-member'],
    ['private room', () => opened('lead', { kind: 'private' }), 'lead', 'helper', 'room-is-private'],
  ])('ROOM-6 into the %s', (_, room, author, person, code) => {
    const card =
      person === 'newMediator'
        ? admit(person, { role: 'mediator', party: undefined as never })
        : admit(person)
    expect(does(room(), author, JSON.parse(JSON.stringify(card)))).toBe(code)
  })

  test('ROOM-5 a role fits the party that bears it', () => {
    const table = tableRoom()
    const { party: _, ...partyless } = cardOf('delegateA')
    expect(does(table, 'lead', { kind: 'member.admit', card: partyless })).toBe('role-does-not-fit')
    expect(does(table, 'lead', admit('helper', { party: partyA.party }))).toBe('role-does-not-fit')
    expect(does(table, 'lead', admit('delegateA', { role: 'witness' }))).toBe('role-does-not-fit')
    expect(does(table, 'lead', admit('envoy', { role: 'head', party: thirdParty.party }))).toBe('ok')
  })

  test('ROOM-5 refuses a card that lists a device twice', () => {
    const devices = [deviceOf('delegateA'), deviceOf('delegateA')]
    expect(does(tableRoom(), 'lead', admit('delegateA', { devices }))).toBe('device-twice')
  })

  test('ROOM-12 somebody of a party that the room does not know stays out of the table and of groups', () => {
    for (const kind of ['table', 'group'] as const) {
      const room = opened('lead', { kind })
      const hidden = { ...partyA, party: 'party-hidden', name: 'The friend', hidden: true }
      expect(does(room, 'lead', { kind: 'party.add', card: hidden })).toBe('hidden-party')
      expect(does(room, 'lead', admit('friend', { party: hidden.party as never }))).toBe('party-unknown')
      expect(does(room, 'lead', { kind: 'party.add', card: { ...hidden, hidden: false } })).toBe('ok')
      expect(does(room, 'lead', admit('friend', { party: hidden.party as never }))).toBe('ok')
    }
  })

  test('ROOM-12 a hidden party has a caucus, and the desk knows it', () => {
    const hidden = { ...partyA, hidden: true }
    expect(tryOpen('lead', { kind: 'caucus', party: hidden }).ok).toBe(true)
    expect(does(deskRoom(), 'second', { kind: 'party.add', card: hidden })).toBe('ok')
  })

  test('ROOM-14 there is one lead at most, and one can come where there is none', () => {
    const led = caucusA()
    expect(does(led, 'second', admit('helper', { role: 'lead' }))).toBe('one-lead')
    const leaderless = opened('second', { kind: 'caucus', party: partyA })
    expect(does(leaderless, 'second', admit('lead'))).toBe('ok')
    expect(does(leaderless, 'lead', { kind: 'terms.set', terms: { role: 'host', disclosure: 'open' } })).toBe(
      'ok',
    )
  })

  test('ROOM-19 who comes back comes back as who they are now, and founds nothing', () => {
    const room = delegationA('delegateA', ['headA', 'adviserA'])
    must(room, 'headA', remove('delegateA'))
    must(room, 'headA', admit('delegateA', { role: 'adviser', name: 'As adviser' }))
    expect(room.members[memberId('delegateA')]).toMatchObject({
      role: 'adviser',
      name: 'As adviser',
      founder: false,
    })
    expect(room.members[memberId('delegateA')]).not.toHaveProperty('left')
    expect(does(room, 'delegateA', admit('counselA'))).toBe('not-an-administrator')
  })

  test('ROOM-19 a removed person gains no role by coming back but from who may give it', () => {
    const room = caucusA()
    must(room, 'headA', remove('adviserA'))
    expect(does(room, 'adviserA', admit('adviserA'))).toBe('no-longer-a-member')
    expect(does(room, 'headA', admit('adviserA', { role: 'mediator' }))).toBe('mediators-only')
    const { party: _, ...card } = cardOf('adviserA', { role: 'mediator' })
    expect(does(room, 'headA', { kind: 'member.admit', card })).toBe('mediators-only')
    expect(does(room, 'second', { kind: 'member.admit', card })).toBe('member-of-another')
    expect(does(room, 'second', admit('adviserA'))).toBe('ok')
  })

  test('ROOM-21 a room knows a limited number of people', () => {
    const room = opened('lead', { kind: 'caucus', party: partyA })
    for (let n = 1; n < limits.membersMax; n += 1) {
      must(room, 'lead', admit(`person-${n}`))
      must(room, 'lead', remove(`person-${n}`))
    }
    expect(does(room, 'lead', admit('one-too-many'))).toBe('too-many-members')
    expect(does(room, 'lead', admit('person-1'))).toBe('ok')
  })

  test('ROOM-22 a room holds as many devices at once as one keys envelope reaches', () => {
    const room = opened('lead', { kind: 'caucus', party: partyA })
    for (let n = 1; n < limits.roomDevicesMax; n += 1) must(room, 'lead', admit(`person-${n}`))
    expect(does(room, 'lead', admit('one-too-many'))).toBe('room-devices-full')
    expect(does(room, 'lead', add('lead', 2))).toBe('room-devices-full')
    must(room, 'lead', remove('person-1'))
    expect(does(room, 'lead', add('lead', 2))).toBe('ok')
  })

  test('ROOM-23 nobody comes in under the id of somebody who was there before', () => {
    const room = caucusA()
    must(room, 'lead', remove('second'))
    const taken = { ...cardOf('counselA'), member: memberId('second') }
    expect(does(room, 'headA', { kind: 'member.admit', card: taken })).toBe('member-of-another')
    const foreign = { ...cardOf('second'), devices: cardOf('counselA').devices }
    expect(does(room, 'lead', { kind: 'member.admit', card: foreign })).toBe('member-of-another')
    expect(does(room, 'lead', admit('second'))).toBe('ok')
  })
})

describe('who comes back', () => {
  test('ROOM-23 comes back on the side they were on, with a device that they had', () => {
    const room = tableRoom()
    must(room, 'lead', remove('headA'))
    const devices = cardOf('headA').devices
    for (const [person, side] of [
      ['another party’s', cardOf('delegateB')],
      ['a third party’s', cardOf('observer')],
      ['a mediator', cardOf('helper')],
    ] as const) {
      const card = { ...side, member: memberId('headA'), devices }
      expect([person, does(room, 'lead', { kind: 'member.admit', card })]).toEqual([
        person,
        'member-of-another',
      ])
    }
    expect(does(room, 'lead', admit('headA', { role: 'delegate' }))).toBe('ok')
  })
})

const to = (person: string) => ({ kind: 'lead.hand-over', to: memberId(person) })

describe('who takes whom out', () => {
  test.each<[string, () => RoomState, string, string, string]>([
    ['table', tableRoom, 'second', 'headA', 'ok'],
    ['table', tableRoom, 'headA', 'adviserA', 'not-an-administrator'],
    ['table', tableRoom, 'second', 'lead', 'lead-hands-over-first'],
    ['table', tableRoom, 'second', 'second', 'leave-instead'],
    ['table', tableRoom, 'second', 'delegateB', 'not-in-room'],
    ['desk', deskRoom, 'lead', 'second', 'ok'],
    ['desk', deskRoom, 'second', 'helper', 'lead-only'],
    ['caucus', caucusA, 'headA', 'adviserA', 'ok'],
    ['caucus', caucusA, 'headA', 'second', 'not-an-administrator'],
    ['caucus', caucusA, 'delegateA', 'adviserA', 'not-an-administrator'],
    ['caucus', caucusA, 'second', 'headA', 'ok'],
    ['delegation', () => delegationA('headA', ['principalA']), 'headA', 'principalA', 'role-may-not'],
    ['delegation', () => delegationA('headA', ['principalA']), 'principalA', 'headA', 'ok'],
    ['delegation', () => delegationA('adviserA', ['headA']), 'adviserA', 'headA', 'role-may-not'],
    ['delegation', () => delegationA('adviserA', ['delegateA']), 'adviserA', 'delegateA', 'ok'],
    [
      'delegation',
      () => delegationA('headA', ['adviserA', 'delegateA']),
      'delegateA',
      'adviserA',
      'not-an-administrator',
    ],
  ])('ROOM-7 out of the %s', (_, room, author, person, code) => {
    expect(does(room(), author, remove(person))).toBe(code)
  })

  test('ROOM-8 the lead hands over before leaving', () => {
    const room = deskRoom()
    expect(does(room, 'lead', leave)).toBe('lead-hands-over-first')
    must(room, 'lead', { kind: 'lead.hand-over', to: memberId('second') })
    expect(does(room, 'lead', leave)).toBe('ok')
    expect(room.members[memberId('lead')]).toMatchObject({ role: 'mediator', left: { how: 'left' } })
  })

  test('ROOM-8 the last who administers does not leave others behind', () => {
    const caucus = opened('second', { kind: 'caucus', party: partyA }, ['headA'])
    expect(does(caucus, 'second', leave)).toBe('last-administrator')
    expect(does(caucus, 'headA', leave)).toBe('ok')
    expect(does(caucus, 'second', leave)).toBe('ok')
  })

  test('ROOM-8 in a room of one’s own there is nobody to hand over to', () => {
    expect(does(opened('lead', { kind: 'private' }), 'lead', leave)).toBe('ok')
  })

  test('ROOM-14 the lead goes from the lead to a mediator of the room', () => {
    const room = deskRoom()
    expect(does(room, 'second', to('second'))).toBe('lead-only')
    expect(does(room, 'lead', to('lead'))).toBe('heir-not-mediator')
    expect(does(room, 'lead', to('headA'))).toBe('heir-not-mediator')
    must(room, 'lead', remove('helper'))
    expect(does(room, 'lead', to('helper'))).toBe('heir-not-mediator')
    expect(does(room, 'lead', to('second'))).toBe('ok')
    expect(does(room, 'lead', remove('second'))).toBe('lead-hands-over-first')
    const leads = Object.values(room.members).filter(({ role }) => role === 'lead')
    expect(leads.map(({ member }) => member)).toEqual([memberId('second')])
  })

  test('ROOM-17 nothing more is accepted of one who has left or was removed', () => {
    const room = caucusA()
    must(room, 'second', remove('adviserA'))
    expect(does(room, 'adviserA', say('message-1'))).toBe('no-longer-a-member')
    expect(does(room, 'stranger', say('message-1'))).toBe('not-a-member')
  })
})

const add = (person: string, nth: number) => ({ kind: 'device.add', card: deviceOf(person, nth) })

const putAway = (person: string, nth: number) => ({
  kind: 'device.remove',
  device: deviceOf(person, nth).device,
})

describe('devices', () => {
  test('ROOM-10 are added by their owner and removed by their owner, but for the last', () => {
    const room = caucusA()
    expect(does(room, 'headA', add('headA', 2))).toBe('ok')
    expect(does(room, 'headA', add('headA', 2))).toBe('device-known')
    expect(does(room, 'adviserA', putAway('headA', 2))).toBe('device-unknown')
    expect(does(room, 'headA', putAway('headA', 2))).toBe('ok')
    expect(does(room, 'headA', putAway('headA', 1))).toBe('last-device')
  })

  test('ROOM-17 a device put away acts no more', () => {
    const room = caucusA()
    must(room, 'headA', add('headA', 2))
    must(room, 'headA', putAway('headA', 1))
    expect(does(room, 'headA', say('message-1'))).toBe('device-removed')
  })

  test('ROOM-9 a device put away does not come back, not even with its owner', () => {
    const room = caucusA()
    must(room, 'headA', add('headA', 2))
    must(room, 'headA', putAway('headA', 2))
    expect(does(room, 'headA', add('headA', 2))).toBe('device-removed')
    must(room, 'headA', leave)
    const both = [deviceOf('headA'), deviceOf('headA', 2)]
    expect(does(room, 'second', admit('headA', { devices: both }))).toBe('device-removed')
    expect(does(room, 'second', admit('headA'))).toBe('ok')
  })

  test('ROOM-9 naming the device of another as one’s own hinders them no longer than one is there', () => {
    const room = caucusA()
    must(room, 'adviserA', { kind: 'device.add', card: deviceOf('counselA') })
    expect(does(room, 'second', admit('counselA'))).toBe('device-of-another')
    expect(does(room, 'adviserA', { kind: 'device.add', card: deviceOf('headA') })).toBe('device-of-another')
    must(room, 'second', remove('adviserA'))
    expect(does(room, 'second', admit('counselA'))).toBe('ok')
    expect(does(room, 'second', admit('adviserA', { devices: [deviceOf('counselA')] }))).toBe(
      'member-of-another',
    )
    expect(does(room, 'counselA', say('message-1'))).toBe('ok')
    expect(room.messages['message-1' as never]?.by).toBe(memberId('counselA'))
  })

  test('ROOM-21 a member has a limited number of devices', () => {
    const room = caucusA()
    for (let nth = 2; nth <= limits.devicesMax; nth += 1) must(room, 'headA', add('headA', nth))
    expect(does(room, 'headA', add('headA', 99))).toBe('too-many-devices')
  })
})

const know = (card: unknown) => ({ kind: 'party.add', card })

const contact = (person: string, member = person) => ({
  kind: 'contact.record',
  member: memberId(member),
  mailbox: { log: 'log-of-mailbox', key: 'key' },
  card: cardOf(person),
})

const missed = (epoch: number, of = {}) => ({ kind: 'keys.missed', epoch, ...of })

describe('parties, rooms and contacts', () => {
  test('ROOM-24 whose mailbox is known tells of another, and nobody else does for them', () => {
    const room = caucusA({}, ['second', 'headA', 'adviserA'])
    const move = { kind: 'contact.move', mailbox: { log: 'log-of-another', key: 'key-2' } }
    expect(does(room, 'adviserA', move)).toBe('rules-older')
    must(room, 'lead', { kind: 'rules.adopt', number: 2 })
    expect(does(room, 'adviserA', move)).toBe('contact-unknown')
    must(room, 'headA', contact('adviserA'))
    must(room, 'adviserA', move)
    expect(room.contacts[memberId('adviserA')]).toMatchObject({
      mailbox: move.mailbox,
      card: cardOf('adviserA'),
    })
    expect(does(room, 'headA', move)).toBe('contact-unknown')
  })

  test('ROOM-25 a member says once of each epoch that there was nothing for them, here or in another room', () => {
    const room = caucusA({}, ['second', 'headA', 'adviserA'])
    expect(does(room, 'adviserA', missed(1))).toBe('rules-older')
    must(room, 'lead', { kind: 'rules.adopt', number: 2 })
    expect(does(room, 'adviserA', missed(room.epoch + 1))).toBe('epoch-unknown')
    must(room, 'adviserA', missed(room.epoch))
    expect(does(room, 'adviserA', missed(room.epoch))).toBe('missed-told')
    const other = { room: 'room-of-others' }
    must(room, 'adviserA', missed(7, other))
    expect(does(room, 'adviserA', missed(7, other))).toBe('missed-told')
    must(room, 'adviserA', missed(8, other))
    must(room, 'headA', missed(7, other))
    expect(room.missed).toEqual({
      [memberId('adviserA')]: room.epoch,
      [`${memberId('adviserA')} room-of-others`]: 8,
      [`${memberId('headA')} room-of-others`]: 7,
    })
  })

  test('ROOM-24 another is due once somebody who knew of it has gone and the keys have changed', () => {
    const room = caucusA({}, ['second', 'headA', 'adviserA'])
    must(room, 'lead', { kind: 'rules.adopt', number: 2 })
    must(room, 'headA', contact('headA'))
    const isDue = () => isMailboxDue(room, memberId('headA'))
    expect(isDue()).toBe(false)
    must(room, 'adviserA', leave)
    expect(isDue()).toBe(false)
    applyEpoch(room, { epoch: 2, device: deviceOf('headA').device, position: room.size })
    expect(isDue()).toBe(true)
    // Whoever tells of the same again makes it no newer.
    must(room, 'headA', contact('headA'))
    expect(isDue()).toBe(true)
    must(room, 'headA', { kind: 'contact.move', mailbox: { log: 'log-of-another', key: 'key-2' } })
    expect(isDue()).toBe(false)
    expect(isMailboxDue(room, memberId('second'))).toBe(false)
  })

  test('ROOM-11 mediators make parties known; a caucus knows its own', () => {
    const room = caucusA()
    expect(does(room, 'headA', know(partyA))).toBe('mediators-only')
    expect(does(room, 'second', know(partyB))).toBe('not-of-this-party')
    expect(does(room, 'second', know({ ...partyA, name: 'New Avalon' }))).toBe('ok')
    expect(room.party?.name).toBe('New Avalon')
  })

  test('MSG-3 no card makes the mediators speak for a party whose people are there to speak', () => {
    const room = caucusA({}, ['second', 'headA', 'delegateA', 'adviserA'])
    expect(does(room, 'lead', know(silentA))).toBe('party-acts-for-itself')
    must(room, 'headA', leave)
    expect(does(room, 'lead', know(silentA))).toBe('party-acts-for-itself')
    must(room, 'delegateA', leave)
    expect(does(room, 'lead', know(silentA))).toBe('ok')
  })

  test('MSG-3 the party speaks for itself once somebody who speaks for it is there', () => {
    const room = caucusA({ party: silentA }, ['second', 'adviserA'])
    expect(room.party?.account).toBe(false)
    must(room, 'second', admit('headA'))
    expect(room.party?.account).toBe(true)
    expect(room.parties[partyA.party]).toEqual(room.party)
  })

  test('ROOM-15 the desk keeps the directory', () => {
    const register = {
      kind: 'room.register',
      room: 'room-of-party-a',
      roomKind: 'caucus',
      party: partyA.party,
    }
    const desk = deskRoom()
    expect(does(desk, 'second', register)).toBe('ok')
    expect(Object.values(desk.rooms)).toEqual([
      { room: 'room-of-party-a', kind: 'caucus', party: partyA.party },
    ])
    expect(does(caucusA(), 'second', register)).toBe('desk-only')
  })

  test('ROOM-16 contacts are kept by those who bring people in, for those they may bring', () => {
    expect(does(deskRoom(), 'second', contact('headA'))).toBe('ok')
    expect(does(delegationA(), 'headA', contact('adviserA'))).toBe('ok')
    expect(does(caucusA(), 'headA', contact('counselA'))).toBe('ok')
    expect(does(caucusA(), 'headA', contact('second'))).toBe('not-of-this-party')
    expect(does(caucusA(), 'headA', contact('headB'))).toBe('not-of-this-party')
    expect(does(caucusA(), 'adviserA', contact('counselA'))).toBe('not-an-administrator')
    expect(does(tableRoom(), 'lead', contact('headA'))).toBe('desk-only')
    expect(does(deskRoom(), 'second', contact('headA', 'headB'))).toBe('contact-differs')
  })
})

const begin = (room: RoomState, person: string, epoch: number, position = room.size) => {
  const result = applyEpoch(room, { epoch, device: deviceOf(person).device, position })
  return result.ok ? 'ok' : result.error.code
}

describe('epochs', () => {
  test('ROOM-13 an administrator begins the next one, once', () => {
    const room = caucusA()
    expect(begin(room, 'adviserA', 2)).toBe('may-not-rekey')
    expect(begin(tableRoom(), 'headA', 2)).toBe('may-not-rekey')
    expect(begin(caucusA(), 'headA', 2)).toBe('ok')
    expect(begin(room, 'stranger', 2)).toBe('not-a-member')
    expect(begin(room, 'second', 3)).toBe('epoch-out-of-order')
    expect(begin(room, 'second', 2)).toBe('ok')
    expect(begin(room, 'lead', 2)).toBe('epoch-out-of-order')
    must(room, 'lead', remove('second'))
    expect(begin(room, 'second', 3)).toBe('no-longer-a-member')
    expect(room.epoch).toBe(2)
  })

  test('ROOM-13 one is due whenever the devices of the roster change, and only then', () => {
    const room = caucusA()
    const dueAfter = (person: string, act: unknown): boolean => {
      expect(begin(room, 'lead', room.epoch + 1)).toBe('ok')
      expect(room.rekeyDue).toBe(false)
      must(room, person, act)
      return room.rekeyDue
    }
    expect(dueAfter('lead', admit('counselA'))).toBe(true)
    expect(dueAfter('headA', { kind: 'device.add', card: deviceOf('headA', 2) })).toBe(true)
    expect(dueAfter('headA', { kind: 'device.remove', device: deviceOf('headA', 2).device })).toBe(true)
    expect(dueAfter('lead', remove('counselA'))).toBe(true)
    expect(dueAfter('adviserA', leave)).toBe(true)
    expect(dueAfter('headA', say('message-1'))).toBe(false)
    expect(dueAfter('lead', { kind: 'lead.hand-over', to: memberId('second') })).toBe(false)
  })

  test('ROOM-13 its keys go to the devices of those present, sorted', () => {
    const room = caucusA()
    must(room, 'headA', { kind: 'device.add', card: deviceOf('headA', 2) })
    must(room, 'second', remove('adviserA'))
    const devices = rosterDevices(room).map(({ device }) => device)
    const expected = [
      deviceOf('delegateA'),
      deviceOf('headA'),
      deviceOf('headA', 2),
      deviceOf('lead'),
      deviceOf('second'),
    ]
    expect(devices).toEqual(expected.map(({ device }) => device).toSorted())
  })

  test('ROOM-18 what lies before the end of the log is not applied again', () => {
    const room = caucusA()
    const before = structuredClone(room)
    expect(begin(room, 'lead', 2, 3)).toBe('position-seen')
    expect(applyEntry(room, entryOf(room, 'headA', say('message-1'), { position: 3 }))).toMatchObject({
      error: { code: 'position-seen' },
    })
    expect(room).toEqual(before)
  })
})

describe('entries', () => {
  test('ROOM-18 an entry counts once', () => {
    const room = caucusA()
    const id = 'entry-twice' as EntryId
    expect(applyEntry(room, entryOf(room, 'headA', say('message-1'), { id })).ok).toBe(true)
    expect(applyEntry(room, entryOf(room, 'headA', say('message-2'), { id }))).toMatchObject({
      error: { code: 'entry-repeated' },
    })
  })

  test.each([Number.NaN, -1, 1.5, -0, Number.POSITIVE_INFINITY, limits.timeMsMax + 1])(
    'ROOM-18 an entry of time %s is refused',
    time => {
      const room = caucusA()
      expect(applyEntry(room, entryOf(room, 'headA', say('message-1'), { time }))).toMatchObject({
        error: { code: 'time-malformed' },
      })
    },
  )

  test('SYNC-32 that an entry was placed when it was written is not noted, give or take five minutes', () => {
    const room = caucusA()
    for (const late of [0, 300_000, 300_001, -300_000, -300_001]) {
      const entry = entryOf(room, 'headA', say(`message-${late}`))
      applyEntry(room, { ...entry, placed: entry.time + late })
      expect([late, placedAt(room, entry.position) !== undefined]).toEqual([late, Math.abs(late) > 300_000])
    }
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'no such device'])(
    'ROOM-17 the device %j is nobody’s',
    device => {
      const room = caucusA()
      const entry = entryOf(room, 'headA', say('message-1'), { device: device as DeviceId })
      expect(applyEntry(room, entry)).toMatchObject({ error: { code: 'not-a-member' } })
    },
  )

  test('ROOM-18 the last refusals are kept, and all are counted', () => {
    const room = caucusA()
    const before = structuredClone(room)
    for (let n = 0; n < rejectedMax + 5; n += 1)
      expect(does(room, 'stranger', say('message-1'))).toBe('not-a-member')
    expect(room.rejected).toHaveLength(rejectedMax)
    expect(room.rejected.at(-1)?.position).toBe(room.size - 1)
    expect(room.rejectedCount).toBe(rejectedMax + 5)
    expect({ ...room, size: before.size, rejected: [], rejectedCount: 0 }).toEqual(before)
  })

  test('ROOM-20 no name that every object has is an id', () => {
    const names = Object.getOwnPropertyNames(Object.prototype)
    expect(names.filter(isId)).toEqual([])
    expect(['12345678', 'short', 'x'.repeat(65), 'with space', 'naïve-id'].filter(isId)).toEqual([])
    expect(['12345678a', '__proto___', 'a'.repeat(64), '-_-_-_-_'].every(isId)).toBe(true)
  })
})
