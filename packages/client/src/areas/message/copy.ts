import {
  type Ask,
  type Delivery,
  isOfMessage,
  type Message,
  type Offer,
  permissionFor,
  type ReadBack,
  type Ruling,
  type Said,
  schemaOf,
  seen,
  segmentsOf,
  standingBody,
  type Told,
  textOf,
} from '@goodoffices/core'
import type { Block } from '../../export/blocks.ts'
import { actBlocks, fieldFact, objectBlocks } from '../../export/fields.ts'
import { factLine, plain, type Writing } from '../../export/writing.ts'
import { askTexts, given, stringsIn } from '../../finding/texts.ts'
import { isolate } from '../../words/say.ts'
import type { AreaCopy } from '../area.ts'

export const copy: AreaCopy<'message'> = {
  items: {
    message: (w, { message, asks, told }) => [
      ...messageBlocks(w, message),
      ...markedBlocks(w, message),
      ...reviewBlocks(w, message),
      ...asks.flatMap(ask => askBlocks(w, ask)),
      ...told.flatMap(passed => toldBlocks(w, passed)),
    ],
    delivery: (w, { delivery, readBacks }) => [
      ...deliveryBlocks(w, delivery),
      ...delivery.handed.flatMap(handed => [
        said(w, w.vocabulary.terms.handed, handed),
        ...actBlocks(w, 'delivery.hand', handed),
      ]),
      ...readBacks.flatMap(readBack => readBackBlocks(w, readBack)),
    ],
    offer: (w, { offer }) => offerBlocks(w, offer),
  },
  texts: {
    message: ({ message: { title, body, review }, asks }) => [
      ...given(title),
      ...given(review?.body),
      body,
      ...given(review?.note),
      ...asks.flatMap(askTexts),
    ],
    delivery: ({ delivery: { title, body, from, thing }, readBacks }) => [
      ...given(title),
      body,
      ...given(from),
      ...stringsIn(thing),
      ...readBacks.flatMap(({ body: understood, verdict }) => [
        understood,
        ...given(verdict?.body),
        ...given(verdict?.note),
      ]),
    ],
    offer: ({ offer: { ifThey, thenWe, withdrawn, reports } }) => [
      ifThey,
      thenWe,
      ...given(withdrawn?.note),
      ...reports.flatMap(({ wording, note }) => [...given(wording), ...given(note)]),
    ],
  },
  books: {},
}

const said = (w: Writing, what: string, { position, by, time }: Said): Block =>
  factLine(what, w.person(by), w.time(time), w.number(position))

const bindingName = ({ vocabulary: { terms } }: Writing, binding: boolean): string =>
  terms[binding ? 'binding' : 'not-binding']

const heading = (w: Writing, position: number, text: string): Block => ({
  kind: 'heading',
  text: `${w.number(position)} · ${text}`,
})

/** What of the words put down here is said of them: in which language, in answer to what, how they came. */
const linkLine = (
  w: Writing,
  kind: 'message.say' | 'delivery.make',
  value: object,
  names: readonly string[],
): readonly Block[] => {
  const facts = names.flatMap(name => fieldFact(w, kind, value, name) ?? [])
  return facts.length === 0 ? [] : [factLine(...facts)]
}

function messageBlocks(w: Writing, message: Message): readonly Block[] {
  const { choices, terms } = w.vocabulary
  const form = choices[`form.${message.form}`]
  const recorded = message.recorded === undefined ? undefined : terms.recorded
  return [
    heading(w, message.position, message.title === undefined ? form : isolate(message.title)),
    factLine(
      form,
      bindingName(w, message.binding),
      recorded,
      `${w.withColon(terms.by)} ${w.person(message.by)}`,
      w.time(message.time),
    ),
    ...linkLine(w, 'message.say', message, ['recorded', 'answers', 'issue', 'language']),
    {
      kind: 'text',
      pieces: piecesOf(w, message),
      ...(message.language === undefined ? {} : { language: message.language }),
    },
    ...translationBlocks(w, message),
    ...standingBlocks(w, message),
  ]
}

