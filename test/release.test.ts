/** What is handed out, installed where nothing else is, and used. */

import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openNote, textToVerifier } from '@goodoffices/log'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeRelease, type Release } from '../release/make.ts'

const isBuilt = existsSync(new URL('../packages/web/dist/index.html', import.meta.url))
const run = promisify(execFile)

const folder = mkdtempSync(join(tmpdir(), 'goodoffices-release-'))
const installed = join(folder, 'installed')
const kit = join(installed, 'node_modules/goodoffices')
const children: ChildProcess[] = []
let release: Release

afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** The command as it was installed, in an environment without anything of ours. */
const command = join(installed, 'node_modules/.bin/goodoffices')
const env = { PATH: process.env['PATH'] ?? '' }
const answerOf = async (
  person: string,
  address: string,
  ...args: readonly string[]
): Promise<Record<string, unknown>> => {
  const own = { ...env, GOODOFFICES_IDENTITY: join(installed, person), GOODOFFICES_RELAY: address }
  const { stdout } = await run(command, [...args, '--json'], { env: own, cwd: installed })
  return JSON.parse(stdout) as Record<string, unknown>
}

describe.skipIf(!isBuilt)('what is handed out', () => {
  beforeAll(async () => {
    release = await makeRelease(join(folder, 'once'))
    mkdirSync(installed)
    writeFileSync(join(installed, 'package.json'), '{}')
    execFileSync(
      'npm',
      ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', release.tarball],
      {
        cwd: installed,
        stdio: 'ignore',
      },
    )
  }, 120_000)

  test('KIT-1 CLI-62 installed without a network where nothing else is, it serves the app and carries a message', {
    timeout: 120_000,
  }, async () => {
    expect(existsSync(join(installed, 'node_modules/pg'))).toBe(false)
    const server = spawn(command, ['serve', '--port', '0', '--json'], { env, cwd: installed })
    children.push(server)
    const [said] = (await once(server.stdout, 'data')) as [Buffer]
    const { url } = JSON.parse(String(said)) as { readonly url: string }
    const lead = (...args: readonly string[]) => answerOf('lead', url, ...args)
    const guest = (...args: readonly string[]) => answerOf('guest', url, ...args)
    await Promise.all([
      lead('identity', 'create', '--name', 'Committee', '--without-passphrase'),
      guest('identity', 'create', '--name', 'Upper', '--without-passphrase'),
    ])
    await lead('process', 'create', 'The spring', '--party', 'Upper', '--party-without-account', 'Lower')
    const { link } = await lead('invite', 'Upper', '--party', 'upper')
    await guest('join', String(link))
    const { invitations } = (await lead('invitations')) as {
      readonly invitations: readonly { readonly code: string }[]
    }
    const code = invitations[0]?.code ?? ''
    await guest('join', 'accept', code)
    await lead('invite', 'complete', 'Upper', code)
    await guest('sync')
    await lead('convey', '--own', '--to', 'upper', '--wording', 'We meet at the spring.')
    await lead('deliver', 'c1')
    expect(JSON.stringify(await guest('read', 'caucus'))).toContain('We meet at the spring.')
    expect(await lead('web', 'verify', url)).toMatchObject({ ok: true, files: expect.any(Number) })
    appendFileSync(join(kit, 'dist/web/index.html'), ' ')
    await expect(lead('web', 'verify', url)).rejects.toMatchObject({
      code: 3,
      stdout: expect.stringContaining('app-differs'),
    })
    await expect(lead('serve', '--port', '0', '--store', 'postgres://localhost/talks')).rejects.toMatchObject(
      {
        stdout: expect.stringContaining('npm install pg'),
      },
    )
  })

  test('KIT-2 KIT-5 the same sources make the same bytes, and the maintainers’ key signs them', {
    timeout: 60_000,
  }, async () => {
    const keyFile = join(folder, 'key')
    writeFileSync(keyFile, `goodoffices.example ${Buffer.alloc(32, 7).toString('base64')}\n`)
    const again = await makeRelease(join(folder, 'elsewhere', 'twice'), keyFile)
    expect(readFileSync(again.tarball).equals(readFileSync(release.tarball))).toBe(true)
    const bare = readFileSync(release.manifest, 'utf8')
    const signed = readFileSync(again.manifest, 'utf8')
    expect(signed.startsWith(`${bare}\n— goodoffices.example `)).toBe(true)
    const verifier = textToVerifier(again.verifierKey ?? '')
    if (!verifier.ok) throw new Error(verifier.error.code)
    expect((await openNote(signed, [verifier.value])).ok).toBe(true)
    expect((await openNote(signed.replace('goodoffices-', 'badoffices-'), [verifier.value])).ok).toBe(false)
  })

  test('KIT-7 it has a unit for systemd and a Containerfile, which give the relay a folder of its own and nothing more', () => {
    const unit = readFileSync(join(kit, 'operate/goodoffices.service'), 'utf8')
    for (const line of [
      'DynamicUser=yes',
      'ProtectSystem=strict',
      'StateDirectory=goodoffices',
      'CapabilityBoundingSet=',
    ])
      expect(unit.split('\n')).toContain(line)
    const container = readFileSync(join(kit, 'operate/Containerfile'), 'utf8')
    expect(container).toMatch(/^USER node$/m)
    expect(container).toMatch(/^VOLUME \/data$/m)
  })

  test('KIT-3 KIT-4 it names all that is in it, with licences and hashes, for people and for machines', () => {
    const notices = readFileSync(join(kit, 'THIRD-PARTY-NOTICES.txt'), 'utf8')
    const bom = JSON.parse(readFileSync(join(kit, 'sbom.cdx.json'), 'utf8')) as {
      readonly components: readonly {
        readonly name: string
        readonly hashes?: readonly object[]
        readonly licenses: readonly object[]
      }[]
    }
    for (const name of ['hono', 'ws', 'react', 'valibot', 'commander', 'yaml', 'docx', 'prom-client']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d[\\d.]*: `, 'm'))
      expect(bom.components.find(each => each.name === name)?.hashes).toHaveLength(1)
    }
    for (const { name, license, text } of release.bundled) {
      expect(notices, name).toContain(text ?? `spdx.org/licenses/${license}`)
      expect(bom.components.filter(each => each.name === name).length, name).toBeGreaterThan(0)
    }
    expect(release.bundled.filter(({ text }) => text === undefined).length).toBeLessThan(3)
    expect(readFileSync(join(kit, 'dist/web/licenses.md'), 'utf8')).toContain('## react - ')
    const manifest = readFileSync(join(kit, 'manifest.txt'), 'utf8')
    expect(manifest).toMatch(/^[0-9a-f]{64} {2}dist\/main\.js$/m)
    expect(manifest.split('\n').length).toBeGreaterThan(50)
  })
})
