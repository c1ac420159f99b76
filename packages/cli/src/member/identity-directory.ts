/** Which directory is the identity's, and what opens it. */

import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { misuse } from '../shell/exit.ts'
import { readGivenText } from '../shell/given-file.ts'
import type { Terminal } from '../shell/terminal.ts'

export type IdentityFlags = { readonly identity?: string; readonly passphraseFile?: string }

/** `--identity`, else GOODOFFICES_IDENTITY, else a place among the person's own data. */
export function identityDirectory({ env }: Terminal, { identity }: IdentityFlags): string {
  const named = identity ?? env['GOODOFFICES_IDENTITY']
  if (named !== undefined && named !== '') return resolve(named)
  const data = env['XDG_DATA_HOME'] ?? env['APPDATA'] ?? join(env['HOME'] ?? homedir(), '.local', 'share')
  return join(data, 'goodoffices')
}

/** A file's last line end is not part of it. */
function readPassphrase(file: string): string {
  const written = readGivenText(file).replace(/\r?\n$/, '')
  if (written === '') throw misuse('passphrase-empty')
  return written
}

/** What was given without asking anybody. */
export function givenPassphrase({ env }: Terminal, { passphraseFile }: IdentityFlags): string | undefined {
  if (passphraseFile !== undefined) return readPassphrase(passphraseFile)
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
  return givenPassphrase(terminal, flags) ?? (await askTwice(terminal, 'passphrase-undecided'))
}

/** In the place of the one that there is: never what opens it now, which is given beside it. */
export async function chooseNextPassphrase(
  terminal: Terminal,
  flags: { readonly newPassphraseFile?: string; readonly withoutPassphrase?: true },
): Promise<string | undefined> {
  if (flags.withoutPassphrase === true) return undefined
  const { newPassphraseFile } = flags
  if (newPassphraseFile !== undefined) return readPassphrase(newPassphraseFile)
  return askTwice(terminal, 'new-passphrase-undecided')
}

async function askTwice(
  terminal: Terminal,
  undecided: 'passphrase-undecided' | 'new-passphrase-undecided',
): Promise<string> {
  const first = await terminal.askHidden('A passphrase for this device: ')
  if (first === undefined) throw misuse(undecided)
  if (first === '') throw misuse('passphrase-empty')
  const second = await terminal.askHidden('The same again: ')
  if (first !== second) throw misuse('passphrases-differ')
  return first
}
