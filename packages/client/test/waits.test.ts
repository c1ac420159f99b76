/** What waits, as screens and shell ask for it: of whom, in which order, and what of it is this device's own. */

import {
  actUndoably,
  answerInvitation,
  type ConveyancePlan,
  cancelInvitation,
  composeChoice,
  composeClause,
  composeTie,
  composeWriting,
  confirmPhrase,
  createIdentity,
  createMemoryVault,
  createProcess,
  deliver,
  draftsIn,
  equalTreatment,
  goesAt,
  heardOf,
  hearOnly,
  heldBack,
  idOfSaying,
  invitationOf,
  invite,
  isAside,
  lastHere,
  loadViews,
  markHere,
  markRead,
  newId,
  openFinder,
  openSession,
  planOfIssuing,
  prepareConveyance,
  prepareTogether,
  previewIssuing,
  readTo,
  type Session,
  sayingsIn,
  setAside,
  takeIn,
  unreadIn,
  unwrittenPhrase,
  urgencies,
  type Wait,
  waitsForMe,
  waitsIn,
} from '@goodoffices/client'
import {
  type Act,
  type AlternativeId,
  type AskId,
  currentOf,
  type DeliveryId,
  type PartId,
  type ReadBackId,
  type TextId,
  type WordingProposalId,
} from '@goodoffices/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { beginTalks, bringIn, meet, openTable, reopen, roomOf, say, type Talks } from './talks.ts'
import { address, type Person, value } from './world.ts'

let talks: Talks
beforeEach(async () => {
  talks = await beginTalks()
})

const kindsFor = (person: Person): readonly string[] =>
  waitsForMe(person.session, talks.process).map(({ item }) => item.kind)
const ofOthers = (person: Person): readonly string[] =>
  waitsIn(person.session, talks.process)
    .filter(wait => wait.ofOthers === true)
    .map(({ item, rooms }) => `${item.kind} ${rooms.map(room => room.party?.name).join(', ')}`)
const only = (person: Person, kind: Wait['item']['kind']): Wait => {
  const [found, ...more] = waitsIn(person.session, talks.process).filter(({ item }) => item.kind === kind)
  if (found === undefined || more.length > 0) throw new Error(`${more.length + 1} of ${kind}`)
  return found
}
const caucusOf = (person: Person, party?: 'north' | 'south') =>
  roomOf(person, talks.process, 'caucus', party === undefined ? undefined : talks.parties[party])

