import { describe, expect, test } from 'vitest'
import { parseAct, rulesNumber } from '../src/index.ts'
import { caucusA, deskRoom, deviceOf, does, must, opened, tableRoom } from './cast.ts'

const relay = { address: 'https://relay.example', verifier: 'relay.example+00000000+AAAA' }
const kept = (changes: Record<string, unknown> = {}) => ({
  kind: 'key.keep',
  kept: { room: 'room-of-mine', purpose: 'mailbox', relay, epoch: 1, key: 'key', ...changes },
})
const invitation = (id: string) => ({
  kind: 'invitation.keep',
  invitation: {
    invitation: id,
    process: 'process-1',
    name: 'Somebody',
    role: 'observer',
    relay,
    secret: 'secret',
    nonce: 'nonce',
    created: 1,
    expires: 2,
  },
})
const settle = (id: string, standing = 'completed') => ({
  kind: 'invitation.settle',
  invitation: id,
  standing,
})
/** Keys of the room above. */
const keepEpochs = (keys: readonly object[], slots: readonly object[] = []) => ({
  kind: 'epochs.keep',
  room: 'room-of-mine',
  keys,
  slots,
})
const certificate = {
  room: 'room-of-mine',
  roomKind: 'caucus',
  process: { process: 'process-1', title: 'Talks' },
  party: 'Avalon',
  destroyed: 1,
  envelopes: 41,
  by: 'Somebody',
  basis: 'Article 9',
  author: deviceOf('second'),
  verifier: relay.verifier,
  evidence: 'c2sp.org/tlog-proof@v1',
}
const name = (device: string) => ({ kind: 'paper.name', device })
const keepCertificate = { kind: 'certificate.keep', certificate }
const drop = { kind: 'key.drop', room: 'room-of-mine' }
const at = (address: string) => parseAct(kept({ relay: { ...relay, address } })).ok
const home = () => opened('lead', { kind: 'private' })

describe('a keyring', () => {
  test('RING-27 one of the member’s own devices is named as the one on paper, in their private room alone', () => {
    const room = home()
    const { device } = deviceOf('lead')
    expect(does(room, 'lead', name(device))).toBe('rules-older')
    must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
    expect(does(room, 'lead', name(device))).toBe('ok')
    expect(room.papers).toEqual([device])
    expect(does(room, 'lead', name(deviceOf('second').device))).toBe('device-unknown')
    const desk = deskRoom()
    must(desk, 'lead', { kind: 'rules.adopt', number: rulesNumber })
    expect(does(desk, 'lead', name(device))).toBe('wrong-room')
  })

  test('RING-1 is kept in a private room and nowhere else', () => {
    expect(does(home(), 'lead', kept())).toBe('ok')
    for (const act of [kept(), invitation('invitation-1'), settle('invitation-1')])
      expect(does(deskRoom(), 'lead', act)).toBe('wrong-room')
  })

  test.each([
    ['caucus', caucusA],
    ['desk', deskRoom],
    ['table', tableRoom],
    ['group', () => opened('lead', { kind: 'group' })],
  ] as const)('RING-1 nothing is kept in a %s, nor dropped there', (_, begin) => {
    const room = begin()
    must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
    const [keepInvitation, settled] = [invitation('invitation-1'), settle('invitation-1')]
    for (const act of [kept(), keepEpochs([]), drop, keepCertificate, keepInvitation, settled])
      expect([act.kind, does(room, 'lead', act)]).toEqual([act.kind, 'wrong-room'])
  })

  test('RING-17 keeps the keys of a room’s epochs beside its line, each newest word of each, and drops them with it', () => {
    const room = home()
    expect(does(room, 'lead', keepEpochs([]))).toBe('rules-older')
    must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
    expect(does(room, 'lead', keepEpochs([]))).toBe('room-unknown')
    must(room, 'lead', kept())
    expect(does(room, 'lead', keepEpochs([]))).toBe('room-unknown')
    must(room, 'lead', kept({ purpose: 'room' }))
    must(room, 'lead', keepEpochs([{ epoch: 1, key: 'one' }], [{ slot: 'party', secret: 'first' }]))
    must(room, 'lead', keepEpochs([{ epoch: 2, key: 'two' }], [{ slot: 'party', secret: 'second' }]))
    expect(room.epochs).toEqual({
      'room-of-mine': { keys: { 1: 'one', 2: 'two' }, slots: { party: 'second' } },
    })
    must(room, 'lead', drop)
    expect(room.epochs).toEqual({})
  })

  test('RING-13 keeps the certificate of a destroyed room in the place of its key', () => {
    const room = home()
    expect(does(room, 'lead', keepCertificate)).toBe('room-unknown')
    must(room, 'lead', kept())
    expect(does(room, 'lead', keepCertificate)).toBe('room-unknown')
    must(room, 'lead', kept({ purpose: 'room' }))
    expect(does(room, 'lead', keepCertificate)).toBe('ok')
    expect(does(room, 'lead', keepCertificate)).toBe('ok')
    expect(Object.keys(room.keyring)).toEqual([])
    expect(room.certificates).toEqual({ 'room-of-mine': certificate })
    expect(does(room, 'lead', kept({ purpose: 'room' }))).toBe('record-destroyed')
    expect(does(deskRoom(), 'lead', keepCertificate)).toBe('wrong-room')
  })

  test('RING-1 holds the newest line for each room, until it is dropped', () => {
    const room = home()
    must(room, 'lead', kept())
    must(room, 'lead', kept({ epoch: 2 }))
    expect(room.keyring['room-of-mine' as never]?.epoch).toBe(2)
    must(room, 'lead', drop)
    expect(does(room, 'lead', drop)).toBe('room-unknown')
  })

  test('RING-1 names relays by addresses that can be read', () => {
    expect(at('http://127.0.0.1:7465')).toBe(true)
    expect(at('http://[::1]:7465/talks')).toBe(true)
    for (const address of ['http://[', 'https://a b', 'javascript:alert(1)', 'https://user@host', 'https://'])
      expect(at(address)).toBe(false)
  })

  test('RING-2 keeps an invitation once and settles it once', () => {
    const room = home()
    must(room, 'lead', invitation('invitation-1'))
    expect(does(room, 'lead', invitation('invitation-1'))).toBe('id-taken')
    expect(does(room, 'lead', settle('invitation-2'))).toBe('invitation-unknown')
    must(room, 'lead', settle('invitation-1', 'cancelled'))
    expect(does(room, 'lead', settle('invitation-1'))).toBe('invitation-settled')
  })
})
