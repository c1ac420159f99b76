/** What a session asks of a relay. One implementation speaks HTTP and WebSocket; the simulation brings its own. */

import { type AccessKey, type Secret, type SigningKey, sha256 } from '@goodoffices/log'
import type { Violation } from '../result.ts'
import type { NoticePort } from './notice-port.ts'

export type RelayRecord = {
  readonly position: number
  /** Milliseconds since 1970, by the relay's clock. */
  readonly time: number
  /** SHA-256 of the envelope. */
  readonly hash: Uint8Array
  /** Absent once destroyed. */
  readonly envelope?: Uint8Array
}

export type RelayAnswer = {
  /** Where each envelope of the request stands, in its order. */
  readonly places: readonly { readonly position: number; readonly time: number }[]
  readonly size: number
  /** Signed note. */
  readonly checkpoint: string
}

/** What was sent, as records at the places that the relay says: whether they stand there is for a replica to see. */
export const answerToRecords = (
  envelopes: readonly Uint8Array[],
  { places }: RelayAnswer,
): readonly RelayRecord[] =>
  envelopes.map((envelope, i) => ({
    position: places[i]?.position ?? -1,
    time: places[i]?.time ?? 0,
    hash: sha256(envelope),
    envelope,
  }))

export type RelayPage = {
  readonly records: readonly RelayRecord[]
  readonly size: number
  readonly checkpoint: string
}

/** Who may make logs there: everybody, who has the host's token, or also who was invited. */
export type Creation = 'open' | 'token' | 'invitation'

export type RelayCardAnswer = {
  readonly name: string
  readonly verifier: string
  readonly creation: Creation
}

/** What is shown to make a log at a host that is closed to strangers: its token, or the secret of a right. */
export type Pass = { readonly token: string } | { readonly right: Secret }

/** A right as the relay is told of it. */
export type NewRight = {
  /** SHA-256 of its secret. */
  readonly right: Uint8Array
  /** How many logs it makes. */
  readonly logs: number
  /** When it ends, in milliseconds since 1970, by the relay's clock. */
  readonly until: number
}

export type LiveNews = { readonly log: string } & RelayPage

export type LiveHandlers = {
  readonly news: (news: LiveNews) => void
  /** This log must be read by HTTP, unless as much of it is there already: following has begun, or it is asked for now and then. */
  readonly behind: (log: string, size?: number) => void
  /** The relay tells no more of this log: a push was missed, it has ended, or it may not be followed (yet). */
  readonly unfollowed: (log: string, why: 'behind' | 'refused') => void
  readonly state: (state: LiveState) => void
}

/** `polling`: live updates do not come through, and the logs are asked for now and then instead. */
export type LiveState = 'offline' | 'connecting' | 'live' | 'polling'

export type LiveConnection = {
  /** Subscribes from a position on, with the key of the current epoch; said again it replaces. */
  follow(log: string, from: number, key: AccessKey): void
  unfollow(log: string): void
  close(): void
}

export interface RelayPort {
  /** Where it is, as others reach it. */
  readonly address: string
  /** How far the relay's clock is ahead of this device's, in ms; undefined where it has not said what time it is. */
  aheadMs?(): number | undefined
  card(): Promise<RelayCardAnswer>
  /** `steward` of the first epoch, where the envelopes begin another. */
  create(
    log: string,
    key: AccessKey,
    envelopes: readonly Uint8Array[],
    shown?: { readonly steward?: SigningKey | undefined; readonly pass?: Pass | undefined },
  ): Promise<RelayAnswer>
  /** Mints a right on this log's account. Returns how many logs are left of it. */
  mint(log: string, key: AccessKey, right: NewRight): Promise<number>
  /** Takes back what is left of a right that this log minted. Returns how many logs that was; 0 too where it minted no such right. */
  revoke(log: string, key: AccessKey, right: Uint8Array): Promise<number>
  append(
    log: string,
    key: AccessKey,
    envelopes: readonly Uint8Array[],
    /** Keys that begin an epoch: for a log of this size, and countersigned. */
    change?: { readonly expect: number; readonly steward: SigningKey },
    /** The largest checkpoint of the log that this device has seen (REL-106). */
    seen?: string,
  ): Promise<RelayAnswer>
  /** Gives back what the relay has lost of a log, in this piece. */
  restore(
    log: string,
    key: AccessKey,
    lost: {
      readonly records: readonly RelayRecord[]
      readonly checkpoint: string
      readonly proof: readonly Uint8Array[]
      /** Needed where some of them are given back by their hash alone (REL-109). */
      readonly steward?: SigningKey | undefined
    },
  ): Promise<void>
  /** Deletes the envelopes at `from` to `to`, exclusive. Returns how many were there to delete. */
  destroy(
    log: string,
    key: AccessKey,
    range: { readonly from: number; readonly to: number; readonly steward: SigningKey },
  ): Promise<number>
  read(log: string, key: AccessKey, from: number): Promise<RelayPage>
  live(handlers: LiveHandlers): LiveConnection
  /** Absent where it tells nobody who is not there: in the samples, whose relay is this program. */
  readonly notices?: NoticePort
}

/** A log's newest head, and proof that it goes on from an earlier one: what a witness asks for, and a session does not. */
export interface HeadPort {
  readonly address: string
  /** The signed note. */
  head(log: string, key: AccessKey): Promise<string>
  consistency(log: string, key: AccessKey, from: number, to: number): Promise<readonly Uint8Array[]>
}

/**
 * The relay refused, or could not be reached, or answered what is no answer. `code` is the relay's own where it gave one
 * (`relay/...`), else `unreachable` or `nonsense`; for `unreachable` it is not known whether a write was kept.
 */
export class RelayError extends Error {
  readonly code: string
  readonly data: Readonly<Record<string, unknown>>
  constructor(code: string, data: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'RelayError'
    this.code = code
    this.data = data
  }

  /** Whether the same request may succeed later without anything being changed about it. */
  get isPassing(): boolean {
    return [
      'unreachable',
      'nonsense',
      'relay/busy',
      'relay/starting',
      'relay/stopping',
      'relay/too-slow',
      'relay/store-failed',
      'relay/too-many-requests',
      'relay/internal',
    ].includes(this.code)
  }
}

/** What is said of it to a person: that the relay at this address could not be reached, or its own refusal. */
export const toViolation = (error: RelayError, address: string): Violation =>
  error.isPassing ? { code: 'relay-unreachable', address } : { ...toRefusal(error), address }

/** A refusal as it is said: where one of the relay's codes is several facts to a person, by its reason. */
export function toRefusal({ code, data }: RelayError): Violation {
  const why = [data['reason'], data['of']].find(each => typeof each === 'string')
  return { code: toldApart.get(`${code} ${why}`) ?? code }
}

const toldApart: ReadonlyMap<string, string> = new Map([
  ['relay/creation-token wrong', 'creation-token-wrong'],
  ['relay/creation-right unknown', 'creation-right-unknown'],
  ['relay/creation-right expired', 'creation-right-expired'],
  ['relay/creation-right spent', 'creation-right-spent'],
  ['relay/quota logs', 'quota-logs'],
  ['relay/quota rights', 'quota-rights'],
  ['relay/quota codes', 'quota-codes'],
  ['relay/notice address', 'notice-address'],
  ['relay/notice code', 'notice-code'],
  ['relay/notice unknown', 'notice-unknown'],
  ['relay/notice unsent', 'notice-unsent'],
])
