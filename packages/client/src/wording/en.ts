import type { Sentence } from './wording.ts'

/** `you` says what happened, what was kept, what to do; `they` is read in a record by those whom it did not happen to. */
export const en = {
  unexpected: {
    you: 'Something went wrong here that should not have. What you wrote is kept. Try again; if it happens again, restart and report it ({code}).',
    they: '{by} did something that this version does not understand ({code}). It was set aside.',
  },
  'mediators-only': {
    you: 'This is for the mediators. Nothing was changed. Ask a mediator to do it.',
    they: '{by} did what is for mediators only. It was set aside.',
  },
  'heir-not-mediator': {
    you: 'Only a mediator who is present can take this on. Nothing was changed. Choose somebody of the team.',
    they: '{by} named somebody who is not a mediator here. It was set aside.',
  },
  'lead-only': {
    you: 'Only the lead mediator may do this. Nothing was changed. Ask the lead.',
    they: '{by} is not the lead mediator. It was set aside.',
  },
  'one-lead': {
    you: 'There is one lead already. Nothing was changed. Hand over the lead instead.',
    they: '{by} tried to name a second lead. It was set aside.',
  },
  'lead-hands-over-first': {
    you: 'Somebody has to look after the room. You have not left. Hand over first, then leave.',
    they: '{by} tried to leave nobody in charge. It was set aside.',
  },
  'not-an-administrator': {
    you: 'This is for those who look after this room. Nothing was changed. Ask one of them.',
    they: '{by} does not look after this room. It was set aside.',
  },
  'role-may-not': {
    you: 'Your role does not allow this here. Nothing was sent, and what you wrote is kept. Ask your head of delegation or the mediator.',
    they: '{by} may not do this in that role. It was set aside.',
  },
  'party-acts-for-itself': {
    you: 'This party has joined and speaks for itself. Nothing was recorded. Ask it to say so in its caucus.',
    they: '{by} recorded something for a party that speaks for itself. It was set aside.',
  },
  'not-of-this-party': {
    you: 'This room is for the people of one party. Nobody was brought in. Choose somebody of that party.',
    they: '{by} tried to bring in somebody of another party. It was set aside.',
  },
  'hidden-party': {
    you: 'This participant is known to the mediators only and must not be named here. Nothing was sent.',
    they: '{by} would have named a participant who is not to be named. It was set aside.',
  },
  'already-a-member': {
    you: 'That person is here already. Nothing was changed.',
    they: '{by} tried to bring in somebody who was here already. It was set aside.',
  },
  'member-known-otherwise': {
    you: 'This person or device is known here with other keys. Nothing was changed. Compare codes again before you trust either.',
    they: '{by} gave other keys than those known for this person. It was set aside.',
  },
  'not-a-member': {
    you: 'You are no longer in this room. What you wrote is kept on this device. Ask the mediator to let you in again.',
    they: '{by} was not in the room at that time. It was set aside.',
  },
  'device-unknown': {
    you: 'This device has been removed. What it holds can be read, and nothing new can be sent. Use another device, or your recovery phrase.',
    they: '{by} used a device that had been removed. It was set aside.',
  },
  'device-known': {
    you: 'This device is listed already. Nothing was changed.',
    they: '{by} listed a device a second time. It was set aside.',
  },
  'last-device': {
    you: 'This is your last device. It was not removed. Add another first.',
    they: '{by} tried to remove a last device. It was set aside.',
  },
  'leave-instead': {
    you: 'You cannot remove yourself. Nothing was changed. Leave the talks instead.',
    they: '{by} tried to remove their own seat. It was set aside.',
  },
  'table-is-closed': {
    you: 'The table is closed to direct exchange. Your words are kept and were not sent. Say them to the mediator in your caucus.',
    they: '{by} wrote while the table was closed. It was set aside.',
  },
  'table-is-open': {
    you: 'The table is open already. Nothing was changed.',
    they: '{by} opened a table that was open. It was set aside.',
  },
  'wrong-room': {
    you: 'This cannot be done in this kind of room. Nothing was changed. Do it in the room it belongs to.',
    they: '{by} did this in a room where it does not belong. It was set aside.',
  },
  'recipient-is-source': {
    you: 'Source and recipient are the same party. Nothing was sent. Choose another recipient.',
    they: '{by} tried to carry words back to their source. It was set aside.',
  },
  'not-released': {
    you: 'The source has not released this in that way. Nothing was sent; your wording is kept. Ask for release, or let less pass.',
    they: '{by} tried to pass what was not released. It was set aside.',
  },
  'released-in-other-words': {
    you: 'The source released certain words only, and these are others. Nothing was sent. Use the released words, or ask again.',
    they: '{by} tried to pass other words than those released. It was set aside.',
  },
  'not-verbatim': {
    you: 'Verbatim means the very words. Nothing was sent. Restore them, or let the substance pass instead.',
    they: '{by} called verbatim what was not. It was set aside.',
  },
  'not-binding': {
    you: 'The source did not bind itself. Nothing was sent. Convey it as not binding.',
    they: '{by} called binding what was not. It was set aside.',
  },
  'offer-withdrawn': {
    you: 'The offer has been withdrawn. Nothing was sent. Speak with the party before you go on.',
    they: '{by} used an offer that had been withdrawn. It was set aside.',
  },
  'consent-withdrawn': {
    you: 'The party has withdrawn its consent to the mediation. Nothing was sent; it waits on the desk. Speak with the party.',
    they: '{by} carried for a party that had withdrawn its consent. It was set aside.',
  },
  'nothing-noted': {
    you: 'Nothing was noted on these talks. There is nothing to destroy.',
    they: '{by} tried to destroy notes where there are none. It was set aside.',
  },
  'hold-in-force': {
    you: 'A hold keeps this record from being destroyed: {reason} Nothing was destroyed. Whoever placed it can lift it.',
    they: '{by} tried to destroy a record that is held. It was set aside.',
  },
  'hold-of-another': {
    you: 'This hold is another side’s. It stands. Ask whoever placed it to lift it.',
    they: '{by} tried to lift another side’s hold. It was set aside.',
  },
  'retention-not-set': {
    you: 'No time was stated after which this record may be destroyed. Nothing was destroyed. State it first.',
    they: '{by} tried to destroy a record without a rule. It was set aside.',
  },
  'retention-not-over': {
    you: 'The time for which this record is kept is not over. Nothing was destroyed. Wait until it is.',
    they: '{by} tried to destroy a record before its time. It was set aside.',
  },
  'retention-too-short': {
    you: 'Others are in this room and must have time to object: {min} days at least. Nothing was changed. Choose a longer time.',
    they: '{by} stated too short a time of keeping. It was set aside.',
  },
  'record-destroyed': {
    you: 'The record of this room was destroyed, and nothing is said in it any more. What you wrote is kept on this device.',
    they: '{by} said something in a room whose record was destroyed. It was set aside.',
  },
  'no-consent': {
    you: 'There is no consent to withdraw. Nothing was changed.',
    they: '{by} withdrew a consent that was not there. It was set aside.',
  },
  gone: {
    you: 'What this is about is not on this device, or not yet. Nothing was changed. Wait until everything has arrived, and try again.',
    they: '{by} referred to something that was not there. It was set aside.',
  },
  settled: {
    you: 'This was settled before you, perhaps by a colleague. Nothing was done twice. Look at how it stands now.',
    they: '{by} acted on what was settled already. It was set aside.',
  },
  'carried-by-another': {
    you: 'A colleague carries this. Nothing was sent. Take it over first, or leave it to them.',
    they: '{by} tried to deliver what another carries. It was set aside.',
  },
  'note-of-another': {
    you: 'Only its writer changes a note. Nothing was changed. Write one of your own.',
    they: '{by} tried to change another’s note. It was set aside.',
  },
  'marks-own-words-only': {
    you: 'A marking belongs to the party whose words they are. Nothing was sent; your words are kept. Send them without a marking.',
    they: '{by} marked words of another side. It was set aside.',
  },
  parts: {
    you: 'That part cannot be marked so: it lies outside the words, cuts a character, or overlaps a marked part. Nothing was changed. Select again.',
    they: '{by} marked a part that cannot be. It was set aside.',
  },
  'too-much': {
    you: 'That is more than there is room for. Nothing was sent; what you wrote is kept. Make it smaller, or divide it.',
    they: '{by} sent more than there is room for. It was set aside.',
  },
  repeated: {
    you: 'This has arrived once already. It counts once; nothing is lost.',
    they: 'An entry of {by} arrived again. It counts once.',
  },
  'leak-not-accepted': {
    you: 'The leak check names something in the wording that has not been looked at. Nothing was sent; the wording is kept. Reword it, or pass it on deliberately.',
    they: '{by} prepared a wording with open findings. It was set aside.',
  },
  malformed: {
    you: 'This does not have the form it must have. Nothing was changed; what you wrote is kept. Check it and try again.',
    they: '{by} sent something that does not have the form it must have. It was set aside.',
  },
  'rules-older': {
    you: 'This needs the rules of a newer version, and this room is kept by older ones. Nothing was sent; what you wrote is kept. Ask whoever looks after the room to move it to them.',
    they: '{by} did something that needs newer rules than this room had. It was set aside.',
  },
  'rules-newer': {
    you: 'This room has moved to rules that this version does not know. All that was read is kept, and nothing further is shown. Update to read on.',
    they: '{by} moved the room to rules that this version does not know. Update to read on.',
  },
  'rules-adopted': {
    you: 'This room is kept by these rules, or newer ones, already. Nothing was changed.',
    they: '{by} named rules that the room had already. It was set aside.',
  },
  'act-unknown': {
    you: 'This comes from a newer version. It is kept and not shown. Update, and it will be.',
    they: '{by} uses a newer version. The entry is kept and not shown.',
  },
  forged: {
    you: 'What the server gave is not signed, sealed or placed as it must be. It was refused; all that was verified before is kept. Tell the mediator by another way.',
    they: 'Something in the name of {by} is not signed, sealed or placed as it must be. It was set aside.',
  },
  'log-forked': {
    you: 'The server has shown two different records of this room. Yours is kept, and nothing further is accepted for it. Compare with the others by telephone; do not rely on this server.',
    they: 'The server has shown {by} another record of this room. Compare by telephone.',
  },
  'log-rolled-back': {
    you: 'The server shows a shorter record than it did. Yours is kept, and the shorter one was refused. Ask whoever runs the server whether it was restored from a copy.',
    they: 'The server has shown {by} a shorter record than before.',
  },
  'keys-withheld': {
    you: 'This device was not given the key for what follows. What you have is kept. Ask a mediator to open the room, so that keys are sent again.',
    they: 'The key for what follows was not given to {by}.',
  },
  'relay-unreachable': {
    you: 'The server at {address} cannot be reached, and this cannot be done without it. Nothing was made. Check the address and the connection, and try again.',
    they: 'The server could not be reached by {by}.',
  },
  unreachable: {
    you: 'The server cannot be reached, or is not ready. Everything is kept here and is sent by itself when it is. Go on working.',
    they: 'The server could not be reached by {by}.',
  },
  'relay-full': {
    you: 'The server has no room left. Everything is kept here and sent when there is. Tell whoever runs the server.',
    they: 'The server had no room left for {by}.',
  },
  'relay/too-many-requests': {
    you: 'The server asks to wait a little. Everything is kept here and is sent by itself.',
    they: 'The server asked {by} to wait.',
  },
  'relay-refused': {
    you: 'The server refused this request ({code}). Everything is kept here. Check this device’s clock, then ask whoever runs the server.',
    they: 'The server refused a request of {by} ({code}).',
  },
  'passphrase-wrong': {
    you: 'The passphrase does not open this device. Nothing was changed. Try again; if it is lost, return with your recovery phrase.',
    they: 'A passphrase of {by} did not fit.',
  },
  'identity-exists': {
    you: 'Somebody is at home on this device already. They are kept, and nothing was added. Use another browser or device.',
    they: 'Somebody was at home already on a device of {by}.',
  },
  'no-identity': {
    you: 'Nobody has begun on this device yet. Begin, or return with your recovery phrase.',
    they: 'Nobody had begun on a device of {by}.',
  },
  'invitation-unreadable': {
    you: 'This is no invitation, or a part of it is missing. Nothing was sent. Copy the whole link, or type all the words of the sheet.',
    they: '{by} gave something that is no invitation.',
  },
  'phrase-mistyped': {
    you: 'The words do not fit together: one is mistyped, missing or in the wrong place. Nothing was changed. Compare them with your paper.',
    they: 'The words that {by} gave do not fit together.',
  },
  'invitation-not-found': {
    you: 'There is no such invitation at this server: it was cancelled, or never made. Nothing was sent. Ask for a new one.',
    they: '{by} answered an invitation that is not there.',
  },
  'invitation-contested': {
    you: 'More than one person has answered this invitation. Nobody was let in. Cancel it, and make a new one for the right person.',
    they: 'More than one person has answered an invitation of {by}.',
  },
  'device-offer-expired': {
    you: 'The offer to your other device is out of date. Nothing was shared. Make a new one.',
    they: 'The offer of {by} to another device was out of date.',
  },
  'link-for-person': {
    you: 'This link invites a person; it does not bring in a device. Nothing was sent. Answer it as yourself, under the identity you have.',
    they: '{by} gave an invitation where a device’s link belongs.',
  },
  'link-for-device': {
    you: 'This link brings in another device of the person who made it. Nothing was sent. Open it on a device where nobody has begun yet.',
    they: '{by} answered a device’s link as an invitation.',
  },
  'keys-exchanged': {
    you: 'Somebody between you has exchanged the keys. Nobody was let in. Give up this invitation, and hand over a new one in person.',
    they: 'Somebody has exchanged the keys on the way to {by}.',
  },
  'not-yet': {
    you: 'The other side has not got so far yet. Nothing was changed. Wait for them, and try again.',
    they: '{by} was ahead of the other side.',
  },
  'phrase-unknown-here': {
    you: 'This server knows nobody with these words. Nothing was changed. Check the address: your keys are kept where you began.',
    they: 'The server knows nobody with the words that {by} gave.',
  },
  'sample-unreadable': {
    you: 'The sample cannot be played as it is written ({code}). Nothing was begun. Whoever wrote it will find the place by this code.',
    they: 'A sample of {by} cannot be played as it is written ({code}).',
  },
  'record-refused': {
    you: 'This file does not prove what it says ({code}). It was not accepted. Ask for a fresh copy, from somebody else if you can.',
    they: 'A file of {by} does not prove what it says ({code}).',
  },
  'vault-failed': {
    you: 'This device could not keep that just now; perhaps another window holds its store. Nothing was half kept. Close other windows and try again.',
    they: 'A device of {by} could not keep what it was given.',
  },
  'vault-full': {
    you: 'This device has no room left. Nothing was half kept; what was there before is kept. Free some space and try again.',
    they: 'A device of {by} has no room left.',
  },
  'vault-damaged': {
    you: 'What this device keeps is damaged. Nothing is sent from it. Return with your recovery phrase on another device; the record itself is safe.',
    they: 'What a device of {by} keeps is damaged.',
  },
} as const satisfies Readonly<Record<string, Sentence>>
