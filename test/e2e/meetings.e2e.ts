import { checkAccess } from './axe.ts'
import { openSample, sitDown } from './steps.ts'
import { expect, test } from './suite.ts'

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
