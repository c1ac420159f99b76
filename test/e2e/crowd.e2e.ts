import { messagesCount, playCrowd } from './crowd.ts'
import { goToWork, say, sitDown } from './steps.ts'
import { expect, test } from './suite.ts'

test('a desk of three sides and two hundred messages is no longer than the screen, opens at what is new, hides no side, and is found as it was left', async ({
  url,
  person,
}) => {
  const page = await person({ viewport: { width: 1000, height: 800 } })
  await playCrowd(page)
  await page.goto(`${url}/samples/two-villages/first`)
  await expect(page.locator('.today__title').first()).toContainText(String(messagesCount))
  await goToWork(page)
  const columns = page.locator('[data-column]')
  await expect(columns).toHaveCount(4)

  // Neither the wheel nor a key leads into emptiness, and all heads are as high as each other.
  await page.locator('body').press('End')
  const laid = await page.evaluate(() => ({
    beyond: document.documentElement.scrollHeight - innerHeight + scrollY,
    heads: [...document.querySelectorAll('.desk__head')].map(head => {
      const { top, height } = head.getBoundingClientRect()
      return `${Math.round(top)} ${Math.round(height)}`
    }),
  }))
  expect(laid.beyond).toBe(0)
  expect(new Set(laid.heads).size).toBe(1)

  // None is hidden: the last is reached by scrolling sideways, and each is as wide as the others.
  const last = columns.last()
  await last.scrollIntoViewIfNeeded()
  await expect(last).toBeInViewport({ ratio: 0.9 })
  const widths = await page
    .locator('.desk__caucus')
    .evaluateAll(sides => sides.map(side => Math.round(side.getBoundingClientRect().width)))
  expect(new Set(widths).size).toBe(1)

  // Found as it was left.
  const one = page.locator('[data-column="one"]')
  const topOf = () => one.evaluate(box => box.scrollTop)
  await one.evaluate(box => box.scrollTo({ top: 1200 }))
  await expect.poll(topOf).toBe(1200)
  await page.getByRole('link', { name: 'People' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
  await page.goBack()
  await one.locator('.entry').first().waitFor()
  await expect.poll(topOf).toBe(1200)

  // At what is new, when somebody has spoken meanwhile.
  await sitDown(page, 'Upper village')
  await page.getByRole('link', { name: 'Write a message' }).click()
  await say(page, 'Illustrative: the two hundred and first.')
  await page.locator('.entry', { hasText: 'two hundred and first' }).waitFor()
  await sitDown(page, 'The committee, mediating')
  const fresh = page.locator('.desk__caucus .entry', { has: page.locator('.entry__new') })
  await expect(fresh).toContainText('two hundred and first')
  await fresh.scrollIntoViewIfNeeded()
  await expect(fresh).toBeInViewport({ ratio: 0.5 })
})
