/** The case load of this device without content, and of an office together. */

import { addStatistics, figuresOf, readStatistics, type Statistics, summaryOf } from '@goodoffices/client'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { columns } from '../../page/text.ts'
import { type Answer, option, repeated } from '../../shell/define.ts'
import { demand } from '../../shell/exit.ts'
import { readGivenText } from '../../shell/given-file.ts'
import { count, openRows, text } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { writeWhole } from '../../shell/written-file.ts'
import { english } from '../item/writing.ts'

type Flags = { readonly add?: readonly string[]; readonly out?: string }

const fileBytesMax = 50_000_000

export function registerStatistics(program: Command, terminal: Terminal): void {
  defineWork<Flags>(
    program,
    terminal,
    {
      name: 'statistics',
      summary: 'how many talks, how long, in which stages; no title, no name, no word of them',
      options: [
        repeated('--add <file>', 'what another device has written out; give it once for each'),
        option('--out <file>', 'write all of it to this file, for another device to add'),
      ],
      answers: {
        talks: count,
        open: count,
        over: count,
        'medianDays?': count,
        byParties: openRows(),
        byStage: openRows(),
        byYear: openRows(),
        'file?': text,
      },
      examples: ['goodoffices statistics', 'goodoffices statistics --add other.json --out office.json'],
      acts: false,
    },
    statistics,
  )
}

const part = (title: string, rows: readonly (readonly [string, number])[]): readonly string[] =>
  rows.length === 0 ? [] : [title, columns(rows.map(([name, many]) => [`  ${name}`, `${many}`]))]

async function statistics({ session, flags, terminal }: Work<Flags>): Promise<Answer> {
  const others = (flags.add ?? []).map(
    (file): Statistics => demand(readStatistics(readGivenText(file, fileBytesMax))),
  )
  const all = addStatistics([figuresOf(session, terminal.now()), ...others])
  if (flags.out !== undefined) writeWhole(flags.out, JSON.stringify(all, undefined, 2), { isOver: true })
  const { terms, choices } = english
  const { talks, open, over, medianDays, byParties, byStage, byYear } = summaryOf(all)
  const stageName = (stage: string): string =>
    (choices as Readonly<Record<string, string>>)[`stage.${stage}`] ?? stage
  return {
    text: [
      columns([
        [terms['statistics.talks'], `${talks}`],
        [terms['statistics.open'], `${open}`],
        [terms['statistics.over'], `${over}`],
        ...(medianDays === undefined ? [] : [[terms['statistics.days'], `${medianDays}`]]),
      ]),
      ...part(
        terms['statistics.by-parties'],
        [...byParties].map(([parties, many]) => [`${parties}`, many]),
      ),
      ...part(
        terms['statistics.by-stage'],
        [...byStage].map(([stage, many]) => [stageName(stage), many]),
      ),
      ...part(terms['statistics.by-year'], [...byYear]),
      ...(flags.out === undefined ? [] : [`Written: ${flags.out}`]),
    ].join('\n'),
    json: {
      talks,
      open,
      over,
      ...(medianDays === undefined ? {} : { medianDays }),
      byParties: [...byParties].map(([parties, many]) => ({ parties, count: many })),
      byStage: [...byStage].map(([stage, many]) => ({ stage, count: many })),
      byYear: [...byYear].map(([year, many]) => ({ year, count: many })),
      ...(flags.out === undefined ? {} : { file: flags.out }),
    },
  }
}
