import type { ConveyanceId, ItemId, MessageId, OfferId, PartId, RoomId } from '@goodoffices/core'

/** What an address of the composer says: where it comes from, or which conveyance to open again. */
export type CarrySearch = {
  readonly source?: RoomId
  readonly message?: MessageId
  readonly part?: PartId
  readonly from?: number
  readonly to?: number
  /** All but the marked parts of the message. */
  readonly stretch?: 'rest'
  readonly offer?: OfferId
  readonly item?: ItemId
  /** Names of fields of the item; all of them where none is named. */
  readonly fields?: readonly string[]
  /** The number of what was said of the item, from 1. */
  readonly mark?: number
  readonly conveyance?: ConveyanceId
  /** To every party at once. */
  readonly all?: true
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value) ? value : undefined
const count = (value: unknown): number | undefined =>
  Number.isSafeInteger(Number(value)) && value !== undefined ? Number(value) : undefined
const names = (value: unknown): readonly string[] | undefined =>
  typeof value === 'string' && /^[a-z][A-Za-z0-9]{0,39}(\.[a-z][A-Za-z0-9]{0,39}){0,49}$/.test(value)
    ? value.split('.')
    : undefined

export function parseCarrySearch(search: Readonly<Record<string, unknown>>): CarrySearch {
  const fields = {
    source: text(search['source']),
    message: text(search['message']),
    part: text(search['part']),
    from: count(search['from']),
    to: count(search['to']),
    stretch: search['stretch'] === 'rest' ? ('rest' as const) : undefined,
    offer: text(search['offer']),
    item: text(search['item']),
    fields: names(search['fields']),
    mark: count(search['mark']),
    conveyance: text(search['conveyance']),
    all: search['all'] === undefined ? undefined : (true as const),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
