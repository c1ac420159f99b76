/** What a mediator types, as the acts that write it: ids kept through retyping, on what stands now, and names of parties beside the words. */

import {
  type Act,
  type AlternativeId,
  type Bracketed,
  type BracketId,
  bothAsAlternatives,
  type ClauseId,
  type ClauseKind,
  type ClauseVersion,
  clausesOf,
  currentOf,
  type Insertion,
  keepIds,
  liftNames,
  orderBetween,
  type PartyId,
  type Piece,
  type RoomId,
  type RoomState,
  redlineWords,
  type SayingId,
  type TextId,
  tieChoices,
  type VersionId,
  type WordingProposal,
  wordingOf,
} from '@goodoffices/core'
import { newId } from '../../process/id.ts'
import { fail, ok, type Result } from '../../result.ts'
import { draftingIn } from './reading.ts'

type Add = Extract<Act, { readonly kind: 'text.clause' }>
export type WriteAct = Extract<Act, { readonly kind: 'text.write' }>
type Support = Extract<Act, { readonly kind: 'text.support' }>
export type TellAct = Extract<Act, { readonly kind: 'draft.answer' }>
export type Outcome = TellAct['outcome']

export const fresh = { bracket: () => newId<BracketId>(), option: () => newId<AlternativeId>() }

/** TXT-27: what words of a side change in a clause: the brackets that it typed anew are those that stood there. */
export const redlineOfProposal = (was: Bracketed, body: string): readonly Piece[] =>
  redlineWords(was, { words: body, choices: keepIds(was, body, fresh).choices })

/** What is typed of a clause in one language. */
export type Typed = {
  readonly clause: ClauseId
  readonly language: string
  readonly heading?: string
  readonly body?: string
  readonly editorial?: true
  /** The version that its author saw; that which stands now where it is left out, none where it is null. */
  readonly seen?: VersionId | null
}

export type Composed = {
  readonly write: WriteAct
  /** Who is said to want which wording: lifted out of the words. */
  readonly supports: readonly Support[]
  /** Wordings that might as well be others of before: the mediator is asked. */
  readonly unsure: readonly AlternativeId[]
}

export const bracketed = (version: ClauseVersion | undefined) => ({
  words: version?.body ?? '',
  choices: version?.choices ?? [],
})

/** What stands in the drafting language, where that is another. */
function draftedOf(desk: RoomState, clause: ClauseId, language: string): ClauseVersion | undefined {
  const row = desk.clauses[clause]
  const drafting = row === undefined ? undefined : draftingIn(desk.workingTexts[row.text] ?? {})
  return row === undefined || drafting === undefined || drafting === language
    ? undefined
    : currentOf(row, drafting)
}

/** The version in the drafting language that another language renders by being written now. */
function followed(desk: RoomState, clause: ClauseId, language: string): { readonly follows?: VersionId } {
  const drafted = draftedOf(desk, clause, language)
  return drafted === undefined ? {} : { follows: drafted.version }
}

/** Writes on what its author saw; choices that are new are tied to those of the drafting language (TXT-56). The heading that stands there stays where none is typed. */
export function composeWriting(desk: RoomState, { clause, language, body, seen, ...typed }: Typed): Composed {
  const row = desk.clauses[clause]
  const current =
    seen === undefined
      ? row === undefined
        ? undefined
        : currentOf(row, language)
      : row?.versions.find(({ version }) => version === seen)
  const names = new Map(Object.values(desk.parties).map(({ name, party }) => [name, party]))
  const lifted = liftNames(body ?? '', name => names.has(name))
  const { choices: own, unsure } = keepIds(bracketed(current), lifted.words, fresh)
  const { choices: other = [] } = draftedOf(desk, clause, language) ?? {}
  const choices = tieChoices(own, { before: current?.choices ?? [], other })
  const options = choices.flatMap(each => each.options)
  const heading = typed.heading ?? current?.heading
  return {
    write: {
      kind: 'text.write',
      clause,
      language,
      version: newId<VersionId>(),
      ...(current === undefined ? {} : { upon: current.version }),
      ...(heading === undefined ? {} : { heading }),
      ...(body === undefined ? {} : { body: lifted.words }),
      ...(choices.length === 0 ? {} : { choices }),
      ...followed(desk, clause, language),
      ...(typed.editorial === undefined ? {} : { editorial: typed.editorial }),
    },
    supports: lifted.wanted.flatMap(({ option, names: wanting }) =>
      wanting.flatMap((name): readonly Support[] => {
        const [alternative, party] = [options[option], names.get(name)]
        return alternative === undefined || party === undefined
          ? []
          : [{ kind: 'text.support', clause, alternative, party, support: 'wants' }]
      }),
    ),
    unsure,
  }
}

