/** Floods a relay from an address of its own on this machine until it is told to stop; then says how many requests a second it made. */
import { Agent, request } from 'node:http'
import { createAccessKey, createEpochKey, encode, signRequest } from '@goodoffices/log'
import { WebSocket } from 'ws'

const [url = '', kind = ''] = process.argv.slice(2)
/** Linux has the whole of 127/8 on its loopback. */
const localAddress = '127.0.0.9'
const width = 64
const agent = new Agent({ keepAlive: true, maxSockets: width, localAddress })
let sent = 0

function ask(
  method: 'GET' | 'POST',
  path: string,
  headers: Record<string, string>,
  body: Uint8Array,
): Promise<void> {
  return new Promise(resolve => {
    const asked = request(url + path, { method, agent, headers, localAddress }, answer => {
      answer.resume()
      answer.on('end', resolve)
    })
    asked.on('error', () => resolve())
    asked.end(body)
  })
}

async function forever(work: () => Promise<void>): Promise<never> {
  for (;;) {
    await work()
    sent += 1
  }
}

const path = `/v1/logs/${'x'.repeat(43)}/envelopes`
const body = encode({ envelopes: [new Uint8Array(1000)] })
const key = await createAccessKey(createEpochKey())
const authorization = await signRequest(key, { method: 'POST', path, body }, Date.now())
for (let i = 0; i < width; i++) {
  if (kind === 'get') void forever(() => ask('GET', '/v1/relay', {}, new Uint8Array()))
  else if (kind === 'unsigned')
    void forever(() => ask('POST', path, { authorization, 'content-length': String(body.length) }, body))
  else {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/live`, { localAddress })
    const message = encode({ type: 'append', log: 'x', id: 1, envelopes: [new Uint8Array(1000)] })
    socket.on('message', () => {
      socket.send(message)
      sent += 1
    })
    socket.on('error', () => {})
  }
}
const started = performance.now()
process.on('SIGTERM', () => {
  process.stdout.write(String((sent / (performance.now() - started)) * 1000), () => process.exit(0))
})
process.stdout.write('begun\n')
