/** A host that is closed to strangers: who begins there, who is brought in, and who is not. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningRelay, type StartOptions, startRelay } from '../../packages/relay/src/index.ts'
import { checkAccess } from './axe.ts'
import { becomeSomebody, beginTalks, bringIn, say } from './steps.ts'
import { expect, test } from './suite.ts'

const webRoot = join(import.meta.dirname, '../../packages/web/dist')
const token = 'bearer of good news'
const talks = 'The ferry line'

async function withHost(
  options: Partial<StartOptions>,
  work: (relay: RunningRelay) => Promise<void>,
): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'goodoffices-closed-'))
  const limits = { requestsPerSecondMax: 10_000, requestsBurstMax: 10_000 }
  const relay = await startRelay({ dataFolder, webRoot, limits, logger: () => undefined, ...options })
  try {
    await work(relay)
  } finally {
    await relay.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

test('a closed host lets in whoever has its token, and whoever they invite, once', async ({ person }) =>
  withHost({ creationToken: token, isByInvitation: true }, async ({ url }) => {
    const [amina, luis, second] = await Promise.all([person(), person(), person()])
    await amina.goto(`${url}/begin`)
    await expect(amina.getByText('This server is closed to strangers.')).toBeVisible()
    await amina.getByLabel('Your name').fill('Amina Haddad')
    await expect(amina.getByRole('button', { name: 'Continue' })).toBeDisabled()
    await checkAccess(amina, 'beginning with a closed host')
    await amina.getByLabel('Token of this server').fill('bearer of bad news')
    await becomeSomebody(amina, 'Amina Haddad')
    await expect(amina.getByText('That is not the token of this server.')).toBeVisible()
    await checkAccess(amina, 'a wrong token')
    await amina.getByLabel('Token of this server').fill(token)
    await amina.getByRole('button', { name: 'Use this token' }).click()
    await expect(amina.getByLabel('Token of this server')).toHaveCount(0)
    await beginTalks(amina, talks, ['Harbour union', 'Port authority'])

    const link = await bringIn(amina, luis, { name: 'Luis Ortega', talks, side: 'Harbour union' })
    await expect(luis.getByLabel('Token of this server')).toHaveCount(0)
    await luis.getByRole('link', { name: 'Write a message', exact: true }).click()
    await say(luis, 'Our floor is three crossings a night.')
    await amina.getByRole('link', { name: /^Desk/ }).click()
    await expect(amina.getByText('three crossings a night').first()).toBeVisible()

    // The same invitation in other hands.
    await second.goto(link)
    await expect(second.getByText('This invitation has been answered already.')).toBeVisible()
    await expect(second.getByLabel('Your name')).toHaveCount(0)
    await checkAccess(second, 'an invitation that was used')
    // Whoever came in by invitation begins no talks of their own without the token, and is told before writing them down.
    await luis.goto(`${url}/begin`)
    await expect(luis.getByText('whoever begins here needs the token')).toBeVisible()
    await expect(luis.getByLabel('What the talks are called')).toHaveCount(0)
    await luis.getByLabel('Token of this server').fill(token)
    await luis.getByRole('button', { name: 'Use this token' }).click()
    await beginTalks(luis, 'The night boat', ['Crew', 'Owners'])
    await expect(luis.locator('.frame__status')).toHaveText('')
  }))

test('where there is a token alone, a guest is asked for it too, and a sample says what it needs', async ({
  person,
}) =>
  withHost({ creationToken: token }, async ({ url }) => {
    const page = await person()
    await page.goto(`${url}/samples/two-villages/first`)
    await expect(page.getByText('This server opens only to those who have its token.')).toBeVisible()
    await page.goto(`${url}/join#${'A'.repeat(43)}`)
    await expect(page.getByText('There is no such invitation at this server')).toBeVisible()
    await page.goto(`${url}/begin`)
    await expect(page.getByText('This server opens only to those who have its token.')).toBeVisible()
    await page.getByLabel('Token of this server').fill(token)
    await becomeSomebody(page, 'Noor Salim')
    await page.goto(`${url}/samples/two-villages/first`)
    await page.getByRole('group', { name: 'You sit in the chair of' }).waitFor()
  }))
