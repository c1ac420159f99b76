import type { CliArea } from '../area.ts'
import { registerChronology, registerStatement } from './chronology.ts'
import { registerEvidence } from './evidence.ts'
import { registerFigure } from './figure.ts'
import { registerInquiry, registerMeasure } from './measure.ts'

export const fact: CliArea<'fact'> = {
  handles: {},
  items: {},
  examples: {
    matter:
      'goodoffices item put matter --kind figure --title "Flow of the spring" --unit "litres a day" --in table',
    version: 'goodoffices item put version --matter table/i1 --of "Upper village" --figure "at-least 108000"',
    inquiry:
      'goodoffices item put inquiry --in desk --title "Flow of the spring" --to-find "How many litres a day?" --conducted-by "The university" --finding-is advisory',
    evidence: 'goodoffices item put evidence --in desk --title "Ledger of 1923" --sha256 <hash>',
    measure:
      'goodoffices item put measure --in desk --title "The road is closed" --measure-of body --imposed-by "The province" --can-lift "Its governor" --days-to-lift 5',
    alternative:
      'goodoffices item put alternative --in delegation --title "Without a deal" --without-deal "We dig our own well."',
  },
  commands: [
    { under: 'Facts', place: 20, register: registerFigure },
    { under: 'Facts', place: 30, register: registerChronology },
    { under: 'Facts', place: 40, register: registerStatement },
    { under: 'Facts', place: 50, register: registerEvidence },
    { under: 'Facts', place: 60, register: registerMeasure },
    { under: 'Facts', place: 70, register: registerInquiry },
  ],
}
