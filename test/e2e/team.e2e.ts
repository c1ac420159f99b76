import type { Page } from '@playwright/test'
import { checkAccess } from './axe.ts'
import { becomeSomebody, beginTalks, bringIn, say as sayIt } from './steps.ts'
import { expect, test } from './suite.ts'

const talks = 'The two lakes'
const institution = 'Lakes Institute'
/** What is new in a place stands behind its name. */
const go = (page: Page, name: string) =>
  page
    .getByRole('link', { name: new RegExp(`^${name}( \\d+ (new|waiting))*$`) })
    .first()
    .click()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const inDialog = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

const say = async (page: Page, words: string) => {
  await go(page, 'Write a message')
  await sayIt(page, words)
}

/** Right to left too, a name begins where what is said of it begins, whichever way it is written itself. */
async function standsAtItsBeginning(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
  const row = page.locator('.rows > li:has(article)', { hasText: institution }).first()
  const endOf = async (part: string): Promise<number> => {
    const box = await row.locator(part).first().boundingBox()
    if (box === null) throw new Error(`not shown: ${part}`)
    return box.x + box.width
  }
  expect(Math.abs((await endOf('> p > bdi')) - (await endOf('> article > p')))).toBeLessThan(2)
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'))
}

/** The mediator asks a party about the institution; it answers in its own browser. */
async function letCome(lead: Page, party: Page, place: number, answer: string): Promise<void> {
  await lead.getByRole('button', { name: 'Name an institution' }).nth(place).click()
  await lead.getByRole('dialog').getByLabel('Institution').fill(institution)
  await checkAccess(lead, 'naming an institution')
  await inDialog(lead, 'Name an institution')
  await go(party, 'People')
  await press(party, answer)
  await checkAccess(party, 'answering about an institution')
  await inDialog(party, answer)
}

test('a mediator of another institution: let in from here on by one party, asked out again, and gone from the desk', async ({
  url,
  person,
}) => {
  const [lead, upper, lower, envoy] = await Promise.all([person(), person(), person(), person()])
  await lead.goto(`${url}/begin`)
  await becomeSomebody(lead, 'Committee')
  await beginTalks(lead, talks, ['Lower village', 'Upper village'])
  await bringIn(lead, lower, { name: 'Elders', talks, side: 'Lower village' })
  await bringIn(lead, upper, { name: 'Council', talks, side: 'Upper village' })
  await go(upper, 'Our room')
  await say(upper, 'Said before anybody else came, of 4711.')
  await letCome(lead, lower, 0, 'Accept, and let them read everything said before')
  await letCome(lead, upper, 1, 'Accept from here on')

  // With the yes of both the envoy comes: to a room that the council has still to adopt, and not to the desk.
  // What stands in a post, too, is shown before a side reads it, and passed once for every room.
  const post = { post: 'Survey of 4711', named: '4711' }
  await bringIn(lead, envoy, { name: 'Envoy', talks, side: 'Mediators', institution, ...post })
  const rooms = envoy.locator('.talks__nav, .talks__rooms')
  await expect(rooms.getByRole('link', { name: 'Table' })).toBeVisible()
  await expect(rooms.getByRole('link', { name: 'Desk' })).toHaveCount(0)
  await go(upper, 'Our room')
  await expect(upper.getByRole('heading', { name: 'A new room is offered' })).toBeVisible()
  await press(upper, 'Go on in the new room')
  await expect(upper.getByRole('dialog')).toContainText('Consent is not carried over')
  await checkAccess(upper, 'adopting a room')
  await inDialog(upper, 'Go on in the new room')

  // One record to the council, with a line, where it stands and without its doing; the envoy has what follows.
  await expect(upper.getByText(/From here on .*Envoy.* reads too\./)).toBeVisible()
  await expect(upper.getByText('Said before anybody else came, of 4711.')).toBeVisible()
  await checkAccess(upper, 'a caucus that went on')
  await say(upper, 'Said to all three.')
  await rooms.getByRole('link', { name: /Upper village/ }).click()
  await expect(envoy.getByText('Said to all three.')).toBeVisible()
  await expect(envoy.getByText('Said before anybody else came, of 4711.')).toHaveCount(0)

  // In every caucus now: the desk is open to the envoy.
  await go(lead, 'People')
  await press(lead, 'Bring them to the desk')
  await expect(rooms.getByRole('link', { name: 'Desk' })).toBeVisible()

  // The council wants the envoy to go: out of its caucus and out of the desk in one step.
  await go(upper, 'People')
  await press(upper, 'Ask that they leave')
  await inDialog(upper, 'Ask that they leave')
  await expect(upper.getByText('asked to leave, not done yet')).toBeVisible()
  await standsAtItsBeginning(upper)
  await go(lead, 'Desk')
  await expect(lead.getByText('Mediators are asked to leave by')).toBeVisible()
  await go(lead, 'People')
  await lead.getByRole('button', { name: 'Take them out', exact: true }).last().click()
  await checkAccess(lead, 'letting somebody go')
  await inDialog(lead, 'Take them out')
  await expect(upper.getByText('asked to leave, done')).toBeVisible()
  await go(upper, 'Our room')
  await say(upper, 'Among ourselves again.')
  await expect(envoy.getByText('You were taken out of this room.')).toBeVisible()
  await expect(envoy.getByText('Among ourselves again.')).toHaveCount(0)
})
