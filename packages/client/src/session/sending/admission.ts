/** Making a log where a host is closed to strangers: what is shown, and rights on the account of talks that this member is in. */

import type { ProcessId, RelayCard, RoomId, RoomState } from '@goodoffices/core'
import {
  type AccessKey,
  base64urlToBytes,
  creationRight,
  type Secret,
  sha256,
  textToSecret,
} from '@goodoffices/log'
import { roomsOf } from '../../process/held.ts'
import { type NewRight, type Pass, RelayError } from '../../relay/port.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Ground } from '../engine/ground.ts'
import type { JobOf } from '../outbox.ts'
import { writingNow } from './sealing.ts'

const dayMs = 86_400_000
/** What a guest needs to come in: a keyring and a mailbox. Once in, rights come from the talks. */
const guestLogs = 2
/** A day less than a host allows, for clocks that differ. */
const guestMsMax = 89 * dayMs
/** Rooms that are asked for one right: one without a log that mints is rare. */
const accountsMax = 8
/** Of each, once more where its keys have changed meanwhile. */
const triesMax = 2

/** What keeps somebody out who has nothing to show, or shows what is not good any more. */
const isAdmissionRefused = ({ code }: RelayError): boolean =>
  code === 'relay/creation-token' || code === 'relay/creation-right'

/** Refusals of new logs alone: what goes into those that are there goes on. */
export const isForNewLogs = (error: RelayError): boolean =>
  isAdmissionRefused(error) || (error.code === 'relay/quota' && error.data['of'] !== 'bytes')

/** How much a refusal says: that what was shown is none, rather than that more might have been shown. */
function weightOf({ code, data }: RelayError): number {
  if (code === 'relay/creation-token') return data['reason'] === 'wrong' ? 3 : 0
  return ['missing', 'unknown', 'expired', 'spent'].indexOf(String(data['reason']))
}

/**
 * INV-22: asks for a log to be made, showing one thing after the other that this device has for this host; then on the account of the talks
 * that the log is for. Throws the refusal that says most.
 */
export async function askToCreate<T>(
  ground: Ground,
  job: JobOf<'create'>,
  ask: (pass: Pass | undefined) => Promise<T>,
): Promise<T> {
  const { address } = job.relay
  const refused: RelayError[] = []
  const isIn = async (pass: Pass | undefined): Promise<T | undefined> => {
    try {
      return await ask(pass)
    } catch (error) {
      if (error instanceof RelayError && isAdmissionRefused(error)) {
        ground.passes.noteClosed(address)
        refused.push(error)
        return undefined
      }
      throw error
    }
  }
  const first = ground.passes.at(address).length === 0 ? await isIn(undefined) : undefined
  if (first !== undefined) return first
  for (const pass of ground.passes.at(address)) {
    const answer = await isIn(pass)
    if (answer !== undefined) return answer
  }
  const own = await mintOwn(ground, job)
  const answer = own.ok ? await isIn({ right: own.value }) : undefined
  if (answer !== undefined) return answer
  if (!own.ok && own.error.code === 'relay/quota') throw new RelayError('relay/quota', { of: 'rights' })
  throw refused.sort((a, b) => weightOf(b) - weightOf(a))[0] ?? new RelayError('relay/creation-right')
}

/** INV-22: a right to make this one log. It follows from the log's own key, so that asking for it again is asking for the same. */
async function mintOwn(ground: Ground, job: JobOf<'create'>): Promise<Result<Secret>> {
  const key = textToSecret(job.key)
  if (!key.ok) return fail('keyring-unreadable')
  const secret = creationRight(key.value)
  const until = hostTime(ground, job.relay) + dayMs
  const right = { right: sha256(secret.reveal()), logs: 1, until }
  const minted = await mintRight(ground, { relay: job.relay, process: processOf(job), right })
  return minted.ok ? ok(secret) : minted
}

/** The talks that a room is of; undefined for a mailbox, which may be for any. */
function processOf({ entries }: JobOf<'create'>): ProcessId | undefined {
  const opening = entries.map(({ act }) => act).find(act => act.kind === 'room.open')
  return opening?.process.process
}

