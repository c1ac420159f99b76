/**
 * What stands in the types alone: with which codes the room refuses an act, and what the items of a register are called by. Both are
 * read from the declarations that the compiler writes, so that no list of them is kept by hand.
 */

import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

export type Declared = {
  /** By the kind of the act, in the order of the alphabet. */
  readonly refusals: ReadonlyMap<string, readonly string[]>
  /** By the name of the register. */
  readonly standings: ReadonlyMap<string, readonly string[]>
  /** With which codes a function of `core` fails, by its name. */
  readonly failures: (name: string) => readonly string[]
}

/** Compiles `core` into a folder of its own: what another build has left is not looked at. */
export function readDeclared(): Declared {
  const folder = mkdtempSync(join(tmpdir(), 'goodoffices-declared-'))
  try {
    const command = ['-p', 'packages/core', '--outDir', folder, '--tsBuildInfoFile', join(folder, 'info')]
    execFileSync(join(root, 'node_modules/.bin/tsc'), command, { cwd: root })
    const texts = globSync('**/*.d.ts', { cwd: folder })
      .toSorted()
      .map(file => readFileSync(join(folder, file), 'utf8'))
    return {
      refusals: literalsIn(texts, { type: 'ActSpec', at: 3 }),
      standings: literalsIn(texts, { type: 'Register', at: 3 }),
      failures: name => failuresOf(texts, name),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Of every use of a type whose first argument is a literal: that literal, and the literals of the argument at a place. */
function literalsIn(
  texts: readonly string[],
  { type, at }: { readonly type: string; readonly at: number },
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const text of texts)
    for (const { index } of text.matchAll(new RegExp(`\\b${type}<"`, 'g'))) {
      const given = argumentsFrom(text, index + type.length + 1)
      found.set(literalsOf(given[0] ?? '')[0] ?? '', literalsOf(given[at] ?? '').toSorted())
    }
  return found
}

function failuresOf(texts: readonly string[], name: string): readonly string[] {
  const start = `export declare function ${name}(`
  const declared = texts.flatMap(text => text.split(/^(?=export )/m)).find(each => each.startsWith(start))
  if (declared === undefined) throw new Error(`no file declares ${name}`)
  return Array.from(declared.matchAll(/\bFailure<("[^>]*)>/g), ([, codes = '']) => literalsOf(codes))
    .flat()
    .toSorted()
}

const literalsOf = (text: string): readonly string[] =>
  Array.from(text.matchAll(/"([^"]*)"/g), ([, word = '']) => word)

/** The arguments of a type from behind its opening bracket: commas inside other brackets part nothing. */
function argumentsFrom(text: string, start: number): readonly string[] {
  const parts: string[] = []
  let [depth, from, at] = [0, start, start]
  for (; depth >= 0 && at < text.length; at += 1) {
    const char = text[at] ?? ''
    if ('<{[('.includes(char)) depth += 1
    // The arrow of a function is no bracket.
    else if ('>}])'.includes(char) && text[at - 1] !== '=') depth -= 1
    if ((char === ',' && depth === 0) || depth < 0) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  return parts
}
