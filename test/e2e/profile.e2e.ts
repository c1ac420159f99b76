/** What a thief finds in a browser's profile on the disk, searched as it is, once a passphrase has been set. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { findBrowser } from './browser.ts'
import { becomeSomebody } from './steps.ts'
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

/** Files of the profile that hold these bytes. */
const filesWith = (folder: string, bytes: Buffer): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(each => each.isFile())
    .map(each => join(each.parentPath, each.name))
    .filter(path => readFileSync(path).includes(bytes))

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

test('RING-20 a passphrase that is set later leaves no trace on the disk of the key that lay open', async ({
  url,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'goodoffices-profile-'))
  try {
    const key = await withProfile(folder, async page => {
      await page.goto(`${url}/begin`)
      await becomeSomebody(page, 'Amina Haddad')
      const [held, ...others] = await privateFiles(page)
      expect(others).toEqual([])
      expect(held?.[1]).toHaveLength(32)
      return Buffer.from(held?.[1] ?? [])
    })
    // So the search finds it, and finds it in the one file that it is meant to be in.
    expect(filesWith(folder, key).map(path => path.includes('File System'))).toEqual([true])
    await withProfile(folder, async page => {
      await page.goto(url)
      await page.getByRole('link', { name: 'Settings' }).click()
      await page.getByRole('button', { name: 'Set a passphrase' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('New passphrase').fill('tide and timber 42')
      await dialog.getByLabel('The passphrase again').fill('tide and timber 42')
      await dialog.getByRole('button', { name: 'Set a passphrase' }).click()
      await expect(dialog).toHaveCount(0)
      expect(await privateFiles(page)).toEqual([])
    })
    expect(filesWith(folder, key)).toEqual([])
    await withProfile(folder, async page => {
      await page.goto(url)
      await page.getByLabel('Passphrase').fill('tide and timber 42')
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: 'Settings' }).waitFor()
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
