import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { verifyRecord } from '../../packages/client/src/index.ts'
import { checkAccess } from './axe.ts'
import { becomeSomebody, beginTalks, goToWork, openSample, sitDown } from './steps.ts'
import { expect, test } from './suite.ts'

test('the mediators open the table for direct exchange and close it, and both are recorded', async ({
  url,
  person,
}) => {
  const page = await person()
  await openSample(page, url, 'algiers')
  await page.locator('.talks__link', { hasText: 'Table' }).click()
  await page.getByRole('button', { name: 'Let the parties speak directly' }).click()
  // Not against the limits of a consent, which stand there in the side's own words.
  const dialog = page.getByRole('dialog')
  const open = dialog.getByRole('button', { name: 'Let the parties speak directly' })
  await expect(dialog.locator('.quote')).not.toHaveCount(0)
  await expect(open).toBeDisabled()
  await checkAccess(page, 'opening the table')
  for (const heed of await dialog.getByText('I have read these limits, and they are kept').all())
    await heed.click()
  await open.click()
  await expect(page.getByText('Direct exchange is open.', { exact: true })).toBeVisible()
  await sitDown(page, 'Iran')
  await expect(page.getByText('gave word here that direct exchange is open')).toBeVisible()
  await page.locator('.talks__link', { hasText: 'Table' }).click()
  await page.getByRole('link', { name: 'Write a message' }).click()
  await page.getByLabel('Words', { exact: true }).fill('Said across the table.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await sitDown(page, 'United States')
  await page.locator('.talks__link', { hasText: 'Table' }).click()
  await expect(page.getByText('Said across the table.')).toBeVisible()
  await sitDown(page, 'Algeria, the mediator')
  await page.locator('.talks__link', { hasText: 'Table' }).click()
  await page.getByRole('button', { name: 'End direct exchange' }).click()
  await expect(page.getByText('Direct exchange is closed.')).toBeVisible()
  await expect(page.locator('.entry--event').last()).toContainText('ended direct exchange')
  await sitDown(page, 'Iran')
  await page.locator('.talks__link', { hasText: 'Table' }).click()
  await expect(page.getByRole('link', { name: 'Write a message' })).toHaveCount(0)
})

test('a private note is kept for its writer alone', async ({ url, person }) => {
  const page = await person()
  await openSample(page, url, 'two-villages')
  await page.getByRole('link', { name: 'My notes' }).click()
  await page.getByLabel('A note').fill('Ask the elder about the weir.')
  await page.getByRole('button', { name: 'Keep' }).click()
  await expect(page.locator('.entry .prose')).toHaveText('Ask the elder about the weir.')
  await sitDown(page, 'Upper village')
  await page.getByRole('link', { name: 'My notes' }).click()
  await expect(page.locator('.entry')).toHaveCount(0)
})

/** Chooses a form of one's own copy, and waits for the file. */
async function save(page: Page, form: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  await page.getByRole('button', { name: 'Your own copy' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: form }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

test('a member’s own copy is saved as a page, a document and a verifiable file', async ({ url, person }) => {
  const page = await person()
  await openSample(page, url, 'algiers', 'Iran')
  await page.getByRole('link', { name: 'Record' }).click()
  const room = page.getByRole('button', { name: /Room/ })
  await room.click()
  await page.getByRole('option', { name: 'Our room' }).click()
  const html = await save(page, 'As a page (HTML)')
  expect(html.name).toMatch(/\.html$/)
  expect(html.bytes.toString()).toContain('four points')
  const docx = await save(page, 'As a document (DOCX)')
  expect(docx.bytes.subarray(0, 2).toString()).toBe('PK')
  const record = await save(page, 'Verifiable file of this room')
  const verified = await verifyRecord(record.bytes.toString())
  if (!verified.ok) throw new Error(verified.error.code)
  expect(verified.value.rooms.map(item => item.room.party?.name)).toEqual(['Iran'])
})

test('a second device comes in by a link and a compared code', async ({ url, person }) => {
  const first = await person()
  await first.goto(`${url}/begin`)
  await becomeSomebody(first, 'Amina Haddad')
  await beginTalks(first, 'The ferry line', ['Harbour union', 'Port authority'])
  await first.getByRole('link', { name: 'Settings' }).click()
  await first.getByRole('button', { name: 'Add a device' }).click()
  const link = (await first.locator('p.code').first().textContent()) ?? ''
  // Quicker than any person: the offer has to have been sent.
  await expect(first.locator('.frame__status')).toHaveText('')
  const second = await person()
  await second.goto(link)
  await expect(second.getByText('This is a link from another device of yours.')).toBeVisible()
  await second.getByRole('button', { name: 'Restore my access' }).click()
  // The offer outlasts the page that made it.
  await first.reload()
  const code = (await second.locator('.comparison__code').textContent()) ?? ''
  await expect(first.locator('.comparison__code')).toHaveText(code)
  await first.getByRole('button', { name: 'The codes are the same' }).click()
  await second.getByRole('button', { name: 'The codes are the same' }).click()
  await second.getByRole('link', { name: 'The ferry line' }).click()
  await goToWork(second)
  await expect(second.locator('.desk__caucus')).toHaveCount(2)
  await second.getByRole('link', { name: 'Settings' }).click()
  await expect(second.locator('.rows').getByText('This device')).toBeVisible()
})
