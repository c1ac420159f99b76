export const words = {
  'institution.hint':
    'Mediators of another institution come into this room with your yes alone, and go when you ask.',
  'institution.name': 'Name an institution',
  'institution.name-hint': 'By the name that all will read. The party answers in its caucus.',
  'institution.here': 'Here now: {names}',
  'institution.nobody': 'Nobody of it is here.',
  'institution.let-go': 'Take them out',
  'institution.let-go-sure':
    '{names}: out of this caucus and out of the desk, in one step. What was read stays read; nothing that comes after can be.',
  'institution.sure-accepted-from-here':
    'Mediators of this institution will read what is said from here on: {institution}. For that your talks with the mediators go on in a new room. What was said before stays with those who are here now.',
  'institution.sure-accepted-with-record':
    'Mediators of this institution may read everything that was ever said in this room: {institution}. That cannot be undone for what they have read.',
  'institution.sure-not-accepted':
    'Nobody of this institution comes into this room, or to the desk: {institution}. You can say otherwise at any time.',
  'institution.sure-asked-out':
    'The mediators see at once that these are to go: {institution}. It needs nobody’s consent. When it is done, this page says so.',
  'institution.own': 'The institution that began the talks',
  'institution.alone': '{name} is at the desk, and not in every caucus. Missing: {parties}.',
  'institution.offered': 'A new room is offered',
  'institution.offered-hint':
    '{names}, of {institution}, are to read what is said in it from its beginning on, and nothing that was said here. It counts once the party says yes.',
  'institution.adopt': 'Go on in the new room',
  'institution.reads': 'There from the beginning: {names}.',
  'institution.stays':
    'What was said until now stays here. It can be read by those who can read it today, and not by: {names}.',
  'institution.kept': 'Its record is kept by the same rule: {basis}',
  'institution.consent-anew':
    'Consent is not carried over: the party gives it anew in the new room, with its limits.',
  'institution.asks-end': 'What was asked here and not answered ends. What is to be carried is said anew.',
  'institution.went-on':
    'This room goes on in a new one, where {names} will read too. The page opens it as soon as its keys have come. Nothing more is said here.',
  'institution.from-here': 'From here on {names} reads too.',
  'institution.earlier': '{room}, before {names} came',
  'institution.offer': 'Offer a new room to go on in',
  'institution.bring': 'Bring them in here',
  'institution.to-desk': 'Bring them to the desk',
}
