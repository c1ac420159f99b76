/** A person's way to a session in this browser: the client package over IndexedDB and this page's own relay. */

import {
  askCreation,
  type Beside,
  changePassphrase,
  createHttpRelay,
  createIdentity,
  creationTokenOf,
  deliverDue,
  endOwnNotices,
  findEngineLacks,
  forgetVault,
  inspectVault,
  leadWindows,
  linkDevice,
  lookAtInvitation,
  openBeside,
  openIndexedDbVault,
  openLine,
  openSession,
  recoverIdentity,
  type Session,
  sendBack,
  setApartDue,
  silentMs,
  type Turn,
  tellDue,
  tellingVault,
  type Vault,
  VaultError,
  withdrawDue,
} from '@goodoffices/client'
import { fail, ok, type Result } from '@goodoffices/core'
import { keepFocus } from '../frame/kept-focus.ts'
import { EngineError } from './engine-error.ts'
import type { Access, Standing } from './session.ts'
import { reload, takeVault, waitForVault } from './take-vault.ts'
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

/** So that its answer reaches the window that asked. */
const reloadAfterMs = 200

/**
 * Over a vault that is open, and what it said of itself; where it is not locked, opens the session too. Without a vault: beside the window
 * that has it (SYNC-51). Rejects with an `EngineError`, and with a `VaultError` where that window is not open itself or does not answer.
 */
