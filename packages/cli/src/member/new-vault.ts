/** A directory that holds no identity yet: opened for the command that brings one into it, and what is said once it has. */

import { inspectVault, type OpenOptions, type Session, whereListed } from '@goodoffices/client'
import type { Option } from 'commander'
import { reportEverywhere } from '../page/everywhere.ts'
import { type Answer, option, type SharedFlags } from '../shell/define.ts'
import { exits, misuse } from '../shell/exit.ts'
import { wordFor } from '../shell/report.ts'
import type { Terminal } from '../shell/terminal.ts'
import { tokenNotes } from './creation-token.ts'
import { type IdentityFlags, identityDirectory } from './identity-directory.ts'
import { sourceStamp } from './stamp.ts'
import { openVaultDirectory } from './vault-directory.ts'
import { identityOptions, type LineFlags, lineOptions, openLine } from './work.ts'

export type NewVaultFlags = SharedFlags & IdentityFlags & LineFlags & { readonly withoutPassphrase?: true }

export const newVaultOptions: readonly Option[] = [
  ...identityOptions,
  option('--without-passphrase', 'whoever has the directory has the identity'),
  ...lineOptions,
]

/** Ends the command where there is an identity already. */
export async function withNewVault(
  terminal: Terminal,
  flags: NewVaultFlags,
  work: (options: OpenOptions, directory: string) => Promise<Answer>,
): Promise<Answer> {
  const directory = identityDirectory(terminal, flags)
  const line = openLine(flags)
  const vault = await openVaultDirectory(directory)
  try {
    if ((await inspectVault(vault)) !== 'none') throw misuse('identity-exists', { directory })
    const options = {
      vault,
      relayAt: (at: string) => line.at(at),
      now: terminal.now,
      stamp: sourceStamp(),
      live: false,
    }
    return await work(options, directory)
  } finally {
    await vault.close()
  }
}

/** Sends and reads for the first time. Says so where the server has not taken the person in. */
export async function settleIn(
  session: Session,
  { directory, address }: { readonly directory: string; readonly address: string },
): Promise<Answer> {
  await session.goOnline()
  await session.settle()
  const { member, device, name } = session.me
  const { waiting, troubles } = session.status()
  const { lines, json, failed } = await reportEverywhere(session, whereListed(session, device), {
    done: 'This device is in',
    kept: 'This device is in as soon as it is sent:',
    left: 'This device is NOT in',
  })
  await session.close()
  const said = await Promise.all(troubles.map(trouble => wordFor(trouble)))
  const isAlone = json.rooms.length + json.remaining.length <= 1
  return {
    text: [
      waiting === 0
        ? `${name} is at home on ${address}, kept in ${directory}.`
        : `${name} is kept in ${directory}, and not at home on ${address} yet.`,
      ...(isAlone ? [] : lines),
    ].join('\n'),
    json: { name, member, device, directory, address, waiting, troubles, ...json },
    notes: [...new Set(said), ...(await tokenNotes(troubles))],
    ...(waiting > 0
      ? { failed: { code: 'acts-waiting', count: waiting }, exit: exits.unreached }
      : failed === undefined
        ? {}
        : { failed }),
  }
}

export const secured = (passphrase: string | undefined): { readonly passphrase?: string } =>
  passphrase === undefined ? {} : { passphrase }
