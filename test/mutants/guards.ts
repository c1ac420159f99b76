/**
 * Every guard of the source, taken out one at a time: each condition under which a function refuses, each part of an `||` among
 * them, each part of an `&&` in what a predicate demands. All stand in the copy at once; a run takes one out by its number.
 */

import { type ESTree, parseSync } from 'rolldown/utils'
import { type Asked, Heeded } from './heeded.ts'
import { lineOf, type Tried } from './list.ts'
import type { Package } from './mutant.ts'
import { tryInRounds } from './rounds.ts'
import { Scratch } from './scratch.ts'
import { type Survivor, survivors } from './survivors.ts'

type Span = { readonly start: number; readonly end: number }
type Guard = Span & {
  /** What the condition is taken for. */
  readonly as: 'true' | 'false'
  /** As it stands in the source, on one line, and what it leads to: by this a survivor is named. */
  readonly text: string
}
/** A guard in the copy, by its number. */
type Placed = Asked & { readonly guard: Guard }

/** Enough of what a guard leads to for telling it from its like. */
const toCharsMax = 80

type Node = ESTree.Node
type Children = Readonly<Record<string, unknown>>

type Scope = {
  /** Beginnings of paths in the package's `src`; all of it where there is none. */
  readonly sources: readonly string[]
  /** Beginnings of paths in its `test`; all that stand there themselves where there is none. */
  readonly tests: readonly string[]
}

/** Which files are searched, and which tests are run; the trusting parts of what is large. */
export const scopes: Readonly<Record<Package, Scope>> = {
  core: { sources: [], tests: [] },
  log: { sources: [], tests: [] },
  relay: {
    sources: [
      'admission',
      'body',
      'creating',
      'envelope',
      'holdings',
      'http',
      'intake',
      'limits',
      'live',
      'mail',
      'notice-body',
      'notice-http',
      'notice-table',
      'notices',
      'placement',
      'proof',
      'push-service',
      'quota',
      'rate',
      'relay',
      'restore',
      'restoring',
      'right',
      'rules',
      'state',
      'web-push',
    ].map(name => `${name}.ts`),
    tests: [
      'admission',
      'append',
      'faults',
      'http',
      'intake',
      'live',
      'live-hub',
      'notices',
      'push-service',
      'read',
      'restore',
      'slots',
      'stores-agree',
      'strangers',
    ].map(name => `${name}.test.ts`),
  },
  client: {
    sources: [
      'areas/agenda/checking.ts',
      'areas/agenda/posting.ts',
      'areas/agenda/stages.ts',
      'areas/assent/answering.ts',
      'areas/assent/asking.ts',
      'areas/assent/digest.ts',
      'areas/assent/due.ts',
      'areas/assent/foreign.ts',
      'areas/assent/learning.ts',
      'areas/assent/proving.ts',
      'areas/eyes/',
      'areas/mandate/weighing.ts',
      'areas/meeting/clearing.ts',
      'areas/meeting/sides.ts',
      'areas/offices/answering.ts',
      'areas/offices/disclosing.ts',
      'export/record.ts',
      'identity/',
      'invitation/',
      'log/',
      'session/burial.ts',
      'session/device/',
      'session/engine/',
      'session/holdings.ts',
      'session/passphrase.ts',
      'session/sending/',
    ],
    tests: [],
  },
}

/** Of no use to a guard: what needs a browser, or vectors that others published. */
const passedOver = /\/(browser|published)\.test\.ts$/
/** Vectors of rooms hold all that follows from an act, and miss whatever is taken out: what they are for is told by tests beside them. */
const wholeRooms = /^packages\/core\/test\/vectors\.test\.ts$/

