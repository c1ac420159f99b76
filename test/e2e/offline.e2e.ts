import { expect } from '@playwright/test'
import { openSample } from './steps.ts'
import { test } from './suite.ts'

test('without a connection the app opens, everything is read, and what is said is kept and sent later', async ({
  url,
  person,
}) => {
  const page = await person()
  await openSample(page, url, 'algiers', 'Iran')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  await page.locator('.entries').waitFor()
  await page.context().setOffline(true)
  await page.getByRole('link', { name: 'Say something' }).click()
  await page.getByLabel('Words', { exact: true }).fill('Said without a connection.')
  await page.getByRole('button', { name: 'Say it' }).click()
  const entry = page.locator('.entry--message').last()
  await expect(entry).toContainText('Said without a connection.')
  await expect(entry).toContainText('kept here, not yet sent')
  await page.context().setOffline(false)
  await expect(entry).not.toContainText('kept here, not yet sent')
})

test('the policy forbids inline script and style, and nothing is loaded from elsewhere', async ({
  url,
  person,
}) => {
  const page = await person()
  const foreign: string[] = []
  page.on('request', request => {
    if (!request.url().startsWith(url) && !request.url().startsWith('blob:')) foreign.push(request.url())
  })
  const answer = await page.goto(url)
  const policy = answer?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe-inline')
  await openSample(page, url, 'algiers')
  expect(foreign).toEqual([])
})
