/** How things are written for a person at a terminal. */

import { type Circumstance, type Member, type RoomState, seen } from '@goodoffices/core'
import { widthOf } from './width.ts'
import { wayName } from './words.ts'

/** UTC to the minute: the same on every machine. */
export const timeToText = (time: number): string => {
  const [day = '', clock = ''] = new Date(time).toISOString().split('T')
  return `${day} ${clock.slice(0, 5)} UTC`
}

/** TEXT-10: what would turn the direction of what stands beside it by its number; all else that is not seen by a sign. */
export const printable = (text: string): string =>
  seen(
    text.replaceAll(
      /[\u202A-\u202E\u2066-\u2069]/g,
      mark => `<U+${mark.charCodeAt(0).toString(16).toUpperCase()}>`,
    ),
  )

export const indent = (text: string, by = '    '): string =>
  printable(text)
    .split('\n')
    .map(line => (line === '' ? '' : `${by}${line}`))
    .join('\n')

export const circumstanceToText = ({ at, way, hearing }: Circumstance): string =>
  `${wayName(way)}, ${timeToText(at)}${hearing === undefined ? '' : `, in the hearing of ${printable(hearing)}`}`

/** Somebody of the room, with their post where they have one. */
export function personToText(room: RoomState, id: string): string {
  const member: Member | undefined = room.members[id as Member['member']]
  if (member === undefined) return 'somebody'
  return member.post === undefined ? member.name : `${member.name}, ${member.post}`
}

/** Columns as wide as what stands in them, two spaces apart. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (before, row) => row.map((cell, i) => Math.max(before[i] ?? 0, widthOf(cell))),
    [],
  )
  return rows
    .map(row =>
      row
        .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
