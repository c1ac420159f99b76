/** The forms of steps and of what stands beside them: which fields each shows and how each is typed, from what stood there and back. */

import type { ItemFields, ItemId, PartyCard, Term } from '@goodoffices/core'
import { readWhole } from '../../ui/whole-number.ts'
import type { StepKind } from './paths.ts'

/**
 * `parties`, `steps`, `calendars`, `weekdays`: any of them, ticked; `owner`, `judge`: a party of the room, or a body by its name;
 * `term`: a day, or so long after a step.
 */
export type Typed =
  | 'text'
  | 'words'
  | 'day'
  | 'lines'
  | 'days'
  | 'whole'
  | 'clock'
  | 'parties'
  | 'steps'
  | 'calendars'
  | 'weekdays'
  | 'owner'
  | 'judge'
  | 'step'
  | 'term'
export type FieldForm = {
  readonly name: string
  readonly as: Typed | readonly string[]
  readonly isNeeded?: true
}

const units = ['days', 'working-days', 'weeks', 'months', 'years'] as const

export const stepForms: Readonly<Record<StepKind, readonly FieldForm[]>> = {
  step: [
    { name: 'stepNumber', as: 'whole', isNeeded: true },
    { name: 'title', as: 'text', isNeeded: true },
    { name: 'toDo', as: 'words' },
    { name: 'stepOwner', as: 'owner' },
    { name: 'doneBy', as: 'text', isNeeded: true },
    { name: 'beneficiaries', as: 'parties', isNeeded: true },
    { name: 'dueBy', as: 'term' },
    { name: 'certifier', as: 'judge' },
    { name: 'certifierName', as: 'text' },
    { name: 'standard', as: 'words' },
    { name: 'proofWanted', as: 'words' },
    { name: 'withGroup', as: 'text' },
    { name: 'readyTo', as: ['mediators', 'everyone'] },
    { name: 'cureCount', as: 'whole' },
    { name: 'cureUnit', as: units },
    { name: 'cureCalendars', as: 'calendars' },
    { name: 'onBreach', as: 'steps' },
    { name: 'ifNot', as: 'words' },
    { name: 'everyCount', as: 'whole' },
    { name: 'everyUnit', as: ['days', 'weeks', 'months', 'years'] },
    { name: 'clause', as: 'text' },
    { name: 'theme', as: 'text' },
  ],
  incident: [
    { name: 'title', as: 'text', isNeeded: true },
    { name: 'whatHappened', as: 'words' },
    { name: 'incidentOn', as: 'day' },
    { name: 'incidentAt', as: 'text' },
    { name: 'gravity', as: ['slight', 'grave', 'gravest'], isNeeded: true },
    { name: 'allegedBy', as: 'text' },
    { name: 'touches', as: 'step' },
    { name: 'reportedFrom', as: 'text' },
    { name: 'judge', as: 'judge' },
    { name: 'judgeName', as: 'text' },
    { name: 'levels', as: 'lines' },
    { name: 'daysAtLevel', as: 'whole' },
  ],
  finding: [
    { name: 'title', as: 'text', isNeeded: true },
    { name: 'aboutStep', as: 'step', isNeeded: true },
    { name: 'found', as: 'words', isNeeded: true },
    { name: 'degree', as: ['0', '1', '2', '3'] },
    { name: 'overPeriod', as: 'text' },
    { name: 'finder', as: 'owner' },
    { name: 'finderName', as: 'text', isNeeded: true },
  ],
  calendar: [
    { name: 'title', as: 'text', isNeeded: true },
    { name: 'weeklyRest', as: 'weekdays' },
    { name: 'holidays', as: 'days' },
    { name: 'dayBegins', as: 'clock' },
  ],
}

export type Texts = Readonly<Record<string, string>>
type Fields = Readonly<Record<string, unknown>>

/** A body that is not here, where whoever judges it is chosen. */
export const byBody = 'body'

/** A term that this form cannot say stays as it is until another is chosen. */
const kept = 'kept'
export const termKinds = ['none', 'on', 'after', kept] as const

const several: ReadonlySet<FieldForm['as']> = new Set(['parties', 'steps', 'calendars', 'weekdays'])
const partsOf = (text: string): readonly string[] => text.split(' ').filter(part => part !== '')