describe('what waits', () => {
  it('WAIT-1 WAIT-3 asks a party for its consent, shows the mediator that it is missing, and asks again after other terms', async () => {
    const { mediator, north, process, parties } = talks
    expect(kindsFor(north)).toEqual(['consent'])
    expect(kindsFor(mediator)).toEqual([])
    expect(ofOthers(mediator).toSorted()).toEqual(['consent North', 'consent South'])
    value(await north.session.act(caucusOf(north).id, { kind: 'consent.give', party: parties.north }))
    await meet(north, mediator)
    expect(kindsFor(north)).toEqual([])
    expect(ofOthers(mediator)).toEqual(['consent South'])
    const terms = { role: 'host', disclosure: 'closed' } as const
    value(await mediator.session.act(caucusOf(mediator, 'north').id, { kind: 'terms.set', terms }))
    await meet(mediator, north)
    expect(only(north, 'consent').item).toMatchObject({ again: true })
    value(await north.session.act(caucusOf(north).id, { kind: 'consent.withdraw', party: parties.north }))
    expect(kindsFor(north)).toEqual([])
    expect(roomOf(mediator, process, 'desk').kind).toBe('desk')
  })

  it('WAIT-2 WAIT-3 puts what is urgent first, and what waits for a party apart from what waits for the mediators', async () => {
    const { mediator, north, south, process } = talks
    const first = say('Of the spring.')
    value(await north.session.act(caucusOf(north).id, first))
    value(await north.session.act(caucusOf(north).id, say('Of the road.')))
    await meet(north, mediator)
    const delivery = newId<DeliveryId>()
    value(
      await mediator.session.act(caucusOf(mediator, 'south').id, {
        kind: 'delivery.make',
        delivery,
        form: 'oral-message',
        binding: false,
        body: 'They wait.',
        verbatim: false,
      }),
    )
    const ask = newId<AskId>()
    value(
      await mediator.session.act(caucusOf(mediator, 'north').id, {
        kind: 'release.ask',
        ask,
        passage: { message: first.message },
        marking: 'unattributed',
      }),
    )
    await meet(mediator, north, south)
    expect(kindsFor(mediator)).toEqual(['heard'])
    expect(ofOthers(mediator)).toEqual(
      expect.arrayContaining(['asked North', 'delivered South', 'consent North', 'consent South']),
    )
    expect(kindsFor(north)).toEqual(['asked', 'consent'])
    expect(kindsFor(south)).toEqual(['consent', 'delivered'])
    // At which hour another side was written to is nobody's to know.
    expect(only(south, 'delivered').toTheDay).toBe(true)
    expect(only(north, 'asked').toTheDay).toBeUndefined()

    const readback = newId<ReadBackId>()
    value(
      await south.session.act(caucusOf(south).id, { kind: 'readback.give', readback, delivery, body: 'So.' }),
    )
    const id = value(await invite(mediator.session, process, { name: 'Second', role: 'mediator' }))
    await mediator.session.settle()
    const guest = await talks.world.member('Second')
    value(await answerInvitation(guest.session, invitationOf(mediator.session, id)?.link ?? ''))
    await meet(guest, south, mediator)
    const all = waitsForMe(mediator.session, process)
    expect(all.map(({ item }) => item.kind)).toEqual(['invitation', 'read-back', 'heard'])
    const places = all.map(({ urgency }) => urgencies.indexOf(urgency))
    expect(places).toEqual(places.toSorted((a, b) => a - b))

    value(
      await mediator.session.act(caucusOf(mediator, 'south').id, {
        kind: 'readback.correct',
        readback,
        body: 'Not so.',
      }),
    )
    await meet(mediator, south)
    expect(kindsFor(south)).toEqual(['consent', 'corrected'])
    await markRead(south.session, [caucusOf(south)])
    expect(kindsFor(south)).toEqual(['consent'])
  })

  it('WAIT-1 WAIT-6 lists the mediators’ own messages and an opened table until they were read on this device', async () => {
    const { mediator, north, process } = talks
    await openTable(talks)
    for (const body of ['Good morning.', 'And good evening.'])
      value(await mediator.session.act(caucusOf(mediator, 'north').id, say(body)))
    await meet(mediator, north)
    expect(kindsFor(north).toSorted()).toEqual(['opened', 'told'])
    expect(only(north, 'told').item).toMatchObject({
      messages: [{ body: 'Good morning.' }, { body: 'And good evening.' }],
    })
    expect(kindsFor(mediator)).toEqual([])
    const caucus = caucusOf(north)
    expect(unreadIn(north.session, caucus).filter(({ kind }) => kind === 'message')).toHaveLength(2)
    value(await north.session.act(caucus.id, say('Good morning to you.')))
    await north.session.settle()
    expect(unreadIn(north.session, caucus).filter(({ kind }) => kind === 'message')).toHaveLength(2)
    const before = north.session.version()
    await markRead(north.session, [caucus, roomOf(north, process, 'table')])
    expect(north.session.version()).toBeGreaterThan(before)
    expect(unreadIn(north.session, caucus)).toEqual([])
    expect(kindsFor(north)).toEqual([])
    // An older copy of the room takes nothing back.
    await markRead(north.session, [{ ...caucus, size: 1 }])
    expect(unreadIn(north.session, caucus)).toEqual([])

    // What was read stays read when the program is started again, and what waits to be sent has no place yet.
    talks.world.offline = true
    value(await north.session.act(caucus.id, say('Not sent yet.')))
    await markRead(north.session, [caucusOf(north)])
    const read = readTo(north.session, caucus.id)
    await markHere(north.session, process)
    talks = { ...talks, north: await reopen(north, { relayAt: talks.world.relayAt }) }
    expect(readTo(talks.north.session, caucus.id)).toBe(read)
    expect(read).toBe(caucusOf(talks.north).size - 1)
    expect(lastHere(talks.north.session, process)).toBeGreaterThan(0)
    expect(lastHere(talks.mediator.session, process)).toBeUndefined()
  })

  it('WAIT-4 has what goes together wait once, and an invitation from its answer until it is settled', async () => {
    const { mediator, process } = talks
    const own = {
      origin: { kind: 'mediators' },
      as: 'verbatim',
      form: 'oral-message',
      binding: false,
      timing: { kind: 'now' },
      tell: 'nothing',
      wording: 'The talks begin on Friday.',
    } as const
    const plans = (['north', 'south'] as const).map(side => ({ ...own, to: caucusOf(mediator, side).id }))
    value(await prepareTogether(mediator.session, process, plans))
    const prepared = only(mediator, 'prepared')
    expect(new Set(prepared.rooms.map(({ party }) => party?.name))).toEqual(new Set(['North', 'South']))
    const id = value(await invite(mediator.session, process, { name: 'Second', role: 'mediator' }))
    await mediator.session.settle()
    expect(kindsFor(mediator)).toEqual(['prepared'])
    const guest = await talks.world.member('Second')
    value(await answerInvitation(guest.session, invitationOf(mediator.session, id)?.link ?? ''))
    await meet(guest, mediator)
    expect(kindsFor(mediator).toSorted()).toEqual(['invitation', 'prepared'])
    value(await cancelInvitation(mediator.session, id))
    expect(kindsFor(mediator)).toEqual(['prepared'])
  })

  it('WAIT-7 says neither that what may not be passed is to be carried, nor that what may still be taken back was delivered or asked', async () => {
    const { mediator, north, south } = talks
    const said = say('For the mediators, and of the spring.')
    value(await north.session.act(caucusOf(north).id, said))
    await meet(north, mediator)
    expect(only(mediator, 'heard')).toMatchObject({ urgency: 'read', stays: true })
    value(
      await north.session.act(caucusOf(north).id, {
        kind: 'message.mark',
        message: said.message,
        part: { part: newId<PartId>(), from: 4, to: 13 },
        marking: 'attributed',
      }),
    )
    await meet(north, mediator)
    expect(only(mediator, 'heard').urgency).toBe('carry')
    expect(only(mediator, 'heard').stays).toBeUndefined()

    const soon = [
      {
        room: caucusOf(mediator, 'south').id,
        act: {
          kind: 'delivery.make',
          delivery: newId<DeliveryId>(),
          form: 'oral-message',
          binding: false,
          body: 'They wait.',
          verbatim: false,
        },
      },
      {
        room: caucusOf(mediator, 'north').id,
        act: {
          kind: 'release.ask',
          ask: newId<AskId>(),
          passage: { message: said.message },
          marking: 'unattributed',
        },
      },
    ] as const
    value(await actUndoably(mediator.session, soon, 60_000))
    const kinds = () => ofOthers(mediator).filter(line => !line.startsWith('consent'))
    expect(kinds()).toEqual([])
    const [held] = heldBack(mediator.session)
    goesAt(mediator.session, held?.id ?? '', 0)
    await meet(mediator, south)
    expect(kinds().toSorted()).toEqual(['asked North', 'delivered South'])
  })

  it('WAIT-5 keeps what was set aside on this device, sealed, and takes it up again', async () => {
    const { mediator, north, process } = talks
    value(await north.session.act(caucusOf(north).id, say('Nothing urgent.')))
    await meet(north, mediator)
    const wait = only(mediator, 'heard')
    await setAside(mediator.session, wait, true)
    expect(kindsFor(mediator)).toEqual([])
    expect(isAside(mediator.session, only(mediator, 'heard'))).toBe(true)
    const kept = await mediator.vault.read('aside')
    expect(kept?.length).toBeGreaterThan(0)
    expect(new TextDecoder().decode(kept)).not.toContain(wait.about)
    expect(mediator.session.status().waiting).toBe(0)
    talks = { ...talks, mediator: await reopen(mediator, { relayAt: talks.world.relayAt }) }
    expect(kindsFor(talks.mediator)).toEqual([])
    await setAside(talks.mediator.session, only(talks.mediator, 'heard'), false)
    expect(kindsFor(talks.mediator)).toEqual(['heard'])
    expect(await talks.mediator.vault.read('aside')).toBeUndefined()
    expect(process).toBe(talks.process)
  })

  it('DESK-10 says at the desk that a message was heard, and the party hears nothing of it', async () => {
    const { mediator, north, process } = talks
    value(await north.session.act(caucusOf(north).id, say('You should know.')))
    await meet(north, mediator)
    const heard = heardOf(only(mediator, 'heard').item)
    if (heard === undefined) throw new Error('not heard')
    value(await hearOnly(mediator.session, process, heard, 'For us alone.'))
    expect(kindsFor(mediator)).toEqual([])
    const size = caucusOf(north).size
    await meet(mediator, north)
    expect(caucusOf(north).size).toBe(size)
    expect(await hearOnly(north.session, process, heard)).toMatchObject({ error: { code: 'desk-only' } })
    expect(heardOf({ kind: 'recovery' })).toBeUndefined()
  })
  it('DESK-11 asks a colleague to read it first, until they have, and holds nothing up', async () => {
    const { world, mediator, north, south, process, parties } = talks
    const second = await world.member('Second')
    await bringIn(mediator, process, second, { role: 'mediator' })
    const plan: ConveyancePlan = {
      origin: { kind: 'mediators' },
      to: roomOf(mediator, process, 'caucus', parties.south).id,
      as: 'verbatim',
      form: 'oral-message',
      binding: false,
      wording: 'We propose to meet on Friday.',
      timing: { kind: 'now' },
      tell: 'nothing',
      reader: second.session.me.member,
    }
    const conveyance = value(await prepareConveyance(mediator.session, process, plan))
    await meet(mediator, second, north, south)
    const wait = only(second, 'to-read')
    expect(wait).toMatchObject({ about: conveyance, urgency: 'answer', mediating: true })
    expect(wait.rooms.map(({ id }) => id)).toEqual([plan.to])
    expect(kindsFor(mediator)).not.toContain('to-read')
    const desk = roomOf(second, process, 'desk').id
    value(await second.session.act(desk, { kind: 'carry.read', conveyance, note: 'Say Saturday.' }))
    expect(kindsFor(second)).not.toContain('to-read')
    value(await deliver(mediator.session, process, conveyance))
  })

  it('RING-23 says that the recovery words are not on paper, wherever they are kept, until they are', async () => {
    const { world } = talks
    const vault = createMemoryVault()
    const options = { vault, relayAt: world.relayAt, live: false }
    const made = value(await createIdentity({ ...options, name: 'Guest', address, keepsPhrase: true }))
    expect(unwrittenPhrase(made.session)).toEqual(made.phrase)
    const { process } = value(
      await createProcess(made.session, {
        title: 'Others',
        terms: { role: 'carry', disclosure: 'closed' },
        parties: ['A', 'B'].map(name => ({ name, kind: 'party' as const, account: true, hidden: false })),
      }),
    )
    const kinds = (session: Session) => waitsForMe(session, process).map(({ item }) => item.kind)
    expect(kinds(made.session)).toContain('phrase')
    await made.session.close()
    const kept = new TextDecoder().decode(
      new Uint8Array((await vault.scan('')).flatMap(([, bytes]) => [...bytes])),
    )
    expect(kept).not.toContain(made.phrase.slice(0, 3).join(' '))
    const opened = value(await openSession({ ...options }))
    expect(unwrittenPhrase(opened)).toEqual(made.phrase)
    value(await confirmPhrase(opened))
    expect(kinds(opened)).not.toContain('phrase')
    await opened.close()
    const again = value(await openSession({ ...options }))
    expect(unwrittenPhrase(again)).toBeUndefined()
    // Nobody who is given the words at once is asked for them.
    expect(unwrittenPhrase(talks.mediator.session)).toBeUndefined()
  })

  it('TXT-53 TXT-54 TXT-52 TXT-55 TXT-56 a draft waits for its side, what it said for the mediators, and what they ask to pass for the side; taken in, it goes to others once it may', async () => {
    const { mediator, north, south, process } = talks
    const text = newId<TextId>()
    const desk = () => roomOf(mediator, process, 'desk')
    const say = async (act: Act) => value(await mediator.session.act(desk().id, act))
    const textLanguages = [
      { language: 'en', languageRole: 'drafting' },
      { language: 'ar', languageRole: 'authentic' },
    ] as const
    await say({ kind: 'text.begin', text, title: 'Rule', nature: 'mediators-text', textLanguages })
    const added = composeClause(desk(), { text, clauseKind: 'article' })
    await say(added)
    const { clause } = added
    await say(composeWriting(desk(), { clause, language: 'en', body: 'The spring is shared.' }).write)
    const issue = async (to: 'north' | 'south') => {
      const plan = planOfIssuing(text, [caucusOf(mediator, to).id], { attribution: 'none' })
      const previews = previewIssuing(mediator.session, process, plan)
      const accepted = previews.ok ? previews.value.flatMap(({ findings }) => findings) : []
      const done = await mediator.session.act(desk().id, { ...plan, accepted })
      await meet(mediator, north, south)
      return done.ok ? 'ok' : done.error.code
    }
    expect(await issue('north')).toBe('ok')
    expect(only(north, 'draft').item).toMatchObject({ count: 1 })
    const [draft] = draftsIn(caucusOf(north))
    if (draft === undefined) throw new Error('no draft')
    const here = { draft: draft.draft, clause }
    value(await north.session.act(caucusOf(north).id, { kind: 'draft.position', ...here, stance: 'reserve' }))
    expect(kindsFor(north)).not.toContain('draft')
    const wording = newId<WordingProposalId>()
    const words = { language: 'en', body: 'The spring is shared by the hours of its sun.' } as const
    value(
      await north.session.act(caucusOf(north).id, {
        kind: 'draft.propose',
        wording,
        ...here,
        ...words,
        marking: 'nothing',
      }),
    )
    await meet(north, mediator)
    expect(only(mediator, 'draft-said').item).toMatchObject({ sayings: [{ kind: 'wording', wording }] })
    const [proposed] = sayingsIn(caucusOf(mediator, 'north'))
    if (proposed?.kind !== 'wording') throw new Error('nothing proposed')
    const taken = value(takeIn(desk(), { room: caucusOf(mediator, 'north'), wording: proposed }))
    value(await mediator.session.actAll(taken))
    await meet(mediator, north)
    expect(kindsFor(mediator)).not.toContain('draft-said')
    const row = desk().clauses[clause]
    expect(row?.wordings[0]?.current?.body).toBe('The spring is shared [by the hours of its sun].')
    expect(Object.values(desk().supports)).toMatchObject([{ source: { item: wording } }])
    expect(sayingsIn(caucusOf(north))).toMatchObject([{ answer: { outcome: 'taken' } }])
    // Beside what stands it would be the same twice.
    const { body = '' } = row?.wordings[0]?.current ?? {}
    const same = { room: caucusOf(mediator, 'north'), wording: { ...proposed, body } }
    expect(takeIn(desk(), same)).toMatchObject({ error: { code: 'choices-differ' } })
    // It is another side's to let pass.
    expect(await issue('south')).toBe('wording-not-released')
    // One choice in two languages, made in both; whose words they are is not forgotten with the bracket.
    const arabic = (body: string) => composeWriting(desk(), { clause, language: 'ar', body }).write
    await say(arabic('النبع مشترك [بساعات شمسه].'))
    const standing = (language: string) => {
      const found = desk().clauses[clause]
      return found === undefined ? undefined : currentOf(found, language)
    }
    const [choice] = standing('en')?.choices ?? []
    if (choice === undefined) throw new Error('no choice')
    expect(standing('ar')?.choices).toEqual([choice])
    const { bracket, options } = choice
    const at = { clause, language: 'ar', bracket }
    expect(composeTie(desk(), { ...at, to: bracket })).toMatchObject({ ok: true })
    expect(composeTie(desk(), { ...at, to: newId() })).toMatchObject({ error: { code: 'choice-unknown' } })
    expect(composeChoice(desk(), { ...at, keep: 'nothing' as AlternativeId })).toMatchObject({ ok: false })
    const chosen = value(composeChoice(desk(), { ...at, keep: options[0] }))
    expect(chosen).toMatchObject([
      { language: 'en', body: words.body, made: bracket },
      { language: 'ar', body: 'النبع مشترك بساعات شمسه.', made: bracket, follows: chosen[0]?.version },
    ])
    value(await mediator.session.actAll(chosen.map(act => ({ room: desk().id, act }))))
    expect(standing('ar')?.follows).toBe(standing('en')?.version)
    expect(await issue('south')).toBe('wording-not-released')
    const answered = idOfSaying(proposed)
    value(
      await mediator.session.act(caucusOf(mediator, 'north').id, {
        kind: 'draft.answer',
        answered,
        outcome: 'may-pass',
      }),
    )
    await meet(mediator, north)
    expect(only(north, 'may-pass').item).toMatchObject({ saying: { wording } })
    value(
      await north.session.act(caucusOf(north).id, {
        kind: 'draft.release',
        released: answered,
        marking: 'unattributed',
      }),
    )
    await meet(north, mediator)
    expect(kindsFor(north)).not.toContain('may-pass')
    expect(kindsFor(mediator)).toContain('draft-said')
    expect(await issue('south')).toBe('ok')
    expect(draftsIn(caucusOf(south))).toHaveLength(1)
    // VIEW-5, FIND-1: it is counted of each side, and found by each where it reads it.
    const report = equalTreatment(mediator.session, process, await loadViews())
    const counted = (of: string) => report?.measures.find(each => each.of === `measure.${of}`)?.values
    expect(counted('drafts')).toEqual([1, 1])
    expect(counted('draft-said')).toEqual([2, 0])
    expect(counted('draft-taken')).toEqual([0, 0])
    const find = await openFinder()
    const foundBy = ({ session }: Person) =>
      find(session.rooms(process), { words: 'hours sun' }).hits.map(
        ({ room, item }) => `${room.kind} ${item.kind}`,
      )
    expect(foundBy(south)).toEqual(['caucus draft'])
    expect(foundBy(north)).toEqual(['caucus event'])
    expect(new Set(foundBy(mediator))).toEqual(new Set(['desk event', 'caucus event', 'caucus draft']))
    // A later draft waits in the place of the earlier.
    expect(await issue('north')).toBe('ok')
    expect(only(north, 'draft').item).toMatchObject({ draft: { number: 2 } })
  })
})
