/** Bringing people in: an invitation handed over, a code compared aloud, and only then the door opened. */

import type { Invitation, ProcessSummary, Session } from '@goodoffices/client'
import {
  cancelInvitation,
  completeInvitation,
  invitationOf,
  invitationsOf,
  invite,
  previewCompletion,
  textToDigits,
} from '@goodoffices/client'
import { mediatorRoles, partyRoles, type Role, thirdRoles, tidyText } from '@goodoffices/core'
import type { Command } from 'commander'
import { type PassFlags, passNamed, passOptions } from '../areas/desk/reach.ts'
import { defineWork } from '../member/work.ts'
import { choose, type Named, ownHandle } from '../names/choose.ts'
import { findParty } from '../names/find.ts'
import { slugOf } from '../names/handles.ts'
import { reportEverywhere } from '../page/everywhere.ts'
import { offeredLines, qrOption } from '../page/offered.ts'
import { invitationToSheet } from '../page/sheet.ts'
import { columns, timeToText } from '../page/text.ts'
import { option } from '../shell/define.ts'
import { demand, exits, missing, misuse, Stop } from '../shell/exit.ts'
import { everywhereFields } from '../shell/rows.ts'
import { type Fields, openRows, text, time, words, yesNo } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'
import { writeWhole } from '../shell/written-file.ts'

const invitationFields: Fields = { invitation: text, handle: text, name: text, standing: text }

const roles: readonly Role[] = [
  ...mediatorRoles.filter(role => role !== 'lead'),
  ...partyRoles,
  ...thirdRoles,
]
const daysMax = 365

const standingNames: Readonly<Record<Invitation['standing'], string>> = {
  sent: 'not answered yet; whether it was opened is told to nobody',
  answered: 'answered: read the code to the guest, aloud',
  introduced: 'the guest typed the code, and asks to come in',
  completed: 'completed',
  cancelled: 'cancelled',
  expired: 'expired',
  declined: 'given up by the guest: cancel it',
  elsewhere: 'sent back: the link reached somebody else; cancel it',
  differed: 'the digits differed twice: cancel it, and hand over another one yourself',
}

const settledStandings: readonly Invitation['standing'][] = ['completed', 'cancelled', 'expired']

type InviteFlags = {
  readonly role?: Role
  readonly party?: string
  readonly post?: string
  readonly institution?: string
  readonly days?: string
  readonly sheet?: string
  readonly qr?: true
}

