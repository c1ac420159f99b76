import * as v from 'valibot'
import { id } from '../../../ids.ts'
import { type RegisterItem, standingOf } from '../../../item/item.ts'
import { countingMarks, register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { limits, title } from '../../../schema.ts'
import { day } from '../../../term/day.ts'
import { portfolioVerbs } from '../verbs.ts'

const fields = {
  inHandsOf: id('member'),
  duties: title,
  forParties: v.exactOptional(
    v.pipe(v.array(id('party')), v.minLength(1), v.maxLength(limits.askedMax), v.readonly()),
  ),
  /** GOOD-19: of the agenda. */
  issues: v.exactOptional(
    v.pipe(v.array(id('item')), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly()),
  ),
  /** By name, what the agenda does not have. */
  forIssues: v.exactOptional(
    v.pipe(v.array(title), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly()),
  ),
  fromDay: v.exactOptional(day),
  untilDay: v.exactOptional(day),
} as const

/** Who of the mediators looks after what. It forbids nobody anything; whoever works on another's is told so. */
export const portfolio = register({
  name: 'portfolio',
  fields,
  rooms: { desk: ['lead'] },
  material: ['inHandsOf', 'duties', 'forParties', 'issues', 'forIssues'],
  title: 'duties',
  verbs: portfolioVerbs,
  standing: item => ({
    standing: saidOf(item) ?? 'portfolio-given',
  }),
  asks: (item, reader) =>
    reader.member === standingOf(item).fields.inHandsOf && saidOf(item) === undefined
      ? [{ kind: 'say', verb: 'portfolio-taken' }]
      : [],
})
export type Portfolio = RegisterItem<Body<typeof fields>>

const saidOf = (item: RegisterItem<unknown>) =>
  countingMarks({ verbs: portfolioVerbs }, item).at(-1)?.verb as keyof typeof portfolioVerbs | undefined
