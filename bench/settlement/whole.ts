/**
 * `node bench/settlement/whole.ts`: the whole command, from starting it to its last line, over files as GENIUS writes them: medians of
 * five, by the clock and of its processor time. A busy machine lengthens the first.
 */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Problem } from '../../packages/settlement/src/index.ts'
import { makeRectangles } from './problems.ts'

const launcher = fileURLToPath(new URL('../../packages/cli/bin/goodoffices.js', import.meta.url))
const repeats = 5
/** Of the utilities in `makeRectangles`: what a bonus of 1 stands for. */
const utilityMax = 3_000

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`
const whole = ({ num, den }: { readonly num: bigint; readonly den: bigint }, times = 1n): string =>
  String((num * times) / den)

/** A domain and its profiles, by name: issues from 0 to 9, hyper-rectangles over them. */
function geniusFiles({ issues, parties }: Problem): readonly (readonly [string, string])[] {
  const listed = issues.map(
    ({ name }, i) => `<issue index="${i + 1}" name="${name}" type="integer" lowerbound="0" upperbound="9"/>`,
  )
  const space = (...inner: readonly string[]): string =>
    lines(
      '<utility_space type="nonlinear"><objective index="0" name="root">',
      ...inner,
      '</objective></utility_space>',
    )
  const profiles = parties.map(({ bonuses }, p) => {
    const rectangles = bonuses.map(({ value, when }) => {
      const bounds = when.flatMap(each =>
        each.kind === 'range'
          ? [`<INCLUDES index="${each.issue + 1}" min="${whole(each.low)}" max="${whole(each.high)}"/>`]
          : [],
      )
      return `<hyperRectangle utility="${whole(value, BigInt(utilityMax))}">${bounds.join('')}</hyperRectangle>`
    })
    const ufun = `<utility maxutility="${utilityMax}"><ufun type="PlainUfun" weight="1" aggregation="sum">`
    return [`party-${p}.xml`, space(...listed, ufun, ...rectangles, '</ufun></utility>')] as const
  })
  return [
    ['domain.xml', lines('<negotiation_template>', space(...listed), '</negotiation_template>')],
    ...profiles,
  ]
}

const middle = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

/** Seconds by the clock and of the processor, as the shell tells them. */
function timed(args: readonly string[]): readonly [number, number] {
  const script = 'TIMEFORMAT="%R %U %S"; time "$0" "$@" > /dev/null'
  const { status, stderr } = spawnSync('bash', ['-c', script, process.execPath, launcher, ...args], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  const [clock = 0, user = 0, system = 0] = stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? []
  return [clock, user + system]
}

const folder = mkdtempSync(join(tmpdir(), 'goodoffices-whole-'))
try {
  for (const [name, problem] of [
    ['50 issues, 70 hyper-rectangles a party', makeRectangles(50, 70, 3)],
    ['50 issues, 80 wider hyper-rectangles a party, by the solver', makeRectangles(50, 80, 4)],
  ] as const) {
    const files = geniusFiles(problem).map(([file, text]) => {
      const path = join(folder, file)
      writeFileSync(path, text)
      return path
    })
    const all = Array.from({ length: repeats }, () => timed(['settle', ...files]))
    const [clock, processor] = [0, 1].map(at => middle(all.map(each => each[at] ?? 0)))
    console.log(`${name}: ${clock?.toFixed(2)} s, of the processor ${processor?.toFixed(2)} s`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
