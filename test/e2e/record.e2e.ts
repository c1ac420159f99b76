import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { verifyEvidence } from '../../packages/client/src/index.ts'
import { type RunningRelay, startRelay } from '../../packages/relay/src/index.ts'
import { checkAccess } from './axe.ts'
import { becomeSomebody, beginTalks, bringIn, say } from './steps.ts'
import { expect, test } from './suite.ts'

const dayMs = 86_400_000
const talks = 'The ferry line'
const basis = 'Article 9 of the agreement to mediate.'
/** What is new in a place stands behind its name. */
const go = (page: Page, name: string) =>
  page.getByRole('link', { name: new RegExp(`^${name}( \\d+ (new|waiting))*$`) }).click()
const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).click()

/** The record page, of this room. */
async function openRecord(page: Page, room: RegExp): Promise<void> {
  await go(page, 'Record')
  await page.getByRole('button', { name: /Room/ }).click()
  await page.getByRole('option', { name: room }).click()
}

/** Saves the certificate that the page shows, and checks the file with nothing but the relay's key. */
async function expectCertificate(page: Page, kind: string, key: string): Promise<void> {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the certificate' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toMatch(/^certificate-\d{4}-\d\d-\d\d-.{4}\.tlog-proof$/)
  const verified = await verifyEvidence(readFileSync(await saved.path(), 'utf8'), { relay: key })
  expect(verified).toMatchObject({ ok: true, value: { act: { kind } } })
}

async function keyOf(relay: RunningRelay): Promise<string> {
  const card = (await (await fetch(`${relay.url}/v1/relay`)).json()) as { readonly vkey: string }
  return card.vkey
}

test('a record is kept by a rule, held by a party, destroyed when its time is over, and leaves a certificate with both', async ({
  person,
}) => {
  let ahead = 0
  const dataFolder = mkdtempSync(join(tmpdir(), 'goodoffices-record-'))
  const webRoot = join(import.meta.dirname, '../../packages/web/dist')
  const now = () => Date.now() + ahead
  const relay = await startRelay({ dataFolder, webRoot, now, logger: () => undefined })
  try {
    const [amina, luis] = await Promise.all([person(), person()])
    for (const page of [amina, luis]) await page.clock.install()
    /** The hour is the server's: whoever is about to look at it has asked for it since. */
    const turnClock = async (): Promise<void> => {
      for (const page of [amina, luis]) await page.clock.setSystemTime(now())
      await amina.reload()
    }
    await amina.goto(`${relay.url}/begin`)
    await becomeSomebody(amina, 'Amina Haddad')
    await beginTalks(amina, talks, ['Harbour union', 'Port authority'])
    await bringIn(amina, luis, { name: 'Luis Ortega', talks, side: 'Harbour union' })
    await go(luis, 'Write a message')
    await say(luis, 'We would keep the night ferry.')

    // Three days are too few where others are in the room; who writes Arabic figures may.
    await openRecord(amina, /Harbour union/)
    await amina.getByRole('button', { name: 'Set the rule' }).click()
    await amina.getByRole('textbox', { name: 'Days' }).fill('3')
    await amina.getByLabel('By what rule').fill(basis)
    await expect(amina.getByText('A whole number from 7')).toBeVisible()
    await checkAccess(amina, 'rule')
    await amina.getByRole('textbox', { name: 'Days' }).fill('٣٠')
    await inDialog(amina, 'Set it')
    await expect(amina.getByText('It is kept for 30 days after its last entry.')).toBeVisible()

    // The party holds it back; the mediator reads why, and cannot lift it.
    await expect(luis.getByText('set how long the record is kept')).toBeVisible()
    await openRecord(luis, /Our room/)
    await expect(luis.getByText(basis).first()).toBeVisible()
    await expect(luis.getByRole('button', { name: 'Set another rule' })).toHaveCount(0)
    await luis.getByRole('button', { name: 'Stop its destruction' }).click()
    await luis.getByLabel('Why').fill('A court has asked for these papers.')
    await checkAccess(luis, 'hold')
    await inDialog(luis, 'Stop its destruction')
    await expect(amina.getByText('A court has asked for these papers.').first()).toBeVisible()
    await checkAccess(amina, 'record under a hold')
    await expect(amina.getByRole('button', { name: 'Lift the stay' })).toHaveCount(0)

    // The time passes; the hold stands.
    ahead = 31 * dayMs
    await turnClock()
    await go(amina, 'Desk')
    await openRecord(amina, /Harbour union/)
    await expect(amina.getByText('nothing is destroyed while a stay is in force')).toBeVisible()
    await expect(amina.getByRole('button', { name: 'Destroy this record' })).toHaveCount(0)
    await luis.getByRole('button', { name: 'Lift the stay' }).click()
    await inDialog(luis, 'Lift the stay of destruction')
    await go(luis, 'Our room')
    await expect(luis.getByText('lifted the stay of destruction')).toBeVisible()

    // Lifting it was an entry too: thirty days after that the desk says so, and leads there.
    ahead += 31 * dayMs
    await turnClock()
    await go(amina, 'Desk')
    await amina.getByText('The time of keeping is over').click()
    await amina.getByRole('button', { name: 'Destroy this record' }).click()
    const destroy = amina.getByRole('dialog').getByRole('button', { name: 'Destroy for good' })
    await expect(destroy).toBeDisabled()
    await checkAccess(amina, 'destroying')
    const copying = amina.waitForEvent('download')
    await inDialog(amina, 'Your own copy')
    await amina.getByRole('menuitem', { name: 'Verifiable file' }).click()
    expect((await copying).suggestedFilename()).toBe('Caucus with Harbour union.goodoffices')
    await amina.getByRole('dialog').getByText('I am certain.').click()
    await destroy.click()

    // Both keep the certificate, also who was reading the room; the file can be checked alone.
    const key = await keyOf(relay)
    await expect(luis.getByRole('heading', { level: 1, name: 'This record was destroyed' })).toBeVisible()
    await checkAccess(luis, 'destroyed')
    await expectCertificate(luis, 'record.destroy', key)
    await expectCertificate(amina, 'record.destroy', key)
    await expect(luis.getByText('We would keep the night ferry.')).toHaveCount(0)
    await luis.getByRole('link', { name: 'Go on to the talks' }).click()
    await expect(luis.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()

    // One's own notes go at once and alone.
    await go(amina, 'My notes')
    await amina.getByLabel('A note').fill('The union seems ready.')
    await amina.getByRole('button', { name: 'Keep', exact: true }).click()
    await amina.getByRole('button', { name: 'Destroy these notes' }).click()
    await amina.getByLabel('By what rule').fill('Code of conduct, article 5.')
    await amina.getByRole('dialog').getByText('I am certain.').click()
    await inDialog(amina, 'Destroy for good')
    await expect(amina.getByText('Notes of yours were destroyed.')).toBeVisible()
    await expect(amina.getByText('The union seems ready.')).toHaveCount(0)
    await amina.goto(relay.url)
    await go(amina, 'Certificates')
    await expect(amina.getByRole('article')).toHaveCount(2)
    await expect(amina.getByRole('article').first()).toContainText('Code of conduct, article 5.')
    await checkAccess(amina, 'certificates')
  } finally {
    await relay.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
})
