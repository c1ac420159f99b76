/**
 * The way from a link to inside, as somebody walks it who reads Arabic alone and holds a small phone: counted and timed, and without
 * one Latin letter typed.
 */

import type { Page } from '@playwright/test'
import { checkAccess } from './axe.ts'
import { becomeSomebody, beginTalks } from './steps.ts'
import { expect, test } from './suite.ts'

/** A person's speed, on a phone, with care: a sign typed, a tap aimed, a word read. In ms. */
const pace = { sign: 450, tap: 1_500, word: 350 }
const wayMsMax = 120_000

/** What somebody does on the way, and what the device takes for it. */
class Way {
  readonly #page: Page
  signs = 0
  taps = 0
  words = 0
  deviceMs = 0
  typed = ''

  constructor(page: Page) {
    this.#page = page
  }

  /** Reads what is on the screen that was not there before. */
  async read(before = ''): Promise<string> {
    const text = await this.#page.locator('main').innerText()
    const known = new Set(before.split('\n'))
    const fresh = text.split('\n').filter(line => !known.has(line))
    this.words += fresh.join(' ').match(/\S+/gu)?.length ?? 0
    return text
  }

  async type(label: string, text: string): Promise<void> {
    const field = this.#page.getByLabel(label)
    await field.fill('')
    await field.pressSequentially(text)
    this.taps += 1
    this.signs += Array.from(text).length
    this.typed += text
  }

  async tap(role: 'button' | 'link', name: string): Promise<void> {
    await this.#page.getByRole(role, { name, exact: true }).click()
    this.taps += 1
  }

  /** The device at work; not counted where another person is waited for. */
  async wait(until: () => Promise<unknown>): Promise<void> {
    const started = performance.now()
    await until()
    this.deviceMs += performance.now() - started
  }

  get ms(): number {
    return this.signs * pace.sign + this.taps * pace.tap + this.words * pace.word + this.deviceMs
  }
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`

const toArabic = (digits: string): string =>
  digits.replaceAll(/\d/g, digit => String.fromCodePoint(0x660 + Number(digit)))

test('INV-28 INV-29 INV-30 from the link to inside on a small phone in Arabic: under two minutes, no Latin letter typed', async ({
  url,
  person,
}) => {
  const mediator = await person()
  await mediator.goto(`${url}/begin`)
  await becomeSomebody(mediator, 'Amina Haddad')
  await beginTalks(mediator, 'قريتان ونبع', ['القرية العليا', 'القرية السفلى'])
  await mediator.getByRole('button', { name: 'Invite somebody' }).click()
  await mediator.getByLabel('Name of the person').fill('Village council')
  const link = await makeInvitation(mediator)
  await expect(mediator.getByText('Whether the link was opened is told to nobody.')).toBeVisible()

  const guest = await person({ locale: 'ar', viewport: { width: 320, height: 640 }, hasTouch: true })
  const way = new Way(guest)
  await way.wait(async () => {
    await guest.goto(link)
    await guest.getByRole('heading', { name: /Amina Haddad/ }).waitFor()
  })
  expect(guest.url()).not.toContain('#')
  for (const said of ['قريتان ونبع', 'القرية السفلى', 'هذا ما يقوله الرابط'])
    await expect(guest.getByText(said).first()).toBeVisible()
  await checkAccess(guest, 'what a link claims')
  expect(await guest.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  const claimed = await way.read()
  // The name as the mediator wrote it is typed over.
  await way.type('اسمكم كما تريدون كتابته', 'مجلس القرية العليا')
  await way.tap('button', 'الانتقال إلى الأرقام')
  await way.wait(() => guest.getByLabel('الأرقام الستة').waitFor())
  await checkAccess(guest, 'the digits to type')
  const asked = await way.read(claimed)
  const digits = ((await mediator.locator('.comparison__code').textContent()) ?? '').replaceAll(/\D/g, '')
  await way.type('الأرقام الستة', toArabic(digits))
  await way.wait(() => guest.getByRole('heading', { name: 'الأرقام صحيحة' }).waitFor())
  const right = await way.read(asked)
  await expect(mediator.getByText('Writes the own name so').first()).toContainText('مجلس القرية العليا')
  await checkAccess(mediator, 'a guest who asks to come in')
  await mediator.getByRole('button', { name: 'I have heard “They match”: let in' }).click()
  await guest.getByRole('link', { name: 'إلى محادثاتكم' }).waitFor()
  await way.read(right)
  await way.tap('link', 'إلى محادثاتكم')
  await way.wait(() => guest.locator('.today').waitFor())
  await expect(mediator.getByText('مجلس القرية العليا').first()).toBeVisible()

  process.stdout.write(
    `     from link to inside: ${way.taps} taps, ${way.signs} signs typed, ${way.words} words read; at a person's speed ${seconds(way.ms)}, of which the device ${seconds(way.deviceMs)}\n`,
  )
  expect(way.typed).not.toMatch(/\p{Script=Latin}/u)
  expect(way.taps).toBeLessThanOrEqual(5)
  expect(way.signs).toBeLessThanOrEqual(30)
  expect(way.words).toBeLessThanOrEqual(200)
  expect(way.ms).toBeLessThan(wayMsMax)

  // Opened once more, the link is no other's; and whoever is in may be invited anew.
  await guest.goto(link)
  await expect(guest.getByRole('link', { name: 'إلى محادثاتكم' })).toBeVisible()
  await mediator.getByRole('button', { name: 'Invite somebody' }).click()
  await mediator.getByLabel('Name of the person').fill('Irrigation council')
  await guest.goto(await makeInvitation(mediator))
  await expect(guest.getByRole('link', { name: 'إلى محادثاتكم' })).toHaveCount(0)
  await guest.getByRole('button', { name: 'الانتقال إلى الأرقام' }).click()
  await expect(guest.getByLabel('الأرقام الستة')).toBeVisible()
  await expect(guest.getByRole('link', { name: 'إلى محادثاتكم' })).toBeVisible()
})

