import { describe, it } from 'vitest'
import { simulate } from './simulate.ts'

/** `GOODOFFICES_SEED` replays one; `GOODOFFICES_RUNS` tries so many new ones. */
const { GOODOFFICES_SEED, GOODOFFICES_RUNS } = process.env

/** Seeds that once failed, and what they found. */
const found: readonly (readonly [number, string])[] = []

const stepsOf = 40
const seeds =
  GOODOFFICES_SEED !== undefined
    ? [Number(GOODOFFICES_SEED)]
    : GOODOFFICES_RUNS !== undefined
      ? Array.from({ length: Number(GOODOFFICES_RUNS) }, () => Math.floor(Math.random() * 2 ** 32))
      : [1]

/**
 * A seed fixes every decision: who does what, what the network and the disks do to it. It does not fix in which order the
 * engine's threads finish their signatures, so that a failure may take a few replays to show again.
 */
describe('three parties and two mediators over a bad network', () => {
  it.each(seeds)(
    'SYNC-23 converge, lose nothing and repeat nothing: GOODOFFICES_SEED=%d',
    async seed => simulate(seed, stepsOf),
    120_000,
  )
  it.each(found)('SYNC-23 seed %d, which found: %s', async seed => simulate(seed, stepsOf), 120_000)
})
