import { noWords, type WebArea } from '../area.ts'

export const rules: WebArea<'rules'> = {
  words: noWords,
  screens: [],
  outside: [],
  entries: {},
  things: {},
  places: [],
  sections: [],
  waits: {},
}
