/** The body, or undefined as soon as it is longer than `bytesMax`: nothing beyond is read. */
export async function bodyLimitedBytes(request: Request, bytesMax: number): Promise<Uint8Array | undefined> {
  if (request.method === 'GET') return new Uint8Array()
  const announced = request.headers.get('content-length')
  if (Number(announced ?? 0) > bytesMax) return undefined
  if (announced !== null) {
    // The HTTP parser holds a body to the length it announces; streams cost several times as much.
    const body = new Uint8Array(await request.arrayBuffer())
    return body.length > bytesMax ? undefined : body
  }
  if (request.body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body) {
    length += chunk.length
    if (length > bytesMax) return undefined
    chunks.push(chunk)
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)
}
