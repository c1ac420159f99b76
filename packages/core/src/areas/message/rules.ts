/** Who may say, mark, release, deliver and read back. The rules are numbered in `docs/spec/messages.md`. */

import { fail, ok } from '../../result.ts'
import { isMediator, listensOnly } from '../../room/roles.ts'
import type { Member, Room } from '../../room/state.ts'
import type { TableState } from '../table/state.ts'
import { compareMarkings, type Permission } from './disclosure.ts'
import type { Marking, Part, Passage } from './passage.ts'
import type { Message, MessageState } from './state.ts'

/** MSG-1: who may write in this room. */
export function mayWrite(room: Room & TableState, member: Member): boolean {
  switch (room.kind) {
    case 'table':
      return isMediator(member) || (room.direct && !listensOnly(member))
    case 'group':
      return !listensOnly(member)
    case 'caucus':
    case 'delegation':
    case 'desk':
    case 'private':
      return true
  }
}

/** MSG-9: what reaches a caucus from elsewhere, and what is asked of it, is the mediators' to write. */
export const checkMediatesCaucus = (room: Room, author: Member) =>
  room.kind === 'caucus' && isMediator(author) ? ok(null) : fail('mediators-only')

export function checkPassage(room: MessageState, { message, part }: Passage) {
  const known = room.messages[message]
  if (!isSourceMessage(known)) return fail('message-unknown')
  return part === undefined || Object.hasOwn(known.parts, part) ? ok(null) : fail('part-unknown')
}

export const isSourceMessage = (message: Message | undefined): message is Message => message?.side === 'party'

/** MSG-6: those who only speak may let less pass than stands, never more. */
export const letsMorePass = (marking: Marking, standing: Permission): boolean =>
  compareMarkings(marking, standing.marking) > 0 || (standing.wording !== undefined && marking !== 'nothing')

/** MSG-5: parts lie within the body, hold something, do not overlap and do not cut a character in two. */
export function checkParts(body: string, parts: readonly Omit<Part, 'marking'>[]) {
  const sorted = parts.toSorted((a, b) => a.from - b.from)
  let end = 0
  for (const { from, to } of sorted) {
    if (from >= to || to > body.length) return fail('part-out-of-range', { from, to, length: body.length })
    if (cutsCharacter(body, from) || cutsCharacter(body, to)) return fail('part-cuts-character', { from, to })
    if (from < end) return fail('parts-overlap', { from })
    end = to
  }
  return new Set(parts.map(({ part }) => part)).size === parts.length ? ok(null) : fail('id-taken')
}

const cutsCharacter = (body: string, at: number): boolean =>
  at > 0 && at < body.length && (body.codePointAt(at - 1) ?? 0) > 0xffff
