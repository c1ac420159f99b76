import type { CliArea } from '../area.ts'

export const fact: CliArea<'fact'> = {
  handles: {},
  items: {},
  examples: {
    matter:
      'goodoffices item put matter --kind figure --title "Flow of the spring" --unit "litres a day" --in table',
    version: 'goodoffices item put version --matter table/i1 --of "Upper village" --figure "at-least 108000"',
  },
  commands: [],
}
