import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { createProgram } from '../src/program.ts'
import { sentences } from '../src/shell/sentences.ts'
import { goodoffices } from './shell.ts'
import { splitCommand } from './transcript.ts'

const silent = {
  out: () => {},
  err: () => {},
  env: {},
  input: async () => undefined,
  askHidden: async () => undefined,
  now: Date.now,
}

type Known = { readonly path: readonly string[]; readonly command: Command }

/** Every command that does something, with the words that lead to it; the settlement engine tests its own. */
function commandsOf(command: Command, path: readonly string[] = []): readonly Known[] {
  const own = path.length > 0 && (command.registeredArguments.length > 0 || command.commands.length === 0)
  const isActing = own || ['join', 'rooms', 'identity add-device'].includes(path.join(' '))
  return [
    ...(isActing ? [{ path, command }] : []),
    ...command.commands.flatMap(each => commandsOf(each, [...path, each.name()])),
  ]
}

const program = await createProgram(silent, { isWhole: false, isJson: false })
const all = commandsOf(program)

async function helpOf(path: readonly string[]): Promise<string> {
  const { code, out } = await goodoffices([...path, '--help'])
  expect(code).toBe(0)
  return out
}

const examplesIn = (help: string): readonly string[] =>
  help
    .slice(help.search(/\nExamples?:\n/))
    .split('\n')
    .filter(line => line.startsWith('  $ '))
    .map(line => line.slice(4))

/** The command that an example runs, and what is wrong with how it runs it. */
function checkExample(example: string): { readonly path: string; readonly wrong?: string } {
  const [, ...words] = splitCommand(example.replaceAll(/"\$\([^)]*\)"/g, 'KEY'))
  let command: Command = program
  const path: string[] = []
  while (words.length > 0) {
    const next = command.commands.find(each => each.name() === words[0])
    if (next === undefined) break
    command = next
    path.push(words.shift() ?? '')
  }
  let operands = 0
  while (words.length > 0) {
    const word = words.shift() ?? ''
    const option = command.options.find(each => each.long === word)
    if (option === undefined && word.startsWith('--')) return { path: path.join(' '), wrong: word }
    if (option?.required === true) {
      const value = words.shift()
      if (value === undefined || option.argChoices?.includes(value) === false)
        return { path: path.join(' '), wrong: `${word} ${value ?? ''}` }
    } else if (option === undefined) operands += 1
  }
  const needed = command.registeredArguments.filter(each => each.required).length
  const isVariadic = command.registeredArguments.some(each => each.variadic)
  if (operands < needed || (!isVariadic && operands > command.registeredArguments.length))
    return { path: path.join(' '), wrong: `${operands} arguments` }
  return { path: path.join(' ') }
}

const flagsOf = (command: Command): readonly string[] =>
  command.options.flatMap(({ long }) => (typeof long === 'string' ? [long] : []))

const page = readFileSync(new URL('../../../docs/spec/command-line.md', import.meta.url), 'utf8')

/** The flags of the check before words go, and those that every command of a member has. */
const flagsOfAll: ReadonlySet<string> = new Set(
  '--accept-finding --accept-all --beyond-mandate --preview --json --identity --passphrase-file --process --offline --timeout'.split(
    ' ',
  ),
)

/** What the page says of them: each command of the table under CLI-34, with its own flags. */
function flagsOnPage(): Readonly<Record<string, readonly string[]>> {
  const [rule = ''] = /\*\*CLI-34\*\*[\s\S]*?\*\*CLI-35\*\*/.exec(page) ?? []
  const rows = [...rule.matchAll(/^ {2}\| `([a-z -]+)` \| (.*) \|$/gm)]
  return Object.fromEntries(
    rows.map(([, path = '', flags = '']) => [path, [...flags.matchAll(/--[a-z-]+/g)].map(([flag]) => flag)]),
  )
}

