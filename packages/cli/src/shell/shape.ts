/** What a command answers with `--json`, as JSON Schema has it (CLI-12): declared beside the command, and written into the specification. */

/** The part of JSON Schema 2020-12 that answers need. */
export type Shape = {
  readonly type?: 'string' | 'boolean' | 'integer' | 'object' | 'array' | 'null'
  readonly description?: string
  readonly const?: boolean
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
  readonly anyOf?: readonly Shape[]
  readonly $ref?: string
}

/** By their names; one that ends in `?` may be missing. */
export type Fields = Readonly<Record<string, Shape>>

export const text: Shape = { type: 'string' }
export const yesNo: Shape = { type: 'boolean' }
export const count: Shape = { type: 'integer', minimum: 0 }
/** CLI-12: of one unit, everywhere. */
export const time: Shape = { type: 'integer', minimum: 0, description: 'milliseconds since 1970 UTC' }
export const oneOf = (...values: readonly string[]): Shape => ({ enum: values })

const bare = (name: string): string => name.replace(/\?$/, '')

/** Among fields: there are more, those of an act or of the engine's answer, which other pages write down. */
export const andMore: Fields = { '*': {} }

/** These fields, and no other unless there are more. */
export function object({ '*': more, ...fields }: Fields): Shape {
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(fields).map(([name, shape]) => [bare(name), shape])),
    required: Object.keys(fields).filter(name => !name.endsWith('?')),
    ...(more === undefined ? { additionalProperties: false } : {}),
  }
}

/** At least these fields. */
export const open = (fields: Fields = {}): Shape => object({ ...fields, ...andMore })

/** CLI-12: a list of things has a row for each. */
export const rows = (fields: Fields): Shape => ({ type: 'array', items: object(fields) })
export const openRows = (fields: Fields = {}): Shape => ({ type: 'array', items: open(fields) })
/** Words that are one text, such as those of a phrase. */
export const words: Shape = { type: 'array', items: text }

const shared = new Map<string, Shape>()

/** What many commands answer with stands once in the schema, under its own name. */
export function named(name: string, shape: Shape): Shape {
  shared.set(name, shape)
  return { $ref: `#/$defs/${name}` }
}

export const sharedShapes: ReadonlyMap<string, Shape> = shared

export const violation = named('violation', open({ code: text }))
export const violations: Shape = { type: 'array', items: violation }
const failure = named(
  'failure',
  open({ code: text, message: text, 'candidates?': rows({ handle: text, 'id?': text, 'about?': text }) }),
)
const refused = named('refused', object({ ok: { const: false }, error: failure }))

const memberFields: Fields = {
  relay: named('relay', object({ reached: yesNo, waiting: count, 'failure?': text })),
  troubles: named('troubles', violations),
}

/** What a command answers: one of these. */
export type Answers = {
  readonly ways: readonly Fields[]
  /** As a member: with the relay and the troubles beside it. */
  readonly isMember: boolean
}

/** The whole object: its answer, with `error` where not all of it was done; or why there is none. */
export const answersToShape = ({ ways, isMember }: Answers): Shape => ({
  anyOf: [
    ...ways.map(way => object({ ok: yesNo, 'error?': failure, ...way, ...(isMember ? memberFields : {}) })),
    refused,
  ],
})
