/** Messages, deliveries and offers as a person reads them: each with its handle and with what has become of it. */

import {
  type Ask,
  type Delivery,
  type Item,
  isOfMessage,
  type Message,
  type Offer,
  ofPart,
  ofRest,
  type ReadBack,
  type RoomState,
  standingBody,
  type Told,
  type Translation,
} from '@goodoffices/core'
import { handleOf, partHandle, partsOf, passageHandle } from '../../names/handles.ts'
import { circumstanceToText, indent, personToText, printable, timeToText } from '../../page/text.ts'
import {
  bindingName,
  formName,
  markingName,
  permissionToText,
  standingName,
  withoutMarks,
} from '../../page/words.ts'
import { english } from '../item/writing.ts'
import { messageHandles } from './handles.ts'

const head = (handle: string, time: number, ...facts: readonly (string | undefined)[]): string =>
  `${handle}  ${timeToText(time)}  ${facts.filter(fact => fact !== undefined).join(' · ')}`

export function messageToText(
  room: RoomState,
  { message, asks, told }: Extract<Item, { kind: 'message' }>,
): string {
  const speaker =
    message.recorded === undefined
      ? personToText(room, message.by)
      : `${room.party?.name ?? ''}, written down by ${personToText(room, message.by)}`
  const lines = [
    head(
      handleOf(room, messageHandles.message, message.message),
      message.time,
      speaker,
      formName(message.form),
      bindingName(message.binding),
      message.answers === undefined
        ? undefined
        : `answers ${handleOf(room, messageHandles.delivery, message.answers)}`,
    ),
    ...(message.recorded === undefined ? [] : [indent(`said ${circumstanceToText(message.recorded)}`, '  ')]),
    ...(message.title === undefined ? [] : [indent(message.title)]),
    ...bodyLines(message),
    ...reviewLines(message),
    ...(message.side === 'party' && room.kind === 'caucus' ? markingLines(room, message) : []),
    ...asks.flatMap(ask => askLines(room, ask)),
    ...told.map(each => toldLine(each)),
  ]
  return lines.join('\n')
}

function reviewLines(message: Message): readonly string[] {
  if (message.review === undefined) return []
  const { standing, body, note } = message.review
  const line = `  ${standing} by the party, ${timeToText(message.review.time)}${note === undefined ? '' : `: ${printable(note)}`}`
  return body === undefined ? [line] : [line, indent(body)]
}

function markingLines(room: RoomState, message: Message): readonly string[] {
  const body = standingBody(message)
  const parts = partsOf(message)
  return [
    `  ${parts.length === 0 ? 'may pass' : 'the rest may pass'}: ${permissionToText(ofRest(message, room.terms))}`,
    ...parts.map(
      part =>
        `  ${partHandle(message, part.part)} "${printable(body.slice(part.from, part.to))}": ${permissionToText(ofPart(message, part))}`,
    ),
  ]
}

/** Which part of a message, or what of an item. */
function askedOf(room: RoomState, { passage }: Ask): string {
  if (!isOfMessage(passage) || passage.stretch !== undefined) return ` of ${passageHandle(room, passage)}`
  const message = room.messages[passage.message]
  return passage.part === undefined || message === undefined ? '' : ` of ${partHandle(message, passage.part)}`
}

export function askLines(room: RoomState, ask: Ask): readonly string[] {
  const { answer } = ask
  const of = askedOf(room, ask)
  return [
    `  ${handleOf(room, messageHandles.ask, ask.ask)} permission asked${of}: ${markingName(ask.marking)}${ask.note === undefined ? '' : ` (${printable(ask.note)})`}`,
    ...(ask.wording === undefined ? [] : [indent(ask.wording, '      ')]),
    ...(answer === undefined
      ? ['     not answered yet']
      : [
          `     ${answer.given ? `permitted: ${markingName(answer.marking ?? ask.marking)}` : 'refused'}${answer.note === undefined ? '' : ` (${printable(answer.note)})`}`,
          ...(answer.wording === undefined ? [] : [indent(answer.wording, '      ')]),
        ]),
  ]
}

