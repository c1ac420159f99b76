import { type RunnerTestCase, type RunnerTestFile, type RunnerTestSuite, TestRunner } from 'vitest'

type AtWork = typeof globalThis & { __atWork?: readonly [file: string, title: string] }

/**
 * Tells the guards of a copy which test reaches them. It runs the tests of a file from the last to the first: one that needs what
 * an earlier one has left behind fails here, and is not run without it.
 */
export default class Recorder extends TestRunner {
  /** What is loaded is loaded for all. */
  override onCollectStart(file: RunnerTestFile): void {
    super.onCollectStart(file)
    delete (globalThis as AtWork).__atWork
  }

  onCollected(files: RunnerTestFile[]): void {
    if (process.env['GOODOFFICES_TURNED'] === '1') for (const file of files) turnRound(file)
  }

  override async onBeforeRunSuite(suite: RunnerTestSuite): Promise<void> {
    atWork(suite.file, '')
    await super.onBeforeRunSuite(suite)
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    atWork(test.file, test.fullTestName)
    await super.onBeforeRunTask(test)
  }

  /** What still goes on then may be of any test of the file. */
  override onAfterRunTask(test: RunnerTestCase): void {
    super.onAfterRunTask(test)
    atWork(test.file, '')
  }
}

function atWork(file: RunnerTestFile, title: string): void {
  ;(globalThis as AtWork).__atWork = [file.name, title]
}

function turnRound(suite: RunnerTestSuite): void {
  suite.tasks.reverse()
  for (const task of suite.tasks) if (task.type === 'suite') turnRound(task)
}
