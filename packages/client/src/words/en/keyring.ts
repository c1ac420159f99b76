import type { codes, Term } from '../../areas/keyring/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const keyring = {
  acts: {
    'key.keep': 'Key kept',
    'epochs.keep': 'Keys of earlier epochs kept',
    'key.drop': 'Key deleted',
    'paper.name': 'Recovery words named',
    'certificate.keep': 'Certificate kept',
    'invitation.keep': 'Invitation kept',
    'invitation.settle': 'Invitation closed',
  },
  events: {},
  refusals: {
    'record-destroyed': {
      you: 'The record of this room was destroyed, and nothing is said in it any more. What you wrote is kept on this device.',
      they: '{by} said something in a room whose record was destroyed. It had no effect.',
    },
  },
  fields: {
    address: 'Server',
    author: 'Signed with',
    by: 'By',
    certificate: 'Certificate of destruction',
    created: 'Made',
    destroyed: 'Destroyed',
    envelopes: 'Entries and keys',
    expires: 'Valid until',
    invitation: 'Invitation',
    kept: 'What is kept',
    keys: 'Keys',
    purpose: 'What for',
    relay: 'Server',
    secret: 'Secret',
    slot: 'Whose',
    slots: 'Secrets of the administrators',
    verifier: 'Key of the server',
  },
  choices: {
    'purpose.mailbox': 'Mailbox',
    'purpose.room': 'Room',
    'slot.mediators': 'Of the mediators',
    'slot.party': 'Of the party',
    'standing.cancelled': 'Cancelled',
    'standing.completed': 'Completed',
  },
  terms: {
    'waiting.keys': 'This device was given no keys for what is said now',
    'waiting.recovery': 'Without recovery words a lost device is a lost record',
    'waiting.phrase': 'Your recovery words are not on paper yet',
    'waiting.phrase-new': 'The new recovery words are not on paper yet: until then the old ones stay good',
    'waiting.phrase-replacing': 'Not every room has taken the new recovery words yet: keep both sheets',
    'waiting.renewal': 'Rooms have not taken the new keys of this device yet',
  },
} as const satisfies AreaWords<'keyring', typeof codes, Term>
