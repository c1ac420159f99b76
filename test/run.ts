/**
 * The whole bar: what is only read (types, lint, format, unused code) and the web app's build side by side, then the tests of
 * units and the browsers, side by side too: each of the two waits for a third of its time, for disks, and for people who wait for each
 * other. Stops after the first part of which something fails, and closes with the tests counted over all of them.
 */

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }
type Stage = {
  readonly name: string
  readonly command: readonly string[]
  /** What it prints is shown as it comes, though others run beside it. */
  readonly isShown?: true
  readonly count?: (output: string) => Counts
}
type Ended = { readonly name: string; readonly code: number; readonly counts: Counts }

const scratch = mkdtempSync(join(tmpdir(), 'goodoffices-test-'))
const unitReport = join(scratch, 'unit.json')
const none: Counts = { passed: 0, failed: 0, skipped: 0 }

/** Lint reads the declarations that `types` writes. */
const written: readonly Stage[] = [
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'lint', command: ['oxlint', '--type-aware'] },
]
const built: readonly Stage[] = [
  { name: 'web app', command: ['vite', 'build', 'packages/web', '--logLevel', 'warn'] },
  { name: 'format', command: ['biome', 'check', '.'] },
  { name: 'unused code', command: ['knip'] },
]
/** Where a browser paints for the first time hangs on what else the machine does: alone. */
const weight: Stage = {
  name: 'weight of the first screen',
  command: ['node', '--disable-warning=ExperimentalWarning', 'bench/web/first-paint.ts', '--gate'],
}
const units: Stage = {
  name: 'unit and property tests',
  isShown: true,
  command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`],
  count: () => {
    const report = JSON.parse(readFileSync(unitReport, 'utf8'))
    return {
      passed: report.numPassedTests,
      // A file that could not be loaded has no tests to count.
      failed: report.numFailedTests + (report.numFailedTests === 0 ? report.numFailedTestSuites : 0),
      skipped: report.numPendingTests,
    }
  },
}
const browsers: Stage = {
  name: 'browser tests',
  command: ['node', '--disable-warning=ExperimentalWarning', 'test/e2e/run.ts'],
  count: output => {
    const [, passed = '0', failed = '0', skipped = '0'] =
      /^(?:\w+: )?(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/m.exec(output) ?? []
    return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) }
  },
}

/** Parts in order; the rows of a part go side by side, the stages of a row one after the other. */
const parts: readonly (readonly (readonly Stage[])[])[] = [
  [written, built],
  [[weight]],
  [[units], [browsers]],
]

/** Runs a stage. What it prints is shown as it comes, or whole when it is over. */
function run({ name, command, count }: Stage, isShown: boolean): Promise<Ended> {
  const [file = '', ...args] = command
  const began = performance.now()
  if (isShown) console.log(`\n── ${name}`)
  return new Promise(resolve => {
    const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' }
    const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let [output, shown] = ['', '']
    const hear = (chunk: Buffer): void => {
      shown += chunk.toString()
      if (isShown) process.stdout.write(chunk)
    }
    child.stderr.on('data', hear)
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      hear(chunk)
    })
    const end = (code: number): void => {
      if (!isShown) process.stdout.write(`\n── ${name}\n${shown}`)
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      console.log(`── ${name}: ${code === 0 ? 'good' : 'failed'}, ${seconds} s`)
      resolve({ name, code, counts: count?.(output) ?? none })
    }
    child.on('error', error => {
      shown += String(error)
      end(1)
    })
    child.on('close', code => end(code ?? 1))
  })
}

/** Up to the first stage that fails. */
async function runRow(row: readonly Stage[], isAlone: boolean): Promise<readonly Ended[]> {
  const ended: Ended[] = []
  for (const stage of row) {
    const one = await run(stage, stage.isShown ?? isAlone)
    ended.push(one)
    if (one.code !== 0) break
  }
  return ended
}

const hasFailed = ({ code }: Ended): boolean => code !== 0

const ended: Ended[] = []
for (const rows of parts) {
  if (ended.some(hasFailed)) break
  ended.push(...(await Promise.all(rows.map(row => runRow(row, rows.length === 1)))).flat())
}

rmSync(scratch, { recursive: true, force: true })
const total = ended.reduce<Counts>(
  (sum, { counts }) => ({
    passed: sum.passed + counts.passed,
    failed: sum.failed + counts.failed,
    skipped: sum.skipped + counts.skipped,
  }),
  none,
)
const failed = ended.find(hasFailed)
if (failed !== undefined) console.log(`\nStopped at: ${failed.name}.`)
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(failed === undefined && total.failed === 0 ? 0 : 1)
