/** Opening the app over lines that drop, say nothing or answer for another, and over an update of the server. */

import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startRelay } from '../../packages/relay/src/index.ts'
import { checkAccess } from './axe.ts'
import { openLine } from './line.ts'
import { becomeSomebody, beginTalks, bringIn, missingOffline } from './steps.ts'
import { expect, keeping, test } from './suite.ts'

const webRoot = join(import.meta.dirname, '../../packages/web/dist')

test('a connection that drops on the way does not leave the page empty', async ({ url, person }) => {
  const line = await openLine(url)
  try {
    const page = await person()
    line.dropNext(/\/assets\/react-/)
    await page.goto(line.url)
    await page.getByRole('link', { name: 'Begin talks' }).waitFor()
    line.dropNext(/\/assets\/begin-page-/)
    await page.getByRole('link', { name: 'Begin talks' }).click()
    await page.getByLabel('Your name').waitFor()
  } finally {
    line.close()
  }
})

test('while the app is on its way the page says so, and offers to try again when it does not come', async ({
  url,
  person,
}) => {
  const line = await openLine(url)
  try {
    const page = await person({ locale: 'ar' })
    line.signIn(/\/assets\/react-/)
    await page.goto(line.url)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await page.getByRole('button', { name: 'إعادة المحاولة' }).waitFor()
    line.signIn(undefined)
    await page.getByRole('link', { name: 'بدء محادثات' }).waitFor()
  } finally {
    line.close()
  }
})

test('what has been kept opens at once on a line that says nothing, and behind a sign-in page', async ({
  url,
  person,
}) => {
  const line = await openLine(url)
  try {
    const page = await person(keeping)
    await page.goto(line.url)
    expect(await missingOffline(page)).toBe(0)
    line.silence(true)
    await page.goto(`${line.url}/settings`)
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    line.silence(false)
    line.signIn(/./)
    await page.goto(line.url)
    await page.getByRole('link', { name: 'Begin talks' }).click()
    await page.getByLabel('Your name').waitFor()
  } finally {
    line.close()
  }
})

test('an answer that is not the app’s is not kept for it', async ({ url, person }) => {
  const line = await openLine(url)
  try {
    const page = await person(keeping)
    line.signIn(/\/assets\/begin-page-/)
    await page.goto(line.url)
    expect(await missingOffline(page)).toBeGreaterThan(0)
    line.signIn(undefined)
    await page.goto(`${line.url}/begin`)
    await page.getByLabel('Your name').waitFor()
    expect(await missingOffline(page)).toBe(0)
  } finally {
    line.close()
  }
})

test('a screen whose program does not come says so in the reader’s language, with ways on', async ({
  url,
  person,
}) => {
  const line = await openLine(url)
  try {
    const page = await person({ locale: 'fr' })
    await page.goto(line.url)
    line.signIn(/\/assets\/settings-page-/)
    await page.evaluate(() => sessionStorage.setItem('goodoffices.reloaded', String(Date.now())))
    await page.getByRole('link', { name: 'Réglages' }).click()
    await page
      .getByRole('heading', { name: 'Cette page n’a pas pu être affichée' })
      .waitFor({ timeout: 60_000 })
    await page.getByRole('link', { name: 'Tous les pourparlers' }).click()
    await page.getByRole('link', { name: 'Ouvrir des pourparlers' }).waitFor()
    line.signIn(undefined)
    await page.goto(`${line.url}/settings`)
    await page.getByRole('heading', { level: 1, name: 'Réglages' }).waitFor()
  } finally {
    line.close()
  }
})

const versionOf = (page: Page): Promise<string | null> =>
  page.locator('meta[name="goodoffices-version"]').getAttribute('content')

const integrityOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`

/** The same app as another version, as a build with another text somewhere would be. */
function makeNext(folder: string, version: string): void {
  cpSync(webRoot, folder, { recursive: true })
  const [page, worker] = [join(folder, 'index.html'), join(folder, 'service-worker.js')]
  const before = readFileSync(page, 'utf8')
  const own = /name="goodoffices-version" content="(\w+)"/.exec(before)?.[1] ?? ''
  const after = before.replace(own, version)
  writeFileSync(page, after)
  writeFileSync(
    worker,
    readFileSync(worker, 'utf8')
      .replace(`"version":"${own}"`, `"version":"${version}"`)
      .replace(integrityOf(before), integrityOf(after)),
  )
}

test('a newer version is kept first and then offered; until it is taken, page and worker stay of one', async ({
  url,
  person,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'goodoffices-next-'))
  makeNext(join(folder, 'web'), 'next')
  const next = await startRelay({
    dataFolder: join(folder, 'data'),
    webRoot: join(folder, 'web'),
    logger: () => undefined,
  })
  const line = await openLine(url)
  try {
    const page = await person(keeping)
    await page.goto(line.url)
    expect(await missingOffline(page)).toBe(0)
    const own = await versionOf(page)
    expect(own).not.toBe('next')
    line.lead(next.url)
    await page.reload()
    const offer = page.getByText('A new version is there.')
    await offer.waitFor()
    // As long as it is not taken, nothing of it is mixed with what runs.
    await page.reload()
    await offer.waitFor()
    expect(await versionOf(page)).toBe(own)
    // A browser may hold the worker before for a while: what stays on offer after the page has come anew is taken again.
    await expect(async () => {
      if (await offer.isVisible()) await page.getByRole('button', { name: 'Reload' }).click()
      await expect(page.locator('meta[name="goodoffices-version"]')).toHaveAttribute('content', 'next', {
        timeout: 10_000,
      })
    }).toPass({ timeout: 60_000 })
    await expect(offer).toBeHidden()
    // And so it is when nobody answers.
    line.silence(true)
    await page.reload()
    await page.getByRole('link', { name: 'Begin talks' }).waitFor()
    expect(await versionOf(page)).toBe('next')
  } finally {
    line.close()
    await next.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('SYNC-38: what is done in several rooms is told for each, where the server takes it in some of them only', async ({
  url,
  person,
}) => {
  const line = await openLine(url)
  try {
    const [lead, second] = await Promise.all([person(), person()])
    await lead.goto(`${line.url}/begin`)
    await becomeSomebody(lead, 'Committee')
    await beginTalks(lead, 'Two lakes', ['Lower village', 'Upper village'])
    await lead.getByRole('link', { name: 'Desk' }).click()
    const roomOf = async (party: string): Promise<RegExp> => {
      const link = lead.locator('.desk__caucus', { hasText: party }).locator('a[href*="/rooms/"]').first()
      return new RegExp(/rooms\/([\w-]+)/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? 'no room')
    }
    const [lower, upper] = [await roomOf('Lower village'), await roomOf('Upper village')]
    await lead.getByRole('region', { name: 'These talks' }).getByRole('link', { name: 'People' }).click()
    const status = lead.locator('[aria-live]').filter({ has: lead.getByRole('button', { name: 'Got it' }) })

    /** Without the signs that keep names of either direction apart. */
    const tells = (words: RegExp) =>
      expect.poll(async () => (await status.textContent())?.replaceAll(/[\u2066-\u2069]/g, '')).toMatch(words)

    line.refuse(upper)
    await bringIn(lead, second, { name: 'Second mediator', talks: 'Two lakes', side: 'Mediators' })
    await tells(/Done: Table, Caucus with Lower village, and Desk/)
    await tells(/Not done: Caucus with Upper village/)
    await tells(/The server does not know this request/)
    await checkAccess(lead, 'rooms in which it was not done')
    await status.getByRole('button', { name: 'Got it' }).click()
    await expect(status).toHaveCount(0)
    line.refuse(undefined)

    // On its way, and then done: the page says so by itself.
    line.signIn(lower)
    await lead
      .getByRole('listitem')
      .filter({ hasText: 'Second mediator' })
      .getByRole('button', { name: 'Remove' })
      .click()
    await lead.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await tells(/Done: .*Table/)
    await tells(/not done yet.*Caucus with Lower village/)
    line.signIn(undefined)
    await expect(lead.getByRole('dialog')).toHaveCount(0)
    await expect(lead.getByRole('button', { name: 'Remove' })).toHaveCount(0)
  } finally {
    line.close()
  }
})