function textOf({ as }: FieldForm, value: unknown): string {
  if (value === undefined) return ''
  if (as === 'lines' || as === 'days') return (value as readonly string[]).join('\n')
  if (several.has(as)) return (value as readonly string[]).join(' ')
  return typeof value === 'number' ? `${value}` : typeof value === 'string' ? value : ''
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Whoever judges: the party, a body, or nobody that is named. */
const judgeIn = (before: Fields | undefined): string =>
  before?.['certifiedBy'] === byBody || before?.['ruledBy'] === byBody
    ? byBody
    : plain(before?.['certifier'] ?? before?.['judge'])

export function textsOf(kind: StepKind, before: Fields | undefined): Texts {
  const term = before?.['dueBy'] as Term | undefined
  const after = term?.kind === 'after' ? term : undefined
  return {
    ...Object.fromEntries(stepForms[kind].map(form => [form.name, textOf(form, before?.[form.name])])),
    certifier: judgeIn(before),
    judge: judgeIn(before),
    readyTo: plain(before?.['readyTo'] ?? 'mediators'),
    termKind: term === undefined ? 'none' : term.kind === 'on' || term.kind === 'after' ? term.kind : kept,
    termDay: term?.kind === 'on' ? term.day : '',
    termStep: after?.item ?? '',
    termVerb: after?.verb ?? 'step-performed',
    termCount: after === undefined ? '' : `${after.count}`,
    termUnit: after?.unit ?? 'days',
    termCalendars: (after?.calendars ?? []).join(' '),
    termZone: after?.zone ?? '',
  }
}

function termOf(texts: Texts, before: Term | undefined, zone: string): Term | undefined {
  const calendars = partsOf(texts['termCalendars'] ?? '') as unknown as readonly ItemId[]
  const count = readWhole(texts['termCount'] ?? '')
  switch (texts['termKind']) {
    case 'on':
      return texts['termDay'] === '' ? undefined : { kind: 'on', day: texts['termDay'] as never }
    case 'after':
      return texts['termStep'] === '' || count === undefined
        ? undefined
        : {
            kind: 'after',
            item: texts['termStep'] as string as ItemId,
            verb: texts['termVerb'] ?? 'step-performed',
            count,
            unit: texts['termUnit'] as 'days',
            ...(calendars.length === 0 ? {} : { calendars }),
            zone: texts['termZone'] === '' ? zone : (texts['termZone'] ?? zone),
          }
    case kept:
      return before
    case undefined:
    default:
      return undefined
  }
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

/** Undefined where nothing was typed, or nothing that can be read. */
function valueOf({ name, as }: FieldForm, typed: string): unknown {
  const text = typed.trim()
  if (as === 'weekdays') return partsOf(text)
  if (text === '') return undefined
  if (as === 'whole' || name === 'degree') return readWhole(text)
  if (as === 'lines' || as === 'days') return linesOf(text)
  return several.has(as) ? partsOf(text) : text
}

type Reading = {
  readonly before: Fields | undefined
  readonly zone: string
}

/** What no form shows (an issue, what it concerns, the question in which it was agreed) stays as it was. */
export function fieldsOf(kind: StepKind, texts: Texts, { before, zone }: Reading): ItemFields {
  const shown = new Set([
    ...stepForms[kind].map(({ name }) => name),
    'certifiedBy',
    'ruledBy',
    'foundBy',
    'stepOf',
  ])
  const fields: Record<string, unknown> = {
    ...Object.fromEntries(Object.entries(before ?? {}).filter(([name]) => !shown.has(name))),
    ...Object.fromEntries(
      stepForms[kind].flatMap(form => {
        const value =
          form.as === 'term' || form.as === 'judge' ? undefined : valueOf(form, texts[form.name] ?? '')
        return value === undefined ? [] : [[form.name, value]]
      }),
    ),
  }
  if (kind === 'step') {
    const due = termOf(texts, before?.['dueBy'] as Term | undefined, zone)
    const judge = texts['certifier'] ?? ''
    return dropping(
      {
        ...fields,
        stepOf: fields['stepOwner'] === undefined ? byBody : 'party',
        ...(due === undefined ? {} : { dueBy: due }),
        ...(judge === ''
          ? {}
          : judge === byBody
            ? { certifiedBy: byBody }
            : { certifiedBy: 'party', certifier: judge }),
      },
      [
        ...(judge === '' ? ['certifierName'] : []),
        ...(fields['withGroup'] === undefined ? ['readyTo'] : []),
        ...(fields['cureCount'] === undefined ? ['cureUnit', 'cureCalendars'] : []),
        ...(fields['everyCount'] === undefined ? ['everyUnit'] : []),
      ],
    )
  }
  if (kind === 'incident') {
    const judge = texts['judge'] ?? ''
    return dropping(
      {
        ...fields,
        ...(judge === ''
          ? { ruledBy: 'mediators' }
          : judge === byBody
            ? { ruledBy: byBody }
            : { ruledBy: 'party', judge }),
      },
      judge === '' ? ['judgeName'] : [],
    )
  }
  if (kind === 'finding')
    return dropping({ ...fields, foundBy: fields['finder'] === undefined ? byBody : 'party' }, [])
  return fields as ItemFields
}

const dropping = (fields: Fields, names: readonly string[]): ItemFields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name))) as ItemFields

/** Whether all that is needed stands there, and whatever is a number or a day is one. */
export const isWhole = (kind: StepKind, texts: Texts): boolean =>
  stepForms[kind].every(({ name, as, isNeeded }) => {
    const text = (texts[name] ?? '').trim()
    // Who says that there is a day says which.
    if (as === 'term' && texts['termKind'] === 'on') return (texts['termDay'] ?? '') !== ''
    if (as === 'whole' && text !== '' && readWhole(text) === undefined) return false
    if (as === 'days' && linesOf(text).some(line => !dayPattern.test(line))) return false
    return isNeeded !== true || text !== ''
  })

/** Those that a list holds, with one more or one less. */
export const toggled = (text: string, part: string, isIn: boolean): string =>
  [...partsOf(text).filter(each => each !== part), ...(isIn ? [part] : [])].join(' ')
export const isTicked = (text: string, part: string): boolean => partsOf(text).includes(part)

/** Whom somebody may choose as an owner or a judge. */
export const namesOf = (
  parties: readonly PartyCard[],
): readonly { readonly id: string; readonly label: string }[] =>
  parties.map(({ party, name }) => ({ id: party, label: name }))
