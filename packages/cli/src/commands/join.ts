/** Coming in: look at an invitation, answer it, have the digits read to one, type them. */

import type { Claims, Joining, Look, Session } from '@goodoffices/client'
import {
  abandonJoining,
  answerInvitation,
  asksForToken,
  joiningsOf,
  lookAtInvitation,
  sendBack,
  typeCode,
} from '@goodoffices/client'
import type { Command } from 'commander'
import { defineWork, type LineFlags, lineOptions, openLine } from '../member/work.ts'
import { columns, timeToText } from '../page/text.ts'
import { define, option, type SharedFlags } from '../shell/define.ts'
import { demand, missing, misuse } from '../shell/exit.ts'
import { wordFor } from '../shell/report.ts'
import { open, openRows, text, time, yesNo } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'
import { isSameCode } from './invite.ts'

/** What the invitation says of itself; nobody has proved it before the digits were typed. */
const claimFields = open({
  title: text,
  by: text,
  'institution?': text,
  name: text,
  role: text,
  'party?': text,
  expires: time,
})

const standingNames: Readonly<Record<Exclude<Joining['standing'], 'failed'>, string>> = {
  waiting: 'answered: waiting for whoever invited you',
  compare: 'have the six digits read to you, aloud: goodoffices join accept DIGITS',
  introduced: 'accepted: waiting to be let in',
  joined: 'in',
}

/** `isShutOut`: whoever is not let in by the server has sent nothing yet. */
async function lineOf(joining: Joining, isShutOut: boolean): Promise<string> {
  const { claims, standing, reason, hasDiffered } = joining
  const isUnsent = isShutOut && ['waiting', 'compare', 'failed'].includes(standing)
  const said = isUnsent
    ? 'not answered yet'
    : standing === 'failed'
      ? await wordFor({ code: reason ?? 'unexpected' })
      : standingNames[standing]
  const tries = standing === 'compare' && hasDiffered ? ['the digits differed once: one more try'] : []
  return columns([[...(claims === undefined ? [] : [claims.by, claims.title]), said, ...tries]]).trim()
}

const lookStandings: Readonly<Record<Look['standing'], string>> = {
  open: 'Nobody has answered it yet. goodoffices join answers it.',
  answered:
    'It has been answered already. If not by you, tell whoever invited you: the link was in other hands.',
  cancelled: 'It was withdrawn. Ask for a new one.',
  expired: 'Its time is over. Ask for a new one.',
  declined: 'It was given up by whoever answered it. Ask for a new one.',
  elsewhere: 'Whoever had the link sent it back. Ask for a new one.',
  differed: 'It was answered, and the digits differed twice. Ask for a new one.',
}

const claimLines = ({ title, by, institution, name, role, party, expires }: Claims): readonly string[] => [
  `${by}${institution === undefined ? '' : `, ${institution},`} invites ${name}. So says the link; the digits show whether it is true.`,
  ...columns([
    ['  talks', title],
    ...(party === undefined ? [] : [['  side', party]]),
    ['  as', role],
    ['  until', timeToText(expires)],
  ]).split('\n'),
]

const relayOption = option('--relay <address>', 'for words: the address printed above them')
const invitationArgument = { '<invitation...>': 'the link, or the words or digits of the sheet' }

