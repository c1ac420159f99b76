/** The licences of all that is bundled, each with its text: who copies it must pass them on. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Those under which anything may be bundled here. */
export const licencesTaken: ReadonlySet<string> = new Set([
  'MIT',
  'MIT-0',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  '0BSD',
  'Unlicense',
  '(MIT OR Apache-2.0)',
])

export type Bundled = {
  readonly name: string
  readonly version: string
  readonly license: string
  /** Undefined where the package brings none along. */
  readonly text: string | undefined
}

/** The package that a file belongs to. */
export function packageOf(file: string): string {
  const at = file.lastIndexOf('/node_modules/') + '/node_modules/'.length
  const [first = '', second = ''] = file.slice(at).split('/')
  return join(file.slice(0, at), first.startsWith('@') ? join(first, second) : first)
}

const licenceFile = /^(licen[cs]e|copying)(\.(md|txt|mit))?$/i

export function readBundled(folder: string): Bundled {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Bundled
  const file = readdirSync(folder).find(each => licenceFile.test(each))
  return { name, version, license, text: file && readFileSync(join(folder, file), 'utf8').trim() }
}

/** Once each, by name, of the packages to which these files belong. */
export function bundledOf(files: readonly string[]): readonly Bundled[] {
  const folders = new Set(files.map(packageOf).filter(folder => existsSync(join(folder, 'package.json'))))
  const found = new Map(
    [...folders].map(folder => readBundled(folder)).map(each => [`${each.name}@${each.version}`, each]),
  )
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

export const noticesOf = (bundled: readonly Bundled[]): string =>
  [
    'Good Offices contains software of others, under these licences.',
    ...bundled.map(
      ({ name, version, license, text }) =>
        `${'='.repeat(72)}\n${name} ${version}: ${license}\n\n${text ?? `The package states this licence and brings no text of it. Its words: https://spdx.org/licenses/${license}`}`,
    ),
  ].join('\n\n')
