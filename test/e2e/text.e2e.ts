import type { Page } from '@playwright/test'
import { checkAccess } from './axe.ts'
import { becomeSomebody, beginTalks, bringIn, openSample, sitDown } from './steps.ts'
import { expect, test } from './suite.ts'

const talks = 'The upper canal'
const go = (page: Page, name: string) =>
  page
    .getByRole('link', { name: new RegExp(`^${name}( \\d+ (new|waiting))*$`) })
    .first()
    .click()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const inDialog = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
const rival = (page: Page) => page.getByRole('region', { name: 'Two wordings' })
const words = (page: Page) => page.getByRole('textbox', { name: /Drafted in/ })

/** From the desk, where no text is yet. */
async function beginText(page: Page): Promise<void> {
  await go(page, 'Desk')
  await go(page, 'Begin a text')
}

async function addClause(page: Page, heading: string, body: string): Promise<void> {
  await press(page, 'Add a clause')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^Heading/).fill(heading)
  await dialog.getByLabel(/^Words/).fill(body)
  await inDialog(page, 'Add a clause')
  await expect(dialog).toHaveCount(0)
}

/** All that the leak check names is passed. */
async function passAll(page: Page): Promise<void> {
  for (const tick of await page.getByText('I have seen it: pass it on').all()) await tick.click()
}

