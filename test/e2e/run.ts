/** The browser tests: finds or installs a browser, starts a relay with the built app, runs every test, counts. */

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { startRelay } from '../../packages/relay/src/index.ts'
import { findBrowser } from './browser.ts'
import { runAll } from './suite.ts'
// The long ones first, so that none is left to run alone at the end.
import './talks.e2e.ts'
import './carry.e2e.ts'
import './close.e2e.ts'
import './closed.e2e.ts'
import './crowd.e2e.ts'
import './figures.e2e.ts'
import './house.e2e.ts'
import './facts.e2e.ts'
import './accessibility.e2e.ts'
import './languages.e2e.ts'
import './lines.e2e.ts'
import './mandate.e2e.ts'
import './agenda.e2e.ts'
import './agreed-steps.e2e.ts'
import './meetings.e2e.ts'
import './navigation.e2e.ts'
import './offices.e2e.ts'
import './offline.e2e.ts'
import './profile.e2e.ts'
import './questions.e2e.ts'
import './record.e2e.ts'
import './returning.e2e.ts'
import './rooms.e2e.ts'
import './samples.e2e.ts'
import './team.e2e.ts'
import './today.e2e.ts'
import './text.e2e.ts'
import './told.e2e.ts'
import './views.e2e.ts'
import './undertakings.e2e.ts'
import './way-in.e2e.ts'
import './windows.e2e.ts'

const webRoot = join(import.meta.dirname, '../../packages/web/dist')
if (!existsSync(join(webRoot, 'index.html'))) {
  process.stderr.write('The web app is not built. Run: npm run build:web\n')
  process.exit(2)
}
const executablePath = findBrowser()
if (executablePath === undefined) process.exit(2)

const dataFolder = mkdtempSync(join(tmpdir(), 'goodoffices-e2e-'))
// All browsers have one address here.
const limits = { requestsPerSecondMax: 10_000, requestsBurstMax: 10_000 }
const relay = await startRelay({ dataFolder, webRoot, limits, logger: () => undefined })
const browser = await chromium.launch({
  executablePath,
  args: [
    // Nobody looks at what is painted but the pictures of a failure: put together without a second process, it costs a sixth less.
    '--disable-gpu-compositing',
    // As root Chromium has no sandbox to offer; the pages are our own.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
})
const failed = await runAll({ browser, url: relay.url, only: process.argv[2] })
await browser.close()
await relay.stop()
rmSync(dataFolder, { recursive: true, force: true })
process.exit(failed === 0 ? 0 : 1)
