/** What binds a question put to several, and a yes to it; and what a second mediator reads, and their word. */

import type { Bytes } from './bytes.ts'
import { utf8 } from './bytes.ts'
import type { Device } from './device.ts'
import { verify } from './ed25519.ts'
import { encode, type Value } from './encoding.ts'
import { hash } from './hash.ts'
import { tags } from './tags.ts'

/** Bytes of an adherence, and of what stands in its place in a no. */
export const adherenceBytes = 64

/** Of all that is asked, with the talks that it is asked in: the same wherever it is put. 32 bytes. */
export const digestQuestion = (process: string, content: Value): Bytes =>
  hash(tags.question, utf8(process), encode(content))

/** Of what one mediator gives another to read, with the talks that it belongs to. 32 bytes. */
export const digestReading = (process: string, content: Value): Bytes =>
  hash(tags.secondReading, utf8(process), encode(content))

/** Of the words of an instrument in all of their languages, with the talks that it belongs to. 32 bytes. */
export const digestInstrument = (process: string, content: Value): Bytes =>
  hash(tags.instrument, utf8(process), encode(content))

/** Of what a party does with an instrument: what an adherence to it signs. 32 bytes. */
export const digestSigning = (process: string, content: Value): Bytes =>
  hash(tags.signing, utf8(process), encode(content))

/** Of the list of the files of an evidence pack: what whoever made it signs. 32 bytes. */
export const digestPack = (process: string, manifest: Uint8Array): Bytes =>
  hash(tags.pack, utf8(process), manifest)

/** Whose yes it is, and to what. It holds no time and names nobody of the party. */
export interface Adhering {
  readonly process: string
  readonly digest: Uint8Array
  readonly party: string
}

const signed = ({ process, digest, party }: Adhering): Bytes => encode([process, digest, party, 'yes'])

/** The signature of the answering device over a yes; 64 bytes. */
export const signAdherence = (device: Device, adhering: Adhering): Promise<Bytes> =>
  device.sign(tags.assent, signed(adhering))

/** Whether it is by the holder of this Ed25519 key; never where it was made for other words, other talks or another party. */
export const verifyAdherence = (
  key: Uint8Array,
  adhering: Adhering,
  adherence: Uint8Array,
): Promise<boolean> => verify(key, tags.assent, signed(adhering), adherence)