test('TXT-11 TXT-21 TXT-41 one text: written with brackets, issued, answered clause by clause on a phone, proposed and taken in', async ({
  url,
  person,
}) => {
  const [lead, upper] = await Promise.all([person(), person({ viewport: { width: 390, height: 844 } })])
  await lead.goto(`${url}/begin`)
  await becomeSomebody(lead, 'Committee')
  await beginTalks(lead, talks, ['Upper village', 'Lower village'])
  await bringIn(lead, upper, { name: 'Council', talks, side: 'Upper village' })

  // TXT-50: begun at the desk, in two languages.
  await beginText(lead)
  await checkAccess(lead, 'beginning a text')
  await lead.getByLabel(/^Title/).fill('Rule of the canal')
  await lead.getByLabel(/^Status line/).fill('Mediators’ text. No side has agreed to it.')
  await press(lead, 'Begin it')
  await expect(lead.getByRole('heading', { level: 1, name: 'Rule of the canal' })).toBeVisible()
  await addClause(lead, 'Hours', 'Each village [shall] [should] open its gate at dawn.')
  await addClause(lead, 'Repairs', 'Each mends its own bank.')
  await expect(lead.locator('.text__overview')).toContainText('one choice open')
  await go(lead, '1 Hours.*')

  // What is typed is read, and half a bracket is told by its place; nothing is lost where it is dropped.
  await words(lead).fill('Each village [shall] [should open its gate at dawn.')
  await expect(lead.getByText('This bracket is never closed:')).toBeVisible()
  await press(lead, 'Drop what I typed')
  await expect(lead.locator('.structure')).toContainText('not said')
  await press(lead, 'one of them')
  await expect(lead.locator('.structure')).toContainText('one of them')
  await press(lead, 'Who wants it')
  await lead.getByRole('menuitem', { name: 'Upper village: wants it' }).click()
  await expect(lead.locator('.structure__support').first()).toContainText('Upper village')
  await checkAccess(lead, 'the working text')
  // TXT-11: by a word, where no colour is left.
  await lead.emulateMedia({ forcedColors: 'active' })
  await expect(lead.locator('.text__outline li').first()).toContainText('open')
  await lead.emulateMedia({ forcedColors: 'none' })

  // Issued to one side, as it would read it.
  await go(lead, 'Issue…')
  await lead.getByText('Lower village').first().click()
  await lead.getByText('The whole text').click()
  await expect(lead.locator('.text__preview')).toContainText('wordings, not agreed')
  await passAll(lead)
  await checkAccess(lead, 'issuing a text')
  await press(lead, 'Issue the draft')
  await expect(lead.getByRole('heading', { level: 1, name: 'Drafts issued' })).toBeVisible()

  // On a phone: read, answered, other words proposed as they change the draft.
  await go(upper, 'Today')
  await upper.getByText('A draft waits for your answer').first().click()
  await expect(upper.getByRole('heading', { level: 1, name: 'Rule of the canal' })).toBeVisible()
  await expect(upper.getByText('Mediators’ text. No side has agreed to it.')).toBeVisible()
  await upper.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await checkAccess(upper, 'a draft')
  await expect(upper.getByRole('group', { name: '2 wordings, not agreed' }).first()).toBeVisible()
  await press(upper, 'Left open we reserve')
  await upper.getByLabel(/^Remark/).fill('Dawn is not the same in both valleys.')
  await press(upper, 'Send the answer')
  await expect(upper.locator('.text__saying').first()).toContainText('Reserves its position')
  await press(upper, 'Other words…')
  await upper.getByLabel('Your words').fill('Each village [shall] [should] open its gate at sunrise.')
  await expect(upper.locator('.clause__redline del')).toHaveText(/dawn$/)
  await expect(upper.locator('.clause__redline ins')).toHaveText(/sunrise$/)
  await checkAccess(upper, 'proposing words')
  await press(upper, 'Propose these words')
  await press(upper, 'Next clause')
  await press(upper, 'We can accept')
  await press(upper, 'Send the answer')
  await expect(upper.locator('.text__saying').first()).toContainText('Can accept')

  // The mediators find it beside the clause, and take it in.
  await go(lead, 'Today')
  await lead
    .getByText(/Upper village.* has said something of a draft/)
    .first()
    .click()
  await expect(lead.locator('.text__said')).toContainText('Dawn is not the same in both valleys.')
  await press(lead, 'Take as alternative')
  await expect(lead.locator('.text__said')).toContainText('Taken')
  await expect(words(lead)).toHaveValue(/\[dawn\] \[sunrise\]/)
  await expect(upper.locator('.text__saying').first()).toContainText('Can accept')
  await press(upper, 'Previous clause')
  await expect(upper.locator('.clause__became')).toContainText('Taken')

  // The next draft is compared with the first, clause by clause.
  await go(lead, 'Issue…')
  await lead.getByText('Lower village').first().click()
  await passAll(lead)
  await press(lead, 'Issue the draft')
  await expect(lead.getByRole('heading', { level: 1, name: 'Drafts issued' })).toBeVisible()
  await go(upper, 'Today')
  await upper.getByText('A draft waits for your answer').first().click()
  await expect(upper.getByText(/^changed since draft/)).toBeVisible()
  await expect(upper.locator('.draft--compared ins').last()).toContainText('sunrise')
  // TXT-34, TXT-56: the changes leave as a Word document, come back changed, and are said of the draft once they were looked at.
  const [saved] = await Promise.all([
    upper.waitForEvent('download'),
    press(upper, 'Word document').then(() =>
      upper.getByRole('menuitem', { name: /^With the changes since draft/ }).click(),
    ),
  ])
  expect(saved.suggestedFilename()).toBe('Rule of the canal.docx')
  await go(upper, 'From a Word document')
  await upper.getByLabel(/^Word document/).setInputFiles(await saved.path())
  await expect(upper.locator('.import__row ins').last()).toContainText('sunrise')
  await checkAccess(upper, 'a file beside a draft')
  await upper.getByLabel(/^Word document/).setInputFiles({
    name: 'no.docx',
    mimeType: 'text/plain',
    buffer: Buffer.from('no Word document'),
  })
  await expect(upper.getByRole('alert').getByText(/Nothing of it was read/)).toBeVisible()
  await upper.goBack()
  await press(upper, 'A code to compare on the telephone')
  await expect(upper.locator('.clause__code').first()).toHaveText(/^(\d{4} ){4}\d{4}$/)
})

