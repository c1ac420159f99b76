/** The terms of the mediation: shown, or stated anew. */

import type { Act, Terms } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork } from '../../member/work.ts'
import { noted } from '../../names/words.ts'
import { option } from '../../shell/define.ts'
import { previewed, terms } from '../../shell/rows.ts'
import { yesNo } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { type ReachFlags, reachOptions, sayAllChecked } from '../desk/reach.ts'

export type TermsFlags = { readonly role?: Terms['role']; readonly disclosure?: Terms['disclosure'] }

const roleNames: Readonly<Record<Terms['role'], string>> = {
  carry: 'carries messages',
  host: 'carries messages and hosts meetings',
  propose: 'carries messages, hosts meetings and proposes solutions',
}
const disclosureNames: Readonly<Record<Terms['disclosure'], string>> = {
  open: 'the substance may pass unless it is marked otherwise',
  closed: 'nothing passes without permission',
}

export const termsOptions = [
  option('--role <role>', 'what the mediator may do', ['carry', 'host', 'propose']),
  option('--disclosure <rule>', 'what may pass where nothing was said', ['open', 'closed']),
]

export const termsLines = (terms: Terms): readonly string[] => [
  `The mediator ${roleNames[terms.role]}.`,
  `By default ${disclosureNames[terms.disclosure]}.`,
]

export function registerTerms(program: Command, terminal: Terminal): void {
  defineWork<TermsFlags & ReachFlags & { readonly note?: string }>(
    program,
    terminal,
    {
      name: 'terms',
      summary: 'the mediator’s role and the disclosure rule: shown, or stated anew in every room by the lead',
      options: [...termsOptions, option('--note <words>', 'said with it'), ...reachOptions],
      answers: [{ terms, stated: yesNo }, previewed],
      examples: ['goodoffices terms', 'goodoffices terms --disclosure open'],
      acts: true,
    },
    async ({ session, processOf, flags }) => {
      const found = processOf()
      const stated = flags.role !== undefined || flags.disclosure !== undefined
      const terms: Terms = {
        role: flags.role ?? found.terms.role,
        disclosure: flags.disclosure ?? found.terms.disclosure,
      }
      const act: Act = { kind: 'terms.set', terms, ...noted(flags.note) }
      const rooms = session.rooms(found.process).filter(room => room.kind !== 'delegation')
      const said = () => ({ text: termsLines(terms).join('\n'), json: { terms, stated } })
      const steps = rooms.map(room => ({ room, act }))
      return stated ? sayAllChecked(session, steps, { flags, said }) : said()
    },
  )
}
