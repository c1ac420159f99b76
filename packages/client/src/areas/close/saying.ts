/** Instruments and ballots in sentences: how far each has come, from when it is in force, and what a majority is made of. */

import {
  type Awaits,
  type Ballot,
  type Done,
  type InForce,
  type Instrument,
  inForceIn,
  type Ladder,
  laddersOf,
  type Majority,
  pollOutcome,
  type Signing,
  standingOf,
  type Tally,
} from '@goodoffices/core'
import type { Writing } from '../../export/writing.ts'
import { isolate, say } from '../../words/say.ts'
import { choiceOf } from '../item/names.ts'

const partyName = (w: Writing, party: string): string => w.named('party', party)

/** The rung that a party stands on, as others see it; never what it still needs at home. */
export const sayRung = (w: Writing, { rung }: Ladder): string =>
  choiceOf(w, rung === undefined ? 'standing.instrument-put' : `standing.instrument-${rungName(rung)}`)

const rungName = (rung: NonNullable<Ladder['rung']>): string =>
  rung === 'consent-refused' ? 'refused' : rung

/** How somebody signed: when, under which name, on paper or by key, subject to what. */
export function saySigning(w: Writing, signing: Signing): string {
  const { fields, time, recorded } = standingOf(signing)
  const { terms } = w.vocabulary
  const { signedBy, signedOn, paperAt, paperBefore, subjectTo } = fields
  return [
    isolate(signedBy),
    signedOn === undefined ? w.time(time) : w.day(signedOn),
    ...(paperAt === undefined
      ? []
      : [
          `${terms['signed-on-paper']} (${[paperAt, paperBefore]
            .filter(each => each !== undefined)
            .map(isolate)
            .join(', ')})`,
        ]),
    ...(recorded === undefined && fields.madeByMediators !== true ? [] : [terms.recorded]),
    ...(subjectTo === undefined ? [] : [isolate(subjectTo)]),
  ].join(' · ')
}

/** CLOS-5: the day, or what it waits for. */
export function sayInForce(w: Writing, entry: InForce): string {
  const { terms } = w.vocabulary
  const provisional =
    entry.provisionally === undefined
      ? []
      : [say(terms['provisional-from'], { day: w.day(entry.provisionally) }, w.figures)]
  const main = sayEntry(w, entry)
  return [main, ...provisional].join(' · ')
}

function sayEntry(w: Writing, entry: InForce): string {
  const { terms } = w.vocabulary
  switch (entry.kind) {
    case 'day':
      return say(terms['in-force-from'], { day: w.day(entry.day) }, w.figures)
    case 'waiting':
      return say(
        terms['in-force-waiting'],
        { what: w.all(entry.for.map(each => sayAwaited(w, each))) },
        w.figures,
      )
    case 'never':
      return say(
        terms['in-force-never'],
        { party: w.all(entry.refusedBy.map(party => isolate(partyName(w, party)))) },
        w.figures,
      )
    default:
      return entry satisfies never
  }
}

const sayAwaited = (w: Writing, { party, step }: Awaits): string =>
  say(w.vocabulary.terms[`awaits.${step}`], { party: isolate(partyName(w, party)) }, w.figures)

/** A line a party: its name, its rung, how it signed, from when it is in force for it. */
export type LadderLine = {
  readonly party: string
  readonly name: string
  readonly rung: string
  readonly signed: readonly string[]
  readonly inForce: string
}

/** In a caucus its own side's alone: how far another has come is not to be seen there. */
export function ladderLines(w: Writing, instrument: Instrument): readonly LadderLine[] {
  const entering = inForceIn(instrument, w.room)
  const { kind, party } = w.room
  const own = kind === 'caucus' ? party?.party : undefined
  const all = laddersOf(instrument, w.room).map((ladder, at): LadderLine => {
    const entry = entering[at]
    return {
      party: ladder.party,
      name: partyName(w, ladder.party),
      rung: sayRung(w, ladder),
      signed: [...ladder.done].map(
        ([done, signing]) => `${w.withColon(choiceOf(w, `done.${done}`))} ${saySigning(w, signing)}`,
      ),
      inForce: entry === undefined ? '' : sayInForce(w, entry),
    }
  })
  return own === undefined ? all : all.filter(line => line.party === own)
}

/** What an act means, before it is done. */
export const sayMeans = (w: Writing, done: Done): string => w.vocabulary.terms[`means.${done}`]

/** `43.4`, cut and not rounded: what is just under a threshold never looks as if it were there. */
function shareOf(w: Writing, { inFavour, of }: Majority): string {
  if (of === 0) return w.decimal('0')
  const tenths = (BigInt(inFavour) * 1000n) / BigInt(of)
  return w.decimal(`${tenths / 10n}.${tenths % 10n}`)
}

/** CLOS-3: "5,100 of 11,746 valid = 43.4 %; needed more than 1/2: not carried". */
export function sayMajority(w: Writing, ballot: Ballot, majority: Majority): string {
  const { terms } = w.vocabulary
  const { majorityOf, orExactly } = standingOf(ballot).fields
  const [over = '', under = ''] = majority.threshold.split('/')
  const line = say(
    terms[`majority.${majority.standing}`],
    {
      yes: w.decimal(String(majority.inFavour)),
      of: say(terms[`of.${majorityOf}`], { number: w.decimal(String(majority.of)) }, w.figures),
      share: shareOf(w, majority),
      needed: say(
        terms[orExactly === true ? 'needed.exactly' : 'needed.more'],
        { part: `${w.decimal(over)}/${w.decimal(under)}` },
        w.figures,
      ),
    },
    w.figures,
  )
  return majority.groupName === undefined
    ? line
    : say(terms['majority-of-group'], { group: isolate(majority.groupName), line }, w.figures)
}

/** A line a majority, of one count. */
export const sayOutcome = (w: Writing, ballot: Ballot, tally: Tally): readonly string[] =>
  pollOutcome(standingOf(ballot).fields, standingOf(tally).fields.counted).majorities.map(majority =>
    sayMajority(w, ballot, majority),
  )
