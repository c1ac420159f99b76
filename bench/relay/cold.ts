/**
 * From the command to a relay that listens, and what it then holds: from the sources, and from the package that is handed out. Medians of
 * seven, in turns. `npm run release`, then `node bench/relay/cold.ts`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { format, quantile } from './load.ts'

const root = join(import.meta.dirname, '../..')
const programs = {
  sources: join(root, 'packages/cli/src/main.ts'),
  package: join(root, 'release/out/package/dist/main.js'),
}
const rounds = 7
/** Until what a start needs has been let go of. */
const restMs = 1_000

if (!existsSync(programs.package)) throw new Error('There is no package: npm run release')
const folder = mkdtempSync(join(tmpdir(), 'goodoffices-cold-'))

/** Milliseconds until it says that it listens, and MiB resident when it rests. */
async function measure(
  program: string,
  data: string,
): Promise<{ readonly ms: number; readonly mebibytes: number }> {
  const started = performance.now()
  const args = ['--disable-warning=ExperimentalWarning', program, 'serve', '--port', '0', '--data', data]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  const ms = performance.now() - started
  await pass(restMs)
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  child.kill()
  await once(child, 'exit')
  return { ms, mebibytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024 }
}

const found = Object.fromEntries(
  Object.keys(programs).map(name => [name, { ms: [], mebibytes: [] }]),
) as unknown as Record<keyof typeof programs, { readonly ms: number[]; readonly mebibytes: number[] }>
for (let round = 0; round < rounds; round += 1)
  for (const [name, program] of Object.entries(programs) as [keyof typeof programs, string][]) {
    const { ms, mebibytes } = await measure(program, join(folder, `${name}-${round}`))
    found[name].ms.push(ms)
    found[name].mebibytes.push(mebibytes)
  }
console.log('            ms   MiB')
for (const [name, { ms, mebibytes }] of Object.entries(found))
  console.log(
    `${name.padEnd(9)}${format(quantile(ms, 0.5)).padStart(6)}${format(quantile(mebibytes, 0.5)).padStart(6)}`,
  )
const ratio = (of: 'ms' | 'mebibytes'): string =>
  (quantile(found.package[of], 0.5) / quantile(found.sources[of], 0.5)).toFixed(2)
console.log(`package / sources: ${ratio('ms')} of the time, ${ratio('mebibytes')} of the memory`)
rmSync(folder, { recursive: true })
