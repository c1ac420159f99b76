/** What a signature binds to: digests that each device makes anew from what stands before it. */

import type { Instrument, ItemFields, RoomState, Signing } from '@goodoffices/core'
import { standingOf } from '@goodoffices/core'
import { bytesToBase64url, digestInstrument, digestSigning } from '@goodoffices/log'

type Fields = Instrument['revisions'][number]['fields']
export type SigningFields = Signing['revisions'][number]['fields']
type Process = Pick<RoomState, 'process'>

/** CLOS-6: of the words in every language, and of what of them binds whom from when. In base64url. */
export const digestOfInstrument = ({ process }: Process, fields: Omit<Fields, 'digest'>): string => {
  const { textIn, authenticIn, boundParties, boundBy, inForceUpon, inForceFor } = fields
  const { inForceOn, inForceAfter, inForceUnit, provisional, title, instrumentIs } = fields
  return bytesToBase64url(
    digestInstrument(process.process, {
      title,
      instrumentIs,
      textIn,
      boundParties,
      boundBy,
      inForceUpon,
      inForceFor,
      ...(authenticIn === undefined ? {} : { authenticIn }),
      ...(inForceOn === undefined ? {} : { inForceOn }),
      ...(inForceAfter === undefined ? {} : { inForceAfter }),
      ...(inForceUnit === undefined ? {} : { inForceUnit }),
      ...(provisional === undefined ? {} : { provisional }),
    }),
  )
}

/** Whether the digest that stands in an instrument is that of its words. */
export const isInstrumentTrue = (room: Process, instrument: Instrument): boolean => {
  const { fields } = standingOf(instrument)
  return digestOfInstrument(room, fields) === fields.digest
}

/** What a device of the party's signs: all that the signature says, but for the id that the instrument has in one room, and the proof. */
export const signedStatement = (
  { process }: Process,
  fields: Omit<SigningFields, 'proof'> & { readonly proof?: string },
): Uint8Array =>
  digestSigning(
    process.process,
    Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'instrument' && name !== 'proof')),
  )

/** What a device adds to the fields of a thing that somebody typed: the digest of an instrument's words is nobody's to type. */
export const completeFields = (room: Process, register: string, fields: ItemFields): ItemFields =>
  register === 'instrument' && Array.isArray(fields['textIn'])
    ? { ...fields, digest: digestOfInstrument(room, fields as unknown as Fields) }
    : fields