/** MSG-17: the same in another language, and that it is the mediators' own. */
function translationBlocks(w: Writing, { translation }: Pick<Message, 'translation'>): readonly Block[] {
  if (translation === undefined) return []
  const { language, body } = translation
  return [
    factLine(`${w.withColon(w.vocabulary.fields['translation'] ?? '')} ${w.languageName(language)}`),
    plain(body, language),
  ]
}

const isMarkable = ({ room }: Writing, { side }: Message): boolean =>
  side === 'party' && room.kind === 'caucus'

/** With what may pass of each part. What was first written down stands as it was; the words that put it right follow it. */
function piecesOf(w: Writing, message: Message): Extract<Block, { kind: 'text' }>['pieces'] {
  const shown = seen(message.body)
  if (!isMarkable(w, message) || message.review?.standing === 'corrected') return [{ text: shown }]
  const pieces = segmentsOf(message, w.room.terms).map(({ text, from, permission }) => ({
    text: shown.slice(from, from + text.length),
    marking: [
      w.vocabulary.choices[`marking.${permission.marking}`],
      ...(permission.wording === undefined ? [] : [w.vocabulary.terms['these-words']]),
    ].join(' · '),
  }))
  return new Set(pieces.map(({ marking }) => marking)).size > 1 ? pieces : [{ text: shown }]
}

/** What may pass of the whole, and why. */
function standingBlocks(w: Writing, message: Message): readonly Block[] {
  if (!isMarkable(w, message)) return []
  const { choices, terms } = w.vocabulary
  const { marking, because, wording } = permissionFor(message, { message: message.message }, w.room.terms)
  return [
    factLine(
      `${w.withColon(w.vocabulary.fields['marking'] ?? '')} ${choices[`marking.${marking}`]} (${terms[`because.${because}`]})`,
      wording === undefined ? undefined : terms['these-words'],
    ),
  ]
}

/** How its party marked it and parts of it after it was said. Releases and refusals stand with what was asked. */
function markedBlocks(w: Writing, message: Message): readonly Block[] {
  const marks = (rulings: readonly Ruling[], of?: string): readonly Block[] =>
    rulings.flatMap(ruling => {
      if (ruling.how !== 'marked') return []
      const { choices, terms } = w.vocabulary
      const entry = w.room.timeline.find(({ position }) => position === ruling.position)
      return [
        factLine(
          `${w.withColon(terms.marked)} ${choices[`marking.${ruling.marking}`]}`,
          of === undefined ? undefined : isolate(of),
          fieldFact(w, 'message.mark', ruling, 'recorded'),
          ...(entry === undefined ? [] : [w.person(entry.by), w.time(entry.time), w.number(entry.position)]),
        ),
      ]
    })
  return [
    ...marks(message.rulings),
    ...Object.values(message.parts).flatMap(({ rulings, from, to }) =>
      marks(rulings, standingBody(message).slice(from, to)),
    ),
  ]
}

function reviewBlocks(w: Writing, { review, language }: Message): readonly Block[] {
  if (review === undefined) return []
  const { body, note } = review
  return [
    said(w, w.vocabulary.terms[review.standing], review),
    ...(body === undefined ? [] : [plain(body, language)]),
    ...actBlocks(w, 'message.correct', note === undefined ? {} : { note }),
  ]
}

/** The words of the part that is meant, or which fields of an item; nothing where all of a message is. */
function passageFact(w: Writing, { passage }: Pick<Ask, 'passage'>): string | undefined {
  if (!isOfMessage(passage)) return fieldFact(w, 'release.ask', { passage }, 'passage')
  const message = w.room.messages[passage.message]
  const { part, stretch } = passage
  if (message === undefined || (part === undefined && stretch === undefined)) return undefined
  return part !== undefined && message.parts[part] === undefined
    ? fieldFact(w, 'release.ask', { passage }, 'passage')
    : isolate(textOf(message, passage))
}

