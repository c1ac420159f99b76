import type { Page } from '@playwright/test'
import { checkAccess } from './axe.ts'
import { becomeSomebody, beginTalks, bringIn, openSample, sitDown, typeDay } from './steps.ts'
import { expect, test } from './suite.ts'

const talks = 'The mill brook'
/** What is new in a place stands behind its name. */
const go = (page: Page, name: string) =>
  page
    .getByRole('link', { name: new RegExp(`^${name}( \\d+ (new|waiting))*$`) })
    .first()
    .click()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const inDialog = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
const column = (page: Page, side: string) => page.getByRole('region', { name: side, exact: true })

/** A text, whatever marks of direction stand around what was put into it. */
const reads = (text: string): RegExp =>
  new RegExp(
    Array.from(text)
      .map(letter => letter.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join('[\u2068\u2069]*'),
  )

test('three people and a disputed figure: put at the table, given by each side, contested, worded anew, accepted', async ({
  url,
  person,
}) => {
  const [lead, upper, lower] = await Promise.all([person(), person(), person()])
  await lead.goto(`${url}/begin`)
  await becomeSomebody(lead, 'Committee')
  await beginTalks(lead, talks, ['Upper village', 'Lower village'])
  await bringIn(lead, upper, { name: 'Council', talks, side: 'Upper village' })
  await bringIn(lead, lower, { name: 'Elders', talks, side: 'Lower village' })

  // The mediators put the question at the table; the villages may not.
  await go(upper, 'Table')
  await expect(upper.getByText('Add a disputed figure')).toHaveCount(0)
  await go(lead, 'Table')
  await go(lead, 'Add a disputed figure')
  await checkAccess(lead, 'putting a figure')
  await lead.getByLabel('Title').fill('Flow of the spring')
  await lead.getByLabel(/^Unit/).fill('litres a day')
  await lead.getByLabel(/^What counts as it/).fill('Measured where it leaves the rock.')
  await typeDay(lead, 'Answers by', ['01', '03', '2027'])
  await press(lead, 'Add it')
  await expect(lead.getByRole('heading', { level: 1, name: 'Flow of the spring' })).toBeVisible()
  await expect(lead.getByText('no version yet')).toBeVisible()

  // Each side is asked, and gives its own with how it came by it.
  await expect(upper.getByText(reads('Your own version is asked for, by: 1 March 2027'))).toBeVisible()
  await go(upper, 'Flow of the spring')
  await checkAccess(upper, 'a figure that nobody has given')
  await go(upper, 'Give your figure')
  await press(upper, 'exactly Figure')
  await upper.getByRole('option', { name: 'at least' }).click()
  await upper.getByRole('textbox', { name: 'Number' }).fill('a hundred thousand')
  await expect(upper.getByText('This is not a number.')).toBeVisible()
  await expect(upper.getByRole('button', { name: 'Give it' })).toBeDisabled()
  await upper.getByRole('textbox', { name: 'Number' }).fill('108,000')
  await upper.getByLabel(/^Method/).fill('A can of ten litres and a watch.')
  await checkAccess(upper, 'giving a figure')
  await press(upper, 'Give it')
  await expect(column(upper, 'Upper village')).toContainText(reads('at least 108,000'))
  await expect(column(upper, 'Lower village')).toContainText('Has given no figure yet.')

  await go(lower, 'Table')
  await go(lower, 'Flow of the spring')
  await go(lower, 'Give your figure')
  await press(lower, 'exactly Figure')
  await lower.getByRole('option', { name: /without a number/ }).click()
  await lower.getByRole('textbox', { name: 'In words' }).fill('likely far higher')
  await press(lower, 'Give it')
  await expect(column(lower, 'Lower village')).toContainText(reads('no number: “likely far higher”'))
  for (const page of [lead, upper, lower]) await expect(page.getByText('disputed (2)')).toBeVisible()

  // What one side says of the other's stands beside it; to contest takes a reason.
  await column(lower, 'Upper village').getByRole('button', { name: 'Contest', exact: true }).click()
  await expect(lower.getByRole('dialog').getByRole('button', { name: 'Contest' })).toBeDisabled()
  await lower.getByRole('dialog').getByLabel('Why').fill('Counted after rain.')
  await checkAccess(lower, 'contesting')
  await inDialog(lower, 'Contest')
  for (const page of [lead, upper]) {
    await expect(column(page, 'Upper village')).toContainText('Contested')
    await expect(column(page, 'Upper village')).toContainText('Counted after rain.')
  }
  await expect(column(lead, 'Upper village').getByRole('button', { name: 'Accept' })).toHaveCount(0)
  await expect(column(upper, 'Upper village').getByRole('button', { name: 'Accept' })).toHaveCount(0)

  // Worded anew: the earlier wording stays, what was said of it counts no longer.
  await column(upper, 'Upper village').getByRole('link', { name: 'Word it anew' }).click()
  await expect(upper.getByRole('textbox', { name: 'Number' })).toHaveValue('108,000')
  await upper.getByRole('textbox', { name: 'Number' }).fill('96,000')
  await press(upper, 'Word it anew')
  await expect(column(upper, 'Upper village')).toContainText(reads('at least 96,000'))
  await expect(column(upper, 'Upper village')).toContainText('has said nothing of it yet')
  await column(upper, 'Upper village').getByText('1 earlier wording').click()
  await expect(column(upper, 'Upper village')).toContainText(reads('at least 108,000'))
  await upper.getByText(/^What was said: /).click()
  await expect(upper.locator('.fact__history')).toContainText('no longer counts: it was worded anew')
  await checkAccess(upper, 'a disputed figure')
  await expect(column(lower, 'Upper village')).toContainText(reads('at least 96,000'))
  await column(lower, 'Upper village').getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(lower.getByRole('dialog')).toContainText('binds it')
  await inDialog(lower, 'Accept')
  await expect(column(lead, 'Upper village')).toContainText('Accepted')

  // Put off and taken up again, by the mediators alone.
  await expect(upper.getByRole('button', { name: 'Put off' })).toHaveCount(0)
  await press(lead, 'Put off')
  await inDialog(lead, 'Put off')
  await expect(lead.getByRole('button', { name: 'Take up again' })).toBeVisible()
  await expect(upper.getByRole('link', { name: 'Give your figure' })).toHaveCount(0)
  await go(upper, 'Table')
  await expect(upper.locator('.figures')).toContainText('put off')
  await upper.locator('.entry--item').getByRole('link', { name: 'Flow of the spring' }).click()
  await expect(upper.getByRole('heading', { level: 1, name: 'Flow of the spring' })).toBeVisible()
})

for (const [colorScheme, locale, width] of [
  ['light', 'en', 2560],
  ['dark', 'fa', 320],
] as const)
  test(`a figure of a sample stands in columns of the same width, and is carried: ${colorScheme}, ${locale}, ${width} px`, async ({
    url,
    person,
  }) => {
    const page = await person({ colorScheme, locale, viewport: { width, height: 900 } })
    await openSample(page, url, 'algiers')
    await page.locator('.figures__name').first().waitFor()
    await page.locator('.figures__name').first().click()
    await page.locator('.fact__columns').waitFor()
    await checkAccess(page, 'a figure of the sample')
    const widths = await page
      .locator('.fact__column')
      .evaluateAll(all => all.map(each => Math.round(each.getBoundingClientRect().width)))
    expect(widths).toHaveLength(2)
    expect(new Set(widths).size).toBe(1)
    await expectNoOverflow(page)
    await page.locator('.fact__acts a[href*="/carry"]').click()
    await page.locator('.carry').waitFor()
    await expectNoOverflow(page)
    if (locale === 'en') await carryAndPublish(page)
    else await checkAccess(page, 'carrying a figure')
  })

async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
}

