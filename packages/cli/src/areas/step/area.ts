import type { CliArea } from '../area.ts'
import { registerIncident } from './incident.ts'
import { registerStep } from './step.ts'
import { registerTerm } from './term.ts'

export const step: CliArea<'step'> = {
  handles: {},
  items: {},
  examples: {
    step: 'goodoffices item put step --in desk --step-number 1 --title "Dilution of a first part" --step-of party --step-owner iran --done-by Iran --beneficiaries "United States" --due-by 2026-02-20 --clause "Article 6"',
    incident:
      'goodoffices item put incident --in table --title "Shots at the bridge" --gravity grave --ruled-by mediators',
    finding:
      'goodoffices item put finding --in table --title "First month" --about-step table/i1 --degree 2 --found "Two of four parts." --found-by body --finder-name "The monitors"',
    calendar:
      'goodoffices item put calendar --in desk --title "Tehran" --weekly-rest thursday --weekly-rest friday',
  },
  commands: [
    { under: 'Facts', place: 80, register: registerStep },
    { under: 'Facts', place: 82, register: registerIncident },
    { under: 'Facts', place: 84, register: registerTerm },
  ],
}
