import type { codes, Term } from '../../areas/team/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const team = {
  acts: {
    'successor.offer': 'Room offered to go on in',
    'successor.adopt': 'Room to go on in adopted',
  },
  events: {
    'successor.offer': '{by} offered a new room, in which this caucus goes on once the party says so.',
    'successor.adopt':
      '{by} said yes to the new room. This caucus goes on there, and nothing more is said here.',
  },
  refusals: {
    'not-in-every-caucus': {
      you: 'Nobody is at the desk who is not in every caucus that it serves, and this person is not in that of {party}. Nobody was brought in. Bring them into that caucus first, with the party’s yes.',
      they: '{by} tried to bring somebody to the desk who is not in every caucus. It had no effect.',
    },
  },
  fields: {
    coming: 'Who comes',
    task: 'As what they come',
  },
  choices: {
    'register.mediators-accepted': 'Mediators of another institution',
    'say.accepted-from-here': 'Accept from here on',
    'say.accepted-with-record': 'Accept, and let them read everything said before',
    'say.not-accepted': 'Do not accept',
    'say.asked-out': 'Ask that they leave',
    'standing.unanswered': 'no answer yet',
    'standing.accepted-from-here': 'accepted, from here on',
    'standing.accepted-with-record': 'accepted, with all that was said before',
    'standing.not-accepted': 'not accepted',
    'standing.asked-out': 'asked to leave, not done yet',
    'standing.gone-out': 'asked to leave, done',
    'verb.accepted-from-here': 'Accepted, from here on',
    'verb.accepted-with-record': 'Accepted, with all that was said before',
    'verb.not-accepted': 'Not accepted',
    'verb.asked-out': 'Asked to leave',
  },
  terms: {},
} as const satisfies AreaWords<'team', typeof codes, Term>