export function askBlocks(w: Writing, ask: Ask): readonly Block[] {
  const { choices, terms } = w.vocabulary
  const { answer } = ask
  return [
    factLine(
      `${w.withColon(terms['release-asked'])} ${choices[`marking.${ask.marking}`]}`,
      passageFact(w, ask),
      w.person(ask.by),
      w.time(ask.time),
      w.number(ask.position),
    ),
    ...actBlocks(w, 'release.ask', ask, { except: ['ask', 'passage', 'marking'] }),
    ...(answer === undefined
      ? []
      : [
          said(
            w,
            answer.given
              ? `${w.withColon(terms['release-given'])} ${choices[`marking.${answer.marking ?? ask.marking}`]}`
              : terms['release-refused'],
            answer,
          ),
          ...actBlocks(w, answer.given ? 'release.give' : 'release.refuse', answer, {
            except: ['ask', 'marking'],
          }),
        ]),
  ]
}

export function toldBlocks(w: Writing, told: Told): readonly Block[] {
  const { choices, terms } = w.vocabulary
  return [
    factLine(
      `${w.withColon(terms['passed-on'])} ${isolate(told.to)}`,
      choices[`marking.${told.marking}`],
      passageFact(w, told),
      w.person(told.by),
      w.time(told.time),
      w.number(told.position),
    ),
    ...actBlocks(w, 'convey.tell', told, { except: ['conveyance', 'passage', 'to', 'marking'] }),
  ]
}

/** The delivery as the recipient has it. */
export function deliveryBlocks(w: Writing, delivery: Delivery): readonly Block[] {
  const { choices, terms, fields } = w.vocabulary
  return [
    heading(w, delivery.position, delivery.title === undefined ? terms.delivered : isolate(delivery.title)),
    factLine(
      choices[`form.${delivery.form}`],
      bindingName(w, delivery.binding),
      delivery.from === undefined
        ? terms['from-mediators']
        : `${terms['from-mediators']}, ${w.withColon(fields['from'] ?? '')} ${isolate(delivery.from)}`,
      delivery.verbatim ? terms.verbatim : undefined,
      w.person(delivery.by),
      w.time(delivery.time),
    ),
    ...linkLine(w, 'delivery.make', delivery, ['answers', 'corrects', 'issue', 'language']),
    plain(delivery.body, delivery.language),
    ...translationBlocks(w, delivery),
    ...objectBlocks(w, schemaOf('delivery.make'), { thing: delivery.thing }),
  ]
}

const verdictKinds = { confirmed: 'readback.confirm', corrected: 'readback.correct' } as const

function readBackBlocks(w: Writing, readBack: ReadBack): readonly Block[] {
  const { terms } = w.vocabulary
  const { verdict } = readBack
  return [
    said(w, terms['read-back'], readBack),
    ...actBlocks(w, 'readback.give', readBack, { except: ['readback', 'delivery', 'body'] }),
    plain(readBack.body),
    ...(verdict === undefined
      ? []
      : [
          said(w, terms[verdict.standing], verdict),
          ...(verdict.body === undefined ? [] : [plain(verdict.body)]),
          ...actBlocks(w, verdictKinds[verdict.standing], verdict, { except: ['readback', 'body'] }),
        ]),
  ]
}

function offerBlocks(w: Writing, offer: Offer): readonly Block[] {
  const { terms, choices } = w.vocabulary
  return [
    heading(w, offer.position, terms.offer),
    factLine(
      bindingName(w, offer.binding),
      offer.recorded === undefined ? undefined : terms.recorded,
      `${w.withColon(terms.by)} ${w.person(offer.by)}`,
      w.time(offer.time),
    ),
    ...actBlocks(w, 'offer.make', offer, { except: ['offer', 'binding'] }),
    ...offer.reports.flatMap(report => [
      said(w, choices[`standing.${report.standing}`], report),
      ...actBlocks(w, 'offer.report', report, { except: ['offer', 'standing'] }),
    ]),
    ...(offer.withdrawn === undefined
      ? []
      : [
          said(w, terms.withdrawn, offer.withdrawn),
          ...actBlocks(w, 'offer.withdraw', offer.withdrawn, { except: ['offer'] }),
        ]),
  ]
}
