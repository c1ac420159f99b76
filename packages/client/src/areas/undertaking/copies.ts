/** Separate copies: letters of the same text, each given by one side, known by the fingerprint of that text. */

import { type RoomState, standingOf, type Undertaking } from '@goodoffices/core'
import { hashOfFile } from '../fact/file.ts'
import { madeIn, type Placed } from './towards.ts'

/** The wording that counts. */
export function textOf({ revisions }: Undertaking): string {
  return revisions.at(-1)?.fields.exactWords[0]?.body ?? ''
}

/** SHA-256 of the text that counts, as UTF-8, in hexadecimal: as any program has it of a file with these words. */
export const fingerprintOf = (undertaking: Undertaking): Promise<string> =>
  hashOfFile(new TextEncoder().encode(textOf(undertaking)))

/** The copies of one text, and its fingerprint. */
export type Copies = { readonly hash: string; readonly copies: readonly Placed[] }

/** UNDT-8: of what several have given in the same words each one’s copy, for whoever holds the rooms in which they were put. */
export async function separateCopies(rooms: readonly RoomState[]): Promise<readonly Copies[]> {
  const all = madeIn(rooms)
  const texts = new Set(all.map(({ thing }) => textOf(thing)))
  const found = await Promise.all(
    [...texts].map(async (text): Promise<Copies | undefined> => {
      const copies = all.filter(({ thing }) => textOf(thing) === text)
      const makers = new Set(copies.map(({ thing }) => standingOf(thing).fields.party))
      const [first] = copies
      return first === undefined || makers.size < 2
        ? undefined
        : { copies, hash: await fingerprintOf(first.thing) }
    }),
  )
  return found.flatMap(each => each ?? [])
}
