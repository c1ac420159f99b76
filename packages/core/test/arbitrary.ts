/** Acts from their own schemas: what a schema takes is derived from it, so that no list of acts is written by hand. */

import * as fc from 'fast-check'
import { type GenericSchema, is } from 'valibot'
import {
  adherences,
  asked,
  considered,
  gives,
  givings,
  handed,
  parties,
  times,
} from '../src/areas/assent/content.ts'
import { tallies } from '../src/areas/close/poll.ts'
import {
  type ActKind,
  actKinds,
  fieldsSchemaOf,
  type Holds,
  holdsOf,
  innerOf,
  limits,
  type Register,
  type RoomKind,
  registers,
  rulesNumber,
  schemaOf,
  specOf,
} from '../src/index.ts'
import { fieldName, itemContent, markNumber, rev } from '../src/item/content.ts'
import { deviceCard, memberCard, partyCard } from '../src/room/cards.ts'
import { circumstance as circumstanceSchema } from '../src/schema.ts'
import { verb } from '../src/term/term.ts'
import { cardOf, circumstance, deviceOf, memberId, partyA, partyB, thirdParty } from './cast.ts'

/** How the open places of a schema are filled: ids, words and numbers, and whole schemas that a test knows better values for. */
export type Filling = {
  readonly id: (of: string) => fc.Arbitrary<string>
  readonly text: (form: Extract<Holds, { holds: 'text' }>['form']) => fc.Arbitrary<string>
  readonly number: fc.Arbitrary<number>
  /** Whether what may be left out is there. */
  readonly optional: fc.Arbitrary<boolean>
  readonly whole: ReadonlyMap<unknown, fc.Arbitrary<unknown>>
}

type Parts = {
  readonly literal?: unknown
  readonly options?: readonly unknown[]
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[]
}

const requirementOf = ({ pipe = [] }: Parts, type: string): number | undefined => {
  const found = pipe.find(action => action.type === type)?.requirement
  return typeof found === 'number' ? found : undefined
}

/** Values that the schema takes, as far as a schema alone can say. */
export function arbitraryOf(schema: GenericSchema, filling: Filling): fc.Arbitrary<unknown> {
  const known = filling.whole.get(schema)
  if (known !== undefined) return known
  if (schema === (itemContent as unknown)) return contentOf(filling)
  const parts = schema as unknown as Parts
  switch (schema.type) {
    case 'string':
      return stringOf(schema, filling)
    case 'number':
      return filling.number.filter(value => is(schema, value))
    case 'boolean':
      return fc.boolean()
    case 'literal':
      return fc.constant(parts.literal)
    case 'picklist':
      return fc.constantFrom(...(parts.options ?? []))
    case 'nullable':
      return fc.option(inner(schema, filling), { nil: null })
    case 'exact_optional':
      return inner(schema, filling)
    case 'array': {
      const min = requirementOf(parts, 'min_length') ?? 0
      return fc.array(inner(schema, filling), { minLength: Math.max(min, 1), maxLength: Math.max(min, 2) })
    }
    case 'variant':
    case 'union':
      return fc.oneof(...innerOf(schema).map(([, option]) => arbitraryOf(option, filling)))
    case 'strict_object':
      return objectOf(schema, filling)
    default:
      throw new Error(`no values are known for a schema of type ${schema.type}`)
  }
}

function inner(schema: GenericSchema, filling: Filling): fc.Arbitrary<unknown> {
  const [[, first] = []] = innerOf(schema)
  if (first === undefined) throw new Error(`nothing is in a schema of type ${schema.type}`)
  return arbitraryOf(first, filling)
}

function stringOf(schema: GenericSchema, filling: Filling): fc.Arbitrary<string> {
  const holds = holdsOf(schema)
  if (holds === undefined) throw new Error('a string that does not say what it holds')
  if (holds.holds === 'id') return filling.id(holds.of)
  if (holds.holds === 'text') return filling.text(holds.form)
  return fc.constantFrom(...holds.like)
}

function objectOf(schema: GenericSchema, filling: Filling): fc.Arbitrary<unknown> {
  const fields = innerOf(schema).map(([name, field]) => {
    const value = arbitraryOf(field, filling)
    const isOptional = field.type === 'exact_optional'
    return fc
      .tuple(isOptional ? filling.optional : fc.constant(true), value)
      .map(([isThere, value]) => (isThere ? [[name, value]] : []))
  })
  return fc.tuple(...fields).map(pairs => Object.fromEntries(pairs.flat()))
}

