import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Tests of which the real cost of a passphrase is the subject, and those that compare with published values. */
const costly = ['packages/log/test/**/*.test.ts']
/** Vaults of earlier releases are opened at the cost at which they were closed; and a port is opened. */
const earlier = ['packages/cli/test/releases.test.ts']
/** One that reads with two programs. */
const updated = ['packages/client/test/update.test.ts']
/** Tests that open ports: the server puts its own `Request` in the place of the engine's for the rest of the process. */
const serving = ['packages/relay/test/**/*.test.ts', 'packages/cli/test/**/*.test.ts']

/** A passphrase is derived as it is, by the same function, at a cost that nobody waits for. */
const cheap = { alias: { 'hash-wasm': fileURLToPath(new URL('test/cheap-argon2.ts', import.meta.url)) } }

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Vitest leaves one core to others; on two that is half of the machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Node calls its own ML-KEM experimental at every start.
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // Files share what they import: no test changes it, and loading it anew for each took as long as a fifth of the tests.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'log', include: costly } },
      { extends: true, test: { name: 'earlier', include: earlier, isolate: true } },
      {
        extends: true,
        resolve: cheap,
        test: { name: 'apart', include: [...serving, ...updated], exclude: earlier, isolate: true },
      },
      {
        extends: true,
        resolve: cheap,
        test: {
          name: 'rest',
          include: ['packages/*/test/**/*.test.{ts,tsx}', 'test/*.test.ts', 'test/simulation/**/*.test.ts'],
          exclude: [...costly, ...serving, ...updated],
        },
      },
    ],
  },
})
