import type { CliArea } from '../area.ts'
import { registerMeeting } from './command.ts'
import { registerReadout } from './readout.ts'

export const meeting: CliArea<'meeting'> = {
  handles: {},
  items: {},
  examples: {
    meeting:
      'goodoffices item put meeting --in desk --kind proximity --title "Envoys" --when 2026-02-06 --time-zone Europe/Istanbul --venue Istanbul --publicity nothing --minutes-kept no-minutes',
    arrangement:
      'goodoffices item put arrangement --meeting caucus:iran/i1 --arrives-from 09:40 --arrives-to 09:50 --entrance North --own-room "Room 2" --leaves-from 18:20 --leaves-to 18:30',
    'delegation-list':
      'goodoffices item put delegation-list --in caucus:iran --title "Envoys" --file list.json',
    minutes: 'goodoffices item put minutes --in desk --title "Envoys, Friday" --file minutes.json',
    'house-plan': 'goodoffices item put house-plan --in desk --title "The old house" --file house.json',
    statement:
      'goodoffices item put statement --in desk --kind press-report --speaker "An agency" --meeting desk/i1 --file words.json',
  },
  commands: [
    { under: 'Hearing and carrying', place: 72, register: registerMeeting },
    { under: 'Hearing and carrying', place: 74, register: registerReadout },
  ],
}
