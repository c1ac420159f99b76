import { openSource } from './store-source.ts'

/** What a host sees of a log: how much of it there is, and when it was used last. */
export type LogLine = {
  readonly log: string
  readonly entries: number
  /** Of envelopes that are still kept. */
  readonly bytes: number
  /** When something was written to it or, of an empty one, when it was made or asked about, in milliseconds since 1970. */
  readonly used: number
}

const pageMax = 1_000

/** All logs of a folder or a database, while relays use it or not. Rejects with StoreError. */
export async function listLogs(place: string): Promise<readonly LogLine[]> {
  const source = await openSource(place)
  try {
    const lines: LogLine[] = []
    for (let after = ''; ; ) {
      const page = await source.logs(after, pageMax)
      for (const id of page) {
        const head = await source.head(id)
        if (head === undefined) continue
        const { size: entries, bytes, time, used } = head
        lines.push({ log: id, entries, bytes, used: Math.max(time, used) })
      }
      const last = page.at(-1)
      if (last === undefined) return lines
      after = last
    }
  } finally {
    await source.close()
  }
}
