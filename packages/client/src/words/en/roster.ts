import type { codes, Term } from '../../areas/roster/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const roster = {
  acts: {
    'room.open': 'Room opened',
    'member.admit': 'Member brought in',
    'member.remove': 'Member removed',
    'member.leave': 'Member left',
    'device.add': 'Device added',
    'device.remove': 'Device removed',
    'lead.hand-over': 'Lead handed over',
    'party.add': 'Party added',
    'room.register': 'Room listed',
    'contact.record': 'Contact recorded',
    'contact.move': 'Mailbox moved',
    'keys.missed': 'Left without keys',
  },
  events: {
    'room.open': '{by} opened this room.',
    'member.admit': '{by} brought in {about}.',
    'member.remove': '{by} removed {about}.',
    'member.leave': '{by} left.',
    'lead.hand-over': '{by} handed over the lead to {about}.',
    'keys.missed':
      '{by} was given no keys when those of a room were changed, and could not read there. Ask whoever changed them.',
  },
  refusals: {
    'one-lead': {
      you: 'There is one lead already. Nothing was changed. Hand over the lead instead.',
      they: '{by} tried to name a second lead. It had no effect.',
    },
    'lead-hands-over-first': {
      you: 'Somebody has to look after the room. You have not left. Hand over first, then leave.',
      they: '{by} tried to leave the room without anybody in charge. It had no effect.',
    },
    'not-of-this-party': {
      you: 'This room is for the people of one party. Nobody was brought in. Choose somebody of that party.',
      they: '{by} tried to bring in somebody of another party. It had no effect.',
    },
    'hidden-party': {
      you: 'This participant is known to the mediators only and must not be named here. Nothing was sent.',
      they: '{by} was about to name a participant who is not to be named. It had no effect.',
    },
    'already-a-member': {
      you: 'That person is here already. Nothing was changed.',
      they: '{by} tried to bring in somebody who was here already. It had no effect.',
    },
    'device-known': {
      you: 'This device is listed already. Nothing was changed.',
      they: '{by} listed a device a second time. It had no effect.',
    },
    'last-device': {
      you: 'This is your last device. It was not removed. Add another first.',
      they: '{by} tried to remove a last device. It had no effect.',
    },
    'leave-instead': {
      you: 'You cannot remove yourself. Nothing was changed. Leave the talks instead.',
      they: '{by} tried to remove themselves. It had no effect.',
    },
  },
  fields: {
    account: 'Takes part with an account',
    card: 'Card',
    devices: 'Devices',
    founder: 'Opened by',
    hidden: 'Known to the mediators only',
    history: 'What newcomers read',
    log: 'Server’s log',
    mailbox: 'Mailbox',
    member: 'Person',
    root: 'Signed fingerprint then',
    rules: 'Version of the rules',
    size: 'Entries up to then',
    succeeds: 'Goes on from',
  },
  choices: {
    'history.all': 'All that was said before',
    'kind.party': 'Party to the talks',
    'kind.third': 'Guarantor, witness, host or other third',
  },
  terms: {
    'waiting.invitation': '{name} has answered: call, and read the digits',
    'waiting.asks': '{name} asks to come in: have you heard that the digits match?',
    'waiting.stopped': 'Nobody came in by the invitation for {name}: read why',
    'waiting.contested': 'More than one has answered for {name}',
  },
} as const satisfies AreaWords<'roster', typeof codes, Term>
