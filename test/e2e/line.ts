/** A line between a browser and a relay that can be made to behave as lines do. */

import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { encode } from '../../packages/log/src/index.ts'

export type Line = {
  readonly url: string
  /** Where it leads: another relay under the same address is the same server after an update. */
  lead(to: string): void
  /** Takes what is asked and says nothing, until it is told otherwise. */
  silence(isSilent: boolean): void
  /** Answers what matches with a page of its own, as a network does that wants one to sign in. */
  signIn(what: RegExp | undefined): void
  /** Takes nothing more into the logs whose address matches, for good, until it is told otherwise. */
  refuse(what: RegExp | undefined): void
  /** Breaks the next connection over which what matches is sent, halfway. */
  dropNext(what: RegExp): void
  close(): void
}

const portal = '<!doctype html><title>Hotel</title><p>Please sign in to the network.</p>'

export async function openLine(relay: string): Promise<Line> {
  let [target, isSilent] = [new URL(relay), false]
  let portalFor: RegExp | undefined
  let toRefuse: RegExp | undefined
  let toDrop: RegExp | undefined
  const sockets = new Set<Socket>()
  const pass = (from: IncomingMessage, to: ServerResponse): void => {
    const path = from.url ?? '/'
    if (isSilent) return
    if (portalFor?.test(path) === true) {
      to.writeHead(200, { 'Content-Type': 'text/html' }).end(portal)
      return
    }
    if (from.method === 'POST' && toRefuse?.test(path) === true) {
      to.writeHead(404, { 'Content-Type': 'application/cbor' }).end(encode({ code: 'relay/unknown-path' }))
      return
    }
    const { hostname, port } = target
    const onwards = request({ hostname, port, path, method: from.method, headers: from.headers }, answer => {
      to.writeHead(answer.statusCode ?? 502, answer.headers)
      if (toDrop?.test(path) === true) {
        toDrop = undefined
        answer.once('data', (chunk: Buffer) => {
          to.write(chunk.subarray(0, chunk.length / 2), () => to.destroy())
        })
      } else answer.pipe(to)
    })
    onwards.on('error', () => to.destroy())
    from.pipe(onwards)
  }
  const server = createServer(pass)
  server.on('connection', socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('upgrade', (_, socket) => socket.destroy())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    lead: to => {
      target = new URL(to)
    },
    silence: to => {
      isSilent = to
    },
    signIn: what => {
      portalFor = what
    },
    refuse: what => {
      toRefuse = what
    },
    dropNext: what => {
      toDrop = what
    },
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
