import * as v from 'valibot'
import { id } from '../../../ids.ts'
import { type RegisterItem, standingOf } from '../../../item/item.ts'
import { countingMarks, register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { body, language, limits, name, note, sha256, title } from '../../../schema.ts'
import { clock } from '../../../term/clock.ts'
import { day } from '../../../term/day.ts'
import { zone } from '../../../term/term.ts'
import { isByAll } from '../answers.ts'
import { statementVerbs } from '../verbs.ts'

const wordings = v.pipe(
  v.array(v.strictObject({ language, body })),
  v.minLength(1),
  v.maxLength(limits.languagesMax),
  v.readonly(),
)

const fields = {
  kind: v.picklist(['press-report', 'confirmation', 'denial', 'spoken', 'readout', 'notice']),
  /** Who says it: a body, a paper, an agency; of a readout, all who cleared it. */
  speaker: name,
  /** Whose word it is, where a party confirms or denies. */
  party: v.exactOptional(id('party')),
  meeting: v.exactOptional(id('item')),
  /** The words as they were said or are to be said; of what is quoted, no more than is needed. */
  wordings,
  on: v.exactOptional(day),
  channel: v.exactOptional(title),
  link: v.exactOptional(title),
  /** FACT-14: of what whoever logged it saw and kept: an address may say something else tomorrow, or nothing. */
  captured: v.exactOptional(sha256),
  /** Who put the first wording into the languages of the others. */
  translatedBy: v.exactOptional(title),
  /** The issue that it is about. */
  issue: v.exactOptional(id('item')),
  /** FACT-15: what a side calls it in its own room. */
  pressure: v.exactOptional(v.picklist(['threat', 'pressure'])),
  /** MEET-12: shown and counted down, and enforced by nobody. */
  embargo: v.exactOptional(v.strictObject({ day, clock, timeZone: zone })),
  /** Who may say more, and in which words. */
  spokespeople: v.exactOptional(note),
  /** Of what is not agreed: the one line that is. */
  isFallback: v.exactOptional(v.boolean()),
} as const

/** What is said in public: as it was reported, as a side confirms or denies it, or as all have cleared it. None follows from another. */
export const statement = register({
  name: 'statement',
  fields,
  rooms: {
    desk: ['mediators'],
    caucus: ['mediators', 'speaks'],
    delegation: ['speaks'],
    table: ['mediators'],
    group: ['mediators'],
  },
  material: ['kind', 'speaker', 'party', 'wordings', 'embargo', 'spokespeople', 'isFallback'],
  agreed: 'cleared',
  belongsTo: 'meeting',
  title: 'speaker',
  verbs: statementVerbs,
  // FACT-15: what several read, and what mediators read, says who said what where, and nobody's word for it.
  onlyIn: { pressure: ['delegation'] },
  tells: item => {
    const { speaker: source, wordings, on: day, party } = standingOf(item).fields
    return {
      source,
      words: wordings[0]?.body ?? '',
      isPublic: true,
      ...(day === undefined ? {} : { day }),
      ...(party === undefined ? {} : { party }),
    }
  },
  standing: (item, room) => {
    const marks = countingMarks({ verbs: statementVerbs }, item)
    const said = new Set(marks.map(({ verb }) => verb))
    if (said.has('embargo-broken')) return { standing: 'embargo-broken' }
    if (said.has('published')) return { standing: 'published' }
    // MEET-8: by one alone it is not.
    if (
      isByAll(
        room,
        marks.filter(({ verb }) => verb === 'cleared'),
      )
    )
      return { standing: 'cleared-by-all' }
    if (said.has('statement-corrected')) return { standing: 'statement-corrected' }
    if (said.has('mistranslated')) return { standing: 'mistranslated' }
    return { standing: said.has('authentic') ? 'authentic' : 'logged' }
  },
})
export type Statement = RegisterItem<Body<typeof fields>>
