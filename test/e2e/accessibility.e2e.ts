import type { Page } from '@playwright/test'
import { checkAccess } from './axe.ts'
import { answerAs, becomeSomebody, beginTalks, goToWork, moveTo, say, sitDown } from './steps.ts'
import { expect, test } from './suite.ts'
import { faultsIn, hear, Listener, ofRole } from './tree.ts'

const screens = [
  '/',
  '/begin',
  '/begin/own',
  '/join',
  '/recover',
  '/settings',
  '/offices',
  '/certificates',
  '/nowhere',
]

/** Of the talks of two villages: what no other test looks at, from the desk, and from its room. */
const places = [
  '/facts',
  '/people',
  '/facts/statements',
  '/agenda',
  '/who-does-what',
  '/agreement/steps',
  '/how',
]
const beside = ['safety', 'track', 'portfolio'].map(register => `put-beside/${register}`)
const forms = [...beside, 'agreement', 'offices', 'meeting', 'issue', 'round', 'deadline', 'put/powers']
/** Pages of single things to which the desk leads, and their forms: half of them in each of the two runs. */
const things = {
  fa: [
    ['meeting', ['', '/word']],
    ['figure', ['/word']],
  ],
  en: [
    ['mandate', ['', '/word']],
    ['offices', ['', '/word']],
  ],
} as const

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
    for (const screen of [
      '/people',
      '/record',
      '/notes',
      '/find',
      '/more',
      '/powers',
      '/agreement/steps/certify',
    ]) {
      await moveTo(page, base + screen)
      await checkAccess(page, screen)
    }
    await page.goto(`${url}/samples/two-villages/first`)
    await goToWork(page)
    await page.locator('.desk').waitFor()
    const villages = new URL(page.url()).pathname.replace(/\/desk$/, '')
    const meeting = await page.locator('a[href$="/meeting"]').first().getAttribute('href')
    const desk = (meeting ?? '').replace(/\/meeting$/, '')
    const pages: string[] = []
    for (const [kind, ends] of things[locale]) {
      const at = await page.locator(`a[href*="/${kind}/"]`).first().getAttribute('href')
      pages.push(...ends.map(end => `${at ?? ''}${end}`))
    }
    for (const screen of [
      ...places.map(place => villages + place),
      ...forms.map(form => `${desk}/${form}`),
      ...pages,
    ]) {
      await moveTo(page, screen)
      await checkAccess(page, screen.slice(villages.length))
      // One place is where the reader is, and of pages within it one.
      expect(
        await page.locator('.talks__nav [aria-current], .talks__rooms [aria-current]').count(),
      ).toBeLessThan(2)
      expect(await page.locator('.place-pages [aria-current]').count()).toBe(
        /\/(facts|agreement\/)/.test(screen) ? 1 : 0,
      )
      expect(faultsIn(await hear(page))).toEqual([])
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
    // A side's own powers and its card of a meeting, as its room leads to them.
    const own = page.locator('main a[href*="/mandate/"], main a[href*="/meeting/"]')
    const leading = await own.evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
    expect(leading.length).toBeGreaterThan(1)
    for (const screen of new Set(leading)) {
      await moveTo(page, screen)
      await checkAccess(page, screen.slice(room.length))
      expect(faultsIn(await hear(page))).toEqual([])
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
  // What is folded up is not read out.
  const entries = await page
    .locator('.entry:not(.entry--event) > .entry__body, article[id^="q-"]')
    .evaluateAll(all => all.filter(entry => entry.checkVisibility()).length)
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
  // A list that is open makes all else inert, and is named by itself.
  await moveTo(page, `${base}/people`)
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const side = page.getByRole('button', { name: /For which party/ })
  await side.click()
  await page.getByRole('option').first().waitFor()
  expect(ofRole(await hear(page), 'listbox')).toEqual(['For which party'])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(side).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
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
  await walkByEar(await person({ ...phone, undoes: true }), url)
})

const phone = { locale: 'ar', viewport: { width: 390, height: 844 }, hasTouch: true }

