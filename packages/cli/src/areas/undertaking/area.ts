import type { CliArea } from '../area.ts'
import { registerUndertaking } from './commands.ts'

export const undertaking: CliArea<'undertaking'> = {
  handles: {},
  items: {},
  examples: {
    undertaking:
      'goodoffices item put undertaking --title "The road" --party host --undertaken-by "The district office" --addressed-to to-all --exact-words "en Nobody is stopped on it." --form letter --tie third-party --revocable not-said',
    'unilateral-step':
      'goodoffices item put unilateral-step --title "The sluice" --party upper --undertaken-by "Upper village" --exact-words "en We open it by a hand." --invites "The same below."',
  },
  commands: [{ under: 'The agreement', place: 10, register: registerUndertaking }],
}
