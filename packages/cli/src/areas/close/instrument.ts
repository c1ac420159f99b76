/** Instruments: how far each party has come, the words to read aloud, a party's own signature, and all of them placed together. */

import {
  type ConveyancePlan,
  codeOfInstrument,
  hashOfFile,
  instrumentsOf,
  ladderLines,
  nameOfThing,
  plansOfInstrument,
  plansOfSignings,
  previewConveyance,
  proofsOfSignings,
  type SigningDraft,
  sayMeans,
  sendTogether,
  signingAct,
  standingName,
} from '@goodoffices/client'
import { type Language, languages } from '@goodoffices/client/locale'
import { type Done, type Finding, signingsDone, signingsOn } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { fullHandle, roomHandle } from '../../names/handles.ts'
import { type RecordFlags, readRecorded, recordOptions } from '../../names/words.ts'
import { indent, printable } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, gather, option } from '../../shell/define.ts'
import { demand, missing, misuse } from '../../shell/exit.ts'
import { readGivenFile } from '../../shell/given-file.ts'
import { previewed, thingFields } from '../../shell/rows.ts'
import { count, openRows, text, words } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { answerOf } from '../agenda/things.ts'
import { pass, type ReachFlags, reachOptions, sayChecked } from '../desk/reach.ts'
import { itemHandles } from '../item/handles.ts'
import { english, writingIn } from '../item/writing.ts'
import { findInstrument } from './things.ts'

const ofOne = { '<instrument>': 'such as table/i1' } as const
const scanBytesMax = 200_000_000

export function registerInstrument(program: Command, terminal: Terminal): void {
  const instrument = gather(program, 'instrument', 'texts that bind, who signed them, and from when')
  defineWork(
    instrument,
    terminal,
    {
      name: 'list',
      summary: 'every instrument that you read, and how far it has come',
      answers: { instruments: openRows({ handle: text, title: text, standing: text }) },
      examples: ['goodoffices instrument list'],
      acts: false,
    },
    list,
  )
  defineWork(
    instrument,
    terminal,
    {
      name: 'status',
      arguments: ofOne,
      summary: 'how far each party has come, by whose key it signed, and from when it is in force',
      answers: {
        instrument: text,
        title: text,
        standing: text,
        parties: openRows({ party: text, rung: text, inForce: text, signed: words }),
        proofs: openRows({ handle: text, proof: text }),
      },
      examples: ['goodoffices instrument status table/i1'],
      acts: false,
    },
    status,
  )
  defineWork<{ readonly language?: Language }>(
    instrument,
    terminal,
    {
      name: 'words',
      arguments: ofOne,
      summary: 'what each side reads aloud to the others, to know that all hold the same words',
      options: [option('--language <language>', 'in the words of which language (en)', languages)],
      answers: { instrument: text, digits: text, 'words?': words },
      examples: ['goodoffices instrument words table/i1', 'goodoffices instrument words i1 --language fr'],
      acts: false,
    },
    readWordsAloud,
  )
  for (const [name, { done, summary, adReferendum }] of Object.entries(doings))
    defineWork<SignFlags>(
      instrument,
      terminal,
      {
        name,
        arguments: { '<instrument>': 'as it stands in your caucus, such as i1' },
        summary,
        options: [
          ...(adReferendum ? [option('--ad-referendum', 'subject to confirmation by your party')] : []),
          option('--by <body>', 'who signs, as it stands under the text'),
          option('--on <day>', 'the day that the signature itself bears'),
          option('--paper <where>', 'it was signed on paper there'),
          option('--before <whom>', 'with --paper: in whose presence'),
          option('--scan <file>', 'with --paper: a picture of it, hashed here; it goes nowhere'),
          option('--shown-as <words>', 'all that others read of what it still needs at home'),
          option('--may-be-shown', 'your own entry may be shown in the evidence pack'),
          ...recordOptions,
          ...reachOptions,
        ],
        answers: [thingFields, previewed],
        examples: [`goodoffices instrument ${name} i1 --by "The ministry"`],
        acts: true,
      },
      work => sign(work, adReferendum && work.flags.adReferendum === true ? 'signed-ad-referendum' : done),
    )
  defineWork<ReachFlags>(
    instrument,
    terminal,
    {
      name: 'lay',
      arguments: { '<instrument>': 'one that is drafted at the desk, such as desk/i1' },
      summary: 'lay it before each side that it binds and at the table, in one step',
      options: reachOptions,
      answers: [{ instrument: text, laid: words }, previewed],
      examples: ['goodoffices instrument lay desk/i1 --preview'],
      acts: true,
    },
    lay,
  )
  defineWork<ReachFlags>(
    instrument,
    terminal,
    {
      name: 'place',
      arguments: { ...ofOne, '<done>': signingsDone.join(', ') },
      summary: 'place at the table, in one step, what all have signed in their caucuses',
      options: reachOptions,
      answers: [{ instrument: text, placed: count }, previewed],
      examples: ['goodoffices instrument place table/i1 signed-ad-referendum'],
      acts: true,
    },
    place,
  )
}

