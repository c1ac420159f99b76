/** The page of acts: the fields, the refusals and the places of each, from the schemas and the other pages. */

import {
  type ActKind,
  type Holds,
  innerOf,
  type Register,
  registers,
  rulesChanges,
  specOf,
  type Who,
} from '@goodoffices/core'
import { bytesToHex, encode } from '@goodoffices/log'
import { allAreas } from '../../packages/core/src/areas.ts'
import { decimal } from '../../packages/core/src/item/figure.ts'
import { body, excerpt, name, note, title } from '../../packages/core/src/schema.ts'
import { term } from '../../packages/core/src/term/term.ts'
import type { Declared } from './declared.ts'
import { type Pages, type Rule, rulesOf } from './pages.ts'
import { type Field, figureOf, kindsOf, patternOf, type Schema, Shapes, takes, unwrapped } from './shapes.ts'

type Form = Extract<Holds, { holds: 'text' }>['form']

const forms: Readonly<Record<Form, readonly [Schema, string]>> = {
  title: [title, 'a heading, or a word or two'],
  name: [name, 'what somebody or something is called'],
  note: [note, 'a remark beside the matter'],
  body: [body, 'the matter itself'],
  excerpt: [excerpt, 'a piece of another text'],
  figure: [decimal, 'a number as it was written'],
}

/** What the page opens with: an act, and its one encoding. */
const example = {
  kind: 'message.say',
  message: 'kLzW0c7xSMyn3fXkQh2aYg',
  form: 'oral-message',
  binding: false,
  body: 'Ninety days.',
} as const

/** What an act may be refused with wherever it stands, in the order in which it is found out. */
const common: readonly (readonly [string, string])[] = [
  ['act-malformed', 'it has another form than is written here; `path` and `reason` say where and in what'],
  ['act-unknown', 'no program of this version knows it'],
  ['time-malformed', 'its author’s time is none'],
  ['entry-repeated', 'its entry counted before'],
  ['not-a-member', 'the device was never one of the room'],
  ['no-longer-a-member', 'whose device it is has left'],
  ['device-removed', 'the device has been put away'],
  ['record-destroyed', 'the room is over'],
  ['rules-newer', 'the room goes by rules that the program does not know'],
  ['rules-older', 'the room goes by rules older than the act, or than a field of it'],
]

/** What is judged beside acts: by which function, and what of it is said. */
const beside = [
  ['beginRoom', 'A room’s first entry'],
  ['applyEpoch', 'Keys that begin an epoch, beside the rules of their own form (ENV-50 to ENV-58)'],
  ['checkConveyance', 'A conveyance that is planned, when it is looked at and again before it is carried'],
] as const

type Writing = { readonly shapes: Shapes; readonly pages: Pages; readonly declared: Declared }

export function writeActs(writing: Writing): string {
  const { shapes } = writing
  const acts = allAreas
    .filter(area => area.acts.length > 0)
    .flatMap(area => [`## ${area.name}`, ...area.acts.flatMap(({ kind }) => actBlocks(writing, kind))])
  const named = registers.flatMap(register => registerBlocks(writing, register))
  // Last: what is referred to is known once all else is written.
  return [
    ...opening(writing),
    ...acts,
    '## Registers',
    registersIntroduction(shapes.describe(term)),
    ...named,
    ...shapeBlocks(writing),
    ...codeBlocks(writing),
  ]
    .join('\n\n')
    .concat('\n')
}

