import type { AtWork } from './at-work.ts'

/** Takes note of words that were refused: they leave the list of troubles. */
export async function dismissRefused({ engine }: AtWork): Promise<void> {
  for (const item of engine.outbox.refused()) await engine.outbox.remove(item.seq)
  engine.touch()
}
