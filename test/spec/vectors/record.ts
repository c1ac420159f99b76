/** A room as a member has exported it, and what a reader finds in it. */

import {
  bytesToBase64,
  bytesToBase64url,
  bytesToHex,
  createNoteSigner,
  type Device,
  type EntryId,
  type EpochKey,
  emptyRoot,
  envelopeLeaf,
  evidenceToText,
  hashLeaf,
  inclusionProof,
  logIdOfEpochKey,
  logOrigin,
  makeKeysEnvelope,
  nodesOf,
  revealContentKey,
  sealEnvelope,
  secretToText,
  signCheckpoint,
  signEntry,
  treeRoot,
  type Value,
  verifierToText,
} from '@goodoffices/log'
import type { TalkFile } from '../../../packages/client/test/vector-operations.ts'
import {
  began,
  bytesOf,
  type Draft,
  fileOf,
  madeFrom,
  type Person,
  personOf,
  relayName,
  secretOf,
} from './talks.ts'

const minute = 60_000
const firstWords = 'We could accept ninety days, not a day more.'
const party = { party: 'party-avalon', name: 'Avalon', kind: 'party', hidden: false, account: true }

/** The file, and the cases that read it. */
export type Exported = { readonly record: unknown; readonly read: TalkFile }

type Written = {
  readonly records: { readonly time: number; readonly envelope: Uint8Array }[]
  readonly log: string
}

const rootOf = ({ records }: Written): Uint8Array =>
  records.length === 0
    ? emptyRoot
    : treeRoot(records.map(record => hashLeaf(envelopeLeaf(record.time, record.envelope))))

const timeOf = ({ records }: Written): number => began + records.length * minute

/** Somebody says something, against the head that the log has. */
async function say(
  to: Written,
  by: Device,
  act: object,
  place: { readonly epoch: number; readonly key: EpochKey },
): Promise<void> {
  const { log, records } = to
  const name = `entry ${records.length}`
  const envelope = await madeFrom(name, async () => {
    const draft = {
      id: bytesToBase64url(bytesOf(name).subarray(0, 16)) as EntryId,
      logId: log,
      epoch: place.epoch,
      head: { size: records.length, root: rootOf(to) },
      time: timeOf(to),
      act: act as unknown as Value,
    }
    const plaintext = await signEntry(by, draft)
    return sealEnvelope({ logId: log, epoch: place.epoch, epochKey: place.key, plaintext })
  })
  records.push({ time: timeOf(to), envelope })
}

async function rekey(
  to: Written,
  by: Person,
  {
    epoch,
    key,
    before,
    stewards,
    others = [],
  }: {
    readonly epoch: number
    readonly key: EpochKey
    readonly before?: EpochKey
    readonly stewards: readonly Person[]
    readonly others?: readonly Person[]
  },
): Promise<void> {
  const envelope = await madeFrom(`keys ${epoch}`, () =>
    makeKeysEnvelope({
      logId: to.log,
      epoch,
      epochKey: key,
      ...(before === undefined ? {} : { previousKey: before }),
      steward: secretOf(`steward ${epoch}`),
      roster: [...stewards, ...others].flatMap(({ devices }) =>
        devices.map(({ publicKeys }) => ({
          ...publicKeys,
          isSteward: stewards.some(person => person.devices.some(one => one.publicKeys === publicKeys)),
        })),
      ),
      author: by.device,
    }),
  )
  to.records.push({ time: timeOf(to), envelope })
}

const cardOf = ({ member, name, cards }: Person, role: string, of?: string) => ({
  member,
  name,
  role,
  ...(of === undefined ? {} : { party: of }),
  devices: cards,
})

