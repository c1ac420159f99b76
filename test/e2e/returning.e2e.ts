import { createProcess } from '@goodoffices/client'
import type { Page } from '@playwright/test'
import { createIdentity, createMemoryVault, newId } from '../../packages/client/src/index.ts'
import { checkAccess } from './axe.ts'
import { becomeSomebody, beginTalks, goToWork, openSample, writeDownPhrase } from './steps.ts'
import { expect, test } from './suite.ts'

const passphrase = 'tide and timber 42'

async function returnByPhrase(page: Page, phrase: readonly string[]): Promise<void> {
  await page.getByLabel('Recovery words, digits or a link').fill(phrase.join(' '))
  await page.getByRole('button', { name: 'Restore my access', exact: true }).click()
}

test('a passphrase locks the device; who has lost it clears the browser and returns by the 24 words', async ({
  url,
  person,
}) => {
  const page = await person()
  await page.goto(`${url}/begin`)
  await becomeSomebody(page, 'Amina Haddad', passphrase)
  // The words wait until they are on paper, whatever comes between.
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Write them down now' }).click()
  await checkAccess(page, 'the recovery words')
  await page.goto(url)
  await page.getByLabel('Passphrase').fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Settings' }).click()
  const phrase = await writeDownPhrase(page)
  await page.goBack()
  await page.getByRole('link', { name: 'Begin talks' }).first().click()
  await beginTalks(page, 'The ferry line', ['Harbour union', 'Port authority'])
  await expect(page.locator('.frame__status')).toHaveText('')
  // SYNC-51: the second window is let in by the first, and asks for nothing.
  const second = await page.context().newPage()
  await second.goto(url)
  await expect(second.getByRole('link', { name: /The ferry line/ })).toBeVisible()
  await checkAccess(second, 'beside another window')
  await second.close()

  await page.reload()
  const unlock = async (words: string) => {
    await page.getByLabel('Passphrase').fill(words)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByRole('heading', { name: 'This device is locked' })).toBeVisible()
  await unlock(passphrase.toUpperCase())
  await expect(page.getByText('The passphrase does not open this device.')).toBeVisible()
  await checkAccess(page, 'locked')
  await unlock(passphrase)
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible()
  await page.getByRole('link', { name: 'Settings' }).click()
  // Another passphrase, by who knows the one in force.
  const next = 'timber and tide 24'
  const changing = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Change the passphrase' }).click()
  await changing.getByLabel('Current passphrase').fill(next)
  await changing.getByLabel('New passphrase').fill(next)
  await changing.getByLabel('The passphrase again').fill(next)
  await changing.getByRole('button', { name: 'Change the passphrase' }).click()
  await expect(changing.getByText('The passphrase does not open this device.')).toBeVisible()
  await checkAccess(page, 'changing the passphrase')
  await changing.getByLabel('Current passphrase').fill(passphrase)
  await changing.getByRole('button', { name: 'Change the passphrase' }).click()
  await expect(changing).toHaveCount(0)
  await page.getByRole('button', { name: 'Lock now' }).click()
  await unlock(passphrase)
  await expect(page.getByText('The passphrase does not open this device.')).toBeVisible()
  await unlock(next)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Lock now' }).click()
  await expect(page.getByRole('heading', { name: 'This device is locked' })).toBeVisible()

  await page.getByRole('link', { name: 'I have lost the passphrase' }).click()
  await page.getByRole('button', { name: 'Remove the keys from this browser' }).click()
  await checkAccess(page, 'removing the keys')
  await page.getByRole('dialog').getByRole('button', { name: 'Remove the keys from this browser' }).click()
  await returnByPhrase(page, phrase.with(3, phrase[4] ?? ''))
  await expect(page.getByText('These words do not match')).toBeVisible()
  await returnByPhrase(page, phrase)
  await page.getByRole('link', { name: 'The ferry line' }).click()
  await goToWork(page)
  await expect(page.locator('.desk__caucus')).toHaveCount(2)
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('button', { name: 'Lock now' })).toHaveCount(0)
  // The device that was lost is put away, deliberately.
  const devices = page.locator('.row')
  await expect(devices).toHaveCount(3)
  await checkAccess(page, 'devices')
  await devices.filter({ hasText: 'Another device' }).getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(devices).toHaveCount(2)
  // RING-21: other keys for the one that is here, taken by every room.
  const before = await devices.filter({ hasText: 'This device' }).locator('.code').textContent()
  const making = { name: 'Make new keys' }
  await page.getByRole('button', making).click()
  await checkAccess(page, 'new keys for this device')
  await page.getByRole('dialog').getByRole('button', making).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', making)).toBeVisible()
  await expect(devices).toHaveCount(2)
  await expect(devices.filter({ hasText: 'This device' }).locator('.code')).not.toHaveText(before ?? '')
})

