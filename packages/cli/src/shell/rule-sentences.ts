/** Sentences for the rules that are met most often at a terminal, for codes that the shared catalogue has no sentence for. */

export const ruleSentences: Readonly<Record<string, string>> = {
  'mediators-only': 'Only the mediators may do this. Nothing was changed.',
  'lead-only': 'Only the lead mediator may do this. Nothing was changed.',
  'not-an-administrator': 'Only those who answer for this room may do this. Nothing was changed.',
  'not-for-this-party': 'Only this party itself may do this. Nothing was changed.',
  'role-may-not':
    'In the role of {role} you may not do this: those who may bind the party do. Nothing was changed.',
  'party-acts-for-itself':
    'This party acts for itself: nobody writes down what it says. Nothing was changed.',
  'caucus-only': 'This is done in a caucus. Nothing was changed.',
  'desk-only': 'This is done at the desk. Nothing was changed.',
  'table-only': 'This is done at the table. Nothing was changed.',
  'wrong-room': 'This is not done in this room. Nothing was changed.',
  'table-is-closed': 'The table is closed: the mediators open it. Nothing was said.',
  'table-is-open': 'The table is open already.',
  'marks-own-words-only': 'Only the source says what may pass of its words. Nothing was changed.',
  'not-released':
    'The source has not released this: {wanted} was wanted, {granted} may pass. Nothing was prepared. Ask with goodoffices release ask.',
  'released-in-other-words':
    'This was released in certain words only. Nothing was prepared. Use those words, or ask again.',
  'not-verbatim': 'Verbatim means the very words. Nothing was prepared.',
  'not-binding': 'The source did not make this binding. Nothing was prepared.',
  'consent-withdrawn': 'A party has withdrawn its consent: nothing is carried to it or from it.',
  'hidden-party':
    'This party is known to the mediators only, and must not be named there. Nothing was changed.',
  'recipient-is-source': 'This comes from that very party. Nothing was prepared.',
  'already-delivered': 'This has been delivered already.',
  'already-answered': 'This has been answered already. Nothing was changed.',
  'already-reviewed': 'The party has given its word on this already. Nothing was changed.',
  'already-a-member': '{name} is in this room already.',
  'conveyance-settled': 'This has been delivered or called off already. Nothing was changed.',
  'carried-by-another': 'Another mediator carries this. Take it over first: goodoffices take-over.',
  'offer-withdrawn': 'This offer has been withdrawn.',
  'parts-overlap': 'This part overlaps one that is marked already. Nothing was changed.',
  'part-out-of-range': 'The message has {length} characters: {from} to {to} is not a part of it.',
  'lead-hands-over-first': 'The lead hands over first: goodoffices hand-over. Nothing was changed.',
  'heir-not-mediator':
    'The lead passes to a mediator who is in the desk, the table, and every caucus and group that you lead. Nothing was changed.',
  'leave-instead': 'To go yourself, leave: goodoffices leave.',
  'no-longer-a-member': 'You are no longer in this room. Nothing was changed.',
  'last-device': 'The last device cannot be taken out. Nothing was changed.',
  'no-consent': 'There is no consent to withdraw.',
  'contact-unknown': 'There is no way to reach somebody here. Nothing was changed.',
  'act-malformed': 'This cannot be said so: {path} ({reason}). Nothing was changed.',
  'log-forked':
    'The relay has shown two different records of this room. Nothing more is sent there. Compare with the others.',
  'record-malformed': 'This file is not a record ({path}).',
}
