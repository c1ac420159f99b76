import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRelay } from '../../packages/relay/src/index.ts'
import { missingOffline, openSample } from './steps.ts'
import { expect, keeping, test } from './suite.ts'

test('a browser without what is needed, or a page without https, says so in one sentence', async ({
  url,
  person,
}) => {
  const page = await person({ locale: 'fr' })
  await page.addInitScript(() => Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined }))
  await page.goto(url)
  await expect(page.getByText('Ouvrez-la à son adresse https')).toBeVisible()
  const old = await person()
  await old.addInitScript(() => {
    delete (String.prototype as { isWellFormed?: unknown }).isWellFormed
  })
  await old.goto(url)
  await expect(old.getByText('Chrome or Edge 111, Firefox 119, Safari 16.4 and newer')).toBeVisible()
})

test('without a connection the app opens, everything is read, and what is said is kept and sent later', async ({
  url,
  person,
}) => {
  const page = await person(keeping)
  await openSample(page, url, 'algiers', 'Iran')
  expect(await missingOffline(page)).toBe(0)
  await page.reload()
  await page.locator('.entries').waitFor()
  await page.context().setOffline(true)
  // MEET-10: the card of one’s own way to a meeting, which fits one sheet of A6.
  await page.getByRole('link', { name: 'Illustrative: how an account is opened' }).first().click()
  await expect(page.locator('.meeting-card__hours')).toContainText('9:30')
  await page.emulateMedia({ media: 'print' })
  const card = (await page.pdf({ format: 'A6' })).toString('latin1')
  expect(card.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await page.emulateMedia({ media: null })
  await page.goBack()
  await page.getByRole('link', { name: 'Write a message' }).click()
  await page.getByLabel('Words', { exact: true }).fill('Said without a connection.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const entry = page.locator('.entry--message').last()
  await expect(entry).toContainText('Said without a connection.')
  await expect(entry).toContainText('kept here, not yet sent')
  await page.context().setOffline(false)
  await expect(entry).not.toContainText('kept here, not yet sent')
})

test('the policy forbids inline script and style, and nothing is loaded from elsewhere', async ({
  url,
  person,
}) => {
  const page = await person()
  const foreign: string[] = []
  page.on('request', request => {
    if (!request.url().startsWith(url) && !request.url().startsWith('blob:')) foreign.push(request.url())
  })
  const answer = await page.goto(url)
  const policy = answer?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe-inline')
  await openSample(page, url, 'algiers')
  expect(foreign).toEqual([])
})

test('the app can be installed, and opens while its server is stopped', async ({ person }) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'goodoffices-installed-'))
  const webRoot = join(import.meta.dirname, '../../packages/web/dist')
  const relay = await startRelay({ dataFolder, webRoot, logger: () => undefined })
  try {
    const page = await person(keeping)
    await page.goto(relay.url)
    expect(await missingOffline(page)).toBe(0)
    const browser = await page.context().newCDPSession(page)
    const { data = '', errors } = await browser.send('Page.getAppManifest')
    expect(errors).toEqual([])
    const manifest = JSON.parse(data)
    expect(manifest).toMatchObject({ display: 'standalone', start_url: '/' })
    expect(manifest.name).not.toBe('')
    // What a browser asks for before it offers to install: an icon of each size, which is there.
    for (const sizes of ['192x192', '512x512']) {
      const icon = manifest.icons.find((each: { readonly sizes: string }) => each.sizes === sizes)
      expect((await page.request.get(relay.url + icon.src)).headers()['content-type']).toBe(icon.type)
    }
    // Nothing else stands in the way; where a browser says so at all, a test's own keeps nothing.
    const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors')
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
    await page.reload()
    await page.getByRole('link', { name: 'Begin talks' }).waitFor()
    await relay.stop()
    // Any address opens the app, in any language: all of it is kept.
    await page.goto(`${relay.url}/settings`)
    await page.getByText('Français').click()
    await expect(page.getByRole('heading', { level: 1, name: 'Réglages' })).toBeVisible()
    await page.goto(`${relay.url}/begin`)
    await page.getByLabel('Votre nom').fill('Amina Haddad')
    await page.getByRole('button', { name: 'Continuer' }).click()
    await expect(page.getByRole('alert')).toContainText('est injoignable')
  } finally {
    await relay.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
})
