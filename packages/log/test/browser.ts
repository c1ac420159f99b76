import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { rolldown } from 'rolldown'
import type { VectorCase } from './vector-operations.ts'

/** A browser whose engine is not Node's: its Ed25519 is BoringSSL's, and it may lack ML-KEM. */
const executablePath =
  process.env['GOODOFFICES_CHROMIUM'] ??
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(path => existsSync(path)) ??
  ''

export const isBrowserHere = existsSync(executablePath)

const bundleOf = async (entry: string): Promise<string> => {
  const bundle = await rolldown({
    input: fileURLToPath(new URL(entry, import.meta.url)),
    platform: 'browser',
  })
  const { output } = await bundle.generate({ format: 'iife', name: 'vectors' })
  await bundle.close()
  return output[0].code
}

/** What the browser makes of each case. */
export const runInBrowser = async (
  cases: readonly VectorCase[],
): Promise<readonly VectorCase['expected'][]> => {
  const code = await bundleOf('vector-operations.ts')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    // WebCrypto exists on secure origins only: a page of our own stands in for one.
    const body = '<title>vectors</title>'
    await page.route('https://vectors.test/', route => route.fulfill({ contentType: 'text/html', body }))
    await page.goto('https://vectors.test/')
    await page.addScriptTag({ content: code })
    return await page.evaluate(`Promise.all(${JSON.stringify(cases)}.map(vectors.runCase))`)
  } finally {
    await browser.close()
  }
}
