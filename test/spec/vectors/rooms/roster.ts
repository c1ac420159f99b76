/** Who comes and goes, with which devices. */

import {
  admit,
  cardOf,
  type Draft,
  deviceOf,
  openCaucus,
  openDesk,
  put,
  remove,
  replay,
  type Step,
  say,
} from '../cast.ts'

const comingAndGoing: readonly Step[] = [
  ['lead', openCaucus],
  ['lead', admit('principal')],
  { keys: 'lead', epoch: 2 },
  ['principal', admit('head')],
  ['head', admit('adviser')],
  ['adviser', admit('head')],
  ['head', admit('other')],
  { keys: 'adviser', epoch: 3 },
  { keys: 'head', epoch: 4 },
  { keys: 'head', epoch: 3 },
  ['head', remove('principal')],
  ['adviser', { kind: 'member.leave', note: 'Called home.' }],
  ['adviser', say('message-late', 'One more thing.')],
  { keys: 'lead', epoch: 4 },
  ['head', admit('adviser', { role: 'counsel' })],
  ['lead', { kind: 'member.leave' }],
  ['lead', admit('second')],
  ['lead', { kind: 'lead.hand-over', to: 'member-second' }],
  ['lead', { kind: 'member.leave' }],
  ['principal', remove('head')],
  [
    'principal',
    {
      kind: 'contact.record',
      member: 'member-head',
      mailbox: { log: 'log-of-head', key: 'AAAA' },
      card: cardOf('head'),
    },
  ],
  ['principal', { kind: 'contact.move', mailbox: { log: 'log-of-nobody', key: 'AAAA' } }],
  [
    'principal',
    {
      kind: 'contact.record',
      member: 'member-principal',
      mailbox: { log: 'log-of-principal', key: 'AAAA' },
      card: cardOf('principal'),
    },
  ],
  ['principal', { kind: 'contact.move', mailbox: { log: 'log-of-principal-2', key: 'BBBB' } }],
  ['principal', { kind: 'keys.missed', epoch: 40 }],
  ['principal', { kind: 'keys.missed', epoch: 2 }],
  ['principal', { kind: 'keys.missed', epoch: 2 }],
  ['principal', { kind: 'keys.missed', room: 'room-of-others', epoch: 40 }],
  ['principal', openCaucus],
  ['other', say('message-none', 'Let me in.')],
]

const devices: readonly Step[] = [
  ['lead', openDesk],
  ['lead', admit('second', { devices: [deviceOf('second'), deviceOf('second', 2)] })],
  ['second', { kind: 'device.add', card: deviceOf('second', 3) }],
  ['second', { kind: 'device.add', card: deviceOf('second', 3) }],
  ['second', { kind: 'device.add', card: deviceOf('lead') }],
  ['second', { kind: 'device.remove', device: 'device-second-1' }],
  ['second', say('message-put-away', 'From the device put away.')],
  ['second', say('message-of-another', 'From another.'), { device: 'device-second-2' }],
  ['second', { kind: 'device.add', card: deviceOf('second') }, { device: 'device-second-2' }],
  ['lead', { kind: 'device.remove', device: 'device-lead-1' }],
]

export const roster: readonly Draft[] = [
  replay(
    'coming and going in a caucus',
    ['ROOM-1', 'ROOM-6', 'ROOM-7', 'ROOM-8', 'ROOM-13', 'ROOM-14', 'ROOM-17'],
    'room-caucus',
    comingAndGoing,
  ),
  replay('devices', ['ROOM-9', 'ROOM-10', 'ROOM-17'], 'room-devices', devices),
]
