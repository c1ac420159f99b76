/** A state that was kept and opened again, as a snapshot opens it. */

import type { RoomState } from '@goodoffices/core'
import { type FieldPiece, packPiece, piecesToState, stateToTexts } from '../src/log/state-pieces.ts'

/** Every list and record in pieces, and each of them of an item or two. */
export const short = { itemsMin: 0, charsMin: 10 }

export type KeptState = { readonly ground: string; readonly pieces: readonly FieldPiece[] }

export async function keepState(state: object, limits = short): Promise<KeptState> {
  const { ground, pieces } = stateToTexts(state as RoomState, limits)
  return { ground, pieces: await Promise.all(pieces.map(packPiece)) }
}

export const openKept = async (kept: KeptState): Promise<RoomState> => {
  const state = await piecesToState(kept)
  if (state === undefined) throw new Error('a state that does not hold together')
  return state
}
