/**
 * Brackets as diplomats type them: `[shall] [should]`, `[A / B]`, `[A [B] C]`, `[no text]`, `[…]`. The words stay as they were typed;
 * what is read of them are places in them, so that no letter can be lost (TXT-1).
 */

/** Why a bracket was left as it stands, a letter among others; and `at`, its place in code units. */
export type BracketFault = {
  readonly why: 'unopened' | 'unclosed' | 'empty' | 'too-deep' | 'too-many'
  readonly at: number
}

/** Letters, as they stand between two places. */
export type Run = { readonly from: number; readonly to: number }
/** One of the wordings that a choice is between, without its brackets. */
export type Alternative = Run & { readonly inside: readonly Node[] }
/**
 * A choice that is not made. Its place is that of its outer brackets. `single`: in or out; `slashes`: either, by a slash with
 * white space about it; `adjacent`: in brackets that only white space parts.
 */
export type Choice = Run & {
  readonly form: 'single' | 'slashes' | 'adjacent'
  readonly options: readonly Alternative[]
}
export type Node = Run | Choice
export type Reading = { readonly nodes: readonly Node[]; readonly faults: readonly BracketFault[] }

export const bracketLimits = { depthMax: 8, optionsMax: 20, choicesMax: 200 } as const

export const isChoice = (node: Node): node is Choice => 'options' in node

/** A bracket that is open: what stands in its present option, the options before it, and where that option and its last run began. */
type Open = {
  readonly from: number
  readonly done: Alternative[]
  nodes: Node[]
  optionFrom: number
  runFrom: number
}

const space = /\s/
const onlySpace = /^\s*$/

/** Runs that touch are one. */
function joinRuns(nodes: readonly Node[]): readonly Node[] {
  const joined: Node[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.from === node.to) continue
    if (last !== undefined && !isChoice(last) && !isChoice(node)) {
      joined[joined.length - 1] = { from: last.from, to: node.to }
    } else joined.push(node)
  }
  return joined
}

/** Everything since a bracket was opened, as letters and choices in it, where the bracket itself turns out to be none. */
const takeApart = ({ from, done, nodes, optionFrom }: Open): readonly Node[] => [
  ...done.flatMap(({ from: begin, inside }, index): readonly Node[] => [
    { from: index === 0 ? from : (done[index - 1]?.to ?? from), to: begin },
    ...inside,
  ]),
  { from: done.at(-1)?.to ?? from, to: optionFrom },
  ...nodes,
]

/** Reads what is typed. Never fails: what is no bracket is a letter, and a fault says where. */
export function readBrackets(words: string): Reading {
  const faults: BracketFault[] = []
  const root: Open = { from: -1, done: [], nodes: [], optionFrom: 0, runFrom: 0 }
  const open: Open[] = []
  let opened = 0
  /** Brackets beyond the deepest that are open: letters. */
  let beyond = 0

  /** TXT-4, TXT-5: single brackets that only white space parts are one choice, of which nobody said how it is meant. */
  const group = (nodes: readonly Node[]): readonly Node[] => {
    const grouped: Node[] = []
    for (const node of joinRuns(nodes)) {
      const gap = grouped.at(-1)
      const before = gap !== undefined && isChoice(gap) ? gap : grouped.at(-2)
      const touches = gap === before || (gap !== undefined && onlySpace.test(words.slice(gap.from, gap.to)))
      if (
        isChoice(node) &&
        node.form === 'single' &&
        before !== undefined &&
        isChoice(before) &&
        before.form !== 'slashes' &&
        touches
      ) {
        if (before.options.length < bracketLimits.optionsMax) {
          if (gap !== before) grouped.pop()
          const options = [...before.options, ...node.options]
          grouped[grouped.length - 1] = { from: before.from, to: node.to, form: 'adjacent', options }
          continue
        }
        faults.push({ why: 'too-many', at: node.from })
      }
      grouped.push(node)
    }
    return grouped
  }

  const endRun = (into: Open, at: number): void => {
    if (into.runFrom < at) into.nodes.push({ from: into.runFrom, to: at })
  }

  const endOption = (of: Open, at: number): void => {
    endRun(of, at)
    of.done.push({ from: of.optionFrom, to: at, inside: group(of.nodes) })
    of.nodes = []
  }

  for (let at = 0; at < words.length; at += 1) {
    const sign = words[at]
    const here = open.at(-1) ?? root
    if (sign === '[') {
      if (open.length >= bracketLimits.depthMax || opened >= bracketLimits.choicesMax) {
        faults.push({ why: open.length >= bracketLimits.depthMax ? 'too-deep' : 'too-many', at })
        beyond += 1
        continue
      }
      endRun(here, at)
      opened += 1
      open.push({ from: at, done: [], nodes: [], optionFrom: at + 1, runFrom: at + 1 })
    } else if (sign === ']') {
      if (beyond > 0) {
        beyond -= 1
        continue
      }
      const closed = open.pop()
      if (closed === undefined) {
        faults.push({ why: 'unopened', at })
        continue
      }
      const outer = open.at(-1) ?? root
      outer.runFrom = at + 1
      if (closed.done.length === 0 && closed.from + 1 === at) faults.push({ why: 'empty', at: closed.from })
      endOption(closed, at)
      const form = closed.done.length > 1 ? 'slashes' : 'single'
      outer.nodes.push({ from: closed.from, to: at + 1, form, options: closed.done })
    } else if (sign === '/' && here !== root && beyond === 0) {
      const cut = cutAt(words, at, here)
      if (cut === undefined) continue
      if (here.done.length + 1 >= bracketLimits.optionsMax) {
        faults.push({ why: 'too-many', at })
        continue
      }
      endOption(here, cut.from)
      here.optionFrom = cut.to
      here.runFrom = cut.to
      at = cut.to - 1
    }
  }
  endRun(open.at(-1) ?? root, words.length)
  for (let unclosed = open.pop(); unclosed !== undefined; unclosed = open.pop()) {
    faults.push({ why: 'unclosed', at: unclosed.from })
    const outer = open.at(-1) ?? root
    outer.nodes.push(...takeApart(unclosed))
  }
  return { nodes: group(root.nodes), faults: faults.toSorted((one, other) => one.at - other.at) }
}

/** A slash with white space or the bracket's own edge about it; undefined where letters touch it: `and/or`, حزيران/يونيه. */
function cutAt(words: string, at: number, { optionFrom, runFrom }: Open): Run | undefined {
  let from = at
  while (from > runFrom && space.test(words[from - 1] ?? '')) from -= 1
  let to = at + 1
  while (space.test(words[to] ?? '')) to += 1
  const isOpen = from < at || from === optionFrom
  const isClosed = to > at + 1 || words[to] === ']'
  return isOpen && isClosed && to - from > 1 ? { from, to } : undefined
}

/** Every choice of some words, each before those in its options: the order in which ids stand beside the words. */
export const choicesIn = (nodes: readonly Node[]): readonly Choice[] =>
  nodes.flatMap(node =>
    isChoice(node) ? [node, ...node.options.flatMap(({ inside }) => choicesIn(inside))] : [],
  )
