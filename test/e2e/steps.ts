/** What people do in the app, as the tests say it. */

import type { Page } from '@playwright/test'
import { expect } from './suite.ts'

export type SampleName = 'algiers' | 'two-villages'

/** Opens a sample, sits down in the chair that bears the label, and goes on to where one works. */
export async function openSample(page: Page, url: string, name: SampleName, label?: string): Promise<void> {
  await page.goto(`${url}/samples/${name}/first`)
  await page.locator('.chairs').waitFor()
  if (label === undefined) await goToWork(page)
  else await sitDown(page, label)
}

export async function sitDown(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).first().click()
  await expect(page.locator('.chairs__chair[aria-pressed="true"]')).toHaveText(label)
  await goToWork(page)
}

/** From Today, where one comes to talks, to the desk or one's own room, in whichever language. */
export async function goToWork(page: Page): Promise<void> {
  await page.locator('.today').waitFor()
  await page.locator('.talks__nav a:visible, .bar a:visible').nth(1).click()
  await page.locator('.desk, .page h1').first().waitFor({ state: 'attached' })
}

/** To another screen as back and forward go there, so that what is open stays open: a sample is not played again. */
export async function moveTo(page: Page, path: string): Promise<void> {
  const heading = page.locator('h1')
  const before = await heading.textContent()
  await page.evaluate(to => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
  await expect(heading).not.toHaveText(before ?? '')
}

/** Name, and a passphrase if one is given. */
export async function becomeSomebody(page: Page, name: string, passphrase?: string): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  if (passphrase !== undefined) {
    await page.getByLabel('Passphrase for this device').fill(passphrase)
    await page.getByLabel('The passphrase again').fill(passphrase)
  }
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByLabel('Your name')).toHaveCount(0)
}

/** The recovery words in the settings, and the three that are asked of whoever has written them down. Returns them. */
export async function writeDownPhrase(page: Page): Promise<readonly string[]> {
  await page.getByRole('button', { name: 'Write them down now' }).click()
  await page.getByRole('heading', { name: 'Your recovery words' }).waitFor()
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
  await expect(page.getByRole('button', { name: 'Replace the words' })).toBeVisible()
  return phrase
}

/** Begins talks of two parties; on the page of people afterwards. */
export async function beginTalks(
  page: Page,
  title: string,
  parties: readonly [string, string],
): Promise<void> {
  await page.getByLabel('What the talks are called').fill(title)
  for (const [place, party] of parties.entries())
    await page.getByLabel('Name of the party').nth(place).fill(party)
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
}

/** Says a message in the form that is open. */
export async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel('Words', { exact: true }).fill(words)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
}

/** A guest who is new on the device, from the link on: the name, and on to the digits. */
export async function answerAs(guest: Page, name: string): Promise<void> {
  await guest.getByLabel('Your name, as you want it written').fill(name)
  await guest.getByRole('button', { name: 'Go on to the code' }).click()
  await expect(guest.getByLabel('Your name')).toHaveCount(0)
}

/** The digits that the mediator reads are typed by the guest. */
export async function typeDigits(mediator: Page, guest: Page): Promise<void> {
  const digits = await mediator.locator('.comparison__code').textContent()
  await guest.getByLabel('The six digits').fill(digits ?? '')
  await expect(guest.getByRole('heading', { name: 'The digits are right' })).toBeVisible()
}

/** Invites by the page of people, answers in the other browser, compares the codes, and enters the talks there. Returns the link. */
export async function bringIn(
  mediator: Page,
  guest: Page,
  invited: {
    readonly name: string
    readonly talks: string
    readonly side?: string
    readonly role?: string
    readonly institution?: string
    readonly post?: string
    /** What the leak check names in it, and is passed. */
    readonly named?: string
  },
): Promise<string> {
  await mediator.getByRole('button', { name: 'Invite somebody' }).click()
  await mediator.getByLabel('Name of the person').fill(invited.name)
  if (invited.side !== undefined) {
    await mediator.getByRole('button', { name: /For which party/ }).click()
    await mediator.getByRole('option', { name: invited.side }).click()
  }
  if (invited.role !== undefined) {
    await mediator.getByRole('button', { name: /Role/ }).click()
    await mediator.getByRole('option', { name: invited.role }).click()
  }
  if (invited.institution !== undefined) {
    await mediator.getByRole('button', { name: /Institution/ }).click()
    await mediator.getByRole('option', { name: invited.institution }).click()
  }
  if (invited.post !== undefined) await mediator.getByLabel('Post').fill(invited.post)
  await mediator.getByRole('dialog').getByRole('button', { name: 'Make the invitation' }).click()
  const link = await mediator.locator('.invitation-sheet dd.code').first().textContent()
  await mediator.getByRole('button', { name: 'Done' }).click()
  await guest.goto(link ?? '')
  await answerAs(guest, invited.name)
  await typeDigits(mediator, guest)
  const letIn = mediator.getByRole('button', { name: 'I have heard “They match”: let in' })
  await letIn.click()
  if (invited.named !== undefined) {
    await expect(mediator.locator('.finding__text')).toHaveText([invited.named])
    await mediator.getByText('I have seen it: pass it on').click()
    await letIn.click()
  }
  await guest.getByRole('link', { name: 'To your talks' }).click()
  await guest.locator('.today, .home__talks').first().waitFor()
  const talks = guest.locator('.home__talks', { hasText: invited.talks })
  if ((await talks.count()) > 0) await talks.click()
  await goToWork(guest)
  return link ?? ''
}

/** Waits until the service worker has kept what it can of the app. Returns how many files are missing. */
export const missingOffline = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    const { port1, port2 } = new MessageChannel()
    const answer = new Promise(resolve => {
      port1.addEventListener('message', ({ data }) => resolve(data))
    })
    port1.start()
    active?.postMessage({ kind: 'keep-rest', language: 'en' }, [port2])
    return answer
  })

/** Types a day into the parts of a field, as its calendar has them: day, month, year. */
export async function typeDay(
  page: Page,
  label: string,
  parts: readonly [string, string, string],
): Promise<void> {
  const field = page.getByRole('group', { name: label })
  for (const [at, part] of parts.entries()) {
    await field.getByRole('spinbutton').nth(at).focus()
    await page.keyboard.type(part)
  }
}
