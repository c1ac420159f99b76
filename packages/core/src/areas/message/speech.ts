/** What the leak check is told of messages, deliveries and offers. */

import type { Carrying, Speech } from '../../room/area.ts'
import { wordsIn } from '../../room/fields.ts'
import { daysAt } from '../../term/day.ts'
import { deliveryActs } from './delivery.ts'
import { allows, type Permission, segmentsOf } from './disclosure.ts'
import { offerActs } from './offer.ts'
import { isOfMessage } from './passage.ts'
import { releaseActs } from './release.ts'
import { sayActs } from './say.ts'
import type { Ask, Delivery, Message, Offer, ReadBack, Talking, Told } from './state.ts'

const [say, , , correct] = sayActs
const [ask, give, , tell] = releaseActs
const [make, hand, readBack, confirm, putRight] = deliveryActs
const [offer, withdraw, report] = offerActs

const askedIn = (asked: Ask): readonly string[] => wordsIn(ask.fields, asked)
const answeredIn = ({ answer }: Ask): readonly string[] =>
  answer === undefined ? [] : wordsIn(give.fields, answer)
const toldIn = (told: Told): readonly string[] => wordsIn(tell.fields, told)
const deliveredIn = (delivery: Delivery): readonly string[] => [
  ...wordsIn(make.fields, delivery),
  ...delivery.handed.flatMap(handed => wordsIn(hand.fields, handed)),
]
const readIn = (read: ReadBack): readonly string[] => wordsIn(readBack.fields, read)
const judgedIn = ({ verdict }: ReadBack): readonly string[] =>
  verdict === undefined ? [] : [...wordsIn(putRight.fields, verdict), ...wordsIn(confirm.fields, verdict)]
const offeredIn = (made: Offer): readonly string[] => [
  ...wordsIn(offer.fields, made),
  ...(made.withdrawn === undefined ? [] : wordsIn(withdraw.fields, made.withdrawn)),
]
const reportedIn = ({ reports }: Offer): readonly string[] =>
  reports.flatMap(said => wordsIn(report.fields, said))
const reviewedIn = ({ review }: Message): readonly string[] =>
  review === undefined ? [] : wordsIn(correct.fields, review)

const guarded = (texts: readonly string[]): readonly Speech[] =>
  texts.map(text => ({ text, counts: 'guarded' }))

/** LEAK-9: all that stands in another side's room, as it may pass with what is carried. */
export const messageSpeech = (room: Talking, carrying: Carrying): readonly Speech[] => [
  ...Object.values(room.messages).flatMap(message => speechOf(message, room, carrying)),
  ...Object.values(room.offers).flatMap(made => speechOfOffer(made, room, carrying)),
  ...guarded([
    ...Object.values(room.asks).flatMap(asked => [...askedIn(asked), ...answeredIn(asked)]),
    ...Object.values(room.told)
      .filter(
        ({ passage }) => !isCarried(room, isOfMessage(passage) ? passage.message : passage.item, carrying),
      )
      .flatMap(toldIn),
    ...Object.values(room.readBacks).flatMap(read => [...readIn(read), ...judgedIn(read)]),
    ...Object.values(room.deliveries)
      .filter(({ delivery }) => !carrying.deliveries.has(delivery))
      .flatMap(deliveredIn),
  ]),
]

/** LEAK-5: what the room's own side said, and what was conveyed to it. What mediators said there of themselves clears nothing. */
export const messageHeard = (room: Talking): readonly string[] => [
  ...Object.values(room.messages)
    .filter(({ side }) => side === 'party')
    .flatMap(message => [...wordsIn(say.fields, message), ...reviewedIn(message)]),
  ...Object.values(room.asks).flatMap(answeredIn),
  ...Object.values(room.deliveries).flatMap(delivery => [...deliveredIn(delivery), delivery.from ?? '']),
  ...Object.values(room.readBacks).flatMap(readIn),
  ...Object.values(room.offers).flatMap(made => [
    ...offeredIn(made),
    ...(made.until === undefined ? [] : daysAt(made.until)),
  ]),
]

const isCarried = (room: Talking, about: string, { from = [] }: Carrying): boolean =>
  from.some(each => each.room === room.id && each.about === about)

type Segment = ReturnType<typeof segmentsOf>[number]

