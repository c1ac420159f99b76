/** Parties to the talks, as they are added. */

import { addParty, type PartyRequest, type ProcessSummary, type Session } from '@goodoffices/client'
import { thirdRoles } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork } from '../../member/work.ts'
import { nameKey, slugOf } from '../../names/handles.ts'
import { gather, option } from '../../shell/define.ts'
import { demand, misuse } from '../../shell/exit.ts'
import { partyFields } from '../../shell/rows.ts'
import type { Terminal } from '../../shell/terminal.ts'

export function registerParty(program: Command, terminal: Terminal): void {
  const party = gather(program, 'party', 'the parties to the talks')
  defineWork<{
    readonly withoutAccount?: true
    readonly hidden?: true
    readonly third?: (typeof thirdRoles)[number]
    readonly language?: string
  }>(
    party,
    terminal,
    {
      name: 'add',
      arguments: { '<name>': 'what the party is called' },
      summary: 'add a party, or a guarantor, witness or other third, that joins later',
      options: [
        option('--without-account', 'you write down what it says and print what it is told'),
        option('--hidden', 'known to the mediators only'),
        option('--third <role>', 'a third, and no party to the talks: what it is', thirdRoles),
        option('--language <tag>', 'its language, such as fa'),
      ],
      answers: partyFields,
      examples: ['goodoffices party add "Certifying agency" --third certifier'],
      acts: true,
    },
    async ({ session, processOf, args: [name = ''], flags }) => {
      const found = processOf()
      const card: PartyRequest = {
        ...partyOf(name, { account: flags.withoutAccount !== true, hidden: flags.hidden === true }),
        ...(flags.third === undefined ? {} : { kind: 'third', thirdRole: flags.third }),
        ...(flags.language === undefined ? {} : { language: flags.language }),
      }
      checkNames([...knownNames(session, found), name])
      const id = demand(await addParty(session, found.process, card))
      return {
        text: `Added: ${name} (caucus:${slugOf(name)}).`,
        json: { party: id, handle: slugOf(name), name },
      }
    },
  )
}

/** A party as it is asked for: with an account and known to all, unless told otherwise. */
export const partyOf = (name: string, rest: Partial<PartyRequest> = {}): PartyRequest => ({
  name,
  kind: 'party',
  hidden: false,
  account: true,
  ...rest,
})

const knownNames = (session: Session, { process }: ProcessSummary): readonly string[] => {
  const cards = session.rooms(process).flatMap(room => Object.values(room.parties))
  return [...new Map(cards.map(card => [card.party, card.name])).values()]
}

/** Two parties of one handle could not be told apart when typed. */
export function checkNames(names: readonly string[]): void {
  const keys = names.map(nameKey)
  const twice = names.find((_, i) => keys.indexOf(keys[i] ?? '') !== i)
  if (twice !== undefined) throw misuse('party-name-taken', { name: slugOf(twice) })
}