export async function exported(): Promise<Exported> {
  const [lead, head, stranger] = await Promise.all([personOf('lead'), personOf('head'), personOf('stranger')])
  const [one, two] = [secretOf('first epoch of the room'), secretOf('second epoch of the room')]
  const { logId } = await logIdOfEpochKey(one)
  const room: Written = { log: logId, records: [] }
  const [first, second] = [
    { epoch: 1, key: one },
    { epoch: 2, key: two },
  ]
  // In a first epoch hints are random: with one device they are drawn in one order.
  const founder = { ...lead, devices: [lead.device], cards: lead.cards.slice(0, 1) }
  await rekey(room, founder, { ...first, stewards: [founder] })
  await say(
    room,
    lead.device,
    {
      kind: 'room.open',
      process: { process: 'process-spring', title: 'The spring' },
      room: { kind: 'caucus', party },
      terms: { role: 'carry', disclosure: 'closed' },
      founder: cardOf(founder, 'lead'),
      history: 'all',
      rules: 2,
    },
    first,
  )
  await say(room, lead.device, { kind: 'device.add', card: lead.cards[1] }, first)
  await say(room, lead.device, { kind: 'member.admit', card: cardOf(head, 'head', party.party) }, first)
  await rekey(room, lead, { ...second, before: one, stewards: [lead, head] })
  const spoken = room.records.length
  await say(
    room,
    head.device,
    { kind: 'message.say', message: 'message-one', form: 'oral-message', binding: false, body: firstWords },
    second,
  )
  await say(
    room,
    head.device,
    { kind: 'consent.give', party: party.party, limits: 'Not on Sundays.' },
    second,
  )
  await say(room, lead.device, { kind: 'message.mark', message: 'message-one', marking: 'verbatim' }, second)
  await say(
    room,
    stranger.device,
    {
      kind: 'message.say',
      message: 'message-two',
      form: 'oral-message',
      binding: false,
      body: 'I was never here.',
    },
    second,
  )

  const relay = await createNoteSigner(relayName, bytesOf('relay'))
  const checkpoint = await signCheckpoint(
    { origin: logOrigin(relayName, logId), size: room.records.length, root: rootOf(room) },
    relay,
  )
  const verifier = verifierToText(relay)
  const record = {
    format: 'good-offices-record/1',
    exported: new Date(timeOf(room)).toISOString(),
    rooms: [
      {
        room: logId,
        relay: verifier,
        checkpoint,
        keys: [first, second].map(({ epoch, key }) => ({ epoch, key: secretToText(key) })),
        records: room.records.map(({ time, envelope }) => ({ time, envelope: bytesToBase64(envelope) })),
      },
    ],
  }
  const { sign } = head.device.publicKeys
  return { record, read: await reading({ room, verifier, checkpoint, spoken, key: two, sign, record }) }
}

type Shown = {
  readonly room: Written
  readonly verifier: string
  readonly checkpoint: string
  /** Where the first message stands. */
  readonly spoken: number
  readonly key: EpochKey
  readonly sign: Uint8Array
  readonly record: unknown
}

export const recordFile = 'record.json'

function reading({ room, verifier, checkpoint, spoken, key, sign, record }: Shown): Promise<TalkFile> {
  const { envelope, time } = room.records[spoken] ?? { envelope: new Uint8Array(), time: 0 }
  const contentKey = revealContentKey({ logId: room.log, epoch: 2, epochKey: key, envelope })
  if (!contentKey.ok) throw new Error(contentKey.error.code)
  const leaves = room.records.map(record => hashLeaf(envelopeLeaf(record.time, record.envelope)))
  const evidence = evidenceToText({
    logId: room.log,
    epoch: 2,
    time,
    envelope,
    contentKey: contentKey.value,
    index: spoken,
    hashes: inclusionProof(spoken, leaves.length, nodesOf(leaves)) ?? [],
    checkpoint,
  })
  const whole = { file: recordFile, relays: [verifier] }
  const changed = (path: readonly (string | number)[], to: unknown) => ({
    ...whole,
    change: { path: ['rooms', 0, ...path], to },
  })
  const shown = { evidence, relay: verifier, sign: bytesToHex(sign) }
  const other = `${relayName}+00000000+AbCd`
  const drafts: readonly Draft[] = [
    { name: 'a record', rules: ['RCD-1'], operation: 'verifyRecord', input: whole },
    {
      name: 'a record with another time',
      rules: ['RCD-2'],
      operation: 'verifyRecord',
      input: changed(['records', spoken, 'time'], 1),
      refused: 'record-not-signed',
    },
    {
      name: 'a record without its end',
      rules: ['RCD-2'],
      operation: 'verifyRecord',
      input: changed(['records'], []),
      refused: 'record-not-signed',
    },
    {
      name: 'a record by another relay than is trusted',
      rules: ['RCD-1'],
      operation: 'verifyRecord',
      input: { ...whole, relays: [other] },
      refused: 'record-relay-untrusted',
    },
    {
      name: 'a record of another format',
      rules: ['RCD-1'],
      operation: 'verifyRecord',
      input: { ...whole, change: { path: ['format'], to: 'good-offices-record/9' } },
      refused: 'record-malformed',
    },
    { name: 'one entry as evidence', rules: ['RCD-3', 'LOG-20'], operation: 'verifyEvidence', input: shown },
    {
      name: 'evidence at another place',
      rules: ['LOG-20'],
      operation: 'verifyEvidence',
      input: { ...shown, evidence: evidence.replace(/index \d+/, 'index 0') },
      refused: 'merkle/root',
    },
    {
      name: 'evidence by another author',
      rules: ['LOG-20'],
      operation: 'verifyEvidence',
      input: { ...shown, sign: bytesToHex(bytesOf('nobody')) },
      refused: 'entry/signature',
    },
  ]
  return fileOf(
    'A record as a member has exported it (`record.json`), and one entry of it as evidence.',
    drafts,
    () => JSON.stringify(record),
  )
}
