/** What the vectors of talks have in common: seeds by name, devices, and cases whose outcome is worked out here. */

import { createHash } from 'node:crypto'
import { bytesToHex, createDevice, type Device, deviceIdOf, Secret } from '@goodoffices/log'
import { deviceToCard } from '../../../packages/client/src/identity/identity.ts'
import { runTalkCase, type TalkCase, type TalkFile } from '../../../packages/client/test/vector-operations.ts'
import { beginChance } from './chance.ts'

/** 32 bytes that follow from a name. */
export const bytesOf = (name: string): Uint8Array => createHash('sha256').update(name).digest()
export const secretOf = (name: string): Secret => new Secret(bytesOf(name))
export const hexOf = (name: string): string => bytesToHex(bytesOf(name))

export const relayName = 'relay.example'
export const began = 1_790_000_000_000

export type Person = {
  readonly member: string
  readonly name: string
  /** Two: the one that signs, and the one on paper, by whose id the member is known. */
  readonly devices: readonly Device[]
  readonly device: Device
  readonly cards: readonly ReturnType<typeof deviceToCard>[]
}

export async function personOf(name: string): Promise<Person> {
  const [device, paper] = await Promise.all([
    createDevice(secretOf(name)),
    createDevice(secretOf(`${name} on paper`)),
  ])
  const devices = [device, paper]
  return { member: deviceIdOf(paper.publicKeys), name, device, devices, cards: devices.map(deviceToCard) }
}

export type Draft = Omit<TalkCase, 'expected'> & { readonly refused?: string }

/** Refusals are written by hand; another outcome ends the program. */
export async function fileOf(
  about: string,
  drafts: readonly Draft[],
  readFile?: (name: string) => string,
): Promise<TalkFile> {
  const cases: TalkCase[] = []
  for (const { refused, ...draft } of drafts) {
    const expected = await runTalkCase({ ...draft, expected: { refused: '' } }, readFile)
    const code = 'refused' in expected ? expected.refused : undefined
    if (code !== refused) throw new Error(`${draft.name}: ${code ?? 'taken'}`)
    cases.push({ ...draft, expected })
  }
  return { about, cases }
}

/** Something made of random bytes that follow from a name. */
export function madeFrom<T>(name: string, make: () => Promise<T>): Promise<T> {
  beginChance(name)
  return make()
}
