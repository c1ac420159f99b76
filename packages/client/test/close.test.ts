/** Approval and close across rooms: signatures placed together, whose key made them, corrections, and what is missing at home. */

import {
  beyondMandate,
  beyondSteps,
  closingOf,
  codeOfInstrument,
  codeOfTexts,
  completeFields,
  ladderLines,
  newId,
  openDelegation,
  plansOfInstrument,
  plansOfSignings,
  proofsOfSignings,
  sayMajority,
  sayMandateFinding,
  sendTogether,
  signingAct,
  verifyEvidence,
  verifyPack,
  waitingToBePlaced,
  writePack,
  writingOf,
} from '@goodoffices/client'
import { type Language, loadVocabulary } from '@goodoffices/client/words'
import {
  type Ballot,
  type Done,
  type Instrument,
  type ItemFields,
  type ItemId,
  instrumentIn,
  instrumentsIn,
  ladderOf,
  type PartyId,
  pollOutcome,
  type RoomState,
  signingsOn,
} from '@goodoffices/core'
import { bytesToBase64url, createDevice, digestPack, Secret, signAdherence, utf8 } from '@goodoffices/log'
import { beforeEach, describe, expect, it } from 'vitest'
import { manifestOf } from '../src/areas/close/pack.ts'
import { beginTalks, meet, roomOf, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const english = await loadVocabulary('en')
let talks: Talks
beforeEach(async () => {
  talks = await beginTalks(() => 1_790_000_000_000)
})

const tableOf = (person: Person): RoomState => roomOf(person, talks.process, 'table')
const caucusOf = (person: Person, party?: PartyId): RoomState => {
  const found = person.session
    .rooms(talks.process)
    .find(room => room.kind === 'caucus' && (party === undefined || room.party?.party === party))
  if (found === undefined) throw new Error('no caucus')
  return found
}
const all = () => meet(talks.mediator, talks.north, talks.south, talks.mediator)
const codeOf = (done: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  done.ok ? 'ok' : done.error?.code
const plain = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '')

const terms = (more: object = {}): ItemFields => ({
  title: 'Terms for the spring',
  instrumentIs: 'agreement',
  textIn: [{ kind: 'text', language: 'en', body: 'Each takes half of the water.' }],
  boundParties: [talks.parties.north, talks.parties.south],
  boundBy: 'signature',
  inForceUpon: 'signature',
  inForceFor: 'all',
  ...more,
})

type At = { readonly item: ItemId; readonly rev?: number }
async function put(person: Person, room: RoomState, fields: ItemFields, { item, rev = 1 }: At) {
  const act = { kind: 'item.put', item, register: 'instrument', rev, fields } as const
  const done = await person.session.act(room.id, act)
  await all()
  return done
}

/** The same words before each side and at the table, in one step. */
async function lay(more: object = {}) {
  const { mediator, north, south, process } = talks
  const desk = roomOf(mediator, process, 'desk')
  const item = newId<ItemId>()
  value(await put(mediator, desk, completeFields(desk, 'instrument', terms(more)), { item }))
  value(
    await sendTogether(mediator.session, process, value(plansOfInstrument(mediator.session, process, item))),
  )
  await all()
  const [inNorth, inSouth, atTable] = [caucusOf(north), caucusOf(south), tableOf(mediator)].map(room =>
    instrumentsIn(room).at(-1),
  )
  if (inNorth === undefined || inSouth === undefined || atTable === undefined) throw new Error('not laid')
  return { north: inNorth.item, south: inSouth.item, table: atTable.item }
}

async function sign(person: Person, item: ItemId, done: Done, more: object = {}) {
  const caucus = caucusOf(person)
  const act = value(
    await signingAct(person.session, caucus.id, { instrument: item, done, signedBy: 'The council', ...more }),
  )
  const given = await person.session.act(caucus.id, act)
  await all()
  return { act, given }
}
const atTable = (person: Person, item: ItemId): Instrument => {
  const found = instrumentIn(tableOf(person), item)
  if (found === undefined) throw new Error('not there')
  return found
}
const place = async (item: ItemId, done: Done) => {
  const { mediator, process } = talks
  const plans = plansOfSignings(mediator.session, process, { instrument: atTable(mediator, item), done })
  if (!plans.ok) return plans
  const placed = await sendTogether(mediator.session, process, plans.value)
  await all()
  return placed
}

describe('signatures', () => {
  it('CLOS-13 DISC-14 are placed together to the letter, seen by nobody before all are there, and checked by every device', async () => {
    const { mediator, north, south, parties } = talks
    const items = await lay()
    value(
      (await sign(north, items.north, 'signed-ad-referendum', { subjectTo: 'Subject to approval' })).given,
    )
    expect(codeOf(await place(items.table, 'signed-ad-referendum'))).toBe('signings-missing')
    for (const person of [north, south])
      expect(signingsOn(atTable(person, items.table), tableOf(person))).toEqual([])
    value((await sign(south, items.south, 'signed-ad-referendum')).given)
    value(await place(items.table, 'signed-ad-referendum'))
    for (const person of [mediator, north, south]) {
      const table = tableOf(person)
      const instrument = atTable(person, items.table)
      expect(ladderOf(instrument, table, parties.north).rung).toBe('signed-ad-referendum')
      const proofs = await proofsOfSignings(person.session, table, instrument)
      expect([...proofs.values()]).toEqual(['signed', 'signed'])
    }
    // In one step: both stand one after the other.
    const [first, second] = signingsOn(atTable(south, items.table), tableOf(south)).map(
      ({ revisions: [put] }) => put?.position ?? 0,
    )
    expect((second ?? 0) - (first ?? 0)).toBe(1)
    expect(codeOf(await place(items.table, 'signed-ad-referendum'))).toBe('nothing-to-place')
    // What one does at home afterwards waits for nobody.
    value((await sign(north, items.north, 'confirmed')).given)
    value(await place(items.table, 'confirmed'))
    const w = writingOf(tableOf(south), english, {})
    const [line] = ladderLines(w, atTable(south, items.table))
    expect([line?.rung, line?.signed.map(plain).join()]).toEqual([
      'signed',
      expect.stringContaining('Subject to approval'),
    ])
  })

  it('CLOS-13 no signature is placed by itself while another’s is neither there nor placed with it; one in full beside one ad referendum is', async () => {
    const { mediator, north, south, parties, process } = talks
    const items = await lay()
    const { act } = await sign(north, items.north, 'signed')
    value((await sign(south, items.south, 'signed-ad-referendum')).given)
    const instrument = atTable(mediator, items.table)
    const plans = value(plansOfSignings(mediator.session, process, { instrument, done: 'signed' }))
    expect(plans).toHaveLength(2)
    // A program that prepares one of them alone, or puts it past the desk, is stopped by the device.
    for (const plan of plans)
      expect(codeOf(await sendTogether(mediator.session, process, [plan]))).toBe('signings-missing')
    const fields = { ...act.fields, instrument: items.table }
    const alone = { ...act, item: newId<ItemId>(), fields }
    expect(codeOf(await mediator.session.act(tableOf(mediator).id, alone))).toBe('signings-missing')
    await all()
    for (const person of [mediator, north, south])
      expect(signingsOn(atTable(person, items.table), tableOf(person))).toEqual([])
    expect(
      waitingToBePlaced(mediator.session, process, instrument).map(({ done, missing }) => [done, missing]),
    ).toEqual([['signed', []]])
    value(await place(items.table, 'signed'))
    const rungs = [parties.north, parties.south].map(
      party => ladderOf(atTable(south, items.table), tableOf(south), party).rung,
    )
    expect(rungs).toEqual(['signed', 'signed-ad-referendum'])
    expect(waitingToBePlaced(mediator.session, process, atTable(mediator, items.table))).toEqual([])
  })

  it('CLOS-13 what a mediator places is what the party has given, and no device takes another’s word for a key', async () => {
    const { mediator, north, south, parties } = talks
    const items = await lay()
    const { act } = await sign(north, items.north, 'signed')
    const other = { ...act.fields, instrument: items.table, signedBy: 'Somebody else' }
    const forged = (fields: ItemFields) =>
      mediator.session.act(tableOf(mediator).id, { ...act, item: newId<ItemId>(), fields })
    expect(codeOf(await forged({ ...other, proof: 'B'.repeat(86) }))).toBe('signing-not-theirs')
    // A program that asks nothing places it all the same: every other device finds that it is by no key of that party.
    const here = tableOf(mediator)
    const proofOf = async (fields: object) => {
      const forged = {
        item: 'forged',
        register: 'signing',
        marks: [],
        revisions: [{ fields, position: 99, time: 1 }],
      }
      const there = { ...here, items: { ...here.items, forged } } as unknown as RoomState
      return (await proofsOfSignings(south.session, there, atTable(south, items.table))).get('forged')
    }
    expect(await proofOf(other)).toBe('none')
    // Nor is one by the mediator's own device in the name of the party.
    const draft = { instrument: items.north, done: 'signed', signedBy: 'The council' } as const
    const caucus = caucusOf(mediator, parties.north).id
    const own = value(await signingAct(mediator.session, caucus, draft))
    expect(await proofOf({ ...own.fields, instrument: items.table })).toBe('none')
    expect(await proofOf({ ...act.fields, instrument: items.table })).toBe('signed')
    const turned = { ...other, signedBy: 'The council', party: parties.south }
    expect(codeOf(await forged(turned))).toBe('signing-not-theirs')
  })

  it('CLOS-6 a device enters and signs no words whose digest is another', async () => {
    const { mediator, north, parties } = talks
    const caucus = caucusOf(mediator, parties.north)
    const fields = completeFields(caucus, 'instrument', terms())
    const item = newId<ItemId>()
    expect(codeOf(await put(mediator, caucus, { ...fields, digest: 'x'.repeat(43) }, { item }))).toBe(
      'text-differs',
    )
    for (const other of [
      { title: 'Terms' },
      { textIn: [{ kind: 'text', language: 'en', body: 'Each takes a third.' }] },
      { boundParties: [parties.north] },
      { inForceFor: 'each' },
      { boundBy: 'ratification' },
      { provisional: true },
    ])
      expect(codeOf(await put(mediator, caucus, { ...fields, ...other }, { item }))).toBe('text-differs')
    const items = await lay()
    // Whoever reads other words than those that the digest is of signs nothing.
    const room = caucusOf(north)
    const thing = room.items[items.north]
    const stood = thing?.revisions[0] as unknown as { fields: { title: string } }
    stood.fields = { ...stood.fields, title: 'Other terms' }
    const draft = { instrument: items.north, done: 'signed', signedBy: 'The council' } as const
    expect(codeOf(await signingAct(north.session, room.id, draft))).toBe('text-differs')
  })

  it('CLOS-11 other words stand once they were signed only where all have said yes to them', async () => {
    const { mediator, north, south } = talks
    const items = await lay()
    value((await sign(north, items.north, 'signed')).given)
    value((await sign(south, items.south, 'signed')).given)
    value(await place(items.table, 'signed'))
    const table = tableOf(mediator)
    const { digest } = atTable(mediator, items.table).revisions[0]?.fields ?? {}
    const corrected = completeFields(table, 'instrument', {
      ...terms({ textIn: [{ kind: 'text', language: 'en', body: 'Each takes one half of the water.' }] }),
      formerly: [digest ?? ''],
      agreedIn: 'AAAA',
    })
    expect(codeOf(await put(mediator, table, corrected, { item: items.table, rev: 2 }))).toBe(
      'correction-not-assented',
    )
  })

  it('CLOS-15 the same words give the same six words and twenty digits in every language, and others give others', async () => {
    const { mediator, north } = talks
    const items = await lay()
    const instrument = atTable(mediator, items.table)
    const one = await codeOfInstrument(instrument, 'en')
    const other = await codeOfInstrument(instrumentIn(caucusOf(north), items.north) ?? instrument, 'fa')
    expect([one.words?.length, other.words]).toEqual([6, undefined])
    expect(one.digits).toBe(other.digits)
    expect(one.digits).toMatch(/^(\d{4} ){4}\d{4}$/)
    expect((await codeOfTexts('draft', ['Each takes a third.'], 'es')).digits).not.toBe(one.digits)
  })
})

describe('at home', () => {
  it('CLOS-2 whoever signs before it is approved is told so, and that is noted for the principal', async () => {
    const { north, south, mediator, process } = talks
    const items = await lay()
    const home = value(await openDelegation(north.session, process))
    const approval = newId<ItemId>()
    const fields = { approver: 'The council', inOrder: 1, approvalIs: 'consent', neededBefore: 'signed' }
    value(
      await north.session.act(home, {
        kind: 'item.put',
        item: approval,
        register: 'approval',
        rev: 1,
        fields,
      }),
    )
    await all()
    const caucus = caucusOf(north)
    const act = value(
      await signingAct(north.session, caucus.id, { instrument: items.north, done: 'signed', signedBy: 'Us' }),
    )
    const [finding, ...others] = beyondMandate(north.session, caucus.id, act)
    if (finding === undefined) throw new Error('nothing said')
    expect(others).toEqual([])
    const w = writingOf(caucus, english, {})
    expect(plain(sayMandateFinding(w, finding))).toBe(
      'Not approved yet by The council, whose approval comes before this: Signed.',
    )
    for (const { room, act } of beyondSteps(w, [finding])) value(await north.session.act(room, act))
    expect(north.session.room(home)?.items[approval]?.marks.map(({ verb }) => verb)).toEqual(['gone-without'])
    // Mediators and the other side hold no key of that room, and are told nothing.
    for (const person of [mediator, south]) expect(person.session.room(home)).toBeUndefined()
    const initial = value(
      await signingAct(north.session, caucus.id, {
        instrument: items.north,
        done: 'initialled',
        signedBy: 'Us',
      }),
    )
    expect(beyondMandate(north.session, caucus.id, initial)).toEqual([])
  })

  it('CLOS-3 a count that does not add up is named with its sum; a percentage is cut, not rounded', async () => {
    const { north, process } = talks
    const home = value(await openDelegation(north.session, process))
    const counted = [{ eligible: 10, returned: 10, inFavour: 5, opposed: 4, blankOrVoid: 0 }]
    const tally = {
      kind: 'item.put',
      item: newId<ItemId>(),
      register: 'tally',
      rev: 1,
      fields: { ballot: newId<ItemId>(), countedBy: 'The tellers', counted },
    } as const
    expect(await north.session.act(home, tally)).toMatchObject({
      error: { code: 'does-not-add-up', sum: 9, returned: 10 },
    })
    const rule = { majorityOf: 'valid', threshold: '1/2', tieRule: 'not-carried' } as const
    const ballot = { revisions: [{ fields: rule }] } as unknown as Ballot
    const lineOf = (inFavour: number, opposed: number, blankOrVoid: number) => {
      const returned = inFavour + opposed + blankOrVoid
      const { majorities } = pollOutcome(rule, [
        { eligible: returned, returned, inFavour, opposed, blankOrVoid },
      ])
      const [majority] = majorities
      if (majority === undefined) throw new Error('none')
      return plain(sayMajority(writingOf(tableOf(north), english, {}), ballot, majority))
    }
    expect(lineOf(5_100, 6_646, 99)).toBe('5,100 of 11,746 valid = 43.4 %; needed more than 1/2: not carried')
    expect(lineOf(4_999, 5_001, 0)).toBe('4,999 of 10,000 valid = 49.9 %; needed more than 1/2: not carried')
  })

  it('CLOS-12 what is left to be done before talks are closed is named, and nothing of it is done', async () => {
    const { mediator, process } = talks
    await lay()
    const table = tableOf(mediator)
    value(await mediator.session.act(table.id, { kind: 'retention.set', days: 30, basis: 'Article 9' }))
    value(await mediator.session.act(table.id, { kind: 'hold.place', hold: newId(), reason: 'Archives Act' }))
    await all()
    const before = tableOf(mediator).size
    const { steps, isCleared } = closingOf(mediator.session, process)
    expect(steps.filter(({ room }) => room.kind === 'table').map(({ kind }) => kind)).toEqual([
      'unsigned',
      'hold',
    ])
    expect(steps.filter(({ kind }) => kind === 'rule')).toHaveLength(3)
    expect(isCleared).toBe(false)
    expect(tableOf(mediator).size).toBe(before)
    expect(
      codeOf(await mediator.session.act(table.id, { kind: 'record.destroy', at: 1_790_000_000_000 })),
    ).toBe('hold-in-force')
  })
})

const packOf = async (item: ItemId, language: Language = 'en') => {
  const { mediator, process } = talks
  const table = tableOf(mediator)
  const instrument = atTable(mediator, item)
  return value(
    await writePack(mediator.session, process, { table, instrument, dispute: 'between-states', language }),
  )
}

describe('the evidence pack', () => {
  const sentinels = {
    north: 'quincezor marrowzor lanternzor',
    south: 'harbourzor thimblezor saddlezor',
    desk: 'emberzor walnutzor cradlezor',
  }

  async function signedByAll() {
    const { mediator, north, south, process } = talks
    const items = await lay()
    value((await sign(north, items.north, 'signed', { mayBeShown: true })).given)
    value((await sign(south, items.south, 'signed')).given)
    value(await place(items.table, 'signed'))
    for (const [person, words] of [
      [north, sentinels.north],
      [south, sentinels.south],
    ] as const)
      value(
        await person.session.act(caucusOf(person).id, {
          kind: 'message.say',
          message: newId(),
          form: 'oral-message',
          binding: false,
          body: words,
        }),
      )
    const desk = roomOf(mediator, process, 'desk')
    value(
      await mediator.session.act(desk.id, {
        kind: 'item.put',
        item: newId<ItemId>(),
        register: 'matter',
        rev: 1,
        fields: { kind: 'event', title: sentinels.desk },
      }),
    )
    await all()
    return items
  }
  it('CLOS-7 verifies with nothing but itself; one byte changed, one file more or less, and it does not; it holds no word of any caucus', async () => {
    const { table } = await signedByAll()
    const files = await packOf(table)
    const verified = value(await verifyPack(files))
    expect(verified.signings.map(({ party, done, by, isGiven }) => [party, done, by, isGiven])).toEqual([
      ['North', 'signed', 'party', true],
      ['South', 'signed', 'party', false],
    ])
    expect([
      verified.isRelayKnown,
      value(await verifyPack(files, [verified.pack.relay])).isRelayKnown,
    ]).toEqual([false, true])
    expect(codeOf(await verifyPack(files, ['another+00000000+AAAA']))).toBe('record-relay-untrusted')
    const opened = await Promise.all(
      [...files].flatMap(([path, text]) =>
        path.startsWith('proofs/') ? [verifyEvidence(text, { relay: verified.pack.relay })] : [],
      ),
    )
    const everything = [...files.values(), JSON.stringify(opened)].join('\n')
    for (const words of Object.values(sentinels))
      for (const word of words.split(' ')) expect(everything).not.toContain(word)
    // Its own entry is shown of the party alone that lets it be.
    expect([...files.keys()].filter(path => path.startsWith('proofs/given'))).toEqual([
      'proofs/given-1.tlog-proof',
    ])
    for (const [path, text] of files) {
      const at = Math.floor(text.length / 2)
      const other = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
      expect([path, (await verifyPack(new Map([...files, [path, other]]))).ok]).toEqual([path, false])
      expect([path, (await verifyPack(new Map([...files].filter(([each]) => each !== path)))).ok]).toEqual([
        path,
        false,
      ])
    }
    expect(codeOf(await verifyPack(new Map([...files, ['more.txt', 'More.']])))).toBe('pack-differs')
    expect(codeOf(await verifyPack(new Map()))).toBe('pack-unreadable')
  })

  it('CLOS-7 whoever writes the list of files anew and seals it with another key changes no word and no signature', async () => {
    const { table } = await signedByAll()
    const { mediator, process } = talks
    const files = new Map(await packOf(table))
    const pack = JSON.parse(files.get('pack.json') ?? '') as PackLike
    const device = await createDevice(new Secret(new Uint8Array(32).fill(7)))
    const reseal = async (changed: PackLike, more: ReadonlyMap<string, string> = new Map()) => {
      const inner = new Map([...files, ...more, ['pack.json', `${JSON.stringify(changed, null, 1)}\n`]])
      inner.delete('seal.json')
      inner.delete('manifest-sha256.txt')
      const manifest = manifestOf(inner)
      const adhering = { process, digest: digestPack(process, utf8(manifest)), party: 'pack' }
      const signature = await signAdherence(device, adhering)
      const seal = {
        device: device.id,
        sign: bytesToBase64url(device.publicKeys.sign),
        signature: bytesToBase64url(signature),
      }
      return verifyPack(
        new Map([...inner, ['manifest-sha256.txt', manifest], ['seal.json', JSON.stringify(seal)]]),
      )
    }
    expect(mediator.session.me.name).toBe('Mediator')
    expect((await reseal(pack)).ok).toBe(true)
    const [first, second] = pack.signings
    if (first === undefined || second === undefined) throw new Error('two')
    const otherText = 'Each takes all of the water.'
    for (const [changed, more] of [
      [{ ...pack, instrument: { ...pack.instrument, title: 'Other' } }],
      [{ ...pack, instrument: { ...pack.instrument, digest: 'x'.repeat(43) } }],
      [pack, new Map([['text-en.txt', `${otherText}\n`]])],
      [{ ...pack, put: first.placed }],
      [{ ...pack, signings: [{ ...first, placed: second.placed }, second] }],
      [{ ...pack, signings: [{ ...first, fields: { ...first.fields, signedBy: 'Another' } }, second] }],
      [{ ...pack, signings: [{ ...first, key: second['key'] }, second] }],
      [{ ...pack, signings: [{ ...first, signer: second['signer'] }, second] }],
      [{ ...pack, signings: [{ ...first, given: first.placed.replace('signing-1', 'signing-2') }, second] }],
      [{ ...pack, attestations: [{ verb: 'attested-apart', proof: pack.put }] }],
    ] as readonly (readonly [PackLike, ReadonlyMap<string, string>?])[])
      expect((await reseal(changed, more)).ok).toBe(false)
  })

  it('CLOS-8 says what of article 4 it has and what it lacks, and of which disputes the convention does not speak', async () => {
    const { mediator } = talks
    const { table } = await signedByAll()
    const lacks = async () => value(await verifyPack(await packOf(table))).pack.lacks
    expect(await lacks()).toEqual(['4-1-b-i', '4-1-b-ii', '4-1-b-iii', '4-1-b-iv'])
    for (const verb of ['attested-on-it', 'attested-apart', 'attested-by-house', 'attested-otherwise']) {
      const note = verb === 'attested-by-house' ? 'Lakes Institute' : 'By letter.'
      const act = { kind: 'item.mark', item: table, rev: 1, verb, note } as const
      value(await mediator.session.act(tableOf(mediator).id, act))
      await all()
    }
    expect(await lacks()).toEqual([])
    const readMe = plain((await packOf(table, 'fr')).get('README.txt') ?? '')
    expect(readMe).toContain('[x] Article 4(1)(b)(iii)')
    expect(readMe).toContain('La Convention de Singapour ne s’applique pas')
    expect(readMe).toContain('eIDAS')
  })
})

type Part = Readonly<Record<string, unknown>> & { readonly placed: string; readonly fields: object }
type PackLike = Readonly<Record<string, unknown>> & {
  readonly put: string
  readonly instrument: object
  readonly signings: readonly Part[]
}
