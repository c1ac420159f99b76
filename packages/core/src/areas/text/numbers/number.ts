/** TXT-7: numbers follow from where clauses stand, and no state holds one. */

import type { ClauseId } from '../brackets/bracketed.ts'

export const clauseKinds = [
  'recital',
  'part',
  'chapter',
  'section',
  'article',
  'paragraph',
  'point',
  'subpoint',
  'definition',
  'annex',
  'closing',
  'choice',
  'option',
] as const
export type ClauseKind = (typeof clauseKinds)[number]

/** How a clause was put in that renumbers nothing. */
export const insertions = ['bis', 'ter', 'quater', 'alt'] as const
export type Insertion = (typeof insertions)[number]

/** A clause as its number hangs on it, in reading order among those of its parent. */
export type Numbered = {
  readonly clause: ClauseId
  readonly kind: ClauseKind
  readonly parent?: ClauseId
  readonly insertedAs?: Insertion
}

/** The how manieth it is; put in behind that as *bis*, or beside it as the how manieth alternative. */
export type ClauseNumber = {
  readonly kind: ClauseKind
  readonly count: number
  readonly as?: Insertion
  readonly alternative?: number
}

/** What has no number of its own. */
const unnumbered: ReadonlySet<ClauseKind> = new Set<ClauseKind>(['definition', 'closing', 'choice'])
/** Counted through all that is within the nearest of these; others among the clauses of their parent. */
const countedWithin: Partial<Record<ClauseKind, readonly ClauseKind[]>> = {
  article: ['annex'],
  part: ['annex'],
  annex: [],
  chapter: ['part', 'annex'],
  section: ['chapter', 'part', 'annex'],
}

type Counters = Map<string, number>
type Above = readonly { readonly clause: ClauseId; readonly kind: ClauseKind }[]

/** Where a clause is counted: what stands above it, apart from the choices that it may be part of. */
function scopeOf(kind: ClauseKind, above: Above): string {
  const within = countedWithin[kind]
  if (kind === 'option') return above.at(-1)?.clause ?? ''
  const scope = above.findLast(
    ({ kind: upper }) => upper !== 'choice' && upper !== 'option' && (within?.includes(upper) ?? true),
  )
  return `${kind} ${scope?.clause ?? ''}`
}

/** The number of every clause that has one. `clauses` stand in reading order, each after its parent. */
export function numberClauses(clauses: readonly Numbered[]): ReadonlyMap<ClauseId, ClauseNumber> {
  const numbers = new Map<ClauseId, ClauseNumber>()
  const known = new Set(clauses.map(({ clause }) => clause))
  const children = new Map<ClauseId | undefined, Numbered[]>()
  for (const each of clauses) {
    const parent = each.parent !== undefined && known.has(each.parent) ? each.parent : undefined
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [each])
    else siblings.push(each)
  }
  const count = (clause: Numbered, above: Above, counters: Counters): void => {
    const { kind, insertedAs } = clause
    if (unnumbered.has(kind)) return
    const scope = scopeOf(kind, above)
    const last = counters.get(scope) ?? 0
    if (insertedAs === 'alt') {
      const alternative = (counters.get(`${scope} alt ${last}`) ?? 0) + 1
      counters.set(`${scope} alt ${last}`, alternative)
      numbers.set(clause.clause, { kind, count: last, as: insertedAs, alternative })
    } else if (insertedAs === undefined) {
      counters.set(scope, last + 1)
      numbers.set(clause.clause, { kind, count: last + 1 })
    } else numbers.set(clause.clause, { kind, count: last, as: insertedAs })
  }
  const walk = (parent: ClauseId | undefined, above: Above, counters: Counters): void => {
    const ends: Counters[] = []
    for (const clause of children.get(parent) ?? []) {
      count(clause, above, counters)
      const under: Above = [...above, clause]
      // TXT-8: each of the alternatives counts on from what stands before them all.
      const own = clause.kind === 'option' ? new Map(counters) : counters
      walk(clause.clause, under, own)
      if (own !== counters) ends.push(own)
    }
    for (const end of ends) {
      for (const [scope, reached] of end) counters.set(scope, Math.max(counters.get(scope) ?? 0, reached))
    }
  }
  walk(undefined, [], new Map())
  return numbers
}