const isSource = (of: Package, file: string): boolean => {
  const { sources } = scopes[of]
  return sources.length === 0 || sources.some(begin => file.startsWith(`packages/${of}/src/${begin}`))
}
const isTest = (of: Package, file: string): boolean => {
  const folder = `packages/${of}/test/`
  const rest = file.startsWith(folder) ? file.slice(folder.length) : '/'
  const { tests } = scopes[of]
  const isNamed = tests.length === 0 ? !rest.includes('/') : tests.includes(rest)
  return isNamed && !passedOver.test(file) && !wholeRooms.test(file)
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

function* nodesIn(node: Node): Generator<Node> {
  yield node
  for (const value of Object.values(node as unknown as Children)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesIn(child)
  }
}

/** `fail`, `refuse`, `this.#refuse`: what says no is called so all over the house. */
const isNo = (callee: Node): boolean =>
  (callee.type === 'Identifier' && /^(fail|refuse|fault)$/.test(callee.name)) ||
  (callee.type === 'MemberExpression' && 'name' in callee.property && callee.property.name === 'refuse')

const isRefusal = (node: Node): boolean =>
  (node.type === 'CallExpression' && isNo(node.callee)) ||
  (node.type === 'MemberExpression' && isRefusal(node.object))

/** A statement after which its function, or its turn of a loop, is over. */
const isLeaving = (node: Node): boolean =>
  /^(Return|Throw|Continue|Break)Statement$/.test(node.type) ||
  (node.type === 'ExpressionStatement' && isRefusal(node.expression)) ||
  (node.type === 'BlockStatement' && node.body.length > 0 && isLeaving(node.body.at(-1) as Node))

/** The parts of a chain of one operator, from left to right; a condition without it is its only part. */
const partsOf = (node: Node, operator: '||' | '&&'): readonly Node[] => {
  const bare = node.type === 'ParenthesizedExpression' ? node.expression : node
  return bare.type === 'LogicalExpression' && bare.operator === operator
    ? [...partsOf(bare.left, operator), ...partsOf(bare.right, operator)]
    : [node]
}

const isPredicateName = (name: string): boolean =>
  /^(is|may|has|holds|can|leads|administers|allows|owes)([A-Z]|$)/.test(name)

/** What a predicate returns, where that is one expression. */
function* demandsOf(node: Node): Generator<Node> {
  if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && isPredicateName(node.id.name)) {
    if (node.init?.type === 'ArrowFunctionExpression' && node.init.body.type !== 'BlockStatement')
      yield node.init.body
  }
  if (node.type === 'FunctionDeclaration' && isPredicateName(node.id?.name ?? '')) {
    const last = node.body?.body.at(-1)
    if (last?.type === 'ReturnStatement' && last.argument !== null) yield last.argument
  }
}

/** Conditions whose loss lets through what was refused. */
export function guardsIn(file: string, text: string): readonly Guard[] {
  const { program } = parseSync(file, text)
  const guards: Guard[] = []
  const inOneLine = ({ start, end }: Span) => text.slice(start, end).split(/\s+/).join(' ')
  const add = (parts: readonly Node[], as: Guard['as'], to: Node) => {
    for (const part of parts) {
      const { start, end } = part
      guards.push({ start, end, as, text: `${inOneLine(part)} ⇒ ${inOneLine(to).slice(0, toCharsMax)}` })
    }
  }
  for (const node of nodesIn(program)) {
    if (node.type === 'IfStatement' && node.alternate === null && isLeaving(node.consequent))
      add(partsOf(node.test, '||'), 'false', node.consequent)
    if (node.type === 'ConditionalExpression' && isRefusal(node.consequent) !== isRefusal(node.alternate))
      if (isRefusal(node.alternate)) add(partsOf(node.test, '&&'), 'true', node.consequent)
      else add(partsOf(node.test, '||'), 'false', node.consequent)
    for (const demand of demandsOf(node)) {
      const parts = partsOf(demand, '&&')
      if (parts.length > 1) add(parts, 'true', demand)
    }
  }
  return guards
}

/**
 * Takes the guard out that the environment or a plan names: what it asks is asked, and not heeded. `record` writes down which test
 * would have gone on otherwise: in any other it is not missed, whatever else is tested there.
 */
const prelude = `const __guard = (globalThis.__guard ??= (() => {
  const { GOODOFFICES_MUTANT: which, GOODOFFICES_HEEDED: file } = process.env
  let [test, heeded] = [undefined, new Set()]
  return (id, as, value) => {
    if (which === 'plan') return id === globalThis.__awake ? as : value
    if (which !== 'record') return id === which ? as : value
    if (test !== globalThis.__atWork) [test, heeded] = [globalThis.__atWork, new Set()]
    if (Boolean(value) === as || heeded.has(id)) return value
    heeded.add(id)
    const line = JSON.stringify([...(test ?? ['', '']), id])
    process.getBuiltinModule('node:fs').appendFileSync(file, line + '\\n')
    return value
  }
})());`

