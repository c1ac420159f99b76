import { type Outcome, refuse, succeed } from './refusal.ts'

export type BodyLimits = {
  readonly bytesMax: number
  /** Asked before so many bytes are kept; `relay/busy` where there is no room for them now. */
  readonly reserve: (bytes: number) => Outcome<void>
}

/** The body, or `relay/too-large` as soon as it is longer than `bytesMax`: nothing beyond is read. */
export async function bodyLimitedBytes(
  request: Request,
  { bytesMax, reserve }: BodyLimits,
): Promise<Outcome<Uint8Array>> {
  const tooLarge = refuse('relay/too-large', { of: 'body', max: bytesMax })
  const announced = announcedBytes(request)
  if (announced === 0) return succeed(new Uint8Array())
  if (announced !== undefined) {
    if (announced > bytesMax) return tooLarge
    const room = reserve(announced)
    if (!room.ok) return room
    // The HTTP parser holds a body to the length it announces; streams cost several times as much.
    const body = new Uint8Array(await request.arrayBuffer())
    return body.length > bytesMax ? tooLarge : succeed(body)
  }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > bytesMax) return tooLarge
    const room = reserve(chunk.length)
    if (!room.ok) return room
    chunks.push(chunk)
  }
  return succeed(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks))
}

/** How long the body says it is; undefined where it does not say. */
export function announcedBytes(request: Request): number | undefined {
  if (request.method === 'GET') return 0
  const announced = request.headers.get('content-length')
  if (announced !== null) return Number(announced)
  return request.body === null ? 0 : undefined
}
