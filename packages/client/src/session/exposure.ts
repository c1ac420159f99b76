import type { Engine } from './engine/engine.ts'
import type { Trouble } from './notices.ts'

const codes = { seed: 'seed-exposed', key: 'passphrase-of-before' } as const

/** Whether a trouble is that this device's keys may be found on its disk. */
export const isOfExposure = ({ code }: Trouble): boolean => (Object.values(codes) as string[]).includes(code)

/** RING-21: says that somebody who finds this device's disk may find its keys, until it has others. */
export async function tellExposure(engine: Engine): Promise<void> {
  for (const code of Object.values(codes)) engine.withdraw(code)
  const exposure = engine.identity.former === undefined ? await engine.box.exposure() : 'none'
  if (exposure !== 'none') engine.report({ code: codes[exposure] })
}