/** Somebody whose talks have a room of this many messages, written elsewhere. */
async function makeLongRoom(address: string, count: number): Promise<readonly string[]> {
  const made = await createIdentity({ vault: createMemoryVault(), address, name: 'Amina Haddad' })
  if (!made.ok) throw new Error(made.error.code)
  const { session, phrase } = made.value
  const village = { kind: 'party', hidden: false, account: false } as const
  const begun = await createProcess(session, {
    title: 'Two villages',
    terms: { role: 'carry', disclosure: 'open' },
    parties: [
      { ...village, name: 'Lower village' },
      { ...village, name: 'Upper village' },
    ],
  })
  if (!begun.ok) throw new Error(begun.error.code)
  const room = session.rooms(begun.value.process).find(({ kind }) => kind === 'caucus')
  if (room === undefined) throw new Error('no caucus')
  const said = await session.actAll(
    Array.from({ length: count }, (_, i) => ({
      room: room.id,
      act: {
        kind: 'message.say',
        message: newId(),
        form: 'oral-message',
        binding: false,
        body: `Remark ${i + 1} about the water of the spring.`,
        recorded: { at: Date.UTC(2026, 0, 1), way: 'orally' },
      } as const,
    })),
  )
  if (!said.ok) throw new Error(said.error.code)
  await session.goOnline()
  await session.settle()
  await session.close()
  return phrase
}

test('a long room: the earlier entries come in above without moving the page, and the whole of it is printed', async ({
  url,
  person,
}) => {
  const phrase = await makeLongRoom(url, 130)
  const page = await person()
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '')
  })
  await page.goto(`${url}/recover`)
  await returnByPhrase(page, phrase)
  await page.getByRole('link', { name: 'Two villages', exact: true }).click()
  await goToWork(page)
  const column = page.locator('[data-column="one"]')
  const entries = column.locator('.entry--message')
  await expect(entries).toHaveCount(60)
  await expect(entries.last()).toBeInViewport()
  // By the keyboard: what was first keeps its place, and the focus goes there.
  const earlier = column.getByRole('button', { name: /earlier entries/ })
  const first = column.getByText('Remark 71 about')
  await earlier.focus()
  const before = await first.boundingBox()
  await page.keyboard.press('Enter')
  await expect(entries).toHaveCount(120)
  expect(Math.abs(((await first.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2)
  await expect(entries.filter({ hasText: 'Remark 71 about' })).toBeFocused()
  // A line of what waits leads to its entry, also where that is not shown yet.
  await page.locator('.desk__lines').getByRole('link').filter({ hasText: 'Remark 3 about' }).click()
  await expect(entries.filter({ hasText: 'Remark 3 about' })).toBeFocused()
  await expect(column.getByText('Remark 3 about')).toBeInViewport()
  await expect(entries.first()).toContainText('Remark 3 about')

  await page.getByRole('link', { name: 'Record', exact: true }).click()
  await page.getByRole('button', { name: /Room/ }).click()
  await page.getByRole('option', { name: /Lower village/ }).click()
  await page.getByRole('button', { name: 'Your own copy' }).click()
  await page.getByRole('menuitem', { name: 'Print' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-printed')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.entry--message')).toHaveCount(130)
  await expect(page.locator('nav, button, .frame').and(page.locator(':visible'))).toHaveCount(0)
  expect(pagesOf(await page.pdf({ format: 'A4' }))).toBeGreaterThan(5)
})

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

test('a numbered sheet fits one page of paper and holds nothing of the screen', async ({ url, person }) => {
  const page = await person({ colorScheme: 'dark' })
  await openSample(page, url, 'algiers', 'Iran')
  await page.locator('.entry--delivery a.button').last().click()
  await page.locator('.paper').waitFor()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('nav, button, a, .chairs').and(page.locator(':visible'))).toHaveCount(0)
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  )
  expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(1)
})
