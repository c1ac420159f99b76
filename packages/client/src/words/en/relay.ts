import type { RelayWords } from '../relay-words.ts'

const late = 'The server could not yet take what {by} sent ({code}).'
const refused = 'The server refused something of {by} ({code}).'

export const relay = {
  'relay/busy': {
    you: 'The server has too much to do at once. Everything is kept here and is sent by itself. You can go on.',
    they: late,
  },
  'relay/starting': {
    you: 'The server is still starting. Everything is kept here and is sent by itself when it is ready. You can go on.',
    they: late,
  },
  'relay/stopping': {
    you: 'The server is being stopped or started anew. Everything is kept here and is sent by itself when it is back. You can go on.',
    they: late,
  },
  'relay/store-failed': {
    you: 'The server could not write to its disk. Everything is kept here and is sent again by itself. If it lasts, tell whoever runs the server.',
    they: late,
  },
  'relay/internal': {
    you: 'Something went wrong inside the server. Everything is kept here and is sent again by itself. If it lasts, tell whoever runs the server ({code}).',
    they: late,
  },
  'relay/too-slow': {
    you: 'The line was too slow, and the server stopped waiting. Everything is kept here and is sent again by itself. If it lasts, try another connection.',
    they: late,
  },
  'relay/too-many-requests': {
    you: 'The server asks to wait a little: too much comes from this connection at once. Everything is kept here and is sent by itself.',
    they: late,
  },
  'relay/quota': {
    you: 'The server has taken as much from this connection today as it allows in a day. Everything is kept here and is sent by itself within a day. Whoever runs the server can allow more.',
    they: late,
  },
  'quota-logs': {
    you: 'Too many new rooms and mailboxes were made from this connection today. What is new waits here and is made by itself within a day; everything else goes on.',
    they: late,
  },
  'quota-rights': {
    you: 'These talks have brought in as many newcomers and rooms today as the server allows. What is new waits here and goes on by itself within a day; everything else goes on now.',
    they: late,
  },
  'relay/log-full': {
    you: 'The record of this room has grown as large as the server takes. What you wrote is kept here and is sent when there is room. Tell whoever runs the server, or go on in another room.',
    they: refused,
  },
  'relay/store-full': {
    you: 'The server has no room left. Everything is kept here and sent when there is. Tell whoever runs the server.',
    they: refused,
  },
  'relay/too-large': {
    you: 'This is larger than the server takes at once. Nothing was sent; what you wrote is kept. Shorten it, or divide it.',
    they: refused,
  },
  'relay/unauthenticated': {
    you: 'The server did not accept the signature of this device. Everything is kept here. Set the clock of this device right; if that does not help, ask whoever runs the server.',
    they: refused,
  },
  'relay/unknown-log': {
    you: 'The server does not have this record, or does not give it to this device. What you have is kept, and nothing was sent. Ask a mediator whether you are still in the room.',
    they: refused,
  },
  'relay/unknown-path': {
    you: 'The server does not know this request ({code}): it may be older than this program, or something stands between. Everything is kept here. Ask whoever runs the server which version it has.',
    they: refused,
  },
  'relay/stale-epoch': {
    you: 'The keys of this room have changed, and this device does not have the new ones yet. What you wrote is kept and was not sent. Wait until everything has arrived, and try again.',
    they: refused,
  },
  'relay/steward': {
    you: 'The server does not let this device change the keys of this room or destroy anything in it. Nothing was changed. Ask one of those who look after the room.',
    they: refused,
  },
  'relay/conflict': {
    you: 'Others wrote in this room at the same moment. Nothing was sent; what you wrote is kept. Try again.',
    they: refused,
  },
  'relay/epoch': {
    you: 'This was sealed with other keys than those now in force in the room. Nothing was sent; what you wrote is kept. Wait until everything has arrived, and try again.',
    they: refused,
  },
  'relay/envelope': {
    you: 'The server could not place what this device sealed ({code}). What you wrote is kept and was not sent. Update this program; if it happens again, report it.',
    they: refused,
  },
  'relay/malformed': {
    you: 'The server could not read what this program sent ({code}). What you wrote is kept and was not sent. Update this program; if it happens again, report it.',
    they: refused,
  },
  'relay/expect-required': {
    you: 'This program did not say for which state of the room its keys are ({code}). Nothing was changed. Update it; if it happens again, report it.',
    they: refused,
  },
  'relay/range': {
    you: 'This is about a part of the record that the server does not have. Nothing was changed. Wait until everything has arrived, and try again.',
    they: refused,
  },
  'relay/exists': {
    you: 'Another record already stands at the server in the place of this one. What you have is kept and was not sent. Begin it anew; if it happens again, tell whoever runs the server.',
    they: refused,
  },
  'relay/checkpoint': {
    you: 'The server does not know a signature that it gave itself: its key may have been replaced. What you have is kept. Ask whoever runs the server whether the old key is still there.',
    they: refused,
  },
  'relay/behind': {
    you: 'The server has lost the end of this record, as after it was put back from an older copy. What you have is kept and is given back to it by itself. What you write meanwhile is sent afterwards.',
    they: refused,
  },
  'relay/forked': {
    you: 'The server has lost the end of this record and has taken other entries in its place. What you have is kept and cannot be given back. Compare with the others by telephone, and tell whoever runs the server.',
    they: refused,
  },
  'relay/restore': {
    you: 'The server could not take back what it had lost of this record: the pieces do not fit what it had signed. What you have is kept. Tell whoever runs the server.',
    they: refused,
  },
  'relay/host': {
    you: 'The server is not meant to be reached by this address. Nothing was sent; everything is kept here. Use the address that you were given, or ask whoever runs the server to allow this one.',
    they: refused,
  },
  'relay/store-access': {
    you: 'What the server keeps of the keys of a record does not fit together ({code}). Nothing was changed. Put the server back from a copy; members give back what is missing.',
    they: refused,
  },
  'relay/store-page': {
    you: 'The database of the server is damaged ({code}). Nothing was changed. Put the server back from a copy; members give back what is missing.',
    they: refused,
  },
  'relay/minting': {
    you: 'This server takes in nobody on behalf of these talks: their rooms were opened by people who came in by invitation themselves. The invitation stands, but does not let a newcomer in to the server. Ask a mediator who has the server’s token to invite.',
    they: refused,
  },
  'relay/notice': {
    you: 'This server tells nobody in this way. Nothing was switched on. Whoever runs the server can offer it.',
    they: refused,
  },
  'notice-address': {
    you: 'This is no address that the server writes to. Nothing was switched on. Look at it again, or take another.',
    they: refused,
  },
  'notice-code': {
    you: 'This is not the code that was sent, or its time has run out. Nothing else goes to the address. Type it again, or have another sent.',
    they: refused,
  },
  'notice-unknown': {
    you: 'This was ended: by the link in a mail, on another device, or because nobody came for a month. Nothing goes there. Switch it on again if you want it.',
    they: refused,
  },
  'notice-unsent': {
    you: 'The mail could not be delivered to this address. Nothing was switched on. Look at the address, or try again later.',
    they: refused,
  },
  'quota-codes': {
    you: 'As many codes were sent today, to this address or from this connection, as the server sends in a day. Nothing was switched on. Try again tomorrow.',
    they: refused,
  },
  'relay/creation-token': {
    you: 'This server opens only to those who have its token. Everything is kept here, and nothing was sent. Enter the token; whoever runs the server gives it out.',
    they: refused,
  },
  'creation-token-wrong': {
    you: 'That is not the token of this server. Everything is kept here. Enter it again exactly as it was given, or ask whoever runs the server.',
    they: refused,
  },
  'relay/creation-right': {
    you: 'This server is closed to strangers: it opens to those who are invited and to those who have its token, and new talks need the token. What is new waits here; everything else goes on. Open your invitation, or enter the token; whoever runs the server gives it out.',
    they: refused,
  },
  'creation-right-unknown': {
    you: 'This server does not know the invitation, and does not let you in by it. Everything is kept here. Ask whoever invited you for a new one, or enter the server’s token.',
    they: refused,
  },
  'creation-right-expired': {
    you: 'The time of this invitation is over, and it lets nobody in. Everything is kept here. Ask whoever invited you for a new one, or enter the server’s token.',
    they: refused,
  },
  'creation-right-spent': {
    you: 'This invitation was used already, or was taken back: it lets in nobody else. Everything is kept here. Ask whoever invited you for a new one; if you had not used it, say so: it was in other hands.',
    they: refused,
  },
} as const satisfies RelayWords
