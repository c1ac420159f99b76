/**
 * From nothing to a mediator's desk, as somebody sees it who tries the product: `serve` with an empty folder, the first page in a
 * browser that has never seen it, a click on a sample, the desk with what was said in both caucuses; and the same page again.
 * Medians, and what they are against a bare page (`/healthz`) loaded by the same browser from the same server.
 *
 * node bench/web/first-screen.ts [runs]     default 5; needs the built web app
 */

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findBrowser } from '../../test/e2e/browser.ts'

const runs = Number(process.argv[2] ?? 5)
const root = fileURLToPath(new URL('../../', import.meta.url))
if (!existsSync(join(root, 'packages/web/dist/index.html'))) {
  console.error('The web app is not built. Run: npm run build:web')
  process.exit(2)
}
const executablePath = findBrowser()
if (executablePath === undefined) process.exit(2)

const startMsMax = 30_000

/** Starts the product as `npm start` does, and resolves when it has said where it can be reached. */
async function serve(folder: string): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const args = ['--disable-warning=ExperimentalWarning', 'packages/cli/src/main.ts', 'serve']
  const child = spawn(process.execPath, [...args, '--data', folder, '--port', '0'], { cwd: root })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    const late = setTimeout(() => reject(new Error(`serve did not start:\n${said}`)), startMsMax)
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      const [found] = /http:\/\/[\w.:-]*\d/.exec(said) ?? []
      if (found === undefined || !said.includes('\n')) return
      clearTimeout(late)
      resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
  })
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Milliseconds from now until what matches has been painted, by the page's own clock. */
const untilShown = (page: Page, selector: string): Promise<void> =>
  page.evaluate(
    wanted =>
      new Promise<void>(resolve => {
        const look = (): void => {
          if (document.querySelector(wanted) === null) return
          observer.disconnect()
          // The frame after the one that it is painted in.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
        }
        const observer = new MutationObserver(look)
        observer.observe(document, { subtree: true, childList: true })
        look()
      }),
    selector,
  )

/** The desk with what waits on it and both columns with what was said in them. */
const deskShown = '.desk:has([data-column="one"] .entry):has([data-column="other"] .entry)'

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** In milliseconds, but for requests. */
type Visit = {
  readonly node: number
  readonly serve: number
  readonly page: number
  readonly desk: number
  readonly again: number
  readonly bare: number
  readonly requests: number
}

/** How long somebody reads the first page before they click. */
const readingMs = 1_500
const restingMs = 1_000

async function visit(browser: Browser, sample: string): Promise<Visit> {
  const folder = mkdtempSync(join(tmpdir(), 'goodoffices-bench-'))
  const node = await timed(async () => spawnSync(process.execPath, ['-e', '0']))
  const began = performance.now()
  const server = await serve(folder)
  const up = performance.now() - began
  const context = await browser.newContext({ locale: 'en' })
  const tab = await context.newPage()
  const page = await timed(async () => {
    await tab.goto(server.url, { waitUntil: 'commit' })
    await untilShown(tab, '.home__samples a')
  })
  await tab.waitForTimeout(readingMs)
  const asked: string[] = []
  tab.on('request', request => asked.push(request.url()))
  const desk = await timed(async () => {
    await tab.locator(`.home__samples a[href^="/samples/${sample}/"]`).click({ noWaitAfter: true })
    await untilShown(tab, deskShown)
  })
  const requests = asked.filter(url => url.includes('/v1/')).length
  await tab.waitForTimeout(restingMs)
  const again = await timed(async () => {
    await tab.reload({ waitUntil: 'commit' })
    await untilShown(tab, deskShown)
  })
  await tab.goto(`${server.url}/healthz`)
  const bare = await timed(() => tab.goto(`${server.url}/healthz`))
  await context.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
  return { node, serve: up, page, desk, again, bare, requests }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
})
for (const sample of ['algiers', 'two-villages']) {
  const visits: Visit[] = []
  for (let run = 0; run < runs; run += 1) visits.push(await visit(browser, sample))
  const of = (value: (seen: Visit) => number): number => median(visits.map(value))
  const bare = of(seen => seen.bare)
  const row = (name: string, value: (seen: Visit) => number): void =>
    console.log(
      `  ${name.padEnd(44)} ${of(value).toFixed(0).padStart(6)} ms  best ${Math.min(...visits.map(value))
        .toFixed(0)
        .padStart(5)}  ${(of(value) / bare).toFixed(1).padStart(5)} × a bare page`,
    )
  console.log(`${sample}, ${runs} visits, each to a server of its own`)
  row('a bare page', seen => seen.bare)
  row('a bare start of Node', seen => seen.node)
  row('serve, until it answers', seen => seen.serve)
  row('the first page, in a fresh browser', seen => seen.page)
  row('from the click to the desk', seen => seen.desk)
  row('the desk again, the page reloaded', seen => seen.again)
  row('serve, first page and desk together', seen => seen.serve + seen.page + seen.desk)
  console.log(`  requests to the relay before the desk: ${of(seen => seen.requests)}\n`)
}
await browser.close()
