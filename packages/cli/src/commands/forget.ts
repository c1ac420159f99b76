/** Makes a directory nobody's, so that whoever finds the disk opens nothing of it. */

import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { forgetVault } from '@goodoffices/client'
import type { Command } from 'commander'
import { type IdentityFlags, identityDirectory } from '../member/identity-directory.ts'
import { isVaultDirectory, openVaultDirectory, vaultFileName } from '../member/vault-directory.ts'
import { identityOptions } from '../member/work.ts'
import { define, demandCertainty, type SharedFlags, type YesFlags, yesOption } from '../shell/define.ts'
import { missing } from '../shell/exit.ts'
import { text } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'

type ForgetFlags = SharedFlags & IdentityFlags & YesFlags

export function registerForget(identity: Command, terminal: Terminal): void {
  define<ForgetFlags>(
    identity,
    terminal,
    {
      name: 'forget',
      summary:
        'overwrite what opens this identity here, and remove all that is kept of it; the recovery words bring it back',
      options: [yesOption, ...identityOptions],
      answers: { directory: text },
      examples: ['goodoffices identity forget --yes'],
    },
    async (_args, flags) => {
      const directory = identityDirectory(terminal, flags)
      if (!isVaultDirectory(directory)) throw missing('no-identity', { directory })
      demandCertainty(flags, directory)
      const vault = await openVaultDirectory(directory)
      try {
        await forgetVault(vault)
      } finally {
        await vault.close()
      }
      for (const name of readdirSync(directory))
        if (name.startsWith(vaultFileName)) rmSync(join(directory, name))
      return {
        text: `Nothing of the identity is left in ${directory}. Other devices of it go on; take this one off the rooms there: goodoffices identity remove-device.`,
        json: { directory },
      }
    },
  )
}
