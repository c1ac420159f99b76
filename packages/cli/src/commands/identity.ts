/** Who one is: made once, shown, and brought back from the phrase. */

import {
  createIdentity,
  devicesOf,
  type OpenOptions,
  recoverIdentity,
  type Session,
  unwrittenPhrase,
} from '@goodoffices/client'
import type { Command } from 'commander'
import { askToken, givenToken, type TokenFlags, tokenOption } from '../member/creation-token.ts'
import { choosePassphrase, identityDirectory } from '../member/identity-directory.ts'
import { type NewVaultFlags, newVaultOptions, secured, settleIn, withNewVault } from '../member/new-vault.ts'
import { defineWork } from '../member/work.ts'
import { readWords } from '../names/words.ts'
import { type Answer, define, gather, option } from '../shell/define.ts'
import { demand, misuse } from '../shell/exit.ts'
import { deviceRows, homeFields } from '../shell/rows.ts'
import { text } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'
import { deviceNames, registerDevices } from './devices.ts'
import { registerForget } from './forget.ts'
import { registerLink } from './link.ts'
import { registerPassphrase } from './passphrase.ts'
import { registerRenewal } from './renew.ts'
import { registerToken } from './token.ts'
import { registerWords } from './words.ts'

type CreateFlags = NewVaultFlags & TokenFlags & { readonly name?: string; readonly relay?: string }
type RecoverFlags = CreateFlags & { readonly phraseFile?: string }

export const relayDefault = 'http://127.0.0.1:7465'

const relayOption = option('--relay <address>', 'where the relay is; also GOODOFFICES_RELAY').default(
  undefined,
  relayDefault,
)

export function registerIdentity(program: Command, terminal: Terminal): void {
  const identity = gather(program, 'identity', 'who you are, kept in a directory of your own')

  define<CreateFlags>(
    identity,
    terminal,
    {
      name: 'create',
      summary: 'make an identity; its recovery words wait to be written down',
      options: [
        option('--name <name>', 'what others call you'),
        relayOption,
        tokenOption,
        ...newVaultOptions,
      ],
      answers: homeFields,
      examples: ['goodoffices identity create --name "Algeria" --relay https://talks.example'],
    },
    async (_args, flags) => {
      const { name } = flags
      if (name === undefined) throw misuse('name-needed')
      return withMade(terminal, flags, async options => {
        const port = options.relayAt?.(options.address)
        const token = givenToken(terminal, flags) ?? (port && (await askToken(terminal, port)))
        return demand(
          await createIdentity({
            ...options,
            name,
            keepsPhrase: true,
            ...(token !== undefined && { creationToken: token }),
          }),
        )
      })
    },
  )

  defineWork(
    identity,
    terminal,
    {
      name: 'show',
      summary: 'say who this identity is, and with which devices',
      answers: { name: text, member: text, device: text, devices: deviceRows, directory: text },
      examples: ['goodoffices identity show'],
      acts: false,
    },
    async ({ session, flags }) => {
      const { member, device, name } = session.me
      const devices = devicesOf(session)
      const directory = identityDirectory(terminal, flags)
      return {
        text: [
          name,
          `  member   ${member}`,
          ...devices.map(each => `  device   ${each.device}  (${deviceNames[each.is]})`),
          `  kept in  ${directory}`,
        ].join('\n'),
        json: { name, member, device, devices, directory },
      }
    },
  )

  define<RecoverFlags>(
    identity,
    terminal,
    {
      name: 'recover',
      summary: 'bring an identity back from its phrase, on this device',
      options: [
        option('--phrase-file <file>', 'the words or digits of the sheet; standard input if left out'),
        relayOption,
        ...newVaultOptions,
      ],
      answers: homeFields,
      examples: ['goodoffices identity recover --relay https://talks.example --phrase-file phrase.txt'],
    },
    async (_args, flags) => {
      const phrase = await readWords(terminal, { typed: undefined, file: flags.phraseFile })
      return withMade(terminal, flags, async options => ({
        session: demand(await recoverIdentity({ ...options, phrase: phrase.replaceAll(/\s+/g, ' ').trim() })),
      }))
    },
  )

  registerWords(identity, terminal)
  registerPassphrase(identity, terminal)
  registerToken(identity, terminal)
  registerForget(identity, terminal)
  registerDevices(identity, terminal)
  registerRenewal(identity, terminal)
  registerLink(identity, terminal)
}

const wordsWait =
  'Without its recovery words a lost device is lost. They wait to be written down: goodoffices identity words'

type Opening = OpenOptions & { readonly address: string }

/** Makes the identity of this directory, sealed under a passphrase or deliberately not. */
const withMade = (
  terminal: Terminal,
  flags: NewVaultFlags & { readonly relay?: string },
  make: (options: Opening) => Promise<{ readonly session: Session }>,
): Promise<Answer> => {
  const address = readAddress(flags.relay ?? terminal.env['GOODOFFICES_RELAY'] ?? relayDefault)
  return withNewVault(terminal, flags, async (options, directory) => {
    const passphrase = await choosePassphrase(terminal, flags)
    const { session } = await make({ ...options, ...secured(passphrase), address })
    const isUnwritten = unwrittenPhrase(session) !== undefined
    const answer = await settleIn(session, { directory, address })
    return isUnwritten ? { ...answer, text: `${answer.text}\n${wordsWait}` } : answer
  })
}

function readAddress(typed: string): string {
  if (!/^https?:\/\/\S+$/.test(typed) || !URL.canParse(typed))
    throw misuse('address-unreadable', { address: typed })
  return typed.replace(/\/+$/, '')
}
