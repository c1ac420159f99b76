/** What one keeps for oneself. */

import { type Draft, day, deviceOf, opening, process, replay, type Step, timeAt } from '../cast.ts'

const openOwn = opening('principal', { kind: 'private' })

const relay = { address: 'https://relay.example', verifier: 'relay.example+0a1b2c3d+AbCd' }

const keptRoom = {
  room: 'room-avalon',
  purpose: 'room',
  roomKind: 'caucus',
  process,
  party: 'party-avalon',
  relay,
  epoch: 1,
  key: 'AAAA',
}

const invitation = {
  invitation: 'invitation-one',
  process: process.process,
  name: 'Peer Holm',
  role: 'adviser',
  party: 'party-avalon',
  relay,
  secret: 'AAAA',
  nonce: 'BBBB',
  created: timeAt(0),
  expires: timeAt(0) + 7 * day,
}

const certificate = {
  room: 'room-avalon',
  roomKind: 'caucus',
  process,
  destroyed: timeAt(9),
  envelopes: 40,
  by: 'Runa Lind',
  basis: 'Article 9.',
  author: deviceOf('lead'),
  verifier: relay.verifier,
  evidence: 'c2sp.org/tlog-proof@v1',
}

const ownRoom: readonly Step[] = [
  ['principal', openOwn],
  ['principal', { kind: 'key.keep', kept: keptRoom }],
  ['principal', { kind: 'key.keep', kept: { ...keptRoom, epoch: 3 } }],
  [
    'principal',
    { kind: 'key.keep', kept: { room: 'log-mailbox', purpose: 'mailbox', relay, epoch: 1, key: 'AAAA' } },
  ],
  [
    'principal',
    {
      kind: 'epochs.keep',
      room: keptRoom.room,
      keys: [{ epoch: 1, key: 'AAAA' }],
      slots: [{ slot: 'party', secret: 'BBBB' }],
    },
  ],
  ['principal', { kind: 'epochs.keep', room: 'log-mailbox', keys: [], slots: [] }],
  ['principal', { kind: 'paper.name', device: deviceOf('principal')['device'] }],
  ['principal', { kind: 'paper.name', device: deviceOf('second')['device'] }],
  ['principal', { kind: 'key.drop', room: 'log-mailbox' }],
  ['principal', { kind: 'key.drop', room: 'log-mailbox' }],
  ['principal', { kind: 'invitation.keep', invitation }],
  ['principal', { kind: 'invitation.keep', invitation }],
  ['principal', { kind: 'invitation.settle', invitation: 'invitation-one', standing: 'completed' }],
  ['principal', { kind: 'invitation.settle', invitation: 'invitation-one', standing: 'cancelled' }],
  ['principal', { kind: 'retention.set', days: 0, basis: 'My own.' }],
  ['principal', { kind: 'certificate.keep', certificate: { ...certificate, room: 'room-unheard' } }],
  ['principal', { kind: 'certificate.keep', certificate }],
  ['principal', { kind: 'key.keep', kept: keptRoom }],
]

export const keyring: readonly Draft[] = [
  replay('a keyring', ['RING-1', 'RING-2', 'RING-13', 'RET-6'], 'room-keyring', ownRoom),
]
