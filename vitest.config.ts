import { statfsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Tests of which the real cost of a passphrase is the subject, and those that compare with published values. */
const costly = ['packages/log/test/**/*.test.ts']
/** Vaults of earlier releases are opened at the cost at which they were closed; and a port is opened. */
const earlier = ['packages/cli/test/releases.test.ts']
/** One that reads with two programs, one that counts what another package is asked, and one that hands requests on as the engine makes them. */
const apart = [
  'packages/client/test/update.test.ts',
  'packages/client/test/stuffed.test.ts',
  'packages/relay/test/stores-agree.test.ts',
]
/** Tests that open ports, in processes of their own: the server puts its own `Request` in the place of the engine's for the rest of each. */
const serving = ['packages/relay/test/**/*.test.ts', 'packages/cli/test/**/*.test.ts']

/** A passphrase is derived as it is, by the same function, at a cost that nobody waits for. */
const cheap = { alias: { 'hash-wasm': fileURLToPath(new URL('test/cheap-argon2.ts', import.meta.url)) } }

// What Node makes of our source is kept between processes and threads: each store opens three, each command of the shell is one.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('node_modules/.cache/compile', import.meta.url))

/** Stores wait for the disk at every write; what is kept for the length of a test is kept in memory, where there is enough of it. */
const memory = '/dev/shm'
const memoryBytesMin = 1024 ** 3
function isRoomy(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= memoryBytesMin
  } catch {
    return false
  }
}
if (process.env['TMPDIR'] === undefined && isRoomy(memory)) process.env['TMPDIR'] = memory

/** Of `npm run mutants`, in a copy. */
const runner = process.env['GOODOFFICES_RUNNER']

export default defineConfig({
  test: {
    ...(runner === undefined ? {} : { runner }),
    setupFiles: [fileURLToPath(new URL('test/seeds.ts', import.meta.url))],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Vitest leaves one core to others; here a third of the time is spent waiting, for disks and for lines that are slow on purpose.
    maxWorkers: availableParallelism() + 1,
    // Node calls its own ML-KEM experimental at every start.
    execArgv: ['--max-semi-space-size=64', '--disable-warning=ExperimentalWarning'],
    // Files share what they import: no test changes it, and loading it anew for each took as long as a fifth of the tests.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'log', include: costly } },
      { extends: true, test: { name: 'earlier', include: earlier, isolate: true } },
      {
        extends: true,
        resolve: cheap,
        test: { name: 'serving', include: serving, exclude: [...earlier, ...apart] },
      },
      { extends: true, resolve: cheap, test: { name: 'apart', include: apart, isolate: true } },
      {
        extends: true,
        resolve: cheap,
        test: {
          name: 'rest',
          include: ['packages/*/test/**/*.test.{ts,tsx}', 'test/*.test.ts', 'test/simulation/**/*.test.ts'],
          exclude: [...costly, ...serving, ...apart],
        },
      },
    ],
  },
})
