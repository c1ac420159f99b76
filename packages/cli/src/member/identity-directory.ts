/** Which directory is the identity's, and what opens it. */

import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { misuse } from '../shell/exit.ts'
import type { Terminal } from '../shell/terminal.ts'

export type IdentityFlags = { readonly identity?: string; readonly passphraseFile?: string }

/** `--identity`, else GOODOFFICES_IDENTITY, else a place among the person's own data. */
export function identityDirectory({ env }: Terminal, { identity }: IdentityFlags): string {
  const named = identity ?? env['GOODOFFICES_IDENTITY']
  if (named !== undefined && named !== '') return resolve(named)
  const data = env['XDG_DATA_HOME'] ?? env['APPDATA'] ?? join(env['HOME'] ?? homedir(), '.local', 'share')
  return join(data, 'goodoffices')
}

/** What was given without asking anybody; a file's last line end is not part of it. */
export function givenPassphrase({ env }: Terminal, { passphraseFile }: IdentityFlags): string | undefined {
  if (passphraseFile !== undefined) {
    const written = readFileSync(passphraseFile, 'utf8').replace(/\r?\n$/, '')
    if (written === '') throw misuse('passphrase-empty')
    return written
  }
  const passphrase = env['GOODOFFICES_PASSPHRASE']
  return passphrase === '' ? undefined : passphrase
}

/** For an identity that has one. */
export async function askPassphrase(terminal: Terminal, flags: IdentityFlags): Promise<string | undefined> {
  return givenPassphrase(terminal, flags) ?? (await terminal.askHidden('Passphrase: '))
}

/** For a new identity: asked twice; to go without one is said deliberately. */
export async function choosePassphrase(
  terminal: Terminal,
  flags: IdentityFlags & { readonly withoutPassphrase?: true },
): Promise<string | undefined> {
  if (flags.withoutPassphrase === true) return undefined
  const given = givenPassphrase(terminal, flags)
  if (given !== undefined) return given
  const first = await terminal.askHidden('A passphrase for this device: ')
  if (first === undefined) throw misuse('passphrase-undecided')
  if (first === '') throw misuse('passphrase-empty')
  const second = await terminal.askHidden('The same again: ')
  if (first !== second) throw misuse('passphrases-differ')
  return first
}
