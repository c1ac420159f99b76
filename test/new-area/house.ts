/** A copy of the repository to which areas are added: what that changed in it, and what the compiler says. */

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { root, Scratch } from '../mutants/scratch.ts'
import { filesOf, lineOf, listedIn, listOf, type Omission, type Package } from './area.ts'

export type Fault = { readonly file: string; readonly says: string }

/** A copy in which every change can be told from what was there. */
export async function beginHouse(): Promise<Scratch> {
  const house = await Scratch.make()
  git(house, 'init', '--quiet')
  git(house, 'add', '--all')
  return house
}

const git = (house: Scratch, ...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: house.path, encoding: 'utf8', maxBuffer: 1e8 })

export async function addArea(house: Scratch, area: string, omission?: Omission): Promise<void> {
  for (const [file, text] of filesOf(area, omission)) {
    await mkdir(dirname(join(house.path, file)), { recursive: true })
    await writeFile(join(house.path, file), text)
  }
  for (const name of listedIn(omission)) {
    const list = listOf(name)
    await writeFile(join(house.path, list), `${await house.read(list)}${lineOf(area)}`)
  }
}

/** Lines that were added to files which were there, or taken from them, by file. New files are not counted. */
export const editedLines = (house: Scratch): ReadonlyMap<string, number> =>
  new Map(
    git(house, 'diff', '--numstat')
      .split('\n')
      .filter(line => line !== '')
      .map(line => line.split('\t'))
      .map(([added = '', removed = '', file = '']) => [file, Number(added) + Number(removed)]),
  )

/** As it was copied. */
export function clear(house: Scratch): void {
  git(house, 'checkout', '--quiet', '--', '.')
  git(house, 'clean', '-dfq')
}

/** Compiles packages and what they import. Each fault as the compiler words it, with the file that it is found in. */
export function compile(house: Scratch, packages: readonly Package[]): readonly Fault[] {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout, status } = spawnSync(
    process.execPath,
    [tsc, '-b', ...packages.map(name => `packages/${name}`), '--pretty', 'false'],
    { cwd: house.path, encoding: 'utf8', maxBuffer: 1e8 },
  )
  const faults = stdout.split(/\n(?=\S)/).flatMap(text => {
    const [, file] = /^(\S+?)\(\d+,\d+\): error /.exec(text) ?? []
    return file === undefined ? [] : [{ file, says: text }]
  })
  if (status !== 0 && faults.length === 0) throw new Error(`not compiled: ${stdout}`)
  return faults
}