/** With what the dialog says; returns the link. */
async function makeInvitation(mediator: Page): Promise<string> {
  await mediator.getByRole('dialog').getByRole('button', { name: 'Make the invitation' }).click()
  const link = await mediator.locator('.invitation-sheet dd.code').first().textContent()
  await mediator.getByRole('button', { name: 'Done' }).click()
  // Nobody opens a link sooner than it is sent.
  await expect(mediator.locator('.frame__status')).toHaveText('')
  return link ?? ''
}

test('INV-28 INV-34 INV-35 INV-39 another link, other digits, twice, and one in other hands: both screens say so', async ({
  url,
  person,
}) => {
  const [mediator, guest, stranger] = await Promise.all([person(), person(), person()])
  await mediator.goto(`${url}/begin`)
  await becomeSomebody(mediator, 'Amina Haddad')
  await beginTalks(mediator, 'The ferry line', ['Harbour union', 'Port authority'])
  const invite = async (name: string): Promise<string> => {
    await mediator.getByRole('button', { name: 'Invite somebody' }).click()
    await mediator.getByLabel('Name of the person').fill(name)
    return makeInvitation(mediator)
  }
  const passphrase = 'tide and timber 42'
  const unlock = async () => {
    await guest.getByLabel('Passphrase').fill(passphrase)
    await guest.keyboard.press('Enter')
  }
  const first = await invite('Luis Ortega')
  await guest.goto(first)
  await guest.getByLabel('Passphrase for this device').fill(passphrase)
  await guest.getByLabel('The passphrase again').fill(passphrase)
  await guest.getByRole('button', { name: 'Go on to the code' }).click()
  const field = guest.getByLabel('The six digits')
  await field.waitFor()
  // INV-28: another link in the same window is another invitation; without it one is where one was.
  const second = await invite('Rosa Ibarra')
  await guest.goto(second)
  await expect(guest.getByLabel('Your name, as you want it written')).toHaveValue('Luis Ortega')
  await expect(field).toHaveCount(0)
  await guest.reload()
  await unlock()
  await field.waitFor()
  // INV-28: locked, a device cannot know that it was the one that answered: it asks to be unlocked before it tells on itself.
  await guest.goto('about:blank')
  await guest.goto(first)
  await expect(guest.getByText('This invitation has been answered already.')).toBeVisible()
  await checkAccess(guest, 'an answered link on a locked device')
  await unlock()
  await field.waitFor()
  await expect(guest.getByText('This invitation has been answered already.')).toHaveCount(0)
  const digits = ((await mediator.locator('.comparison__code').textContent()) ?? '').replaceAll(/\D/g, '')
  const others = digits === '111111' ? '222222' : '111111'
  await field.fill(others)
  await expect(guest.getByText('These are not the right digits.')).toBeVisible()
  await expect(mediator.getByText('Other digits were typed.')).toBeVisible()
  await checkAccess(guest, 'digits that differ')
  await field.fill(others)
  await expect(
    guest.getByText('The digits differed twice, and this invitation is closed here.'),
  ).toBeVisible()
  await expect(mediator.getByText('The digits differed twice. Nobody was let in.')).toBeVisible()
  await guest.goto(url)
  await unlock()
  await guest.getByRole('link', { name: 'This invitation cannot be used' }).click()
  await expect(
    guest.getByText('The digits differed twice, and this invitation is closed here.'),
  ).toBeVisible()

  await stranger.goto(second)
  await stranger.getByRole('button', { name: 'This is not for me' }).click()
  await expect(stranger.getByText('Thank you.')).toBeVisible()
  await expect(mediator.getByText('Sent back: the link reached somebody else.')).toBeVisible()
  await checkAccess(mediator, 'invitations that came to nothing')

  // INV-38: behind the digits, too, whoever gives up is told what was seen of them.
  await guest.goto(await invite('Ana Reyes'))
  await guest.getByRole('button', { name: 'Go on to the code' }).click()
  await field.waitFor()
  await field.fill((await mediator.locator('.comparison__code').textContent()) ?? '')
  await guest.getByRole('heading', { name: 'The digits are right' }).waitFor()
  await guest.getByRole('button', { name: 'Give up this invitation' }).last().click()
  await expect(guest.getByText('sees that, and the name that you gave')).toBeVisible()
  await expect(mediator.getByText('Given up by the one who was invited. Nobody was let in.')).toBeVisible()
})

