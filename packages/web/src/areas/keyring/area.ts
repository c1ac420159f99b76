import { noWords, type WebArea } from '../area.ts'

export const keyring: WebArea<'keyring'> = {
  words: noWords,
  screens: [],
  outside: [],
  entries: {},
  things: {},
  places: [],
  sections: [],
  waits: {},
}