export type Placing = {
  readonly text: TextId
  readonly clauseKind: ClauseKind
  readonly upper?: ClauseId
  /** The clause that it comes behind; absent: at the end. */
  readonly behind?: ClauseId
  readonly insertedAs?: Insertion
}

/** A new clause behind another, or at the end of what it stands under. */
export function composeClause(
  desk: RoomState,
  { text, clauseKind, upper, behind, insertedAs }: Placing,
): Add {
  const siblings = clausesOf(desk, text).filter(each => each.upper === upper)
  const at =
    behind === undefined ? siblings.length - 1 : siblings.findIndex(({ clause }) => clause === behind)
  const order = orderBetween(siblings[at]?.order, siblings[at + 1]?.order)
  return {
    kind: 'text.clause',
    text,
    clause: newId<ClauseId>(),
    clauseKind,
    ...(upper === undefined ? {} : { upper }),
    order: order ?? `${siblings[at]?.order ?? ''}m`,
    ...(insertedAs === undefined ? {} : { insertedAs }),
  }
}

/**
 * TXT-15: the rivals of a clause ended: by what stands, by one of them, or by both as alternatives. Fails with `version-stale` where there is
 * no such rival, and with `choices-differ` where both cannot stand as one choice.
 */
export function settleRivals(
  desk: RoomState,
  { clause, language }: Pick<Typed, 'clause' | 'language'>,
  by: 'what-stands' | 'both' | VersionId,
): Result<WriteAct> {
  const row = desk.clauses[clause]
  const wording = row === undefined ? undefined : wordingOf(row, language)
  const [first] = wording?.rivals ?? []
  const rival = wording?.rivals.find(({ version }) => version === by) ?? first
  const { current } = wording ?? {}
  if (rival === undefined || current === undefined) return fail('version-stale')
  const both = by === 'both' ? bothAsAlternatives(bracketed(current), bracketed(rival), fresh) : undefined
  if (by === 'both' && both === undefined) return fail('choices-differ')
  const chosen = by === 'what-stands' || by === 'both' ? current : rival
  const { heading, body, choices } = {
    ...chosen,
    ...(both === undefined ? {} : { body: both.words, choices: both.choices }),
  }
  return ok({
    kind: 'text.write',
    clause,
    language,
    version: newId<VersionId>(),
    upon: current.version,
    ...(heading === undefined ? {} : { heading }),
    ...(body === undefined ? {} : { body }),
    ...(choices === undefined || choices.length === 0 ? {} : { choices }),
    ...followed(desk, clause, language),
    settles: (by === 'both' ? [rival] : (wording?.rivals ?? [])).map(({ version }) => version),
  })
}

type Step = { readonly room: RoomId; readonly act: Act }

/** Words that a side proposed, as they stand in its room. */
export type ProposedThere = { readonly room: RoomState; readonly wording: WordingProposal }

/** In or out: how words stand that nobody but their side has seen. */
export function bracketWhole(body: string): Pick<WriteAct, 'body' | 'choices'> {
  const words = `[${body}]`
  return { body: words, choices: keepIds(undefined, words, fresh).choices }
}

/** Beside what stands, as one choice of both. */
function besideCurrent(current: ClauseVersion, body: string): Pick<WriteAct, 'body' | 'choices'> | undefined {
  const proposed = { words: body, choices: keepIds(undefined, body, fresh).choices }
  const both = bothAsAlternatives(bracketed(current), proposed, fresh)
  return both === undefined ? undefined : { body: both.words, choices: both.choices }
}

