/** Tests with pages of their own, a few at a time; a failure is printed with a picture of what was on the screen. */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect as expectOfPlaywright,
  type Page,
} from '@playwright/test'

export type Scene = {
  readonly url: string
  /** A person at a browser of their own, in English unless said otherwise. */
  readonly person: (options?: PersonOptions) => Promise<Page>
}

/** `undoes`: what is sent may be taken back for ten seconds, as it may unless somebody chose otherwise. */
type PersonOptions = BrowserContextOptions & { readonly undoes?: boolean }

/** Nobody here waits ten seconds for each message. A page without an origin, such as the browser's own for a lost connection, has nowhere to keep that. */
function sendAtOnce(): void {
  if (self.origin === 'null') return
  const key = 'goodoffices.preferences'
  if (localStorage.getItem(key) === null) localStorage.setItem(key, '{"undo":"none"}')
}

type Test = { readonly name: string; readonly run: (scene: Scene) => Promise<void> }

const tests: Test[] = []
const waitMsMax = 60_000
const testMsMax = 480_000

/** With as much patience as the rest. */
export const expect = expectOfPlaywright.configure({ timeout: waitMsMax })

export function test(name: string, run: Test['run']): void {
  tests.push({ name, run })
}

/** Messages of the browser that are no fault of ours: a refused request, or a lost connection, is shown on the screen, and asserted there. */
const isHarmless = (text: string): boolean =>
  ['Failed to load resource', 'Failed to load module script', 'WebSocket connection to'].some(start =>
    text.startsWith(start),
  )

/** Nothing moves, and nobody keeps the whole app for later: that is most of what a browser does at a first visit, and the subject of few tests. */
const plain: BrowserContextOptions = { locale: 'en', reducedMotion: 'reduce', serviceWorkers: 'block' }

/** For tests of what is there without a line. */
export const keeping: BrowserContextOptions = { serviceWorkers: 'allow' }

type Given = { readonly browser: Browser; readonly url: string }

/** Tests at a time, over one relay and one browser: half of each is people waiting for each other, and the tests of units run beside. */
const rowsCount = 3

/**
 * Runs the tests whose name contains `only`. What fails among others is tried once more alone, and said to be unsteady
 * where it passes then: a fault of the program fails twice, a machine too busy for three browsers at once does not.
 * Returns how many failed.
 */
export async function runAll({
  only,
  ...given
}: Given & { readonly only: string | undefined }): Promise<number> {
  const chosen = tests.filter(({ name }) => only === undefined || name.includes(only))
  const waiting = [...chosen]
  const again: Test[] = []
  const runRow = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      if (!(await runOne(next, given))) again.push(next)
  }
  await Promise.all(Array.from({ length: rowsCount }, runRow))
  let failed = 0
  for (const one of again)
    if (await runOne(one, given)) process.stdout.write(`UNSTEADY ${one.name}\n`)
    else failed += 1
  process.stdout.write(`${chosen.length - failed} passed, ${failed} failed\n`)
  return failed
}

/** Whether it passed. */
async function runOne({ name, run }: Test, { browser, url }: Given): Promise<boolean> {
  const contexts: BrowserContext[] = []
  const pages: Page[] = []
  const complaints: string[] = []
  const person: Scene['person'] = async ({ undoes = false, ...options } = {}) => {
    const context = await browser.newContext({ ...plain, ...options })
    contexts.push(context)
    context.setDefaultTimeout(waitMsMax)
    if (!undoes) await context.addInitScript(sendAtOnce)
    const page = await context.newPage()
    pages.push(page)
    page.on('pageerror', error => complaints.push(String(error)))
    page.on('console', message => {
      if (message.type() === 'error' && !isHarmless(message.text())) complaints.push(message.text())
    })
    return page
  }
  const started = performance.now()
  try {
    await within(testMsMax, run({ url, person }))
    if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
    process.stdout.write(`ok   ${name} (${Math.round(performance.now() - started)} ms)\n`)
    return true
  } catch (error) {
    process.stdout.write(`FAIL ${name}\n${error instanceof Error ? error.stack : String(error)}\n`)
    if (complaints.length > 0) process.stdout.write(`${complaints.join('\n')}\n`)
    await takePictures(name, pages)
    return false
  } finally {
    for (const context of contexts) await context.close()
  }
}

async function within(msMax: number, work: Promise<void>): Promise<void> {
  let clock: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new Error(`not done within ${msMax} ms`)), msMax)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(clock))
}

async function takePictures(name: string, pages: readonly Page[]): Promise<void> {
  const folder = join(import.meta.dirname, '../../test-results')
  mkdirSync(folder, { recursive: true })
  for (const [index, page] of pages.entries()) {
    const path = join(folder, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${index + 1}.png`)
    // A page that has crashed cannot be photographed; the failure itself is printed already.
    const taken = await page.screenshot({ path, timeout: 5_000 }).catch(() => undefined)
    if (taken !== undefined) process.stdout.write(`     ${path}\n`)
  }
}