/** From its form: to two sides in one step, past what the leak check names for one of them; then to all at the table. */
async function carryAndPublish(page: Page): Promise<void> {
  const recipients = page.locator('.recipients')
  const finding = page.locator('.finding')
  await recipients.getByText('United States', { exact: true }).click()
  await page
    .getByRole('textbox', { name: 'Wording' })
    .fill('As the press counts. We hear that the instruction itself is ready.')
  // What one side told the mediators alone is its own words to itself, and a finding for the other.
  await expect(finding).toHaveCount(1)
  await expect(page.locator('.leg').filter({ has: finding })).toContainText('United States')
  await expect(finding).toContainText('the instruction itself is ready')
  const deliver = page.getByRole('button', { name: /^Deliver to/ })
  await expect(deliver).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Keep ready on the desk' })).toBeDisabled()
  await checkAccess(page, 'carrying a figure to two sides')
  await finding.getByText('I have seen it: pass it on').click()
  await page.getByLabel('Why it passes all the same').fill('Illustrative: it is known to the press.')
  const preview = await page.locator('.preview .delivery').last().innerHTML()
  await deliver.click()
  const delivered = page.locator('.entry--delivery').filter({ hasText: 'As the press counts' })
  await expect(delivered).toHaveCount(2)

  // In place of words the figure stands at the table.
  await page.locator('.figures__name').first().click()
  await page.locator('.fact__acts').getByRole('link', { name: 'Carry' }).click()
  await recipients.getByText('Table', { exact: true }).click()
  await recipients.getByText('Iran', { exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Wording' })).toHaveCount(0)
  await expect(page.locator('.preview')).toContainText('the frozen assets')
  await checkAccess(page, 'publishing a figure')
  await deliver.click()
  await page.locator('.desk').waitFor()
  await go(page, 'Table')
  await expect(page.getByRole('heading', { level: 1, name: 'Table' })).toBeVisible()
  await expect(page.locator('.entry--item').last()).toContainText('the frozen assets')

  await sitDown(page, 'United States')
  await expect(delivered).toHaveCount(1)
  expect(await delivered.locator('.delivery').innerHTML()).toBe(preview)
}
