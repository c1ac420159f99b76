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

type Schema = Parameters<typeof innerOf>[0]
/** Of names, those of people, of sides, and of mediators who come: the roster tells them, and LEAK-1 looks for them. */
const ofRoster =
  /^(?:(?:card|founder|room\.party|content\.parties\.\d+)\.name|from|to|coming\.\d+|.+\.wantedBy\.\d+\.names\.\d+)$/
/** Every text by what its schema says of it, names among them; what was found in a wording is a piece of that. */
const written = (schema: Schema, value: unknown): readonly string[] =>
  stringsIn(schema, value).flatMap(({ path, value, holds }) =>
    holds.holds !== 'text' || holds.form === 'excerpt' || ofRoster.test(path) ? [] : [value],
  )
const everyString = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(everyString)
      : []
/** Of a thing by its register; of one that is not known, whatever stands in it. */
function writtenInThing(thing: unknown): readonly string[] {
  if (typeof thing !== 'object' || thing === null || !('register' in thing) || !('fields' in thing)) return []
  const register = findRegister(String(thing.register))
  return register === undefined ? everyString(thing.fields) : written(fieldsSchemaOf(register), thing.fields)
}
/** Asked of the schemas here, and not of what the leak check asks: what that forgets is missed. */
const textsOf = ({ act }: Accepted): readonly string[] => [
  ...written(schemaOf(act.kind), act),
  ...writtenInThing(act),
  ...('thing' in act ? writtenInThing(act.thing) : []),
  ...('conveyance' in act && typeof act.conveyance === 'object' ? writtenInThing(act.conveyance.thing) : []),
]

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
