/** Templates: files that are checked before they are used, and what applying one does to talks. */

import { readFileSync } from 'node:fs'
import {
  type Applying,
  applyTemplate,
  composeWriting,
  datedIn,
  hereIn,
  loadViews,
  newId,
  nextSteps,
  previewTemplate,
  readTemplate,
  renamedIn,
  type TalksTemplate,
  templateNames,
  wordMistake,
  writingOf,
} from '@goodoffices/client'
import { languages, loadVocabulary } from '@goodoffices/client/words'
import {
  type Act,
  clausesOf,
  countOpenIn,
  currentOf,
  type Day,
  type ItemId,
  type RoomState,
  standingOf,
  templateIdOf,
  templateOf,
} from '@goodoffices/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { beginTalks, meet, roomOf, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const fileOf = (name: string): string =>
  readFileSync(new URL(`../../../samples/templates/${name}.json`, import.meta.url), 'utf8')
const templateNamed = (name: string): TalksTemplate => value(readTemplate(fileOf(name)))
const english = await loadVocabulary('en')

let talks: Talks
beforeEach(async () => {
  talks = await beginTalks()
})

const all = () => meet(talks.mediator, talks.north, talks.south, talks.mediator)
const applying = (name: string, more: Partial<Applying> = {}): Applying => ({
  template: templateNamed(name),
  language: 'en',
  start: '2026-10-01' as Day,
  ...more,
})
const apply = async (name: string, more: Partial<Applying> = {}) => {
  const done = await applyTemplate(talks.mediator.session, talks.process, applying(name, more))
  await all()
  return done
}
const roomsOf = (person: Person) => person.session.rooms(talks.process)
const table = (person = talks.mediator): RoomState => roomOf(person, talks.process, 'table')
const caucus = (person: Person): RoomState => roomOf(person, talks.process, 'caucus')

const changed = (change: (file: Record<string, unknown> & { puts: Record<string, unknown>[] }) => void) => {
  const file = JSON.parse(fileOf('village')) as Record<string, unknown> & {
    puts: Record<string, unknown>[]
  }
  change(file)
  return JSON.stringify(file)
}

describe('a file of a template', () => {
  it.each(templateNames)('TMPL-1 %s is read in every language, and puts only what its rooms take', name => {
    const template = templateNamed(name)
    expect(template.name).toBe(name)
    for (const said of [template.title, template.about, template.basis])
      expect(new Set(languages.map(language => said[language])).size).toBe(languages.length)
    expect(template.puts.length).toBeGreaterThan(1)
    // Bodies and things, and whoever applies it is told to read it with somebody who knows the field.
    expect(template.basis.en.length).toBeGreaterThan(20)
  })

  it.each([
    ['not-json', '1', '{'],
    ['shape', 'edition', changed(file => (file['edition'] = 'first'))],
    ['shape', 'colour', changed(file => (file['colour'] = 'red'))],
    ['shape', 'title.fa', changed(file => delete (file['title'] as Record<string, unknown>)['fa'])],
    [
      'shape',
      'renamed.0.word',
      changed(file => (file['renamed'] = [{ word: 'verb.noted', as: file['title'] }])),
    ],
    [
      'register-unknown',
      'puts.0.register',
      changed(({ puts }) => Object.assign(puts[0] ?? {}, { register: 'bell' })),
    ],
    ['room-unfit', 'puts.0.room', changed(({ puts }) => Object.assign(puts[0] ?? {}, { room: 'desk' }))],
    [
      'fields-unfit',
      'puts.0.fields.ordinal',
      changed(({ puts }) => Object.assign(puts[0]?.['fields'] ?? {}, { ordinal: 'one' })),
    ],
    [
      'thing-unknown',
      'puts.0.fields: $measure',
      changed(({ puts }) =>
        Object.assign(puts[0]?.['fields'] ?? {}, { opensOn: { kind: 'with', item: '$measure' } }),
      ),
    ],
    [
      'key-twice',
      'puts.1.key',
      changed(({ puts }) => Object.assign(puts[1] ?? {}, { key: puts[0]?.['key'] })),
    ],
  ] as const)('TMPL-1 is refused with what is wrong and where: %s at %s', (reason, at, text) => {
    const read = readTemplate(text)
    expect(read).toEqual({ ok: false, error: { code: 'template-unfit', place: at, reason } })
    if (!read.ok)
      expect(wordMistake(english, read.error)['reason']).toBe(english.terms[`template-mistake.${reason}`])
  })
})

