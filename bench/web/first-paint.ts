/**
 * What a visitor's browser asks of the server until the first screen is painted: every request, whoever made it, compressed by gzip.
 * The line that the page shows while the app is on its way does not count as painted; nor does anything but what a person came for.
 * Once as a new visitor, once as somebody who comes back with talks and finds nothing kept but the keys, as after a new version.
 *
 * node bench/web/first-paint.ts [--gate]     needs the built web app; with --gate fails where a limit is passed
 */

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { startRelay } from '../../packages/relay/src/index.ts'
import { findBrowser } from '../../test/e2e/browser.ts'
import { becomeSomebody, beginTalks } from '../../test/e2e/steps.ts'

const limits = { new: 100_000, returning: 130_000 } as const
type Visitor = keyof typeof limits

const isGate = process.argv.includes('--gate')
const webRoot = fileURLToPath(new URL('../../packages/web/dist', import.meta.url))
if (!existsSync(join(webRoot, 'index.html'))) {
  console.error('The web app is not built. Run: npm run build:web')
  process.exit(2)
}
const executablePath = findBrowser()
if (executablePath === undefined) process.exit(2)

type Asked = {
  readonly path: string
  /** Milliseconds since 1970, of the request. */
  readonly at: number
  readonly sent: number
  readonly gzip: number
}

const clock = (): number => performance.timeOrigin + performance.now()
const waitMsMax = 60_000

function plainOf(bytes: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'br') return brotliDecompressSync(bytes)
  return encoding === 'gzip' ? gunzipSync(bytes) : bytes
}

/** Stands before the relay, passes all on as it is, and notes what was asked and when. */
async function noteRequests(relay: URL): Promise<{
  readonly url: string
  readonly asked: Asked[]
  readonly close: () => void
}> {
  const asked: Asked[] = []
  const pass = (from: IncomingMessage, to: ServerResponse): void => {
    const at = clock()
    const { hostname, port } = relay
    const onwards = ask(
      { hostname, port, path: from.url, method: from.method, headers: from.headers },
      answer => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          const body = Buffer.concat(chunks)
          const gzip = gzipSync(plainOf(body, answer.headers['content-encoding'])).length
          asked.push({ path: from.url ?? '', at, sent: body.length, gzip })
          to.writeHead(answer.statusCode ?? 502, answer.headers)
          to.end(body)
        })
      },
    )
    onwards.on('error', () => to.destroy())
    from.pipe(onwards)
  }
  const server = createServer(pass)
  // Live updates come after the first screen.
  server.on('upgrade', (_, socket) => socket.destroy())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, asked, close: () => server.close() }
}

/** Milliseconds since 1970 at which what matches was first painted, and the browser's own first paint of content. */
async function openFirstScreen(page: Page, url: string, selector: string) {
  await page.addInitScript(wanted => {
    const mark = (): void => {
      const element = document.querySelector(wanted)
      if (element === null) return
      element.setAttribute('elementtiming', 'first-screen')
      watching.disconnect()
    }
    const watching = new MutationObserver(mark)
    watching.observe(document, { subtree: true, childList: true })
  }, selector)
  await page.goto(url)
  return page.evaluate(
    () =>
      new Promise<{ readonly shown: number; readonly first: number }>(resolve => {
        new PerformanceObserver(list => {
          const [entry] = list.getEntries() as (PerformanceEntry & { readonly renderTime: number })[]
          const [first] = performance.getEntriesByName('first-contentful-paint')
          if (entry === undefined) return
          resolve({
            shown: performance.timeOrigin + entry.renderTime,
            first: performance.timeOrigin + (first?.startTime ?? Number.NaN),
          })
        }).observe({ type: 'element', buffered: true })
      }),
  )
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`.padStart(9)
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

/** The page of a visitor for whom nothing is kept that the server has sent. */
async function emptyHanded(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(waitMsMax)
  const browser = await context.newCDPSession(page)
  await browser.send('Network.enable')
  await browser.send('Network.clearBrowserCache')
  await browser.send('Network.setCacheDisabled', { cacheDisabled: true })
  return page
}

const dataFolder = mkdtempSync(join(tmpdir(), 'goodoffices-bench-'))
const relay = await startRelay({ dataFolder, webRoot, logger: () => undefined })
const between = await noteRequests(new URL(relay.url))
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
})

/** Returns the bytes that count. */
async function measure(visitor: Visitor, page: Page, selector: string, last: string): Promise<number> {
  between.asked.length = 0
  const { shown, first } = await openFirstScreen(page, between.url, selector)
  await page.locator(last).first().waitFor()
  const before = between.asked.filter(({ at }) => at <= Math.max(shown, first))
  const bytes = sum(before.map(({ gzip }) => gzip))
  console.log(`a ${visitor} visitor`)
  for (const { path, sent, gzip } of before.toSorted((a, b) => b.gzip - a.gzip))
    console.log(`  ${kilobytes(gzip)} gzip ${kilobytes(sent)} sent  ${path}`)
  console.log(`  ${kilobytes(bytes)} gzip in ${before.length} requests until the first screen is painted`)
  console.log(
    `  ${kilobytes(sum(before.map(({ sent }) => sent)))} as the relay sends them; ${kilobytes(
      sum(between.asked.map(({ gzip }) => gzip)),
    )} gzip in ${between.asked.length} requests until ${last} stands\n`,
  )
  return bytes
}

const stranger = await browser.newContext({ locale: 'en' })
const counted: Record<Visitor, number> = { new: 0, returning: 0 }
counted.new = await measure('new', await emptyHanded(stranger), '.home__sentence', '.home__samples a')
await stranger.close()

const person = await browser.newContext({ locale: 'en', serviceWorkers: 'block' })
person.setDefaultTimeout(waitMsMax)
const first = await person.newPage()
await first.goto(`${between.url}/begin`)
await becomeSomebody(first, 'Amina Haddad')
await beginTalks(first, 'The ferry line', ['Harbour union', 'Port authority'])
await first.close()
counted.returning = await measure('returning', await emptyHanded(person), '.home__heading', '.home__talks')
await person.close()

await browser.close()
between.close()
await relay.stop()
rmSync(dataFolder, { recursive: true, force: true })

let passed = true
for (const visitor of ['new', 'returning'] as const) {
  const bytes = counted[visitor]
  const isWithin = bytes > 0 && bytes <= limits[visitor]
  if (!isWithin) passed = false
  console.log(
    `${isWithin ? 'within' : 'OVER'} the limit: a ${visitor} visitor asks for ${kilobytes(bytes).trim()} before the first screen is painted, and may ask for ${kilobytes(limits[visitor]).trim()}.`,
  )
}
if (!passed)
  console.log(
    'What the first screen does not need is to be imported when it is needed (`import()`); see the list above for what it asked for.',
  )
process.exit(passed || !isGate ? 0 : 1)