const isPassage = (room: Talking, { passage, from: at, text }: Segment, { from = [] }: Carrying): boolean =>
  from.some(({ room: source, about, part, stretch }) => {
    if (source !== room.id || about !== passage.message) return false
    if (part !== undefined) return part === passage.part
    if (stretch === undefined) return true
    return stretch === 'rest'
      ? passage.part === undefined
      : stretch.from <= at && at + text.length <= stretch.to
  })

/** A segment cut where carried stretches begin and end: what stands beside them is as guarded as ever. */
function cutAtStretches(segment: Segment, room: Talking, { from = [] }: Carrying): readonly Segment[] {
  const { from: start, text, passage } = segment
  const cuts = from
    .filter(each => each.room === room.id && each.about === passage.message)
    .flatMap(({ stretch }) =>
      stretch === undefined || stretch === 'rest' ? [] : [stretch.from - start, stretch.to - start],
    )
    .filter(at => at > 0 && at < text.length)
  const edges = [...new Set([0, ...cuts, text.length])].toSorted((a, b) => a - b)
  return edges
    .slice(0, -1)
    .map((at, n) => ({ ...segment, from: start + at, text: text.slice(at, edges[n + 1]) }))
}

function speechOf(message: Message, room: Talking, carrying: Carrying): readonly Speech[] {
  if (message.side === 'mediators') return guarded(wordsIn(say.fields, message))
  const whole = { message: message.message }
  const segments = segmentsOf(message, room.terms).flatMap(each => cutAtStretches(each, room, carrying))
  const first = segments[0]?.permission ?? nothing
  return [
    ...segments.flatMap(segment => passageSpeech(segment, room, carrying)),
    // The title is as guarded as the beginning.
    ...(message.title === undefined
      ? []
      : passageSpeech(
          { text: message.title, from: 0, passage: whole, permission: first, isTitle: true },
          room,
          carrying,
        )),
    ...beside(message).map((text): Speech => ({ text, counts: 'guarded', message: message.message })),
  ]
}

const nothing: Permission = { marking: 'nothing', because: 'default' }

/** What never passes: recorded words that the party has put right, its note on them, and how they, and what may pass of them, were said. */
const beside = (message: Message): readonly string[] => [
  ...(message.review?.body === undefined ? [] : [message.body]),
  ...(message.review?.note === undefined ? [] : [message.review.note]),
  ...[message, ...message.rulings, ...Object.values(message.parts).flatMap(({ rulings }) => rulings)].flatMap(
    ({ recorded }) => recorded?.hearing ?? [],
  ),
]

function passageSpeech(
  said: Segment & { readonly isTitle?: true },
  room: Talking,
  carrying: Carrying,
): readonly Speech[] {
  const { text, permission } = said
  const { message } = said.passage
  const { marking, wording } = permission
  if (marking === 'nothing') return [{ text, counts: 'guarded', message }]
  // Released in these words and no others: they are known, the rest of it is not.
  if (wording !== undefined)
    return [
      { text: wording, counts: 'known' },
      { text, counts: 'guarded', message },
    ]
  const isPassed = isPassage(room, said, carrying) && allows(marking, carrying.as)
  // What a message is about is said with each of its parts.
  if (said.isTitle && !isPassed && isCarried(room, message, carrying)) return [{ text, counts: 'substance' }]
  // Its substance may pass, its words only where they are carried as they are.
  return isPassed && carrying.as === 'verbatim'
    ? [{ text, counts: 'known' }]
    : [
        { text, counts: 'substance' },
        { text, counts: 'reworded', message },
      ]
}

/** An offer's two halves may pass as substance where it is the one put; its maker's notes never, nor how it was made. */
function speechOfOffer(made: Offer, room: Talking, carrying: Carrying): readonly Speech[] {
  const { offer: about, ifThey, thenWe } = made
  const isPut = isCarried(room, about, carrying)
  const halves = [ifThey, thenWe].flatMap((text): readonly Speech[] =>
    isPut
      ? [
          { text, counts: 'reworded' },
          { text, counts: 'substance' },
        ]
      : [{ text, counts: 'guarded' }],
  )
  const until = made.until === undefined ? [] : daysAt(made.until)
  const days = until.map((text): Speech => ({ text, counts: isPut ? 'substance' : 'guarded', isDay: true }))
  const beside = offeredIn(made).filter(text => text !== ifThey && text !== thenWe)
  return [...halves, ...days, ...guarded([...beside, ...(isPut ? [] : reportedIn(made))])]
}
