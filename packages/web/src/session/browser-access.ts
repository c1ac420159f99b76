/** A person's way to a session in this browser: the client package over IndexedDB and this page's own relay. */

import {
  createIdentity,
  inspectVault,
  linkDevice,
  openIndexedDbVault,
  openSession,
  recoverIdentity,
  type Session,
} from '@goodoffices/client'
import { ok, type Result } from '@goodoffices/core'
import type { Access } from './session.ts'

const vaultName = 'goodoffices'
/** How often to look whether the time of a conveyance has come. */
const dueEveryMs = 20_000

const secured = (passphrase: string | undefined) => (passphrase === undefined ? {} : { passphrase })

/** Opens the vault; where it is not locked, the session too. */
export async function openBrowserAccess(): Promise<Access> {
  const vault = await openIndexedDbVault(vaultName)
  const address = location.origin
  const listeners = new Set<() => void>()
  let session: Session | undefined
  let standing: 'none' | 'locked' | 'open' = await inspectVault(vault)

  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const enter = (opened: Session): void => {
    session = opened
    standing = 'open'
    // Without a connection the session works on what it holds, and asks again by itself.
    opened.goOnline().catch(() => undefined)
    tell()
  }
  const into = (result: Result<Session>): Result<null> => {
    if (!result.ok) return result
    enter(result.value)
    return ok(null)
  }

  setInterval(() => {
    // What cannot be delivered now stays on the desk and is shown there as due.
    session?.deliverDue().catch(() => undefined)
  }, dueEveryMs)
  if (standing === 'open') into(await openSession({ vault }))

  return {
    standing: () => standing,
    session: () => session,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    create: async person => {
      const created = await createIdentity({ vault, address, ...person })
      if (!created.ok) return created
      enter(created.value.session)
      return ok({ phrase: created.value.phrase })
    },
    unlock: async passphrase => into(await openSession({ vault, passphrase })),
    link: async (text, passphrase) => {
      const linked = await linkDevice({ vault, text, address, ...secured(passphrase) })
      if (!linked.ok) return linked
      const { address: at, poll, accept } = linked.value
      return ok({
        address: at,
        poll,
        accept: async () => {
          const accepted = await accept()
          if (!accepted.ok || accepted.value.standing !== 'linked') return accepted
          const opened = into(await openSession({ vault, ...secured(passphrase) }))
          return opened.ok ? accepted : opened
        },
      })
    },
    recover: async person => into(await recoverIdentity({ vault, address, ...person })),
    lock: async () => {
      await session?.close()
      session = undefined
      standing = await inspectVault(vault)
      // Without a passphrase there is nothing to lock with: it opens again.
      if (standing === 'open') into(await openSession({ vault }))
      else tell()
    },
    openSample: async name => (await import('./open-sample.ts')).openSample(name),
    prepareSamples: () =>
      void import('./open-sample.ts').then(samples => samples.prepareSamples()).catch(() => undefined),
  }
}
