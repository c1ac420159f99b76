/**
 * What a thief finds in a browser's profile on the disk, searched as it is: once a passphrase has been set, the device has new keys, a
 * record was destroyed, and the device was forgotten.
 */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { createMemoryVault, openSession, type Session } from '../../packages/client/src/index.ts'
import { secretToText } from '../../packages/log/src/index.ts'
import { findBrowser } from './browser.ts'
import { becomeSomebody, beginTalks } from './steps.ts'
import { expect, test } from './suite.ts'

const waitMsMax = 30_000

/** A browser that keeps what it keeps in this folder, for as long as `work` lasts. */
async function withProfile<T>(folder: string, work: (page: Page) => Promise<T>): Promise<T> {
  const executablePath = findBrowser()
  const context = await chromium.launchPersistentContext(folder, {
    ...(executablePath === undefined ? {} : { executablePath }),
    locale: 'en',
    args: ['--no-sandbox'],
  })
  context.setDefaultTimeout(waitMsMax)
  try {
    return await work(context.pages()[0] ?? (await context.newPage()))
  } finally {
    await context.close()
  }
}

/** Files of the profile that hold any of these. */
const filesWith = (folder: string, ...wanted: readonly Buffer[]): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(each => each.isFile())
    .map(each => join(each.parentPath, each.name))
    .filter(path => {
      const held = readFileSync(path)
      return wanted.some(bytes => held.includes(bytes))
    })

/** As its bytes, and as it is written. */
const spelt = (text: string): readonly Buffer[] => [Buffer.from(text, 'base64url'), Buffer.from(text)]
const worded = (text: string): readonly Buffer[] => [Buffer.from(text), Buffer.from(text, 'utf16le')]

/** Every private file of the origin, by name. */
const privateFiles = (page: Page): Promise<readonly (readonly [string, readonly number[]])[]> =>
  page.evaluate(async () => {
    const found: [string, number[]][] = []
    const folder = (await navigator.storage.getDirectory()) as unknown as {
      values(): AsyncIterable<FileSystemFileHandle>
    }
    for await (const handle of folder.values()) {
      const file = await handle.getFile()
      found.push([handle.name, [...new Uint8Array(await file.arrayBuffer())]])
    }
    return found
  })

