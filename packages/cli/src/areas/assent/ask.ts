/** `question ask`, and what other commands ask by it: one question to several, shown before it goes. */

import {
  askAll,
  planOfQuestion,
  planQuestion,
  previewQuestion,
  type QuestionDraft,
} from '@goodoffices/client'
import {
  type ItemId,
  type PartyCard,
  type QuestionContent,
  questionKinds,
  type RoomState,
  tidyText,
} from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { caucusesIn, findCaucus, findItem, onlyRoom } from '../../names/find.ts'
import { fullHandle } from '../../names/handles.ts'
import { readTime, readWords } from '../../names/words.ts'
import { type Answer, option, repeated } from '../../shell/define.ts'
import { demand, misuse } from '../../shell/exit.ts'
import { previewed } from '../../shell/rows.ts'
import { oneOf, text } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { pass, type ReachFlags, reachOptions } from '../desk/reach.ts'
import { itemHandles } from '../item/handles.ts'
import { assentHandles } from './handles.ts'
import { sentencesOf } from './show.ts'

/** How long after the close an outcome may be told where nothing is said: a week. */
const tellingMs = 7 * 24 * 3_600_000

/** What every command takes that asks all at once. */
export type AskFlags = ReachFlags & {
  readonly file?: string
  readonly language?: string
  readonly also?: readonly string[]
  readonly follow?: string
  readonly to?: readonly string[]
  readonly closes?: string
  readonly tellBy?: string
  readonly effect?: QuestionContent['effect']
  readonly answeredBy?: QuestionContent['answeredBy']
  readonly early?: true
  readonly later?: true
}

export const askOptions = [
  option('--file <path>', 'the question is in this file'),
  option('--language <tag>', 'the language of the words; en if left out'),
  repeated('--also <language=path>', 'the same question in another language, from a file'),
  option('--follow <words>', 'what follows if all say yes'),
  repeated('--to <party>', 'a party that is asked; all but third parties if left out'),
  option('--closes <time>', 'until when it is answered'),
  option('--tell-by <time>', 'until when what came of it is told; a week after it closes if left out'),
  option('--effect <effect>', 'commits: a yes binds and is final; indicates if left out', [
    'commits',
    'indicates',
  ]),
  option('--answered-by <who>', 'of what commits, whose yes it takes: leads if left out', ['leads', 'binds']),
  option('--early', 'tell all as soon as all have said yes'),
  option('--later', 'only plan it at the desk'),
  ...reachOptions,
]

export const askAnswers = [{ question: text, handle: text, phase: oneOf('planned', 'open') }, previewed]

type Kinded = AskFlags & {
  readonly kind?: QuestionContent['kind']
  readonly title?: string
  readonly gives?: readonly string[]
}

export function registerAsk(parent: Command, terminal: Terminal): void {
  defineWork<Kinded>(
    parent,
    terminal,
    {
      name: 'ask',
      arguments: { '[words]': 'the question; standard input if left out' },
      summary: 'put a question to several parties at once, in the same words',
      options: [
        option('--kind <kind>', `what it is about: ${questionKinds.join(', ')}`, questionKinds),
        option('--title <words>', 'of a proposal, what it is called once all have said yes'),
        repeated(
          '--gives <item>',
          'of an exchange, what a party would give, as it stands in its caucus; once each',
        ),
        ...askOptions,
      ],
      answers: askAnswers,
      examples: [
        'goodoffices question ask "Shall each know who comes?" --kind exchange --gives caucus:iran/i1 --gives "caucus:united states/i1" --closes "2026-02-06 18:00"',
        'goodoffices question ask --kind proposal --title "Text of 30 May" --file p.md --closes 2026-02-06T18:00+03:00 --effect commits',
        'goodoffices question ask "Could you move on this at all?" --kind move --to iran --to "united states" --closes "2026-02-06 18:00"',
      ],
      acts: true,
    },
    work => {
      const { kind = 'free', title } = work.flags
      const thing =
        title === undefined ? {} : { thing: { register: 'proposal', fields: { title: tidyText(title) } } }
      return ask(work, { kind, ...thing, ...givesOf(work) })
    },
  )
}

/** MEET-7: each a thing in the caucus of the party that would give it. */
function givesOf({ session, processOf, flags }: Work<Kinded>): Pick<QuestionDraft, 'gives'> {
  if (flags.gives === undefined) return {}
  const caucuses = caucusesIn(session, processOf())
  const gives = flags.gives.flatMap(typed => {
    const { room, id } = findItem(caucuses, itemHandles.item, typed)
    return room.party === undefined ? [] : [{ party: room.party.party, item: id as ItemId }]
  })
  return { gives }
}

/** Asks by the flags that every such command takes. `about`: what the command itself says of it. */
export async function ask(
  work: Work<AskFlags>,
  about: Pick<
    QuestionDraft,
    'kind' | 'issue' | 'stage' | 'moves' | 'thing' | 'anew' | 'concerning' | 'item' | 'gives'
  >,
): Promise<Answer> {
  const { session, processOf, flags } = work
  const found = processOf()
  if (flags.closes === undefined) throw misuse('closes-needed')
  const closes = readTime(flags.closes)
  const caucuses =
    flags.to === undefined
      ? caucusesIn(session, found).filter(({ party }) => party?.kind === 'party' && !party.hidden)
      : flags.to.map(each => findCaucus(session, found, each))
  const plan = demand(
    planOfQuestion(session, found.process, {
      ...about,
      texts: await readTexts(work),
      effect: flags.effect ?? 'indicates',
      ...(flags.answeredBy === undefined ? {} : { answeredBy: flags.answeredBy }),
      times: {
        closes,
        tellBy: flags.tellBy === undefined ? closes + tellingMs : readTime(flags.tellBy),
        early: flags.early === true,
      },
      parties: caucuses.flatMap(({ party }: { readonly party?: PartyCard }) =>
        party === undefined ? [] : [party.party],
      ),
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
  const isLater = flags.later === true
  const question = demand(
    await (isLater ? planQuestion : askAll)(session, found.process, { ...plan, accepted }),
  )
  const handle = fullHandle(onlyRoom(session, found, 'desk'), assentHandles.question, question)
  return {
    text: [
      ...(accepted.length > 0 ? [...passed.lines, ''] : []),
      isLater ? `Planned: ${handle}. Nobody was asked.` : `Put to all: ${handle}`,
    ].join('\n'),
    json: { question, handle, phase: isLater ? 'planned' : 'open' },
  }
}

const sentences = (room: RoomState | undefined, content: QuestionContent): readonly string[] =>
  room === undefined
    ? []
    : ['', 'Each reads before answering:', ...sentencesOf(room, content).map(each => `  ${each}`)]

/** The question in the language of the flags, and in those of the files beside it. */
async function readTexts({ terminal, args: [typed], flags }: Work<AskFlags>) {
  const follow = flags.follow === undefined ? {} : { follow: tidyText(flags.follow) }
  const body = await readWords(terminal, { typed, file: flags.file })
  const others = await Promise.all((flags.also ?? []).map(each => readAlso(terminal, each)))
  return [{ language: flags.language ?? 'en', body, ...follow }, ...others]
}

async function readAlso(terminal: Terminal, typed: string) {
  const at = typed.indexOf('=')
  if (at < 1) throw misuse('language-needed', { text: typed })
  return {
    language: typed.slice(0, at),
    body: await readWords(terminal, { typed: undefined, file: typed.slice(at + 1) }),
  }
}