/** By the host's clock as far as it has said what time it is. */
const hostTime = (ground: Ground, relay: RelayCard): number =>
  ground.now() + (ground.port(relay).aheadMs?.() ?? 0)

type OnAccount = {
  readonly relay: RelayCard
  /** Whose rooms are asked; any where it is left out. */
  readonly process: ProcessId | undefined
}

/**
 * Has a right minted by the first room whose log mints. Fails with `relay/minting` where none does, also because nothing needs to be
 * shown there, and with `relay/quota`. Throws where the host cannot be reached.
 */
async function mintRight(
  ground: Ground,
  { right, ...account }: OnAccount & { readonly right: NewRight },
): Promise<Result<null>> {
  return onAccount(ground, account, async (log, key) => {
    await ground.port(account.relay).mint(log, key, right)
    return true
  })
}

/** Takes back what is left of a right, whichever room has minted it. */
async function revokeRight(
  ground: Ground,
  { right, ...account }: OnAccount & { readonly right: Uint8Array },
): Promise<void> {
  await onAccount(
    ground,
    account,
    async (log, key) => (await ground.port(account.relay).revoke(log, key, right)) > 0,
  )
}

/** INV-21: the right that goes with an invitation, where the host is one that wants it. */
export async function mintForGuest(ground: Ground, job: JobOf<'mint'>): Promise<Result<null>> {
  const { relay, process } = job
  const name = base64urlToBytes(job.right)
  if (!name.ok || !(await isByInvitation(ground, relay))) return ok(null)
  const now = hostTime(ground, relay)
  const until = Math.min(job.until, now + guestMsMax)
  if (until <= now) return ok(null)
  const right = { right: name.value, logs: guestLogs, until }
  const minted = await mintRight(ground, { relay, process, right })
  if (!minted.ok && minted.error.code === 'relay/quota') throw new RelayError('relay/quota', { of: 'rights' })
  return minted
}

/** INV-21: whoever uses the invitation after its guest makes nothing more. */
export async function revokeOfGuest(ground: Ground, job: JobOf<'revoke'>): Promise<Result<null>> {
  const name = base64urlToBytes(job.right)
  if (name.ok && (await isByInvitation(ground, job.relay)))
    await revokeRight(ground, { relay: job.relay, process: job.process, right: name.value })
  return ok(null)
}

/** Asked each time: a host that is open is not told who invites whom. */
const isByInvitation = async (ground: Ground, relay: RelayCard): Promise<boolean> =>
  (await ground.port(relay).card()).creation === 'invitation'

/** Asks one room after the other, with its current key, until one has done it. Fails as the last refused. */
async function onAccount(
  ground: Ground,
  account: OnAccount,
  ask: (log: RoomId, key: AccessKey) => Promise<boolean>,
): Promise<Result<null>> {
  let refused: Result<never> = fail('relay/minting')
  for (const room of accountsIn(ground, account)) {
    for (let tries = 0; tries < triesMax; tries += 1) {
      const log = ground.roomLog(room)
      const writing = log === undefined ? undefined : writingNow(ground, log)
      if (writing?.ok !== true) break
      try {
        if (await ask(room, writing.value.access)) return ok(null)
        break
      } catch (error) {
        if (!(error instanceof RelayError) || error.isPassing) throw error
        if (error.code !== 'relay/minting' || refused.error.code === 'relay/minting')
          refused = fail(error.code)
        if (error.code !== 'relay/stale-epoch') break
        await ground.sync(room)
      }
    }
  }
  return refused
}

/** Rooms of the talks whose logs lie with this host: those that most are in first. */
function accountsIn(ground: Ground, { relay, process }: OnAccount): readonly RoomId[] {
  const lines = Object.values(ground.home()?.keyring ?? {})
  const processes = process === undefined ? lines.flatMap(line => line.process?.process ?? []) : [process]
  const isAccount = ({ id, kind }: RoomState): boolean =>
    kind !== 'private' && ground.relayOf(id).address === relay.address && ground.roomLog(id)?.isBegun === true
  return [...new Set(processes)]
    .flatMap(each => roomsOf(ground, each).filter(isAccount))
    .map(({ id }) => id)
    .slice(0, accountsMax)
}
