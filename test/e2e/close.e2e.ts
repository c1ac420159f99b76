import type { Page } from '@playwright/test'
import { checkAccess } from './axe.ts'
import { openSample, sitDown } from './steps.ts'
import { expect, test } from './suite.ts'

const title = 'Illustrative: terms for the spring'

/** To the instrument as it stands in the room of that name, by the place of what is agreed. */
async function openIn(page: Page, room?: string) {
  await page.getByRole('link', { name: 'Agreement', exact: true }).first().click()
  await page.getByRole('link', { name: 'Signing room' }).click()
  await page.locator('.closing__name', { hasText: title }).click()
  if (room !== undefined) await page.locator('.closing').getByRole('link', { name: room }).click()
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
}

test('what was agreed is drafted, laid before each side, signed in each room, and placed at the table together', async ({
  url,
  person,
}) => {
  const page = await person()
  await openSample(page, url, 'two-villages')
  await page.getByRole('link', { name: 'Draft an instrument' }).click()
  await page.getByRole('textbox', { name: /^Title/ }).fill(title)
  await page
    .getByRole('textbox', { name: /^Text|English/ })
    .fill('Illustrative. The valve is opened each Friday.')
  await checkAccess(page, 'the draft of an instrument')
  await page.getByRole('button', { name: 'Draft an instrument' }).click()

  await page.getByRole('button', { name: 'Lay it before all' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Lay it before all' }).click()
  await expect(dialog).toHaveCount(0)

  await sitDown(page, 'Upper village')
  await openIn(page, 'Our room')
  // CLOS-15: as long as it takes.
  await page.getByRole('button', { name: 'Show what to read aloud' }).click()
  await expect(page.locator('.aloud__digits')).toHaveText(/^(\d{4} ){4}\d{4}$/)
  await page.getByRole('button', { name: 'Sign, confirm or refuse' }).click()
  await expect(dialog.getByText('The others see it once all have signed, in one step.')).toBeVisible()
  await checkAccess(page, 'signing')
  // MAND-19
  await dialog.getByText('Go on, and note it for the principal').click()
  await dialog.getByRole('button', { name: 'Signing', exact: true }).last().click()
  await expect(page.locator('.ladder', { hasText: 'Upper village' }).locator('.ladder__rung')).toHaveText(
    'signed',
  )

  // CLOS-13: of one signature nothing is shown, and nothing can be placed.
  await sitDown(page, 'The committee, mediating')
  await openIn(page)
  await expect(page.getByText('Not all have signed yet. Nothing of it is shown before.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Place together/ })).toHaveCount(0)
  await page
    .locator('.closing')
    .getByRole('link', { name: /Lower village/ })
    .click()
  await page.getByRole('button', { name: 'Record a signature on paper' }).click()
  await dialog.getByRole('textbox', { name: /^Signed on paper at/ }).fill('Illustrative: the school')
  await dialog.getByRole('button', { name: 'Signing', exact: true }).last().click()
  await expect(dialog).toHaveCount(0)

  await openIn(page)
  await page.getByRole('button', { name: /^Place together/ }).click()
  await dialog.getByRole('button', { name: /^Place together/ }).click()
  await expect(page.locator('.ladder__rung')).toHaveText(['signed', 'signed'])
  await checkAccess(page, 'the signing room')

  // CLOS-12
  await page.getByRole('link', { name: 'Agreement', exact: true }).first().click()
  await page.getByRole('link', { name: 'Signing room' }).click()
  await expect(page.getByText(/^No rule says how long this record is kept/).first()).toBeVisible()
  await expect(page.getByText(/^Not signed by all/)).toHaveCount(0)
  await checkAccess(page, 'what was agreed, and what is left to be done')
})
