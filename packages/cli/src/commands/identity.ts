/** Who one is: made once, shown, and brought back from the phrase. */

import {
  createIdentity,
  inspectVault,
  type OwnDevice,
  recoverIdentity,
  type Session,
  type Vault,
} from '@goodoffices/client'
import type { Command } from 'commander'
import { choosePassphrase, type IdentityFlags, identityDirectory } from '../member/identity-directory.ts'
import { openVaultDirectory } from '../member/vault-directory.ts'
import { defineWork, identityOptions, type LineFlags, lineOptions, openLine } from '../member/work.ts'
import { readWords } from '../names/words.ts'
import { type Answer, define, gather, option, type SharedFlags } from '../shell/define.ts'
import { demand, misuse } from '../shell/exit.ts'
import type { Terminal } from '../shell/terminal.ts'

type CreateFlags = SharedFlags &
  IdentityFlags &
  LineFlags & { readonly name?: string; readonly relay?: string; readonly withoutPassphrase?: true }
type RecoverFlags = CreateFlags & { readonly phraseFile?: string }

export const relayDefault = 'http://127.0.0.1:7465'

const deviceNames: Readonly<Record<OwnDevice['is'], string>> = {
  this: 'this one',
  paper: 'the phrase on paper',
  other: 'another',
}

const relayOption = option('--relay <address>', 'where the relay is; also GOODOFFICES_RELAY').default(
  undefined,
  relayDefault,
)
const unlockedOption = option('--without-passphrase', 'whoever has the directory has the identity')

export function registerIdentity(program: Command, terminal: Terminal): void {
  const identity = gather(program, 'identity', 'who you are, kept in a directory of your own')

  define<CreateFlags>(
    identity,
    terminal,
    {
      name: 'create',
      summary: 'make an identity; its recovery phrase is shown once',
      options: [
        option('--name <name>', 'what others call you'),
        relayOption,
        ...identityOptions,
        unlockedOption,
        ...lineOptions,
      ],
      examples: ['goodoffices identity create --name "Algeria" --relay https://talks.example'],
    },
    async (_args, flags) => {
      const { name } = flags
      if (name === undefined) throw misuse('name-needed')
      return withNewVault(terminal, flags, async (options, address) => {
        const { session, phrase } = demand(await createIdentity({ ...options, name, address }))
        return { session, phrase }
      })
    },
  )

  defineWork(
    identity,
    terminal,
    {
      name: 'show',
      summary: 'say who this identity is, and with which devices',
      examples: ['goodoffices identity show'],
      acts: false,
    },
    async ({ session, flags }) => {
      const { member, device, name } = session.me
      const devices = session.devices()
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
        option('--phrase-file <file>', 'the 24 words; standard input if left out'),
        relayOption,
        ...identityOptions,
        unlockedOption,
        ...lineOptions,
      ],
      examples: ['goodoffices identity recover --relay https://talks.example --phrase-file phrase.txt'],
    },
    async (_args, flags) => {
      const phrase = await readWords(terminal, { typed: undefined, file: flags.phraseFile })
      return withNewVault(terminal, flags, async (options, address) => ({
        session: demand(
          await recoverIdentity({ ...options, phrase: phrase.replaceAll(/\s+/g, ' ').trim(), address }),
        ),
      }))
    },
  )

  defineWork(
    identity,
    terminal,
    {
      name: 'remove-device',
      arguments: { '<device>': 'the id of a device that was lost, or the beginning of it' },
      summary: 'take a lost device off every room: it cannot read what comes after',
      examples: ['goodoffices identity remove-device Zk3f'],
      acts: true,
    },
    async ({ session, args: [typed = ''] }) => {
      const [found, ...others] = session.devices().filter(({ device }) => device.startsWith(typed))
      if (found === undefined || others.length > 0) throw misuse('device-not-named', { name: typed })
      demand(await session.removeDevice(found.device))
      return { text: `Off every room: ${found.device}`, json: { device: found.device } }
    },
  )
}

type Made = { readonly session: Session; readonly phrase?: readonly string[] }

async function withNewVault(
  terminal: Terminal,
  flags: CreateFlags,
  make: (
    options: {
      readonly vault: Vault
      readonly relayAt: (address: string) => ReturnType<ReturnType<typeof openLine>['at']>
      readonly now: () => number
      readonly live: false
      readonly passphrase?: string
    },
    address: string,
  ) => Promise<Made>,
): Promise<Answer> {
  const directory = identityDirectory(terminal, flags)
  const address = readAddress(flags.relay ?? terminal.env['GOODOFFICES_RELAY'] ?? relayDefault)
  const line = openLine(terminal, flags)
  const vault = await openVaultDirectory(directory)
  try {
    if ((await inspectVault(vault)) !== 'none') throw misuse('identity-exists', { directory })
    const passphrase = await choosePassphrase(terminal, flags)
    const { session, phrase } = await make(
      {
        vault,
        relayAt: at => line.at(at),
        now: terminal.now,
        live: false,
        ...(passphrase === undefined ? {} : { passphrase }),
      },
      address,
    )
    await session.goOnline()
    await session.settle()
    const { member, device, name } = session.me
    await session.close()
    return {
      text: [
        `${name} is at home on ${address}, kept in ${directory}.`,
        ...(phrase === undefined ? [] : ['', ...phraseLines(phrase)]),
      ].join('\n'),
      json: { name, member, device, directory, address, ...(phrase === undefined ? {} : { phrase }) },
    }
  } finally {
    await vault.close()
  }
}

function readAddress(typed: string): string {
  if (!/^https?:\/\/\S+$/.test(typed) || !URL.canParse(typed))
    throw misuse('address-unreadable', { address: typed })
  return typed.replace(/\/+$/, '')
}

const phraseColumns = 4

function phraseLines(phrase: readonly string[]): readonly string[] {
  const cells = phrase.map((word, i) => `${String(i + 1).padStart(2)} ${word.padEnd(10)}`)
  const lines = Array.from(
    { length: Math.ceil(cells.length / phraseColumns) },
    (_, row) =>
      `  ${cells
        .slice(row * phraseColumns, (row + 1) * phraseColumns)
        .join('  ')
        .trimEnd()}`,
  )
  return [
    'The recovery phrase. Write it down and keep it away from this machine; it is shown once.',
    'Whoever has it can act as you; without it a lost device is lost.',
    '',
    ...lines,
  ]
}
