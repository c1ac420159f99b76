/** Questions put to several at once: asked, answered, told of, withdrawn. */

import {
  answerQuestion,
  askAll,
  finishQuestion,
  planOfQuestion,
  planQuestion,
  previewQuestion,
  putToAll,
  tellOutcome,
  withdrawQuestion,
} from '@goodoffices/client'
import {
  isYesFinal,
  type QuestionContent,
  type QuestionId,
  questionKinds,
  type RoomState,
  tidyText,
} from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { caucusesIn, findCaucus, findItem, onlyRoom } from '../../names/find.ts'
import { fullHandle } from '../../names/handles.ts'
import { type RecordFlags, readRecorded, readTime, readWords, recordOptions } from '../../names/words.ts'
import {
  type Answer,
  demandCertainty,
  gather,
  option,
  repeated,
  type YesFlags,
  yesOption,
} from '../../shell/define.ts'
import { demand, misuse } from '../../shell/exit.ts'
import { previewed } from '../../shell/rows.ts'
import { oneOf, rows, text } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { pass, type ReachFlags, reachOptions } from '../desk/reach.ts'
import { assentHandles } from './handles.ts'
import {
  questionFields,
  questionLine,
  questionRow,
  questionToJson,
  questionToText,
  sentencesOf,
  shownFields,
} from './show.ts'

/** How long after the close an outcome may be told where nothing is said: a week. */
const tellingMs = 7 * 24 * 3_600_000

type AskFlags = ReachFlags & {
  readonly kind?: QuestionContent['kind']
  readonly file?: string
  readonly language?: string
  readonly also?: readonly string[]
  readonly follow?: string
  readonly to?: readonly string[]
  readonly closes?: string
  readonly tellBy?: string
  readonly effect?: QuestionContent['effect']
  readonly early?: true
  readonly later?: true
}

export function registerQuestion(program: Command, terminal: Terminal): void {
  const question = gather(
    program,
    'question',
    'one question to several parties, with one outcome: yes only if all say yes',
  )

  defineWork<AskFlags>(
    question,
    terminal,
    {
      name: 'ask',
      arguments: { '[words]': 'the question; standard input if left out' },
      summary: 'put a question to several parties at once, in the same words',
      options: [
        option('--kind <kind>', `what it is about: ${questionKinds.join(', ')}`, questionKinds),
        option('--file <path>', 'the question is in this file'),
        option('--language <tag>', 'the language of the words; en if left out'),
        repeated('--also <language=path>', 'the same question in another language, from a file'),
        option('--follow <words>', 'what follows if all say yes'),
        repeated('--to <party>', 'a party that is asked; all if left out'),
        option('--closes <time>', 'until when it is answered'),
        option('--tell-by <time>', 'until when what came of it is told; a week after it closes if left out'),
        option('--effect <effect>', 'commits: a yes binds and is final; indicates if left out', [
          'commits',
          'indicates',
        ]),
        option('--early', 'tell all as soon as all have said yes'),
        option('--later', 'only plan it at the desk'),
        ...reachOptions,
      ],
      answers: [{ question: text, handle: text, phase: oneOf('planned', 'open') }, previewed],
      examples: [
        'goodoffices question ask --kind proposal --file p.md --closes 2026-02-06T18:00+03:00 --effect commits',
        'goodoffices question ask "Could you move on this at all?" --kind move --to iran --to "united states" --closes "2026-02-06 18:00"',
      ],
      acts: true,
    },
    work => ask(work, terminal),
  )

  defineWork(
    question,
    terminal,
    {
      name: 'put',
      arguments: { '<question>': 'such as q1' },
      summary: 'put what was planned to all of them',
      answers: { question: text, handle: text },
      examples: ['goodoffices question put q1'],
      acts: true,
    },
    atDesk('Put to all', putToAll),
  )

  defineWork<RecordFlags & YesFlags>(
    question,
    terminal,
    {
      name: 'answer',
      arguments: { '<question>': 'such as q1', '<answer>': 'yes or no' },
      summary: 'answer a question; what the others learn of it is said before',
      options: [yesOption, ...recordOptions],
      answers: { question: text, handle: text },
      examples: ['goodoffices question answer q1 yes', 'goodoffices question answer q1 yes --yes'],
      more: 'A yes is final where it commits, and where all are told as soon as all have said yes: it takes --yes.',
      acts: true,
    },
    answer,
  )

  defineWork(
    question,
    terminal,
    {
      name: 'status',
      arguments: { '[question]': 'such as q1; all of them if left out' },
      summary: 'how questions stand; of one, its words, your answer, and what shows that all have said yes',
      answers: [{ questions: rows(questionFields) }, shownFields],
      examples: ['goodoffices question status', 'goodoffices question status q1'],
      acts: false,
    },
    status,
  )

  defineWork(
    question,
    terminal,
    {
      name: 'tell',
      arguments: { '<question>': 'such as q1' },
      summary: 'tell all what came of it, once it has closed',
      answers: { question: text, handle: text },
      examples: ['goodoffices question tell q1'],
      acts: true,
    },
    atDesk('Told to all', tellOutcome),
  )

  defineWork<YesFlags>(
    question,
    terminal,
    {
      name: 'withdraw',
      arguments: { '<question>': 'such as q1' },
      summary: 'withdraw it for all, before an outcome',
      options: [yesOption],
      answers: { question: text, handle: text },
      examples: ['goodoffices question withdraw q1 --yes'],
      acts: true,
    },
    work => {
      demandCertainty(work.flags)
      return atDesk('Withdrawn for all', withdrawQuestion)(work)
    },
  )

  defineWork(
    question,
    terminal,
    {
      name: 'finish',
      arguments: { '<question>': 'such as q1' },
      summary: 'take up what was cut short: to those who were not yet asked, told, or told of its withdrawal',
      answers: { question: text, handle: text },
      examples: ['goodoffices question finish q1'],
      acts: true,
    },
    atDesk('Finished', finishQuestion),
  )
}