type SignFlags = ReachFlags &
  RecordFlags & {
    readonly adReferendum?: true
    readonly by?: string
    readonly on?: string
    readonly paper?: string
    readonly before?: string
    readonly scan?: string
    readonly shownAs?: string
    readonly mayBeShown?: true
  }

const doings: Readonly<
  Record<string, { readonly done: Done; readonly summary: string; readonly adReferendum?: true }>
> = {
  initial: {
    done: 'initialled',
    summary: 'initial the text: it is the one that was agreed, and binds nobody',
  },
  sign: {
    done: 'signed',
    summary: 'sign in your caucus; the others see it once all have',
    adReferendum: true,
  },
  confirm: { done: 'confirmed', summary: 'confirm what was signed ad referendum: from then on it is full' },
  ratify: { done: 'ratified', summary: 'say that your party is bound, by whoever decides that at home' },
  refuse: { done: 'consent-refused', summary: 'say that your party will not be bound' },
}

async function list({ session, processOf }: Work<object>): Promise<Answer> {
  const instruments = instrumentsOf(session.rooms(processOf().process)).map(({ room, instrument }) => {
    const w = writingIn(room)
    return {
      handle: fullHandle(room, itemHandles.item, instrument.item),
      title: printable(nameOfThing(w, instrument.item)),
      standing: withoutMarks(standingName(w, instrument) ?? ''),
    }
  })
  return {
    text: instruments.map(({ handle, title, standing }) => `${handle}  ${title}  ${standing}`).join('\n'),
    json: { instruments },
  }
}

async function status(work: Work<object>): Promise<Answer> {
  const { room, instrument } = findInstrument(work, work.args[0] ?? '')
  const w = writingIn(room)
  const parties = ladderLines(w, instrument).map(line => ({
    ...line,
    name: printable(withoutMarks(line.name)),
    signed: line.signed.map(withoutMarks),
    inForce: withoutMarks(line.inForce),
  }))
  const found = await proofsOfSignings(work.session, room, instrument)
  const proofs = signingsOn(instrument, room).map(signing => ({
    handle: fullHandle(room, itemHandles.item, signing.item),
    proof: found.get(signing.item) ?? 'none',
  }))
  const title = printable(nameOfThing(w, instrument.item))
  const standing = withoutMarks(standingName(w, instrument) ?? '')
  const { terms } = w.vocabulary
  return {
    text: [
      `${title}  ${standing}`,
      ...parties.flatMap(({ name, rung, signed, inForce }) => [
        `${name}: ${rung}`,
        ...signed.map(line => indent(line)),
        indent(inForce),
      ]),
      ...proofs
        .filter(({ proof }) => proof === 'none')
        .map(({ handle }) => `${handle}: ${terms['proof.none']}`),
    ].join('\n'),
    json: {
      instrument: fullHandle(room, itemHandles.item, instrument.item),
      title,
      standing,
      parties,
      proofs,
    },
  }
}

