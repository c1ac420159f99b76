/** The server as a process: its sentence, its port, its end, its folder; and the launcher. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer, get, request as requestOf } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  createHttpRelay,
  createIdentity,
  createMemoryVault,
  recoverIdentity,
  type Session,
} from '@goodoffices/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { goodoffices } from './shell.ts'

const launcher = fileURLToPath(new URL('../bin/goodoffices.js', import.meta.url))

let folder = ''
const running: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goodoffices-serve-'))
})
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  rmSync(folder, { recursive: true, force: true })
})

type Server = {
  readonly child: ChildProcess
  readonly sentence: string
  readonly url: string
  /** What it has said on standard error so far. */
  readonly said: () => string
}

/** Starts a command that serves, and waits for its first line. */
async function start(...args: readonly string[]): Promise<Server> {
  const child = spawn(process.execPath, [launcher, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let err = ''
  child.stderr.on('data', chunk => {
    err += String(chunk)
  })
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
  const sentence = String(chunk)
  return { child, sentence, url: /http:\/\/[\d.]+:\d+/.exec(sentence)?.[0] ?? '', said: () => err }
}

async function end({ child }: Server, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal)
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

/** Without who said so. */
const bare = (text: string): string => text.replaceAll(/ # .*$/gm, '')

describe('goodoffices serve', () => {
  it('CLI-16: says in a sentence where it is, logs nothing of its own accord, serves, and ends at SIGTERM and SIGINT', async () => {
    const server = await start('serve', '--port', '0')
    expect(server.sentence).toMatch(
      /^Good Offices is at http:\/\/127\.0\.0\.1:\d+\. Press Ctrl\+C to stop\.\n$/,
    )
    expect(await (await fetch(`${server.url}/healthz`)).text()).toContain('ok')
    expect(await end(server, 'SIGTERM')).toBe(0)
    expect(server.said().replace(/^The web app has not been built.*\n/, '')).toBe('')
    const again = await start('serve', '--port', '0', '--log', 'info', '--json')
    expect(JSON.parse(again.sentence)).toMatchObject({ ok: true, url: again.url, vkey: expect.any(String) })
    expect(await end(again, 'SIGINT')).toBe(0)
    expect(again.said()).toContain('"event":"started"')
    expect(again.said()).toContain('"event":"stopped"')
  })

  it('CLI-17: says what to do where the port is taken, the folder is in use, or what was typed is wrong', async () => {
    const server = await start('serve', '--port', '0')
    const port = new URL(server.url).port
    const data = join(folder, 'data')
    const taken = await goodoffices(['serve', '--port', port, '--data', join(folder, 'other'), '--json'])
    expect(taken.code).toBe(2)
    expect(taken.json).toMatchObject({ error: { code: 'port-in-use', next: Number(port) + 1 } })
    expect(existsSync(join(folder, 'other'))).toBe(false)
    const inUse = await goodoffices(['serve', '--port', '0', '--data', data])
    expect(inUse.code).toBe(3)
    expect(inUse.err).toContain(data)
    for (const args of [
      ['--port', '70000'],
      ['--port', 'http'],
      ['--host', 'no.such.host.invalid'],
      ['--store', 'mysql://localhost/talks'],
      ['--creation-token-file', join(folder, 'none')],
    ])
      expect(
        (await goodoffices(['serve', '--data', join(folder, 'x'), '--port', '0', ...args])).code,
        args.join(' '),
      ).toBe(2)
  })

  it('CLI-61: is told what it may be on the command line, in the environment and in a file, in this order', async () => {
    const file = join(folder, 'relay.yaml')
    writeFileSync(
      file,
      '# Ours\nport: 1\nhost: ::1\nby-invitation: yes\nallow-host: [a.example, b.example]\nlimit:\n  logBytesMax: 5\n',
    )
    const env = {
      GOODOFFICES_SERVE_CONFIG: file,
      GOODOFFICES_SERVE_PORT: '2',
      GOODOFFICES_SERVE_HOST: '::',
      GOODOFFICES_SERVE_STORE: 'postgres://talks:very-secret@db.example/talks?password=very-secret',
    }
    const mail = [
      '--mail-server',
      'smtps://talks:very-secret@mail.example',
      '--mail-from',
      'notices@talks.example',
    ]
    const told = ['--push-contact', 'mailto:desk@talks.example', '--mail-link', 'https://talks.example']
    const typed = ['--port', '3', '--metrics-host', '::1', ...mail, ...told]
    const shown = await goodoffices(['serve', '--print-settings', ...typed, '--json'], { env })
    const settings = shown.json['settings'] as unknown as readonly { readonly name: string }[]
    const of = (name: string) => settings.find(each => each.name === name)
    expect(of('port')).toEqual({ name: 'port', value: '3', from: '--port' })
    expect(of('metrics-host')).toMatchObject({ value: '::1', from: '--metrics-host' })
    expect(of('mail-server')).toMatchObject({ value: 'smtps://talks:hidden@mail.example' })
    expect(of('push-contact')).toMatchObject({ value: 'mailto:desk@talks.example' })
    expect(of('host')).toEqual({ name: 'host', value: '::', from: 'GOODOFFICES_SERVE_HOST' })
    expect(of('by-invitation')).toMatchObject({ value: 'yes', from: `${file}:4:1: by-invitation` })
    expect(of('allow-host')).toMatchObject({ value: '[a.example, b.example]' })
    expect(of('trusted-proxies')).toEqual({ name: 'trusted-proxies', value: '0' })
    expect(shown.json['limits']).toContainEqual({ name: 'logBytesMax', value: 5 })
    expect(shown.out).not.toContain('very-secret')
    // What is shown is a file that does the same.
    const { out } = await goodoffices(['serve', '--config', file, '--print-settings'])
    writeFileSync(file, out)
    const again = await goodoffices(['serve', '--config', file, '--print-settings'])
    expect(bare(again.out)).toBe(bare(out))
    expect(existsSync(join(folder, 'data'))).toBe(false)
  })

  it('CLI-61: says all that is no setting at once, with its place, and starts nothing', async () => {
    const file = join(folder, 'relay.yaml')
    writeFileSync(
      file,
      'prot: 80\nport: 70000\ntrusted-proxies: [1, 2]\nlimit:\n  livePingMs: 0\nname: {a: [1]}\n',
    )
    const env = { GOODOFFICES_SERVE_LGO: 'info', GOODOFFICES_SERVE_ALLOW_HOST: 'a,,b' }
    const args = [
      'serve',
      '--data',
      join(folder, 'x'),
      '--config',
      file,
      '--store',
      'mysql://a:very-secret@b/c',
      '--push-contact',
      'desk@talks.example',
      '--mail-from',
      'notices@talks.example',
      '--mail-link',
      'https://talks.example',
    ]
    const { code, err } = await goodoffices(args, { env })
    expect(code).toBe(2)
    for (const each of [
      '--store takes',
      '--push-contact takes mailto:',
      '--mail-from is nothing alone: mail-server, mail-from, mail-link are said together or not at all',
      'GOODOFFICES_SERVE_LGO is no setting',
      'GOODOFFICES_SERVE_ALLOW_HOST takes',
      `${file}:1:1: prot is no setting`,
      `${file}:2:1: port takes 0 to 65535; it is "70000"`,
      `${file}:3:1: trusted-proxies takes`,
      `${file}:4:1: limit takes`,
      `${file}:6:1`,
      'Nothing was started.',
      '  by-invitation',
    ])
      expect(err).toContain(each)
    expect(err).not.toContain('very-secret')
    for (const [text, place] of [
      ['port: [1\n', ''],
      ['- port\n', ':1:1'],
      ['port: 1\nport: 2\n', ':2:1'],
    ]) {
      writeFileSync(file, String(text))
      expect((await goodoffices(['serve', '--config', file])).err).toContain(`${file}${place}`)
    }
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })

  it('CLI-17: begins nothing anew where the key or the database is gone', { timeout: 180_000 }, async () => {
    const data = join(folder, 'data')
    const server = await start('serve', '--port', '0')
    const { session } = await member(server.url)
    await session.close()
    expect(await end(server, 'SIGTERM')).toBe(0)
    const key = readFileSync(join(data, 'relay.key'))
    rmSync(join(data, 'relay.key'))
    const keyless = await goodoffices(['serve', '--port', '0', '--data', data])
    expect(keyless.code).toBe(3)
    expect(keyless.err).toContain('relay.key')
    writeFileSync(join(data, 'relay.key'), key, { mode: 0o600 })
    for (const name of readdirSync(data)) if (name.startsWith('relay.db')) rmSync(join(data, name))
    expect((await goodoffices(['serve', '--port', '0', '--data', data])).code).toBe(3)
    const again = await start('serve', '--port', '0', '--begin-empty')
    expect(await (await fetch(`${again.url}/readyz`)).json()).toEqual({ ok: true, lacks: [] })
  })

  it('CLI-16: by invitation, and under other names where they are given', { timeout: 180_000 }, async () => {
    const server = await start('serve', '--port', '0', '--by-invitation', '--allow-host', 'talks.example')
    const card: unknown = await (await fetch(`${server.url}/v1/relay`)).json()
    expect(card).toMatchObject({ creation: 'invitation' })
    const statusFor = (host: string): Promise<number> =>
      new Promise((resolve, reject) => {
        get(`${server.url}/v1/relay`, { headers: { host } }, answer => {
          answer.resume()
          resolve(answer.statusCode ?? 0)
        }).on('error', reject)
      })
    expect([await statusFor('talks.example'), await statusFor('evil.example')]).toEqual([200, 421])
  })

  it('CLI-18: copies its folder while it runs, and finds what was changed in a copy', async () => {
    const server = await start('serve', '--port', '0')
    const { session } = await member(server.url)
    const data = join(folder, 'data')
    const copy = join(folder, 'copy')
    const copied = await goodoffices(['backup', copy, '--data', data, '--json'])
    expect(copied).toMatchObject({ code: 0, json: { ok: true, findings: [] } })
    expect(Number(copied.json['records'])).toBeGreaterThan(0)
    await session.close()
    expect((await goodoffices(['backup', copy, '--data', data])).code).toBe(3)
    expect((await goodoffices(['check', '--data', data])).code).toBe(0)
    expect((await goodoffices(['check', '--data', join(folder, 'nowhere')])).code).toBe(5)
    expect((await goodoffices(['check', '--store', 'mysql://localhost/talks'])).code).toBe(2)
    const carried = join(folder, 'carried')
    const carry = await goodoffices(['store', 'copy', copy, carried, '--json'])
    expect(carry).toMatchObject({ code: 0, json: { ok: true, findings: [], copied: copied.json['records'] } })
    expect((await goodoffices(['store', 'copy', copy, carried])).out).toContain('0 records were carried')
    expect((await goodoffices(['store', 'copy', join(folder, 'nowhere'), carried])).code).toBe(5)
    expect((await goodoffices(['check', '--data', carried])).code).toBe(0)
    const [database = ''] = readdirSync(copy).filter(name => name.endsWith('.db'))
    // Without the key, or with what is none, no relay starts from it: found now, and not when it is needed.
    const key = join(copy, 'relay.key')
    writeFileSync(key, 'none')
    expect((await goodoffices(['check', '--data', copy])).code).toBe(3)
    rmSync(key)
    expect((await goodoffices(['check', '--data', copy])).code).toBe(3)
    expect((await goodoffices(['backup', join(folder, 'next'), '--data', copy])).code).toBe(3)
    expect(existsSync(join(folder, 'next'))).toBe(false)
    copyFileSync(join(data, 'relay.key'), key)
    expect((await goodoffices(['check', '--data', copy])).code).toBe(0)
    truncateSync(join(copy, database), 6_000)
    expect((await goodoffices(['check', '--data', copy])).code).toBe(3)
  })

  it('CLI-19: killed while many write, has lost nothing that it had acknowledged', {
    timeout: 60_000,
  }, async () => {
    const server = await start('serve', '--port', '0')
    const { port } = new URL(server.url)
    const writers = await Promise.all(Array.from({ length: 4 }, () => member(server.url)))
    const written = writers.map(() => 0)
    const over = new AbortController()
    const writing = writers.map(async ({ session }, i) => {
      const home = session.home()?.id
      if (home === undefined) throw new Error('no room to write in')
      while (!over.signal.aborted) {
        const n = written[i] ?? 0
        await session.act(home, { kind: 'note.write', note: `note-${i}-${n}` as never, body: `Note ${n}` })
        await session.settle()
        // Acknowledged is what no longer waits; that alone is counted.
        if (session.status().waiting > 0) return
        written[i] = n + 1
      }
    })
    while (written.some(count => count < 15)) await new Promise(resolve => setTimeout(resolve, 5))
    await end(server, 'SIGKILL')
    over.abort()
    await Promise.all(writing)
    const acknowledged = [...written]
    expect(await goodoffices(['check', '--data', join(folder, 'data')])).toMatchObject({ code: 0 })
    await start('serve', '--port', port)
    for (const [i, { session, phrase }] of writers.entries()) {
      // A device that has nothing but the phrase reads what the relay kept.
      await session.close()
      const fresh = await recoverIdentity({
        vault: createMemoryVault(),
        phrase,
        address: server.url,
        live: false,
      })
      if (!fresh.ok) throw new Error(fresh.error.code)
      const notes = Object.values(fresh.value.home()?.notes ?? {}).map(({ body }) => body)
      for (let n = 0; n < (acknowledged[i] ?? 0); n += 1) expect(notes).toContain(`Note ${n}`)
      await fresh.value.close()
    }
  })
})

it('REL-133 CLI-61: behind a proxy that passes on a path, a member joins, writes and comes back under it', async () => {
  const server = await start('serve', '--port', '0', '--base-path', '/talks', '--data', 'under')
  // All that it passes on is what is under the path, as nginx does with `location /talks/` and no path behind the port.
  const proxy = createServer((request, response) => {
    if (request.url?.startsWith('/talks/') !== true) return response.writeHead(404).end()
    const { method = '', headers, url } = request
    const passed = requestOf(`${server.url}${url}`, { method, headers }, answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    return request.pipe(passed)
  })
  await once(proxy.listen(0, '127.0.0.1'), 'listening')
  try {
    const { port } = proxy.address() as AddressInfo
    const { session } = await member(`http://127.0.0.1:${port}/talks`)
    expect(session.status()).toMatchObject({ waiting: 0, troubles: [] })
    await session.close()
    const refused = await createIdentity({
      vault: createMemoryVault(),
      name: 'Beside it',
      address: `http://127.0.0.1:${port}`,
      live: false,
    })
    expect(refused.ok).toBe(false)
  } finally {
    proxy.close()
  }
})

async function member(address: string): Promise<{ readonly session: Session; readonly phrase: string }> {
  const made = await createIdentity({
    vault: createMemoryVault(),
    name: 'A member',
    address,
    live: false,
    relayAt: at => createHttpRelay({ address: at, silenceMsMax: 2_000 }),
  })
  if (!made.ok) throw new Error(made.error.code)
  await made.value.session.goOnline()
  await made.value.session.settle()
  return { session: made.value.session, phrase: made.value.phrase.join(' ') }
}

describe('goodoffices demo', () => {
  it('CLI-24: seats an identity in every chair of the sample, and keeps nothing', {
    timeout: 60_000,
  }, async () => {
    const server = await start('demo', '--sample', 'two-villages', '--port', '0', '--json')
    const { identities } = JSON.parse(server.sentence) as {
      readonly identities: readonly { readonly person: string; readonly directory: string }[]
    }
    expect(identities.map(({ person }) => person)).toEqual(['committee', 'council'])
    const env = { GOODOFFICES_IDENTITY: identities[0]?.directory ?? '' }
    const { code, out } = await goodoffices(['read', 'caucus:lower'], { env })
    expect(code).toBe(0)
    expect(out).toContain('written down by')
    expect((await goodoffices(['inbox', '--json'], { env })).code).toBe(0)
    expect(await end(server, 'SIGTERM')).toBe(0)
    expect((await goodoffices(['rooms'], { env })).code).toBe(5)
  })
})

describe('the launcher', () => {
  it('CLI-25: says what to do on a Node that is too old, and reads nothing that an old one cannot', async () => {
    const script = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.11.1' } }); await import('${pathToFileURL(launcher).href}')`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let err = ''
    child.stderr.on('data', chunk => {
      err += String(chunk)
    })
    const [code] = (await once(child, 'exit')) as [number]
    expect(code).not.toBe(0)
    expect(err).toContain('needs Node.js 24.11 or newer; this is 20.11.1')
    expect(err).toContain('https://nodejs.org')
  })
})
