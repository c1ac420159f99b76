import { checkAccess } from './axe.ts'
import { openSample, sitDown } from './steps.ts'
import { expect, test } from './suite.ts'

test('the facts of two villages: both wordings of a day, what each says in public, a chain of hands that breaks, one figure stated two ways', async ({
  url,
  person,
}) => {
  const page = await person()
  await openSample(page, url, 'two-villages')
  await page.getByRole('link', { name: 'Facts', exact: true }).click()
  // FACT-16: two days, and none made of both.
  const line = page.locator('.chronology__line', { hasText: 'the end of the court stage' })
  for (const words of ['The case was closed.', 'The case was put off', '14 May 2001', '2 February 2003'])
    await expect(line).toContainText(words)
  await checkAccess(page, 'figures and the chronology')

  await page.getByRole('link', { name: 'Said in public' }).click()
  // FACT-9
  await expect(page.locator('.statements thead th')).toHaveText(['Upper village', 'Lower village'])
  await expect(page.locator('.statements tbody td')).toHaveCount(2)
  await checkAccess(page, 'what was said in public')
  await page.getByRole('link', { name: 'Measures', exact: true }).click()
  await expect(page.getByText('5 days to lift it')).toBeVisible()
  await checkAccess(page, 'measures')

  await page.getByRole('link', { name: 'Evidence and inquiries' }).click()
  await page.getByRole('link', { name: /a sheet of the court/ }).click()
  // FACT-6, FACT-5.
  await expect(page.getByText('Gap between link 2 and link 3: in between it was not held.')).toBeVisible()
  const other = { name: 'sheet.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('another') }
  await page.getByLabel('Hold a file against it').setInputFiles(other)
  await expect(page.getByText(/This is another file/)).toBeVisible()
  await checkAccess(page, 'a piece of evidence')

  // FACT-10: joined by a formula, and refused with both results where it does not give them.
  await page.getByRole('link', { name: 'Facts', exact: true }).click()
  await page.getByRole('link', { name: 'Add a disputed figure' }).first().click()
  await page.getByLabel('Title').fill('Pay over five years')
  await page.getByRole('button', { name: 'Add it', exact: true }).click()
  for (const [whose, number] of [
    ['Board', '22'],
    ['Unions', '23.97'],
  ] as const) {
    await page.getByRole('link', { name: 'Add a version' }).click()
    await page.getByRole('textbox', { name: 'Whose' }).fill(whose)
    await page.getByRole('textbox', { name: 'Number' }).fill(number)
    await page.getByRole('button', { name: 'Give it', exact: true }).click()
    await expect(page.locator('.fact__column', { hasText: whose })).toBeVisible()
  }
  await expect(page.locator('.ranges__table tr')).toHaveCount(2)
  await page.getByRole('button', { name: 'The same figure stated otherwise' }).click()
  const dialog = page.getByRole('dialog')
  const numbers = dialog.getByLabel('The numbers from which both come')
  await numbers.fill('3\n3.5\n7\n4\n4')
  const state = dialog.getByRole('button', { name: 'The same figure stated otherwise' })
  await state.click()
  await expect(dialog.getByText(/The formula does not give these two figures/)).toBeVisible()
  await numbers.fill('3\n3.5\n7\n4\n4.5')
  await state.click()
  await expect(page.getByText(/one upon the other, in percent.?, which is/u)).toBeVisible()
  await checkAccess(page, 'a figure stated two ways')

  // What stands at the desk is nowhere else.
  await sitDown(page, 'Upper village')
  await expect(page.getByRole('link', { name: 'Facts', exact: true })).toHaveCount(0)
})
