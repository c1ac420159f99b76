/** A person's way to a session in this browser: the client package over IndexedDB and this page's own relay. */

import {
  askCreation,
  changePassphrase,
  createHttpRelay,
  createIdentity,
  creationTokenOf,
  deliverDue,
  findEngineLacks,
  forgetVault,
  inspectVault,
  linkDevice,
  openIndexedDbVault,
  openSession,
  recoverIdentity,
  type Session,
  tellDue,
  type Vault,
  withdrawDue,
} from '@goodoffices/client'
import { fail, ok, type Result } from '@goodoffices/core'
import { EngineError } from './engine-error.ts'
import type { Access, Standing } from './session.ts'
import { vaultName } from './vault-name.ts'

/** Which program this is, as the build found it: see `OpenOptions`. */
declare const programStamp: string
const stamp = programStamp

/** How often to look whether the time of a conveyance has come. */
const dueEveryMs = 20_000

const secured = (passphrase: string | undefined) => (passphrase === undefined ? {} : { passphrase })

const removeIndexedDb = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () => reject(request.error ?? new Error('the browser gave no reason')))
  })

/** Over a vault that is open, and what it said of itself; where it is not locked, opens the session too. Rejects with an `EngineError`. */
export async function openBrowserAccess(given: {
  readonly vault: Vault
  readonly standing: Standing
}): Promise<Access> {
  const lacking = (await findEngineLacks()).find(({ isReplaced }) => !isReplaced)
  if (lacking !== undefined) throw new EngineError(lacking.code)
  let { vault, standing } = given
  const address = location.origin
  const listeners = new Set<() => void>()
  let session: Session | undefined
  let locks = standing === 'locked'

  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const enter = (opened: Session, passphrase: string | undefined): void => {
    session = opened
    standing = 'open'
    locks = passphrase !== undefined
    // Without a connection the session works on what it holds, and asks again by itself.
    opened.goOnline().catch(() => undefined)
    tell()
  }
  const into = (result: Result<Session>, passphrase?: string): Result<null> => {
    if (!result.ok) return result
    enter(result.value, passphrase)
    return ok(null)
  }
  /** A session takes its vault with it when it closes. */
  const leave = async (): Promise<void> => {
    await (session === undefined ? vault.close() : session.close())
    session = undefined
  }

  setInterval(() => {
    // What cannot be delivered now stays on the desk and is shown there as due.
    if (session === undefined) return
    deliverDue(session).catch(() => undefined)
    tellDue(session).catch(() => undefined)
    withdrawDue(session).catch(() => undefined)
  }, dueEveryMs)
  if (standing === 'open') into(await openSession({ vault, stamp }))

  return {
    standing: () => standing,
    session: () => session,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    create: async person => {
      const created = await createIdentity({ vault, stamp, address, keepsPhrase: true, ...person })
      if (!created.ok) return created
      enter(created.value.session, person.passphrase)
      return ok(null)
    },
    creation: async () => {
      const creation = await askCreation(createHttpRelay({ address }))
      return creation.ok ? creation.value : undefined
    },
    unlock: async passphrase => into(await openSession({ vault, stamp, passphrase }), passphrase),
    link: async (text, passphrase) => {
      const linked = await linkDevice({ vault, stamp, text, address, ...secured(passphrase) })
      if (!linked.ok) return linked
      const { address: at, poll, accept } = linked.value
      return ok({
        address: at,
        poll,
        accept: async () => {
          const accepted = await accept()
          if (!accepted.ok || accepted.value.standing !== 'linked') return accepted
          const opened = into(await openSession({ vault, stamp, ...secured(passphrase) }), passphrase)
          return opened.ok ? accepted : opened
        },
      })
    },
    recover: async person =>
      into(await recoverIdentity({ vault, stamp, address, ...person }), person.passphrase),
    locks: () => locks,
    lock: async () => {
      await leave()
      vault = await openIndexedDbVault(vaultName)
      standing = await inspectVault(vault)
      tell()
    },
    changePassphrase: async ({ current, next }) => {
      if (session === undefined) return fail('no-identity')
      const changed = await changePassphrase(session, current, next)
      if (changed.ok) {
        locks = next !== undefined
        tell()
      }
      return changed
    },
    forget: async () => {
      await leave()
      vault = await openIndexedDbVault(vaultName)
      await forgetVault(vault)
      await vault.close()
      await removeIndexedDb(vaultName)
      vault = await openIndexedDbVault(vaultName)
      standing = 'none'
      locks = false
      tell()
      return ok(null)
    },
    openSample: async name =>
      (await import('./open-sample.ts')).openSample(name, session && creationTokenOf(session)),
    prepareSamples: () =>
      void import('./open-sample.ts').then(samples => samples.prepareSamples()).catch(() => undefined),
  }
}
