import { checkAccess } from './axe.ts'
import { openSample, sitDown } from './steps.ts'
import { expect, test } from './suite.ts'

test('a mandate warns in its own side’s room before something binds, and nobody else sees it', async ({
  url,
  person,
}) => {
  const page = await person()
  await openSample(page, url, 'two-villages')
  await sitDown(page, 'Upper village')
  await page.getByRole('link', { name: 'Our delegation' }).first().click()
  await page
    .getByRole('link', { name: /^Illustrative: word of the elders/ })
    .first()
    .click()
  await expect(page.getByText('The mediators hold no key to it.')).toBeVisible()
  await checkAccess(page, 'a mandate')

  // MAND-7: nobody has to say that it is suspended.
  await page.getByRole('button', { name: 'It is not met' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'It is not met' }).click()
  await expect(page.getByText('suspended, condition not met (1)')).toBeVisible()

  await page.getByRole('link', { name: 'Our room' }).first().click()
  await page.getByText(/^Mandate: .*suspended, condition not met/).click()
  await expect(page.getByText('Only your delegation sees this.')).toBeVisible()

  // MAND-19: mere talk goes on; what binds is asked again, and noted.
  await page.getByRole('link', { name: 'Write a message' }).click()
  await page.getByRole('textbox', { name: /^Words/ }).fill('Illustrative. We will open the valve on Friday.')
  await expect(page.getByText('Your own mandate speaks against this')).toHaveCount(0)
  await page.getByText('Binding', { exact: true }).click()
  await expect(page.getByText(/condition 1 is not met \(.*no soldiers at the spring.*\)/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send' })).toBeDisabled()
  await checkAccess(page, 'what a mandate says of a message')
  await page.getByText('Go on, and note it for the principal').click()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Illustrative. We will open the valve on Friday.').first()).toBeVisible()

  await page.getByRole('link', { name: 'Our delegation' }).first().click()
  await page
    .getByRole('link', { name: /^Illustrative: word of the elders/ })
    .first()
    .click()
  await page.getByText(/^What was said/).click()
  await expect(page.getByText('Gone beyond').first()).toBeVisible()

  await sitDown(page, 'The committee, mediating')
  await expect(page.getByText('word of the elders')).toHaveCount(0)
})
