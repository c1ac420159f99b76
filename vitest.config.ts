import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.{ts,tsx}', 'test/*.test.ts', 'test/simulation/**/*.test.ts'],
    testTimeout: 60_000,
    pool: 'forks',
    // Vitest leaves one core to others; on two that is half of the machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Node calls its own ML-KEM experimental at every start.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
})