export function registerInvite(program: Command, terminal: Terminal): void {
  const asked = defineWork<InviteFlags>(
    program,
    terminal,
    {
      name: 'invite',
      arguments: { '<name>': 'whom, by the name the others will see' },
      summary: 'invite somebody: a link, words, a QR code, each good for one answer',
      options: [
        option('--role <role>', 'as what', roles),
        option('--party <name>', 'of which party; for mediators none'),
        option('--post <post>', 'what they are known for, such as "head of delegation"'),
        option('--institution <name>', 'of a mediator: whose, where another institution began the talks'),
        option('--days <number>', 'how long it stands (14)'),
        option('--sheet <file>', 'write a sheet to print, with the QR code'),
        qrOption,
      ],
      answers: {
        invitation: text,
        handle: text,
        name: text,
        role: text,
        link: text,
        words,
        expires: time,
        'sheet?': text,
      },
      examples: [
        'goodoffices invite "Iran" --role head --party iran --sheet iran.html',
        'goodoffices invite "Second mediator" --role mediator',
        'goodoffices invite "Envoy" --role mediator --institution "Lakes Institute"',
      ],
      acts: true,
    },
    async ({ session, processOf, args: [name = ''], flags, exchange }) => {
      const found = processOf()
      const days = flags.days === undefined ? undefined : Number(flags.days)
      if (days !== undefined && !(days > 0 && days <= daysMax))
        throw misuse('days-out-of-range', { max: daysMax })
      const role = flags.role ?? (flags.party === undefined ? undefined : 'head')
      if (role === undefined) throw misuse('role-needed')
      const id = demand(
        await invite(session, found.process, {
          name,
          role,
          ...(flags.party === undefined ? {} : { party: findParty(session, found, flags.party).party }),
          ...(flags.post === undefined ? {} : { post: flags.post }),
          ...(flags.institution === undefined ? {} : { institution: flags.institution }),
          ...(days === undefined ? {} : { daysMax: days }),
        }),
      )
      await exchange()
      const invitation = invitationOf(session, id)
      if (invitation === undefined) throw missing('invitation-unknown')
      const { link, words, expires } = invitation
      if (flags.sheet !== undefined)
        writeWhole(flags.sheet, invitationToSheet(invitation, found.title), { isOver: true })
      return {
        text: [
          `An invitation for ${name}, good for one answer until ${timeToText(expires)}.`,
          '',
          ...offeredLines(invitation, flags.qr === true),
          ...(flags.sheet === undefined ? [] : [`Sheet:  ${flags.sheet}`]),
          '',
          'Hand it over yourself. When it is answered, `goodoffices invitations` shows a code: read it to the guest, aloud.',
        ].join('\n'),
        json: {
          ...invitationRow(session, found, invitation),
          role,
          link,
          words,
          expires,
          ...(flags.sheet === undefined ? {} : { sheet: flags.sheet }),
        },
      }
    },
  )

  defineWork<PassFlags & { readonly knownAs?: string }>(
    asked,
    terminal,
    {
      name: 'complete',
      arguments: { '<name>': 'whose invitation', '<code>': 'the six digits that you read to the guest' },
      summary: 'let the guest in, who has said aloud that the digits match',
      answers: { ...invitationFields, ...everywhereFields },
      examples: ['goodoffices invite complete Iran 482913'],
      options: [
        option(
          '--known-as <name>',
          'by another name at the table and in groups; whose it is the party and the mediators know',
        ),
        ...passOptions,
      ],
      acts: true,
    },
    async ({ session, processOf, args: [typed = '', code = ''], flags, exchange }) => {
      const found = processOf()
      const invitation = findInvitation(session, found, typed)
      const { standing } = invitation
      if (settledStandings.includes(standing))
        throw new Stop(exits.refused, { code: 'invitation-settled', standing: standingNames[standing] })
      checkCode(invitation.code, code, invitationCodes)
      if (invitation.contested) throw new Stop(exits.refused, { code: 'invitation-contested' })
      const called = invitation.spelled ?? invitation.name
      const knownAs = flags.knownAs === undefined ? undefined : tidyText(flags.knownAs)
      const passed = passNamed(
        session,
        demand(await previewCompletion(session, invitation.id, knownAs)),
        flags,
      )
      const decided = demand(
        await completeInvitation(session, invitation.id, { accepted: passed.accepted, knownAs }),
      )
      await exchange()
      const { lines, json, failed } = await reportEverywhere(session, decided, {
        done: `${called} is in`,
        kept: `${called} is in as soon as it is sent:`,
        left: `${called} is NOT in`,
      })
      return {
        text: [...passed.lines, ...(lines.length === 0 ? [`${called} is in no room yet.`] : lines)].join(
          '\n',
        ),
        json: { ...invitationRow(session, found, invitation), standing: 'completed', ...json },
        ...(failed === undefined ? {} : { failed }),
      }
    },
  )

  defineWork(
    asked,
    terminal,
    {
      name: 'cancel',
      arguments: { '<name>': 'whose invitation' },
      summary: 'take an invitation back',
      answers: invitationFields,
      examples: ['goodoffices invite cancel Iran'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''] }) => {
      const found = processOf()
      const invitation = findInvitation(session, found, typed)
      demand(await cancelInvitation(session, invitation.id))
      return {
        text: `The invitation for ${invitation.name} no longer opens anything.`,
        json: { ...invitationRow(session, found, invitation), standing: 'cancelled' },
      }
    },
  )

  defineWork(
    program,
    terminal,
    {
      name: 'invitations',
      summary: 'who was invited, how far it has come, and the codes to compare',
      answers: {
        invitations: openRows({
          invitation: text,
          handle: text,
          name: text,
          role: text,
          standing: text,
          'link?': text,
          'words?': words,
          'spelled?': text,
          hasDiffered: yesNo,
          created: time,
          expires: time,
        }),
      },
      examples: ['goodoffices invitations'],
      acts: false,
    },
    async ({ session, processOf }) => {
      const found = processOf()
      const all = invitationsOf(session, found.process)
      const rows = all.map(each => [
        each.name,
        each.code === undefined || each.standing === 'completed' ? '' : `code ${each.code}`,
        standingNames[each.standing],
        [
          ...(each.contested ? ['ANSWERED BY MORE THAN ONE: cancel it and make another'] : []),
          ...(each.hasDiffered && each.standing === 'answered' ? ['the digits differed once'] : []),
          ...(each.spelled === undefined ? [] : [`will be called ${each.spelled}, as they write it`]),
        ].join('; '),
      ])
      return {
        text: rows.length === 0 ? 'Nobody has been invited yet.' : columns(rows),
        json: { invitations: all.map(each => invitationToJson(session, found, each)) },
      }
    },
  )
}

/** CLI-38: by the guest's name; of several of one name the one that still opens something. */
const findInvitation = (session: Session, { process }: ProcessSummary, typed: string): Invitation =>
  choose('invitation', typed, invitationsNamed(invitationsOf(session, process)), {
    isLikely: ({ standing }) => !settledStandings.includes(standing),
  })

const invitationRow = (session: Session, { process }: ProcessSummary, { id, name }: Invitation) => ({
  invitation: id,
  handle: ownHandle({ handle: slugOf(name), id }, invitationsNamed(invitationsOf(session, process))),
  name,
})

/** What opens it only as long as it opens something. */
function invitationToJson(session: Session, process: ProcessSummary, invitation: Invitation) {
  const { id: _, link, words, ...rest } = invitation
  const opening = settledStandings.includes(rest.standing) ? {} : { link, words }
  return { ...rest, ...invitationRow(session, process, invitation), ...opening }
}

const invitationsNamed = (all: readonly Invitation[]): readonly Named<Invitation>[] =>
  all.map(value => ({ value, handle: slugOf(value.name), id: value.id }))

/** What is wrong where there is no code yet, and where it is another. */
type CodeViolations = { readonly unanswered: string; readonly differs: string }

const invitationCodes: CodeViolations = {
  unanswered: 'invitation-not-answered',
  differs: 'invitation-code-differs',
}

/** In whichever numerals; what is no code stays as it was typed. */
const digitsOf = (code: string): string => textToDigits(code) ?? code

/** Whether what was typed is the code known here. */
export function isSameCode(known: string, typed: string): boolean {
  return digitsOf(known) === digitsOf(typed)
}

/** CLI-10: the digits as the other side has them; spaces between them are nothing. */
export function checkCode(
  known: string | undefined,
  typed: string,
  { unanswered, differs }: CodeViolations,
): void {
  if (known === undefined) throw new Stop(exits.refused, { code: unanswered })
  if (!/^\d{6}$/.test(digitsOf(typed))) throw misuse('code-unreadable', { text: typed })
  if (!isSameCode(known, typed)) throw new Stop(exits.refused, { code: differs })
}
