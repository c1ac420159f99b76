/** Two windows of one browser: the desk in one, a caucus in the other. */

import type { Page } from '@playwright/test'
import { becomeSomebody, beginTalks, openSample, say, sitDown } from './steps.ts'
import { expect, test } from './suite.ts'

const passphrase = 'tide and timber 42'

/** From the desk, as a mediator speaks to a side. */
async function speakWith(page: Page, side: string, words: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^Write to .*${side}`) }).click()
  await say(page, words)
  await expect(page.locator('.entry', { hasText: words })).toBeVisible()
}

test('SYNC-51 two windows show and say the same, whichever was first and whichever is closed, and only one asks for the passphrase', async ({
  url,
  person,
}) => {
  const first = await person()
  await first.goto(`${url}/begin`)
  await becomeSomebody(first, 'Mediator', passphrase)
  await beginTalks(first, 'The canal', ['Upper Valley', 'Lower Valley'])
  const desk = first.url().replace(/people$/, 'desk')

  const second = await first.context().newPage()
  await second.goto(desk)
  await speakWith(second, 'Upper Valley', 'Said beside.')
  await first.goto(desk)
  await expect(first.locator('.entry', { hasText: 'Said beside.' })).toBeVisible()
  // What only one window does, the one in which it is asked for does: the other goes on beside it.
  await second.goto(`${url}/settings`)
  await second.getByRole('button', { name: 'Lock now' }).waitFor()
  await speakWith(first, 'Lower Valley', 'Said in the first.')
  await second.goto(desk)
  await expect(second.locator('.entry', { hasText: 'Said in the first.' })).toBeVisible()
  // The one that leads goes: the other goes on by itself.
  await second.close()
  await first.getByRole('link', { name: 'Desk' }).first().click()
  await speakWith(first, 'Upper Valley', 'Said alone.')
  // Locked in one, locked in all.
  const third = await first.context().newPage()
  await third.goto(`${url}/settings`)
  await third.getByRole('button', { name: 'Lock now' }).waitFor()
  // The first is beside it by now, and waits to go on in its place.
  await expect
    .poll(() => first.evaluate(async () => (await navigator.locks.query()).pending?.length).catch(() => 0))
    .toBe(1)
  await third.getByRole('button', { name: 'Lock now' }).click()
  await first.getByRole('button', { name: 'Use it here' }).click()
  await first.getByLabel('Passphrase').first().fill(passphrase)
  await first.getByRole('button', { name: 'Unlock' }).click()
  await expect(first.locator('.entry', { hasText: 'Said alone.' })).toBeVisible()
})

test('SYNC-51 a sample in two windows: each in a chair of its own or in the same, whichever was first and whichever is closed', async ({
  url,
  person,
}) => {
  const first = await person()
  await openSample(first, url, 'two-villages')
  const second = await first.context().newPage()
  await openSample(second, url, 'two-villages', 'Upper village')
  await second.getByRole('link', { name: 'Write a message' }).click()
  await say(second, 'Said beside.')
  await expect(first.locator('.entry', { hasText: 'Said beside.' })).toBeVisible()
  await sitDown(first, 'Upper village')
  await expect(first.locator('.entry', { hasText: 'Said beside.' })).toBeVisible()
  await first.close()
  // What is said while the vault changes hands is asked of whoever has it then.
  await second.getByRole('link', { name: 'Write a message' }).click()
  await say(second, 'Said alone.')
  await expect(second.locator('.entry', { hasText: 'Said alone.' })).toBeVisible()
  const third = await second.context().newPage()
  await openSample(third, url, 'two-villages')
  await expect(third.locator('.entry', { hasText: 'Said alone.' })).toBeVisible()
})
