import { noWords, type WebArea } from '../area.ts'

export const view: WebArea<'view'> = {
  words: noWords,
  screens: [],
  outside: [],
  entries: {},
  things: {},
  places: [],
  sections: [],
  waits: {},
}
