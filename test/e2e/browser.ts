/** Which browser the tests run in. */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const known = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * In this order: the environment's CHROMIUM, Playwright's own download, a browser of the system; on Debian as root the package
 * of a Chromium without windows is installed. Says on standard error what to do, and returns undefined, where there is none.
 */
export function findBrowser(): string | undefined {
  const named = process.env['CHROMIUM']
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named
    process.stderr.write(`CHROMIUM names ${named}, which is not there.\n`)
    return undefined
  }
  const found = [chromium.executablePath(), ...known].find(path => existsSync(path))
  if (found !== undefined) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write('No browser found: installing the chromium-headless-shell package.\n')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell'], {
      stdio: 'inherit',
      env,
    })
    const installed = known.find(path => existsSync(path))
    if (installed !== undefined) return installed
  }
  process.stderr.write(
    'The browser tests need Chromium. Install it (Debian: apt-get install chromium; elsewhere: npx playwright install chromium),\n' +
      'or name one: CHROMIUM=/path/to/chromium npm test\n',
  )
  return undefined
}
