/** What a writer writes, to the byte: everything that chance is left to is given. */

import { bytesToHex, createDevice, deviceIdOf, logIdOfEpochKey, utf8 } from '@goodoffices/log'
import type { TalkFile } from '../../../packages/client/test/vector-operations.ts'
import { began, bytesOf, type Draft, fileOf, hexOf, relayName, secretOf } from './talks.ts'

const textOf = (words: string): string => bytesToHex(utf8(words))

export async function written(): Promise<TalkFile> {
  const { logId: log } = await logIdOfEpochKey(secretOf('epoch one'))
  const act = {
    kind: 'message.say',
    message: 'message-one',
    form: 'oral-message',
    binding: false,
    body: 'Ninety days.',
  }
  const entry = {
    seed: hexOf('anna'),
    id: hexOf('an entry').slice(0, 32),
    log,
    epoch: 1,
    head: { size: 4, root: hexOf('a root') },
    time: began,
    act,
  }
  const envelope = { epochKey: hexOf('epoch one'), log, epoch: 1, salt: hexOf('a salt') }
  const request = {
    epochKey: hexOf('epoch one'),
    method: 'POST',
    path: `/v1/logs/${log}/envelopes`,
    body: textOf('a body'),
    time: began,
  }
  const people = ['anna', 'boris', 'carla']
  const roster = people.map(hexOf)
  const [anna = '', boris = ''] = await Promise.all(
    people.map(async name => deviceIdOf((await createDevice(secretOf(name))).publicKeys)),
  )
  const keys = { log, epoch: 2, epochKey: hexOf('epoch two'), roster }
  const drafts: readonly Draft[] = [
    { name: 'an entry', rules: ['ENV-30', 'ENV-31'], operation: 'writeEntry', input: entry },
    {
      name: 'a sealed envelope',
      rules: ['ENV-1', 'ENV-6', 'ENV-8'],
      operation: 'writeEnvelope',
      input: { ...envelope, text: textOf('a message') },
    },
    {
      name: 'a sealed envelope of a text of 480 bytes',
      rules: ['ENV-5'],
      operation: 'writeEnvelope',
      input: { ...envelope, text: bytesToHex(new Uint8Array(480)) },
    },
    {
      name: 'a sealed envelope of a text of 512 bytes',
      rules: ['ENV-5'],
      operation: 'writeEnvelope',
      input: { ...envelope, text: bytesToHex(new Uint8Array(512)) },
    },
    { name: 'a request', rules: ['KEY-20'], operation: 'writeRequest', input: request },
    {
      name: 'a request countersigned',
      rules: ['KEY-22'],
      operation: 'writeRequest',
      input: { ...request, steward: hexOf('steward') },
    },
    {
      name: 'a claim on a live line',
      rules: ['KEY-21'],
      operation: 'writeLive',
      input: { epochKey: hexOf('epoch one'), relay: relayName, log, nonce: bytesToHex(bytesOf('a nonce')) },
    },
    {
      name: 'a checkpoint',
      rules: ['LOG-11', 'LOG-12'],
      operation: 'writeCheckpoint',
      input: { seed: hexOf('relay'), relay: relayName, log, size: 7, root: hexOf('a root') },
    },
    {
      name: 'what keys of version 1 say in the open, in a first epoch',
      rules: ['ENV-26', 'ENV-28', 'KEY-10'],
      operation: 'keysParts',
      input: { ...keys, epoch: 1, epochKey: hexOf('epoch one'), stewardSecrets: [hexOf('steward')] },
    },
    {
      name: 'the same in a later one, with hints',
      rules: ['ENV-22', 'ENV-26', 'ENV-28'],
      operation: 'keysParts',
      input: { ...keys, previousKey: hexOf('epoch one'), stewardSecrets: [hexOf('steward')] },
    },
    {
      name: 'what keys of version 2 say in the open',
      rules: ['ENV-22', 'ENV-54', 'ENV-57'],
      operation: 'keysParts',
      input: {
        ...keys,
        previousKey: hexOf('epoch one'),
        stewardSecrets: [hexOf('steward of the mediators'), hexOf('steward of the party')],
        stewards: { mediators: [anna], party: [boris] },
      },
    },
  ]
  return fileOf('What a writer writes, to the byte.', drafts)
}
