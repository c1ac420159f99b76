/** What an instrument says, and a party's word on it. */

import * as v from 'valibot'
import { id } from '../../ids.ts'
import { heldTexts } from '../../item/held-text.ts'
import type { RegisterItem } from '../../item/item.ts'
import type { Body } from '../../room/fields.ts'
import { key, language, limits, name, note, sha256, title, wholeUpTo } from '../../schema.ts'
import { day } from '../../term/day.ts'
import { termLimits, zone } from '../../term/term.ts'
import { adherence, digest } from '../assent/content.ts'
import { signingsDone } from './done.ts'

export const instrumentFields = {
  title,
  instrumentIs: v.picklist([
    'agreement',
    'mediators-declaration',
    'exchange-of-letters',
    'agreed-minute',
    'separate-copies',
  ]),
  textIn: heldTexts,
  /** CLOS-6: of the words in all of their languages, made and compared by each device; what a signature names. */
  digest,
  /** CLOS-11: what it was before it was put right by the yes of all: who signed that has signed this. */
  formerly: v.exactOptional(
    v.pipe(v.array(digest), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly()),
  ),
  /** The nonce of the question in which all said yes to these words. */
  agreedIn: v.exactOptional(key),
  /** Of several languages those that are authentic; all where nothing is said. */
  authenticIn: v.exactOptional(
    v.pipe(v.array(language), v.minLength(1), v.maxLength(limits.languagesMax), v.readonly()),
  ),
  boundParties: v.pipe(
    v.array(id('party')),
    v.minLength(1),
    v.maxLength(limits.askedMax),
    v.check(all => new Set(all).size === all.length, 'twice'),
    v.readonly(),
  ),
  /** By what a party is bound. */
  boundBy: v.picklist(['signature', 'ratification']),
  inForceUpon: v.picklist(['signature', 'ratification', 'deposit', 'fixed-day']),
  /** For all at once when the last has done it, or for each by itself. */
  inForceFor: v.picklist(['all', 'each']),
  inForceOn: v.exactOptional(day),
  inForceAfter: v.exactOptional(wholeUpTo(termLimits.countMax)),
  inForceUnit: v.exactOptional(v.picklist(['days', 'weeks', 'months', 'years'])),
  /** In whose days it is counted; UTC where nothing is said. */
  inForceZone: v.exactOptional(zone),
  /** VCLT 25: applied provisionally from each one's signature. */
  provisional: v.exactOptional(v.boolean()),
  depositary: v.exactOptional(name),
  registration: v.exactOptional(note),
  disputesClause: v.exactOptional(note),
} as const
export type Instrument = RegisterItem<Body<typeof instrumentFields>>

export const signingFields = {
  instrument: id('item'),
  party: id('party'),
  done: v.picklist(signingsDone),
  /** CLOS-6: of the words that were signed. */
  digest,
  /** As it stands under the text: an office, a body. */
  signedBy: name,
  /** The day that the signature itself bears; where it bears none, that on which it was placed. */
  signedOn: v.exactOptional(day),
  /** CLOS-10: on paper: where, before whom, and the hash of a picture of it. */
  paperAt: v.exactOptional(title),
  paperBefore: v.exactOptional(title),
  paperScan: v.exactOptional(sha256),
  /** All that others learn of what it still needs at home. */
  subjectTo: v.exactOptional(title),
  /** The party lets its own entry, with its place in the log, be shown in the evidence pack. */
  mayBeShown: v.exactOptional(v.boolean()),
  /** Of a device of the party's, over what it says and the digest: who has the party's keys checks it anywhere. */
  proof: adherence,
  /** It was made by the mediators' device, for a party that has none. */
  madeByMediators: v.exactOptional(v.boolean()),
} as const
export type Signing = RegisterItem<Body<typeof signingFields>>
