import { checkAccess } from './axe.ts'
import { openSample, sitDown } from './steps.ts'
import { expect, test } from './suite.ts'

test('what two villages undertake: copies of one text at the desk, what each reads of it, one given and taken back with notice', async ({
  url,
  person,
}) => {
  const page = await person()
  await openSample(page, url, 'two-villages')
  await page.getByRole('link', { name: 'Agreement', exact: true }).click()
  // UNDT-8, UNDT-9
  await expect(page.locator('.facts__table').first()).toContainText('no arms at the spring')
  await expect(page.locator('.undertaking__hash')).toContainText('The same words in separate copies.')
  await expect(page.getByRole('row', { name: /One-sided undertakings/ }).getByRole('cell')).toHaveText([
    '1',
    '1',
  ])
  await checkAccess(page, 'who has undertaken what')
  await page.getByRole('link', { name: 'One-sided steps' }).click()
  await expect(page.getByText('Nothing is owed for this.')).toBeVisible()
  await checkAccess(page, 'one-sided steps')

  await sitDown(page, 'Upper village')
  await page.getByRole('link', { name: 'Agreement', exact: true }).click()
  const own = page.locator('article.undertaking')
  await expect(own).toHaveCount(1)
  await expect(own).toContainText('with 7 days of notice')
  await page.getByRole('button', { name: 'Lower village' }).click()
  await expect(page.locator('.undertaking__reading')).toContainText('comes armed to the spring')
  await checkAccess(page, 'what one has undertaken')

  await page.getByRole('link', { name: 'Give an undertaking' }).first().click()
  await page.getByLabel('Title').fill('The path')
  await page.getByRole('textbox', { name: 'In these words' }).fill('The path stays open on market days.')
  // UNDT-5: what is not said stays not said.
  await checkAccess(page, 'an undertaking to be worded')
  await page.getByRole('button', { name: 'Enter it, to be given' }).click()
  await page.getByRole('button', { name: 'Give the undertaking' }).click()
  // The elders let the council carry words, and sign nothing: its own mandate says so first.
  await page.getByRole('dialog').getByText('Go on, and note it for the principal').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Give the undertaking' }).click()
  await expect(page.locator('.page__lead')).toContainText('given')
  await expect(page.getByText('Shown to all as not said')).toBeVisible()
  await checkAccess(page, 'an undertaking')

  // UNDT-4
  await page.getByRole('link', { name: 'Agreement', exact: true }).click()
  await own.first().getByRole('button', { name: 'Take the undertaking back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take the undertaking back' }).click()
  await expect(own.first()).toContainText('taken back, with notice')
  await expect(own.first()).toContainText('In force until')
})
