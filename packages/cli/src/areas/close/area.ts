import type { CliArea } from '../area.ts'
import { registerApproval } from './approval.ts'
import { registerBallot } from './ballot.ts'
import { registerClose } from './close.ts'
import { registerInstrument } from './instrument.ts'

export const close: CliArea<'close'> = {
  handles: {},
  items: {},
  examples: {
    instrument:
      'goodoffices item put instrument --in desk --title "Terms" --instrument-is agreement --text-in "text en Each takes half." --bound-parties iran --bound-parties us --bound-by signature --in-force-upon signature --in-force-for all',
    signing:
      'goodoffices item put signing --instrument i1 --party iran --done signed --signed-by "The ministry" --file signed.json',
    approval:
      'goodoffices item put approval --in delegation --approver "The presidency" --in-order 1 --approval-is consent --needed-before signed',
    ballot:
      'goodoffices item put ballot --in delegation --title "The terms" --asked-words "Do you accept them?" --electorate "The members" --majority-of valid --threshold 1/2 --tie-rule not-carried --counted-by "The tellers"',
    tally: 'goodoffices item put tally --ballot delegation/i3 --counted-by "The tellers" --file count.json',
  },
  commands: [
    { under: 'The agreement', place: 20, register: registerInstrument },
    { under: 'The agreement', place: 30, register: registerApproval },
    { under: 'The agreement', place: 40, register: registerBallot },
    { under: 'The agreement', place: 50, register: registerClose },
  ],
}
