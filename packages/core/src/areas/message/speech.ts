/** What the leak check is told of messages, deliveries and offers. */

import type { Carrying, Speech } from '../../room/area.ts'
import { wordsIn } from '../../room/fields.ts'
import { daysAt } from '../../term/day.ts'
import { deliveryActs } from './delivery.ts'
import { allows, type Permission, segmentsOf } from './disclosure.ts'
import { offerActs } from './offer.ts'
import { isOfMessage, type Passage } from './passage.ts'
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

const isPassage = (room: Talking, { message, part }: Passage, { from = [] }: Carrying): boolean =>
  from.some(
    each =>
      each.room === room.id && each.about === message && (each.part === undefined || each.part === part),
  )

function speechOf(message: Message, room: Talking, carrying: Carrying): readonly Speech[] {
  if (message.side === 'mediators') return guarded(wordsIn(say.fields, message))
  const whole = { message: message.message }
  const segments = segmentsOf(message, room.terms)
  const first = segments[0]?.permission ?? nothing
  return [
    ...segments.flatMap(({ text, passage, permission }) =>
      passageSpeech({ text, passage, permission }, room, carrying),
    ),
    // The title is as guarded as the beginning.
    ...(message.title === undefined
      ? []
      : passageSpeech(
          { text: message.title, passage: whole, permission: first, isTitle: true },
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
  said: {
    readonly text: string
    readonly passage: Passage
    readonly permission: Permission
    readonly isTitle?: true
  },
  room: Talking,
  carrying: Carrying,
): readonly Speech[] {
  const { text, passage, permission } = said
  const { message } = passage
  const { marking, wording } = permission
  if (marking === 'nothing') return [{ text, counts: 'guarded', message }]
  // Released in these words and no others: they are known, the rest of it is not.
  if (wording !== undefined)
    return [
      { text: wording, counts: 'known' },
      { text, counts: 'guarded', message },
    ]
  const isPassed = isPassage(room, passage, carrying) && allows(marking, carrying.as)
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
