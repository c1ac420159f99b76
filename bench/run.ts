/** Runs every benchmark, one after the other. Each prints ratios measured in its own run; `npm run bench -- NAME` runs one. */

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const benches: Readonly<Record<string, readonly string[]>> = {
  settlement: ['settlement/run.ts'],
  core: ['core/apply.ts'],
  leak: ['core/leak.ts'],
  find: ['core/find.ts'],
  redline: ['text/redline.ts'],
  issue: ['text/issue.ts'],
  typing: ['text/typing.ts'],
  word: ['text/word.ts'],
  append: ['relay/append.ts'],
  'fan-out': ['relay/fan-out.ts'],
  'beside-flood': ['relay/beside-flood.ts'],
  'open-room': ['client/open-room.ts'],
  act: ['client/act.ts'],
  talks: ['client/talks.ts'],
  'first-screen': ['web/first-screen.ts'],
  'first-paint': ['web/first-paint.ts'],
  bundle: ['web/bundle.ts'],
}

const wanted = process.argv.slice(2)
const unknown = wanted.find(name => !(name in benches))
if (unknown !== undefined) {
  console.error(`There is no benchmark "${unknown}". There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}

let failed = 0
for (const [name, args] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n# ${name}\n`)
  const flags = args.filter(arg => arg.startsWith('--'))
  const files = args
    .filter(arg => !arg.startsWith('--'))
    .map(file => fileURLToPath(new URL(file, import.meta.url)))
  const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...flags, ...files], {
    stdio: 'inherit',
  })
  if (run.status !== 0) failed += 1
}
process.exit(failed === 0 ? 0 : 1)
