/** Coming in: answer an invitation, compare the code aloud, accept. */

import type { Joining, Session } from '@goodoffices/client'
import {
  abandonJoining,
  acceptJoining,
  answerInvitation,
  asksForToken,
  joiningsOf,
} from '@goodoffices/client'
import type { Command } from 'commander'
import { defineWork } from '../member/work.ts'
import { columns } from '../page/text.ts'
import { option } from '../shell/define.ts'
import { demand, exits, missing, misuse, Stop } from '../shell/exit.ts'
import { openRows, text } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'
import { checkCode, invitationCodes, isSameCode } from './invite.ts'

const standingNames: Readonly<Record<Joining['standing'], string>> = {
  waiting: 'answered: waiting for the other side',
  compare: 'compare this code with whoever invited you, aloud',
  introduced: 'accepted: waiting to be let in',
  joined: 'in',
  failed: 'failed: somebody between the two has exchanged keys',
}

/** `isShutOut`: whoever is not let in by the server has sent nothing yet. */
const lineOf = (joining: Joining, isShutOut: boolean): string => {
  const isUnsent = isShutOut && ['waiting', 'compare'].includes(joining.standing)
  return columns([
    [
      joining.code === undefined || isUnsent ? '' : `code ${joining.code}`,
      isUnsent ? 'not answered yet' : standingNames[joining.standing],
    ],
  ]).trim()
}

export function registerJoin(program: Command, terminal: Terminal): void {
  const join = defineWork<{ readonly relay?: string }>(
    program,
    terminal,
    {
      name: 'join',
      arguments: {
        '[invitation...]': 'the link, or the 24 words; without it, how far your invitations have come',
      },
      summary: 'answer an invitation, and see the code to compare',
      options: [option('--relay <address>', 'for words: the address printed above them')],
      answers: { joinings: openRows({ joining: text, standing: text }) },
      examples: ["goodoffices join 'https://talks.example/join#…'", 'goodoffices join'],
      acts: true,
    },
    async ({ session, args, flags, exchange }) => {
      if (args.length > 0) {
        demand(await answerInvitation(session, args.join(' '), flags.relay))
        await exchange()
      }
      const all = joiningsOf(session)
      const isShutOut = session.status().troubles.some(asksForToken)
      return {
        text:
          all.length === 0
            ? 'You have answered no invitation.'
            : all.map(each => lineOf(each, isShutOut)).join('\n'),
        json: { joinings: all.map(({ id, ...each }) => ({ joining: id, ...each })) },
      }
    },
  )

  defineWork(
    join,
    terminal,
    {
      name: 'accept',
      arguments: { '<code>': 'the six digits that the other side read to you' },
      summary: 'the codes are the same: say who you are',
      answers: { joining: text },
      examples: ['goodoffices join accept 482913'],
      acts: true,
    },
    async ({ session, args: [code = ''] }) => {
      const joining = openJoining(session, code)
      if (joining.reason === 'invitation-cancelled') throw new Stop(exits.missing, { code: joining.reason })
      if (joining.standing === 'failed') throw new Stop(exits.refused, { code: 'invitation-exchanged' })
      checkCode(joining.code, code, invitationCodes)
      demand(await acceptJoining(session, joining.id))
      return {
        text: 'Accepted. You are in as soon as the other side completes the invitation.',
        json: { joining: joining.id },
      }
    },
  )

  defineWork(
    join,
    terminal,
    {
      name: 'give-up',
      arguments: { '[code]': 'of several invitations, the code that yours shows' },
      summary: 'the codes differ, or you think better of it',
      answers: { joining: text },
      examples: ['goodoffices join give-up', 'goodoffices join give-up 482913'],
      acts: true,
    },
    async ({ session, args: [code = ''] }) => {
      const { id } = openJoining(session, code)
      await abandonJoining(session, id)
      return { text: 'Given up. Nobody was told who you are.', json: { joining: id } }
    },
  )
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
