/** Parts of the program that are fetched when they are first needed, over lines that drop. */

/** A part did not arrive, however often it was asked for. */
export class NotFetched extends Error {
  constructor(cause: unknown) {
    super('a part of the program was not fetched', { cause })
    this.name = 'NotFetched'
  }
}

/** Before each new attempt. */
const pausesMs = [400, 1_500]

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/** The bundler's loader asks for a style sheet once: asked again, the part would come without it. */
const isOfStyle = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('Unable to preload CSS')

/** Asks again where the connection broke. Rejects with `NotFetched`. */
export async function fetchPart<T>(load: () => Promise<T>): Promise<T> {
  for (const ms of pausesMs) {
    try {
      return await load()
    } catch (error) {
      if (isOfStyle(error)) throw new NotFetched(error)
      await pause(ms)
    }
  }
  return load().catch((error: unknown) => Promise.reject(new NotFetched(error)))
}
