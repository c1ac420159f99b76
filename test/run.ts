/**
 * The whole bar, in order: types, lint and format, unused code, the web app's build and the weight of its first screen, unit and
 * property tests, browser tests. Stops at the first stage that fails and closes with the tests counted over all of them.
 */

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Counts = { passed: number; failed: number; skipped: number }

const scratch = mkdtempSync(join(tmpdir(), 'goodoffices-test-'))
const unitReport = join(scratch, 'unit.json')
const total: Counts = { passed: 0, failed: 0, skipped: 0 }

const stages: readonly {
  readonly name: string
  readonly command: readonly string[]
  readonly count?: (output: string) => Counts
}[] = [
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  { name: 'format', command: ['biome', 'check', '.'] },
  { name: 'unused code', command: ['knip'] },
  { name: 'web app', command: ['vite', 'build', 'packages/web', '--logLevel', 'warn'] },
  {
    name: 'weight of the first screen',
    command: ['node', '--disable-warning=ExperimentalWarning', 'bench/web/first-paint.ts', '--gate'],
  },
  {
    name: 'unit and property tests',
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
  },
  {
    name: 'browser tests',
    command: ['node', '--disable-warning=ExperimentalWarning', 'test/e2e/run.ts'],
    count: output => {
      const [, passed = '0', failed = '0', skipped = '0'] =
        /^(?:\w+: )?(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/m.exec(output) ?? []
      return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) }
    },
  },
]

/** Runs a command with its output shown as it comes, and returned. */
function run([file = '', ...args]: readonly string[]): Promise<{
  readonly code: number
  readonly output: string
}> {
  return new Promise(resolve => {
    const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' }
    const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      process.stdout.write(chunk)
    })
    child.on('error', error => resolve({ code: 1, output: String(error) }))
    child.on('close', code => resolve({ code: code ?? 1, output }))
  })
}

let failedStage: string | undefined
for (const { name, command, count } of stages) {
  const began = performance.now()
  console.log(`\n── ${name}`)
  const { code, output } = await run(command)
  if (count !== undefined) {
    const { passed, failed, skipped } = count(output)
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
  }
  console.log(
    `── ${name}: ${code === 0 ? 'good' : 'failed'}, ${((performance.now() - began) / 1000).toFixed(1)} s`,
  )
  if (code !== 0) {
    failedStage = name
    break
  }
}
rmSync(scratch, { recursive: true, force: true })
if (failedStage !== undefined) console.log(`\nStopped at: ${failedStage}.`)
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(failedStage === undefined && total.failed === 0 ? 0 : 1)
