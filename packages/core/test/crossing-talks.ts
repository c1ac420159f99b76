/** Two caucuses and a desk for what crosses: Avalon has put its figure and contested one; Borduria has the matter. */

import {
  type Conveyance,
  checkConveyance,
  type ItemPassage,
  type MarkPassage,
  type Origin,
  type RoomState,
  rulesNumber,
  type Thing,
} from '../src/index.ts'
import { caucusA, caucusB, deskRoom, must, opened, partyA, planOf } from './cast.ts'

export const withRules = (room: RoomState): RoomState => {
  must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
  return room
}

export const matter = (item: string, changes: Record<string, unknown> = {}) => ({
  kind: 'item.put',
  item,
  register: 'matter',
  rev: 1,
  fields: { kind: 'figure', title: 'Flow of the spring' },
  ...changes,
})
export const method = 'By the weir at Oldbridge, for 31 nights'
export const fieldsOf = (changes: Record<string, unknown> = {}) => ({
  matter: 'matter-a1',
  of: 'Avalon',
  figure: { kind: 'exactly', value: '108000' },
  method,
  ...changes,
})
export const version = (changes: Record<string, unknown> = {}, fields: Record<string, unknown> = {}) => ({
  kind: 'item.put',
  item: 'version-a1',
  register: 'version',
  rev: 1,
  fields: fieldsOf(fields),
  ...changes,
})
export const contested = (changes: Record<string, unknown> = {}) => ({
  kind: 'item.mark',
  item: 'version-a1',
  rev: 1,
  verb: 'contested',
  note: 'Counted after rain.',
  ...changes,
})

/** Avalon has put its figure and contested one; Borduria's caucus has the matter. */
export function talks() {
  const [source, recipient, desk] = [withRules(caucusA()), withRules(caucusB()), withRules(deskRoom())]
  must(source, 'lead', matter('matter-a1'))
  must(source, 'headA', version())
  must(source, 'headA', contested())
  must(recipient, 'lead', matter('matter-b1'))
  return { source, recipient, desk }
}
export type Talks = ReturnType<typeof talks>

export const figure: ItemPassage = { item: 'version-a1' as never, rev: 1, fields: ['figure'] }
export const word: MarkPassage = { item: 'version-a1' as never, mark: 1 }

let asks = 0
export function release(
  room: RoomState,
  passage: ItemPassage | MarkPassage,
  marking: string,
  answer = 'release.give',
) {
  const ask = `ask-${String((asks += 1)).padStart(5, '0')}`
  must(room, 'lead', { kind: 'release.ask', ask, passage, marking })
  must(room, 'headA', { kind: answer, ask, ...(answer === 'release.give' ? { marking } : {}) })
}

export const ofItem = ({ source }: Talks, changes: Partial<ItemPassage> = {}): Origin => ({
  kind: 'item',
  room: source.id,
  ...figure,
  ...changes,
})
export const ofMark = ({ source }: Talks, mark = 1): Origin => ({
  kind: 'mark',
  room: source.id,
  ...word,
  mark,
})
/** The figure as Borduria is to have it. */
export const brought = (changes: Record<string, unknown> = {}): Thing => ({
  register: 'version',
  fields: {
    matter: 'matter-b1',
    of: 'The other side',
    figure: { kind: 'exactly', value: '108000' },
    ...changes,
  },
})
export const said = (changes: Record<string, unknown> = {}): Thing =>
  ({ item: 'version-b1', rev: 1, verb: 'contested', note: 'It had rained.', ...changes }) as Thing
export const itemPlan = (sides: Talks, changes: Partial<Conveyance> = {}): Conveyance =>
  planOf(sides.source, sides.recipient, {
    origin: ofItem(sides),
    wording: 'They give a figure.',
    thing: brought(),
    ...changes,
  })
export const markPlan = (sides: Talks, changes: Partial<Conveyance> = {}): Conveyance =>
  itemPlan(sides, { origin: ofMark(sides), as: 'attributed', thing: said(), ...changes })
export const check = (sides: Talks, plan: Conveyance): string => {
  const result = checkConveyance(plan, sides)
  return result.ok ? 'ok' : result.error.code
}

export const dovonia = (): RoomState =>
  withRules(
    opened('lead', { kind: 'caucus', party: { ...partyA, party: 'party-dd' as never, name: 'Dovonia' } }),
  )
export const prepare = (conveyance: Conveyance) => ({ kind: 'carry.prepare', conveyance })
export const own = { origin: { kind: 'mediators' }, as: 'verbatim' } as const
export const passage = (room: RoomState, message: string, part?: string): Origin => ({
  kind: 'passage',
  room: room.id,
  passage: { message: message as never, ...(part === undefined ? {} : { part: part as never }) },
})
