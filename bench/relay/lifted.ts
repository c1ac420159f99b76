/** What a relay is let off in a benchmark, whose load comes from one address: each run says so. */
export const lifted = {
  requestsPerSecondMax: 1_000_000,
  requestsBurstMax: 10_000_000,
  connectionsPerAddressMax: 5_000,
  socketsPerAddressMax: 5_000,
} as const