export function registerJoin(program: Command, terminal: Terminal): void {
  const join = defineWork<{ readonly relay?: string; readonly name?: string }>(
    program,
    terminal,
    {
      name: 'join',
      arguments: {
        '[invitation...]':
          'the link, or the words or digits of the sheet; without it, how far your invitations have come',
      },
      summary: 'answer an invitation',
      options: [
        relayOption,
        option('--name <name>', 'how your name is written in these talks; as in your identity if left out'),
      ],
      answers: {
        joinings: openRows({
          joining: text,
          standing: text,
          hasDiffered: yesNo,
          'claims?': claimFields,
          'reason?': text,
        }),
      },
      examples: ["goodoffices join 'https://talks.example/join#…'", 'goodoffices join'],
      acts: true,
    },
    async ({ session, args, flags, exchange }) => {
      if (args.length > 0) {
        demand(await answerInvitation(session, args.join(' '), { address: flags.relay, name: flags.name }))
        await exchange()
      }
      const all = joiningsOf(session)
      const isShutOut = session.status().troubles.some(asksForToken)
      const lines = await Promise.all(all.map(each => lineOf(each, isShutOut)))
      return {
        text: all.length === 0 ? 'You have answered no invitation.' : lines.join('\n'),
        json: { joinings: all.map(joiningToJson) },
      }
    },
  )

  const looking = {
    arguments: invitationArgument,
    options: [relayOption, ...lineOptions],
  }
  define<LookFlags>(
    join,
    terminal,
    {
      name: 'look',
      ...looking,
      summary: 'read what an invitation says of itself; nothing is sent',
      answers: { joining: text, standing: text, 'claims?': claimFields },
      examples: ["goodoffices join look 'https://talks.example/join#…'"],
    },
    async (args, flags) => {
      const { mailbox, ...look } = demand(await lookAtInvitation(lookingOf(terminal, args, flags)))
      return {
        text: [
          ...(look.claims === undefined ? [] : claimLines(look.claims)),
          lookStandings[look.standing],
        ].join('\n'),
        json: { joining: mailbox, ...look },
      }
    },
  )

  define<LookFlags>(
    join,
    terminal,
    {
      name: 'send-back',
      ...looking,
      summary: 'the link was not meant for you: tell whoever made it',
      answers: {},
      examples: ["goodoffices join send-back 'https://talks.example/join#…'"],
    },
    async (args, flags) => {
      demand(await sendBack(lookingOf(terminal, args, flags)))
      return {
        text: 'Thank you. Whoever made the invitation sees that the link reached somebody else, and not whom.',
        json: {},
      }
    },
  )

  defineWork(
    join,
    terminal,
    {
      name: 'accept',
      arguments: { '<digits>': 'the six digits that whoever invited you reads to you, in any numerals' },
      summary: 'type the digits: where they are right, say who you are',
      answers: { joining: text },
      examples: ['goodoffices join accept 482913'],
      acts: true,
    },
    async ({ session, args: [code = ''], exchange }) => {
      const joining = openJoining(session, code)
      const typed = await typeCode(session, joining.id, code)
      if (!typed.ok) {
        // Whoever invited sees that they differed.
        await exchange()
        demand(typed)
      }
      return {
        text: 'Right. Say aloud: they match. You are in as soon as whoever invited you completes the invitation.',
        json: { joining: joining.id },
      }
    },
  )

  defineWork(
    join,
    terminal,
    {
      name: 'give-up',
      arguments: { '[digits]': 'of several invitations, the digits of the one meant' },
      summary: 'go no further with an invitation; whoever made it is told',
      answers: { joining: text },
      examples: ['goodoffices join give-up', 'goodoffices join give-up 482913'],
      acts: true,
    },
    async ({ session, args: [code = ''] }) => {
      const { id } = openJoining(session, code)
      await abandonJoining(session, id)
      return { text: 'Given up. Whoever invited you sees that, and not who you are.', json: { joining: id } }
    },
  )
}

/** Whoever compares has the digits from the other side alone. */
function joiningToJson({ id, standing, hasDiffered, claims, reason }: Joining) {
  return {
    joining: id,
    standing,
    hasDiffered,
    ...(claims === undefined ? {} : { claims }),
    ...(reason === undefined ? {} : { reason }),
  }
}

type LookFlags = SharedFlags & LineFlags & { readonly relay?: string }

function lookingOf(terminal: Terminal, args: readonly string[], flags: LookFlags) {
  const line = openLine(flags)
  return {
    text: args.join(' '),
    address: flags.relay,
    relayAt: (address: string) => line.at(address),
    now: terminal.now,
  }
}

/** The invitation meant: of several, the one with the code that was typed. */
function openJoining(session: Session, code: string): Joining {
  const open = joiningsOf(session).filter(
    ({ standing }) => standing !== 'joined' && standing !== 'introduced',
  )
  const [one] = open
  if (one === undefined) throw missing('joining-unknown')
  if (open.length === 1) return one
  const [fits, ...others] = open.filter(
    joining => joining.code !== undefined && isSameCode(joining.code, code),
  )
  if (fits === undefined || others.length > 0) throw misuse('joinings-several')
  return fits
}
