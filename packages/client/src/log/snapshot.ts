/**
 * Where reading a room had got to, kept on the device so that opening it again does not verify again what was verified. Sealed
 * with the device's own key: whoever could change it could change the program as well.
 */

import type { RoomId, RoomState } from '@goodoffices/core'
import { isList, isRecord, secretToText, textToSecret, type Value } from '@goodoffices/log'
import type { Strongbox } from '../identity/strongbox.ts'
import { toText } from '../text.ts'
import type { RoomLog, RoomLogParts } from './room-log.ts'
import { Tree } from './tree.ts'

/** Entries read since the last snapshot after which another is worth its writing. */
export const snapshotEntriesMin = 500

export const snapshotKey = (room: RoomId): string => `snapshot/${room}`

export type Snapshot = { readonly tree: Tree; readonly parts: RoomLogParts }

export async function keepSnapshot(box: Strongbox, log: RoomLog): Promise<void> {
  const { state, keys, cards, faults, keysEnvelope } = log.parts()
  const value: Value = {
    tree: log.replica.tree.toBytes(),
    // Acts and state hold no bytes: they are JSON as they are, which is read faster than anything else.
    state: JSON.stringify(state),
    keys: keys.map(({ epoch, key }) => [epoch, secretToText(key)]),
    cards: cards.map(({ device, sign, wrap }) => [device, sign, wrap]),
    faults: JSON.stringify(faults),
    keysEnvelope: keysEnvelope === undefined ? null : [keysEnvelope.position, keysEnvelope.bytes],
  }
  await box.put(snapshotKey(log.id), value)
}

/** Undefined where there is none, or none that this version can use: then everything is read again. */
export async function readSnapshot(box: Strongbox, room: RoomId): Promise<Snapshot | undefined> {
  const value = await box.get(snapshotKey(room))
  if (value === undefined || !isRecord(value)) return undefined
  const { tree: treeBytes, state: stateText, keys, cards, faults, keysEnvelope } = value
  if (!(treeBytes instanceof Uint8Array) || typeof stateText !== 'string' || typeof faults !== 'string')
    return undefined
  if (!isList(keys) || !isList(cards)) return undefined
  const tree = Tree.fromBytes(treeBytes)
  const state = JSON.parse(stateText) as RoomState
  if (tree === undefined || state.size > tree.size) return undefined
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
      keysEnvelope: toKeysEnvelope(keysEnvelope),
    },
  }
}

function toKeysEnvelope(value: Value | undefined): RoomLogParts['keysEnvelope'] {
  const [position, bytes] = value !== undefined && isList(value) ? value : []
  return typeof position === 'number' && bytes instanceof Uint8Array ? { position, bytes } : undefined
}

const toCard = ([device, sign, wrap]: readonly Value[]): RoomLogParts['cards'][number] => ({
  device: toText(device) as RoomLogParts['cards'][number]['device'],
  sign: toText(sign),
  wrap: toText(wrap),
})
