import type { Page } from '@playwright/test'
import { checkAccess } from './axe.ts'
import { becomeSomebody, beginTalks, bringIn, goToWork, say as sayIt } from './steps.ts'
import { expect, test } from './suite.ts'

const talks = 'The ferry line'
/** What is new in a place stands behind its name. */
const go = (page: Page, name: string) =>
  page.getByRole('link', { name: new RegExp(`^${name}( \\d+ (new|waiting))*$`) }).click()
const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).click()
const heading = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

const say = async (page: Page, words: string) => {
  await go(page, 'Write a message')
  await sayIt(page, words)
}

/** What somebody can go to: no more than the rooms whose keys they hold, without how much is new in each. */
const roomsOf = async (page: Page): Promise<readonly string[]> => {
  const names = page.locator('.talks__nav a bdi, .talks__rooms a bdi')
  return names.allTextContents()
}

test('five people at five browsers: who is in which room, on which terms, and what remains to those who go', async ({
  url,
  person,
}) => {
  const [amina, jonas, luis, noor, priya] = await Promise.all([
    person(),
    person(),
    person(),
    person(),
    person(),
  ])
  await amina.goto(`${url}/begin`)
  await becomeSomebody(amina, 'Amina Haddad')
  await beginTalks(amina, talks, ['Harbour union', 'Port authority'])
  await bringIn(amina, luis, { name: 'Luis Ortega', talks, side: 'Harbour union' })
  await bringIn(amina, noor, { name: 'Noor Salim', talks, side: 'Harbour union', role: 'Adviser' })
  await bringIn(amina, priya, { name: 'Priya Rao', talks, side: 'Port authority' })
  await bringIn(amina, jonas, { name: 'Jonas Weber', talks, side: 'Mediators' })

  // A party's own room: its head opens it and brings in the adviser; nobody else hears of it.
  await go(luis, 'People')
  await luis.getByRole('button', { name: 'Open a room for our delegation' }).click()
  await heading(luis, 'Our delegation')
  await luis.getByRole('button', { name: 'Bring somebody in' }).click()
  await luis.getByRole('dialog').getByText('Noor Salim').click()
  await expect(luis.getByRole('dialog').getByRole('checkbox')).toHaveCount(1)
  await checkAccess(luis, 'bringing somebody in')
  await inDialog(luis, 'Bring in')
  await say(luis, 'Our floor is three crossings a night.')
  await go(noor, 'Our delegation')
  await expect(noor.getByText('three crossings a night')).toBeVisible()
  await checkAccess(noor, 'delegation')

  // A working group of two parties, and of nobody else.
  await amina.getByRole('button', { name: 'Open a working group' }).click()
  await amina.getByLabel('What the group is called').fill('Winter timetable')
  await amina.getByRole('dialog').getByText('Luis Ortega').click()
  await amina.getByRole('dialog').getByText('Priya Rao').click()
  await inDialog(amina, 'Open it')
  await heading(amina, 'Winter timetable')
  await say(amina, 'Shall we begin with the first ferry?')
  await go(luis, 'Winter timetable')
  await expect(luis.getByText('first ferry')).toBeVisible()
  await say(luis, 'At six, and not before.')
  await go(priya, 'Winter timetable')
  await expect(priya.getByText('At six, and not before.')).toBeVisible()
  const places = ['People', 'Record', 'Find'] as const
  const views = ['Calendar', 'Equal treatment'] as const
  await expect
    .poll(() => roomsOf(noor))
    .toEqual(['Today', 'Our room', ...places, 'Our delegation', 'Table', 'My notes', ...views])
  await expect.poll(() => roomsOf(jonas)).toEqual(['Today', 'Desk', ...places, 'Table', 'My notes', ...views])
  await expect
    .poll(() => roomsOf(amina))
    .toEqual(['Today', 'Desk', ...places, 'Table', 'Winter timetable', 'My notes', ...views])

  // Consent with limits, which the mediators read; then other terms, and consent to those.
  await go(luis, 'Our room')
  await luis.getByRole('button', { name: 'Consent to the mediation' }).click()
  await luis.getByLabel(/^Limits/).fill('Not on Sundays.')
  await checkAccess(luis, 'consent')
  await inDialog(luis, 'Consent to the mediation')
  await go(jonas, 'Desk')
  const union = jonas.locator('.desk__caucus').filter({ hasText: 'Harbour union' })
  await expect(union).toContainText('Not on Sundays.')
  await go(amina, 'People')
  await amina.getByText('Carry, host and propose').click()
  await amina.getByRole('button', { name: 'Set these terms' }).click()
  await expect(luis.getByText('The terms have changed since.')).toBeVisible()
  await go(priya, 'Winter timetable')
  await expect(priya.getByText('set the terms.')).toBeVisible()
  await luis.getByRole('button', { name: 'Consent to these terms' }).click()
  await expect(luis.getByLabel(/^Limits/)).toHaveValue('Not on Sundays.')
  await inDialog(luis, 'Consent to the mediation')
  await expect(luis.getByText('The terms have changed since.')).toHaveCount(0)

  // An offer that the mediators hold: reported on, put in other words, and withdrawn.
  await go(luis, 'Make a conditional offer')
  await luis.getByLabel('If the other party').fill('keep the night ferry')
  await luis.getByLabel('then we').fill('take the early shift without a supplement')
  await luis.getByRole('button', { name: 'Give it to the mediator to keep' }).click()
  await expect(luis).toHaveURL(/#o-/)
  const offered = union.locator('.entry--offer')
  await offered.getByRole('button', { name: 'Tell the party where its offer stands' }).click()
  await jonas.getByText('Kept by the mediator, not put to anyone').click()
  await checkAccess(jonas, 'report on an offer')
  await inDialog(jonas, 'Let them know')
  const offer = luis.locator('.entry--offer')
  await expect(offer).toContainText('Kept by the mediator, not put to anyone')
  await offered.getByRole('link', { name: 'Put it to another party' }).click()
  await jonas
    .getByRole('textbox', { name: 'Wording' })
    .fill('Would the night ferry stay, if mornings were settled?')
  await jonas.getByRole('button', { name: /^Deliver to/ }).click()
  await go(priya, 'Our room')
  const delivered = priya.locator('.entry--delivery')
  await expect(delivered).toContainText('if mornings were settled')
  await expect(delivered).not.toContainText('Harbour union')
  await offer.getByRole('button', { name: 'Withdraw' }).click()
  await expect(offered).toContainText('Withdrawn')
  await expect(offered.getByRole('link', { name: 'Put it to another party' })).toHaveCount(0)

  // Consent withdrawn: nothing is carried for that party any more.
  await say(luis, 'One more thing, for the record.')
  await luis.getByRole('button', { name: 'Withdraw consent' }).click()
  await inDialog(luis, 'Withdraw consent')
  await expect(union).toContainText('withdrew its consent')
  await union.getByRole('link', { name: 'Carry' }).first().click()
  await jonas.getByRole('textbox', { name: 'Wording' }).fill('A further remark.')
  await expect(jonas.locator('.carry')).toContainText('withdrawn')
  await expect(jonas.getByRole('button', { name: /^Deliver to/ })).toBeDisabled()

  // The lead passes to the co-mediator.
  await amina.getByRole('button', { name: 'Hand over the lead' }).click()
  await inDialog(amina, 'Hand over the lead')
  await expect(amina.getByRole('button', { name: 'Set these terms' })).toHaveCount(0)
  await go(jonas, 'People')
  await expect(jonas.getByRole('button', { name: 'Set these terms' })).toBeVisible()

  // The new lead takes the adviser out: she keeps what she has read, and hears nothing further there.
  await jonas.locator('.row').filter({ hasText: 'Noor' }).getByRole('button', { name: 'Remove' }).click()
  await inDialog(jonas, 'Remove')
  await go(noor, 'Our room')
  await expect(noor.getByText('You were taken out of this room.')).toBeVisible()
  await checkAccess(noor, 'room one is no longer in')
  await expect(noor.getByRole('link', { name: 'Write a message' })).toHaveCount(0)
  await say(luis, 'Said after Noor had gone.')
  await go(amina, 'Desk')
  await expect(amina.getByText('Said after Noor had gone.').first()).toBeVisible()
  await say(luis, 'And once more.')
  await expect(amina.getByText('And once more.').first()).toBeVisible()
  await expect(noor.getByText('Said after Noor had gone.')).toHaveCount(0)
  // Into the delegation the mediators do not reach: its head takes her out of it.
  await go(luis, 'People')
  await luis.locator('.row').filter({ hasText: 'Noor' }).getByRole('button', { name: 'Remove' }).click()
  await inDialog(luis, 'Remove')
  await expect(luis.getByText('Noor Salim')).toHaveCount(0)
  await noor.goto(url)
  await expect(noor.getByText('You no longer take part')).toBeVisible()

  // Somebody leaves of their own accord; the others go on.
  await go(priya, 'People')
  await priya.getByRole('button', { name: 'Leave the talks' }).click()
  await inDialog(priya, 'Leave the talks')
  await priya.getByRole('link', { name: talks }).click()
  await goToWork(priya)
  await expect(priya.getByText('You have left this room.')).toBeVisible()
  await go(priya, 'People')
  await expect(priya.getByRole('button')).toHaveCount(0)
  await expect(jonas.getByText('Priya Rao')).toHaveCount(0)
})
