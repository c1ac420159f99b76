/**
 * People, points, rooms, ways and times as they are typed, one a line or one a paragraph: what a secretary pastes is taken as it comes. Reading what
 * was written gives back what stood there; what a line does not say is kept of whoever or whatever bears the same name.
 */

import { type Clock, isClock } from '@goodoffices/core'
import { readWhole } from '../../ui/whole-number.ts'

export type Person = { readonly name: string; readonly post?: string; readonly languages?: readonly string[] }

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

/** A name, and after the first comma a post; the comma of any of the five languages. */
export const textToPeople = (text: string, before: readonly Person[] = []): readonly Person[] =>
  linesOf(text).flatMap(line => {
    const at = line.search(/[,،]/)
    const name = (at < 0 ? line : line.slice(0, at)).trim()
    const post = at < 0 ? '' : line.slice(at + 1).trim()
    if (name === '') return []
    const languages = before.find(person => person.name === name)?.languages
    return [{ name, ...(post === '' ? {} : { post }), ...(languages === undefined ? {} : { languages }) }]
  })

export const peopleToText = (people: readonly Person[] = []): string =>
  people.map(({ name, post }) => (post === undefined ? name : `${name}, ${post}`)).join('\n')

export type Point = { readonly title: string; readonly said: string }

/** A paragraph each: its first line names it, the rest is what was said. */
export const textToPoints = (text: string): readonly Point[] =>
  text
    .trim()
    .split(/\n[ \t]*\n+/)
    .flatMap(paragraph => {
      const [title = '', ...said] = linesOf(paragraph)
      return title === '' || said.length === 0 ? [] : [{ title, said: said.join('\n') }]
    })

export const pointsToText = (points: readonly Point[] = []): string =>
  points.map(({ title, said }) => `${title}\n${said}`).join('\n\n')

/** Whether every paragraph names its point and says something of it. */
export const arePoints = (text: string): boolean =>
  text
    .trim()
    .split(/\n[ \t]*\n+/)
    .every(paragraph => linesOf(paragraph).length >= 2)

export const textToActions = linesOf
export const actionsToText = (actions: readonly string[] = []): string => actions.join('\n')

export type Place = {
  readonly placeName: string
  readonly roomSize?: number
  readonly floor?: number
  readonly distance?: number
}

const measures = ['roomSize', 'floor', 'distance'] as const

/** "Room 2, 30, 1, 12": its name, and what is known of its size, its floor and the way to the mediators, a dash for what is not. */
export const textToPlaces = (text: string): readonly Place[] =>
  linesOf(text).flatMap(line => {
    const parts = line.split(/[,،]/).map(part => part.trim())
    const known = parts.findIndex((part, at) => at > 0 && isMeasure(part))
    const isRead = known > 0 && parts.slice(known).every(isMeasure) && parts.length - known <= measures.length
    const placeName = (isRead ? parts.slice(0, known) : parts).join(', ').trim()
    const read = isRead ? parts.slice(known).map(readWhole) : []
    const sizes = measures.flatMap((name, at) => (read[at] === undefined ? [] : [[name, read[at]] as const]))
    return placeName === '' ? [] : [{ placeName, ...Object.fromEntries(sizes) }]
  })

const isMeasure = (part: string): boolean => part === '–' || part === '-' || readWhole(part) !== undefined

export const placesToText = (places: readonly Place[] = []): string =>
  places
    .map(({ placeName, ...known }) => {
      const last = measures.findLastIndex(name => known[name] !== undefined)
      return [placeName, ...measures.slice(0, last + 1).map(name => known[name] ?? '–')].join(', ')
    })
    .join('\n')

export type Way = { readonly placeName: string; readonly passes: readonly string[] }

/** "North stairs: hall, lift": a way, and what one passes on it. */
export const textToWays = (text: string): readonly Way[] =>
  linesOf(text).flatMap(line => {
    const at = line.indexOf(':')
    const passes = line
      .slice(at + 1)
      .split(/[,،]/)
      .map(part => part.trim())
      .filter(part => part !== '')
    const placeName = line.slice(0, Math.max(at, 0)).trim()
    return placeName === '' || passes.length === 0 ? [] : [{ placeName, passes }]
  })

export const waysToText = (ways: readonly Way[] = []): string =>
  ways.map(({ placeName, passes }) => [placeName, passes.join(', ')].join(': ')).join('\n')

export type Times = { readonly begins: Clock; readonly ends: Clock; readonly title?: string }

/** "10:15 11:15 The first round", whatever stands between the hours, in the digits of any of the five languages. */
const timesLine = /^(\d?\d:\d\d)[^\d]+(\d?\d:\d\d)\s*(.*)$/

/** Undefined where a line is no time, or ends before it begins. */
export function textToTimes(text: string): readonly Times[] | undefined {
  const times = linesOf(text).map(line => {
    const [, from = '', to = '', rest = ''] = timesLine.exec(latinDigits(line)) ?? []
    const title = rest === '' ? '' : line.slice(-rest.length)
    const [begins, ends] = [from.padStart(5, '0'), to.padStart(5, '0')]
    return isClock(begins) && isClock(ends) && begins < ends
      ? { begins, ends, ...(title === '' ? {} : { title }) }
      : undefined
  })
  const read = times.filter(each => each !== undefined)
  return read.length === times.length ? read : undefined
}

export const timesToText = (times: readonly Times[] = []): string =>
  times.map(({ begins, ends, title }) => [`${begins}–${ends}`, title].filter(Boolean).join(' ')).join('\n')

/** Where the ten digits of a script begin: Arabic, Persian. */
const zeros = [0x660, 0x6f0]
const latinDigits = (text: string): string =>
  Array.from(text, character => {
    const code = character.codePointAt(0) ?? 0
    const zero = zeros.find(first => code >= first && code < first + 10)
    return zero === undefined ? character : String(code - zero)
  }).join('')

/** What a form does not show of what stood there, so that nothing is lost by wording it anew. */
export const keptOf = (
  fields: Readonly<Record<string, unknown>> | undefined,
  shown: readonly string[],
): Readonly<Record<string, never>> =>
  Object.fromEntries(Object.entries(fields ?? {}).filter(([name]) => !shown.includes(name))) as never
