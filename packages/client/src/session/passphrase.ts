import type { Result } from '../result.ts'
import type { AtWork } from './at-work.ts'

/**
 * Protects what this device keeps by another passphrase, or by none where `next` is undefined. Fails with `passphrase-needed` or
 * `passphrase-wrong` where `current` is not the one that protects it now.
 */
export const changePassphrase = (
  { engine }: AtWork,
  current: string | undefined,
  next: string | undefined,
): Promise<Result<null>> => engine.box.relock(current, next)
