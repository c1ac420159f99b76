import { createProcess, newId, openSession, readWhole, type Vault, writeEvidence } from '@goodoffices/client'
import type { MessageId, RoomId } from '@goodoffices/core'
import { isList, isRecord } from '@goodoffices/log'
import { beforeAll, describe, expect, it } from 'vitest'
import { Holdings } from '../src/session/holdings.ts'
import { copyVault } from './played.ts'
import { roomOf } from './talks.ts'
import { createWorld, type Person, value, type World } from './world.ts'

describe('a long room', () => {
  /** Long enough for a snapshot, and its words for one in several parts. */
  const linesCount = 501
  const body = `Two units each: ${'\u{1f54a}\u{1f54a} '.repeat(1_800)}`
  let world: World
  let mediator: Person
  let desk: RoomId
  /** The room as it was left. */
  let left: string

  const say = (text: string) => ({
    room: desk,
    act: {
      kind: 'message.say',
      message: newId<MessageId>(),
      form: 'paper',
      binding: false,
      body: text,
    } as const,
  })
  /** Which program wrote the snapshot. */
  const stamp = 'this program'
  const open = async (vault: Vault, options: { readonly stamp?: string } = { stamp }): Promise<Person> => ({
    ...mediator,
    session: value(await openSession({ vault, relayAt: world.relayAt, live: false, ...options })),
  })

  beforeAll(async () => {
    world = await createWorld()
    mediator = await world.member('Mediator', { stamp })
    const terms = { role: 'carry', disclosure: 'open' } as const
    const { process } = value(await createProcess(mediator.session, { title: 'Talks', terms, parties: [] }))
    await world.settle(mediator)
    desk = roomOf(mediator, process, 'desk').id
    value(await mediator.session.actAll(Array.from({ length: linesCount }, () => say(body))))
    await world.settle(mediator)
    left = JSON.stringify(mediator.session.room(desk))
  }, 180_000)

  it('SYNC-9 opens from a snapshot that is kept in several parts', async () => {
    const vault = await copyVault(mediator.vault)
    const kept = await vault.scan(`snapshot/${desk}/`)
    expect(kept.length).toBe(2)
    const [first, second] = kept
    if (first === undefined || second === undefined) throw new Error('no parts')
    const { session: again } = await open(vault)
    expect(again.entries(desk).length).toBe(0)
    expect(JSON.stringify(again.room(desk))).toBe(left)
    // A part that does not belong to the rest is of no use: then the whole is read.
    await vault.write(new Map([[first[0], second[1]]]))
    const { session: whole } = await open(vault)
    expect(whole.entries(desk).length).toBeGreaterThan(linesCount)
    expect(JSON.stringify(whole.room(desk))).toBe(left)
  })

  it('SYNC-9 does not open from a snapshot with a part of another, or without one of its parts', async () => {
    for (const change of ['another', 'gone'] as const) {
      const vault = await copyVault(mediator.vault)
      const [, part] = await vault.scan(`snapshot/${desk}/`)
      if (part === undefined) throw new Error('no parts')
      const [key, bytes] = part
      const { box } = (await open(await copyVault(mediator.vault))).session.engine
      const held = await box.open(key, bytes)
      if (held === undefined || !isList(held)) throw new Error('cannot be opened')
      const other = await box.seal(key, [newId<MessageId>(), ...held.slice(1)])
      await vault.write(new Map([[key, change === 'gone' ? null : other]]))
      const { session: whole } = await open(vault)
      expect(whole.entries(desk).length).toBeGreaterThan(linesCount)
      expect(JSON.stringify(whole.room(desk))).toBe(left)
    }
  })

  it('SYNC-9 reads a room again that another program has kept, or one that does not say which it is', async () => {
    const vault = await copyVault(mediator.vault)
    const { box } = (await open(await copyVault(mediator.vault))).session.engine
    const [head, longest] = [`snapshot/${desk}`, `snapshot/${desk}/000002`]
    const value = await box.open(head, await vault.read(head))
    if (value === undefined || !isRecord(value)) throw new Error('no snapshot')
    await vault.write(
      new Map([
        [head, await box.seal(head, { ...value, parts: 3 })],
        [longest, await box.seal(longest, 'a part of more than there is now')],
      ]),
    )
    for (const options of [{}, { stamp: 'another program' }]) {
      const { session: again } = await open(vault, options)
      expect(again.entries(desk).length).toBeGreaterThan(linesCount)
      expect(JSON.stringify(again.room(desk))).toBe(left)
      // The snapshot is kept after the room is there, and before the session has ended.
      await again.close()
    }
    // What that program kept is of use to it from then on, and nothing is left that it did not keep.
    expect((await vault.scan(`snapshot/${desk}/`)).length).toBe(2)
    const { session: kept } = await open(vault, { stamp: 'another program' })
    expect(kept.entries(desk).length).toBe(0)
  })

  it('SYNC-9 keeps no snapshot of a room that was let go of before it came to that', async () => {
    const vault = await copyVault(mediator.vault)
    const { session } = await open(vault, { stamp: 'a third program' })
    const { box, identity } = session.engine
    const line = session.home()?.keyring[desk]
    if (line === undefined) throw new Error('not on the keyring')
    const held = new Holdings({ box, device: identity.device, stamp: 'a third program', onDamaged: () => {} })
    await held.open(line)
    const log = held.room(desk)
    if (log === undefined) throw new Error('not held')
    expect(held.isSnapshotDue(log)).toBe(true)
    await held.forget(desk)
    await held.keepSnapshot(log)
    expect(await vault.scan(`snapshot/${desk}`)).toEqual([])
  })

  it('SYNC-9 opens from its snapshot in the state in which it was left, goes on, and can still be read whole', async () => {
    const again = await open(mediator.vault)
    expect(JSON.stringify(again.session.room(desk))).toBe(left)
    expect(again.session.entries(desk).length).toBe(0)
    const whole = (await readWhole(again.session, desk)).length
    expect(whole).toBeGreaterThan(linesCount)
    value(await again.session.actAll([say('and on')]))
    await world.settle(again)
    expect(Object.values(again.session.room(desk)?.messages ?? {}).length).toBe(linesCount + 1)
    expect((await readWhole(again.session, desk)).length).toBe(whole + 1)
    const evidence = await writeEvidence(again.session, desk, 10)
    expect(evidence).toContain('tlog-proof')
  })
})
