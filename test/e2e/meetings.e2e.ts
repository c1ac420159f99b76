import { checkAccess } from './axe.ts'
import { moveTo, openSample, sitDown, typeDay } from './steps.ts'
import { expect, test } from './suite.ts'

const lost = 'This page does not exist or is not open to you'

test('a meeting that stands at the desk is asked of all, and each side reads its own card', async ({
  url,
  person,
}) => {
  const page = await person()
  await openSample(page, url, 'two-villages')
  await page.getByRole('link', { name: 'Illustrative: at the valley school, not on market day' }).click()

  // MEET-5: the plan of the sample has two arrivals at once, and nothing in it was sent.
  await expect(page.getByText(/arrive at once, from/)).toBeVisible()
  await expect(page.getByText('planned at the desk, not sent')).toHaveCount(2)
  // MEET-3: three standings, each by itself.
  await expect(page.getByText('Reported: 0 reports.')).toBeVisible()
  await expect(page.getByText(/^Confirmed in public by/)).toHaveCount(2)
  await checkAccess(page, 'the day of a meeting')

  await page.getByRole('link', { name: 'Ask all whether they come' }).click()
  await page
    .getByLabel(/^The question, in/)
    .fill('Illustrative: would you come, each into a room of its own?')
  await page.getByText('Tell all as soon as all have said yes').click()
  // ASNT-26: what the question would put is read by the leak check with its words.
  const passes = page.getByText('I have seen it: pass it on')
  await expect(passes.first()).toBeVisible()
  for (const each of await passes.all()) await each.click()
  await page.getByRole('button', { name: 'Ask all at once' }).click()
  await expect(page.getByText('Illustrative: would you come').first()).toBeVisible()

  await sitDown(page, 'Upper village')
  const asked = page.getByRole('article').filter({ hasText: 'would you come' })
  await asked.getByRole('button', { name: 'Yes', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Yes', exact: true }).click()
  await expect(page.getByText(/^You have answered/)).toBeVisible()
  // MEET-1: nothing of the meeting stands here before all have said yes.
  await expect(page.getByRole('heading', { name: 'Meetings' })).toHaveCount(0)
})

test('a second meeting is planned beside the first, and an address typed by hand leads to what it names or nowhere', async ({
  url,
  person,
}) => {
  const page = await person()
  await openSample(page, url, 'two-villages')
  const desk = new URL(page.url()).pathname
  const base = desk.replace(/\/desk$/, '')
  await page.getByRole('link', { name: 'Illustrative: at the valley school, not on market day' }).click()
  const first = new URL(page.url()).pathname

  await moveTo(page, first.replace(/\/[^/]+$/, ''))
  await page.getByLabel('Title').fill('Illustrative: at the mill')
  await typeDay(page, 'Day of the meeting', ['05', '03', '2023'])
  await page.getByLabel(/^Place of the meeting/).fill('Illustrative: the mill')
  await page.getByRole('button', { name: 'Keep it at the desk' }).click()
  await page.getByRole('link', { name: /^Plan for .*Upper village/ }).click()
  // MEET-5: of what is planned for the first nothing stands here, and nothing of it is worded anew.
  await expect(page.getByRole('textbox', { name: /^Entrance/ })).toHaveValue('')
  await page.getByRole('textbox', { name: /^Entrance/ }).fill('Illustrative: the mill gate')
  await page.getByRole('textbox', { name: /^Own room/ }).fill('Illustrative: the loft')
  await page.getByRole('button', { name: 'Keep the plan' }).click()
  await moveTo(page, `${first}/arrange?party=not-there`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(lost)
  await moveTo(page, first)
  await expect(page.getByText(/arrive at once, from/)).toBeVisible()

  for (const typed of [
    `${base}/ask?kind=stage&issue=not-there&stage=heads`,
    `${base}/ask?kind=move&deadline=not-there`,
    `${base}/ask?kind=clearance&item=not-there`,
    `${first.replace(/meeting\/[^/]+$/, 'beside-meeting')}?register=minutes&meeting=not-there`,
    `${first.replace(/meeting\/[^/]+$/, 'issue')}?claim=not-there`,
  ]) {
    await moveTo(page, typed)
    await expect(page.getByRole('heading', { level: 1 }), typed).toHaveText(lost)
    await moveTo(page, desk)
  }
})
