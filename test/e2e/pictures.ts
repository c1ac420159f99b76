/** Takes the pictures of docs/pictures/ anew: twelve screens in three sizes, of the samples alone. */

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { startRelay } from '../../packages/relay/src/index.ts'
import { findBrowser } from './browser.ts'
import { moveTo, openSample, type SampleName } from './steps.ts'

const folder = join(import.meta.dirname, '../../docs/pictures')
const webRoot = join(import.meta.dirname, '../../packages/web/dist')

const sizes = { phone: [390, 844], tablet: [900, 1100], desktop: [1600, 1000] } as const
type Size = keyof typeof sizes

type Seat = {
  readonly sample: SampleName
  readonly label?: string
  readonly locale?: string
  readonly colorScheme?: 'dark' | 'light'
}
type Screen = { readonly name: string; readonly show: (page: Page, base: string) => Promise<void> }

const to = (path: string) => (page: Page, base: string) => moveTo(page, `${base}/${path}`)
const carry = async (page: Page): Promise<void> => {
  await page.locator('.desk__lines a.button').first().click()
  await page.locator('.carry').waitFor()
}

/** Who looks at what: screens of one seat are taken one after the other, since a sample is played once for each. */
const shows: readonly { readonly seat: Seat; readonly screens: readonly Screen[] }[] = [
  {
    seat: { sample: 'algiers' },
    screens: [
      { name: 'desk', show: async () => undefined },
      { name: 'carry', show: carry },
      { name: 'today', show: to('today') },
      { name: 'people', show: to('people') },
      { name: 'record', show: to('record') },
      { name: 'find', show: to('find') },
    ],
  },
  {
    seat: { sample: 'algiers', colorScheme: 'dark', locale: 'fa' },
    screens: [
      { name: 'desk-dark-fa', show: async () => undefined },
      { name: 'today-dark-fa', show: to('today') },
    ],
  },
  {
    seat: { sample: 'two-villages', label: 'Upper village', locale: 'ar' },
    screens: [
      { name: 'room-ar', show: async () => undefined },
      {
        name: 'writing-ar',
        show: async page => {
          await page.locator('.room__next a').first().click()
          await page.locator('.marked-field').waitFor()
        },
      },
    ],
  },
]

const outside: readonly { readonly name: string; readonly path: string; readonly locale: string }[] = [
  { name: 'home', path: '/', locale: 'en' },
  { name: 'settings-fr', path: '/settings', locale: 'fr' },
]

/** The browser writes it smaller than it takes it. */
async function keepPicture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const taken = (await page.screenshot({ animations: 'disabled', caret: 'hide' })).toString('base64')
  const pressed = await page.evaluate(async png => {
    const picture = new Image()
    picture.src = `data:image/png;base64,${png}`
    await picture.decode()
    const canvas = document.createElement('canvas')
    canvas.width = picture.width
    canvas.height = picture.height
    canvas.getContext('2d')?.drawImage(picture, 0, 0)
    return canvas.toDataURL('image/webp', 0.8)
  }, taken)
  writeFileSync(join(folder, `${name}.webp`), Buffer.from(pressed.slice(pressed.indexOf(',') + 1), 'base64'))
}

async function takeAll(browser: Browser, url: string, size: Size): Promise<void> {
  const [width, height] = sizes[size]
  const look = {
    viewport: { width, height },
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
  } as const
  for (const { name, path, locale } of outside) {
    const context = await browser.newContext({ ...look, locale })
    const page = await context.newPage()
    await page.goto(url + path)
    await page.locator('h1').waitFor({ state: 'attached' })
    await page.waitForLoadState('networkidle')
    await keepPicture(page, `${name}-${size}`)
    await context.close()
  }
  for (const { seat, screens } of shows) {
    const { sample, label, locale = 'en', colorScheme = 'light' } = seat
    const context = await browser.newContext({ ...look, locale, colorScheme })
    const page = await context.newPage()
    await openSample(page, url, sample, label)
    const base = new URL(page.url()).pathname.replace(/\/(desk|rooms\/.*)$/, '')
    for (const { name, show } of screens) {
      await show(page, base)
      await page.locator('main h1').waitFor({ state: 'attached' })
      // What a screen fetches for itself is there, and nothing is said aloud any more.
      await page.waitForLoadState('networkidle')
      await keepPicture(page, `${name}-${size}`)
    }
    await context.close()
  }
}

const executablePath = findBrowser()
if (executablePath === undefined) process.exit(2)
for (const old of readdirSync(folder)) rmSync(join(folder, old))
const dataFolder = mkdtempSync(join(tmpdir(), 'goodoffices-pictures-'))
const relay = await startRelay({ dataFolder, webRoot, logger: () => undefined })
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const browser = await chromium.launch({ executablePath, args })
for (const size of Object.keys(sizes) as Size[]) await takeAll(browser, relay.url, size)
await browser.close()
await relay.stop()
rmSync(dataFolder, { recursive: true, force: true })
