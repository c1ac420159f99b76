import { noWords, type WebArea } from '../area.ts'

export const keyring: WebArea<'keyring', never, 'keys' | 'recovery' | 'phrase' | 'renewal'> = {
  words: noWords,
  screens: [],
  outside: [],
  entries: {},
  things: {},
  places: [],
  sections: [],
  waits: {
    keys: ({ room }) => ({ about: room.id, to: 'people' }),
    recovery: () => ({ about: 'recovery', to: '/settings' }),
    phrase: () => ({ about: 'phrase', to: '/settings' }),
    renewal: () => ({ about: 'renewal', to: '/settings' }),
  },
}
