import type { codes, Term } from '../../areas/eyes/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const eyes = {
  acts: {
    'eyes.set': 'Second pair of eyes set',
  },
  events: {
    'eyes.set': '{by} set for what a second pair of eyes is wanted.',
  },
  refusals: {
    'eyes-missing': {
      you: 'The team requires that somebody else reads this first, and nobody has read it as it stands now. Nothing was sent or changed; what you prepared is kept. Ask somebody of the team to read it, and do it then.',
      they: '{by} did alone what somebody else was to read first. It had no effect.',
    },
    'eyes-nobody': {
      you: 'Somebody else of the team has to read this first, and nobody else is at the desk. Nothing was sent or changed; what you prepared is kept. Bring somebody in, or, as the lead, state anew that none is needed.',
      they: '{by}, alone at the desk, did what somebody else was to read first. It had no effect.',
    },
    'eyes-differ': {
      you: 'What you were given to read is not what it comes to now. Nothing was said in your name. Ask to have it put to you anew, as it stands.',
      they: '{by} met something to read that has changed since. Nothing was said.',
    },
  },
  fields: {
    door: 'For what',
    eyesBring: 'Before a mediator is brought in',
    eyesDeliver: 'Before something is delivered',
    eyesDestroy: 'Before a record is destroyed',
    eyesOpen: 'Before direct exchange is opened',
    heeded: 'Whose limits are kept',
    toRead: 'What is to be read',
  },
  choices: {
    'door.bring': 'Bringing in a mediator',
    'door.destroy': 'Destroying a record',
    'door.loosen': 'Asking for a second pair of eyes less often',
    'door.open': 'Opening direct exchange',
    'eyesBring.off': 'not asked for',
    'eyesBring.required': 'required',
    'eyesBring.wished': 'wished',
    'eyesDeliver.off': 'not asked for',
    'eyesDeliver.required': 'required',
    'eyesDeliver.wished': 'wished',
    'eyesDestroy.off': 'not asked for',
    'eyesDestroy.required': 'required',
    'eyesDestroy.wished': 'wished',
    'eyesOpen.off': 'not asked for',
    'eyesOpen.required': 'required',
    'eyesOpen.wished': 'wished',
    'register.second-reading': 'To be read first',
    'say.eyes-seen': 'Read, nothing against it',
    'say.eyes-against': 'Say what is against it',
    'say.eyes-dropped': 'Ask no more',
    'verb.eyes-seen': 'Read it, nothing against it',
    'verb.eyes-against': 'Is against it',
    'verb.eyes-dropped': 'Asks no more',
    'standing.eyes-asked': 'not read yet',
    'standing.eyes-seen': 'read by somebody else',
    'standing.eyes-against': 'somebody is against it',
    'standing.eyes-dropped': 'not asked any more',
  },
  terms: {
    eyes: 'A second pair of eyes',
    'eyes-by': 'Read by {name}, as it stands now.',
    'eyes-by-nobody': 'Nobody else has read it as it stands now.',
    'eyes-changed': 'Something has changed since: it has to be asked anew.',
    'eyes-limit':
      'Each device of the team asks for it before it sends. What a mediator says in a caucus in words of their own, and what is done without this program, it does not hold back.',
    'eyes-off': 'Nobody needs to read this first.',
    'eyes-required': 'This is done only once somebody else of the team has read it as it stands.',
    'eyes-wished': 'The team wishes that somebody else reads this first.',
  },
} as const satisfies AreaWords<'eyes', typeof codes, Term>
