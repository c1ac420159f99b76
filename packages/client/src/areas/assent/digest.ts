/** What binds a question: its digest, made anew by each device from what stands before it. */

import type { PartyId, QuestionContent, RoomState } from '@goodoffices/core'
import { type Adhering, bytesToBase64url, digestQuestion } from '@goodoffices/log'

type Asked = { readonly content: QuestionContent; readonly digest: string }

export const digestOf = ({ process }: RoomState, content: QuestionContent): Uint8Array =>
  digestQuestion(process.process, content)

export const digestText = (room: RoomState, content: QuestionContent): string =>
  bytesToBase64url(digestOf(room, content))

/** ASNT-15: whether the digest that came with a question is that of its words. */
export const isDigestTrue = (room: RoomState, { content, digest }: Asked): boolean =>
  digestText(room, content) === digest

/** What a party adheres to by a yes. */
export const adheringOf = (room: RoomState, content: QuestionContent, party: PartyId): Adhering => ({
  process: room.process.process,
  digest: digestOf(room, content),
  party,
})
