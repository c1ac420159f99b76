import { addressToNetwork } from './rate.ts'

const dayMs = 86_400_000

type Used = { readonly since: number; readonly counts: Map<QuotaKind, number> }
export type QuotaKind = 'bytes' | 'logs' | 'codes'

/**
 * What each address has had written within a day of its first. Kept in memory: a restart forgets it, and so does a crowd of
 * more addresses than are remembered.
 */
export class DailyQuota {
  readonly #max: Readonly<Record<QuotaKind, number>>
  readonly #addressesMax: number
  readonly #used = new Map<string, Used>()

  constructor(limits: {
    readonly addressBytesPerDayMax: number
    readonly addressLogsPerDayMax: number
    readonly addressCodesPerDayMax: number
    readonly addressesMax: number
  }) {
    this.#max = {
      bytes: limits.addressBytesPerDayMax,
      logs: limits.addressLogsPerDayMax,
      codes: limits.addressCodesPerDayMax,
    }
    this.#addressesMax = limits.addressesMax
  }

  /** 0 where the address may have so much more written, else the milliseconds until its day is over. */
  waitMs(address: string, kind: QuotaKind, count: number, now: number): number {
    const used = this.#find(address, now)
    if (used === undefined) return count > this.#max[kind] ? dayMs : 0
    return (used.counts.get(kind) ?? 0) + count > this.#max[kind] ? used.since + dayMs - now : 0
  }

  /** Counts what was written. */
  add(address: string, kind: QuotaKind, count: number, now: number): void {
    const name = addressToNetwork(address)
    const used = this.#find(address, now) ?? { since: now, counts: new Map<QuotaKind, number>() }
    used.counts.set(kind, (used.counts.get(kind) ?? 0) + count)
    // Last in the map is last seen.
    this.#used.delete(name)
    this.#used.set(name, used)
    if (this.#used.size > this.#addressesMax) this.#used.delete(this.#used.keys().next().value ?? name)
  }

  max(kind: QuotaKind): number {
    return this.#max[kind]
  }

  #find(address: string, now: number): Used | undefined {
    const used = this.#used.get(addressToNetwork(address))
    return used === undefined || now - used.since >= dayMs ? undefined : used
  }
}
