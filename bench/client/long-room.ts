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

/** What is said: words drawn at random, common ones more often, since a sentence that is said over and over can be kept in no space at all. */
function createSpeaker(): (line: number) => string {
  const letters = 'eeeeeeettttaaaaooooiiiinnnnsssshhhrrrdddlluucmfwypvbgkjqxz'
  let state = 1
  // Numerical Recipes' congruential generator: the same words in every run.
  const below = (max: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * max)
  }
  const word = (): string =>
    Array.from({ length: 2 + below(9) }, () => letters[below(letters.length)]).join('')
  const words = Array.from({ length: 3_000 }, word)
  const draw = (): string => words[Math.min(below(3_000), below(3_000), below(3_000))] ?? ''
  return line => `Line ${line}. ${Array.from({ length: 42 }, draw).join(' ')}.`
}

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
  const say = createSpeaker()
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
          body: say(line),
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
