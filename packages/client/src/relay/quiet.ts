/** Limits on silence: a line that brings a little now and then is waited for, however long it takes. */

/** Slower than this, bytes that are sent do not arrive at all: how long a body may take is not shown while it is under way. */
const sendingBytesPerMs = 4

/** Ends what it watches when nothing is heard for so long. */
export class Quiet {
  readonly #ending = new AbortController()
  readonly #msMax: number
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `sentBytes`: what must arrive before anything can be heard. */
  constructor(msMax: number, sentBytes = 0) {
    this.#msMax = msMax
    this.wait(msMax + sentBytes / sendingBytesPerMs)
  }

  get signal(): AbortSignal {
    return this.#ending.signal
  }

  /** Something was heard. */
  hear(): void {
    this.wait(this.#msMax)
  }

  /** Nothing more is waited for. */
  end(): void {
    clearTimeout(this.#timer)
  }

  /** Waits so long for the next sound. */
  wait(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#ending.abort(new Error('nothing was heard')), ms)
  }
}

/** A body piece by piece. Not every engine iterates over a stream. */
export async function* chunksOf({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  try {
    for (;;) {
      const read = await reader?.read()
      if (read === undefined || read.done) return
      yield read.value
    }
  } finally {
    // Whoever reads no further wants no more to come.
    void reader?.cancel().catch(() => {})
  }
}

/** A body as it comes; undefined where it is longer than `bytesMax`. */
export async function readQuietly(
  response: Response,
  quiet: Quiet,
  bytesMax: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunksOf(response)) {
    quiet.hear()
    length += chunk.length
    if (length > bytesMax) return undefined
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