export const people = [
  'lead',
  'second',
  'helper',
  'headA',
  'principalA',
  'delegateA',
  'adviserA',
  'headB',
  'guarantor',
  'observer',
  'stranger',
] as const
/** Those who may do something come more often. */
export const randomPerson = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('lead', 'headA') },
  { weight: 2, arbitrary: fc.constantFrom('second', 'delegateA', 'adviserA') },
  { weight: 1, arbitrary: fc.constantFrom(...people) },
)

const device = fc
  .tuple(randomPerson, fc.integer({ min: 1, max: 3 }))
  .map(([person, nth]) => deviceOf(person, nth))
const party = fc.constantFrom(partyA, partyB, thirdParty)

/** Few ids, so that acts meet: most name something that may be there. */
export const fewIds = (of: string): fc.Arbitrary<string> => {
  if (of === 'member') return randomPerson.map(memberId)
  if (of === 'device') return device.map(({ device }) => device)
  if (of === 'party') return party.map(({ party }) => party)
  if (of === 'room') return fc.constantFrom('room-caucus-party-aa', 'room-caucus-party-bb')
  if (of === 'part') return fc.constantFrom('part-0001', 'part-0002')
  return fc.nat(1).map(n => `${of}-000${n}`)
}

const askedBoth = [partyA, partyB].map(({ party }, at) => ({
  party,
  room: `room-caucus-${party}`,
  under: `question-000${at}`,
}))

type Votes = { readonly inFavour: number; readonly opposed: number; readonly blankOrVoid: number }
const tallyOf = (votes: Votes, groupName: string): object => {
  const returned = votes.inFavour + votes.opposed + votes.blankOrVoid
  return { ...votes, groupName, returned, eligible: returned + 1, membersInAll: returned + 2 }
}

export const knownWholes: Filling['whole'] = new Map<unknown, fc.Arbitrary<unknown>>([
  [
    memberCard,
    randomPerson.chain(person =>
      fc.constantFrom(cardOf(person), cardOf(person, { role: 'mediator' }), cardOf(person, { role: 'lead' })),
    ),
  ],
  [deviceCard, device],
  [
    partyCard,
    fc
      .tuple(party, fc.boolean(), fc.boolean())
      .map(([card, hidden, account]) => ({ ...card, hidden, account })),
  ],
  [circumstanceSchema, fc.constant(circumstance)],
  // Most things have one wording and one word on them.
  [rev, fc.constantFrom(1, 1, 2)],
  [markNumber, fc.constantFrom(1, 1, 2)],
  [fieldName, fc.constantFrom(...registers.flatMap(({ fields }) => Object.keys(fields)))],
  // Both parties, in the order of their ids, each once; with times in which an outcome may be told at once.
  [parties, fc.constant([partyA, partyB].map(({ party, name }) => ({ party, name })))],
  // CLOS-3: what adds up.
  [
    tallies,
    fc
      .array(fc.record({ inFavour: fc.nat(9), opposed: fc.nat(9), blankOrVoid: fc.nat(3) }), {
        minLength: 1,
        maxLength: 2,
      })
      .map(all =>
        all.map(({ inFavour, opposed, blankOrVoid }, at) =>
          tallyOf({ inFavour, opposed, blankOrVoid }, `Zorgruppe${at}`),
        ),
      ),
  ],
  [times, fc.constant({ closes: 2_000_000_000_000, tellBy: 2_100_000_000_000, early: true })],
  [asked, fc.constant(askedBoth)],
  [
    adherences,
    fc.constant(askedBoth.map(({ party }) => ({ party, adherence: 'A'.repeat(86), byMediators: false }))),
  ],
  // What each gives, in the order of the parties; what the other gave, as the first reads it.
  [gives, fc.constant(askedBoth.map(({ party }) => ({ party, digest: 'd'.repeat(43) })))],
  [
    givings,
    fc.constant(
      askedBoth.map(({ party }, at) => ({
        party,
        item: 'item-0001',
        rev: 1,
        nonce: 'AAAA',
        under: `item-given-${at}`,
      })),
    ),
  ],
  [
    handed,
    fc.nat(1000).map(nth => [
      {
        party: partyB.party,
        under: `item-handed-${nth}`,
        nonce: 'AAAA',
        thing: { register: 'matter', fields: { kind: 'figure', title: 'The flow' } },
      },
    ]),
  ],
  [
    considered,
    fc.constant(askedBoth.map(({ party }, at) => ({ party, upTo: at, head: 'AAAA', answer: at }))),
  ],
  [verb, fc.constantFrom(...registers.flatMap(({ verbs }) => Object.keys(verbs)), 'unheard-of')],
])

