import { checkAccess } from './axe.ts'
import { openSample, sitDown } from './steps.ts'
import { expect, test } from './suite.ts'

test('the steps of the declaration: lanes that are walked by keys, what if a day moves, a certificate alone moves the payment', async ({
  url,
  person,
}) => {
  const page = await person()
  await openSample(page, url, 'algiers')
  // Of what is agreed the page that is in use is opened first.
  await page.getByRole('link', { name: 'Agreement', exact: true }).click()
  const table = page.locator('table.steps')
  const row = (title: string) => table.locator('tr', { hasText: title })
  // STEP-7
  await expect(row('the banks arrange what remains')).toContainText('18 February 1981')
  await expect(row('assets in banks at home')).toContainText('19 July 1981')
  await expect(row('what is in the account is paid')).toContainText('waiting for')
  await checkAccess(page, 'steps in lanes')

  const boxes = page.locator('.lanes a')
  await expect(boxes).toHaveCount(6)
  await boxes.first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(boxes.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(boxes.first()).toBeFocused()

  // STEP-12: counted on this page, and gone with it.
  await page.getByText('What if a day moves').click()
  await page.getByRole('button', { name: /Step$/ }).click()
  await page.getByRole('option', { name: /the declaration is made/ }).click()
  await page.getByRole('spinbutton').first().click()
  await page.keyboard.type('20011981')
  await page.getByRole('button', { name: 'Suppose this' }).click()
  await expect(row('the banks arrange what remains')).toContainText('19 February 1981')
  await checkAccess(page, 'what if a day moves')
  await page.getByRole('button', { name: 'Suppose nothing' }).click()
  await expect(row('the banks arrange what remains')).toContainText('18 February 1981')

  // STEP-4: written down for the body that certifies and is not here.
  await page.getByRole('link', { name: 'To certify' }).click()
  await expect(page.getByText('All have left Iranian airspace.')).toBeVisible()
  await checkAccess(page, 'what is to be certified')
  await page.getByRole('button', { name: 'Certify', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Certify', exact: true }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('link', { name: 'Steps', exact: true }).first().click()
  await expect(row('what is in the account is paid')).not.toContainText('waiting for')
  await table.getByRole('link', { name: 'Illustrative: the 52 leave', exact: true }).click()
  await expect(page.getByText(/Government of Algeria/).first()).toBeVisible()
  await checkAccess(page, 'a step')

  // STEP-13, and what a side reads: nothing of what is planned at the desk.
  await sitDown(page, 'Iran')
  await page.getByRole('link', { name: 'Agreement', exact: true }).click()
  await expect(page.locator('.lanes a')).toHaveCount(3)
  await expect(page.getByText('What if a day moves')).toHaveCount(0)
})
