/** Being told by e-mail that something waits, while no command runs. `watch --exec` tells this machine; a browser tells itself. */

import {
  askNotice,
  confirmNotice,
  endNotice,
  type Notice,
  noticesOf,
  noticesOffered,
} from '@goodoffices/client'
import { type Language, languages } from '@goodoffices/client/words'
import type { Command } from 'commander'
import { defineWork } from '../member/work.ts'
import { columns } from '../page/text.ts'
import { gather, option } from '../shell/define.ts'
import { demand, missing } from '../shell/exit.ts'
import { count, rows, text, words, yesNo } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'

type MailFlags = { readonly atOnce?: true; readonly language?: Language }

const ways = ['push', 'mail']
/** Fewer name none. */
const nameCharsMin = 8

export function registerNotify(program: Command, terminal: Terminal): void {
  const notify = gather(
    program,
    'notify',
    'being told that something waits, and nothing of what, while nobody is there',
  )
  defineWork(
    notify,
    terminal,
    {
      name: 'list',
      summary:
        'where you are told, on whichever of your devices that was switched on, and in which ways your relay tells',
      answers: {
        offered: words,
        notices: rows({ name: text, way: text, address: text, awaits: yesNo, rooms: count, own: yesNo }),
      },
      examples: ['goodoffices notify list'],
      acts: false,
    },
    async ({ session }) => {
      const { push, mail } = demand(await noticesOffered(session))
      const offered = ways.filter(way => (way === 'push' ? push !== undefined : mail))
      const all = demand(await noticesOf(session))
      return {
        text: [
          offered.length === 0
            ? 'This relay tells nobody who is not there.'
            : `This relay tells by: ${offered.join(', ')}. Push is switched on in a browser, under Settings.`,
          all.length === 0 ? 'You are told nowhere.' : columns(all.map(lineOf)),
        ].join('\n'),
        json: {
          offered,
          notices: all.map(({ logs, isOwn, ...each }) => ({ ...each, rooms: logs, own: isOwn })),
        },
      }
    },
  )

  defineWork<MailFlags>(
    notify,
    terminal,
    {
      name: 'mail',
      arguments: { '<address>': 'your own e-mail address' },
      options: [
        option('--at-once', 'without the wait of up to fifteen minutes that is left to chance'),
        option('--language <language>', 'of the mails')
          .choices([...languages])
          .default('en'),
      ],
      summary: 'be told by e-mail: a code goes to the address, and nothing else until you type it',
      more:
        'Your relay learns the address and which rooms are yours, as it knows the rooms now; the mail servers on the way learn when you are told. ' +
        'A mail says that something waits, at which relay, and how to have no more; one at most every few hours, and none while a device of yours is there.',
      answers: { name: text, awaits: yesNo },
      examples: [
        'goodoffices notify mail head@union.example',
        'goodoffices notify mail head@union.example --language fr',
      ],
      acts: false,
    },
    async ({ session, args: [address = ''], flags }) => {
      const { language = 'en', atOnce } = flags
      const asked = { way: 'mail', address, language, delayed: atOnce !== true }
      const { name, awaits } = demand(await askNotice(session, asked))
      return {
        text: awaits
          ? `A code was sent to ${address}. Nothing else goes there until: goodoffices notify confirm <code>`
          : `${address} is told, as before.`,
        json: { name, awaits },
      }
    },
  )

  defineWork(
    notify,
    terminal,
    {
      name: 'confirm',
      arguments: { '<code>': 'as it came to the address' },
      summary: 'the address is yours: it is told from now on',
      answers: { name: text, awaits: yesNo },
      examples: ['goodoffices notify confirm 48291375'],
      acts: false,
    },
    async ({ session, args: [code = ''] }) => {
      const found = demand(await noticesOf(session)).find(({ awaits, isOwn }) => awaits && isOwn)
      if (found === undefined) throw missing('notice-none-awaits')
      demand(await confirmNotice(session, found.name, code))
      return {
        text: `${found.address} is told that something waits, while none of your devices is there.`,
        json: { name: found.name, awaits: false },
      }
    },
  )

  defineWork(
    notify,
    terminal,
    {
      name: 'off',
      arguments: { '<where>': 'an address, or eight characters of the name in the list' },
      summary: 'be told there no more; your relay forgets the address',
      answers: { name: text, off: yesNo },
      examples: ['goodoffices notify off head@union.example'],
      acts: false,
    },
    async ({ session, args: [where = ''] }) => {
      const all = demand(await noticesOf(session))
      const found = all.find(each => isNamed(each, where))
      if (found === undefined) {
        const candidates = all.map(each => ({ handle: each.address, id: each.name.slice(0, nameCharsMin) }))
        throw missing('notice-not-named', { name: where }, candidates)
      }
      const off = demand(await endNotice(session, found.name))
      return {
        text: `Nothing goes to ${found.address} any more, and the relay has forgotten it.`,
        json: { name: found.name, off },
      }
    },
  )
}

const isNamed = ({ address, name }: Notice, where: string): boolean =>
  address.toLowerCase() === where.toLowerCase() ||
  (where.length >= nameCharsMin && name.startsWith(where.toLowerCase()))

const lineOf = ({ name, way, address, awaits, logs, isOwn }: Notice): readonly string[] => [
  name.slice(0, nameCharsMin),
  way,
  address,
  awaits ? 'waits for its code' : `told of ${logs} rooms and mailboxes`,
  isOwn ? 'by this device' : '',
]
