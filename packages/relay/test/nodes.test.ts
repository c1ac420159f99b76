/** Several relays over one database: nodes of one service. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bytesToHex, encode, sha256, signLive } from '@goodoffices/log'
import { afterAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createMemoryRelay, type MemoryRelay, PostgresStore } from '../src/index.ts'
import { Member, valueOf } from './harness.ts'
import { startPostgres } from './postgres-server.ts'

const postgres = await startPostgres()
const root = mkdtempSync(join(tmpdir(), 'relay-nodes-'))
afterAll(async () => {
  await postgres?.stop()
  rmSync(root, { recursive: true })
})

const script = new URL('./relay-process.ts', import.meta.url).pathname
const nodesCount = 3
const folderOf = (at: number): string => join(root, `node-${at}`)

/** What a follower was told of a log. */
class Follower {
  readonly messages: ReturnType<typeof valueOf>[] = []

  positions(): readonly number[] {
    return this.messages.flatMap(({ records }) => records ?? []).map(({ position }) => position)
  }

  async #ask(member: Member): Promise<Uint8Array> {
    await expect.poll(() => this.messages.length).toBeGreaterThan(0)
    const [{ relay, nonce }] = this.messages
    const key = member.epoch.access
    const signature = await signLive(key, relay, member.id, nonce)
    return encode({ type: 'subscribe', log: member.id, key: key.publicKey, signature })
  }

  async at(relay: MemoryRelay, member: Member): Promise<this> {
    const connection = relay.connectLive({ onMessage: message => this.messages.push(valueOf(message)) })
    await connection.receive(await this.#ask(member))
    await expect.poll(() => this.messages.at(-1).type).toBe('subscribed')
    return this
  }

  async over(url: string, member: Member): Promise<WebSocket> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/live`)
    socket.on('message', data => this.messages.push(valueOf(new Uint8Array(data as Buffer))))
    socket.on('error', () => {})
    socket.send(await this.#ask(member))
    await expect.poll(() => this.messages.at(-1).type).toBe('subscribed')
    return socket
  }
}

describe.runIf(postgres !== undefined)('relays over one database', () => {
  test('REL-63 REL-106 REL-124 REL-125 members at different nodes write one record, and followers at each are told all of it in order', async () => {
    const address = (await postgres?.fresh()) ?? ''
    const seed = new Uint8Array(32).fill(5)
    const stores = await Promise.all(Array.from({ length: nodesCount }, () => PostgresStore.open(address)))
    const nodes = await Promise.all(stores.map(store => createMemoryRelay({ store, seed })))
    let turn = 0
    const member = await Member.make(request => (nodes[turn++ % nodesCount] as MemoryRelay).fetch(request))
    await member.create([await member.keys()])
    const followers = await Promise.all(nodes.map(node => new Follower().at(node, member)))
    const envelopes = await Promise.all(Array.from({ length: 60 }, () => member.seal()))
    const answers = await Promise.all([...envelopes, ...envelopes].map(envelope => member.append([envelope])))
    expect(answers.map(({ status }) => status).filter(status => status !== 200)).toEqual([])
    const places = answers.map(answer => answer.body.positions[0])
    expect(places.slice(60)).toEqual(places.slice(0, 60))
    expect(places.slice(0, 60).toSorted((x, y) => x - y)).toEqual(envelopes.map((_, i) => i + 1))
    const checkpoints = await Promise.all(nodes.map(async () => (await member.get('checkpoint')).body))
    expect(new Set(checkpoints.map(({ checkpoint }) => checkpoint)).size).toBe(1)
    expect((await member.rekey(61)).status).toBe(200)
    for (const follower of followers) {
      await expect.poll(() => follower.messages.at(-1).type).toBe('ended')
      expect(follower.positions()).toEqual(Array.from({ length: 61 }, (_, i) => i + 1))
    }
    // What one node has seen is owed by all.
    const seen = (await member.get('checkpoint')).body
    await stores[0]?.owe(member.id, seen.size + 1)
    for (const _ of nodes)
      expect((await member.append([await member.seal()])).body).toMatchObject({ code: 'relay/behind' })
    await Promise.all(nodes.map(node => node.stop()))
    await Promise.all(stores.map(store => store.close()))
  })

  test('REL-70 REL-125 a node killed under load: its members go on at another, nothing acknowledged is lost or there twice', {
    timeout: 3_600_000,
  }, async () => {
    const kills = Number(process.env['GOODOFFICES_RUNS'] ?? 1)
    const address = (await postgres?.fresh()) ?? ''
    const nodes: { readonly child: ChildProcess; readonly url: string }[] = []
    const begin = async (at: number): Promise<void> => {
      const child = spawn(process.execPath, [script, folderOf(at), '', address], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const [line] = await once(child.stdout, 'data')
      nodes[at] = { child, url: String(line).trim() }
    }
    await begin(0)
    for (let at = 1; at < nodesCount; at++) {
      mkdirSync(folderOf(at))
      copyFileSync(join(folderOf(0), 'relay.key'), join(folderOf(at), 'relay.key'))
    }
    await Promise.all([begin(1), begin(2)])

    const acknowledged: { readonly member: Member; readonly position: number; readonly hash: string }[] = []
    const load = { isOver: false }
    /** A member's software: at a node while that answers, then at the next, with the same request. */
    const from = (first: number) => {
      let at = first
      return async (request: Request): Promise<Response> => {
        const { pathname, search } = new URL(request.url)
        const body = new Uint8Array(await request.arrayBuffer())
        const { method, headers } = request
        for (;;) {
          const there = `${nodes[at % nodesCount]?.url}${pathname}${search}`
          const asked = fetch(there, { method, headers, ...(body.length > 0 && { body }) })
          const answer = await asked.catch(() => undefined)
          if (answer !== undefined && answer.status < 500) return answer
          at += 1
          await new Promise(resolve => setTimeout(resolve, 20))
        }
      }
    }
    // Each log is written to at every node at once.
    const members = await Promise.all([0, 1].map(first => Member.make(from(first))))
    for (const member of members) await member.create([await member.keys()])
    const write = async (member: Member): Promise<void> => {
      while (!load.isOver) {
        const envelope = await member.seal('x'.repeat(1 + ((acknowledged.length * 977) % 4_000)))
        const { status, body } = await member.append([envelope])
        expect([status, body.code]).toEqual([200, undefined])
        acknowledged.push({ member, position: body.positions[0], hash: bytesToHex(sha256(envelope)) })
      }
    }
    const followers = members.map(() => new Follower())
    const sockets = await Promise.all(
      members.map((member, i) => (followers[i] as Follower).over(nodes[0]?.url ?? '', member)),
    )
    const writers = members.flatMap(member =>
      Array.from({ length: nodesCount }, (_, at) => write(member.through(from(at)))),
    )
    const written = async (more: number) => {
      const enough = acknowledged.length + more
      while (acknowledged.length < enough) await new Promise(resolve => setTimeout(resolve, 5))
    }
    await written(30)
    for (let kill = 0; kill < kills; kill++) {
      const at = 1 + (kill % (nodesCount - 1))
      const { child } = nodes[at] as { child: ChildProcess }
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      await written(20)
      await begin(at)
      await written(10)
    }
    load.isOver = true
    await Promise.all(writers)

    for (const [i, member] of members.entries()) {
      const views = await Promise.all(nodes.map((_, at) => readAll(member.through(from(at)))))
      const [view] = views
      for (const other of views) expect(other).toEqual(view)
      const hashes = view?.hashes ?? []
      expect(new Set(hashes).size).toBe(hashes.length)
      for (const { member: of, position, hash } of acknowledged)
        if (of.id === member.id) expect(hashes[position]).toBe(hash)
      // What the killed node wrote and could not tell of is found when all is looked at.
      await expect.poll(() => followers[i]?.positions().length, { timeout: 20_000 }).toBe(hashes.length - 1)
      expect(followers[i]?.positions()).toEqual(hashes.slice(1).map((_, at) => at + 1))
    }
    for (const socket of sockets) socket.close()
    for (const { child } of nodes) child.kill('SIGKILL')
  })
})

async function readAll(
  member: Member,
): Promise<{ readonly hashes: readonly string[]; readonly checkpoint: string }> {
  const hashes: string[] = []
  for (;;) {
    const { size, records, checkpoint } = (await member.read(hashes.length)).body
    for (const { envelope } of records) hashes.push(bytesToHex(sha256(envelope)))
    if (hashes.length === size) return { hashes, checkpoint }
  }
}
