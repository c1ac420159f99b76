import { checkAccess } from './axe.ts'
import { openSample, sitDown, typeDay } from './steps.ts'
import { expect, test } from './suite.ts'

test('the mediators read side by side what each side says; a party reads its own answers and the common agenda', async ({
  url,
  person,
}) => {
  const page = await person()
  await openSample(page, url, 'two-villages')
  await page.getByRole('link', { name: 'Agenda' }).click()
  // AGEN-13: by the words of both, one could be put, one was refused by both, and one hangs on a condition.
  const rows = page.locator('.matrix tbody tr')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(0)).toContainText('agreed')
  await expect(rows.nth(1).getByText('out')).toHaveCount(2)
  await expect(page.getByRole('heading', { name: 'A condition is not met' })).toBeVisible()
  await checkAccess(page, 'the matrix of an agenda')

  await sitDown(page, 'Upper village')
  await page.getByRole('link', { name: 'Agenda' }).click()
  // AGEN-14: nothing of the other column is here.
  await expect(page.getByRole('heading', { name: 'What you say' })).toBeVisible()
  await expect(page.locator('.matrix')).toHaveCount(0)
  const land = page.locator('.claim', { hasText: 'whose land it is' })
  await expect(land.getByRole('button', { name: 'Does not' })).toHaveAttribute('aria-pressed', 'true')
  // A second tap takes it back, and the line is gone with it, since nobody else has named it here.
  await land.getByRole('button', { name: 'Does not' }).click()
  await expect(land).toHaveCount(0)
  await page.getByRole('link', { name: /sharing the spring/ }).click()
  await expect(page.getByRole('button', { name: 'Speak separately again', exact: true })).toBeVisible()
  await checkAccess(page, 'an issue')

  // AGEN-9: a deadline of one's own is moved by whoever set it, and keeps what follows.
  await page.getByRole('link', { name: 'Agenda' }).first().click()
  await page.getByRole('link', { name: 'Enter a deadline' }).click()
  await page.getByLabel('Title').fill('Illustrative: our answer')
  await typeDay(page, 'By when', ['01', '05', '2099'])
  await page.getByLabel(/^What follows/).fill('Illustrative. Another year passes.')
  await page.getByRole('button', { name: 'Enter a deadline' }).click()
  const own = page.getByRole('listitem').filter({ hasText: 'our answer' })
  await expect(own).toContainText('1 May 2099')
  await own.getByRole('link', { name: 'Move it' }).click()
  await typeDay(page, 'By when', ['09', '06', '2099'])
  await page.getByRole('button', { name: 'Move it' }).click()
  await expect(own).toContainText('9 June 2099')
})
