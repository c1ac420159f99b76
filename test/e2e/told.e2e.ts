import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startRelay } from '../../packages/relay/src/index.ts'
import type { MailSentence } from '../../packages/relay/src/mail.ts'
import type { PushRequest } from '../../packages/relay/src/push-service.ts'
import { startMailServer } from '../../packages/relay/test/mail-server.ts'
import { makeBrowser } from '../../packages/relay/test/push-reader.ts'
import { checkAccess } from './axe.ts'
import { becomeSomebody } from './steps.ts'
import { expect, keeping, test } from './suite.ts'

const endpoint = 'https://fcm.googleapis.com/fcm/send/one'

/** A browser with a push service of its maker's, and what was asked of it and shown by it. */
function playMaker(subscription: string): void {
  const asked: string[] = []
  Object.assign(globalThis, { asked })
  Notification.requestPermission = async () => {
    asked.push('leave')
    return 'granted'
  }
  Object.defineProperty(Notification, 'permission', { get: () => 'granted' })
  const made = {
    toJSON: () => JSON.parse(subscription),
    unsubscribe: async () => asked.push('unsubscribed') > 0,
  }
  // A reload takes nothing from it.
  let held = localStorage.getItem('maker') === null ? null : made
  PushManager.prototype.getSubscription = async () => held as unknown as PushSubscription | null
  PushManager.prototype.subscribe = async options => {
    asked.push(
      `subscribed ${JSON.stringify(options?.applicationServerKey).length - 2} ${String(options?.userVisibleOnly)}`,
    )
    held = made
    localStorage.setItem('maker', 'held')
    return made as unknown as PushSubscription
  }
}

const say = (_language: string, sentence: MailSentence, { code }: { readonly code: string }): string =>
  `${sentence} ${code}`

const asked = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { readonly asked: readonly string[] }).asked)

test('NOTE-4 NOTE-5 NOTE-10 NOTE-13 each way of being told is off until it is switched on, and ends when the browser is forgotten', async ({
  person,
}) => {
  const mails = await startMailServer()
  const pushed: PushRequest[] = []
  const folder = mkdtempSync(join(tmpdir(), 'told-'))
  const relay = await startRelay({
    dataFolder: folder,
    webRoot: join(import.meta.dirname, '../../packages/web/dist'),
    logger: () => undefined,
    notices: {
      push: {
        contact: 'mailto:desk@talks.example',
        services: ['fcm.googleapis.com'],
        post: async push => {
          pushed.push(push)
          return 201
        },
      },
      mail: { server: mails.address, from: 'notices@talks.example', address: 'https://talks.example', say },
      makeCode: () => '12345678',
    },
  })
  try {
    const page = await person(keeping)
    await page.addInitScript(playMaker, makeBrowser(endpoint).subscription)
    await page.goto(`${relay.url}/begin`)
    await becomeSomebody(page, 'Illustrative Delegate')
    await page.getByRole('link', { name: 'Settings' }).click()
    const section = page.locator('.section', { hasText: 'Being told that something waits' })
    const ticks = section.getByRole('checkbox')
    await expect(ticks).toHaveCount(3)
    for (const each of [0, 1]) await expect(ticks.nth(each)).not.toBeChecked()
    expect(await asked(page)).toEqual([])
    await checkAccess(page, 'the ways of being told')

    const push = section.getByRole('checkbox', { name: 'A notice on this device while the app is closed' })
    await push.locator('xpath=ancestor::label').click()
    await expect(push).toBeChecked()
    expect(await asked(page)).toEqual(['leave', 'subscribed 87 true'])
    // What the worker shows, in the language of the page.
    const kept = () =>
      page.evaluate(async () => (await (await caches.match('/told/sentence'))?.json()) as unknown)
    expect(await kept()).toEqual({ sentence: 'Something is waiting for you', lang: 'en', dir: 'ltr' })

    await section.getByLabel('Your e-mail address').fill('delegate@union.example')
    await section.getByRole('button', { name: 'Send a code there' }).click()
    await section.getByText('A code was sent to').waitFor()
    expect(mails.mails).toHaveLength(1)
    await checkAccess(page, 'an address that waits for its code')
    await section.getByLabel('The code in the mail').fill('1')
    await section.getByRole('button', { name: 'This is my address' }).click()
    await section.getByText('This is not the code that was sent').waitFor()
    await section.getByLabel('The code in the mail').fill('۱۲۳۴ ۵۶۷۸')
    await section.getByRole('button', { name: 'This is my address' }).click()
    await section.getByText('Mails go to').waitFor()

    // Kept, and said again after a reload.
    await page.reload()
    await expect(push).toBeChecked()
    await section.getByText('Mails go to').waitFor()
    await section.getByRole('button', { name: 'End this' }).click()
    await section.getByLabel('Your e-mail address').waitFor()

    await page.getByRole('button', { name: 'Remove the keys from this browser' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove the keys from this browser' }).click()
    await page.getByRole('link', { name: 'Begin talks' }).first().waitFor()
    expect(await kept()).toBeUndefined()
    expect(await asked(page)).toContain('unsubscribed')
  } finally {
    await relay.stop()
    await mails.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
