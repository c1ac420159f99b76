/** What holds of every act that any area has, tried over the registry: no list of acts is written here. */

import { describe, expect, test } from 'vitest'
import {
  actKinds,
  type Conveyance,
  fieldsSchemaOf,
  findLeaksIn,
  findRegister,
  holdsOf,
  innerOf,
  registers,
  schemaOf,
  specOf,
  stringsIn,
  wordsOfAct,
} from '../src/index.ts'
import { learnRegisters } from '../src/item/registry.ts'
import { speechIn } from '../src/leak/gather.ts'
import {
  type Accepted,
  acceptedActs,
  acceptedInCaucus,
  acceptedThings,
  acceptedThingsInCaucus,
} from './accepted.ts'
import { caucusB, planOf } from './cast.ts'

/** Every string of an act that somebody put into words: names apart, which the roster tells. */
const textsOf = ({ act }: Accepted): readonly string[] => wordsOfAct(act)

type Schema = Parameters<typeof innerOf>[0]
/** The strings of a schema that do not say what they hold, by their paths. */
const unsaidIn = (schema: Schema, path: string): readonly string[] => [
  ...(schema.type === 'string' && holdsOf(schema) === undefined ? [path] : []),
  ...innerOf(schema).flatMap(([name, inner]) => unsaidIn(inner, `${path}.${name}`)),
]

describe('the registry', () => {
  test('AREA-1 every kind of act is taken in some room, so that no law is tried on refusals alone', () => {
    const missing = actKinds.filter(kind => !acceptedActs().has(kind))
    expect(missing).toEqual(['room.open'])
  })

  test.each(actKinds)('AREA-2 every string of %s says what it holds', kind => {
    expect(unsaidIn(schemaOf(kind), kind)).toEqual([])
  })

  test.each(actKinds.filter(kind => kind !== 'room.open'))(
    'AREA-3 no string of %s is lost from the state',
    kind => {
      const accepted = acceptedActs().get(kind)
      if (accepted === undefined) throw new Error('not taken')
      const state = JSON.stringify(accepted.after)
      const lost = stringsIn(schemaOf(kind), accepted.act).filter(
        ({ value }) => !state.includes(JSON.stringify(value)),
      )
      expect(lost).toEqual([])
      for (const text of textsOf(accepted)) expect(state).toContain(JSON.stringify(text))
    },
  )

  test('AREA-7 every register of every area is known by its name, and no two have the same', () => {
    expect(registers.length).toBeGreaterThan(0)
    for (const register of registers) expect(findRegister(register.name)).toBe(register)
    expect(() => learnRegisters(registers)).toThrow('two registers have this name')
  })

  test.each(registers)(
    'AREA-8 every string of $name says what it holds, and none is lost from the state',
    register => {
      const schema = fieldsSchemaOf(register)
      expect(unsaidIn(schema, register.name)).toEqual([])
      const accepted = acceptedThings().get(register.name)
      if (accepted?.act.kind !== 'item.put') throw new Error('no room takes a thing of it')
      const kept = accepted.after.items[accepted.act.item]
      const state = JSON.stringify(kept)
      const strings = stringsIn(schema, accepted.act.fields)
      expect(strings.length).toBeGreaterThan(0)
      expect(strings.filter(({ value }) => !state.includes(JSON.stringify(value)))).toEqual([])
      expect(kept?.register).toBe(register.name)
    },
  )
})

const plan = (accepted: Accepted, wording: string): Conveyance =>
  planOf(accepted.after, caucusB(), { origin: { kind: 'mediators' }, wording, as: 'verbatim' })

describe('the leak check over the registry', () => {
  test('LEAK-9 law: every text of every act of another side’s room is found, unless its source lets it pass', () => {
    const tried: string[] = []
    for (const [kind, accepted] of acceptedInCaucus()) {
      if (specOf({ kind }).stands === 'nowhere') continue
      const recipient = caucusB()
      const carrying = { as: 'verbatim', deliveries: new Set<string>() } as const
      const passing = speechIn(accepted.after, carrying)
        .filter(({ counts }) => counts !== 'guarded')
        .map(({ text }) => text)
      for (const text of textsOf(accepted)) {
        if (passing.some(passed => text.includes(passed) || passed.includes(text))) continue
        const found = findLeaksIn(plan(accepted, text), { recipient }, [accepted.after, recipient])
        expect([kind, text, found.length > 0]).toEqual([kind, text, true])
        tried.push(kind)
      }
    }
    // What most of the house's texts stand in was among them.
    expect(new Set(tried).size).toBeGreaterThan(15)
  })

  const ofCaucus = registers.filter(({ rooms }) => rooms.caucus !== undefined)
  test.each(ofCaucus)(
    'LEAK-9 law: every text of a thing of $name in another side’s room is found',
    ({ name }) => {
      const accepted = acceptedThingsInCaucus().get(name)
      if (accepted === undefined) throw new Error('not taken')
      const recipient = caucusB()
      const missed = textsOf(accepted).filter(
        text => findLeaksIn(plan(accepted, text), { recipient }, [accepted.after, recipient]).length === 0,
      )
      expect([textsOf(accepted).length > 0, missed]).toEqual([true, []])
    },
  )
})