describe('applying a template', () => {
  it('TMPL-8 begins the one text at the desk once, in the language in which it is put, to be written on', async () => {
    value(await apply('one-text', { language: 'fa' }))
    const desk = () => roomOf(talks.mediator, talks.process, 'desk')
    const [text, ...more] = Object.values(desk().workingTexts)
    if (text === undefined) throw new Error('no text')
    expect(more).toEqual([])
    expect(text).toMatchObject({ title: 'دو چارچوب صلح', nature: 'mediators-text' })
    const { clauses } = templateNamed('one-text').text ?? { clauses: [] }
    const written = clausesOf(desk(), text.text)
    expect(written.map(({ clauseKind }) => clauseKind)).toEqual(clauses.map(({ clauseKind }) => clauseKind))
    expect(written.map(row => currentOf(row, 'fa')?.body)).toEqual(clauses.map(({ body }) => body?.fa))
    expect(countOpenIn(desk(), text.text, 'fa')).toMatchObject({ choices: 1, blanks: 7, rivals: 0 })
    const [first] = written
    if (first === undefined) throw new Error('no clause')
    const { write } = composeWriting(desk(), {
      clause: first.clause,
      language: 'fa',
      body: 'جنگ پایان یافت.',
    })
    value(await talks.mediator.session.act(desk().id, write))
    value(await apply('one-text', { language: 'en' }))
    expect(Object.keys(desk().workingTexts)).toHaveLength(1)
    expect(clausesOf(desk(), text.text)).toHaveLength(clauses.length)
    expect(currentOf(desk().clauses[first.clause] ?? first, 'fa')?.body).toBe('جنگ پایان یافت.')
  })

  it('TMPL-2 is shown whole before, puts all of it in one write, and is read alike by all', async () => {
    const before = value(previewTemplate(talks.mediator.session, talks.process, applying('labour')))
    expect(before.waits).toEqual([])
    expect(before.brings.every(({ stands }) => !stands)).toBe(true)
    expect(Object.keys(table().items)).toEqual([])
    const done = value(await apply('labour'))
    expect(done.brings.map(({ act }) => act)).toEqual(before.brings.map(({ act }) => act))
    for (const { room, act } of before.brings) {
      const now = roomsOf(talks.mediator).find(({ id }) => id === room.id)
      if (act.kind === 'item.put') expect(now?.items[act.item]?.revisions[0]?.fields).toEqual(act.fields)
      if (act.kind === 'retention.set') expect(now?.retention).toMatchObject({ days: 2555, basis: act.basis })
    }
    expect(Object.keys(table(talks.north).items)).toEqual(Object.keys(table().items))
    // Its chain is found as what it is.
    const here = hereIn(talks.mediator.session, talks.process)
    const [step] = nextSteps(datedIn(here, await loadViews()), here.rooms)
    expect(step?.chain.length).toBeGreaterThan(4)
    expect(previewTemplate(talks.north.session, talks.process, applying('labour'))).toMatchObject({
      error: { code: 'mediators-only' },
    })
  })

  it.each(templateNames)(
    'TMPL-3 VIEW-7 %s applies cleanly, and a second time changes nothing',
    async name => {
      let first = value(await apply(name))
      for (const { room, act } of first.waits.length === 0 ? [] : first.brings)
        if (act.kind === 'item.put')
          value(
            await talks.mediator.session.act(room.id, {
              kind: 'item.mark',
              item: act.item,
              rev: 1,
              verb: 'safety-met',
            }),
          )
      await all()
      first = value(await apply(name))
      expect(first.waits).toEqual([])
      const before = JSON.stringify(roomsOf(talks.mediator))
      const again = value(await apply(name))
      expect(again.brings.every(({ stands }) => stands)).toBe(true)
      expect(JSON.stringify(roomsOf(talks.mediator))).toBe(before)
    },
  )

  it('TMPL-3 leaves what somebody has changed since, and the rule of keeping that was set', async () => {
    value(
      await talks.mediator.session.act(table().id, { kind: 'retention.set', days: 90, basis: 'Our own.' }),
    )
    await apply('village')
    expect(table().retention).toMatchObject({ days: 90 })
    const [deadline] = Object.values(table().items).filter(({ register }) => register === 'deadline')
    if (deadline === undefined) throw new Error('no deadline')
    const fields = { ...standingOf(deadline).fields, title: 'After the harvest' }
    const put = { kind: 'item.put', item: deadline.item, register: 'deadline', rev: 2, fields } as Act
    value(await talks.mediator.session.act(table().id, put))
    await all()
    await apply('village')
    expect(standingOf(table().items[deadline.item] ?? deadline).fields['title']).toBe('After the harvest')
    expect(table().items[deadline.item]?.revisions).toHaveLength(2)
  })

  it('TMPL-6 asks of each party first whether its people are safe, at the desk alone, and puts the rest once that was said of all', async () => {
    const first = value(await apply('family'))
    expect(
      first.brings.map(({ room, act }) => [room.kind, act.kind === 'item.put' ? act.register : '']),
    ).toEqual([
      ['desk', 'safety'],
      ['desk', 'safety'],
    ])
    expect(first.waits.length).toBeGreaterThan(3)
    expect([table().items, caucus(talks.north).items]).toEqual([{}, {}])
    const [one, other] = first.brings.flatMap(({ act }) => (act.kind === 'item.put' ? [act.item] : []))
    const desk = roomOf(talks.mediator, talks.process, 'desk').id
    const say = async (item: ItemId | undefined, verb: string) =>
      value(
        await talks.mediator.session.act(desk, {
          kind: 'item.mark',
          item: item as ItemId,
          rev: 1,
          verb,
          ...(verb === 'safety-plan' || verb === 'safety-flag' ? { note: 'A plan.' } : {}),
        }),
      )
    await say(one, 'safety-met')
    expect(value(await apply('family')).waits.length).toBeGreaterThan(3)
    await say(other, 'safety-flag')
    expect(value(await apply('family')).waits.length).toBeGreaterThan(3)
    await say(other, 'safety-plan')
    expect(value(await apply('family')).waits).toEqual([])
    expect(Object.keys(table().items).length).toBeGreaterThan(2)
  })

  it('TMPL-4 calls kinds of rooms, roles and things otherwise in each room and language, and nothing else', async () => {
    await apply('labour')
    for (const room of [table(talks.north), caucus(talks.north), caucus(talks.south)]) {
      expect(renamedIn(room, 'en')).toMatchObject({ 'role.head': 'Chief negotiator' })
      expect(renamedIn(room, 'fa')['role.head']).toBe('مذاکره‌کنندهٔ ارشد')
      const w = writingOf(room, english, {})
      expect(w.vocabulary.choices['register.claim']).toBe('Demand or refusal')
      expect(w.vocabulary.choices['verb.claim-withdrawn']).toBe(english.choices['verb.claim-withdrawn'])
    }
    const plain = writingOf(roomOf(talks.north, talks.process, 'caucus'), await loadVocabulary('es'), {})
    expect(plain.vocabulary.choices['role.head']).toBe('Jefatura de la negociación')
    // A word that is none of those is refused by the room itself.
    const fields = {
      title: 'A false one',
      edition: 1,
      renamed: [{ renamable: 'verb.assented', language: 'en', title: 'Said nothing' }],
    }
    const id = templateIdOf(table())
    const put = { kind: 'item.put', item: id, register: 'template', rev: 2, fields } as unknown as Act
    expect(await talks.mediator.session.act(table().id, put)).toMatchObject({ ok: false })
    // Nobody but the mediators says how things are called, and whoever says so no more is heard.
    const own = {
      kind: 'item.put',
      item: newId<ItemId>(),
      register: 'template',
      rev: 1,
      fields: { title: 'x', edition: 1 },
    }
    expect(await talks.north.session.act(table(talks.north).id, own as Act)).toMatchObject({ ok: false })
    value(
      await talks.mediator.session.act(table().id, {
        kind: 'item.mark',
        item: id,
        rev: 1,
        verb: 'template-left',
      }),
    )
    expect([templateOf(table()), renamedIn(table(), 'en')]).toEqual([undefined, {}])
  })

  it('TMPL-5 TMPL-7 says how many verbs stand beside a thing, how long records are kept and by what, and that the archive comes first', async () => {
    await apply('village')
    expect(templateOf(table())).toMatchObject({ verbsShown: 2, archiveFirst: true })
    for (const room of roomsOf(talks.mediator).filter(({ kind }) => kind !== 'private'))
      expect([room.kind, room.retention?.basis]).toEqual([room.kind, expect.stringMatching(/archive first/)])
  })
})
