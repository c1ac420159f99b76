import * as v from 'valibot'
import { id } from '../../../ids.ts'
import { type RegisterItem, standingOf } from '../../../item/item.ts'
import { countingMarks, register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { key, language, limits, note, title, wholeUpTo } from '../../../schema.ts'
import { term } from '../../../term/term.ts'
import { mayTurn, stages } from '../stage.ts'
import { issueVerbs } from '../verbs.ts'

const issues = v.pipe(v.array(id('item')), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly())

const fields = {
  ordinal: v.pipe(wholeUpTo(999), v.minValue(1)),
  /** In words that no side objects to. */
  title,
  titleLanguage: v.exactOptional(language),
  /** AGEN-12: the same in the languages of the other parties. */
  titles: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ language, title })),
      v.minLength(1),
      v.maxLength(limits.languagesMax),
      v.readonly(),
    ),
  ),
  basket: v.exactOptional(title),
  parent: v.exactOptional(id('item')),
  /** AGEN-13: agreed where every side in its scope has said that it belongs; raised where one did and lets that be said. */
  footing: v.picklist(['proposed', 'agreed', 'raised-not-agreed']),
  /** Whose wish it is, where that side lets itself be named. */
  raisedBy: v.exactOptional(id('party')),
  /** The parties that it concerns; all of them where nothing is said. */
  scope: v.exactOptional(
    v.pipe(v.array(id('party')), v.minLength(1), v.maxLength(limits.askedMax), v.readonly()),
  ),
  stage: v.picklist(stages),
  /** AGEN-7: the nonce of the question in which all said yes to the stage: each side finds in its caucus what it said yes to. */
  agreedIn: v.exactOptional(key),
  /** The room of the heads, or of those who work on it. */
  group: v.exactOptional(id('room')),
  putOffUntil: v.exactOptional(term),
  linked: v.exactOptional(issues),
  /** Such as: without prejudice to positions. */
  proviso: v.exactOptional(note),
  /** AGEN-16: at the desk alone: what each side says of it under another name. */
  claims: v.exactOptional(issues),
} as const

/** What is talked about, as all read it; at the desk, as the mediators draft it. */
export const issue = register({
  name: 'issue',
  hasOneId: true,
  fields,
  rooms: { desk: ['mediators'], table: ['mediators'] },
  material: ['stage'],
  title: 'title',
  verbs: issueVerbs,
  onlyIn: { claims: ['desk'] },
  unfit: (put, _, before) => {
    if (put.raisedBy !== undefined && put.footing !== 'raised-not-agreed') return 'raisedBy'
    return mayTurn(before, put) ? undefined : 'stage'
  },
  standing: (item, room) => {
    if (isPutOff(item)) return { standing: 'issue-put-off' }
    if (room.kind === 'desk') return { standing: 'issue-drafted' }
    return { standing: `issue-${standingOf(item).fields.footing}` }
  },
})
export type Issue = RegisterItem<Body<typeof fields>>

export const isPutOff = (item: RegisterItem<unknown>): boolean =>
  countingMarks({ verbs: issueVerbs }, item).some(({ verb }) => verb === 'put-off')