/** What a side proposed, as one of two wordings of which one will stand; of a new clause, as one that is in or out. */
function composeTaking(
  desk: RoomState,
  { wording: { clause, behind, language, body } }: ProposedThere,
): Result<{ readonly added?: Add; readonly write: WriteAct }> {
  const row = desk.clauses[clause ?? behind ?? ('' as ClauseId)]
  if (row === undefined) return fail('clause-unknown')
  const { text, clauseKind, upper } = row
  const placing = { text, clauseKind, behind: row.clause, ...(upper === undefined ? {} : { upper }) }
  const added = clause === undefined ? composeClause(desk, placing) : undefined
  const current = clause === undefined ? undefined : currentOf(row, language)
  const words = current?.body === undefined ? bracketWhole(body) : besideCurrent(current, body)
  if (words === undefined) return fail('choices-differ')
  return ok({
    ...(added === undefined ? {} : { added }),
    write: {
      kind: 'text.write',
      clause: added?.clause ?? row.clause,
      language,
      version: newId<VersionId>(),
      ...(current === undefined ? {} : { upon: current.version }),
      ...(current?.heading === undefined ? {} : { heading: current.heading }),
      ...words,
      ...followed(desk, row.clause, language),
    },
  })
}

/** The wording that a writing puts beside what stood: the last of the first choice that was not there. */
function newOption(desk: RoomState, { clause, language, choices = [] }: WriteAct): AlternativeId | undefined {
  const row = desk.clauses[clause]
  const before = row === undefined ? undefined : currentOf(row, language)
  const known = new Set(before?.choices?.map(({ bracket }) => bracket))
  return choices.find(({ bracket }) => !known.has(bracket))?.options.at(-1)
}

/** Whether what is in or out by it stands already, and the side would take it away. */
function isTakenAway(
  desk: RoomState,
  { clause, language, choices = [] }: WriteAct,
  { alternative, body }: { readonly alternative: AlternativeId | undefined; readonly body: string },
): boolean {
  const row = desk.clauses[clause]
  const stood = row === undefined ? undefined : currentOf(row, language)?.body
  const isAlone = choices.some(({ options }) => options.length === 1 && options[0] === alternative)
  return stood !== undefined && isAlone && body.length < stood.length
}

type Wanting = { readonly party: PartyId; readonly body: string; readonly source?: Support['source'] }

/** Who wants what a writing puts beside what stood; where it would take words away, who opposes what stands. Nothing, where it puts none beside. */
export function supportOf(
  desk: RoomState,
  write: WriteAct,
  { party, body, source }: Wanting,
): readonly Support[] {
  const alternative = newOption(desk, write)
  if (alternative === undefined) return []
  const isLess = isTakenAway(desk, write, { alternative, body })
  return [
    {
      kind: 'text.support',
      clause: write.clause,
      alternative,
      party,
      support: isLess ? 'opposes' : 'wants',
      ...(source === undefined ? {} : { source }),
    },
  ]
}

/**
 * TXT-54: what a side proposed, taken in beside what stands, with whose it is and where it comes from; and that side told. Fails with
 * `choices-differ` where both cannot stand as one choice, as where they are the same.
 */
export function takeIn(desk: RoomState, proposed: ProposedThere): Result<readonly Step[]> {
  const { room, wording } = proposed
  const composed = composeTaking(desk, proposed)
  if (!composed.ok) return composed
  const { added, write } = composed.value
  const party = room.members[wording.by]?.party ?? room.party?.party
  const source = { room: room.id, item: wording.wording }
  const support = party === undefined ? [] : supportOf(desk, write, { party, body: wording.body, source })
  return ok([
    ...[...(added === undefined ? [] : [added]), write, ...support].map(act => ({ room: desk.id, act })),
    {
      room: room.id,
      act: { kind: 'draft.answer', answered: wording.wording as string as SayingId, outcome: 'taken' },
    },
  ])
}

type Place = Extract<Act, { readonly kind: 'text.place' }>

/** A clause before the one above it, or behind the one below, of those that it stands among; undefined where there is none. */
export function composeMove(desk: RoomState, clause: ClauseId, way: 'up' | 'down'): Place | undefined {
  const row = desk.clauses[clause]
  if (row === undefined) return undefined
  const among = clausesOf(desk, row.text).filter(({ upper }) => upper === row.upper)
  const at = among.indexOf(row)
  const neighbour = among[way === 'up' ? at - 1 : at + 1]
  if (neighbour === undefined) return undefined
  const beyond = among[way === 'up' ? at - 2 : at + 2]
  const [before, after] = way === 'up' ? [beyond, neighbour] : [neighbour, beyond]
  const order = orderBetween(before?.order, after?.order)
  if (order === undefined) return undefined
  const { upper } = row
  return { kind: 'text.place', clause, ...(upper === undefined ? {} : { upper }), order, seenAs: row.places }
}
