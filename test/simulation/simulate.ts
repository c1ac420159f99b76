/** Random people doing random things over a bad network, and what must hold when all are quiet again. */

import {
  admit,
  deliver,
  faultsOf,
  newId,
  openGroup,
  prepareConveyance,
  type Session,
  VaultError,
} from '@goodoffices/client'
import {
  type AskId,
  authorOf,
  type MessageId,
  type NoteId,
  type ReadBackId,
  type RoomId,
  type RoomState,
} from '@goodoffices/core'
import { expect } from 'vitest'
import { Random } from './random.ts'
import { ignoreVaultErrors, type Seat } from './seat.ts'
import { meet, type Stage, setStage } from './talks.ts'

type Said = { readonly by: Seat; readonly room: RoomId; readonly body: string; readonly kept: boolean }

/** What may be refused where several change the same thing at once; everything else is a fault of ours. */
const provoked: ReadonlySet<string> = new Set([
  'not-in-room',
  'no-longer-a-member',
  'already-a-member',
  'ask-answered',
  'already-answered',
  'readback-settled',
])

export async function simulate(seed: number, steps: number): Promise<void> {
  const random = new Random(seed)
  const stage = await setStage(random.fork())
  const said: Said[] = []
  stage.net.calm = false
  for (let i = 0; i < steps; i += 1) {
    stage.pass(random.below(60_000))
    if (random.chance(0.03)) await stage.restartRelay()
    const acting = new Set([random.pick(stage.seats), random.pick(stage.seats)])
    await Promise.all(
      [...acting].map(async seat => {
        if (seat !== undefined)
          await live(seat, { stage, random: random.fork(), said, label: `${seed}.${i}` })
      }),
    )
  }
  await calmDown(stage)
  checkConverged(stage, said)
  await checkReopened(stage)
  for (const { session } of stage.seats) await session.close()
  await stage.net.relay.stop()
}

type Scene = { readonly stage: Stage; readonly random: Random; readonly said: Said[]; readonly label: string }

/** One step in the life of a device. */
async function live(seat: Seat, scene: Scene): Promise<void> {
  const { random } = scene
  if (seat.isDead) await seat.open()
  if (random.chance(0.15)) seat.isOnline = !seat.isOnline
  if (random.chance(0.1)) seat.kill(1 + random.below(8))
  try {
    const times = 1 + random.below(3)
    for (let i = 0; i < times; i += 1) await act(seat, { ...scene, label: `${scene.label}.${i}` })
    if (random.chance(0.6)) await seat.session.settle()
    if (random.chance(0.6)) await seat.session.goOnline()
  } catch (error) {
    if (!(error instanceof VaultError) || !seat.isDead) throw error
  }
}

async function act(seat: Seat, scene: Scene): Promise<void> {
  const { stage, random } = scene
  const { session } = seat
  const rooms = session.rooms(stage.process)
  const desk = rooms.find(room => room.kind === 'desk')
  const room = random.pick(rooms.filter(each => authorOf(each, session.me.device).ok))
  if (room === undefined) return
  const luck = random.next()
  if (luck < 0.5) return speak(seat, room, scene)
  if (desk !== undefined && luck < 0.6) return arrange(session, scene, desk)
  if (desk !== undefined && luck < 0.75) return carry(session, scene, rooms)
  if (luck < 0.9) return answer(session, room, random)
  const home = session.home()
  if (home !== undefined)
    await session.act(home.id, { kind: 'note.write', note: newId<NoteId>(), body: scene.label })
}

async function speak(seat: Seat, room: RoomState, { random, said, label }: Scene): Promise<void> {
  if (room.kind === 'desk') return
  const body = `${label} ${seat.name}`
  const message = newId<MessageId>()
  const words = {
    kind: 'message.say',
    message,
    form: 'oral-message',
    binding: random.chance(0.5),
    body,
  } as const
  if (!seat.session.checkAct(room.id, words).ok) return
  const line = { by: seat, room: room.id, body }
  try {
    const done = await seat.session.act(room.id, words)
    if (done.ok) said.push({ ...line, kept: true })
  } catch (error) {
    ignoreVaultErrors(error)
    // Killed before it was told that the words are kept: they may be or not.
    said.push({ ...line, kept: false })
    throw error
  }
}

/** A group of some, somebody out of one, or somebody into one. */
async function arrange(session: Session, { stage, random }: Scene, desk: RoomState): Promise<void> {
  const hidden = new Set(Object.values(desk.parties).flatMap(card => (card.hidden ? [card.party] : [])))
  const known = session
    .rooms(stage.process)
    .flatMap(room => Object.values(room.members))
    .filter(member => member.party !== undefined && !hidden.has(member.party))
  const members = [...new Set(known.map(member => member.member))]
  const groups = session.rooms(stage.process).filter(room => room.kind === 'group')
  const group = random.pick(groups)
  const member = random.pick(members)
  if (groups.length < 3 && random.chance(0.5)) {
    await openGroup(session, stage.process, {
      title: 'Group',
      members: members.filter(() => random.chance(0.6)),
    })
  } else if (group !== undefined && member !== undefined) {
    const seat = group.members[member]
    if (seat === undefined || seat.left !== undefined) await admit(session, group.id, [member])
    else await session.act(group.id, { kind: 'member.remove', member })
  }
}