/** Random acts over few ids; what may be left out is there one time in five, for each is one more thing that may be refused. */
export const talking: Filling = {
  id: fewIds,
  text: form =>
    form === 'figure'
      ? fc.constantFrom('90', '6854.5')
      : form === 'name' || form === 'title'
        ? fc.constantFrom('Borduria', 'A title')
        : fc.constantFrom('A pause of 90 days.', 'Nein, danke.', 'لا', '😀😀😀😀😀😀'),
  number: fc.oneof(fc.nat(6), fc.nat(limits.retentionDaysMax)),
  optional: fc.nat(4).map(n => n === 0),
  whole: knownWholes,
}

/** What an item's fields may be hangs on its register: things of every register there is. */
function contentOf(filling: Filling): fc.Arbitrary<object> {
  return fc.oneof(...registers.map(register => contentIn(register, filling)))
}

const contentIn = (register: Register, filling: Filling): fc.Arbitrary<object> =>
  fc.record({
    register: fc.constant(register.name),
    fields: arbitraryOf(fieldsSchemaOf(register), filling).map(fields =>
      (agreeing[register.name] ?? (same => same))(fields as object),
    ),
  })

/** STEP-4: whoever does it, whoever judges it and whom it is for are three, which no schema says. */
function doneForAnother(fields: object): object {
  return {
    ...fields,
    beneficiaries: [partyB.party],
    ...('stepOwner' in fields ? { stepOf: 'party', stepOwner: partyA.party } : { stepOf: 'body' }),
    ...('certifier' in fields ? { certifiedBy: 'party', certifier: thirdParty.party } : {}),
  }
}

type Agreeing = (fields: object) => object

/** What no schema says of a thing: which of its fields go with each other. */
const agreeing: Readonly<Record<string, Agreeing>> = {
  step: doneForAnother,
  // CLOS-5: a day only of what begins on one; of its languages one that it has.
  instrument: fields => ({
    ...fields,
    ...('inForceOn' in fields ? { inForceUpon: 'fixed-day' } : {}),
    ...('authenticIn' in fields && 'textIn' in fields
      ? {
          authenticIn: (fields.textIn as readonly { language: string }[])
            .slice(0, 1)
            .map(text => text.language),
        }
      : {}),
  }),
}

/** A thing of one register, put for the first time. */
/** Without the fields that a room of that kind does not take. */
export const fieldsIn =
  ({ onlyIn = {} }: Register, kind: RoomKind) =>
  (put: unknown): unknown => {
    const { fields, ...act } = put as { readonly fields: object }
    const taken = Object.entries(fields).filter(([name]) => onlyIn[name]?.includes(kind) !== false)
    return { ...act, fields: Object.fromEntries(taken) }
  }

export const thingOf = (register: Register, filling: Filling): fc.Arbitrary<unknown> =>
  fc
    .tuple(filling.id('item'), contentIn(register, filling))
    .map(([item, content]) => ({ kind: 'item.put', item, rev: 1, ...content }))

const itemPut = (filling: Filling): fc.Arbitrary<unknown> =>
  fc
    .tuple(filling.id('item'), fc.integer({ min: 1, max: 3 }), contentOf(filling))
    .map(([item, rev, content]) => ({ kind: 'item.put', item, rev, ...content }))

export const actOf = (kind: ActKind, filling: Filling): fc.Arbitrary<unknown> =>
  kind === 'item.put' ? itemPut(filling) : arbitraryOf(schemaOf(kind), filling).map(fitted)

/** MEET-7: an exchange has what is given, every other question what it puts: what a schema does not say of two fields. */
function fitted(act: unknown): unknown {
  const { content, ...about } = act as Readonly<Record<string, unknown>>
  if (typeof content !== 'object' || content === null || !('parties' in content)) return act
  const { gives, thing, anew, concerning, ...asked } = content as Readonly<Record<string, unknown>>
  const { gives: givings, own, item, ...rest } = about
  if (asked['kind'] === 'exchange' && gives !== undefined)
    return {
      ...rest,
      content: { ...asked, gives },
      ...(givings === undefined ? {} : { gives: givings }),
      ...(own === undefined ? {} : { own }),
    }
  return {
    ...rest,
    content: {
      ...asked,
      ...(asked['kind'] === 'exchange' ? { kind: 'free' } : {}),
      ...(thing === undefined ? {} : { thing }),
      ...(anew === undefined ? {} : { anew }),
      ...(concerning === undefined ? {} : { concerning }),
    },
    ...(item === undefined ? {} : { item }),
  }
}

/** Acts of every kind there is; what is said of something comes more often than the coming and going of people. */
export const randomAct: fc.Arbitrary<unknown> = fc.oneof(
  ...actKinds.map(kind => ({
    weight: specOf({ kind }).stands === 'on-its-subject' ? 3 : 1,
    // Rules that this program does not know would end every talk; they have a test of their own.
    arbitrary: kind === 'rules.adopt' ? fc.constant({ kind, number: rulesNumber }) : actOf(kind, talking),
  })),
)
