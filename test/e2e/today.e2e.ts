import { checkAccess } from './axe.ts'
import { moveTo, openSample, say, sitDown } from './steps.ts'
import { expect, test } from './suite.ts'

test('Today says what waits, each line leads to its form, and what is set aside or heard waits no more', async ({
  url,
  person,
}) => {
  const page = await person({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${url}/samples/algiers/first`)
  const lines = page.locator('section .wait').filter({ has: page.locator('.wait__acts') })
  await expect(page.getByRole('heading', { level: 2, name: '3 things waiting for you' })).toBeVisible()
  await expect(page).toHaveTitle('(3) Today · Good Offices')
  await expect(lines).toHaveCount(3)

  // One tap from its form.
  await lines
    .filter({ hasText: /From .*Iran/ })
    .getByRole('link')
    .click()
  await page.locator('.carry').waitFor()
  await page.goBack()

  // Set aside on this device, and taken up again.
  await lines.filter({ hasText: 'Prepared for' }).getByRole('button', { name: 'Leave for later' }).click()
  await expect(page).toHaveTitle('(2) Today · Good Offices')
  await page.getByText('Left for later on this device: 1').click()
  await page.getByRole('button', { name: 'Back to the list' }).click()
  await expect(page).toHaveTitle('(3) Today · Good Offices')

  // Heard, with nothing to carry: for the whole team.
  const heard = lines.filter({ hasText: /From .*Iran/ })
  await heard.getByRole('button', { name: 'Heard, nothing to carry' }).click()
  await expect(page).toHaveTitle('(2) Today · Good Offices')
  await page.getByText(/things waiting for others/).click()
  await checkAccess(page, 'Today with all of it open')

  // Whoever sits down elsewhere and says something is heard of here: in the places, in the list, by a line in the room.
  await sitDown(page, 'Iran')
  await page.getByRole('link', { name: 'Write a message' }).click()
  await say(page, 'Illustrative: one more thing.')
  await page.locator('.entry--message').last().waitFor()
  await page.getByRole('button', { name: 'Algeria, the mediator' }).click()
  await page.locator('.today').waitFor()
  await expect(page.getByRole('link', { name: 'Desk 1 new' })).toBeVisible()
  await expect(page).toHaveTitle('(3) Today · Good Offices')
  await page.locator('.today__room', { hasText: 'Iran' }).click()
  await expect(page.locator('.entry__new')).toHaveText('New since you were last here')
  await expect(page.locator('.entry:has(.entry__new)')).toContainText('one more thing')
  await expect(page.getByRole('link', { name: 'Desk', exact: true })).toBeVisible()

  // The desk: by its key, with heads of one height, every party's caucus on it, and nothing that lengthens it.
  await page.keyboard.press('2')
  await page.locator('.desk').waitFor()
  const heights = await page
    .locator('.desk__head')
    .evaluateAll(heads => heads.map(head => Math.round(head.getBoundingClientRect().height)))
  expect(heights).toHaveLength(5)
  expect(new Set(heights).size).toBe(1)
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(
    0,
  )
  await page.setViewportSize({ width: 900, height: 700 })
  await expect(page.locator('.desk > [data-column]:visible')).toHaveCount(5)
  await checkAccess(page, 'the desk of four parties at 900 px')
  // Who stands first is the mediator's choice, and stays when one comes back.
  await page.getByRole('button', { name: 'Let the next party stand first' }).click()
  await expect(page.locator('[data-column="one"]')).toContainText('United States')
  await page.keyboard.press('1')
  await page.locator('.today').waitFor()
  await page.keyboard.press('j')
  await expect(page.locator('.wait__link:focus')).toHaveCount(1)
  await page.keyboard.press('?')
  await checkAccess(page, 'the sheet of keys')
  await page.keyboard.press('Escape')
  await page.keyboard.press('2')
  await expect(page.locator('[data-column="one"]')).toContainText('United States')
})

test('a phone has a bar with Today, the own room, the place last used, and more; nothing is wider than 320 px', async ({
  url,
  person,
}) => {
  const page = await person({ viewport: { width: 320, height: 700 }, hasTouch: true, locale: 'ar' })
  await page.goto(`${url}/samples/algiers/premier`)
  await page.locator('.today').waitFor()
  const bar = page.locator('.bar a')
  await expect(bar).toHaveCount(4)
  const base = new URL(page.url()).pathname.replace(/\/today$/, '')
  for (const screen of ['/find', '/record', '/more']) {
    await moveTo(page, base + screen)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
  }
  // As long as all that is on it: what lies under the bar is scrolled to.
  await page.setViewportSize({ width: 320, height: 2_400 })
  await checkAccess(page, 'more')
  await expect(bar.nth(2)).toHaveAttribute('href', `${base}/record`)
  await bar.first().click()
  await page.locator('.today').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await checkAccess(page, 'today on a phone')
  // The longest names that a language has stand there whole.
  for (const [from, to] of [
    ['العربية', 'فارسی'],
    ['فارسی', 'Français'],
  ] as const) {
    await moveTo(page, '/settings')
    await expect(page.getByRole('radio', { name: from })).toBeChecked()
    await page.getByText(to, { exact: true }).click()
    await expect(page.getByRole('radio', { name: to })).toBeChecked()
    await moveTo(page, `${base}/people`)
    const cut = await bar.evaluateAll(all =>
      all
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ textContent }) => textContent),
    )
    expect(cut).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  }
})

test('FIND-5 what was said is found over all rooms, and a link leads to the entry, from the search and from the record', async ({
  url,
  person,
}) => {
  const page = await person()
  await openSample(page, url, 'algiers')
  await page.getByRole('link', { name: 'Find' }).click()
  await page.getByLabel('Words to look for').fill('ESCROW acc\u00F3unt')
  const hits = page.locator('.find__hit')
  await expect(page.getByRole('heading', { level: 2, name: /entries? found/ })).toBeVisible()
  expect(await hits.count()).toBeGreaterThan(0)
  await checkAccess(page, 'found')
  await hits.first().click()
  const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1))
  await expect(page.locator(`[id="${anchor}"]`)).toBeFocused()
  await expect(page.locator(`[id="${anchor}"]`)).toContainText(/escrow/i)

  await page.getByRole('link', { name: 'Record' }).click()
  await page.getByRole('button', { name: /Room/ }).click()
  await page.getByRole('option', { name: /Caucus with .*Iran/ }).click()
  const row = page.locator('.record__link', { hasText: 'Message' }).last()
  await expect(row.locator('.record__words')).not.toBeEmpty()
  await row.click()
  await expect(page.locator('.entry:focus')).toBeVisible()

  // Deliveries are numbered for their side from 1.
  await sitDown(page, 'Iran')
  await expect(page.locator('.entry--delivery .entry__head').first()).toContainText(/No\. \W?1\W/)
})
