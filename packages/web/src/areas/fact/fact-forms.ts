/** The forms of things of facts: which fields each shows and how each is typed, from what stood there and back. */

import type { ItemFields, PartyCard } from '@goodoffices/core'
import { readWhole } from '../../ui/whole-number.ts'
import { readDecimal } from './decimal.ts'
import type { FactKind } from './paths.ts'

/** `lines`: one a line; `people`: a name a line, and after a comma by which party; `worth`: a number, or words where it is none. */
export type Typed = 'text' | 'words' | 'day' | 'lines' | 'people' | 'whole' | 'truth' | 'worth' | 'party'
export type FieldForm = {
  readonly name: string
  readonly as: Typed | readonly string[]
  readonly isNeeded?: true
}

export const factForms: Readonly<Record<FactKind, readonly FieldForm[]>> = {
  inquiry: [
    { name: 'title', as: 'text', isNeeded: true },
    { name: 'toFind', as: 'lines', isNeeded: true },
    { name: 'conductedBy', as: 'text', isNeeded: true },
    { name: 'findingIs', as: ['advisory', 'binding', 'for-noting'], isNeeded: true },
    { name: 'experts', as: 'people' },
    { name: 'accessTo', as: 'words' },
    { name: 'schedule', as: 'words' },
    { name: 'paidBy', as: 'words' },
    { name: 'secrecy', as: 'words' },
  ],
  evidence: [
    { name: 'title', as: 'text', isNeeded: true },
    { name: 'madeBy', as: 'text' },
    { name: 'madeOn', as: 'day' },
    { name: 'obtainedFrom', as: 'text' },
    { name: 'obtainedOn', as: 'day' },
    { name: 'obtainedHow', as: 'words' },
    { name: 'heldBy', as: 'text' },
    { name: 'keptSources', as: 'lines' },
  ],
  measure: [
    { name: 'title', as: 'text', isNeeded: true },
    { name: 'owner', as: 'party' },
    { name: 'imposedBy', as: 'text', isNeeded: true },
    { name: 'against', as: 'text' },
    { name: 'wording', as: 'words' },
    { name: 'legalBasis', as: 'words' },
    { name: 'inForceSince', as: 'day' },
    { name: 'reach', as: 'words' },
    { name: 'canLift', as: 'text' },
    { name: 'daysToLift', as: 'whole' },
    { name: 'reversible', as: 'truth' },
    { name: 'sources', as: 'lines' },
  ],
  alternative: [
    { name: 'title', as: 'text', isNeeded: true },
    { name: 'withoutDeal', as: 'words', isNeeded: true },
    { name: 'alternativeWhen', as: 'text' },
    { name: 'worth', as: 'worth' },
    { name: 'settlementFile', as: 'text' },
    { name: 'changesIf', as: 'words' },
  ],
}

type Texts = Readonly<Record<string, string>>
type Fields = Readonly<Record<string, unknown>>
/** How a reader writes numbers, and whom a name may stand for. */
export type Reading = { readonly locale: string; readonly parties: readonly PartyCard[] }
type Showing = Pick<Reading, 'parties'> & { readonly decimal: (written: string) => string }

type Expert = { readonly name: string; readonly namedBy?: string }

function textOf(as: FieldForm['as'], value: unknown, { parties, decimal }: Showing): string {
  if (value === undefined) return ''
  if (as === 'truth') return value === true ? 'yes' : 'no'
  if (as === 'lines') return (value as readonly string[]).join('\n')
  if (as === 'people')
    return (value as readonly Expert[])
      .map(({ name, namedBy }) =>
        [name, parties.find(({ party }) => party === namedBy)?.name]
          .filter(part => part !== undefined)
          .join(', '),
      )
      .join('\n')
  if (as === 'worth') {
    const { value: number, words } = value as { readonly value?: string; readonly words?: string }
    return number === undefined ? (words ?? '') : decimal(number)
  }
  return typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : ''
}

export const textsOf = (kind: FactKind, before: Fields | undefined, showing: Showing): Texts =>
  Object.fromEntries(factForms[kind].map(({ name, as }) => [name, textOf(as, before?.[name], showing)]))

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

function expertOf(line: string, parties: readonly PartyCard[]): Expert {
  const at = line.search(/[,،]/)
  const party = parties.find(({ name }) => at > 0 && name === line.slice(at + 1).trim())
  return party === undefined ? { name: line } : { name: line.slice(0, at).trim(), namedBy: party.party }
}

/** Undefined where nothing was typed, or nothing that can be read. */
function valueOf(as: FieldForm['as'], typed: string, { locale, parties }: Reading): unknown {
  const text = typed.trim()
  if (text === '') return undefined
  if (as === 'truth') return text === 'yes'
  if (as === 'whole') return readWhole(text)
  if (as === 'lines') return linesOf(text)
  if (as === 'people') return linesOf(text).map(line => expertOf(line, parties))
  if (as === 'worth') {
    const value = readDecimal(text, locale)
    return value === undefined ? { kind: 'no-number', words: text } : { kind: 'exactly', value }
  }
  return text
}

export const fieldsOf = (kind: FactKind, texts: Texts, reading: Reading): ItemFields => {
  const fields = Object.fromEntries(
    factForms[kind].flatMap(({ name, as }) => {
      const value = valueOf(as, texts[name] ?? '', reading)
      return value === undefined ? [] : [[name, value]]
    }),
  ) as ItemFields
  return kind === 'measure'
    ? { ...fields, measureOf: fields['owner'] === undefined ? 'body' : 'party' }
    : fields
}

export const isWhole = (kind: FactKind, texts: Texts): boolean =>
  factForms[kind].every(({ name, as, isNeeded }) => {
    const text = (texts[name] ?? '').trim()
    if (as === 'whole' && text !== '' && readWhole(text) === undefined) return false
    return isNeeded !== true || text !== ''
  })
