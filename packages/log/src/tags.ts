/**
 * The one table of domain-separation tags. Every hash and every signature of ours starts with one of them, so that bytes
 * made for one purpose mean nothing for another. The formats taken from outside keep their own separation: Merkle leaves
 * and nodes (RFC 6962, prefixes 0x00 and 0x01), signed notes and cosignatures (C2SP).
 *
 * A tag is never reused or given a new meaning: a changed meaning is a new line with a higher version.
 */
export const tags = {
  accessRequest: 'good-offices/access-request/1',
  accessLive: 'good-offices/access-live/1',
  accessSeed: 'good-offices/access-seed/1',
  act: 'good-offices/act/1',
  assent: 'good-offices/assent/1',
  attachment: 'good-offices/attachment/1',
  commitment: 'good-offices/commitment/1',
  comparison: 'good-offices/comparison/1',
  contentKeys: 'good-offices/content-keys/1',
  creationRight: 'good-offices/creation-right/1',
  deviceId: 'good-offices/device-id/1',
  deviceSign: 'good-offices/device-sign/1',
  deviceWrap: 'good-offices/device-wrap/1',
  entry: 'good-offices/entry/1',
  entryHash: 'good-offices/entry-hash/1',
  epochCommitment: 'good-offices/epoch-commitment/1',
  instrument: 'good-offices/instrument/1',
  invitationCode: 'good-offices/invitation-code/1',
  invitationCommitment: 'good-offices/invitation-commitment/1',
  invitationEpoch: 'good-offices/invitation-epoch/1',
  invitationMove: 'good-offices/invitation-move/1',
  keyring: 'good-offices/keyring/1',
  keysAuthor: 'good-offices/keys-author/1',
  keysPublic: 'good-offices/keys-public/1',
  keysWrap: 'good-offices/keys-wrap/1',
  leaf: 'good-offices/leaf/1',
  logId: 'good-offices/log-id/1',
  pack: 'good-offices/pack/1',
  paperMailbox: 'good-offices/paper-mailbox/1',
  passphrase: 'good-offices/passphrase/1',
  previousEpoch: 'good-offices/previous-epoch/1',
  question: 'good-offices/question/1',
  relayPush: 'good-offices/relay-push/1',
  relayStop: 'good-offices/relay-stop/1',
  roster: 'good-offices/roster/1',
  secondReading: 'good-offices/second-reading/1',
  sealed: 'good-offices/sealed/1',
  sealedSender: 'good-offices/sealed-sender/1',
  signing: 'good-offices/signing/1',
  statement: 'good-offices/statement/1',
  stewardRequest: 'good-offices/steward-request/1',
  stewardSeed: 'good-offices/steward-seed/1',
  stewards: 'good-offices/stewards/1',
  wrapHint: 'good-offices/wrap-hint/1',
} as const

export type Tag = (typeof tags)[keyof typeof tags]
