import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'packages/*/test/**/*.test.ts',
      'packages/*/test/**/*.test.tsx',
      'test/*.test.ts',
      'test/simulation/**/*.test.ts',
    ],
    testTimeout: 30_000,
    pool: 'forks',
  },
})
