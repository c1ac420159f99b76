import type { CliArea } from '../area.ts'
import { retentionHandles } from './handles.ts'
import { registerRecord } from './record.ts'

export const retention: CliArea<'retention'> = {
  handles: retentionHandles,
  items: {},
  examples: {},
  commands: [{ under: 'The record', place: 20, register: registerRecord }],
}
