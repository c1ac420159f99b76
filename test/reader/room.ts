/** A room out of a member's own file: keys, entries, who signed them; as `docs/spec/envelopes.md` and `client.md` have them. */

import { createPrivateKey, createPublicKey } from 'node:crypto'
import { base64, holds, leafOf, readCheckpoint, readProof, rootFrom, rootOf } from './log.ts'
import {
  authenticate,
  bytesAt,
  contentKeyOf,
  decode,
  demand,
  derive,
  encode,
  type Fields,
  fieldsOf,
  hash,
  isList,
  listOf,
  openWith,
  prefix,
  sha256,
  textAt,
  unpad,
  type Value,
} from './values.ts'

export type Card = { readonly device: string; readonly sign: string; readonly wrap: string }
export type Entry = { readonly position: number; readonly device: string; readonly act: Fields }
export type RoomFile = {
  readonly room: string
  readonly relay: string
  readonly checkpoint: string
  readonly keys: readonly { readonly epoch: number; readonly key: string }[]
  readonly records: readonly { readonly time: number; readonly envelope: string }[]
}

const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The public key of an Ed25519 seed. */
function publicKeyOf(seed: Uint8Array): Buffer {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  return Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url')
}

/** KEY-3. */
const isTrue = ({ device, sign, wrap }: Card): boolean =>
  hash('device-id', Buffer.from(sign, 'base64url'), Buffer.from(wrap, 'base64url')).toString('base64url') ===
  device

/** Every device card in a value: SYNC-5 has each of them true. */
function cardsIn(value: Value): readonly Card[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return []
  const { device, sign, wrap } = isList(value) ? {} : fieldsOf(value)
  const isCard = typeof device === 'string' && typeof sign === 'string' && typeof wrap === 'string'
  return isCard ? [{ device, sign, wrap }] : Object.values(value).flatMap(cardsIn)
}

/** ENV-20 to ENV-28 of version 1, with the epoch's key at hand: it is the one that was committed to, and who signed it is known. */
function checkKeys(
  room: string,
  envelope: readonly Value[],
  keys: ReadonlyMap<number, Uint8Array>,
  cards: ReadonlyMap<string, Card>,
): void {
  const publicPart = bytesAt(envelope, 3)
  const said = listOf(decode(publicPart))
  const epoch = Number(said[1])
  const key = keys.get(epoch)
  demand(said[0] === room && epoch === envelope[2] && key !== undefined, 'ENV-27')
  demand(hash('epoch-commitment', encode([room, epoch]), key).equals(bytesAt(said, 2)), 'ENV-26')
  const access = publicKeyOf(derive('access-seed', key))
  demand(access.equals(bytesAt(said, 3)), 'ENV-26')
  demand(epoch > 1 || hash('log-id', access).toString('base64url') === room, 'KEY-10')
  const before = said[6] ?? null
  if (before !== null) {
    const context = encode([1, room, epoch])
    const found = openWith(
      'previous-epoch',
      contentKeyOf('previous-epoch', key, context, before),
      context,
      before,
    )
    demand(Buffer.compare(found, keys.get(epoch - 1) ?? new Uint8Array()) === 0, 'ENV-23')
  }
  const digest = hash('keys-public', publicPart)
  const sealed = envelope[4] ?? null
  const author = decode(
    openWith('keys-author', contentKeyOf('keys-author', key, digest, sealed), digest, sealed),
  )
  const card = cards.get(textAt(author, 0))
  // The first envelope of a room names nobody that is known yet: its founder's card follows in the next.
  if (card === undefined) return demand(epoch === 1, 'ENV-24')
  const signed = Buffer.concat([prefix('keys-author'), digest])
  demand(holds(Buffer.from(card.sign, 'base64url'), signed, bytesAt(author, 1)), 'ENV-24')
  const roster = encode([room, epoch, [...cards.keys()].toSorted()])
  demand(authenticate('roster', key, roster).equals(bytesAt(said, 5)), 'ENV-28')
}

/** ENV-30 to ENV-32: an entry for this log and epoch, by a device that is known. */
export function readEntry(text: Uint8Array, place: { readonly room: string; readonly epoch: number }) {
  const outer = listOf(decode(text))
  const signed = bytesAt(outer, 1)
  const [, room, epoch, , , time, device, act] = listOf(decode(signed))
  demand(outer[0] === 1 && room === place.room && epoch === place.epoch, 'ENV-32')
  demand(typeof device === 'string' && typeof time === 'number', 'another form: no entry')
  const isBy = (key: Uint8Array): boolean =>
    holds(key, Buffer.concat([prefix('entry'), signed]), bytesAt(outer, 2))
  return { device, act: fieldsOf(act), isBy }
}

const contextOf = (room: string, epoch: number): Uint8Array => encode([1, 's', room, epoch])

/** RCD-1, without the rules of the room: what stands in it, and by which device. Whoever may speak is for those rules to say. */
export function readRoom({ room, relay, checkpoint, keys: given, records }: RoomFile) {
  const head = readCheckpoint(checkpoint, relay, room)
  const envelopes = records.map(({ envelope }) => base64(envelope))
  const leaves = records.map(({ time }, at) => leafOf(time, sha256(envelopes[at] ?? new Uint8Array())))
  demand(head.size === leaves.length && Buffer.compare(rootOf(leaves), head.root) === 0, 'SYNC-3')
  const keys = new Map(given.map(({ epoch, key }) => [epoch, Buffer.from(key, 'base64url')]))
  const cards = new Map<string, Card>()
  const entries: Entry[] = []
  const faults: number[] = []
  for (const [position, bytes] of envelopes.entries()) {
    const envelope = listOf(decode(bytes))
    if (envelope[1] === 'k') {
      checkKeys(room, envelope, keys, cards)
      continue
    }
    const epoch = Number(envelope[2])
    const [context, sealed] = [contextOf(room, epoch), envelope[3] ?? null]
    const contentKey = contentKeyOf('content-keys', keys.get(epoch) ?? new Uint8Array(), context, sealed)
    const entry = readEntry(unpad(openWith('content-keys', contentKey, context, sealed)), { room, epoch })
    const named = cardsIn(entry.act)
    if (cards.size === 0) for (const card of named) cards.set(card.device, card)
    const card = cards.get(entry.device)
    if (!named.every(isTrue) || card === undefined || !entry.isBy(Buffer.from(card.sign, 'base64url'))) {
      faults.push(position)
      continue
    }
    for (const card of named) cards.set(card.device, card)
    entries.push({ position, device: entry.device, act: entry.act })
  }
  return { size: head.size, entries, faults }
}

/** LOG-20: one entry, shown to somebody outside. */
export function readEvidence(text: string, relay: string) {
  const proof = readProof(text)
  const extra = listOf(decode(proof.extra))
  const [room, epoch, time] = [textAt(extra, 0), Number(extra[1]), Number(extra[2])]
  const [envelope, contentKey] = [bytesAt(extra, 3), bytesAt(extra, 4)]
  const head = readCheckpoint(proof.checkpoint, relay, room)
  const root = rootFrom(leafOf(time, sha256(envelope)), { index: proof.index, size: head.size }, proof.hashes)
  demand(Buffer.compare(root, head.root) === 0, 'LOG-20')
  const sealed = listOf(decode(envelope))[3] ?? null
  return readEntry(unpad(openWith('content-keys', contentKey, contextOf(room, epoch), sealed)), {
    room,
    epoch,
  })
}
