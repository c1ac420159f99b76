import { noWords, type WebArea } from '../area.ts'

export const keyring: WebArea<
  'keyring',
  never,
  'keys' | 'recovery' | 'phrase' | 'phrase-new' | 'phrase-replacing' | 'renewal'
> = {
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
    'phrase-new': () => ({ about: 'phrase-new', to: '/settings' }),
    'phrase-replacing': () => ({ about: 'phrase-replacing', to: '/settings' }),
    renewal: () => ({ about: 'renewal', to: '/settings' }),
  },
}