/** What the program takes: of the commands under `item put`, one for each register, what all of them have. */
function flagsInProgram(): Readonly<Record<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>()
  for (const { path, command } of all.filter(each => flagsOf(each.command).includes('--accept-finding'))) {
    const name = path.join(' ').replace(/^item put .*/, 'item put')
    const own = flagsOf(command).filter(flag => !flagsOfAll.has(flag))
    const before = found.get(name)
    found.set(name, before === undefined ? own : before.filter(flag => own.includes(flag)))
  }
  return Object.fromEntries(found)
}

describe('the page of commands', () => {
  it('CLI-13 CLI-34: names every command that shows what will be read before it goes, with all its flags', () => {
    const [onPage, inProgram] = [flagsOnPage(), flagsInProgram()]
    expect(Object.keys(onPage).sort()).toEqual(Object.keys(inProgram).sort())
    for (const [path, flags] of Object.entries(inProgram))
      expect([path, ...(onPage[path] ?? [])]).toEqual([path, ...flags])
  })
})

/** What stands in `docs/terms.md` as not said in English, but for what is right in the shell. */
function wordsNotSaid(): readonly string[] {
  const terms = readFileSync(new URL('../../../docs/terms.md', import.meta.url), 'utf8')
  return [...terms.matchAll(/^\| en \| ([^|]+) \|(.*)$/gm)]
    .filter(([, , rest = '']) => !rest.includes('the shell'))
    .flatMap(([, words = '']) => words.split(', '))
}

/** Its own prose: of a command, its arguments and options, and of every command that gathers others. */
function proseOf(command: Command): readonly string[] {
  return [
    command.description(),
    ...command.registeredArguments.map(({ description }) => description),
    ...command.options.map(({ description }) => description),
    ...command.commands.flatMap(proseOf),
  ]
}

describe('the words of the shell', () => {
  it('WORD-11 are none that are not said, in its help and in what it answers', () => {
    const said = [...proseOf(program), ...Object.values(sentences)]
    expect(said.length).toBeGreaterThan(400)
    const words = wordsNotSaid()
    expect(words.length).toBeGreaterThan(10)
    const found = words.flatMap(word =>
      said.filter(text => new RegExp(`\\b${word}\\b`, 'i').test(text)).map(text => [word, text]),
    )
    expect(found).toEqual([])
  })
})

describe('the help', () => {
  it('CLI-3: names every command', async () => {
    const help = await helpOf([])
    for (const command of program.commands) expect(help).toContain(`  ${command.name()}`)
    expect(all.length).toBeGreaterThan(50)
  })

  it.each(all.map(({ path }) => path.join(' ')))('CLI-3: shows what to type for "%s"', async path => {
    const examples = examplesIn(await helpOf(path.split(' ')))
    expect(examples.length).toBeGreaterThan(0)
    for (const example of examples) expect(checkExample(example)).toEqual({ path })
  })

  it.each(all.map(({ path, command }) => [path.join(' '), command] as const))(
    'CLI-4: "%s" takes --json, and every argument and option says what it is',
    (_path, command) => {
      expect(command.options.map(({ long }) => long)).toContain('--json')
      for (const { description } of [...command.options, ...command.registeredArguments])
        expect(description).not.toBe('')
    },
  )

  it('CLI-43: puts no secret key on a command line', async () => {
    for (const { path } of all) expect(examplesIn(await helpOf(path)).join()).not.toContain('relay.key')
  })

  it('CLI-2: ends with 2 for a command, an option or a choice that there is not', async () => {
    for (const args of [['speak'], ['say', '--loudly'], ['say', 'x', '--form', 'song'], ['mark', 'm1']]) {
      const { code, err } = await goodoffices(args)
      expect(code, args.join(' ')).toBe(2)
      expect(err).toContain('error:')
      const told = await goodoffices([...args, '--json'])
      expect(told).toMatchObject({ code: 2, err: '', json: { ok: false, error: { code: 'not-a-command' } } })
    }
  })
})
