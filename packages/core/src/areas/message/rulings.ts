/** How the source's words on what may pass come to stand on a message and its parts. */

import type { Said } from '../../room/state.ts'
import type { Circumstance } from '../../schema.ts'
import type { Terms } from '../mandate/terms.ts'
import { ofRest, permissionFor } from './disclosure.ts'
import { isOfMessage, type Marking, type Passing } from './passage.ts'
import type { Ask, Message, MessageState, Ruling } from './state.ts'

type Recordable = { readonly recorded?: Circumstance }

const recordedIn = ({ recorded }: Recordable) => (recorded === undefined ? {} : { recorded })

export const markedBy = ({ position }: Said, act: Recordable & { readonly marking: Marking }): Ruling => ({
  position,
  how: 'marked',
  marking: act.marking,
  ...recordedIn(act),
})

/** The next stricter marking: the most that a refusal leaves. */
const oneBelow: Readonly<Record<Passing, Marking>> = {
  unattributed: 'nothing',
  attributed: 'unattributed',
  verbatim: 'attributed',
}

/** DISC-6: a release holds for the words it names, else for those asked. */
export function releasedBy(
  { position }: Said,
  ask: Ask,
  act: Recordable & { readonly marking: Passing; readonly wording?: string },
): Ruling {
  const wording = act.wording ?? ask.wording
  return {
    position,
    how: 'released',
    marking: act.marking,
    ...(wording === undefined ? {} : { wording }),
    ...recordedIn(act),
  }
}

/** DISC-7: a refusal leaves less than was asked. */
export const refusedBy = ({ position }: Said, ask: Ask, act: Recordable): Ruling => ({
  position,
  how: 'refused',
  marking: oneBelow[ask.marking],
  ...recordedIn(act),
})

/** Of marks that follow one another only the last is kept. */
export function addRuling(rulings: Ruling[], ruling: Ruling): void {
  if (ruling.how === 'marked' && rulings.at(-1)?.how === 'marked') rulings.pop()
  rulings.push(ruling)
}

/** To the passage that was asked about, where it still is there. */
export function addAnswer(room: MessageState, { passage, position }: Ask, ruling: Ruling): void {
  if (!isOfMessage(passage)) {
    room.itemRulings[passage.item] = [...(room.itemRulings[passage.item] ?? []), { ...ruling, passage }]
    return
  }
  const message = room.messages[passage.message]
  if (passage.stretch !== undefined) {
    // DISC-10: of words that were corrected since, a stretch is none of those that stand.
    const stands = message?.review?.body === undefined || message.review.position < position
    if (message !== undefined && stands) {
      message.stretched ??= []
      message.stretched.push({ ...ruling, stretch: passage.stretch })
    }
    return
  }
  const answered = passage.part === undefined ? message : message?.parts[passage.part]
  if (answered !== undefined) addRuling(answered.rulings, ruling)
}

/** DISC-10: parts of words that the party has corrected are parts no longer; the strictest of them now holds for the whole. */
export function leaveParts(message: Message, terms: Terms, { position }: Said): void {
  const { marking, wording } = permissionFor(message, { message: message.message }, terms)
  const rest = ofRest(message, terms)
  message.parts = {}
  delete message.stretched
  if (marking !== rest.marking || wording !== rest.wording)
    message.rulings.push(
      wording === undefined
        ? { position, how: 'marked', marking }
        : { position, how: 'released', marking, wording },
    )
}
