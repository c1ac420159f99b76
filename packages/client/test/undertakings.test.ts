/** Undertakings across rooms: a letter to one that no other has, copies of one text, words in five languages, proofs, and until when. */

import { createHash } from 'node:crypto'
import {
  addParty,
  deliver,
  documentToText,
  fingerprintOf,
  forceOf,
  leaksInAct,
  newId,
  prepareConveyance,
  reachedIn,
  roomsToDocument,
  sayCounts,
  sayForce,
  sayOwed,
  separateCopies,
  stepsIn,
  thingSheet,
  undertakingsFor,
  verifyEvidence,
  writeEvidence,
  writingOf,
} from '@goodoffices/client'
import { languages, loadVocabulary } from '@goodoffices/client/words'
import {
  type Act,
  countUndertakings,
  type ItemFields,
  type ItemId,
  type PartyId,
  type RegisterItem,
  type RoomState,
  standingOf,
  type Undertaking,
} from '@goodoffices/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { differencesOf, does, type House, live, meetApart, step } from './other-room.ts'
import { beginTalks, bringIn, meet, roomOf, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const dayMs = 86_400_000
const began = Date.parse('2026-10-01T09:00:00Z')
let clock = began
let talks: Talks
let host: Person
let third: PartyId
beforeEach(async () => {
  clock = began
  talks = await beginTalks(() => clock)
  const { mediator, process, world } = talks
  host = await world.member('Host')
  const card = { name: 'The host', kind: 'third', thirdRole: 'host', hidden: false, account: true } as const
  third = value(await addParty(mediator.session, process, card))
  await bringIn(mediator, process, host, { role: 'host', party: third })
})

const english = await loadVocabulary('en')
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '')
const codeOf = (done: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  done.ok ? 'ok' : done.error?.code
const all = () => meet(talks.north, talks.south, host, talks.mediator, talks.north, talks.south, host)
const tableOf = (person: Person) => roomOf(person, talks.process, 'table')
const caucusOf = (person: Person, party?: PartyId) => roomOf(person, talks.process, 'caucus', party)

const text = 'No soldier is near the weir while it is measured.'
const fieldsOf = (party: PartyId, more: object = {}): ItemFields => ({
  title: 'Soldiers',
  party,
  undertakenBy: 'The host',
  addressedTo: { kind: 'to-all' },
  exactWords: [{ language: 'en', body: text }],
  form: 'letter',
  tie: { kind: 'third-party' },
  revocable: { kind: 'not-said' },
  ...more,
})
const marking = (item: ItemId, verb: string, more: object = {}): Act => ({
  kind: 'item.mark',
  item,
  rev: 1,
  verb,
  ...more,
})
const thingIn = (room: RoomState, item: ItemId): RegisterItem => {
  const thing = room.items[item]
  if (thing === undefined) throw new Error('not there')
  return thing
}
const undertakingIn = (room: RoomState, item: ItemId) => thingIn(room, item) as unknown as Undertaking

/** Given in its maker's caucus. */
async function give(person: Person, fields: ItemFields, register = 'undertaking'): Promise<ItemId> {
  const item = newId<ItemId>()
  const { id } = caucusOf(person)
  const given = register === 'undertaking' ? 'undertaking-given' : 'step-announced'
  value(await person.session.act(id, { kind: 'item.put', item, register, rev: 1, fields }))
  value(await person.session.act(id, marking(item, given)))
  await all()
  return item
}

/** All of it released by whoever gave it, and carried as it stands. */
async function carry(maker: Person, item: ItemId, to: RoomState, fields?: ItemFields) {
  const { mediator, process } = talks
  const source = caucusOf(mediator, standingOf(undertakingIn(caucusOf(maker), item)).fields.party)
  const known = standingOf(thingIn(source, item)).fields
  const passage = { item, rev: 1, fields: Object.keys(known) }
  const ask = newId<never>()
  value(await mediator.session.act(source.id, { kind: 'release.ask', ask, passage, marking: 'verbatim' }))
  await all()
  value(await maker.session.act(source.id, { kind: 'release.give', ask, marking: 'verbatim' }))
  await all()
  const prepared = await prepareConveyance(mediator.session, process, {
    origin: { kind: 'item', room: source.id, ...passage },
    to: to.id,
    as: 'verbatim',
    form: 'note-verbale',
    binding: false,
    wording: 'As it was given to us.',
    thing: { register: 'undertaking', fields: fields ?? known },
    timing: { kind: 'now' },
    tell: 'that',
  })
  if (!prepared.ok) return prepared
  value(await deliver(mediator.session, process, prepared.value))
  await all()
  return prepared
}

/** The north has a letter of the south, and relies on it; or has none. */
const withLetter = (isGiven: boolean) =>
  live(async ({ process, parties, people }: House) => {
    const { mediator, north } = people
    const caucus = roomOf(mediator, process, 'caucus', parties.north)
    const fields = fieldsOf(parties.south, {
      addressedTo: { kind: 'to-parties', toParties: [parties.north], named: 'The north' },
    })
    if (!isGiven) return
    const thing = { register: 'undertaking', fields }
    await does(mediator, caucus, {
      kind: 'delivery.make',
      delivery: newId<never>(),
      form: 'note-verbale',
      binding: false,
      body: 'A letter.',
      from: 'The host',
      verbatim: true,
      thing,
    })
    await meetApart(mediator, north)
    const item = Object.values(roomOf(north, process, 'caucus').items)[0]?.item
    if (item === undefined) throw new Error('not delivered')
    await step('it relies on it', async () =>
      value(await north.session.act(caucus.id, marking(item, 'relied-on'))),
    )
  })

describe('what is carried, and what is not', () => {
  it('UNDT-2 a mediator carries and publishes it as it was given, and puts nothing else in its name', async () => {
    const { mediator, north, parties } = talks
    const fields = fieldsOf(third)
    const item = await give(host, fields)
    const said = (fields: ItemFields) => {
      const [room, by] = [tableOf(mediator), mediator.session.me.member]
      const act: Act = { kind: 'item.put', item: newId<ItemId>(), register: 'undertaking', rev: 1, fields }
      const rooms = () => mediator.session.rooms(talks.process)
      return mediator.session.act(room.id, act, leaksInAct({ act, room, by, rooms }))
    }
    const reworded = fieldsOf(third, { exactWords: [{ language: 'en', body: text.slice(0, -1) }] })
    expect(codeOf(await said(reworded))).toBe('not-as-given')
    expect(codeOf(await carry(host, item, caucusOf(mediator, parties.north), reworded))).toBe('not-as-given')
    expect(codeOf(await carry(host, item, caucusOf(mediator, parties.north)))).toBe('ok')
    const [received] = undertakingsFor(north.session.rooms(talks.process), parties.north).received
    expect(received && standingOf(received.thing).fields).toEqual(fields)
    expect(codeOf(await said(fields))).toBe('ok')
    // Its maker was told; nobody waits to be.
    const inCaucus = caucusOf(host)
    expect(thingSheet(writingOf(inCaucus, english, {}), thingIn(inCaucus, item)).standing).toContain(
      'given and told',
    )
  })

  it('UNDT-1 law: whether or not one has a letter, all that another has is the same, byte for byte', async () => {
    const [one, other] = [await withLetter(true), await withLetter(false)]
    for (const seat of ['south', 'host'] as const) expect(differencesOf(one[seat], other[seat])).toEqual([])
    expect(differencesOf(one.north, other.north)).toContain('copy')
  })

  it('UNDT-3 UNDT-9 a one-sided step is counted and copied apart from what was agreed; of it nothing is owed', async () => {
    const { mediator, parties, process } = talks
    const tied = { undertakenBy: 'North', tie: { kind: 'bargained', clause: 'Article 4' } }
    const bargained = await give(talks.north, fieldsOf(parties.north, tied))
    const alone = await give(host, fieldsOf(third))
    const move = await give(
      talks.north,
      {
        title: 'The sluice',
        party: parties.north,
        undertakenBy: 'North',
        exactWords: [{ language: 'en', body: 'We open it by a hand.' }],
        invites: 'The same below.',
      },
      'unilateral-step',
    )
    const rooms = mediator.session.rooms(process)
    expect(stepsIn(rooms).map(({ thing }) => thing.item)).toEqual([move])
    const w = writingOf(caucusOf(mediator, parties.north), english, {})
    const owedOf = (room: RoomState, item: ItemId) => sayOwed(w, undertakingIn(room, item))
    expect(owedOf(caucusOf(mediator, parties.north), bargained)).toBeUndefined()
    expect(owedOf(caucusOf(mediator, third), alone)).toBe('Nothing is owed for this.')
    const [north] = countUndertakings(rooms, [parties.north])
    expect(north && sayCounts(w, north).map(({ count }) => count)).toEqual([0, 0, 1, 1])
    const copy = documentToText(
      await roomsToDocument([{ room: caucusOf(mediator, parties.north) }], { language: 'en' }),
    )
    const [, ofStep = ''] = copy.split('One-sided step')
    expect(ofStep).toContain('We open it by a hand.')
    for (const word of ['Article 4', 'Kept', 'what was agreed'])
      expect(ofStep.split('Undertaking')[0]).not.toContain(word)
  })
})

describe('until when, and what was not said', () => {
  it('UNDT-4 after notice it is in force until the last day, and a day later no longer; past its own last day it has lapsed', async () => {
    const item = await give(host, fieldsOf(third, { revocable: { kind: 'with-notice', noticeDays: 30 } }))
    const placed = () => ({ room: caucusOf(host), thing: undertakingIn(caucusOf(host), item) })
    const w = () => writingOf(caucusOf(host), english, {})
    expect(forceOf(placed(), began)).toEqual({ kind: 'in-force' })
    expect(sayForce(w(), placed(), began)).toEqual([])
    value(await host.session.act(caucusOf(host).id, marking(item, 'undertaking-revoked')))
    await all()
    const last = { kind: 'notice-runs', day: '2026-10-31' }
    expect(forceOf(placed(), began + 30 * dayMs)).toEqual(last)
    expect(sayForce(w(), placed(), began).map(plain)).toEqual([
      'In force until 31 October 2026: notice was given.',
    ])
    expect(forceOf(placed(), began + 31 * dayMs)).toEqual({ ...last, kind: 'ended' })
    const short = await give(host, fieldsOf(third, { lapsesOn: { kind: 'on', day: '2026-10-05' } }))
    const other = { room: caucusOf(host), thing: undertakingIn(caucusOf(host), short) }
    expect(forceOf(other, Date.parse('2026-10-05T23:00Z'))).toEqual({ kind: 'in-force' })
    expect(forceOf(other, Date.parse('2026-10-06T00:00Z'))).toEqual({ kind: 'lapsed', day: '2026-10-05' })
  })

  it('UNDT-5 what was not said is shown as not said, in five languages, and as neither yes nor no', async () => {
    const item = await give(host, fieldsOf(third))
    const shown = await Promise.all(
      languages.map(async language => {
        const vocabulary = await loadVocabulary(language)
        const w = writingOf(caucusOf(host), vocabulary, {})
        const { wordings } = thingSheet(w, thingIn(caucusOf(host), item))
        const line = wordings[0]?.lines.find(({ name }) => name.startsWith('revocable'))
        const { choices } = vocabulary
        for (const other of ['can-be-revoked', 'cannot-be-revoked'] as const)
          expect(line?.text).not.toContain(choices[`kind.${other}`])
        expect(line?.text).toContain(choices['kind.not-said'])
        return choices['kind.not-said']
      }),
    )
    expect(new Set(shown).size).toBe(5)
  })
})

describe('copies and proofs', () => {
  it('UNDT-7 who gave it is proved offline, by the entry in which it was said', async () => {
    const { world } = talks
    const item = await give(host, fieldsOf(third))
    const { id, items } = caucusOf(host)
    const given = items[item]?.marks[0]
    const proof = await writeEvidence(host.session, id, given?.position ?? -1)
    const shown = value(await verifyEvidence(proof ?? '', { relay: world.relay.vkey }))
    expect(shown.act).toEqual(marking(item, 'undertaking-given'))
  })

  it('UNDT-8 two letters of one text, each given by one side, are attested as copies of it; of another text they are none', async () => {
    const { mediator, north, south, parties, process } = talks
    const letter = (party: PartyId, to: PartyId, body = text) =>
      fieldsOf(party, {
        addressedTo: { kind: 'to-parties', toParties: [to], named: 'The other side' },
        exactWords: [{ language: 'en', body }],
        undertakenBy: 'One side',
      })
    const one = await give(north, letter(parties.north, parties.south))
    const attest = () =>
      mediator.session.act(caucusOf(mediator, parties.north).id, marking(one, 'copy-attested'))
    expect(codeOf(await attest())).toBe('copy-not-found')
    const other = await give(south, letter(parties.south, parties.north, `${text} `))
    expect(codeOf(await attest())).toBe('copy-not-found')
    expect(await separateCopies(mediator.session.rooms(process))).toEqual([])
    const same = await give(south, letter(parties.south, parties.north))
    expect(codeOf(await attest())).toBe('ok')
    await all()
    const [copies, ...more] = await separateCopies(mediator.session.rooms(process))
    expect(more).toEqual([])
    expect(copies?.copies.map(({ thing }) => thing.item)).toEqual([one, same])
    expect(copies?.hash).toBe(createHash('sha256').update(text).digest('hex'))
    expect(await fingerprintOf(undertakingIn(caucusOf(south), other))).not.toBe(copies?.hash)
    // One side holds its own alone, and no other's.
    expect(await separateCopies(north.session.rooms(process))).toEqual([])
    const placed = { room: caucusOf(mediator, parties.north), thing: undertakingIn(caucusOf(north), one) }
    expect(reachedIn(mediator.session.rooms(process), placed, parties.south)).toBeUndefined()
  })
})
