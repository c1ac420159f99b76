/** What the command line itself has to say. What it does not word here is worded by the catalogue that the web app shares. */

export const sentences: Readonly<Record<string, string>> = {
  fault:
    'Something is wrong with this program: {reason}. What was decided before is kept. Please report it, with what you typed.',
  stopped: 'Stopped. Nothing was changed.',
  'not-a-command': 'This is not understood: {reason}. Nothing was done. --help says what there is.',
  'file-unusable': '{reason}. Nothing was changed.',
  'file-too-large':
    '{file} is longer than the {max} bytes that are read. Nothing was changed. Name another, or take less of it.',

  'no-identity':
    'There is no identity in {directory}. Make one with goodoffices identity create, or name another with --identity.',
  'identity-half-made':
    'There is no identity in {directory} yet: it is being linked. goodoffices identity link says how far that is.',
  'identity-exists':
    'There is an identity in {directory} already. Nothing was changed. Name another directory with --identity.',
  'name-needed': 'Say what others shall call you: --name "…".',
  'passphrase-needed':
    'This identity is locked. Give its passphrase with --passphrase-file, in GOODOFFICES_PASSPHRASE, or at a terminal.',
  'passphrase-empty': 'The passphrase is empty. Nothing was changed.',
  'passphrases-differ': 'The two passphrases differ. Nothing was made.',
  'passphrase-undecided':
    'A new identity needs a passphrase: --passphrase-file or GOODOFFICES_PASSPHRASE; or --without-passphrase, and whoever has the directory has the identity.',
  'new-passphrase-undecided':
    'Give the new passphrase with --new-passphrase-file or at a terminal; or --without-passphrase, and whoever has the directory has the identity.',
  'vault-in-use': '{reason}',
  'vault-damaged': '{reason}',
  'vault-failed': '{reason}',
  'vault-full': '{reason}',
  'vault-silent': '{reason}',
  'vault-closed': '{reason}',
  'device-not-named':
    'No device of yours, or more than one, begins with {name}, of which eight characters are needed. Nothing was changed. Yours are:',
  'notice-none-awaits':
    'No address of yours waits for a code here. goodoffices notify list says where you are told.',
  'notice-not-named': 'You are not told at {name}. Nothing was changed. You are told at:',
  'address-unreadable': '{address} is not the address of a relay. It looks like https://talks.example.',

  'relay-not-reached':
    'The relay at {address} was not reached. What you decided is kept on this device; what you see is what it holds.',
  'relay-untrusted':
    'The certificate that {address} shows is not trusted here ({reason}), so nothing was asked. What you decided is kept on this device. Where it is of an authority of your own, NODE_EXTRA_CA_CERTS names the file with it.',
  'relay-answers-nonsense':
    'What answers at {address} is not a relay, or not a sound one. What you decided is kept on this device. Check the address.',
  'acts-waiting': 'Waiting to be sent: {count}. The next command sends them, or goodoffices sync.',
  'troubles-remain': 'goodoffices status shows this again; with --dismiss, for the last time.',
  'every-out-of-range': '--every is a number of seconds from 1 to {max}. Nothing was done.',
  'day-unreadable': '“{day}” is no day. Write it as 2026-10-01.',
  'template-or-file': 'Name a template, or give your own with --file; one of the two.',
  'timeout-out-of-range': '--timeout takes more than 0 and at most {max} seconds.',

  'no-process': 'You are in no talks yet: goodoffices process create, or goodoffices join.',
  'process-needed': 'You are in several talks. Say which with --process:',
  'room-needed': 'Say which room:',
  'no-such-room': 'You hold no {kind} here.',
  'nothing-named': 'There is no {what} {name}.',
  'none-entered':
    'There is no {what} yet in {rooms}. Nothing was changed. Whoever may enters one: goodoffices item put {what}.',
  'name-ambiguous': '{name} could be more than one {what}:',
  'name-not-whole':
    '{name} is only the beginning of the name of a {what}, and this cannot be undone. Nothing was changed. Type the whole of it:',
  'group-name-taken':
    'There is a group {name} already, and two could not be told apart. Nothing was changed. Choose another title.',
  'party-name-taken':
    'There is a party {name} already, and two could not be told apart. Nothing was changed.',

  'field-unknown': 'There is no field {field} here. Nothing was entered. There is:',
  'field-twice': '{field} takes one value. Nothing was entered.',
  'field-unreadable': '{text} is not a field: --field name=value. Nothing was entered.',
  'field-needed': 'Without this nothing can be entered: {field}. Nothing was entered.',
  'field-wrong': '{field} is not as it should be ({reason}). Nothing was entered.',
  'fields-unreadable': '{file} is not a JSON object of fields. Nothing was entered.',
  'choice-unknown': '{field} does not take {text}. It takes:',
  'number-unreadable': '{field} takes a whole number, not {text}. Nothing was entered.',
  'demand-unreadable':
    '{text} is not a door and what is wanted there, such as deliver=required. Nothing was changed.',
  'reading-of-what': 'Of what it is to be read is left out. Nothing was asked.',
  'variant-short': '{field} needs more than {text}. Nothing was entered.',
  'term-unreadable':
    '{text} is not a day: 2026-03-01, 30 days after i2 noted, or with i3; what is more, in a file. Nothing was entered.',
  'zone-unknown': 'There is no zone {zone}. Nothing was entered. A zone is such as UTC or Asia/Tehran.',
  'word-unknown': 'Nobody can say {word} of this. One can:',
  'kind-unknown': 'Nothing here is called {kind}. There is:',

  'role-needed': 'Say as what, with --role; for a party’s people also --party.',
  'days-out-of-range': '--days takes more than 0 and at most {max}.',
  'invitation-code-differs':
    'The codes differ: the keys may have been replaced on the way. Nobody was let in and nothing was told. Compare again aloud; if they still differ, take the invitation back and hand over another one yourself.',
  'device-code-differs':
    'The codes differ. Somebody may stand between the two devices: nothing was let in and nothing was sent. Look again; if they still differ, take the offer back, goodoffices identity add-device cancel, and make another.',
  'link-code-differs':
    'The codes differ. Somebody may stand between the two devices: nothing was taken from there. Look again; if they still differ, goodoffices identity link give-up, and take the offer back there.',
  'device-not-answered':
    'The new device has not answered yet, or its answer has not come. Nothing was changed. There: goodoffices identity link.',
  'device-not-ready':
    'There is no code yet: the other device has not shown itself. Nothing was changed. There: goodoffices identity devices.',
  'device-offer-unknown': 'This device offers nothing to another. goodoffices identity add-device does.',
  'device-link-unknown':
    'Nothing is being linked here. Give the link that goodoffices identity add-device shows on the other device.',
  'hours-out-of-range': '--hours takes more than 0 and at most {max}.',
  'invitation-not-introduced':
    'The guest has not accepted the code yet: goodoffices join accept, on their side.',
  'invitation-settled': 'This invitation is {standing}. Nothing was changed.',
  'invitation-unknown': 'There is no such invitation. goodoffices invitations lists them.',
  'joining-unknown': 'You have no invitation to answer: goodoffices join, with the link.',
  'joinings-several':
    'You have answered several invitations, and none of them alone has this code. goodoffices join shows them; goodoffices join give-up DIGITS gives one up.',
  'address-needed': 'Words need the address printed above them: --relay.',

  'words-gone':
    'The recovery words are not on this device: they stand on paper, or another device made them. Nothing was changed.',
  'words-differ':
    'These are not the three that are asked for. The words are kept: look at your paper, and at goodoffices identity words.',
  'readout-words-needed':
    'Say the words for the public with --text FILE, or on standard input; what stands after the command is the question. Nobody was asked.',
  'words-needed': 'Say the words: as an argument, with --file, or on standard input.',
  'author-unreadable':
    '{text} names no author and what is meant: write it like "Counsel=both". Nothing was put.',
  'languages-too-many': 'One language, or two side by side. Nothing was written.',
  'words-twice': 'The words were given twice: as an argument and with --file.',
  'time-unreadable':
    '{text} is not a time. Write it like 2026-03-01T14:30Z, or 2026-03-01 14:30 for the time here.',
  'record-way-needed':
    'Say how it was said or told: --record orally, on-paper, by-phone, by-fax or by-messenger.',
  'marking-unknown-word': '{text} is no marking. One of: {known}.',
  'standing-unknown-word': '{text} is no standing. One of: {known}.',
  'part-not-in-message': 'These words do not stand in the message: {text}',
  'part-several-times':
    'These words stand there more than once: {text}. Give more of them, or --from and --to.',
  'part-twice': 'Give the part by its words or by its offsets, not both.',
  'part-offsets': '--from and --to take whole numbers.',
  'copies-out-of-range': '--copies takes 1 to {max}.',
  'problem-wrong': '{reason}',
  undecided: 'This could not be decided. {reason}',
  'not-divided': 'This could not be divided. {reason}',
  'settle-stopped': 'Stopped. Nothing was written.',

  'record-with-faults': 'Of the records {faults} are no entries, and what they were nobody can say.',
  'witness-alarm':
    'The server shows another log than it showed before: {count}. Both heads are kept, each with its signature. Decide nothing more there, keep what you have, and tell the others.',
  'witness-key-unfit': '{file} is no key of a witness. Nothing was compared.',
  'log-not-kept':
    'The relay keeps no log {log}. Nothing was destroyed. goodoffices logs lists those that it keeps.',
  'store-findings': '{count} findings: this folder is not as a relay wrote it. Use a backup.',

  'too-many-parties': 'Talks begin with at most {max} parties. Nothing was made.',
  'typed-unreadable':
    'What was typed is not text in UTF-8: {text}. Nothing was changed. Type it anew, or give it in a file.',
  'act-malformed': 'This is not as it must be: {path} ({reason}). Nothing was changed.',

  'command-needed': '{name} gathers several commands. Say which:',
  'last-out-of-range': '--last takes a whole number from 1 on.',
  'closes-needed': 'A question is open until some time: --closes, such as 2026-03-01T14:30Z.',
  'mandate-says':
    'Your own mandate speaks against this. Nothing was sent. goodoffices mandate show says how it stands; --beyond-mandate goes on, and notes it for the principal.',
  'mandate-needed': 'You have several mandates. Nothing was said. Say which:',
  'no-mandate':
    'You have no mandate yet. Nothing was said. In your side’s own room: goodoffices item put mandate.',
  'body-needed': 'Say whose talks they are: --body. Nothing was begun.',
  'answer-unknown-word': '{text} is no answer: yes or no.',
  'language-needed': '{text} names no language and file, such as fa=question-fa.md.',
  'offer-needs-both': 'An offer has two sides: --if-they and --then-we.',

  'recipient-needed': 'Say to whom: --to.',
  'replaced-by-several':
    'What was prepared is replaced for one recipient at a time: --replace with one --to. Nothing was prepared.',
  'origin-needed':
    'Say what is carried: --from a passage or fields of an entry, --from-offer an offer, or --own words.',
  'entry-needed': 'Say of which of the recipient’s entries this is said: --on.',
  'register-needed': 'There is no kind of entry called {text}: --register.',
  'part-of-message': 'Words are chosen of one message: --part with one passage that is a message.',
  'translation-in-part':
    'A translation and its language go together: --translation and --translated-into. Nothing was sent or prepared.',
  'timing-twice': 'Give a time or a condition, not both.',
  'conveyance-needed': 'Say what to deliver: a conveyance such as c1, or --due.',
  'finding-unknown': 'There is no such finding. There are {count}.',
  'leak-not-accepted':
    'Nothing was sent or prepared. The leak check names {count} that you have not passed: reword, or pass them deliberately with --accept-finding or --accept-all.',

  'basis-needed': 'Say by what rule: --basis "…".',
  'reason-needed': 'Say why: --reason "…".',
  'certainty-needed':
    'This cannot be undone. Nothing was destroyed or changed. Say --yes if you are certain; goodoffices export keeps a copy.',
  'days-unreadable': '{text} is no number of days. Write it like 30, or until-decided.',
  'signer-needed': 'Say who signs, as it stands under the text: --by.',
  'dispute-needed': 'Say of what kind the dispute was: --dispute.',
  'file-needed': 'Say where to write it: --to.',
  'record-opens-all': 'The file opens everything in it. It is as secret as the rooms are: keep it so.',
  'evidence-not-held':
    'The relay has not acknowledged this yet, or it is no longer there. Nothing was written.',
  'evidence-does-not-hold': 'This evidence does not hold: {reason}.',
  'relay-key-needed':
    'Evidence is checked against the relay’s verifier key: --relay-key. It is printed by goodoffices serve --json.',
  'relay-key-unreadable':
    'That is no verifier key: {text}. Nothing was checked. It is a name, a number and a key, with + between them, as goodoffices serve --json prints it.',
  'relay-key-secret':
    'That is the relay’s secret key, as its file relay.key holds it. It was not used, and nothing was checked: to check a copy one needs the verifier key, which goodoffices serve --json prints. Whoever has seen the secret key can sign as the relay.',
  'record-relay-untrusted':
    'This file is of the relay {relay}, which is not the one whose key you gave. Whether anything in it was changed was not looked at. Compare the keys with whoever runs the relay.',
  'evidence-of-another-relay':
    'This evidence bears no signature by the key that you gave. It is of another relay, or its head was changed. Compare the keys with whoever runs the relay.',
  'no-copy': '{file} is neither a record nor evidence, as goodoffices export and prove write them.',
  'author-key-unreadable': 'That is no signing key: 43 letters, digits, - and _.',
  'sample-missing': 'The sample {name} is not here.',

  'port-in-use':
    'Port {port} is in use. Nothing was started. Stop what uses it, or choose another: goodoffices serve --port {next}',
  'port-not-allowed':
    'Port {port} needs rights that this user does not have. Choose one from 1024 on with --port.',
  'host-not-ours': '{host} is not an address of this machine. Nothing was started.',
  'settings-unfit': '{mistakes}\nNothing was started.',
  'store-unknown':
    '--store takes the address of a PostgreSQL database: postgres://user@host/database. Nothing was started.',
  'creation-token-empty': '{file} is empty. Nothing was begun.',
  'creation-token-unfit':
    '{file} holds more than a line of letters, digits and signs of ASCII. Nothing was begun.',
  'token-needed': 'Give the token: --creation-token-file, or GOODOFFICES_CREATION_TOKEN.',
  'token-or-invitation':
    'This server takes in whoever was invited, or has its token. With an invitation, type nothing here, and answer it afterwards with goodoffices join.',
  'token-or-join':
    'goodoffices identity token takes the token of the server; goodoffices join answers an invitation.',
  'app-not-here':
    'The app has not been built here, so that there is nothing to compare with: npm run build:web builds it.',
  'app-differs':
    '{address} does not hand out the app that lies here: {differing} of {files} files differ or are not there. If it should be of this version, do not enter anything in it, and ask whoever runs it.',
  'address-unfit': 'Give the server’s address, such as https://talks.example.',
  'store-full': '{reason}',
  'store-corrupt': '{reason}',
  'store-in-use': '{reason}',
  'store-version': '{reason}',
  'store-failed': '{reason}',
  'store-closed': '{reason}',
  'data-folder-missing': 'There is no folder {folder}. Name the relay’s folder with --data.',
}
