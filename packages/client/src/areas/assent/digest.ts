/** What binds a question: its digest, made anew by each device from what stands before it. */

import type { ItemContent, PartyId, Question, QuestionContent, RoomState } from '@goodoffices/core'
import { type Adhering, bytesToBase64url, digestQuestion } from '@goodoffices/log'

type Asked = { readonly content: QuestionContent; readonly digest: string }

export const digestOf = ({ process }: RoomState, content: QuestionContent): Uint8Array =>
  digestQuestion(process.process, content)

export const digestText = (room: RoomState, content: QuestionContent): string =>
  bytesToBase64url(digestOf(room, content))

/** ASNT-15: whether the digest that came with a question is that of its words. */
export const isDigestTrue = (room: RoomState, { content, digest }: Asked): boolean =>
  digestText(room, content) === digest

type Given = { readonly party: PartyId; readonly nonce: string; readonly thing: ItemContent }

/** MEET-7: the digest of what a party gives, salted: whoever does not have it cannot try what it may be. */
export const givenDigest = ({ process }: RoomState, { party, nonce, thing }: Given): string =>
  bytesToBase64url(digestQuestion(process.process, { party, nonce, thing }))

/** MEET-7: whether the question names of one's own what it says; of what gives nothing, it does. */
export function isOwnTrue(room: RoomState, { content, own }: Pick<Question, 'content' | 'own'>): boolean {
  if (own === undefined) return content.gives === undefined
  const known = room.items[own.item]
  const revision = known?.revisions[own.rev - 1]
  const party = room.party?.party
  if (known === undefined || revision === undefined || party === undefined) return false
  const thing = { register: known.register, fields: revision.fields }
  return isGiven(room, content, { party, nonce: own.nonce, thing })
}

/** MEET-7: whether this is what the question said that the party gives. */
export const isGiven = (room: RoomState, { gives = [] }: QuestionContent, given: Given): boolean =>
  gives.some(({ party, digest }) => party === given.party && digest === givenDigest(room, given))

/** What a party adheres to by a yes. */
export const adheringOf = (room: RoomState, content: QuestionContent, party: PartyId): Adhering => ({
  process: room.process.process,
  digest: digestOf(room, content),
  party,
})
