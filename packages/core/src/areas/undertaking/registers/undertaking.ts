import * as v from 'valibot'
import { id } from '../../../ids.ts'
import { addressees } from '../../../item/addressees.ts'
import type { RegisterItem } from '../../../item/item.ts'
import { register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { isMediator } from '../../../room/roles.ts'
import { name, note, title, wholeUpTo } from '../../../schema.ts'
import { term } from '../../../term/term.ts'
import { isOffered, isToBeTold, leadsMaker, standingOfUndertaking } from '../course.ts'
import { undertakingVerbs, whoGives } from '../verbs.ts'
import { exactWords } from '../words.ts'

const fields = {
  title,
  /** Whose it is; and as the words call it, where a reader does not know that party. */
  party: id('party'),
  undertakenBy: name,
  addressedTo: addressees,
  exactWords,
  form: v.picklist(['letter', 'note-verbale', 'public-statement', 'oral-message']),
  /** For what it is given: for nothing, as a third party, or for what was agreed. */
  tie: v.variant('kind', [
    v.strictObject({ kind: v.literal('unilateral'), invites: v.exactOptional(note) }),
    v.strictObject({ kind: v.literal('third-party') }),
    v.strictObject({ kind: v.literal('bargained'), clause: title }),
  ]),
  conditionalOn: v.exactOptional(note),
  /** UNDT-5: what was not said is neither yes nor no. */
  revocable: v.variant('kind', [
    v.strictObject({ kind: v.literal('can-be-revoked') }),
    v.strictObject({ kind: v.literal('cannot-be-revoked') }),
    v.strictObject({ kind: v.literal('with-notice'), noticeDays: wholeUpTo(36_500) }),
    v.strictObject({ kind: v.literal('not-said') }),
  ]),
  lapsesOn: v.exactOptional(term),
  /** Whoever else says whether it is kept. */
  watchedBy: v.exactOptional(name),
  /** The issue that it is about. */
  issue: v.exactOptional(id('item')),
} as const

/** What one undertakes to others, in its own words: carried to each apart, whole and as it stands, and to nobody else. */
export const undertaking = register({
  name: 'undertaking',
  fields,
  rooms: { caucus: whoGives, table: [...whoGives, 'mediators'], group: [...whoGives, 'mediators'] },
  material: [
    'party',
    'undertakenBy',
    'addressedTo',
    'exactWords',
    'form',
    'tie',
    'conditionalOn',
    'revocable',
    'lapsesOn',
    'watchedBy',
  ],
  title: 'title',
  asGiven: 'undertaking-given',
  verbs: undertakingVerbs,
  // UNDT-1: what is said to one is read by one.
  unfit: ({ addressedTo, party }, { kind }) => {
    const isHeardByAll = kind === 'table' || kind === 'group'
    const isToItself = addressedTo.kind === 'to-parties' && addressedTo.toParties.includes(party)
    return isToItself || (isHeardByAll && addressedTo.kind !== 'to-all') ? 'addressedTo' : undefined
  },
  standing: standingOfUndertaking,
  asks: (item, reader, room) => {
    if (isOffered(item, room) && leadsMaker(item, reader, room))
      return [{ kind: 'say', verb: 'undertaking-given' }]
    return isMediator(reader) && isToBeTold(item, room) ? [{ kind: 'say', verb: 'communicated-to' }] : []
  },
})
export type Undertaking = RegisterItem<Body<typeof fields>>
