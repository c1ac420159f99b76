/** What a plan shows, and what is said of a meeting in public, in sentences. */

import { type Clock, type ItemId, type PartyId, type PlanFinding, publicLineOf } from '@goodoffices/core'
import type { Writing } from '../../export/writing.ts'
import { say } from '../../words/say.ts'

/** MEET-5: one finding of a plan. Both sides are named in the order in which they were compared, in the same words. */
export function sayPlanFinding(w: Writing, finding: PlanFinding): string {
  const name = (party: PartyId): string => w.named('party', party)
  const pattern = w.vocabulary.terms[`plan.${finding.kind}`]
  if ('side' in finding) {
    const place = 'place' in finding ? finding.place : ''
    return say(pattern, { a: name(finding.side), place }, w.figures)
  }
  const [a, b] = finding.sides
  const between = { a: name(a), b: name(b) }
  if ('minutes' in finding) return say(pattern, { ...between, count: finding.minutes }, w.figures)
  if ('from' in finding)
    return say(pattern, { ...between, from: w.clock(finding.from), to: w.clock(finding.to) }, w.figures)
  if ('place' in finding) return say(pattern, { ...between, place: finding.place }, w.figures)
  if (!('values' in finding)) return say(pattern, between, w.figures)
  const [one, other] = finding.values
  return say(pattern, { ...between, one, other }, w.figures)
}

/** MEET-3: a line for what is reported, and one for each party; none says anything of another. */
export function sayPublicLine(w: Writing, meeting: ItemId): readonly string[] {
  const { terms } = w.vocabulary
  const { reported, said } = publicLineOf(w.room, meeting)
  const parties = Object.values(w.room.parties).filter(({ kind }) => kind === 'party')
  return [
    say(terms.reported, { count: reported }, w.figures),
    ...parties.map(({ party, name }) => {
      const word = said.get(party)
      return say(
        terms['confirmed-by'],
        {
          party: name,
          said: word === 'confirmation' ? terms.yes : word === 'denial' ? terms.denied : terms.no,
        },
        w.figures,
      )
    }),
  ]
}

/** From one hour to another, in the reader's digits. */
export const sayHours = (w: Writing, from: Clock, to: Clock): string =>
  say(w.vocabulary.terms['between-hours'], { from: w.clock(from), to: w.clock(to) }, w.figures)