async function readWordsAloud(work: Work<{ readonly language?: Language }>): Promise<Answer> {
  const { room, instrument } = findInstrument(work, work.args[0] ?? '')
  const { digits, words: list } = await codeOfInstrument(instrument, work.flags.language ?? 'en')
  const handle = fullHandle(room, itemHandles.item, instrument.item)
  return {
    text: [...(list === undefined ? [] : [list.join(' ')]), digits].join('\n'),
    json: { instrument: handle, digits, ...(list === undefined ? {} : { words: list }) },
  }
}

async function sign(work: Work<SignFlags>, done: Done): Promise<Answer> {
  const { session, flags, terminal, args } = work
  const { room, instrument } = findInstrument(work, args[0] ?? '', ['caucus'])
  if (flags.by === undefined) throw misuse('signer-needed')
  const draft: SigningDraft = {
    done,
    signedBy: flags.by,
    ...(flags.on === undefined ? {} : { signedOn: flags.on as NonNullable<SigningDraft['signedOn']> }),
    ...(flags.paper === undefined ? {} : { paperAt: flags.paper }),
    ...(flags.before === undefined ? {} : { paperBefore: flags.before }),
    ...(flags.scan === undefined
      ? {}
      : { paperScan: await hashOfFile(new Uint8Array(readGivenFile(flags.scan, scanBytesMax))) }),
    ...(flags.shownAs === undefined ? {} : { subjectTo: flags.shownAs }),
    ...(flags.mayBeShown === true ? { mayBeShown: true } : {}),
  }
  const recorded = readRecorded(flags, terminal.now())
  const act = demand(
    await signingAct(session, room.id, { ...draft, ...recorded, instrument: instrument.item }),
  )
  const said = (): Answer => {
    const answer = answerOf(session.room(room.id) ?? room, act.item)
    return { ...answer, notes: [sayMeans(writingIn(room), done), english.terms['not-qualified']] }
  }
  return sayChecked(session, room, { act, flags, said })
}

async function lay(work: Work<ReachFlags>): Promise<Answer> {
  const { session, processOf, args } = work
  const { process } = processOf()
  const { room, instrument } = findInstrument(work, args[0] ?? '', ['desk'])
  const plans = (accepted?: Accepted) =>
    demand(plansOfInstrument(session, process, instrument.item, accepted))
  const sent = await sendAll(work, plans)
  if ('shown' in sent) return sent.shown
  const rooms = sent.plans.map(({ to }) => roomHandle(session.room(to) ?? room))
  return {
    text: `Laid before: ${rooms.join(', ')}`,
    json: { instrument: fullHandle(room, itemHandles.item, instrument.item), laid: rooms },
  }
}

async function place(work: Work<ReachFlags>): Promise<Answer> {
  const { session, processOf, args } = work
  const { process } = processOf()
  const { room, instrument } = findInstrument(work, args[0] ?? '', ['table'])
  const done = signingsDone.find(each => each === args[1])
  if (done === undefined)
    throw misuse(
      'word-unknown',
      { word: args[1] ?? '' },
      signingsDone.map(handle => ({ handle })),
    )
  const plans = (accepted?: Accepted) =>
    demand(
      plansOfSignings(session, process, {
        instrument,
        done,
        ...(accepted === undefined ? {} : { accepted }),
      }),
    )
  const sent = await sendAll(work, plans)
  if ('shown' in sent) return sent.shown
  const handle = fullHandle(room, itemHandles.item, instrument.item)
  return {
    text: `Placed at the table, together: ${sent.plans.length}`,
    json: { instrument: handle, placed: sent.plans.length },
  }
}

type Accepted = readonly (readonly Finding[])[]

/** Shown and passed as whatever else sides read (CLI-13), then sent in one step. */
async function sendAll(
  { session, processOf, flags }: Work<ReachFlags>,
  plansWith: (accepted?: Accepted) => readonly ConveyancePlan[],
) {
  const { process } = processOf()
  const told = plansWith().map(plan => {
    const preview = demand(previewConveyance(session, process, plan))
    const room = session.room(plan.to)
    if (room === undefined) throw missing('room-unknown')
    return { room, preview }
  })
  const passed = pass(session, told, flags)
  if ('shown' in passed) return passed
  const plans = plansWith(passed.accepted)
  demand(await sendTogether(session, process, plans))
  return { plans }
}
