import { checkAccess } from './axe.ts'
import { moveTo, openSample, sitDown } from './steps.ts'
import { expect, test } from './suite.ts'

test('an offer of good offices that changes is confirmed anew, beside another, before anything is carried', async ({
  url,
  person,
}) => {
  const page = await person()
  await openSample(page, url, 'two-villages')
  await page.getByRole('link', { name: /^The answer whole: .*Upper village/ }).click()
  await expect(page.getByText('Water only.').first()).toBeVisible()
  const offered = new URL(page.url()).pathname

  // GOOD-1: what falls away is said before it is stated.
  await page.getByRole('link', { name: 'Change the offer of good offices' }).click()
  await page.getByRole('textbox', { name: /^Place/ }).fill('Illustrative: the mill')
  await expect(page.getByText(/With this change the acceptance falls away: .*Upper village/)).toBeVisible()
  const passes = page.getByText('I have seen it: pass it on')
  for (const each of await passes.all()) await each.click()
  await page.getByRole('button', { name: 'Announce the change' }).click()
  await expect(page.getByText(/Changed since you accepted: .*Place/)).toBeVisible()

  // Another offer to the same party, so that two stand side by side.
  await moveTo(page, offered.replace(/\/[^/]+$/, ''))
  await page.getByRole('textbox', { name: /^Who offers/ }).fill('Illustrative: the miller')
  await page.getByRole('textbox', { name: /^Place/ }).fill('Illustrative: the mill')
  for (const each of await passes.all()) await each.click()
  await page.getByRole('button', { name: 'Send the offer of good offices' }).click()
  await expect(page.getByRole('heading', { name: 'Illustrative: the miller', level: 1 })).toBeVisible()

  // The agreement to mediate, as who puts it and as who is asked to read it has it.
  await moveTo(page, offered.replace(/offices\/[^/]+$/, 'agreement'))
  await page.getByRole('textbox', { name: /^Title/ }).fill('Illustrative: how we work')
  await page
    .getByRole('textbox', { name: /^The text, in/ })
    .fill('Illustrative. Nobody speaks of it outside.')
  for (const each of await passes.all()) await each.click()
  await page.getByRole('button', { name: 'Put it to them' }).click()
  await expect(page.getByRole('heading', { name: 'Illustrative: how we work', level: 1 })).toBeVisible()
  await checkAccess(page, 'an agreement to mediate, as it was put')

  await sitDown(page, 'Upper village')
  await page.getByRole('link', { name: 'Illustrative: how we work' }).first().click()
  await expect(page.getByRole('heading', { name: 'Illustrative: how we work', level: 1 })).toBeVisible()
  await checkAccess(page, 'an agreement to mediate, as it is read')
  await page.getByRole('link', { name: 'Our room' }).first().click()
  await page.getByRole('link', { name: 'All that is offered to you, side by side' }).click()
  await expect(page.getByRole('heading', { name: '4 bodies offer their good offices' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: /the miller/ })).toBeVisible()
  await checkAccess(page, 'offers of good offices side by side')
  await page.getByRole('button', { name: 'Accept: Teachers of the valley school' }).click()
  await expect(page.getByText('With a yes you consent to this mediation.')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(page.getByRole('cell', { name: /^accepted/ })).toBeVisible()

  // GOOD-16: at the desk alone.
  await sitDown(page, 'The committee, mediating')
  await page.getByRole('link', { name: 'Who does what, safety, other tracks' }).click()
  await expect(page.getByText('not asked yet')).toBeVisible()
  await checkAccess(page, 'who does what, and whose safety is to be asked about')
})
