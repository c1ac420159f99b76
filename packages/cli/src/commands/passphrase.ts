/** What protects an identity in its directory: set, changed or taken away later. */

import { changePassphrase, inspectVault, isOfExposure, openSession } from '@goodoffices/client'
import type { Command } from 'commander'
import {
  askPassphrase,
  chooseNextPassphrase,
  type IdentityFlags,
  identityDirectory,
} from '../member/identity-directory.ts'
import { secured } from '../member/new-vault.ts'
import { isVaultDirectory, openVaultDirectory } from '../member/vault-directory.ts'
import { identityOptions } from '../member/work.ts'
import { define, option, type SharedFlags } from '../shell/define.ts'
import { demand, missing } from '../shell/exit.ts'
import { wordFor } from '../shell/report.ts'
import { text, yesNo } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'

type PassphraseFlags = SharedFlags &
  IdentityFlags & { readonly newPassphraseFile?: string; readonly withoutPassphrase?: true }

export function registerPassphrase(identity: Command, terminal: Terminal): void {
  define<PassphraseFlags>(
    identity,
    terminal,
    {
      name: 'passphrase',
      summary: 'set, change or take away what opens this identity; copies made before open as they did',
      options: [
        option('--new-passphrase-file <file>', 'the new one; asked for if left out'),
        option('--without-passphrase', 'whoever has the directory has the identity'),
        ...identityOptions,
      ],
      answers: { directory: text, locked: yesNo },
      examples: [
        'goodoffices identity passphrase',
        'goodoffices identity passphrase --passphrase-file old.txt --new-passphrase-file new.txt',
      ],
    },
    async (_args, flags) => {
      const directory = identityDirectory(terminal, flags)
      if (!isVaultDirectory(directory)) throw missing('no-identity', { directory })
      const vault = await openVaultDirectory(directory)
      try {
        const current =
          (await inspectVault(vault)) === 'locked' ? await askPassphrase(terminal, flags) : undefined
        const session = demand(await openSession({ vault, live: false, ...secured(current) }))
        const next = await chooseNextPassphrase(terminal, flags)
        demand(await changePassphrase(session, current, next))
        const troubles = session.status().troubles.filter(isOfExposure)
        await session.close()
        const notes = await Promise.all(troubles.map(trouble => wordFor(trouble)))
        return {
          notes,
          text:
            next === undefined
              ? `The identity in ${directory} opens without a passphrase.`
              : `The identity in ${directory} opens with the new passphrase alone.`,
          json: { directory, locked: next !== undefined },
        }
      } finally {
        await vault.close()
      }
    },
  )
}
