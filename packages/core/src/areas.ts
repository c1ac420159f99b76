/** What follows from the list of areas. Everything that must know every act, refusal, item or state asks here. */

import type * as v from 'valibot'
import * as list from './areas/list.ts'
import { learnRegisters } from './item/registry.ts'
import { type Checked, fail, ok } from './result.ts'
import type {
  ActOf,
  ActSpec,
  Area,
  Bringing,
  CodeOf,
  EventKindOf,
  ItemOf,
  KindOf,
  Opening,
  StateOf,
} from './room/area.ts'
import { textsIn, type Worded, wordedIn } from './room/fields.ts'
import type { Member, Room } from './room/state.ts'
import { textFault } from './text/rule.ts'

/** Each area stands in the list under its own name. */
const areas = list satisfies { readonly [N in keyof typeof list]: { readonly name: N } }

export type Areas = (typeof areas)[keyof typeof areas]
export type AreaName = Areas['name']
export type Act = ActOf<Areas>
export type ActKind = KindOf<Areas>
/** Acts that stand in the order of a room by themselves. */
export type EventKind = EventKindOf<Areas>
export type EventAct = Extract<Act, { readonly kind: EventKind }>
/** The codes with which some area refuses an act. */
export type AreaCode = CodeOf<Areas>
export type RoomState = Room & StateOf<Areas>
export type AreaItem = ItemOf<Areas>

/** An area and an act as whoever asks all of them alike sees them. */
type AnyArea = Area<string, object, readonly AnySpec[], RoomState, AreaItem>
type AnySpec = Omit<ActSpec<ActKind, v.ObjectEntries, RoomState, AreaCode>, 'brings'> & {
  readonly about: (act: Act) => string
  readonly check: (room: RoomState, author: Member, act: Act) => Checked<AreaCode>
  readonly checkPlaced?: (room: RoomState, act: Act, placed: number) => Checked<AreaCode>
  readonly ends?: (act: Act) => number
  readonly sinceOf?: (act: Act) => number
  readonly brings?: Bringing<RoomState, Act, Act>
}

/** All of them, for whoever asks each the same. */
export const allAreas = Object.values(areas) as unknown as readonly AnyArea[]

// Before any act is judged: what is put is read by its register.
learnRegisters(allAreas.flatMap(({ registers = [] }) => registers))

const specs: ReadonlyMap<string, AnySpec> = new Map(
  allAreas.flatMap(({ acts }) => acts.map(spec => [spec.kind, spec] as const)),
)

export const actKinds: readonly ActKind[] = [...specs.values()].map(({ kind }) => kind)

/** All that is true of one kind of act; undefined for a kind that this version does not know. */
export const findSpec = (kind: string): AnySpec | undefined => specs.get(kind)

export function specOf({ kind }: { readonly kind: ActKind }): AnySpec {
  const spec = specs.get(kind)
  if (spec === undefined) throw new Error(`no area has this act: ${kind}`)
  return spec
}

/** Every free text of an act, names and days among them, with the path at which it stands. */
export const textsOfAct = (act: Act): readonly Worded[] => {
  const { fields, words } = specOf(act)
  const held = act as unknown as Readonly<Record<string, unknown>>
  return [
    ...Object.entries(fields).flatMap(([name, schema]) =>
      wordedIn(schema as v.GenericSchema, held[name], name),
    ),
    ...(words?.(act) ?? []),
  ]
}

/** Whether a path lies in what brings somebody in: what they are known for there is told by the act too. */
const isIntroduced = (act: Act, path: string): boolean =>
  (specOf(act).introduces ?? []).some(field => path.startsWith(`${field}.`))

/** Their own name: the one that a card bears, or one of a list of names. */
const ownName = /\.(?:name|\d+)$/

/** The same without the names of those whom the act brings in. Their posts and institutions are words like any other. */
export const saidInAct = (act: Act): readonly (Worded & { readonly isBorne: boolean })[] =>
  textsOfAct(act)
    .map(text => ({ ...text, isBorne: isIntroduced(act, text.path) }))
    .filter(({ path, isBorne }) => !(isBorne && ownName.test(path)))

/** What somebody put into words in an act, names and days apart, without the places. */
export const wordsOfAct = (act: Act): readonly string[] =>
  textsOfAct(act).flatMap(({ value, is }) => (is === undefined ? [value] : []))

/** The state of all areas, as a room begins with it. */
export const beginAreas = (opening: Opening): StateOf<Areas> =>
  Object.assign({}, ...allAreas.map(area => area.begin(opening))) as StateOf<Areas>

/** RULE-3: an act, and each field of it, is taken from the rules number on that it begins with. */
export function checkRules({ rules }: Pick<Room, 'rules'>, act: Act) {
  const { since = 1, fieldsSince = {}, sinceOf } = specOf(act)
  const needed = Math.max(
    since,
    sinceOf?.(act) ?? 1,
    ...Object.entries(fieldsSince).map(([field, number]) => (Object.hasOwn(act, field) ? (number ?? 1) : 1)),
  )
  return needed <= rules ? ok(null) : fail('rules-older', { needs: needed, rules })
}

/** The rules number from which on every text is judged alike (TEXT-8). */
const textsSince = 2

/** TEXT-8: every text of an act, by the form that its schema gives it. */
export function checkTexts({ rules }: Pick<Room, 'rules'>, act: Act) {
  if (rules < textsSince) return ok(null)
  const { fields, loose } = specOf(act)
  const open = (loose?.(act) ?? []).map(value => ({ path: '', value, form: 'body' as const }))
  for (const { path, value, form } of [...textsIn(fields, act), ...open]) {
    const fault = textFault(value, form)
    if (fault === undefined) continue
    return fail(fault.reason === 'no-letter' ? 'name-unfit' : 'text-unfit', { path, ...fault })
  }
  return ok(null)
}
