import type { CliArea } from '../area.ts'
import { registerConvey } from './convey.ts'
import { registerConveyances } from './conveyances.ts'
import { deskHandles } from './handles.ts'

export const desk: CliArea<'desk'> = {
  handles: deskHandles,
  items: {},
  examples: {},
  commands: [
    { under: 'Hearing and carrying', place: 50, register: registerConvey },
    { under: 'Hearing and carrying', place: 60, register: registerConveyances },
  ],
}
