/** A term in words: the day that it comes to, what it waits for, or the days between which the sides differ; and how it is counted. */

import { type Awaited, type Resolved, resolveTerm, type Term, termWorldOf } from '@goodoffices/core'
import type { Writing } from '../../export/writing.ts'
import { say, type Values } from '../../words/say.ts'
import type { Term as Wording } from '../../words/vocabulary.ts'
import { choiceOf, nameOfThing } from './names.ts'

/** TERM-5: what a term comes to by what the room knows now, and in brackets what it follows from; a plain day is a day. */
export function sayTerm(w: Writing, term: Term): string {
  const comesTo = sayResolved(w, resolveTerm(term, termWorldOf(w.room)))
  return term.kind === 'on' ? comesTo : saying(w, 'term.ruled', { day: comesTo, term: sayRule(w, term) })
}

const saying = (w: Writing, name: Wording, values: Values): string =>
  say(w.vocabulary.terms[name], values, w.figures)

/** What a term comes to: a day, what is waited for, or several days. */
export function sayResolved(w: Writing, resolved: Resolved): string {
  switch (resolved.kind) {
    case 'day':
      return sayUnless(w, w.day(resolved.day), resolved.unless)
    case 'waiting':
      return resolved.for.length === 0
        ? w.vocabulary.terms['term.open']
        : saying(w, 'term.waiting', { what: sayAwaited(w, resolved.for) })
    case 'disputed': {
      const days = saying(w, resolved.days.length === 2 ? 'term.disputed' : 'term.disputed-more', {
        days: w.either(resolved.days.map(w.day)),
        count: resolved.days.length,
        what: w.all(resolved.items.map(item => nameOfThing(w, item))),
      })
      return sayUnless(w, days, resolved.unless)
    }
    case 'loop':
      return w.vocabulary.terms['term.loop']
    default:
      return resolved satisfies never
  }
}

const sayUnless = (w: Writing, day: string, unless: readonly Awaited[] = []): string =>
  unless.length === 0 ? day : saying(w, 'term.unless', { day, what: sayAwaited(w, unless) })

const sayAwaited = (w: Writing, awaited: readonly Awaited[]): string =>
  w.all(awaited.map(({ item, verb }) => sayEvent(w, item, verb)))

const sayEvent = (w: Writing, item: Awaited['item'], verb: string): string =>
  saying(w, 'term.said', { verb: choiceOf(w, `verb.${verb}`), thing: nameOfThing(w, item) })

/** How a term is counted. */
function sayRule(w: Writing, term: Term): string {
  switch (term.kind) {
    case 'on':
      return w.day(term.day)
    case 'after': {
      const length = saying(w, `unit.${term.unit}`, { count: term.count })
      const counted = saying(w, 'term.after', { length, what: sayEvent(w, term.item, term.verb) })
      return term.roll === undefined || term.roll === 'none'
        ? counted
        : saying(w, `term.${term.roll}`, { term: counted })
    }
    case 'with':
      return saying(w, 'term.with', { thing: nameOfThing(w, term.item) })
    case 'earliest':
    case 'latest':
      return saying(w, `term.${term.kind}`, { days: w.all(term.of.map(part => sayRule(w, part))) })
    default:
      return term satisfies never
  }
}