export async function openBrowserAccess(given: {
  readonly vault: Vault | undefined
  readonly standing: Standing
}): Promise<Access> {
  const lacking = (await findEngineLacks()).find(({ isReplaced }) => !isReplaced)
  if (lacking !== undefined) throw new EngineError(lacking.code)
  // Of the whole page, for as long as it is open: here, since the first screen is shown without it.
  keepFocus()
  let { standing } = given
  const address = location.origin
  const line = openLine(vaultName)
  const listeners = new Set<() => void>()
  let vault: Vault | undefined
  let beside: Beside | undefined
  let session: Session | undefined
  let locks = standing === 'locked'
  /** Another window has the vault, which is nobody's: it is taken from there by whoever begins here. */
  const isElsewhere = given.vault === undefined && standing === 'none'

  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const enter = (opened: Session, passphrase: string | undefined): void => {
    session = opened
    standing = 'open'
    locks = passphrase !== undefined
    // Without a connection the session works on what it holds, and asks again by itself.
    opened.goOnline().catch(() => undefined)
    line.post({ news: 'leads' })
    tell()
  }
  const into = (result: Result<Session>, passphrase?: string): Result<null> => {
    if (!result.ok) return result
    enter(result.value, passphrase)
    return ok(null)
  }
  /** A session takes its vault with it when it closes. */
  const leave = async (): Promise<void> => {
    await (session === undefined ? vault?.close() : session.close())
    session = undefined
    vault = undefined
  }
  const hold = (held: Vault): Vault => {
    vault = tellingVault(held, line)
    return vault
  }
  /** The vault, of this window. */
  const own = async (turn: Turn = 'theirs'): Promise<Vault> => {
    await lead()
    if (vault !== undefined) return vault
    const opening = openIndexedDbVault(vaultName, { turn, onLost: reload })
    return hold(await (isElsewhere ? opening.catch(() => takeVault(line)) : opening))
  }
  /**
   * The same, let go of and taken again for what it is now. The other windows are told before, since whichever waits for it
   * would go on with it as it was.
   */
  const ownAnew = async (): Promise<Vault> => {
    await own()
    line.post({ news: 'over' })
    await leave()
    const late = setTimeout(reload, silentMs)
    return own('next').finally(() => clearTimeout(late))
  }
  leadWindows({
    line,
    leads: () => vault !== undefined && beside === undefined,
    session: () => session,
    onYield: async () => {
      await leave()
      setTimeout(reload, reloadAfterMs)
    },
  })

  // Beside the window that leads

  /** Under way: a window that asked for it twice would take the vault from itself. */
  let leading: Promise<void> | undefined
  const takeOver = async (taking: Promise<Vault>): Promise<void> => {
    await beside?.lead(hold(await taking))
    beside = undefined
    line.post({ news: 'leads' })
    tell()
  }
  const waiting = new AbortController()
  const lead = async (): Promise<void> => {
    if (beside === undefined) return
    waiting.abort()
    leading ??= takeOver(takeVault(line)).finally(() => (leading = undefined))
    await leading
  }
  if (isElsewhere)
    // Whoever begins in the window that has it has begun here too.
    line.hear(said => {
      if ('news' in said && said.news === 'leads' && vault === undefined) reload()
    })
  else if (given.vault === undefined) {
    const onOver = (): void => {
      waiting.abort()
      reload()
    }
    const opened = await openBeside({ line, stamp, onOver, onSilent: () => void lead() })
    if (!opened.ok) throw new VaultError('vault-in-use', opened.error.code)
    beside = opened.value
    session = beside.session
    locks = beside.isLocked
    session.goOnline().catch(() => undefined)
    // When that window goes, this one takes its place, or another beside it does.
    waitForVault(waiting.signal).then(
      taken => (leading = takeOver(Promise.resolve(taken))),
      () => undefined,
    )
  } else hold(given.vault)

  setInterval(() => {
    // What cannot be delivered now stays on the desk and is shown there as due.
    if (session === undefined || beside !== undefined) return
    deliverDue(session).catch(() => undefined)
    tellDue(session).catch(() => undefined)
    withdrawDue(session).catch(() => undefined)
    setApartDue(session).catch(() => undefined)
  }, dueEveryMs)
  if (standing === 'open' && vault !== undefined) into(await openSession({ vault, stamp }))

  return {
    standing: () => standing,
    session: () => session,
    leads: () => beside === undefined,
    lead,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    create: async person => {
      const created = await createIdentity({
        vault: await own(),
        stamp,
        address,
        keepsPhrase: true,
        ...person,
      })
      if (!created.ok) return created
      enter(created.value.session, person.passphrase)
      return ok(null)
    },
    creation: async () => {
      const creation = await askCreation(createHttpRelay({ address }))
      return creation.ok ? creation.value : undefined
    },
    unlock: async passphrase =>
      into(await openSession({ vault: await own(), stamp, passphrase }), passphrase),
    look: text => lookAtInvitation({ text, address }),
    sendBack: text => sendBack({ text, address }),
    link: async (text, passphrase) => {
      const linking = { vault: await own(), stamp, ...secured(passphrase) }
      const linked = await linkDevice({ ...linking, text, address })
      if (!linked.ok) return linked
      const { address: at, poll, accept } = linked.value
      return ok({
        address: at,
        poll,
        accept: async () => {
          const accepted = await accept()
          if (!accepted.ok || accepted.value.standing !== 'linked') return accepted
          const opened = into(await openSession(linking), passphrase)
          return opened.ok ? accepted : opened
        },
      })
    },
    recover: async person =>
      into(await recoverIdentity({ vault: await own(), stamp, address, ...person }), person.passphrase),
    locks: () => locks,
    lock: async () => {
      standing = await inspectVault(await ownAnew())
      tell()
    },
    changePassphrase: async ({ current, next }) => {
      await own()
      if (session === undefined) return fail('no-identity')
      const changed = await changePassphrase(session, current, next)
      if (changed.ok) {
        locks = next !== undefined
        line.post({ news: 'over' })
        tell()
      }
      return changed
    },
    forget: async () => {
      await own()
      // Where the relay cannot be reached, it forgets what nobody asks for any more.
      if (session !== undefined) await endOwnNotices(session)
      await (await import('../told/push.ts')).endPush().catch(() => undefined)
      await forgetVault(await ownAnew())
      await leave()
      await removeIndexedDb(vaultName)
      await own('next')
      standing = 'none'
      locks = false
      line.post({ news: 'over' })
      tell()
      return ok(null)
    },
    openSample: async name =>
      (await import('./open-sample.ts')).openSample(name, session && creationTokenOf(session)),
    prepareSamples: () =>
      void import('./open-sample.ts').then(samples => samples.prepareSamples()).catch(() => undefined),
  }
}
