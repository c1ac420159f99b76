/**
 * Where reading a room had got to, kept on the device so that opening it again does not verify again what was verified. Sealed
 * with the device's own key: whoever could change it could change the program as well.
 */

import type { RoomId } from '@goodoffices/core'
import { createEntryId, isList, isRecord, secretToText, textToSecret, type Value } from '@goodoffices/log'
import type { Strongbox } from '../identity/strongbox.ts'
import { toText } from '../text.ts'
import type { Vault } from '../vault/vault.ts'
import type { RoomLog } from './room-log.ts'
import type { RoomLogParts } from './room-log-parts.ts'
import { type FieldPiece, packPiece, piecesToState, type TextPiece } from './state-pieces.ts'
import { stewardshipToValue, valueToStewardship } from './stewardship-value.ts'
import { Tree } from './tree.ts'

const snapshotEntriesMin = 16
const snapshotShare = 10

/** How much of a state is one part, before it is deflated: each is a call to the vault and a decryption. */
const partCharsMin = 1 << 22

/**
 * Whether so much was read since the last snapshot that another is worth its writing: it is the state whole, so that of a long room
 * it is written again when the room has grown by a tenth. No more than that is ever verified again.
 */
export const isSnapshotDue = (size: number, sizeAtLast: number): boolean =>
  size - sizeAtLast >= Math.max(snapshotEntriesMin, sizeAtLast / snapshotShare)

const snapshotKey = (room: RoomId): string => `snapshot/${room}`
const partKey = (room: RoomId, part: number): string =>
  `${snapshotKey(room)}/${String(part).padStart(6, '0')}`

/** Under which keys a vault holds a room's snapshot. */
export const snapshotKeys = async (room: RoomId, vault: Vault): Promise<readonly string[]> =>
  (await vault.scan(snapshotKey(room))).map(([key]) => key)

export type Snapshot = { readonly tree: Tree; readonly parts: RoomLogParts }

/** `stamp` names the program that made the state, see `OpenOptions`. */
export async function keepSnapshot(box: Strongbox, log: RoomLog, stamp: string): Promise<void> {
  const { state, keys, cards, faults, splitAt, stewardship, logEpoch } = log.parts()
  const parts = toParts(state.pieces)
  /** Which parts belong together. */
  const mark = createEntryId()
  const value: Value = {
    stamp,
    tree: log.replica.tree.toBytes(),
    mark,
    parts: parts.length,
    ground: state.ground,
    keys: keys.map(({ epoch, key }) => [epoch, secretToText(key)]),
    cards: cards.map(({ device, sign, wrap }) => [device, sign, wrap]),
    faults: JSON.stringify(faults),
    splitAt: splitAt ?? null,
    stewardship: stewardshipToValue(stewardship),
    logEpoch,
  }
  const had = await countParts(box, log.id)
  const head = snapshotKey(log.id)
  const changes = new Map<string, Uint8Array | null>([[head, await box.seal(head, value)]])
  for (const [part, texts] of parts.entries()) {
    const key = partKey(log.id, part)
    const pieces = await Promise.all(texts.map(packPiece))
    changes.set(key, await box.seal(key, [mark, ...pieces.map(fromPiece)]))
  }
  for (let part = parts.length; part < had; part += 1) changes.set(partKey(log.id, part), null)
  await box.vault.write(changes)
}

/** How many parts a snapshot that is kept already has, whichever program kept it. */
async function countParts(box: Strongbox, room: RoomId): Promise<number> {
  const value = await box.get(snapshotKey(room))
  const parts = value !== undefined && isRecord(value) ? value['parts'] : undefined
  return typeof parts === 'number' ? parts : 0
}

function toParts(texts: readonly TextPiece[]): readonly (readonly TextPiece[])[] {
  const parts: TextPiece[][] = []
  let chars = partCharsMin
  for (const piece of texts) {
    if (chars >= partCharsMin) {
      parts.push([])
      chars = 0
    }
    parts.at(-1)?.push(piece)
    chars += piece.names.length + piece.values.length
  }
  return parts
}

/**
 * Undefined where there is none, or none by this very program (`stamp`): then everything is read again, and what another program
 * refused or did not know is judged anew.
 */
export async function readSnapshot(
  box: Strongbox,
  room: RoomId,
  stamp: string,
): Promise<Snapshot | undefined> {
  const value = await box.get(snapshotKey(room))
  if (!isRecord(value) || value['stamp'] !== stamp) return undefined
  const { tree: treeBytes, mark, parts, ground, keys, cards, faults, splitAt, stewardship, logEpoch } = value
  if (!(treeBytes instanceof Uint8Array) || typeof parts !== 'number') return undefined
  if (typeof ground !== 'string') return undefined
  if (typeof faults !== 'string' || typeof logEpoch !== 'number') return undefined
  if (!isList(keys) || !isList(cards)) return undefined
  const tree = Tree.fromBytes(treeBytes)
  const pieces = await readPieces(box, room, { mark, parts })
  const state = pieces && (await piecesToState({ ground, pieces }))
  if (tree === undefined || state === undefined || state.size > tree.size) return undefined
  return {
    tree,
    parts: {
      size: tree.size,
      state,
      keys: keys.flatMap(line => {
        const [epoch, text] = isList(line) ? line : []
        const key = textToSecret(toText(text))
        return key.ok && typeof epoch === 'number' ? [{ epoch, key: key.value }] : []
      }),
      cards: cards.flatMap(line => (isList(line) ? [toCard(line)] : [])),
      faults: JSON.parse(faults),
      splitAt: typeof splitAt === 'number' ? splitAt : undefined,
      stewardship: valueToStewardship(stewardship),
      logEpoch,
    },
  }
}

/** Undefined where a part is missing, or is another snapshot's. All are opened here; what is in them is read when it is looked at. */
async function readPieces(
  box: Strongbox,
  room: RoomId,
  { mark, parts }: { readonly mark: Value | undefined; readonly parts: number },
): Promise<readonly FieldPiece[] | undefined> {
  const opened = Array.from({ length: parts }, async (_, part) => {
    const kept = await box.get(partKey(room, part))
    const [of, ...lines] = kept !== undefined && isList(kept) ? kept : []
    return of === mark ? lines.map(toPiece) : [undefined]
  })
  const pieces: FieldPiece[] = []
  for (const piece of (await Promise.all(opened)).flat()) {
    if (piece === undefined) return undefined
    pieces.push(piece)
  }
  return pieces
}

const fromPiece = ({ field, names, values, valuesBytes }: FieldPiece): Value => [
  field,
  names,
  values,
  valuesBytes,
]

function toPiece(line: Value): FieldPiece | undefined {
  const [field, names, values, valuesBytes] = isList(line) ? line : []
  if (typeof field !== 'string' || typeof valuesBytes !== 'number') return undefined
  return names instanceof Uint8Array && values instanceof Uint8Array
    ? { field, names, values, valuesBytes }
    : undefined
}

const toCard = ([device, sign, wrap]: readonly Value[]): RoomLogParts['cards'][number] => ({
  device: toText(device) as RoomLogParts['cards'][number]['device'],
  sign: toText(sign),
  wrap: toText(wrap),
})
