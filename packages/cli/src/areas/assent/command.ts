/** Questions put to several at once: asked, answered, told of, withdrawn. */

import { answerQuestion, finishQuestion, putToAll, tellOutcome, withdrawQuestion } from '@goodoffices/client'
import { isYesFinal, type QuestionId } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { caucusesIn, findItem, onlyRoom } from '../../names/find.ts'
import { fullHandle } from '../../names/handles.ts'
import { type RecordFlags, readRecorded, recordOptions } from '../../names/words.ts'
import { type Answer, demandCertainty, gather, type YesFlags, yesOption } from '../../shell/define.ts'
import { demand, misuse } from '../../shell/exit.ts'
import { rows, text } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { type BeyondFlags, beyondOption, passMandate } from '../mandate/beyond.ts'
import { registerAsk } from './ask.ts'
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

/** What is named by all commands of one question, and answered by those that do something with it. */
const ofOne = {
  arguments: { '<question>': 'such as q1' },
  answers: { question: text, handle: text },
} as const

/** What mediators do at the desk with one that is there. */
const atDesk = [
  { name: 'put', said: 'Put to all', verb: putToAll, summary: 'put what was planned to all of them' },
  {
    name: 'tell',
    said: 'Told to all',
    verb: tellOutcome,
    summary: 'tell all what came of it, once it has closed',
  },
  {
    name: 'withdraw',
    said: 'Withdrawn for all',
    verb: withdrawQuestion,
    summary: 'withdraw it for all, before an outcome',
    isFinal: true,
  },
  {
    name: 'finish',
    said: 'Finished',
    verb: finishQuestion,
    summary: 'take up what was cut short: to those who were not yet asked, told, or told of its withdrawal',
  },
] as const

export function registerQuestion(program: Command, terminal: Terminal): void {
  const question = gather(
    program,
    'question',
    'one question to several parties, with one outcome: yes only if all say yes',
  )
  registerAsk(question, terminal)
  for (const { said, verb, name, summary, ...rest } of atDesk) {
    const isFinal = 'isFinal' in rest
    defineWork<YesFlags>(
      question,
      terminal,
      {
        ...ofOne,
        name,
        summary,
        options: isFinal ? [yesOption] : [],
        examples: [`goodoffices question ${name} q1${isFinal ? ' --yes' : ''}`],
        acts: true,
      },
      async work => {
        if (isFinal) demandCertainty(work.flags)
        return doAtDesk(work, said, verb)
      },
    )
  }
  defineWork<RecordFlags & YesFlags & BeyondFlags>(
    question,
    terminal,
    {
      ...ofOne,
      name: 'answer',
      arguments: { ...ofOne.arguments, '<answer>': 'yes or no' },
      summary: 'answer a question; what the others learn of it is said before',
      options: [yesOption, beyondOption, ...recordOptions],
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
}

async function doAtDesk(
  { session, processOf, args: [typed = ''] }: Work<object>,
  said: string,
  verb: typeof putToAll,
): Promise<Answer> {
  const found = processOf()
  const desk = onlyRoom(session, found, 'desk')
  const question = findItem([desk], assentHandles.question, typed).id as QuestionId
  demand(await verb(session, found.process, question))
  const handle = fullHandle(desk, assentHandles.question, question)
  return { text: `${said}: ${handle}`, json: { question, handle } }
}

async function answer({
  session,
  processOf,
  args: [typed = '', said = ''],
  flags,
  terminal,
}: Work<RecordFlags & YesFlags & BeyondFlags>): Promise<Answer> {
  if (said !== 'yes' && said !== 'no') throw misuse('answer-unknown-word', { text: said })
  const { room, id } = findItem(caucusesIn(session, processOf()), assentHandles.question, typed)
  const question = id as QuestionId
  const put = room.questions[question]
  // ASNT-7: what cannot be taken back is said before.
  if (said === 'yes' && put !== undefined && isYesFinal(put.content))
    demandCertainty(flags, sentencesOf(room, put.content).join('\n  '))
  const act = { kind: 'assent.answer', question, yes: said === 'yes', adherence: '' } as const
  const { notes } = passMandate(session, [{ room, act }], flags)
  demand(
    await answerQuestion(session, room.id, {
      question,
      yes: said === 'yes',
      with: notes,
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
