/**
 * Reads a record, evidence and letters with nothing of this repository but the pages of `docs/spec/`: what somebody begins with who
 * writes a program in another language. `node test/reader/read.ts` reads those of `vectors/talks/`.
 */

import { readFileSync } from 'node:fs'
import { openLetter } from './letter.ts'
import { type Entry, type RoomFile, readEvidence, readRoom } from './room.ts'

const folder = new URL('../../vectors/talks/', import.meta.url)
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

type Vectors = {
  readonly cases: readonly {
    readonly name: string
    readonly operation: string
    readonly input: Readonly<Record<string, string>>
    readonly expected: Readonly<Record<string, unknown>>
  }[]
}
const accepted = (file: string, operation: string) =>
  (readJson(file) as Vectors).cases.filter(each => each.operation === operation && 'value' in each.expected)

const wordsOf = ({ kind, body }: Entry['act']): string =>
  [kind, body].filter(word => typeof word === 'string').join(': ')

for (const file of (readJson('record.json') as { readonly rooms: readonly RoomFile[] }).rooms) {
  const { size, entries, faults } = readRoom(file)
  console.log(`room ${file.room}`)
  console.log(
    `${size} records under a head that ${file.relay.split('+')[0] ?? ''} signed, ${file.keys.length} epochs`,
  )
  for (const { position, device, act } of entries)
    console.log(`${position} ${device.slice(0, 6)} ${wordsOf(act)}`)
  for (const position of faults) console.log(`${position} is by nobody of this room`)
}
for (const { input } of accepted('read.json', 'verifyEvidence')) {
  const { evidence = '', relay = '', sign = '' } = input
  const { act, device, isBy } = readEvidence(evidence, relay)
  console.log(
    `evidence: ${device.slice(0, 6)} ${isBy(Buffer.from(sign, 'hex')) ? 'signed' : 'did not sign'}: ${wordsOf(act)}`,
  )
}
for (const { name, input } of accepted('mailbox.json', 'openLetter')) {
  const { letter = '', seed = '', kind = '', mailbox = '' } = input
  const { sender, text } = openLetter(Buffer.from(letter, 'hex'), Buffer.from(seed, 'hex'), [kind, mailbox])
  console.log(`${name}, from ${sender.slice(0, 6)}: ${Object.keys(text ?? {}).join(', ')}`)
}
