/**
 * A room of many entries, on a relay: made by a session, then filled with the packages' own functions, since one act after the
 * other through the outbox takes as many round trips. A member cannot tell the difference: every entry is signed, names the head of
 * the log before it, and is sealed for the room's epoch.
 */

import { createIdentity, createProcess, newId, type RelayPort, type Vault } from '@goodoffices/client'
import type { MessageId, RoomId } from '@goodoffices/core'
import {
  createAccessKey,
  createEntryId,
  logOrigin,
  openCheckpoint,
  sealEnvelope,
  signEntry,
  textToSecret,
  textToVerifier,
} from '@goodoffices/log'
import { loadIdentity } from '../../packages/client/src/identity/identity.ts'
import { Strongbox } from '../../packages/client/src/identity/strongbox.ts'
import { demand } from './phases.ts'

/** As many as a relay takes at once. */
const batch = 256

export async function makeLongRoom(options: {
  readonly vault: Vault
  readonly relay: RelayPort
  readonly entries: number
}): Promise<RoomId> {
  const { vault, relay, entries } = options
  const asked = {
    vault,
    relayAt: () => relay,
    live: false,
    stamp: 'bench',
    name: 'Mediator',
    address: relay.address,
  }
  const { session } = demand(await createIdentity(asked))
  await session.goOnline()
  await session.settle()
  const terms = { role: 'carry', disclosure: 'open' } as const
  const { process } = demand(await createProcess(session, { title: 'Talks', terms, parties: [] }))
  await session.settle()
  const logId = session.rooms(process).find(({ kind }) => kind === 'desk')?.id
  const kept = logId === undefined ? undefined : session.home()?.keyring[logId]
  if (logId === undefined || kept === undefined) throw new Error('no desk')
  const { device } = demand(await loadIdentity(demand(await Strongbox.unlock(vault, undefined))))
  const epochKey = demand(textToSecret(kept.key))
  const access = await createAccessKey(epochKey)
  const verifier = demand(textToVerifier(kept.relay.verifier))
  const readHead = async (note: string) =>
    demand(await openCheckpoint(note, { origin: logOrigin(verifier.name, logId), relay: verifier }))
  const { epoch } = kept
  let head = await readHead((await relay.read(logId, access, 0)).checkpoint)
  for (let written = 0; written < entries; written += batch) {
    const seen = head
    const lines = Array.from({ length: Math.min(batch, entries - written) }, (_, i) => written + i)
    const envelopes = await Promise.all(
      lines.map(async line => {
        const act = {
          kind: 'message.say',
          message: newId<MessageId>(),
          form: 'paper',
          binding: false,
          body: `Line ${line}. ${'The two sides took note of the point and will come back to it. '.repeat(4)}`,
        }
        const entry = { id: createEntryId(), logId, epoch, head: seen, time: Date.now(), act }
        const plaintext = await signEntry(device, entry)
        return sealEnvelope({ logId, epoch, epochKey, plaintext })
      }),
    )
    head = await readHead((await relay.append(logId, access, envelopes)).checkpoint)
  }
  await session.close()
  return logId
}
