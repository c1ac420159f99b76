/** Words and times as they are typed: as an argument, in a file, or on standard input. */

import { type Circumstance, tidyText } from '@goodoffices/core'
import type { Option } from 'commander'
import { option } from '../shell/define.ts'
import { misuse } from '../shell/exit.ts'
import { readGivenText } from '../shell/given-file.ts'
import type { Terminal } from '../shell/terminal.ts'

/** The words given: one of argument, file and standard input. A last line end is not part of them. `needed`: what is said where there are none. */
export async function readWords(
  terminal: Terminal,
  {
    typed,
    file,
    needed = 'words-needed',
  }: {
    readonly typed: string | undefined
    readonly file?: string | undefined
    readonly needed?: 'words-needed' | 'readout-words-needed'
  },
): Promise<string> {
  if (typed !== undefined && file !== undefined) throw misuse('words-twice')
  const text = await readGiven(terminal, typed, file)
  const words = text === undefined ? undefined : tidyText(text).replace(/\n+$/, '')
  if (words === undefined || words.trim() === '') throw misuse(needed)
  return words
}

/** One of file and standard input, else what was typed. */
export async function readGiven(
  terminal: Terminal,
  typed: string | undefined,
  file: string | undefined,
): Promise<string | undefined> {
  if (file !== undefined && file !== '-') return readGivenText(file)
  return typed === undefined || typed === '-' ? terminal.input() : typed
}

/** `2026-03-01 14:30`, `2026-03-01T14:30Z`, `2026-03-01T14:30+03:30`; without a zone it is this machine's. */
export function readTime(typed: string): number {
  const isTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?$/.test(typed)
  const time = isTime ? Date.parse(typed.replace(' ', 'T')) : Number.NaN
  if (Number.isNaN(time)) throw misuse('time-unreadable', { text: typed })
  return time
}

export const ways = ['orally', 'on-paper', 'by-phone', 'by-fax', 'by-messenger'] as const

export type RecordFlags = {
  readonly record?: Circumstance['way']
  readonly at?: string
  readonly hearing?: string
}

/** For a party without an account: what it said or was told, when, how, in whose hearing. */
export const recordOptions: readonly Option[] = [
  option('--record <way>', 'for a party without an account: how it was said or told', ways),
  option('--at <time>', 'when, such as 2026-03-01T14:30Z; now if left out'),
  option('--hearing <who>', 'in whose hearing'),
]

export function readRecorded(flags: RecordFlags, now: number): { readonly recorded?: Circumstance } {
  if (flags.record === undefined) {
    if (flags.at !== undefined || flags.hearing !== undefined) throw misuse('record-way-needed')
    return {}
  }
  return { recorded: readCircumstance(flags.record, flags, now) }
}

export const readCircumstance = (
  way: Circumstance['way'],
  { at, hearing }: RecordFlags,
  now: number,
): Circumstance => ({
  at: at === undefined ? now : readTime(at),
  way,
  ...(hearing === undefined ? {} : { hearing }),
})

export const noted = (note: string | undefined): { readonly note?: string } =>
  note === undefined ? {} : { note: tidyText(note) }
