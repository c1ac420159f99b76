/** The cast of the simulation: two mediators and three parties, two of them with a second device, and how they come together. */

import {
  acceptJoining,
  answerInvitation,
  completeDevice,
  completeInvitation,
  createIdentity,
  createMemoryVault,
  createProcess,
  invitationOf,
  invite,
  linkDevice,
  offerDevice,
  type Vault,
} from '@goodoffices/client'
import type { PartyId, ProcessId, Role } from '@goodoffices/core'
import { createMemoryRelay, MemoryStore } from '@goodoffices/relay'
import { Random } from './random.ts'
import { address, type Net, Seat, value } from './seat.ts'

export type Stage = {
  readonly net: Net
  readonly seats: readonly Seat[]
  readonly process: ProcessId
  readonly restartRelay: () => Promise<void>
  readonly pass: (ms: number) => void
}

export async function setStage(random: Random): Promise<Stage> {
  let time = 1_800_000_000_000
  const now = () => time
  const store = new MemoryStore()
  const seed = new Uint8Array(32).fill(7)
  const start = () => createMemoryRelay({ store, seed, now })
  const net: Net = { relay: await start(), now, calm: true }
  const seatWith = (name: string, vault: Vault) => new Seat(name, vault, { random: random.fork(), net })

  const people = ['Lead', 'Second', 'North', 'South', 'East']
  const seats: Seat[] = []
  for (const name of people) {
    const seat = seatWith(name, createMemoryVault())
    const made = value(await createIdentity({ ...seat.options(), name, address }))
    seat.adopt(made.session)
    await meet(seat)
    seats.push(seat)
  }
  const [lead, second, north, south, east] = seats as [Seat, Seat, Seat, Seat, Seat]
  const begun = value(
    await createProcess(lead.session, {
      title: 'Talks',
      terms: { role: 'carry', disclosure: 'open' },
      parties: ['North', 'South', 'East'].map(name => ({
        name,
        kind: 'party',
        hidden: name === 'East',
        account: true,
      })),
    }),
  )
  const { process } = begun
  await lead.session.settle()
  await bringIn(lead, second, process, { role: 'mediator' })
  for (const [i, seat] of [north, south, east].entries())
    await bringIn(lead, seat, process, { role: 'head', party: begun.parties[i] as PartyId })
  for (const owner of [lead, north]) {
    const seat = seatWith(`${owner.name} on the road`, createMemoryVault())
    await addDevice(owner, seat)
    seats.push(seat)
  }
  await meet(...seats, ...seats)
  return {
    net,
    seats,
    process,
    pass: ms => {
      time += ms
    },
    restartRelay: async () => {
      await net.relay.stop()
      net.relay = await start()
    },
  }
}

export async function meet(...seats: readonly Seat[]): Promise<void> {
  for (const { session } of seats) {
    await session.settle()
    await session.goOnline()
    await session.settle()
  }
}

async function bringIn(
  inviter: Seat,
  guest: Seat,
  process: ProcessId,
  as: { readonly role: Role; readonly party?: PartyId },
): Promise<void> {
  const id = value(await invite(inviter.session, process, { name: guest.name, ...as }))
  await inviter.session.settle()
  const joining = value(await answerInvitation(guest.session, invitationOf(inviter.session, id)?.link ?? ''))
  await meet(guest, inviter, guest)
  value(await acceptJoining(guest.session, joining))
  await meet(guest, inviter)
  value(await completeInvitation(inviter.session, id))
  await meet(inviter, guest)
}

async function addDevice(owner: Seat, seat: Seat): Promise<void> {
  const offer = value(await offerDevice(owner.session))
  await owner.session.settle()
  const link = value(await linkDevice({ ...seat.options(), text: offer.link }))
  await meet(owner)
  value(await completeDevice(owner.session))
  value(await link.accept())
  await seat.open()
  await meet(owner, seat)
}
