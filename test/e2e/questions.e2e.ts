import type { Page } from '@playwright/test'
import { checkAccess } from './axe.ts'
import { becomeSomebody, beginTalks, bringIn } from './steps.ts'
import { expect, test } from './suite.ts'

const talks = 'The mill and the road'
const words = 'Would you meet the other village on market day, at the mill?'
const go = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click()
/** WAIT-1: from what waits to the question that asks. */
const goToQuestion = async (page: Page) => {
  await page
    .getByRole('link', { name: /^Today/ })
    .first()
    .click()
  await page.getByRole('link', { name: /A question waits/ }).click()
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const inDialog = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

test('a question put to both at once: the sentences before, two answers of one size, and what shows that both have said yes', async ({
  url,
  person,
}) => {
  const [lead, upper, lower] = await Promise.all([person(), person(), person()])
  await lead.goto(`${url}/begin`)
  await becomeSomebody(lead, 'Committee')
  await beginTalks(lead, talks, ['Lower village', 'Upper village'])
  await bringIn(lead, lower, { name: 'Elders', talks, side: 'Lower village' })
  await bringIn(lead, upper, { name: 'Council', talks, side: 'Upper village' })

  // ASNT-15: the mediators read what each will read, before anybody is asked.
  await go(lead, 'Desk')
  await go(lead, 'Ask all at once')
  await lead.getByLabel(/^The question, in/).fill(words)
  await lead.getByText('Tell all as soon as all have said yes').click()
  await expect(lead.getByText('The mediators see your answer.')).toBeVisible()
  await checkAccess(lead, 'asking all at once')
  await press(lead, 'Ask all at once')

  // It waits for the party, with two answers of which neither is chosen.
  await goToQuestion(upper)
  await expect(upper.getByText(words).first()).toBeVisible()
  await expect(upper.getByText('If you say yes and it does not come about')).toBeVisible()
  const [yes, no] = [
    await upper.getByRole('button', { name: 'Yes', exact: true }).boundingBox(),
    await upper.getByRole('button', { name: 'No', exact: true }).boundingBox(),
  ]
  expect([no?.width, no?.height]).toEqual([yes?.width, yes?.height])
  await checkAccess(upper, 'a question')
  await press(upper, 'Yes')
  await checkAccess(upper, 'answering a question')
  await inDialog(upper, 'Yes')
  await expect(upper.getByText(/^You have answered/)).toBeVisible()
  await expect(lower.getByText(/^You have answered/)).toHaveCount(0)

  await goToQuestion(lower)
  await press(lower, 'Yes')
  await inDialog(lower, 'Yes')
  await expect(lead.getByRole('button', { name: 'Tell all' })).toBeVisible()
  await press(lead, 'Tell all')
  // What was open before its reader's eyes stays there until they go.
  await expect(upper.getByText('All have said yes.')).toBeVisible()
  await expect(upper.getByText('signed by a device of that party')).toHaveCount(2)
  await checkAccess(upper, 'what came of a question')

  // ASNT-23: withdrawn while somebody is about to answer, it does not go from under their hand: it says so.
  await go(lead, 'Desk')
  await go(lead, 'Ask all at once')
  await lead.getByLabel(/^The question, in/).fill('Would each send a clerk?')
  // Pressed twice before anything is painted it is asked once, and nobody is told of a second.
  await lead.getByRole('button', { name: 'Ask all at once' }).evaluate((button: HTMLElement) => {
    for (const _ of ['once', 'twice']) button.click()
  })
  const asked = upper.getByRole('article').filter({ hasText: 'send a clerk' })
  await asked.getByRole('button', { name: 'Yes', exact: true }).click()
  const atDesk = lead.getByRole('article').filter({ hasText: 'send a clerk' })
  await expect(atDesk).toHaveCount(1)
  await expect(lead.getByRole('button', { name: 'Got it' })).toHaveCount(0)
  await atDesk.getByRole('button', { name: 'Withdraw it for all' }).click()
  await inDialog(lead, 'Withdraw it for all')
  await expect(asked.getByText('The mediators have withdrawn this.')).toBeVisible()
  await inDialog(upper, 'Yes')
  await expect(upper.getByRole('dialog').getByRole('alert')).toBeVisible()
  await expect(upper.getByText(/^You have answered/)).toHaveCount(0)
})
