/** What waits, as lists of the shell have it: said as screens say it, with its handle and the command that comes next. */

import {
  type Guest,
  idOfSaying,
  type ProcessSummary,
  quoteOf,
  type Session,
  sayAsking,
  titleOf,
  type Wait,
  wordsOfWait,
} from '@goodoffices/client'
import { figuresOf, say } from '@goodoffices/client/words'
import {
  type AskedByThing,
  institutionIn,
  type RoomState,
  standingOf,
  type WaitingAtDesk,
  type WaitingInCaucus,
} from '@goodoffices/core'
import { offerHandle } from '../../names/find.ts'
import { fullHandle, handleOf, passageHandle, roomHandle, slugOf } from '../../names/handles.ts'
import { processRow } from '../../names/rows.ts'
import { passageWords } from '../../page/passage.ts'
import { indent } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { assentHandles } from '../assent/handles.ts'
import { itemHandles } from '../item/handles.ts'
import { english, writingIn } from '../item/writing.ts'
import { messageHandles } from '../message/handles.ts'
import { textHandles } from '../text/handles.ts'
import { deskHandles } from './handles.ts'

export type WaitingLine = {
  readonly handle: string
  readonly text: string
  readonly next: string
  readonly json: Readonly<Record<string, unknown>>
}

/** `of`: the passage that it is about; `next`: what is typed after the program's name. */
type Step = {
  readonly handle: string
  readonly of?: string
  /** CLI-40: its words, before anybody answers for it. */
  readonly words?: string
  readonly next: string
}

type DeskKind = WaitingAtDesk['kind']
type CaucusKind = WaitingInCaucus['kind']
type AtDesk<K extends DeskKind> = { readonly kind: K } & Extract<WaitingAtDesk, { readonly kind: K }>
type InCaucus<K extends CaucusKind> = { readonly kind: K } & Extract<WaitingInCaucus, { readonly kind: K }>

const askHandle = ({ room, ask }: AtDesk<'asked'>) => fullHandle(room, messageHandles.ask, ask.ask)
const deliveryHandle = ({ room, delivery }: AtDesk<'delivered'>) =>
  fullHandle(room, messageHandles.delivery, delivery.delivery)

const deliverIt = ({ carried }: AtDesk<'prepared' | 'unfinished'>, desk: RoomState): Step => {
  const handle = handleOf(desk, deskHandles.conveyance, carried.plan.conveyance)
  return { handle, next: `deliver ${handle}` }
}

const toAskFor = ({ room, message }: AtDesk<'heard'>): Step => {
  const handle = fullHandle(room, messageHandles.message, message.message)
  return { handle, next: `release ask ${handle}` }
}

/** What a mediator does about it. Leaving out a kind does not compile. */
const stepsAtDesk: { readonly [K in DeskKind]: (item: AtDesk<K>, desk: RoomState) => Step } = {
  heard: ({ room, message }) => {
    const handle = fullHandle(room, messageHandles.message, message.message)
    return { handle, next: `convey --from ${handle} --to …` }
  },
  put: ({ room, thing }) => {
    const handle = fullHandle(room, itemHandles.item, thing.item)
    return { handle, next: `release ask ${handle}.…` }
  },
  'leave-asked': ({ room, thing }) => {
    const handle = fullHandle(room, itemHandles.item, thing.item)
    return { handle, next: `team let-go ${handle}` }
  },
  'may-come': ({ room, thing }) => {
    const handle = fullHandle(room, itemHandles.item, thing.item)
    return {
      handle,
      next: `invite … --role mediator --institution "${institutionIn(thing)}"`,
    }
  },
  question: ({ room, question }) => {
    const handle = fullHandle(room, assentHandles.question, question.question)
    return { handle, next: `question status ${handle}` }
  },
  'question-unfinished': ({ room, question }) => {
    const handle = fullHandle(room, assentHandles.question, question.question)
    return { handle, next: `question finish ${handle}` }
  },
  asked: item => ({
    handle: askHandle(item),
    of: passageHandle(item.room, item.ask.passage),
    next: `read ${roomHandle(item.room)}`,
  }),
  released: ({ room, ask }) => {
    const handle = passageHandle(room, ask.passage)
    return { handle, next: `convey --from ${handle} --to …` }
  },
  prepared: deliverIt,
  unfinished: deliverIt,
  delivered: item => ({ handle: deliveryHandle(item), next: `read ${roomHandle(item.room)}` }),
  'read-back': ({ room, readBack }) => {
    const handle = fullHandle(room, messageHandles.readBack, readBack.readback)
    return { handle, next: `read-back confirm ${handle}` }
  },
  offer: ({ room, offer }) => {
    const handle = fullHandle(room, messageHandles.offer, offer.offer)
    return { handle, next: `convey --from-offer ${handle} --to …` }
  },
}

