/**
 * How the windows of one device talk (SYNC-51). One leads, since it alone has the vault; the others ask it, and hear what it tells.
 * All windows hear everything: an answer bears the number of what was asked.
 */

import { newId } from '../process/id.ts'
import type { Holding, Item, Job } from '../session/outbox.ts'
import { VaultError, type VaultErrorCode } from '../vault/vault.ts'

export type Changes = ReadonlyMap<string, Uint8Array | null>

/** What one window may ask of another that leads, and what it is answered. */
export type Asked = {
  /** What opens the vault, whether a passphrase protects it, and what waits to be sent. */
  readonly enter: readonly [
    null,
    { readonly key: Uint8Array; readonly isLocked: boolean; readonly items: readonly Item[] },
  ]
  readonly read: readonly [string, Uint8Array | undefined]
  readonly scan: readonly [string, readonly (readonly [string, Uint8Array])[]]
  readonly keep: readonly [Changes, null]
  readonly add: readonly [
    { readonly jobs: readonly Job[]; readonly also: Changes; readonly held: Holding | undefined },
    null,
  ]
  readonly remove: readonly [number, null]
  readonly hold: readonly [{ readonly id: string; readonly until: number }, null]
  readonly 'take-back': readonly [string, boolean]
  /** To let the vault go, to a window that waits for it. */
  readonly yield: readonly [null, void]
}
export type What = keyof Asked

/** What the window that leads tells the others. */
export type News =
  | { readonly news: 'outbox'; readonly items: readonly Item[] }
  | { readonly news: 'kept'; readonly changes: Changes }
  /** Another window leads now. */
  | { readonly news: 'leads' }
  /** The device was locked or forgotten, or is opened by another key. */
  | { readonly news: 'over' }

export type Said =
  | Question
  | { readonly answers: string; readonly value?: unknown; readonly code?: VaultErrorCode }
  | News

export interface Line {
  post(said: Said): void
  /** Returns how to stop. */
  hear(listener: (said: Said) => void): () => void
  close(): void
}

/** Between the windows of one browser profile, of this origin alone. */
export function openLine(name: string): Line {
  const channel = new BroadcastChannel(`good-offices ${name}`)
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of its own origin alone
    post: said => channel.postMessage(said),
    hear: listener => {
      const heard = ({ data }: MessageEvent) => listener(data as Said)
      channel.addEventListener('message', heard)
      return () => channel.removeEventListener('message', heard)
    },
    close: () => channel.close(),
  }
}

export type Ask = <W extends What>(what: W, about: Asked[W][0]) => Promise<Asked[W][1]>

/** A window in the background may be slow; one that its system has put to sleep says nothing. */
export const silentMs = 4_000

/** What is asked, by its number: asked anew, it bears the same (SYNC-56). */
export type Question<W extends What = What> = {
  readonly number: string
  readonly what: W
  readonly about: Asked[W][0]
}

export const isSilence = (error: unknown): boolean =>
  error instanceof VaultError && error.code === 'vault-silent'

/** Rejects as the window that leads refuses, and with `vault-silent` where it says nothing for so long. */
export function askOver(line: Line, waitMs: number = silentMs): Ask {
  return async (what, about) => {
    const number = newId()
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const clock = setTimeout(() => reject(new VaultError('vault-silent', what)), waitMs)
    const stop = line.hear(said => {
      if (!('answers' in said) || said.answers !== number) return
      if (said.code === undefined) resolve(said.value)
      else reject(new VaultError(said.code, what))
    })
    try {
      line.post({ number, what, about })
      return (await promise) as never
    } finally {
      clearTimeout(clock)
      stop()
    }
  }
}
