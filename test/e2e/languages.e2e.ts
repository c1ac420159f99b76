import { openSample } from './steps.ts'
import { expect, test } from './suite.ts'

const names = { en: 'English', ar: 'العربية', fa: 'فارسی', fr: 'Français', es: 'Español' } as const

test('every language can be chosen on the first screen and stays chosen', async ({ url, person }) => {
  const page = await person()
  await page.goto(url)
  for (const [language, name] of Object.entries(names)) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.locator('html')).toHaveAttribute(
      'dir',
      language === 'ar' || language === 'fa' ? 'rtl' : 'ltr',
    )
  }
  await page.getByRole('button', { name: names.fa, exact: true }).click()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fa')
})

test('right to left: the desk stays between the two sides, and each line of a message finds its own direction', async ({
  url,
  person,
}) => {
  const page = await person({ locale: 'fa', viewport: { width: 1440, height: 900 } })
  await openSample(page, url, 'algiers')
  await page.locator('.desk').waitFor()
  const [one, desk, other] = await Promise.all(
    ['one', 'desk', 'other'].map(
      async column => (await page.locator(`[data-column="${column}"]`).boundingBox())?.x ?? 0,
    ),
  )
  expect(one).toBeGreaterThan(desk ?? 0)
  expect(desk).toBeGreaterThan(other ?? 0)
  const english = page.locator('.prose', { hasText: 'must undertake and guarantee' }).first()
  expect(await english.evaluate(node => getComputedStyle(node).direction)).toBe('ltr')
})

test('Persian dates are in the Persian calendar and numerals, and both can be changed', async ({
  url,
  person,
}) => {
  const page = await person({ locale: 'fa' })
  await page.goto(`${url}/settings`)
  // 19 January 1981 is 29 Dey 1359.
  await expect(page.getByText('۲۹ دی ۱۳۵۹')).toBeVisible()
  await page.locator('.choice', { hasText: '0123' }).click()
  await expect(page.getByText('29 دی 1359')).toBeVisible()
})