/** What a party does about it. Leaving out a kind does not compile. */
const stepsInCaucus: { readonly [K in CaucusKind]: (item: InCaucus<K>) => Step } = {
  asked: item => {
    const handle = askHandle(item)
    const { passage } = item.ask
    return {
      handle,
      of: passageHandle(item.room, passage),
      words: passageWords(item.room, passage),
      next: `release give ${handle}`,
    }
  },
  delivered: item => {
    const handle = deliveryHandle(item)
    return { handle, next: `read-back give ${handle} "…"` }
  },
  question: ({ room, question }) => {
    const handle = fullHandle(room, assentHandles.question, question.question)
    return { handle, next: `question answer ${handle} …` }
  },
  successor: ({ room, successor }) => ({
    handle: roomHandle(room),
    words: `${successor.coming.join(', ')}, ${successor.institution}`,
    next: `team go-on ${roomHandle(room)} ${offerHandle(successor.room)}`,
  }),
  review: ({ room, message }) => {
    const handle = fullHandle(room, messageHandles.message, message.message)
    return { handle, next: `review confirm ${handle}` }
  },
}

const atDesk = <K extends DeskKind>(item: AtDesk<K>, desk: RoomState): Step =>
  stepsAtDesk[item.kind](item, desk)
const inCaucus = <K extends CaucusKind>(item: InCaucus<K>): Step => stepsInCaucus[item.kind](item)

const isToNothing = ({ contested, standing }: Guest): boolean =>
  contested || (standing !== 'answered' && standing !== 'introduced')

/** What is done about it. Leaving out a kind does not compile. */
function stepOf({ item, mediating, stays }: Wait, desk: RoomState | undefined): Step {
  switch (item.kind) {
    case 'invitation': {
      const handle = slugOf(item.invitation.name)
      return {
        handle,
        next: isToNothing(item.invitation) ? `invite cancel ${handle}` : `invite complete ${handle} …`,
      }
    }
    case 'consent': {
      const handle = roomHandle(item.room)
      return { handle, next: mediating ? `consent give --in ${handle} --record` : 'consent give' }
    }
    case 'told':
    case 'opened':
      return { handle: roomHandle(item.room), next: `read ${roomHandle(item.room)}` }
    case 'corrected': {
      const { room, readBack } = item
      return {
        handle: fullHandle(room, messageHandles.readBack, readBack.readback),
        next: `read ${roomHandle(room)}`,
      }
    }
    case 'over': {
      const handle = item.rooms.map(roomHandle)[0] ?? ''
      return { handle, of: item.rooms.map(roomHandle).join(', '), next: `record destroy ${handle} --yes` }
    }
    case 'keys':
      return { handle: roomHandle(item.room), next: 'sync' }
    case 'phrase':
    case 'phrase-new':
      return { handle: item.kind, next: 'identity words' }
    case 'phrase-replacing':
      return { handle: item.kind, next: 'sync' }
    case 'recovery':
    case 'renewal':
      return {
        handle: item.kind,
        next: item.kind === 'renewal' ? 'identity renew-device finish' : 'identity devices',
      }
    case 'to-read': {
      const { conveyance } = item.carried.plan
      const handle = desk === undefined ? '' : handleOf(desk, deskHandles.conveyance, conveyance)
      return { handle, words: item.carried.plan.wording, next: `read-first ${handle}` }
    }
    case 'overdue': {
      const handle = fullHandle(item.room, itemHandles.item, item.deadline.item)
      return { handle, words: standingOf(item.deadline).fields.title, next: `item mark ${handle} …` }
    }
    case 'step-late':
    case 'step-uncured': {
      const handle = fullHandle(item.room, itemHandles.item, item.step.item)
      return { handle, words: standingOf(item.step).fields.title, next: `step show ${handle}` }
    }
    case 'apart': {
      const handle = fullHandle(item.room, itemHandles.item, item.issue)
      return { handle, next: `issue stage ${handle} separate` }
    }
    case 'draft': {
      const handle = fullHandle(item.room, textHandles.draft, item.draft.draft)
      return { handle, next: `draft read ${handle}` }
    }
    case 'draft-said': {
      const [first] = item.sayings
      const handle = fullHandle(item.room, textHandles.saying, idOfSaying(first))
      return { handle, words: first.body, next: `draft tell ${handle} taken` }
    }
    case 'may-pass': {
      const handle = fullHandle(item.room, textHandles.saying, idOfSaying(item.saying))
      return { handle, words: item.saying.body, next: `draft release ${handle} unattributed` }
    }
    case 'thing':
      return thingStep(item)
    case 'asked':
    case 'delivered':
    case 'heard':
    case 'leave-asked':
    case 'may-come':
    case 'offer':
    case 'prepared':
    case 'put':
    case 'read-back':
    case 'released':
    case 'review':
    case 'successor':
    case 'unfinished':
    case 'question':
    case 'question-unfinished':
      // WAIT-7
      if (item.kind === 'heard' && stays === true) return toAskFor(item)
      if (mediating && desk !== undefined) return atDesk(item as WaitingAtDesk, desk)
      return inCaucus(item as WaitingInCaucus)
    default:
      return item satisfies never
  }
}

