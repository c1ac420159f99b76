import { openSample } from './steps.ts'
import { expect, test } from './suite.ts'

test('back and forward find each page as it was left; a link in a new tab is the browser’s own', async ({
  url,
  person,
}) => {
  const page = await person({ viewport: { width: 390, height: 500 } })
  await page.goto(url)
  const recover = page.getByRole('link', { name: 'I already have access, on another device' })
  await recover.scrollIntoViewIfNeeded()
  const left = await page.evaluate(() => scrollY)
  expect(left).toBeGreaterThan(100)
  await recover.click()
  const heading = page.getByRole('heading', { level: 1, name: 'Restore my access on this device' })
  // What is new on the screen begins at its top, and the keyboard goes on from its heading.
  await heading.waitFor()
  await expect(heading).toBeFocused()
  expect(await page.evaluate(() => scrollY)).toBe(0)
  await page.goBack()
  await recover.waitFor()
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(left)
  await page.reload()
  await recover.waitFor()
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(left)
  await page.goForward()
  await heading.waitFor()

  await page.goBack()
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    recover.click({ modifiers: ['ControlOrMeta'] }),
  ])
  await expect(tab).toHaveURL(`${url}/recover`)
  await tab.close()
  await expect(page).toHaveURL(`${url}/`)
})

test('the skip link keeps the page where it is, and an address that leads nowhere says so within the talks', async ({
  url,
  person,
}) => {
  const page = await person()
  await openSample(page, url, 'two-villages')
  await page.waitForURL('**/desk')
  await page.goto(page.url().replace(/\/desk$/, '/nowhere'))
  await page.locator('.talks__nav').waitFor()
  await page
    .getByRole('heading', { level: 1, name: 'This page does not exist or is not open to you' })
    .waitFor()
  await page.locator('.skip').focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This page does not exist or is not open to you',
  )
  await page.goto(`${url}/nowhere`)
  await page
    .getByRole('heading', { level: 1, name: 'This page does not exist or is not open to you' })
    .waitFor()
  await expect(page.locator('main')).toHaveCount(1)
})
