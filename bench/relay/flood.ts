/**
 * What strangers of one address can make a relay hold, on loopback and within bounds: bodies that are announced and not
 * sent, connections that say nothing. Prints the relay's resident memory before, at the height of each, and afterwards.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createAccessKey, createEpochKey, signRequest } from '@goodoffices/log'

const bodies = 100
const idle = 1_500
const bodyBytes = 4 * 1024 * 1024 - 1
const settleMs = 15_000

const folder = mkdtempSync(join(tmpdir(), 'relay-flood-'))
const script = new URL('flood-process.ts', import.meta.url).pathname
const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
const [line] = (await once(child.stdout, 'data')) as [Buffer]
const { hostname, port } = new URL(String(line).trim())

/** The relay's resident memory in MiB. */
function residentMebibytes(): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)
}

type Dialled = { readonly socket: Socket; answer: string; isEnded: boolean }

function dial(): Dialled {
  const dialled: Dialled = { socket: connect(Number(port), hostname), answer: '', isEnded: false }
  dialled.socket.on('data', chunk => {
    dialled.answer += String(chunk)
  })
  dialled.socket.on('error', () => {})
  dialled.socket.on('close', () => {
    dialled.isEnded = true
  })
  return dialled
}

async function measure(
  name: string,
  count: number,
  start: (dialled: Dialled) => void,
): Promise<{ readonly row: string; readonly dialled: readonly Dialled[] }> {
  const before = residentMebibytes()
  const dialled = Array.from({ length: count }, dial)
  for (const each of dialled) start(each)
  await pause(settleMs)
  const height = residentMebibytes()
  const open = dialled.filter(({ isEnded }) => !isEnded).length
  const refused = dialled.filter(({ answer }) => /^HTTP\/1.1 4/.test(answer)).length
  for (const { socket } of dialled) socket.destroy()
  await pause(settleMs)
  const row = `| ${name} | ${count} | ${refused} | ${open} | ${before} | ${height} | ${residentMebibytes()} |`
  return { row, dialled }
}

const key = await createAccessKey(createEpochKey())
const path = `/v1/logs/${'x'.repeat(43)}/envelopes`
const announce = async (bytes: number): Promise<string> => {
  const authorization = await signRequest(key, { method: 'POST', path, body: new Uint8Array(1) }, Date.now())
  return `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${bytes}\r\nAuthorization: ${authorization}\r\n\r\n`
}

try {
  const [large, small] = [await announce(bodyBytes), await announce(65_536)]
  const rows: string[] = []
  const flood = async (...given: Parameters<typeof measure>) => rows.push((await measure(...given)).row)
  await flood('4 MiB − 1 announced, 1 MiB sent, then silence', bodies, ({ socket }) => {
    socket.write(large)
    socket.write(new Uint8Array(1024 * 1024))
  })
  await flood('64 KiB announced, all but one sent, then silence', bodies, ({ socket }) => {
    socket.write(small)
    socket.write(new Uint8Array(65_535))
  })
  await flood('silent connections', idle, () => {})
  process.stdout.write(
    `| one address | connections | refused | open after ${settleMs / 1000} s | MiB before | at the height | after |\n|---|---|---|---|---|---|---|\n${rows.join('\n')}\n`,
  )
} finally {
  child.kill('SIGTERM')
  await once(child, 'exit')
  rmSync(folder, { recursive: true })
}