function thingStep({ room, thing, asking }: AskedByThing): Step {
  const handle = fullHandle(room, itemHandles.item, thing.item)
  const next =
    asking.kind === 'put'
      ? `item put ${asking.register} --${thing.register} ${handle} …`
      : `item mark ${handle} …`
  return { handle, next }
}

/** Whom it concerns, in one line: the parties, or what rooms without one are called. */
const namesOf = (rooms: readonly RoomState[]): string =>
  rooms.map(room => room.party?.name ?? roomHandle(room)).join(', ')

function sentenceOf(wait: Wait): string {
  const words = wordsOfWait(wait, namesOf(wait.rooms))
  if (words !== undefined) return withoutMarks(say(english.terms[words.term], words.values, figures))
  const { item } = wait
  return item.kind === 'thing'
    ? withoutMarks(
        sayAsking(writingIn(item.room), item.asking, wait.mediating ? item.room.party?.name : undefined),
      )
    : ''
}
const figures = figuresOf('en')

/** CLI-8: typed as it stands, it is of these talks and of no other. */
function ofTalks(session: Session, process: ProcessSummary, next: string): string {
  if (session.processes().filter(({ over }) => !over).length < 2) return next
  return `${next} --process ${processRow(session, process).handle}`
}

/** The words of a question that waits, and the day that it moves. */
function questionIn({ item }: Wait, rooms: readonly RoomState[]): string | undefined {
  if (item.kind !== 'question') return undefined
  const table = rooms.find(({ kind }) => kind === 'table')
  return withoutMarks(quoteOf(writingIn(table ?? item.room), item.question.content))
}

/** A thing that waits. */
export function waitingLine(session: Session, process: ProcessSummary, wait: Wait): WaitingLine {
  const rooms = session.rooms(process.process)
  const { handle, of, next, ...step } = stepOf(
    wait,
    rooms.find(({ kind }) => kind === 'desk'),
  )
  const words = step.words ?? questionIn(wait, rooms)
  const sentence = sentenceOf(wait)
  const typed = ofTalks(session, process, `goodoffices ${next}`)
  const { item, urgency, since, by, ofOthers } = wait
  const title = item.kind === 'thing' ? `, ${titleOf(item.thing) ?? ''}` : ''
  const about = of === undefined || of === handle ? `${handle}${title}` : `${handle}, of ${of}`
  return {
    handle,
    text: [`${sentence}: ${about}`, ...(words === undefined ? [] : [indent(words, '      ')])].join('\n'),
    next: typed,
    json: {
      kind: item.kind,
      handle,
      next: typed,
      urgency,
      ...(words === undefined ? {} : { words }),
      ...(item.kind === 'thing' ? { what: sentence } : {}),
      ...(since === undefined ? {} : { since }),
      ...(by === undefined ? {} : { by }),
      ...(ofOthers === undefined ? {} : { ofOthers }),
    },
  }
}
