/** The token of a host that is closed to strangers: from a file, the environment, or whoever sits there. */

import { askCreation, asksForToken, type RelayPort } from '@goodoffices/client'
import { option } from '../shell/define.ts'
import { misuse } from '../shell/exit.ts'
import { readGivenText } from '../shell/given-file.ts'
import { wordFor } from '../shell/report.ts'
import type { Terminal } from '../shell/terminal.ts'

export type TokenFlags = { readonly creationTokenFile?: string }

export const tokenOption = option(
  '--creation-token-file <file>',
  'the token of the server, where it asks for one; kept; also GOODOFFICES_CREATION_TOKEN',
)

/** What was given without asking anybody. */
export function givenToken({ env }: Terminal, { creationTokenFile: file }: TokenFlags): string | undefined {
  const given = file === undefined ? env['GOODOFFICES_CREATION_TOKEN']?.trim() : readToken(file)
  return given === '' ? undefined : given
}

/** Without line ends. Ends the command where the file is empty, or holds what no request can carry. */
export function readToken(file: string): string {
  const token = readGivenText(file).trim()
  if (token === '') throw misuse('creation-token-empty', { file })
  if (!/^[\x20-\x7E]+$/.test(token)) throw misuse('creation-token-unfit', { file })
  return token
}

/** Asks whoever sits there, where the host asks; undefined where it does not, where nobody is there, or has none. */
export async function askToken(terminal: Terminal, port: RelayPort): Promise<string | undefined> {
  const creation = await askCreation(port)
  if (!creation.ok || creation.value === 'open') return undefined
  const code = creation.value === 'token' ? 'relay/creation-token' : 'token-or-invitation'
  const token = await terminal.askHidden(`${await wordFor({ code })}\nToken: `)
  return token?.trim() || undefined
}

/** How what keeps somebody out is ended here. */
export const tokenNotes = async (
  troubles: readonly { readonly code: string }[],
): Promise<readonly string[]> =>
  troubles.some(asksForToken) ? [await wordFor({ code: 'token-or-join' })] : []