/** Something said in one caucus goes to another, where it may. */
async function carry(
  session: Session,
  { stage, random, label }: Scene,
  rooms: readonly RoomState[],
): Promise<void> {
  const caucuses = rooms.filter(room => room.kind === 'caucus')
  const source = random.pick(caucuses)
  const to = random.pick(caucuses)
  const message = random.pick(Object.values(source?.messages ?? {}))
  if (source === undefined || to === undefined || to.id === source.id || message === undefined) return
  if (random.chance(0.2)) {
    const ask = newId<AskId>()
    await session.act(source.id, {
      kind: 'release.ask',
      ask,
      passage: { message: message.message },
      marking: 'attributed',
    })
    return
  }
  const plan = {
    origin: { kind: 'passage', room: source.id, passage: { message: message.message } },
    to: to.id,
    as: 'unattributed',
    form: 'oral-message',
    binding: false,
    wording: `Carried ${label}`,
    timing: { kind: 'now' },
    tell: 'words',
  } as const
  const prepared = await prepareConveyance(session, stage.process, plan)
  if (prepared.ok) await deliver(session, stage.process, prepared.value)
}

/** Answers what waits: a release asked for, a delivery not read back. */
async function answer(session: Session, room: RoomState, random: Random): Promise<void> {
  const ask = random.pick(Object.values(room.asks))
  const delivery = random.pick(Object.values(room.deliveries))
  if (ask !== undefined && random.chance(0.5)) {
    const given = { kind: 'release.give', ask: ask.ask, marking: 'unattributed' } as const
    if (session.checkAct(room.id, given).ok) await session.act(room.id, given)
  } else if (delivery !== undefined) {
    const readback = newId<ReadBackId>()
    const given = {
      kind: 'readback.give',
      readback,
      delivery: delivery.delivery,
      body: 'We understood.',
    } as const
    if (session.checkAct(room.id, given).ok) await session.act(room.id, given)
  }
}

/** The network heals, everybody starts anew, and reads and sends until nothing moves any more. */
async function calmDown(stage: Stage): Promise<void> {
  stage.net.calm = true
  for (const seat of stage.seats) {
    seat.isOnline = true
    await seat.open()
  }
  for (let round = 0; round < 5; round += 1) await meet(...stage.seats)
}

const presentIn = (stage: Stage, id: RoomId): readonly Seat[] =>
  stage.seats.filter(({ session }) => {
    const room = session.room(id)
    return room !== undefined && authorOf(room, session.me.device).ok
  })

function checkConverged(stage: Stage, said: readonly Said[]): void {
  const ids = new Set(stage.seats.flatMap(({ session }) => session.rooms(stage.process).map(room => room.id)))
  for (const id of ids) {
    const states = presentIn(stage, id).map(({ session }) => JSON.stringify(session.room(id)))
    expect(new Set(states).size, `views of ${id}`).toBeLessThanOrEqual(1)
  }
  for (const { name, session } of stage.seats) {
    expect(session.status().waiting, `${name} has sent all`).toBe(0)
    const codes = session.status().troubles.map(({ code }) => code)
    expect(
      codes.filter(code => !provoked.has(code)),
      `${name} is told of nothing`,
    ).toEqual([])
    for (const room of session.rooms(stage.process)) {
      expect(faultsOf(session, room.id), `${name} found no faults in a ${room.kind}`).toEqual([])
      const rejected = room.rejected.map(({ violation }) => violation.code)
      expect(
        rejected.filter(code => !provoked.has(code)),
        `${name} rejected nothing in a ${room.kind}`,
      ).toEqual([])
    }
  }
  for (const line of said) checkSaid(stage, line)
}

/** Once where it was kept, at most once where it was not; and set aside only for somebody who was taken out meanwhile. */
function checkSaid(stage: Stage, { by, room, body, kept }: Said): void {
  const [reader] = presentIn(stage, room)
  if (reader === undefined) return
  const count = Object.values(reader.session.room(room)?.messages ?? {}).filter(
    message => message.body === body,
  ).length
  expect(count, `“${body}” is there once at most`).toBeLessThanOrEqual(1)
  const wasRefused = by.session
    .status()
    .troubles.some(trouble => trouble.room === room && provoked.has(trouble.code))
  if (kept && !wasRefused) expect(count, `“${body}” was not lost`).toBe(1)
}

/** Read again from what the disks hold, everything is as it was. */
async function checkReopened(stage: Stage): Promise<void> {
  for (const seat of stage.seats) {
    const before = seat.session.rooms(stage.process).map(room => JSON.stringify(room))
    await seat.open()
    expect(seat.session.rooms(stage.process).map(room => JSON.stringify(room))).toEqual(before)
  }
}
