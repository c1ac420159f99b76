/** `help`: what can be typed, for a person and for a program. Every command is found by the words that lead to it. */

import type { Command } from 'commander'
import type { Answer } from './answer.ts'
import { define, definitionOf } from './define.ts'
import { type Candidate, missing, misuse, type Stop } from './exit.ts'
import { rows, text, words } from './shape.ts'
import type { Terminal } from './terminal.ts'

export type Known = { readonly path: readonly string[]; readonly command: Command }

/** Every command that does something, in the order of the help. */
export function commandsOf(command: Command, path: readonly string[] = []): readonly Known[] {
  const own = definitionOf(command) === undefined ? [] : [{ path, command }]
  return [...own, ...command.commands.flatMap(each => commandsOf(each, [...path, each.name()]))]
}

/** What words lead to, as far as they lead to anything. */
export function findCommand(program: Command, typed: readonly string[]): Known {
  let found: Known = { path: [], command: program }
  for (const word of typed) {
    const next = found.command.commands.find(each => each.name() === word)
    if (next === undefined) break
    found = { path: [...found.path, word], command: next }
  }
  return found
}

/** CLI-4: of a command that only gathers others, which are meant. */
export function commandNeeded({ path, command }: Known): Stop {
  return misuse('command-needed', { name: ['goodoffices', ...path].join(' ') }, candidatesIn(command, path))
}

const candidatesIn = (command: Command, path: readonly string[]): readonly Candidate[] =>
  command.commands.map(each => ({ handle: [...path, each.name()].join(' ') }))

const optionRow = { name: text, about: text, 'choices?': words }

export function registerHelp(program: Command, terminal: Terminal): void {
  define(
    program,
    terminal,
    {
      name: 'help',
      arguments: { '[command...]': 'of which; of all if left out' },
      summary: 'what can be typed, and what a command takes',
      answers: {
        commands: rows({
          command: text,
          summary: text,
          arguments: rows(optionRow),
          options: rows(optionRow),
          examples: rows({ command: text }),
        }),
      },
      examples: ['goodoffices help', 'goodoffices help record keep'],
    },
    async typed => helpOf(program, typed),
  )
}

export function helpOf(program: Command, typed: readonly string[]): Answer {
  const found = findCommand(program, typed)
  if (found.path.length < typed.length)
    throw missing('nothing-named', { what: 'command', name: typed.join(' ') }, [
      'There is:',
      ...candidatesIn(found.command, found.path),
    ])
  return {
    text: textOf(found.command),
    json: { commands: commandsOf(found.command, found.path).map(toJson) },
  }
}

function textOf(command: Command): string {
  let written = ''
  command.configureOutput({
    writeOut: more => {
      written += more
    },
  })
  command.outputHelp()
  return written.trimEnd()
}

function toJson({ path, command }: Known) {
  const { summary = '', examples = [] } = definitionOf(command) ?? {}
  return {
    command: path.join(' '),
    summary,
    arguments: command.registeredArguments.map(each => ({ name: each.name(), about: each.description })),
    options: command.options.map(({ flags, description, argChoices }) => ({
      name: flags,
      about: description,
      ...(argChoices === undefined ? {} : { choices: argChoices }),
    })),
    examples: examples.map(line => ({ command: line })),
  }
}
