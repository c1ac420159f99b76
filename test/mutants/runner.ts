/** Runs the tests of a copy: to learn in which of them which guard is heeded, or to take out guard after guard under a test. */

import { appendFileSync, readFileSync } from 'node:fs'
import { type RunnerTestCase, type RunnerTestFile, type RunnerTestSuite, TestRunner } from 'vitest'

type Guards = typeof globalThis & {
  __atWork?: readonly [file: string, title: string]
  __awake?: string
  /** Those that a test has missed: they need no other. */
  __missed?: Set<string>
}
const guards = globalThis as Guards
const missed = (guards.__missed ??= new Set())

const { GOODOFFICES_PLAN: planFile, GOODOFFICES_TRIED: triedFile = '' } = process.env
/** By file and title, as `keyOf` joins them: the guards that are tried on a test. */
const plan: Readonly<Record<string, readonly string[]>> | undefined =
  planFile === undefined ? undefined : JSON.parse(readFileSync(planFile, 'utf8'))

const idsFor = (test: RunnerTestCase): readonly string[] =>
  plan?.[`${test.file.name}\n${test.fullTestName}`] ?? []

/** What is left to try on the test at work; `asleep` is a look whether it still passes with none awake. */
let waiting: string[] = []
let trying = ''
let last = ''
const asleep = ''

export default class GuardRunner extends TestRunner {
  /** What is loaded is loaded for all. */
  override onCollectStart(file: RunnerTestFile): void {
    super.onCollectStart(file)
    delete guards.__atWork
  }

  /**
   * To learn what is heeded where, the tests of a file are run from the last to the first: one that needs what an earlier one has left
   * behind fails, and is not run without it.
   */
  onCollected(files: RunnerTestFile[]): void {
    if (plan !== undefined) for (const file of files) pick(file)
    else if (process.env['GOODOFFICES_TURNED'] === '1') for (const file of files) turnRound(file)
  }

  override async onBeforeRunSuite(suite: RunnerTestSuite): Promise<void> {
    guards.__atWork = [suite.file.name, '']
    await super.onBeforeRunSuite(suite)
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    guards.__atWork = [test.file.name, test.fullTestName]
    waiting = idsFor(test).filter(id => !missed.has(id))
    // Each may be followed by a look with none awake; and once there is nothing left, the rest is skipped.
    test.repeats = plan === undefined ? 0 : 2 * waiting.length
    await super.onBeforeRunTask(test)
  }

  override onBeforeTryTask(test: RunnerTestCase, options: { retry: number; repeats: number }): void {
    super.onBeforeTryTask(test, options)
    if (plan === undefined) return
    const next = waiting.shift()
    if (next === undefined) return test.context.skip()
    trying = next
    if (trying === asleep) return
    tell(test, 'begun')
    guards.__awake = trying
  }

  override async onAfterRetryTask(
    test: RunnerTestCase,
    options: { retry: number; repeats: number },
  ): Promise<void> {
    delete guards.__awake
    await super.onAfterRetryTask(test, options)
    if (plan === undefined || test.result?.state === 'skip') return
    const isFailed = test.result?.state === 'fail'
    if (trying === asleep) {
      tell(test, isFailed ? 'spoilt' : 'sound')
      if (isFailed) waiting = []
      else missed.add(last)
    } else {
      last = trying
      tell(test, isFailed ? 'failed' : 'passed')
      if (isFailed) waiting.unshift(asleep)
    }
  }

  /** What still goes on then may be of any test of the file. */
  override onAfterRunTask(test: RunnerTestCase): void {
    super.onAfterRunTask(test)
    guards.__atWork = [test.file.name, '']
  }
}

function tell(test: RunnerTestCase, what: string): void {
  appendFileSync(triedFile, `${JSON.stringify([test.file.name, test.fullTestName, what, trying])}\n`)
}

function turnRound(suite: RunnerTestSuite): void {
  suite.tasks.reverse()
  for (const task of suite.tasks) if (task.type === 'suite') turnRound(task)
}

function pick(suite: RunnerTestSuite): void {
  for (const task of suite.tasks)
    if (task.type === 'suite') pick(task)
    else if (idsFor(task).length === 0) task.mode = 'skip'
}
