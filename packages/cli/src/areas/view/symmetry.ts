/** Equal treatment: of each party the same figures beside each other, for the mediators; for a party its own. */

import {
  equalTreatment,
  loadViews,
  ownFigures,
  type Report,
  sayMeasured,
  sayUneven,
} from '@goodoffices/client'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { columns } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import type { Answer } from '../../shell/define.ts'
import { missing } from '../../shell/exit.ts'
import { oneOf, openRows, rows, text, words } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { english, writingIn } from '../item/writing.ts'

export function registerSymmetry(program: Command, terminal: Terminal): void {
  defineWork(
    program,
    terminal,
    {
      name: 'symmetry',
      summary: 'equal treatment in figures, party beside party; for a party its own figures alone',
      answers: {
        parties: rows({ party: text, name: text }),
        measures: openRows({ measure: text, by: oneOf('mediators', 'side'), unit: oneOf('times', 'length') }),
        differences: words,
      },
      examples: ['goodoffices symmetry'],
      acts: false,
    },
    symmetry,
  )
}

async function symmetry({ session, processOf }: Work<object>): Promise<Answer> {
  const { process } = processOf()
  const views = await loadViews()
  const report = equalTreatment(session, process, views) ?? ownFigures(session, process, views)
  const [room] = session.rooms(process)
  if (report === undefined || room === undefined) throw missing('room-unknown')
  const w = writingIn(room)
  const differences = report.uneven.map(measure => withoutMarks(sayUneven(w, report, measure)))
  return {
    text: [
      ...tables(report, (unit, value) => withoutMarks(sayMeasured(w, unit, value))),
      ...(report.parties.length < 2
        ? []
        : ['', ...(differences.length === 0 ? [english.terms['symmetry.even']] : differences)]),
    ].join('\n'),
    json: {
      parties: report.parties.map(({ party, name }) => ({ party, name })),
      measures: report.measures.map(({ of, by, unit, values }) => ({
        measure: of.replace('measure.', ''),
        by,
        unit,
        values: values.map(value => value ?? null),
      })),
      differences,
    },
  }
}

type Says = (unit: Report['measures'][number]['unit'], value: number | undefined) => string

const tables = ({ parties, measures }: Report, says: Says): readonly string[] =>
  (['mediators', 'side'] as const).flatMap(by => [
    ...(by === 'side' ? [''] : []),
    english.terms[by === 'mediators' ? 'symmetry.by-mediators' : 'symmetry.by-sides'],
    columns([
      ['', ...parties.map(({ name }) => name)],
      ...measures
        .filter(measure => measure.by === by)
        .map(({ of, unit, values }) => [english.terms[of], ...values.map(value => says(unit, value))]),
    ]),
  ])
