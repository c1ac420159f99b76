/** A question as it is read in the shell: by those who were asked, in their caucus; by mediators, at the desk, with who has answered. */

import {
  broughtLines,
  isProved,
  type Proved,
  provesOf,
  type Session,
  sayMoves,
  timeIn,
  yesMeans,
} from '@goodoffices/client'
import {
  type Answer,
  countingAnswer,
  type ItemContent,
  phaseOf,
  planPhaseOf,
  type Question,
  type QuestionId,
  type QuestionPlan,
  type RoomState,
  standingsOf,
} from '@goodoffices/core'
import { fullHandle } from '../../names/handles.ts'
import { indent, printable, timeToText } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { count, oneOf, openRows, rows, text, time, yesNo } from '../../shell/shape.ts'
import { writingIn } from '../item/writing.ts'
import { assentHandles } from './handles.ts'

const phases = ['planned', 'open', 'closed', 'match', 'no-match', 'lapsed', 'withdrawn'] as const

/** CLI-12: what lists and single ones have alike; nothing of it says what anybody answered. */
export const questionFields = {
  question: text,
  handle: text,
  kind: text,
  texts: openRows({ language: text, body: text }),
  effect: oneOf('commits', 'indicates'),
  closes: time,
  tellBy: time,
  phase: oneOf(...phases),
  parties: rows({ party: text, name: text, answered: yesNo }),
}

/** Of one that is asked for by its name, what its reader may know of the answers. */
export const shownFields = {
  ...questionFields,
  answers: openRows({ party: text, yes: yesNo, at: time, changes: count }),
  proofs: rows({ party: text, name: text, proof: oneOf('signed', 'recorded', 'word', 'none') }),
  'proved?': yesNo,
}

type Named = { readonly room: RoomState; readonly question: QuestionId }
type Put = { readonly name: string; readonly party: string; readonly question: Question | undefined }

/** By name, so that nobody stands first for another reason. */
const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : 1

const plansOf = ({ room, question }: Named): QuestionPlan | Question | undefined =>
  room.kind === 'desk' ? room.questionPlans[question] : room.questions[question]

/** Whom the reader sees the answers of: at the desk all who were asked, in a caucus the party itself. */
function putTo(session: Session, { room, question }: Named): readonly Put[] {
  const plan = room.questionPlans[question]
  if (room.kind !== 'desk' || plan === undefined) {
    const own = room.questions[question]
    return [{ name: room.party?.name ?? '', party: room.party?.party ?? '', question: own }]
  }
  return standingsOf(plan, id => session.room(id))
    .map(({ party, question: put }) => ({
      name: plan.content.parties.find(each => each.party === party)?.name ?? '',
      party,
      question: put,
    }))
    .toSorted(byName)
}

const answerOf = ({ question }: Put): Answer | undefined =>
  question === undefined ? undefined : countingAnswer(question)

function phaseNow(session: Session, named: Named) {
  const plan = plansOf(named)
  if (plan === undefined) return 'planned'
  const now = timeIn(session, named.room.id)
  return 'asked' in plan ? planPhaseOf(plan, now) : phaseOf(plan, now)
}

export function questionRow(session: Session, named: Named) {
  const plan = plansOf(named)
  if (plan === undefined) throw new Error('a question that was listed is not there')
  const { kind, texts, effect, times } = plan.content
  return {
    question: named.question,
    handle: fullHandle(named.room, assentHandles.question, named.question),
    kind,
    texts,
    effect,
    closes: times.closes,
    tellBy: times.tellBy,
    phase: phaseNow(session, named),
    parties: putTo(session, named).map(put => ({
      party: put.party,
      name: put.name,
      answered: answerOf(put) !== undefined,
    })),
  }
}

const provedOf = async (session: Session, named: Named): Promise<readonly Proved[]> =>
  (await proofsIn(session, named)).toSorted(byName)

/** In a caucus what was told there; at the desk what the first caucus was told, which is what all were. */
async function proofsIn(session: Session, named: Named): Promise<readonly Proved[]> {
  const { room, question } = named
  const plan = room.questionPlans[question]
  if (room.kind !== 'desk' || plan === undefined) {
    const put = room.questions[question]
    return put === undefined ? [] : provesOf(session, room, put)
  }
  const [first] = standingsOf(plan, id => session.room(id))
  return first?.caucus === undefined || first.question === undefined
    ? []
    : provesOf(session, first.caucus, first.question)
}

