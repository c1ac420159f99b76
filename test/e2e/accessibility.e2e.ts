import { checkAccess } from './axe.ts'
import { goToWork, moveTo } from './steps.ts'
import { expect, test } from './suite.ts'

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
