/** Every bound a relay sets. The unit ends each name. An operator may change any. */
export type RelayLimits = {
  readonly envelopeBytesMax: number
  readonly batchEnvelopesMax: number
  readonly bodyBytesMax: number
  /** A body signed with a key that is none of the log's, and how long it may take to arrive. */
  readonly strangerBodyBytesMax: number
  readonly strangerBodyMsMax: number
  /** A stranger's body that makes a log, or brings back what may include the key that it is signed with. */
  readonly creationBodyBytesMax: number
  /** Bodies that are being read, together and per address. */
  readonly inFlightBytesMax: number
  readonly inFlightBytesPerAddressMax: number
  /** After which whoever met a full relay may try again. */
  readonly busyWaitMs: number
  /** Kept ciphertext of one log; destruction makes room. */
  readonly logBytesMax: number
  readonly logEntriesMax: number
  /** Key changes of one log. */
  readonly logEpochsMax: number
  /** Below so much free disk the relay says that it is not ready. */
  readonly diskFreeBytesMin: number
  /** Kept ciphertext of all logs. */
  readonly storeBytesMax: number
  /** Appends that wait for one log; beyond, `relay/busy`. */
  readonly logWaitingMax: number
  readonly readEnvelopesMax: number
  readonly readBytesMax: number
  /** What a read holds that does not say how much it wants: little enough to be kept over a weak line. */
  readonly readPageBytesMax: number
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
  /** WebSockets. */
  readonly socketsPerAddressMax: number
  readonly subscriptionsPerConnectionMax: number
  /** Unsent bytes at which a subscriber is told to catch up by HTTP. */
  readonly liveBufferBytesMax: number
  /** What is longer is appended by HTTP. */
  readonly liveMessageBytesMax: number
  readonly livePingMs: number
  /** How often a live line says that it is alive, in a message that every client can hear. */
  readonly liveBeatMs: number
  /** For a whole request: the largest body over a weak line. */
  readonly requestTimeoutMs: number
  readonly headersTimeoutMs: number
  /** A connection without a request. */
  readonly idleTimeoutMs: number
  /** A request or answer of which nothing moves. */
  readonly stallTimeoutMs: number
  /** How long a stop waits for what is in flight. */
  readonly stopTimeoutMs: number
  /** How far a request's time may be from the relay's clock. */
  readonly clockWindowMs: number
  /** Per address: a steady rate, and how much may come at once. */
  readonly requestsPerSecondMax: number
  readonly requestsBurstMax: number
  /** Per address and day. */
  readonly addressBytesPerDayMax: number
  readonly addressLogsPerDayMax: number
  /** E-mail addresses that a code is sent to, per address and day; and codes to one e-mail address. */
  readonly addressCodesPerDayMax: number
  /** Logs that one notice tells of, and notices that a log's key registers. */
  readonly noticeLogsMax: number
  readonly noticesPerLogMax: number
  /** How long whoever is there has to see it first, and how long a notice waits at most by chance. */
  readonly noticeGraceMs: number
  readonly noticeDelayMsMax: number
  /** Nobody is told again within it, at one address. */
  readonly pushPeriodMs: number
  readonly mailPeriodMs: number
  /** How long somebody is told who does not come. */
  readonly noticeMsMax: number
  /** How long a code is good for that was sent to an address, and for how many tries. */
  readonly noticeCodeMsMax: number
  readonly noticeCodeTriesMax: number
  /** How long an empty log stays that nobody asks about. */
  readonly emptyLogMsMax: number
  /** Addresses whose rate and day are remembered. */
  readonly addressesMax: number
}

const mebibyte = 1024 * 1024

export const defaultLimits: RelayLimits = {
  envelopeBytesMax: mebibyte,
  batchEnvelopesMax: 256,
  bodyBytesMax: 4 * mebibyte,
  strangerBodyBytesMax: mebibyte / 16,
  strangerBodyMsMax: 30_000,
  creationBodyBytesMax: mebibyte / 2,
  inFlightBytesMax: 128 * mebibyte,
  inFlightBytesPerAddressMax: 16 * mebibyte,
  busyWaitMs: 1_000,
  logBytesMax: 1024 * mebibyte,
  logEntriesMax: 1_000_000,
  logEpochsMax: 10_000,
  diskFreeBytesMin: 64 * mebibyte,
  storeBytesMax: 64 * 1024 * mebibyte,
  logWaitingMax: 4096,
  readEnvelopesMax: 1024,
  readBytesMax: 4 * mebibyte,
  readPageBytesMax: mebibyte / 16,
  restoreRecordsMax: 16_384,
  destroyEnvelopesMax: 10_000,
  rightLogsMax: 8,
  rightLogsPerDayMax: 128,
  rightMsMax: 90 * 86_400_000,
  connectionsMax: 10_000,
  connectionsPerAddressMax: 512,
  socketsPerAddressMax: 256,
  subscriptionsPerConnectionMax: 256,
  liveBufferBytesMax: mebibyte,
  liveMessageBytesMax: mebibyte / 64,
  livePingMs: 30_000,
  liveBeatMs: 25_000,
  requestTimeoutMs: 600_000,
  headersTimeoutMs: 10_000,
  idleTimeoutMs: 30_000,
  stallTimeoutMs: 60_000,
  stopTimeoutMs: 10_000,
  clockWindowMs: 300_000,
  requestsPerSecondMax: 200,
  requestsBurstMax: 1_000,
  addressBytesPerDayMax: 1024 * mebibyte,
  addressLogsPerDayMax: 5_000,
  addressCodesPerDayMax: 5,
  noticeLogsMax: 256,
  noticesPerLogMax: 16,
  noticeGraceMs: 60_000,
  noticeDelayMsMax: 900_000,
  pushPeriodMs: 1_800_000,
  mailPeriodMs: 14_400_000,
  noticeMsMax: 30 * 86_400_000,
  noticeCodeMsMax: 3_600_000,
  noticeCodeTriesMax: 5,
  emptyLogMsMax: 90 * 86_400_000,
  addressesMax: 10_000,
}
