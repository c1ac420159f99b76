import { checkAccess } from './axe.ts'
import { goToWork, moveTo, say, sitDown } from './steps.ts'
import { expect, test } from './suite.ts'
import { faultsIn, hear, ofRole } from './tree.ts'

const screens = ['/', '/begin', '/join', '/recover', '/settings', '/nowhere']

// Contrast follows the theme, and order the direction: neither bears on the other, so two runs see all of both.
for (const [colorScheme, locale] of [
  ['light', 'fa'],
  ['dark', 'en'],
] as const) {
  test(`axe finds nothing on any screen: ${colorScheme}, ${locale}`, async ({ url, person }) => {
    const page = await person({ colorScheme, locale, reducedMotion: 'reduce' })
    for (const screen of screens) {
      await page.goto(url + screen)
      await page.locator('h1').waitFor({ state: 'attached' })
      await checkAccess(page, screen)
    }
    await page.goto(`${url}/samples/algiers/first`)
    await page.locator('.today').waitFor()
    await checkAccess(page, 'today')
    await goToWork(page)
    await page.locator('.desk').waitFor()
    await checkAccess(page, 'desk')
    const base = new URL(page.url()).pathname.replace(/\/desk$/, '')
    await page.locator('.desk__lines a.button').first().click()
    await page.locator('.carry').waitFor()
    await checkAccess(page, 'carry')
    const table = await page.locator('.talks__rooms a[href*="/rooms/"]').first().getAttribute('href')
    await moveTo(page, `${table ?? ''}/say`)
    await page.locator('.preview').waitFor()
    await checkAccess(page, 'saying as a mediator')
    for (const screen of ['/people', '/record', '/notes', '/find', '/more']) {
      await moveTo(page, base + screen)
      await checkAccess(page, screen)
    }
    await page.goto(`${url}/samples/algiers/premier`)
    await goToWork(page)
    await page.locator('.entries').waitFor()
    await checkAccess(page, 'caucus')
    const room = new URL(page.url()).pathname
    for (const screen of ['/say', '/offer']) {
      await moveTo(page, room + screen)
      await page.locator('form').waitFor()
      await checkAccess(page, screen)
    }
    await moveTo(page, room)
    await page.locator('.entry--delivery .button--plain').first().click()
    await page.getByRole('dialog').waitFor()
    await checkAccess(page, 'read-back dialog')
    await page.keyboard.press('Escape')
    await page.locator('.entry--delivery a.button').last().click()
    await page.locator('.paper').waitFor()
    await checkAccess(page, 'sheet')
  })
}

test('the keyboard alone goes from the skip link to a saved message; a dialog keeps the focus and gives it back', async ({
  url,
  person,
}) => {
  const page = await person()
  await page.goto(`${url}/samples/algiers/premier`)
  await goToWork(page)
  await page.locator('.entries').waitFor()
  // From the top of the document, as after typing the address.
  await page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })
  await page.keyboard.press('Tab')
  await expect(page.locator('.skip')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
  await page.getByRole('link', { name: 'Write a message' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.getByLabel('Words', { exact: true }).focus()
  await page.keyboard.type('Said with the keyboard.')
  await page.getByRole('button', { name: 'Send', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.entry--message').last()).toContainText('Said with the keyboard.')

  // A dialog keeps the focus, closes with Escape and gives the focus back.
  const opener = page.getByRole('button', { name: 'What may pass', exact: true }).first()
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.press('Tab')
    expect(await dialog.evaluate(node => node.contains(document.activeElement))).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
})

test('by the accessibility tree alone: landmarks with names, headings without a leap, each entry an article, and a place where news is said aloud', async ({
  url,
  person,
}) => {
  const page = await person({ viewport: { width: 1280, height: 900 } })
  const faults: string[] = []
  const walk = async (screen: string): Promise<void> => {
    await page.locator('h1').first().waitFor({ state: 'attached' })
    for (const fault of faultsIn(await hear(page))) faults.push(`${screen}: ${fault}`)
  }
  for (const screen of ['/', '/begin', '/join', '/settings']) {
    await page.goto(url + screen)
    await walk(screen)
  }
  await page.goto(`${url}/samples/algiers/first`)
  await page.locator('.today').waitFor()
  await walk('today')
  await goToWork(page)
  await page.locator('.desk').waitFor()
  await walk('desk')
  await page.setViewportSize({ width: 390, height: 844 })
  await walk('desk at a phone')
  await page.setViewportSize({ width: 1280, height: 900 })
  const desk = await hear(page)
  // The places by their landmark, each side as a region of its own, and every entry in it as an article.
  expect(ofRole(desk, 'navigation').every(name => name !== '')).toBe(true)
  expect(desk.some(({ isLive }) => isLive)).toBe(true)
  expect(ofRole(desk, 'navigation').length).toBeGreaterThan(0)
  expect(ofRole(desk, 'region').filter(name => name.startsWith('Caucus with'))).toHaveLength(4)
  const entries = await page.locator('.entry:not(.entry--event) > .entry__body, article[id^="q-"]').count()
  expect(entries).toBeGreaterThan(10)
  expect(ofRole(desk, 'article')).toHaveLength(entries)
  const base = new URL(page.url()).pathname.replace(/\/desk$/, '')
  await page.locator('.desk__lines a.button').first().click()
  await page.locator('.carry').waitFor()
  await walk('carry')
  for (const screen of ['/people', '/record', '/notes', '/find']) {
    await moveTo(page, base + screen)
    await walk(screen)
  }
  await sitDown(page, 'Iran')
  await page.locator('.entries').waitFor()
  await walk('caucus')
  const before = ofRole(await hear(page), 'article').length
  await page.getByRole('link', { name: 'Write a message' }).click()
  await walk('say')
  await say(page, 'Illustrative: heard.')
  await page.locator('.entry--message', { hasText: 'Illustrative: heard.' }).waitFor()
  expect(ofRole(await hear(page), 'article')).toHaveLength(before + 1)
  expect(faults).toEqual([])
})
