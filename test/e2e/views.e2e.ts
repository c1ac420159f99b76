import { checkAccess } from './axe.ts'
import { moveTo, openSample } from './steps.ts'
import { expect, test } from './suite.ts'

const csv = (text: string) => ({ name: 'issues.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

test('a template is read and put, and what it brings stands in the calendar, among the next steps and nowhere twice', async ({
  url,
  person,
}) => {
  const page = await person()
  await openSample(page, url, 'two-villages')
  const base = new URL(page.url()).pathname.replace(/\/[^/]*$/, '')

  await moveTo(page, `${base}/template`)
  await page.getByRole('button', { name: /Template for the talks/ }).click()
  await page.getByRole('option', { name: 'Village: what two communities share' }).click()
  await expect(page.getByText('Made after the sample of the two villages.')).toBeVisible()
  await checkAccess(page, 'a template before it is put')
  // TMPL-2: read by a person first.
  await expect(page.getByRole('button', { name: 'Put it in' })).toBeDisabled()
  await page.getByText('I have read what it brings').click()
  await page.getByRole('button', { name: 'Put it in' }).click()
  await expect(page.getByText('These talks follow the template')).toBeVisible()

  await moveTo(page, `${base}/calendar`)
  await expect(page.getByRole('table').getByText('Meeting of the elders')).toHaveCount(1)
  await expect(page.getByText(/Meeting of the elders.*wait for this/)).toBeVisible()
  await checkAccess(page, 'the calendar')
  await page.getByRole('button', { name: /Shown in/ }).click()
  await page.getByRole('option', { name: 'Lunar Hijri' }).click()
  await expect(page.getByText('may begin a day earlier or later')).toBeVisible()

  await moveTo(page, `${base}/equal`)
  await expect(page.getByRole('columnheader')).toHaveCount(6)
  await checkAccess(page, 'equal treatment')

  await moveTo(page, `${base}/bring`)
  await page.getByRole('button', { name: /What stands in it/ }).click()
  await page.getByRole('option', { name: 'Issue' }).click()
  await page.locator('input[type=file]').setInputFiles(csv('title,ordinal\nCisterns,one\n'))
  await expect(page.getByText(/^Row 2, column 2 .*this does not fit here/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Put them in' })).toBeDisabled()
  await page.locator('input[type=file]').setInputFiles(csv('title\nCisterns\n'))
  await checkAccess(page, 'a table before it is put')
  await page.getByRole('button', { name: 'Put 1 row in' }).click()
  // The desk opens at what is new, which may begin before it: the agenda has every issue.
  await expect(page.locator('h1')).toHaveText('Desk')
  await moveTo(page, `${base}/agenda`)
  await expect(page.getByText('Cisterns').first()).toBeVisible()
})
