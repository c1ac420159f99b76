/** A device is updated: what its older program could not read, and kept as bytes, comes to light. */

import { faultsOf, newId } from '@goodoffices/client'
import type { Act, ItemId } from '@goodoffices/core'
import { expect, it, vi } from 'vitest'
import { beginTalks, meet, reopen, roomOf, say } from './talks.ts'
import { value } from './world.ts'

/** Which program reads: one that has never heard of items, or this one. */
const program = { isOlder: false }

vi.mock('@goodoffices/core', async load => {
  const core = await load<typeof import('@goodoffices/core')>()
  const parseAct: typeof core.parseAct = raw => {
    const act = core.parseAct(raw)
    const isStrange = program.isOlder && act.ok && act.value.kind === 'item.put'
    return isStrange ? core.fail('act-unknown', { kind: 'item.put' }) : act
  }
  return { ...core, parseAct }
})

const paper = (body: string): Act => ({ ...say(body), form: 'paper' })

it('SYNC-9 shows after an update what a newer program wrote, on a device that had kept a snapshot without it', async () => {
  const { mediator, north, process, parties, world } = await beginTalks()
  const caucus = roomOf(mediator, process, 'caucus', parties.north).id
  const item = newId<ItemId>()
  const put: Act = {
    kind: 'item.put',
    item,
    register: 'matter',
    rev: 1,
    fields: { kind: 'figure', title: 'Flow of the spring', definition: 'litres a day' },
  }
  const acts = [put, ...Array.from({ length: 501 }, (_, line) => paper(`Line ${line}.`))]
  value(await mediator.session.actAll(acts.map(act => ({ room: caucus, act }))))
  await meet(mediator)

  program.isOlder = true
  const { relayAt } = world
  const before = await reopen(north, { relayAt, stamp: 'older' })
  await meet(before)
  const seen = roomOf(before, process, 'caucus')
  expect(Object.values(seen.messages)).toHaveLength(501)
  expect(Object.keys(seen.items)).toEqual([])
  expect(faultsOf(before.session, caucus).map(({ violation }) => violation.code)).toEqual(['act-unknown'])
  const snapshots = await north.vault.scan(`snapshot/${caucus}`)
  expect(snapshots.length).toBeGreaterThan(1)

  program.isOlder = false
  // By its own stamp it would have gone on from what the older one had kept.
  const unstamped = await reopen(before, { relayAt, stamp: 'older' })
  expect(Object.keys(roomOf(unstamped, process, 'caucus').items)).toEqual([])
  const after = await reopen(unstamped, { relayAt, stamp: 'newer' })
  const shown = roomOf(after, process, 'caucus')
  expect(Object.keys(shown.items)).toEqual([item])
  expect(faultsOf(after.session, caucus)).toEqual([])
  await meet(mediator, after)
  expect(roomOf(after, process, 'caucus')).toEqual(roomOf(mediator, process, 'caucus', parties.north))
})
