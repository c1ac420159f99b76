/** What lies in the mailboxes of invitations, of new devices and of members: moves and letters. */

import {
  bytesToHex,
  createDevice,
  encode,
  type InvitationSide,
  invitationEpochKey,
  logIdOfEpochKey,
  makeAnswer,
  makeOffer,
  makeReveal,
  sealEnvelope,
  sealTo,
  type Value,
} from '@goodoffices/log'
import type { TalkFile } from '../../../packages/client/test/vector-operations.ts'
import { type Draft, fileOf, hexOf, madeFrom, type Person, personOf, relayName, secretOf } from './talks.ts'

type Input = Readonly<Record<string, unknown>>

const sideOf = (name: string) => ({ seed: hexOf(name), nonce: hexOf(`nonce of ${name}`) })
const partyOf = async (name: string): Promise<InvitationSide> => ({
  keys: (await createDevice(secretOf(name))).publicKeys,
  nonce: secretOf(`nonce of ${name}`),
})
const relay = { address: `https://${relayName}`, verifier: `${relayName}+0a1b2c3d+AbCd` }

export async function mailbox(): Promise<TalkFile> {
  const secret = secretOf('invitation')
  const key = invitationEpochKey(secret)
  const { logId: log } = await logIdOfEpochKey(key)
  const [inviter, invitee] = await Promise.all([partyOf('anna'), partyOf('boris')])
  const offer = makeOffer(secret, inviter)
  const answer = makeAnswer(offer, invitee)
  const reveal = makeReveal(inviter)
  const [anna, boris] = await Promise.all([personOf('anna'), personOf('boris')])
  const mail = (name: string, message: Value): Promise<Uint8Array> =>
    madeFrom(name, () => sealEnvelope({ logId: log, epoch: 1, epochKey: key, plaintext: encode(message) }))
  const letter = (kind: string, text: Value, from: Person, to: Person): Promise<Uint8Array> =>
    madeFrom(`${kind} letter`, () =>
      sealTo({
        sender: from.device,
        recipients: to.devices.slice(0, 1).map(({ publicKeys }) => publicKeys),
        context: [kind, log],
        plaintext: encode(text),
      }),
    )
  const introduction = {
    name: 'Boris',
    member: boris.member,
    devices: boris.cards,
    mailbox: { log: 'log-of-the-newcomer', key: 'AAAA' },
  }
  const kept = {
    room: 'room-of-the-talks',
    purpose: 'room',
    roomKind: 'table',
    process: { process: 'process-spring', title: 'The spring' },
    relay,
    epoch: 2,
    key: 'AAAA',
  }
  const home = { room: 'room-of-ones-own', relay, epoch: 3, key: 'AAAA' }
  const identity = { name: 'Anna', member: anna.member, paper: anna.cards[1] ?? null, home }
  const [card, welcome, device] = [
    await letter('card', introduction as unknown as Value, boris, anna),
    await letter('welcome', { kind: 'welcome', rooms: [kept] }, anna, boris),
    await letter('device', identity as unknown as Value, anna, boris),
  ]
  const open = { seed: hexOf('boris'), kind: 'welcome', mailbox: log, letter: bytesToHex(welcome) }
  const envelope = {
    log,
    epochKey: bytesToHex(key.reveal()),
    envelope: bytesToHex(await mail('mail', ['letter', welcome])),
  }
  const read = (operation: string, name: string, rule: string, input: Input, refused?: string): Draft => ({
    name,
    rules: [rule],
    operation,
    input,
    ...(refused === undefined ? {} : { refused }),
  })
  const otherOffer = makeOffer(secretOf('another invitation'), inviter)
  const unusable = makeAnswer(offer, { ...invitee, keys: { ...invitee.keys, sign: new Uint8Array(32) } })
  return fileOf('Mailboxes: the moves of an invitation, and letters.', [
    read('mailbox', 'the mailbox of an invitation', 'KEY-30', {
      secret: hexOf('invitation'),
      address: relay.address,
    }),
    read('offer', 'the first move', 'KEY-32', { secret: hexOf('invitation'), inviter: sideOf('anna') }),
    read('answer', 'the second move', 'KEY-32', { offer: bytesToHex(offer), invitee: sideOf('boris') }),
    read('reveal', 'the third move', 'KEY-32', { inviter: sideOf('anna') }),
    read('readAnswer', 'an answer is read', 'KEY-32', {
      offer: bytesToHex(offer),
      answer: bytesToHex(answer),
    }),
    read(
      'readAnswer',
      'an answer to another offer',
      'KEY-32',
      { offer: bytesToHex(otherOffer), answer: bytesToHex(answer) },
      'invitation/mismatch',
    ),
    read(
      'readAnswer',
      'an answer with a key that may not be enrolled',
      'KEY-33',
      { offer: bytesToHex(offer), answer: bytesToHex(unusable) },
      'key/not-enrollable',
    ),
    read('readReveal', 'a reveal is read', 'KEY-32', {
      secret: hexOf('invitation'),
      offer: bytesToHex(offer),
      reveal: bytesToHex(reveal),
    }),
    read(
      'readReveal',
      'a reveal of keys that were not committed to',
      'KEY-32',
      { secret: hexOf('invitation'), offer: bytesToHex(offer), reveal: bytesToHex(makeReveal(invitee)) },
      'invitation/commitment',
    ),
    read('openMail', 'a letter in its mailbox', 'INV-18', envelope),
    read('openMail', 'the word that an invitation was taken back', 'INV-18', {
      ...envelope,
      envelope: bytesToHex(await mail('cancelled', ['cancelled'])),
    }),
    read(
      'openMail',
      'a message of another mailbox',
      'INV-18',
      { ...envelope, log: 'another-mailbox' },
      'envelope/commitment',
    ),
    read('openLetter', 'how a newcomer introduces itself', 'INV-19', {
      ...open,
      seed: hexOf('anna'),
      kind: 'card',
      letter: bytesToHex(card),
    }),
    read('openLetter', 'the keys of rooms', 'INV-20', open),
    read('openLetter', 'what a new device is sent', 'RING-15', {
      ...open,
      kind: 'device',
      letter: bytesToHex(device),
    }),
    read(
      'openLetter',
      'a letter in another mailbox',
      'ENV-41',
      { ...open, mailbox: 'another-mailbox' },
      'sealed/not-a-recipient',
    ),
    read(
      'openLetter',
      'a letter taken for one of another kind',
      'ENV-41',
      { ...open, kind: 'card' },
      'sealed/not-a-recipient',
    ),
    read(
      'openLetter',
      'a letter to somebody else',
      'ENV-40',
      { ...open, seed: hexOf('carla') },
      'sealed/not-a-recipient',
    ),
  ])
}