const opening = ({ declared }: Writing): readonly string[] => [
  '# Acts',
  'Somebody says something, and the bytes that every implementation makes of it ([encoding](encoding.md)):',
  `\`\`\`\n${JSON.stringify(example, null, 1).replaceAll(/\n ?/g, ' ')}\n\n${inLines(bytesToHex(encode(example)))}\n\`\`\``,
  'This page is written from the schemas by `npm run spec`, and a test fails where it differs from them. What the acts mean, and the rules\nthat are named here, stand on the other pages: [rooms](rooms.md), [messages](messages.md), [items](items.md).',
  '## How to read it',
  [
    '- An act is a record with its `kind` and the fields listed, and with no others (ROOM-18). A field that may be left out is absent where',
    '  nothing is said; it is never null.',
    '- An *id* is as in ROOM-20. Which thing it names is said here, and cannot be seen from it.',
    '- A *time* is in milliseconds since 1970 UTC, from 0 to the end of the year 9999. Numbers are integers, their bounds included.',
    '- *Since rules 2*: it is refused in a room of a lower rules number (RULE-3). What says nothing is there from the first on.',
    '- A *position* or offset in a text counts UTF-16 code units.',
    '- Lengths of texts are in UTF-16 code units. A text is well-formed, not blank, and has no control characters but tab and line ends;',
    '  where it is on one line, neither those nor the marks that turn the direction of what stands beside it (ROOM-21).',
  ].join('\n'),
  table(
    ['text', 'what it is', 'how it is written'],
    Object.entries(forms).map(([form, [schema, what]]) => [`\`${form}\``, what, writtenAs(schema)]),
  ),
  'Any act can be refused with these; what else, each says:',
  table(
    ['code', 'why'],
    common.map(([code, why]) => [`\`${code}\``, why]),
  ),
  ...beside.map(([name, what]) => `${what}: ${declared.failures(name).map(inCode).join(', ')}.`),
  'Rules numbers, and what each brings:',
  table(
    ['number', 'brings'],
    rulesChanges.map(({ number, brings }) => [String(number), brings.join('; ')]),
  ),
]

const inCode = (word: string): string => `\`${word}\``

/** Bytes in lines of a length that fits a page. */
const inLines = (hex: string): string => (hex.match(/.{1,96}/g) ?? []).join('\n')

/** The longest text that a schema takes, found by trying; 0 where it takes no words at all. */
function lengthOf(schema: Schema): number {
  let [low, high] = [0, 1 << 20]
  while (low < high) {
    const middle = low + Math.ceil((high - low) / 2)
    if (takes(schema, 'a'.repeat(middle))) low = middle
    else high = middle - 1
  }
  return low
}

function writtenAs(schema: Schema): string {
  const length = lengthOf(schema)
  if (length === 0) return patternOf(schema)
  return `${takes(schema, 'a\nb') ? '' : 'on one line, '}${figureOf(length)} at most`
}

function actBlocks(writing: Writing, kind: ActKind): readonly string[] {
  const { shapes, pages, declared } = writing
  const { fields, since = 1, fieldsSince = {}, changesKeys } = specOf({ kind })
  const row = pages.rows.get(kind)
  const codes = declared.refusals.get(kind)
  if (row === undefined) throw new Error(`no page says who may do ${kind} where`)
  if (codes === undefined) throw new Error(`no declaration has ${kind}`)
  const numbers: Readonly<Record<string, number | undefined>> = fieldsSince
  const said = shapes.fieldsOf(Object.entries(fields))
  return [
    `### ${kind}`,
    [
      `${capitalised(row.what)}.`,
      `*Who*: ${row.who}. *Where*: ${row.where}. *Page*: [${row.page.replace('.md', '')}](${row.page}).`,
      ...(changesKeys === true ? ['Sent with the keys of the next epoch (SYNC-15).'] : []),
      ...(since > 1 ? [`*Since rules ${since}.*`] : []),
    ].join(' '),
    said.length === 0 ? 'No fields.' : fieldsTable(said, field => numbers[field.split('.')[0] ?? '']),
    codes.length === 0 ? 'Refused for no reason of its own.' : `Refused: ${codes.map(inCode).join(', ')}.`,
  ]
}

const capitalised = (text: string): string =>
  text === '' ? text : `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`

function fieldsTable(
  fields: readonly Field[],
  since: (field: string) => number | undefined = () => undefined,
): string {
  return table(
    ['field', 'holds'],
    fields.map(({ field, optional, holds }) => {
      const number = since(field)
      const later = number === undefined || number === 1 ? '' : ` *Since rules ${number}.*`
      return [`\`${field}\`${optional ? ', may be left out' : ''}`, `${holds}${later}`]
    }),
  )
}

/** Each code with the rules that give it. */
function codeBlocks({ declared, pages }: Writing): readonly string[] {
  const others = beside.flatMap(([name]) => declared.failures(name))
  const codes = new Set([...declared.refusals.values(), common.map(([code]) => code), others].flat())
  return [
    '## Codes',
    table(
      ['code', 'rules'],
      [...codes].toSorted().map(code => [`\`${code}\``, linksTo(code, rulesOf(pages, code))]),
    ),
  ]
}

function linksTo(code: string, rules: readonly Rule[]): string {
  if (rules.length === 0) throw new Error(`a code that no rule names: ${code}`)
  return rules.map(({ id, page }) => `[${id}](${page})`).join(', ')
}