const findAtDesk = ({ session, processOf, args: [typed = ''] }: Work<object>) => {
  const desk = onlyRoom(session, processOf(), 'desk')
  return { desk, question: findItem([desk], assentHandles.question, typed).id as QuestionId }
}

const atDesk =
  (said: string, verb: typeof putToAll) =>
  async (work: Work<object>): Promise<Answer> => {
    const { desk, question } = findAtDesk(work)
    demand(await verb(work.session, work.processOf().process, question))
    const handle = fullHandle(desk, assentHandles.question, question)
    return { text: `${said}: ${handle}`, json: { question, handle } }
  }

async function ask(
  { session, processOf, args: [typed], flags }: Work<AskFlags>,
  terminal: Terminal,
): Promise<Answer> {
  const found = processOf()
  if (flags.closes === undefined) throw misuse('closes-needed')
  const closes = readTime(flags.closes)
  const caucuses =
    flags.to === undefined
      ? caucusesIn(session, found)
      : flags.to.map(each => findCaucus(session, found, each))
  const follow = flags.follow === undefined ? {} : { follow: tidyText(flags.follow) }
  const body = await readWords(terminal, { typed, file: flags.file })
  const others = await Promise.all((flags.also ?? []).map(each => readAlso(terminal, each)))
  const plan = demand(
    planOfQuestion(session, found.process, {
      kind: flags.kind ?? 'free',
      texts: [{ language: flags.language ?? 'en', body, ...follow }, ...others],
      effect: flags.effect ?? 'indicates',
      times: {
        closes,
        tellBy: flags.tellBy === undefined ? closes + tellingMs : readTime(flags.tellBy),
        early: flags.early === true,
      },
      parties: caucuses.flatMap(({ party }) => (party === undefined ? [] : [party.party])),
    }),
  )
  const inTheirOrder = caucuses.map(({ id }) => id)
  const previews = demand(previewQuestion(session, found.process, plan)).toSorted(
    (a, b) => inTheirOrder.indexOf(a.room) - inTheirOrder.indexOf(b.room),
  )
  const passed = pass(
    session,
    previews.map((preview, at) => ({
      room: session.room(preview.room) as RoomState,
      preview,
      ...(at === previews.length - 1 ? { beside: sentences(session.room(preview.room), plan.content) } : {}),
    })),
    flags,
  )
  if ('shown' in passed) return passed.shown
  const accepted = passed.accepted.flat()
  const verb = flags.later === true ? planQuestion : askAll
  const question = demand(await verb(session, found.process, { ...plan, accepted }))
  const desk = onlyRoom(session, found, 'desk')
  const handle = fullHandle(desk, assentHandles.question, question)
  return {
    text: [
      ...(accepted.length > 0 ? [...passed.lines, ''] : []),
      flags.later === true ? `Planned: ${handle}. Nobody was asked.` : `Put to all: ${handle}`,
    ].join('\n'),
    json: { question, handle, phase: flags.later === true ? 'planned' : 'open' },
  }
}

const sentences = (room: RoomState | undefined, content: QuestionContent): readonly string[] =>
  room === undefined
    ? []
    : ['', 'Each reads before answering:', ...sentencesOf(room, content).map(each => `  ${each}`)]

async function readAlso(terminal: Terminal, typed: string) {
  const at = typed.indexOf('=')
  if (at < 1) throw misuse('language-needed', { text: typed })
  return {
    language: typed.slice(0, at),
    body: await readWords(terminal, { typed: undefined, file: typed.slice(at + 1) }),
  }
}

async function answer({
  session,
  processOf,
  args: [typed = '', said = ''],
  flags,
  terminal,
}: Work<RecordFlags & YesFlags>): Promise<Answer> {
  if (said !== 'yes' && said !== 'no') throw misuse('answer-unknown-word', { text: said })
  const { room, id } = findItem(caucusesIn(session, processOf()), assentHandles.question, typed)
  const question = id as QuestionId
  const put = room.questions[question]
  // ASNT-7: what cannot be taken back is said before.
  if (said === 'yes' && put !== undefined && isYesFinal(put.content))
    demandCertainty(flags, sentencesOf(room, put.content).join('\n  '))
  demand(
    await answerQuestion(session, room.id, {
      question,
      yes: said === 'yes',
      ...readRecorded(flags, terminal.now()),
    }),
  )
  const handle = fullHandle(room, assentHandles.question, question)
  return { text: `Answered: ${handle}`, json: { question, handle } }
}

async function status({ session, processOf, args: [typed] }: Work<object>): Promise<Answer> {
  const found = processOf()
  const desk = session.rooms(found.process).filter(({ kind }) => kind === 'desk')
  const rooms = desk.length > 0 ? desk : caucusesIn(session, found)
  if (typed !== undefined) {
    const { room, id } = findItem(rooms, assentHandles.question, typed)
    const named = { room, question: id as QuestionId }
    return { text: await questionToText(session, named), json: await questionToJson(session, named) }
  }
  const all = rooms.flatMap(room =>
    Object.values(assentHandles.question.all(room))
      .sort((a, b) => a.position - b.position)
      .map(each => ({ room, question: (each as unknown as { readonly question: QuestionId }).question })),
  )
  return {
    text:
      all.length === 0 ? 'There are no questions.' : all.map(each => questionLine(session, each)).join('\n'),
    json: { questions: all.map(each => questionRow(session, each)) },
  }
}
