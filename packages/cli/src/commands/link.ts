/** On a new device: answer the offer of another device of one's own, compare the code, accept. */

import {
  abandonLink,
  type DeviceLink,
  inspectLink,
  type Linking,
  linkDevice,
  type OpenOptions,
  openSession,
  resumeLink,
  textToInvitation,
} from '@goodoffices/client'
import type { Command } from 'commander'
import { askPassphrase, choosePassphrase, identityDirectory } from '../member/identity-directory.ts'
import { type NewVaultFlags, newVaultOptions, secured, settleIn, withNewVault } from '../member/new-vault.ts'
import { isVaultDirectory } from '../member/vault-directory.ts'
import { identityOptions, lineOptions } from '../member/work.ts'
import { columns } from '../page/text.ts'
import { type Answer, define, option } from '../shell/define.ts'
import { demand, missing } from '../shell/exit.ts'
import { homeFields } from '../shell/rows.ts'
import { type Fields, oneOf, text } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'
import { checkCode } from './invite.ts'

const linkWays: readonly Fields[] = [
  { standing: oneOf('waiting', 'compare', 'accepted', 'ready'), 'code?': text },
  { standing: oneOf('linked'), 'code?': text, ...homeFields },
]

const standingNames: Readonly<Record<Exclude<Linking['standing'], 'linked'>, string>> = {
  waiting: 'answered: waiting for the other device',
  compare: 'compare this code with the one that the other device shows',
  accepted: 'accepted: waiting for the other device',
  ready: 'the other device has accepted: compare this code, and accept it here too',
}

export function registerLink(identity: Command, terminal: Terminal): void {
  const link = define<NewVaultFlags & { readonly relay?: string }>(
    identity,
    terminal,
    {
      name: 'link',
      arguments: { '[offer...]': 'the link, or the 24 words; without it, how far it has come' },
      summary: 'make this another device of yours: answer what identity add-device shows on one you have',
      options: [option('--relay <address>', 'for words: the address of the link'), ...newVaultOptions],
      answers: linkWays,
      examples: ["goodoffices identity link 'https://talks.example/device#…'", 'goodoffices identity link'],
    },
    async (args, flags) => {
      if (args.length === 0)
        return withHalfMade(terminal, flags, async ({ link }) => demand(await link.poll()))
      const text = args.join(' ')
      const { secret } = demand(textToInvitation(text, { address: flags.relay, what: 'device' }))
      return withNewVault(terminal, flags, async (options, directory) => {
        const isBegun = (await inspectLink(options.vault, secret)) !== 'none'
        const passphrase = isBegun
          ? await passphraseOf(options, terminal, flags)
          : await choosePassphrase(terminal, flags)
        const opening = { ...options, ...secured(passphrase) }
        const address = flags.relay === undefined ? {} : { address: flags.relay }
        const begun = demand(await linkDevice({ ...opening, text, ...address }))
        return toAnswer(demand(await begun.poll()), begun, { opening, directory })
      })
    },
  )

  define<NewVaultFlags>(
    link,
    terminal,
    {
      name: 'accept',
      arguments: { '<code>': 'the six digits that the other device shows' },
      summary: 'the codes are the same: be this person here',
      options: [...identityOptions, ...lineOptions],
      answers: linkWays,
      examples: ['goodoffices identity link accept 482913'],
    },
    ([typed = ''], flags) =>
      withHalfMade(terminal, flags, async ({ link: begun }) => {
        const { code } = demand(await begun.poll())
        checkCode(code, typed, { unanswered: 'device-not-ready', differs: 'link-code-differs' })
        return demand(await begun.accept())
      }),
  )

  define<NewVaultFlags>(
    link,
    terminal,
    {
      name: 'give-up',
      summary: 'the codes differ, or you think better of it',
      options: identityOptions.filter(({ long }) => long === '--identity'),
      answers: { directory: text },
      examples: ['goodoffices identity link give-up'],
    },
    async (_args, flags) => {
      demandBegun(terminal, flags)
      return withNewVault(terminal, flags, async ({ vault }, directory) => {
        if (!(await abandonLink(vault))) throw missing('device-link-unknown')
        return {
          text: 'Given up. Nothing of it is left here. If the other device has let this one in already, take it off there: goodoffices identity remove-device.',
          json: { directory },
        }
      })
    },
  )
}

/** Nothing is made for a directory that has none. */
function demandBegun(terminal: Terminal, flags: NewVaultFlags): void {
  if (!isVaultDirectory(identityDirectory(terminal, flags))) throw missing('device-link-unknown')
}

async function passphraseOf(
  { vault }: OpenOptions,
  terminal: Terminal,
  flags: NewVaultFlags,
): Promise<string | undefined> {
  return (await inspectLink(vault)) === 'locked' ? askPassphrase(terminal, flags) : undefined
}

async function withHalfMade(
  terminal: Terminal,
  flags: NewVaultFlags,
  work: (half: { readonly link: DeviceLink }) => Promise<Linking>,
): Promise<Answer> {
  demandBegun(terminal, flags)
  return withNewVault(terminal, flags, async (options, directory) => {
    const opening = { ...options, ...secured(await passphraseOf(options, terminal, flags)) }
    const link = demand(await resumeLink(opening))
    return toAnswer(await work({ link }), link, { opening, directory })
  })
}

async function toAnswer(
  { standing, code }: Linking,
  { address }: DeviceLink,
  { opening, directory }: { readonly opening: OpenOptions; readonly directory: string },
): Promise<Answer> {
  const json = { standing, ...(code === undefined ? {} : { code }) }
  if (standing !== 'linked') {
    const line = columns([[code === undefined ? '' : `code ${code}`, standingNames[standing]]])
    return { text: line.trim(), json }
  }
  const home = await settleIn(demand(await openSession(opening)), { directory, address })
  return { ...home, json: { ...json, ...home.json } }
}