const registersIntroduction = (aTerm: string): string =>
  [
    'The fields of `item.put`, by the register that it names, and what may be said of its items with `item.mark`. ITEM-1 to ITEM-10 hold for',
    'all of them. *The maker* is the side that put the item; a verb in the same *group* as another takes its place (ITEM-5); one that *lapses*',
    `ends with a change of the fields that are *material* (ITEM-4). A day that follows from others is a ${aTerm}.`,
  ].join('\n')

function registerBlocks({ shapes, declared }: Writing, register: Register): readonly string[] {
  const { fields, rooms, caucusOf, verbs, material, title: heading } = register
  const rows = Object.entries(verbs).map(([verb, { who, needs = [], group = '', lapses }]) => [
    `\`${verb}\``,
    who.map(whoOf).join(', '),
    needs.map(need => `\`${need}\``).join(', '),
    group,
    lapses === true ? 'yes' : '',
  ])
  return [
    `### ${register.name}`,
    `Headed by \`${heading}\`. Stands as: ${(declared.standings.get(register.name) ?? []).map(word => `\`${word}\``).join(', ')}.`,
    fieldsTable(
      shapes.fieldsOf(Object.entries(fields) as readonly (readonly [string, Schema])[]).map(field => ({
        ...field,
        holds: material.includes(field.field) ? `${field.holds} (material)` : field.holds,
      })),
    ),
    table(
      ['room', 'who puts'],
      Object.entries(rooms).map(([kind, who]) => [
        `\`${kind}\`${kind === 'caucus' && caucusOf === 'third' ? ' of a third party' : ''}`,
        who.map(whoOf).join(', '),
      ]),
    ),
    table(['verb', 'who says it', 'needs', 'group', 'lapses'], rows),
  ]
}

const whoWords: Readonly<Record<Extract<Who, string>, string>> = {
  anyone: 'anybody',
  mediators: 'mediators',
  lead: 'the lead',
  speaks: 'who speaks for a party',
  binds: 'who binds a party',
  leads: 'who leads a party',
  maker: 'the maker',
  addressee: 'the party whose caucus it is',
  keeper: 'who keeps the side’s own room',
  principal: 'the principal, or who leads the party (MAND-16)',
  third: 'a third party',
  answerer: 'who leads a side that did not put it',
  side: 'who speaks for a party that is no third one',
  recorded: 'mediators, for a party without an account',
}

function whoOf(who: Who): string {
  if (typeof who === 'string') return whoWords[who]
  if ('named' in who) return `whom \`${who.named}\` names`
  if ('all' in who) return who.all.map(whoOf).join(' who is ')
  if ('as' in who) {
    const whom = who.addressed === undefined ? 'of any other' : `whom \`${who.addressed}\` says`
    return `${whoWords[who.as]}, ${whom}, not \`${who.by}\``
  }
  const choices = Object.entries(who.are).map(([choice, whom]) =>
    whom.length === 0 ? `\`${choice}\`: nobody` : `\`${choice}\`: ${whom.map(whoOf).join(', ')}`,
  )
  return `by \`${who.by}\` (${choices.join('; ')})`
}

/** Those that others refer to, by name; writing one may add to them. */
function shapeBlocks({ shapes }: Writing): readonly string[] {
  const blocks = new Map<string, string>()
  for (const [shape, schema] of shapes.met) blocks.set(shape, shapeOf(shapes, schema))
  const sorted = [...blocks].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return ['## Shapes', ...sorted.flatMap(([shape, block]) => [`### ${shape}`, block])]
}

function shapeOf(shapes: Shapes, schema: Schema): string {
  if (schema.type === 'string') return `${capitalised(patternOf(schema))}.`
  if (schema.type === 'picklist') return `One of ${new Shapes(new Map()).describe(schema)}.`
  if (schema.type === 'strict_object') return fieldsTable(shapes.fieldsOf(innerOf(schema)))
  return table(
    ['`kind`', 'fields'],
    innerOf(schema).map(([, option], at) => [
      `\`${kindsOf(schema)[at] ?? ''}\``,
      innerOf(option)
        .filter(([field]) => field !== 'kind')
        .map(([field, inner]) => {
          const { type } = inner
          return `\`${field}\`${type === 'exact_optional' ? ', may be left out' : ''}: ${shapes.describe(unwrapped(inner))}`
        })
        .join('; '),
    ]),
  )
}

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
