/** How much to ask for at once: what a line brings in a few seconds, so that little is lost where it breaks and a fast one is used. */

const bytesMin = 64 * 1024
const bytesMax = 4 * 1024 * 1024
const fastMs = 1_000
const slowMs = 4_000

export class PageSize {
  #bytes = bytesMin

  /** Bytes of the next page. */
  get bytes(): number {
    return this.#bytes
  }

  /** A page came in this time. One that was not full says nothing of the line. */
  heard(bytes: number, ms: number): void {
    if (ms > slowMs) this.#bytes = Math.max(this.#bytes / 2, bytesMin)
    else if (ms < fastMs && bytes >= this.#bytes / 2) this.#bytes = Math.min(this.#bytes * 2, bytesMax)
  }

  /** A page did not come. */
  lost(): void {
    this.#bytes = bytesMin
  }
}
