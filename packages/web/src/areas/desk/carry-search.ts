import type { ConveyanceId, MessageId, OfferId, PartId, RoomId } from '@goodoffices/core'

/** What an address of the composer says: where the passage is, or which conveyance to open again. */
export type CarrySearch = {
  readonly source?: RoomId
  readonly message?: MessageId
  readonly part?: PartId
  readonly from?: number
  readonly to?: number
  readonly offer?: OfferId
  readonly conveyance?: ConveyanceId
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value) ? value : undefined
const count = (value: unknown): number | undefined =>
  Number.isSafeInteger(Number(value)) && value !== undefined ? Number(value) : undefined

export function parseCarrySearch(search: Readonly<Record<string, unknown>>): CarrySearch {
  const fields = {
    source: text(search['source']),
    message: text(search['message']),
    part: text(search['part']),
    from: count(search['from']),
    to: count(search['to']),
    offer: text(search['offer']),
    conveyance: text(search['conveyance']),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