export const toldLine = (told: Told): string =>
  [
    `  passed on to ${told.to}, ${markingName(told.marking)}, ${timeToText(told.time)}`,
    ...(told.wording === undefined ? [] : [indent(told.wording, '      ')]),
  ].join('\n')

export function deliveryToText(
  room: RoomState,
  { delivery, readBacks, replies }: Extract<Item, { kind: 'delivery' }>,
): string {
  const lines = [
    head(
      handleOf(room, messageHandles.delivery, delivery.delivery),
      delivery.time,
      `delivered by ${personToText(room, delivery.by)}`,
      ...deliveryFacts(room, delivery),
    ),
    ...(delivery.title === undefined ? [] : [indent(delivery.title)]),
    ...bodyLines(delivery),
    ...delivery.handed.map(
      ({ circumstance, copies }) =>
        `  handed over ${circumstanceToText(circumstance)}${copies === undefined ? '' : `, copies: ${copies}`}`,
    ),
    ...readBacks.flatMap(readBack => readBackLines(room, readBack)),
    ...replies.map(reply => `  answered in ${handleOf(room, messageHandles.message, reply)}`),
  ]
  return lines.join('\n')
}

/** The words, and beside them what the mediators made of them in another language. */
export const bodyLines = ({
  body,
  translation,
}: {
  readonly body: string
  readonly translation?: Translation
}): readonly string[] => [
  indent(body),
  ...(translation === undefined
    ? []
    : [
        `  ${withoutMarks(english.fields['translation'] ?? '')} (${printable(translation.language)}):`,
        indent(translation.body),
      ]),
]

/** The same facts for the recipient, the preview and the printed sheet. */
export const deliveryFacts = (
  room: RoomState,
  delivery: Pick<Delivery, 'form' | 'binding' | 'from' | 'verbatim' | 'answers' | 'corrects'>,
): readonly string[] =>
  [
    formName(delivery.form),
    bindingName(delivery.binding),
    delivery.from === undefined ? undefined : `from ${delivery.from}`,
    delivery.verbatim ? 'verbatim' : undefined,
    delivery.answers === undefined
      ? undefined
      : `answers ${handleOf(room, messageHandles.message, delivery.answers)}`,
    delivery.corrects === undefined
      ? undefined
      : `corrects ${handleOf(room, messageHandles.delivery, delivery.corrects)}`,
  ].filter(fact => fact !== undefined)

function readBackLines(room: RoomState, readBack: ReadBack): readonly string[] {
  const { verdict } = readBack
  return [
    `  ${handleOf(room, messageHandles.readBack, readBack.readback)} read back by ${readBack.recorded === undefined ? personToText(room, readBack.by) : (room.party?.name ?? '')}:`,
    indent(readBack.body, '      '),
    ...(readBack.recorded === undefined ? [] : [`      said ${circumstanceToText(readBack.recorded)}`]),
    ...(verdict === undefined ? [] : [`     ${verdict.standing} by ${personToText(room, verdict.by)}`]),
    ...(verdict?.body === undefined ? [] : [indent(verdict.body, '      ')]),
  ]
}

export function offerToText(room: RoomState, offer: Offer): string {
  return [
    head(
      handleOf(room, messageHandles.offer, offer.offer),
      offer.time,
      offer.recorded === undefined ? personToText(room, offer.by) : (room.party?.name ?? ''),
      'offer held by the mediator',
      bindingName(offer.binding),
      offer.until === undefined ? undefined : `until ${timeToText(offer.until)}`,
    ),
    indent(`If they: ${offer.ifThey}`),
    indent(`Then we: ${offer.thenWe}`),
    ...offer.reports.flatMap(({ standing, time, wording }) => [
      `  ${standingName(standing)}, ${timeToText(time)}`,
      ...(wording === undefined ? [] : [indent(wording, '      ')]),
    ]),
    ...(offer.withdrawn === undefined ? [] : [`  withdrawn, ${timeToText(offer.withdrawn.time)}`]),
  ].join('\n')
}