test('one text: two mediators write one clause offline, both stand as alternatives in one tap; a package, and a clause put back', async ({
  url,
  person,
}) => {
  const [lead, second] = await Promise.all([person(), person()])
  await lead.goto(`${url}/begin`)
  await becomeSomebody(lead, 'Committee')
  await beginTalks(lead, talks, ['Upper village', 'Lower village'])
  await bringIn(lead, second, { name: 'Teachers', talks, side: 'Mediators' })
  await beginText(lead)
  await lead.getByLabel(/^Title/).fill('Rule of the canal')
  await press(lead, 'Begin it')
  await addClause(lead, 'Hours', 'Each village opens its gate at dawn.')
  await addClause(lead, 'Repairs', 'Each mends its own bank.')

  // TXT-13, TXT-15: nothing is lost of what was written without having seen the other, and one tap makes a choice of it.
  await go(second, 'Text')
  await go(second, '1 Hours.*')
  await second.context().setOffline(true)
  await words(second).fill('Each village opens its gate at noon.')
  await press(second, 'Write it')
  await go(lead, '1 Hours.*')
  await words(lead).fill('Each village opens its gate at sunrise.')
  await press(lead, 'Write it')
  await expect(lead.getByRole('button', { name: 'Write it' })).toHaveCount(0)
  await second.context().setOffline(false)
  await expect(rival(lead)).toContainText('without having seen each other’s words')
  await expect(rival(second)).toBeVisible()
  await checkAccess(lead, 'two wordings of a clause')
  await press(lead, 'Both, as alternatives')
  // Whoever was first stands first.
  const both = /at \[(?:sunrise\] \[noon|noon\] \[sunrise)\]\.$/
  await expect(words(lead)).toHaveValue(both)
  await expect(words(second)).toHaveValue(both)
  await expect(rival(second)).toHaveCount(0)

  // TXT-12: agreed together or not at all.
  const more = async (item: string) => {
    await press(lead, 'More')
    await lead.getByRole('menuitem', { name: item }).click()
  }
  await more('Package…')
  await lead.getByRole('dialog').getByLabel(/^Name/).fill('Hours and banks')
  await inDialog(lead, 'Put it in')
  await go(lead, '2 Repairs.*')
  await more('Package…')
  await inDialog(lead, 'Put it in')
  await press(lead, 'How it stands…')
  await lead.getByRole('dialog').getByRole('button', { name: /open/ }).click()
  await lead.getByRole('option', { name: 'agreed', exact: true }).click()
  await inDialog(lead, 'How it stands…')
  await expect(lead.locator('.text__clause')).toContainText('waits for one more clause')

  // TXT-16: taken out with its words, and put back.
  await more('Remove the clause')
  await lead.getByText('Taken out').click()
  await press(lead, 'Put the clause back')
  await expect(lead.locator('.text__outline li')).toHaveCount(2)
})

test('TXT-41 one text: a draft issued to a table that is open is answered there before all', async ({
  url,
  person,
}) => {
  const page = await person()
  await openSample(page, url, 'algiers')
  await page.locator('.talks__link', { hasText: 'Table' }).click()
  await press(page, 'Let the parties speak directly…')
  const dialog = page.getByRole('dialog')
  for (const heed of await dialog.getByText('I have read these limits, and they are kept').all())
    await heed.click()
  await dialog.getByRole('button', { name: 'Let the parties speak directly' }).click()
  await expect(page.getByText('Direct exchange is open.', { exact: true })).toBeVisible()

  // TXT-14: while two wordings stand nothing is issued, and the page says of which clause.
  await go(page, 'Text')
  await page.locator('.outline__line', { hasText: 'Interest' }).click()
  await press(page, 'Both, as alternatives')
  await expect(rival(page)).toHaveCount(0)
  await go(page, 'Issue…')
  for (const room of ['Iran', 'United States', 'Table'])
    await page.locator('fieldset label', { hasText: room }).first().click()
  await passAll(page)
  await press(page, 'Issue the draft')
  await expect(page.getByRole('heading', { level: 1, name: 'Drafts issued' })).toBeVisible()

  // TXT-51: what a side says of it there is said before all.
  await sitDown(page, 'Iran')
  await page.locator('.talks__link', { hasText: 'Table' }).click()
  await page.getByRole('link', { name: 'Read and answer' }).last().click()
  // TXT-41: by the keyboard alone.
  await page.getByRole('button', { name: 'We can accept' }).first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Send the answer' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.text__saying').first()).toContainText('Can accept')
})