export async function questionToJson(session: Session, named: Named) {
  const proofs = await provedOf(session, named)
  return {
    ...questionRow(session, named),
    answers: putTo(session, named).flatMap(put => {
      const answer = answerOf(put)
      const changes = (put.question?.answers.length ?? 1) - 1
      return answer === undefined ? [] : [{ party: put.party, yes: answer.yes, at: answer.time, changes }]
    }),
    proofs,
    ...(proofs.length === 0 ? {} : { proved: isProved(proofs) }),
  }
}

/** One line: what it is, how it stands, who has answered. */
export function questionLine(session: Session, named: Named): string {
  const { terms, choices, fields } = writingIn(named.room).vocabulary
  const { handle, kind, phase, closes, parties } = questionRow(session, named)
  // Of one that moves a day, that it does: which and to when, the lines below it say.
  const about = plansOf(named)?.content.moves === undefined ? choices[`kind.${kind}`] : fields['moves']
  const answered = parties.filter(each => each.answered).length
  return `${handle}  ${about}  ${terms[`phase.${phase}`]}  until ${timeToText(closes)}  ${terms.answered} ${answered}/${parties.length}`
}

/** What a party reads before it answers, and what mediators read that it reads. */
export function sentencesOf(room: RoomState, { effect, times }: Question['content']): readonly string[] {
  const { terms } = writingIn(room).vocabulary
  return [
    terms['who-sees'],
    terms['all-yes'],
    terms.else,
    terms['what-is-learnt'],
    terms[yesMeans({ effect, times })],
    terms.silence,
    ...(times.early ? [terms['told-early']] : []),
  ]
}

/** MEET-7: what of one's own a yes gives, as it was asked about. */
function ownIn({ room, question }: Named): ItemContent | undefined {
  const own = room.questions[question]?.own
  const known = own === undefined ? undefined : room.items[own.item]
  const revision = own === undefined ? undefined : known?.revisions[own.rev - 1]
  return known === undefined || revision === undefined
    ? undefined
    : { register: known.register, fields: revision.fields }
}

/** ASNT-26: what it puts where all say yes, a line a field. */
function thingLines(
  room: RoomState,
  thing: ItemContent | undefined,
  said: 'would-be-put' | 'would-be-given',
): readonly string[] {
  if (thing === undefined) return []
  const w = writingIn(room)
  return [
    `  ${w.vocabulary.terms[said]}`,
    ...broughtLines(w, thing).map(({ label, text }) => `    ${printable(label)}: ${printable(text)}`),
  ]
}

/** AGEN-9: which deadline of the table moves, and to when; the day alone to whoever is not at the table. */
function movesLines(session: Session, room: RoomState, { moves }: Question['content']): readonly string[] {
  if (moves === undefined) return []
  const rooms = session.rooms(room.process.process)
  const at = rooms.find(({ kind }) => kind === 'table') ?? room
  return sayMoves(writingIn(at), moves).map(line => `  ${withoutMarks(line)}`)
}

export async function questionToText(session: Session, named: Named): Promise<string> {
  const plan = plansOf(named)
  if (plan === undefined) throw new Error('a question that was listed is not there')
  const { room } = named
  const { terms, fields } = writingIn(room).vocabulary
  const proofs = await provedOf(session, named)
  return [
    questionLine(session, named),
    ...plan.content.texts.flatMap(({ language, body, follow }) => [
      `  ${language}:`,
      indent(printable(body)),
      ...(follow === undefined ? [] : [`  ${fields['follow'] ?? ''}:`, indent(printable(follow))]),
    ]),
    ...movesLines(session, room, plan.content),
    ...thingLines(room, plan.content.thing, 'would-be-put'),
    ...thingLines(room, ownIn(named), 'would-be-given'),
    ...(phaseNow(session, named) === 'open' ? sentencesOf(room, plan.content).map(each => `  ${each}`) : []),
    ...putTo(session, named).map(put => {
      const answer = answerOf(put)
      const said = answer === undefined ? terms.unanswered : terms[answer.yes ? 'answer-yes' : 'answer-no']
      return `  ${printable(put.name)}: ${said}${answer?.recorded === undefined ? '' : ` (${terms['proof.recorded']})`}`
    }),
    ...proofs.map(({ name, proof }) => `  ${printable(name)}: ${terms[`proof.${proof}`]}`),
    ...(isProved(proofs) ? [] : [`  !! ${terms['not-proved']}`]),
  ].join('\n')
}
