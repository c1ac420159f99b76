import { goToWork, openSample, say, sitDown } from './steps.ts'
import { expect, test } from './suite.ts'

test('the first screen says what this is and leads into both samples', async ({ url, person }) => {
  const page = await person()
  await page.goto(url)
  await expect(page.getByText('between parties who do not sit in one room')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Begin talks' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'I have an invitation' })).toBeVisible()
  await page.getByRole('link', { name: 'Two villages and a spring' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await goToWork(page)
  await expect(page.locator('.desk')).toBeVisible()
})

test('the Algiers sample has a desk with both caucuses beside it, and from either party’s chair', async ({
  url,
  person,
}) => {
  const page = await person({ viewport: { width: 1440, height: 900 } })
  await openSample(page, url, 'algiers')
  const [one, desk, other] = await Promise.all(
    ['one', 'desk', 'other'].map(column => page.locator(`[data-column="${column}"]`).boundingBox()),
  )
  if (one === null || one === undefined || desk == null || other == null)
    throw new Error('a column is missing')
  expect(Math.abs(one.width - other.width)).toBeLessThan(1)
  expect(one.x).toBeLessThan(desk.x)
  expect(desk.x).toBeLessThan(other.x)
  for (const chair of ['Iran', 'United States']) {
    await sitDown(page, chair)
    await expect(page.getByRole('heading', { level: 1, name: 'Our room' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Desk' })).toHaveCount(0)
  }
})

test('on a phone the desk is one column with a switch', async ({ url, person }) => {
  const page = await person({ viewport: { width: 390, height: 844 }, hasTouch: true })
  await openSample(page, url, 'algiers')
  const columns = page.locator('[data-column]')
  await expect(columns.and(page.locator(':visible'))).toHaveCount(1)
  await page.getByRole('group', { name: 'Show' }).getByRole('button', { name: 'United States' }).click()
  await expect(page.locator('[data-column="other"]')).toBeVisible()
  await expect(page.locator('[data-column="desk"]')).toBeHidden()
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(wider).toBe(false)
})

test('on a phone whoever has written sees it, above what may be undone', async ({ url, person }) => {
  const page = await person({ viewport: { width: 390, height: 844 }, hasTouch: true, undoes: true })
  await openSample(page, url, 'algiers', 'Iran')
  await page.getByRole('link', { name: 'Write a message' }).tap()
  await say(page, 'The road matters more than the day.')
  const undo = page.getByRole('region', { name: 'Not yet sent' })
  const said = page.getByText('The road matters more than the day.')
  await expect(said).toBeInViewport({ ratio: 1 })
  const [above, below] = [await said.boundingBox(), await undo.boundingBox()]
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan(below?.y ?? 0)
})

test('a party’s screen shows no hour of another side’s acts', async ({ url, person }) => {
  const page = await person()
  await openSample(page, url, 'algiers', 'United States')
  await page.locator('.entry--delivery').first().waitFor()
  const times = await page
    .locator('.entry--delivery time')
    .evaluateAll(all => all.map(time => [time.textContent ?? '', time.getAttribute('datetime') ?? '']))
  expect(times.length).toBeGreaterThan(0)
  for (const [shown, machine] of times) {
    expect(shown).not.toMatch(/\d:\d/)
    expect(machine).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  }
})
