/** What people do in the app, as the tests say it. */

import { expect, type Page } from '@playwright/test'

export type SampleName = 'algiers' | 'two-villages'

/** Opens a sample and sits down in the chair that bears the label. */
export async function openSample(page: Page, url: string, name: SampleName, label?: string): Promise<void> {
  await page.goto(`${url}/samples/${name}/first`)
  await page.getByRole('group', { name: 'You sit in the chair of' }).waitFor()
  if (label !== undefined) await sitDown(page, label)
}

export async function sitDown(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).first().click()
  await expect(page.locator('.chairs__chair[aria-pressed="true"]')).toHaveText(label)
}

/** Name, no passphrase, the recovery phrase and the three words that are asked of it. */
export async function becomeSomebody(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { name: 'Your recovery phrase' }).waitFor()
  const words = await page.locator('.phrase__word').allTextContents()
  const phrase = words.map(word => word.replace(/^\d+\s*/, '').trim())
  expect(phrase).toHaveLength(24)
  await page.getByRole('button', { name: 'I have written them down' }).click()
  for (const field of await page.getByLabel(/^Word /).all()) {
    const label = await field.evaluate(input => (input as HTMLInputElement).labels?.[0]?.textContent ?? '')
    const place = Number(/\d+/.exec(label)?.[0])
    await field.fill(phrase[place - 1] ?? '')
  }
  await page.getByRole('button', { name: 'Continue' }).click()
}
