import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.{ts,tsx}', 'test/*.test.ts', 'test/simulation/**/*.test.ts'],
    testTimeout: 60_000,
    pool: 'forks',
    // Node calls its own ML-KEM experimental at every start.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
})
