import type { Result } from '../result.ts'
import type { AtWork } from './at-work.ts'
import { tellExposure } from './exposure.ts'

/**
 * Protects what this device keeps by another passphrase, or by none where `next` is undefined. Fails with `passphrase-needed` or
 * `passphrase-wrong` where `current` is not the one that protects it now.
 */
export async function changePassphrase(
  { engine }: AtWork,
  current: string | undefined,
  next: string | undefined,
): Promise<Result<null>> {
  const changed = await engine.box.relock(current, next)
  if (changed.ok) await tellExposure(engine)
  return changed
}