/** A party on a phone in Arabic: what waits is read and said back, answered, put to all, met, by what the tree says alone. */
async function walkByEar(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/samples/algiers/premier`)
  const ear = await Listener.at(page)
  const sound = async (): Promise<void> => expect(faultsIn(await hear(page))).toEqual([])
  const unsent = { role: 'region', name: 'لم يُرسل بعد' }
  // Who reads it is said, and that nothing has gone yet.
  const send = async (): Promise<void> => {
    await ear.find('StaticText', /^يُرسل إلى الوساطة بعد لحظات/, unsent)
    await ear.press('button', 'إرسال الآن', unsent)
    await ear.miss('region', unsent.name)
  }

  await ear.find('heading', 'اليوم')
  await ear.press('link', /^قراءة بانتظار بيان ما فهمتموه/)
  await ear.press('button', 'بيان ما فهمتموه')
  const saying = { role: 'dialog', name: 'بيان ما فهمتموه' }
  await ear.find('StaticText', /^Algeria has reason to believe/, saying)
  await ear.write('ما فهمناه', 'للتوضيح: الأموال جاهزة للتحويل هذه الليلة.', saying)
  await ear.press('button', 'إرسال ما فهمناه', saying)
  await send()
  await ear.find('StaticText', 'للتوضيح: الأموال جاهزة للتحويل هذه الليلة.')
  // SYNC-32: that a sample was placed when it was opened is said of none of its entries.
  await ear.miss('StaticText', /بساعة الخادم/)

  const carried = { role: 'article', name: /^Embassy of Algeria in Tehran · ١٩/ }
  await ear.press('link', 'رد', carried)
  await ear.find('heading', 'الرد')
  await sound()
  await ear.write('النص', 'للتوضيح: نحن في الانتظار.')
  await ear.press('radio', /^المضمون، مع ذكر صاحبه/)
  await ear.press('button', 'إرسال')
  await send()
  await ear.find('StaticText', 'للتوضيح: نحن في الانتظار.')

  await ear.press('link', /^اليوم/)
  await ear.press('link', /^رد سؤال بانتظار الإجابة/)
  const asked = { role: 'article', name: 'عبارات علنية للإقرار' }
  await ear.find('StaticText', /^ترى الوساطة إجابتكم/, asked)
  await ear.press('button', 'نعم', asked)
  const answering = { role: 'dialog', name: 'نعم' }
  await ear.find('StaticText', /^Illustrative\. Would you clear these words/, answering)
  await ear.press('button', 'نعم', answering)
  await send()
  await ear.find('StaticText', /^أجبتم بنعم/, asked)
  await sound()

  await ear.press('link', 'Illustrative: how an account is opened', {
    role: 'heading',
    name: 'الاجتماعات',
  })
  await ear.find('heading', 'Illustrative: how an account is opened')
  const card = { role: 'article', name: 'Iran' }
  await ear.find('term', 'المدخل', card)
  await ear.find('StaticText', 'Illustrative: north door', card)
  await sound()
}

test('by the keyboard alone: the focus stays on the screen when what held it goes, and when something arrives', async ({
  url,
  person,
}) => {
  const [mediator, guest] = await Promise.all([person(), person()])
  await mediator.goto(`${url}/begin`)
  await becomeSomebody(mediator, 'Committee')
  await beginTalks(mediator, 'The canal', ['Lower Valley', 'Upper Valley'])
  // The dialog is followed by another: with both gone, back to what opened the first.
  const opener = mediator.getByRole('button', { name: 'Invite somebody' })
  await opener.press('Enter')
  await mediator.getByLabel('Name of the person').fill('Delegate')
  await mediator.getByRole('button', { name: 'Make the invitation' }).press('Enter')
  const link = await mediator.getByRole('definition').first().textContent()
  await mediator.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(opener).toBeFocused()
  await guest.goto(link ?? '')
  await answerAs(guest, 'Delegate')
  const digits = await mediator.locator('.comparison__code').textContent()
  await guest.getByLabel('The six digits').focus()
  await guest.keyboard.type((digits ?? '').replaceAll(/\D/g, ''))
  await expect(guest.getByRole('heading', { name: 'The digits are right' })).toBeFocused()
  const letIn = mediator.getByRole('button', { name: 'I have heard “They match”: let in' })
  await expect(letIn).toBeEnabled()
  await letIn.press('Enter')
  await expect(mediator.getByRole('heading', { name: 'Invitations' })).toBeFocused()
  await guest.getByRole('link', { name: 'To your talks' }).press('Enter')
  await mediator.getByRole('link', { name: /^Desk/ }).press('Enter')
  const heading = mediator.getByRole('heading', { level: 1, name: 'Desk' })
  await expect(heading).toBeFocused()
  // The first message of all is drawn beside what is read already; each that comes is said, though it be in the same words.
  const news = mediator.locator('[aria-live]', { hasText: /1 new/ })
  for (const words of ['Illustrative: once.', 'Illustrative: twice.']) {
    await guest.getByRole('link', { name: /^Our room/ }).press('Enter')
    await guest.getByRole('link', { name: 'Write a message' }).press('Enter')
    await say(guest, words)
    await expect(news).toHaveCount(1)
    await expect(mediator.getByRole('article').filter({ hasText: words })).toBeVisible()
    await expect(heading).toBeFocused()
    await expect(news).toHaveCount(0)
  }
})