test('RING-23 RING-24 RING-25 the sheet in Arabic: its digits, and a picture of its code, bring one back; what does not is named', async ({
  url,
  person,
}) => {
  const phone = { locale: 'ar', viewport: { width: 320, height: 640 } }
  const page = await person(phone)
  await page.goto(`${url}/begin`)
  await page.getByLabel('اسمكم', { exact: true }).fill('مجلس القرية')
  await page.getByRole('button', { name: 'متابعة' }).click()
  await expect(page.getByLabel('اسمكم', { exact: true })).toHaveCount(0)
  await page.goto(`${url}/settings`)
  await page.getByRole('button', { name: 'تدوينها الآن' }).click()
  const groups = await page.locator('.phrase__word bdi').allTextContents()
  expect(groups).toHaveLength(16)
  for (const group of groups) expect(group).toMatch(/^[٠-٩]{5}$/)
  await checkAccess(page, 'the sheet in digits')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  const picture = await page.locator('.qr').screenshot()
  await writeDown(page, groups)

  const other = await person(phone)
  await other.goto(`${url}/recover`)
  const held = other.getByLabel('كلمات الاسترداد أو أرقامها أو رابط')
  await held.fill(`${url}/join#${'A'.repeat(43)}`)
  await expect(other.getByText('هذه دعوة.')).toBeVisible()
  await checkAccess(other, 'what is held')
  const choose = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
    const chooser = other.waitForEvent('filechooser')
    await other.getByRole('button', { name: 'تصوير الرمز، أو اختيار ملف' }).click()
    await (await chooser).setFiles(file)
  }
  await choose({
    name: 'talks.record',
    mimeType: '',
    buffer: Buffer.from('{"format":"good-offices-record/1"}'),
  })
  await expect(other.getByText('هذه نسخة من سجل')).toBeVisible()
  await choose({ name: 'sheet.png', mimeType: 'image/png', buffer: picture })
  await expect(other.getByText('هذه الأرقام أو الكلمات متوافقة.')).toBeVisible()
  await held.fill(groups.join(' '))
  await expect(other.getByText('هذه الأرقام أو الكلمات متوافقة.')).toBeVisible()
  await other.getByRole('button', { name: 'استعادة الوصول', exact: true }).click()
  await expect(held).toHaveCount(0)
  await other.goto(`${url}/settings`)
  await expect(other.locator('.row')).toHaveCount(3)

  // RING-26: others in their place; the page may be left in between. The sheet of before then says so itself.
  await page.getByRole('button', { name: 'استبدال الكلمات' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'استبدال الكلمات' }).click()
  await expect(page.locator('.phrase__word')).toHaveCount(16)
  await page.reload()
  await expect(page.getByText('إلى أن تُدوَّن هذه على الورق تبقى السابقة سارية')).toBeVisible()
  await checkAccess(page, 'words that are to take the place of others')
  await page.getByRole('button', { name: 'تدوينها الآن' }).click()
  const newer = await page.locator('.phrase__word bdi').allTextContents()
  expect(newer).not.toEqual(groups)
  await writeDown(page, newer)
  await expect(page.getByText('الكلمات الجديدة سارية في كل مكان')).toBeVisible()
  const late = await person(phone)
  await late.goto(`${url}/recover`)
  await late.getByLabel('كلمات الاسترداد أو أرقامها أو رابط').fill(groups.join(' '))
  await late.getByRole('button', { name: 'استعادة الوصول', exact: true }).click()
  await expect(late.getByText(/حلّت كلمات أخرى محل هذه في .*لم يتغير شيء/)).toBeVisible()
  await late.getByLabel('كلمات الاسترداد أو أرقامها أو رابط').fill(newer.join(' '))
  await late.getByRole('button', { name: 'استعادة الوصول', exact: true }).click()
  await expect(late.getByLabel('كلمات الاسترداد أو أرقامها أو رابط')).toHaveCount(0)
})

/** Says that the groups on the screen stand on paper, by the three that are asked for. */
async function writeDown(page: Page, groups: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'كتبتُها' }).click()
  for (const field of await page.getByLabel(/^المجموعة /).all()) {
    const label = await field.evaluate(input => (input as HTMLInputElement).labels?.[0]?.textContent ?? '')
    const signs = label.replaceAll(/[^٠-٩]/g, '')
    const place = Number(signs.replaceAll(/[٠-٩]/g, sign => String((sign.codePointAt(0) ?? 0) - 0x660)))
    await field.fill(groups[place - 1] ?? '')
  }
  await page.getByRole('button', { name: 'متابعة' }).click()
  await expect(page.locator('.phrase')).toHaveCount(0)
}
