/** The token of the server, given later than at the beginning. */

import { keepCreationToken } from '@goodoffices/client'
import type { Command } from 'commander'
import { givenToken, type TokenFlags, tokenOption } from '../member/creation-token.ts'
import { defineWork } from '../member/work.ts'
import { option } from '../shell/define.ts'
import { misuse } from '../shell/exit.ts'
import { yesNo } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'

export function registerToken(identity: Command, terminal: Terminal): void {
  defineWork<TokenFlags & { readonly forget?: true }>(
    identity,
    terminal,
    {
      name: 'token',
      summary: 'give the token that your server asks of whoever begins there',
      options: [tokenOption, option('--forget', 'keep none')],
      answers: { kept: yesNo },
      examples: ['goodoffices identity token', 'goodoffices identity token --creation-token-file token.txt'],
      acts: true,
    },
    async ({ session, flags }) => {
      const token =
        flags.forget === true
          ? ''
          : (givenToken(terminal, flags) ?? (await terminal.askHidden('Token: '))?.trim())
      if (token === undefined || (token === '' && flags.forget !== true)) throw misuse('token-needed')
      await keepCreationToken(session, token)
      return {
        text:
          token === '' ? 'No token is kept.' : 'The token is kept, and shown to your server when it asks.',
        json: { kept: token !== '' },
      }
    },
  )
}
