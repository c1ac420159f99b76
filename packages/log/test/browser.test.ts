import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { rolldown } from 'rolldown'
import { expect, test } from 'vitest'
import type { VectorFile } from './vector-operations.ts'

/** A browser whose engine is not Node's: its Ed25519 is BoringSSL's, and it may lack ML-KEM. */
const executablePath = process.env['GOODOFFICES_CHROMIUM'] ?? '/usr/bin/chromium'

const bundleOf = async (entry: string): Promise<string> => {
  const bundle = await rolldown({
    input: fileURLToPath(new URL(entry, import.meta.url)),
    platform: 'browser',
  })
  const { output } = await bundle.generate({ format: 'iife', name: 'vectors' })
  await bundle.close()
  return output[0].code
}

const runInBrowser = async (cases: VectorFile['cases']): Promise<unknown> => {
  const code = await bundleOf('vector-operations.ts')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    // WebCrypto exists on secure origins only: a page of our own stands in for one.
    await page.route('https://vectors.test/', route =>
      route.fulfill({ contentType: 'text/html', body: '<title>vectors</title>' }),
    )
    await page.goto('https://vectors.test/')
    await page.addScriptTag({ content: code })
    return await page.evaluate(`Promise.all(${JSON.stringify(cases)}.map(vectors.runCase))`)
  } finally {
    await browser.close()
  }
}

test.skipIf(!existsSync(executablePath))(
  'attack 12: KEY-6 a browser makes of every vector what Node makes of it, Ed25519 edges included',
  async () => {
    const folder = new URL('../../../vectors/', import.meta.url)
    const names = readdirSync(folder).filter(name => name.endsWith('.json'))
    const files = names.map(name => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as VectorFile)
    const cases = files.flatMap(file => file.cases)
    const found = (await runInBrowser(cases)) as readonly unknown[]
    expect(cases.map((vector, i) => ({ ...vector, expected: found[i] }))).toEqual(cases)
  },
  60_000,
)