function instrument(text: string, placed: readonly Placed[]): string {
  const cuts = placed.flatMap(({ id, guard: { start, end, as } }) => [
    { at: start, isEnd: false, size: end - start, text: `__guard('${id}', ${as}, (` },
    { at: end, isEnd: true, size: end - start, text: '))' },
  ])
  // Of two that begin together the longer is the outer one; of two that end together the shorter is the inner.
  cuts.sort((a, b) =>
    a.at !== b.at
      ? b.at - a.at
      : a.isEnd !== b.isEnd
        ? a.isEnd
          ? 1
          : -1
        : a.isEnd
          ? b.size - a.size
          : a.size - b.size,
  )
  let out = text
  for (const { at, text: cut } of cuts) out = out.slice(0, at) + cut + out.slice(at)
  return `${prelude}${out}`
}

export async function tryGuards(
  of: Package,
  /** Beginnings of paths in the package's `src`: only what stands there is tried; all where there is none. */
  within: readonly string[],
  tryAll: <T>(
    items: readonly T[],
    attempt: (scratch: Scratch, item: T) => Promise<Tried>,
  ) => Promise<readonly Tried[]>,
): Promise<readonly Tried[]> {
  const first = await Scratch.make()
  const placed: Placed[] = []
  const texts = new Map<string, string>()
  try {
    for (const file of (await first.sourcesOf(of)).filter(name => isSource(of, name))) {
      const text = await first.read(file)
      const here = guardsIn(file, text).map(
        (guard, at): Placed => ({ id: `${placed.length + at}`, file, guard }),
      )
      placed.push(...here)
      if (here.length > 0) texts.set(file, instrument(text, here))
    }
    await first.write(texts)
    const files = (await first.testFiles()).filter(file => isTest(of, file))
    const heeded = await Heeded.record(first, files)
    console.log(`${of}: ${placed.length} guards, ${heeded.size} tests`)
    const begins = within.map(begin => `packages/${of}/src/${begin}`)
    const wanted = placed.filter(
      ({ file }) => begins.length === 0 || begins.some(each => file.startsWith(each)),
    )
    const tried: Tried[] = []
    const note = (one: Tried): void => {
      tried.push(one)
      console.log(lineOf(one))
    }
    const rounds = {
      scratch: first,
      heeded,
      onMissed: (item: Placed, by: string) => note(missed(of, item, by)),
    }
    const excused = wanted.filter(item => isExcused(of, item))
    const left = await tryInRounds(
      wanted.filter(item => !excused.includes(item)),
      rounds,
    )
    for (const item of await tryInRounds(excused, { ...rounds, msMax: excusedMsMax }))
      note({ name: nameOf(item) })
    const instrumented = new WeakSet<Scratch>()
    const alone = await tryAll(left, async (scratch, item) => {
      if (!instrumented.has(scratch)) await scratch.write(texts)
      instrumented.add(scratch)
      return tryGuard(of, { scratch, item, heeded })
    })
    return [...tried, ...alone, ...unknownSurvivors(of, placed)]
  } finally {
    await first.remove()
  }
}

/** What is said to survive is tried again on quick tests only: a reason is given for it. */
const excusedMsMax = 4000

const nameOf = ({ file, guard }: Placed): string => `${file}: ${guard.text} → ${guard.as}`
const isExcused = (of: Package, item: Placed): boolean => survivors[of].some(each => excuses(each, of, item))

const missed = (of: Package, item: Placed, by: string): Tried =>
  isExcused(of, item)
    ? { name: nameOf(item), wrong: `is said to survive, and is missed: ${by}` }
    : { name: nameOf(item), killedBy: by }

/** Files whole, each in a process of its own: no round has found a test that misses it. */
async function tryGuard(
  of: Package,
  { scratch, item, heeded }: { readonly scratch: Scratch; readonly item: Placed; readonly heeded: Heeded },
): Promise<Tried> {
  const files = heeded.files(item.id)
  for (const file of files) {
    const { failures, broken } = await scratch.test([file], { env: { GOODOFFICES_MUTANT: item.id } })
    const by = failures[0]?.title ?? broken
    if (by !== undefined) return missed(of, item, by)
  }
  return { name: nameOf(item), wrong: files.length === 0 ? 'is heeded in no test' : 'is missed by no test' }
}

const excuses = (survivor: Survivor, of: Package, { file, guard }: Placed): boolean =>
  survivor.guard === guard.text &&
  (survivor.file === undefined || file === `packages/${of}/src/${survivor.file}`)

/** What is said to survive and is no longer there. */
const unknownSurvivors = (of: Package, placed: readonly Placed[]): readonly Tried[] =>
  survivors[of]
    .filter(each => !placed.some(item => excuses(each, of, item)))
    .map(each => ({ name: `${of}: ${each.guard}`, wrong: 'is said to survive, and stands nowhere' }))
