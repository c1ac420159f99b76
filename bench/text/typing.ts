/**
 * Typing in a text of 300 clauses, in a browser at a sixth of its speed: from a key pressed until everything that it sets off has run, in the
 * field of one clause. Needs the built web app. `node bench/text/typing.ts [clauses] [--gate]`; with --gate it fails where a key takes
 * longer than a frame of 16 ms.
 */

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { startRelay } from '../../packages/relay/src/index.ts'
import { findBrowser } from '../../test/e2e/browser.ts'
import { becomeSomebody, beginTalks, moveTo } from '../../test/e2e/steps.ts'

const clausesCount = Number(process.argv.slice(2).find(arg => /^\d+$/.test(arg)) ?? 300)
const frameMs = 16
const slowness = 6
const typed = ' and each village [keeps] [mends] the gate at dawn'

const webRoot = fileURLToPath(new URL('../../packages/web/dist', import.meta.url))
if (!existsSync(join(webRoot, 'index.html'))) {
  console.error('The web app is not built. Run: npm run build:web')
  process.exit(2)
}
const executablePath = findBrowser()
if (executablePath === undefined) process.exit(2)

const spoken = (words: string) => ({ en: words, ar: words, fa: words, fr: words, es: words })
const body = 'Each village [shall] [should] open its gate, and tell the other a day before.'
const template = {
  format: 'good-offices-template/1',
  name: 'long',
  edition: 1,
  title: spoken('A long text'),
  about: spoken('For a benchmark.'),
  basis: spoken('After nothing.'),
  text: {
    title: spoken('Rule of the canals'),
    nature: 'mediators-text',
    clauses: Array.from({ length: clausesCount }, () => ({ clauseKind: 'article', body: spoken(body) })),
  },
  puts: [],
}

/** Of each key, how long until what it set off has run: sets of tasks, layout and painting left out. */
async function timesOf(page: Page): Promise<readonly number[]> {
  const field = page.getByRole('textbox', { name: /Drafted in/ })
  await field.press('End')
  await page.evaluate(() => {
    const kept: number[] = []
    Object.assign(globalThis, { keyTimes: kept })
    addEventListener(
      'keydown',
      () => {
        const start = performance.now()
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => kept.push(performance.now() - start))
        port1.start()
        // Behind whatever the key has brought to the queue.
        addEventListener('input', () => port2.postMessage(undefined), { once: true })
      },
      true,
    )
  })
  for (const key of typed) {
    await field.press(key === ' ' ? 'Space' : key)
    await page.waitForTimeout(60)
  }
  return page.evaluate(() => (globalThis as unknown as { readonly keyTimes: readonly number[] }).keyTimes)
}

const folder = mkdtempSync(join(tmpdir(), 'goodoffices-typing-'))
const relay = await startRelay({ dataFolder: folder, webRoot, logger: () => undefined })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
try {
  const page = await browser.newPage({ locale: 'en' })
  await page.goto(`${relay.url}/begin`)
  await becomeSomebody(page, 'Committee')
  await beginTalks(page, 'Canals', ['Upper village', 'Lower village'])
  const talks = new URL(page.url()).pathname.replace(/\/people$/, '')
  const file = join(folder, 'long.json')
  writeFileSync(file, JSON.stringify(template))
  await moveTo(page, `${talks}/template`)
  await page.locator('input[type=file]').setInputFiles(file)
  await page.locator('.brought').first().waitFor()
  await page.locator('main form label').last().click()
  await page.locator('main form button').last().click()
  await page.locator('.desk').waitFor()
  await moveTo(page, `${talks}/text`)
  const line = page.locator('.outline__line').nth(Math.floor(clausesCount / 2))
  await line.click()
  await page.waitForTimeout(1_000)
  const rows: [string, readonly number[]][] = []
  for (const slower of [1, slowness]) {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
    rows.push([slower === 1 ? 'as it is' : `at 1/${slower}`, (await timesOf(page)).toSorted((a, b) => a - b)])
  }
  const [plain] = rows[0]?.[1].slice(-1) ?? []
  console.log(`${clausesCount} clauses, ${typed.length} keys in one of them, ms\n`)
  console.log('| processor | median | longest | against as it is |\n|---|---|---|---|')
  for (const [name, times] of rows) {
    const longest = times.at(-1) ?? 0
    const median = times[Math.floor(times.length / 2)] ?? 0
    console.log(
      `| ${name} | ${median.toFixed(1)} | ${longest.toFixed(1)} | ${(longest / (plain ?? 1)).toFixed(1)} |`,
    )
  }
  const longest = rows.at(-1)?.[1].at(-1) ?? 0
  if (process.argv.includes('--gate') && longest > frameMs) {
    console.error(`A key took ${longest.toFixed(1)} ms.`)
    process.exitCode = 1
  }
} finally {
  await browser.close()
  await relay.stop()
  rmSync(folder, { recursive: true, force: true })
}