/** All that the origin's database holds now, opened outside of the browser as a thief would who has what it takes. */
async function openHeld(
  page: Page,
  opens: { readonly key?: Buffer; readonly passphrase?: string },
): Promise<Session> {
  const rows = await page.evaluate(
    () =>
      new Promise<[string, number[]][]>(resolve => {
        const asked = indexedDB.open('goodoffices')
        asked.addEventListener('success', () => {
          const store = asked.result.transaction('held').objectStore('held')
          const [keys, values] = [store.getAllKeys(), store.getAll()]
          values.addEventListener('success', () => {
            asked.result.close()
            resolve(keys.result.map((key, i) => [key as string, [...(values.result[i] as Uint8Array)]]))
          })
        })
      }),
  )
  const { key, passphrase } = opens
  const vault = createMemoryVault()
  await vault.write(new Map(rows.map(([name, bytes]) => [name, new Uint8Array(bytes)])))
  const keyPlace = { read: async () => key, write: async () => true, erase: async () => undefined }
  const opened = await openSession({
    vault: { ...vault, ...(key === undefined ? {} : { keyPlace }) },
    ...(passphrase === undefined ? {} : { passphrase }),
    live: false,
  })
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

const seedOf = ({ engine }: Session): string => secretToText(engine.identity.seed)
const openKey = async (page: Page): Promise<Buffer> => {
  const [held, ...others] = await privateFiles(page)
  expect(others).toEqual([])
  expect(held?.[1]).toHaveLength(32)
  return Buffer.from(held?.[1] ?? [])
}

const passphrase = 'tide and timber 42'
const words = 'The heron stands at the weir.'

test('RING-20 RING-21 RING-16 SYNC-25 nothing lies on the disk of a key that lay open, of old and new keys, of what was destroyed, nor once the device is forgotten', async ({
  url,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'goodoffices-profile-'))
  try {
    const { key, seed, notes } = await withProfile(folder, async page => {
      await page.goto(`${url}/begin`)
      await becomeSomebody(page, 'Amina Haddad')
      await beginTalks(page, 'The weir', ['Upper', 'Lower'])
      await page.getByRole('link', { name: 'My notes' }).click()
      await page.getByLabel('A note').fill(words)
      await page.getByRole('button', { name: 'Keep', exact: true }).click()
      await expect(page.locator('.entry .prose')).toHaveText(words)
      await expect(page.locator('.frame__status')).toHaveText('')
      const open = await openKey(page)
      const session = await openHeld(page, { key: open })
      const kept = Object.values(session.home()?.keyring ?? {}).find(({ roomKind }) => roomKind === 'private')
      expect(kept === undefined ? undefined : session.room(kept.room)?.kind).toBe('private')
      return { key: open, seed: seedOf(session), notes: kept?.key ?? '' }
    })
    // So the search finds it, and finds it in the one file that it is meant to be in.
    expect(filesWith(folder, key).map(path => path.includes('File System'))).toEqual([true])
    expect(spelt(notes)[0]).toHaveLength(32)
    const renewed = await withProfile(folder, async page => {
      await page.goto(url)
      await page.getByRole('link', { name: 'Settings' }).click()
      await page.getByRole('button', { name: 'Set a passphrase' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('New passphrase').fill(passphrase)
      await dialog.getByLabel('The passphrase again').fill(passphrase)
      await dialog.getByRole('button', { name: 'Set a passphrase' }).click()
      await expect(dialog).toHaveCount(0)
      expect(await privateFiles(page)).toEqual([])
      await page.getByRole('button', { name: 'Make new keys' }).click()
      await dialog.getByRole('button', { name: 'Make new keys' }).click()
      await expect(dialog).toHaveCount(0)
      // While rooms are still taking them.
      await page.getByRole('link', { name: 'Good Offices' }).first().click()
      await page.getByRole('link', { name: 'The weir' }).click()
      await page.getByRole('link', { name: 'My notes' }).click()
      await page.getByRole('button', { name: 'Destroy these notes' }).click()
      await page.getByLabel('By what rule').fill('Code of conduct, article 5.')
      await dialog.getByText('I am certain.').click()
      await dialog.getByRole('button', { name: 'Destroy for good' }).click()
      await expect(page.getByText('Notes of yours were destroyed.')).toBeVisible()
      await expect(page.locator('.frame__status')).toHaveText('')
      await expect
        .poll(async () => (await openHeld(page, { passphrase })).engine.identity.former)
        .toBeUndefined()
      const session = await openHeld(page, { passphrase })
      expect(seedOf(session)).not.toBe(seed)
      expect(Object.values(session.home()?.keyring ?? {}).map(({ key: each }) => each)).not.toContain(notes)
      return seedOf(session)
    })
    expect(
      filesWith(folder, key, ...spelt(seed), ...spelt(renewed), ...spelt(notes), ...worded(words)),
    ).toEqual([])
    const last = await withProfile(folder, async page => {
      await page.goto(url)
      await page.getByLabel('Passphrase').fill(passphrase)
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: 'Settings' }).click()
      await page.getByRole('button', { name: 'Remove the passphrase' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Current passphrase').fill(passphrase)
      await dialog.getByRole('button', { name: 'Remove the passphrase' }).click()
      await expect(dialog).toHaveCount(0)
      const open = await openKey(page)
      await page.getByRole('button', { name: 'Remove the keys from this browser' }).click()
      await dialog.getByRole('button', { name: 'Remove the keys from this browser' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Good Offices' })).toHaveCount(1)
      expect(await privateFiles(page)).toEqual([])
      return open
    })
    expect(filesWith(folder, key, last, ...spelt(renewed))).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
