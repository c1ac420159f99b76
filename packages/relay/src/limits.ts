/** Every bound a relay sets. The unit ends each name. An operator may change any. */
export type RelayLimits = {
  readonly envelopeBytesMax: number
  readonly batchEnvelopesMax: number
  readonly bodyBytesMax: number
  /** Kept ciphertext of one log; destruction makes room. */
  readonly logBytesMax: number
  readonly logEntriesMax: number
  /** Key changes of one log. */
  readonly logEpochsMax: number
  /** Kept ciphertext of all logs. */
  readonly storeBytesMax: number
  /** Appends that wait for one log; beyond, `relay/busy`. */
  readonly logWaitingMax: number
  readonly readEnvelopesMax: number
  readonly readBytesMax: number
  /** Records in one restore. */
  readonly restoreRecordsMax: number
  /** Envelopes destroyed in one request. 0 where a host destroys nothing. */
  readonly destroyEnvelopesMax: number
  /** Logs that one right makes. */
  readonly rightLogsMax: number
  /** Logs that the rights make which one log mints within a day. */
  readonly rightLogsPerDayMax: number
  /** How long a right may be good for. */
  readonly rightMsMax: number
  readonly connectionsMax: number
  readonly connectionsPerAddressMax: number
  readonly subscriptionsPerConnectionMax: number
  /** Unsent bytes at which a subscriber is told to catch up by HTTP. */
  readonly liveBufferBytesMax: number
  readonly liveMessageBytesMax: number
  readonly livePingMs: number
  readonly requestTimeoutMs: number
  readonly headersTimeoutMs: number
  readonly idleTimeoutMs: number
  /** How long a stop waits for what is in flight. */
  readonly stopTimeoutMs: number
  /** How far a request's time may be from the relay's clock. */
  readonly clockWindowMs: number
  /** Per address: a steady rate, and how much may come at once. */
  readonly requestsPerSecondMax: number
  readonly requestsBurstMax: number
  /** Addresses whose rate is remembered. */
  readonly addressesMax: number
}

const mebibyte = 1024 * 1024

export const defaultLimits: RelayLimits = {
  envelopeBytesMax: mebibyte,
  batchEnvelopesMax: 256,
  bodyBytesMax: 4 * mebibyte,
  logBytesMax: 1024 * mebibyte,
  logEntriesMax: 1_000_000,
  logEpochsMax: 10_000,
  storeBytesMax: 64 * 1024 * mebibyte,
  logWaitingMax: 4096,
  readEnvelopesMax: 1024,
  readBytesMax: 4 * mebibyte,
  restoreRecordsMax: 16_384,
  destroyEnvelopesMax: 10_000,
  rightLogsMax: 8,
  rightLogsPerDayMax: 128,
  rightMsMax: 90 * 86_400_000,
  connectionsMax: 10_000,
  connectionsPerAddressMax: 1_000,
  subscriptionsPerConnectionMax: 256,
  liveBufferBytesMax: mebibyte,
  liveMessageBytesMax: 4096,
  livePingMs: 30_000,
  requestTimeoutMs: 30_000,
  headersTimeoutMs: 10_000,
  idleTimeoutMs: 60_000,
  stopTimeoutMs: 10_000,
  clockWindowMs: 300_000,
  requestsPerSecondMax: 200,
  requestsBurstMax: 1_000,
  addressesMax: 10_000,
}
