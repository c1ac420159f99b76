/** How far a joint inquiry is, and what each side makes of what it found. */

import type { ItemId } from '../../ids.ts'
import { type RegisterItem, standingOf } from '../../item/item.ts'
import { type CountingMark, countingMarks, type RegisterRoom } from '../../item/register.ts'
import { inquiryVerbs } from './verbs.ts'

type Known = RegisterItem<unknown>
const courses = ['inquiry-begun', 'inquiry-interim', 'inquiry-delivered'] as const
type Course = (typeof courses)[number]

/** What was said last of its course; undefined of one that has not begun. */
export const inquiryCourse = (inquiry: Known): Course | undefined =>
  countingMarks({ verbs: inquiryVerbs }, inquiry)
    .map(({ verb }) => courses.find(course => course === verb))
    .findLast(course => course !== undefined)

/** What counts of what each voice said of its finding. */
export const findingsOf = (inquiry: Known): readonly CountingMark[] =>
  countingMarks({ verbs: inquiryVerbs }, inquiry).filter(({ verb }) => verb.startsWith('finding-'))

/** Those into a matter of the same room, in the order in which they were put. */
export const inquiriesInto = (matter: ItemId, { items }: RegisterRoom): readonly RegisterItem[] =>
  Object.values(items).filter(
    thing => thing.register === 'inquiry' && standingOf(thing).fields['matter'] === matter,
  )

/** Begun, and not delivered yet. */
export const isUnderInquiry = (matter: ItemId, room: RegisterRoom): boolean =>
  inquiriesInto(matter, room).some(inquiry => {
    const course = inquiryCourse(inquiry)
    return course === 'inquiry-begun' || course === 'inquiry-interim'
  })
