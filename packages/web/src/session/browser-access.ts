/** A person's way to a session in this browser: the client package over IndexedDB and this page's own relay. */

import {
  createIdentity,
  inspectVault,
  openIndexedDbVault,
  openSession,
  recoverIdentity,
  type Session as ClientSession,
} from '@goodoffices/client'
import { ok, type Result } from '@goodoffices/core'
import type { Access, Session } from './session.ts'
import { toSession } from './to-session.ts'

const vaultName = 'goodoffices'

/** Opens the vault; where it is not locked, the session too. */
export async function openBrowserAccess(): Promise<Access> {
  const vault = await openIndexedDbVault(vaultName)
  const address = location.origin
  const listeners = new Set<() => void>()
  let opened: { readonly client: ClientSession; readonly session: Session } | undefined
  let standing: 'none' | 'locked' | 'open' = await inspectVault(vault)

  const enter = (client: ClientSession): void => {
    opened = { client, session: toSession(client) }
    standing = 'open'
    // Without a connection the session works on what it holds, and asks again by itself.
    client.goOnline().catch(() => undefined)
    for (const listener of listeners) listener()
  }
  const into = (result: Result<ClientSession>): Result<null> => {
    if (!result.ok) return result
    enter(result.value)
    return ok(null)
  }

  if (standing === 'open') {
    const result = await openSession({ vault })
    if (result.ok) enter(result.value)
  }
  return {
    standing: () => standing,
    session: () => opened?.session,
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
    recover: async person => into(await recoverIdentity({ vault, address, ...person })),
    lock: async () => {
      await opened?.client.close()
      opened = undefined
      standing = await inspectVault(vault)
      if (standing === 'open') return void (await openSession({ vault }).then(into))
      for (const listener of listeners) listener()
    },
    openSample: async name => (await import('./open-sample.ts')).openSample(name),
  }
}
