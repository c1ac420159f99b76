/** A thing that waits, as a line of a list: where it leads, by which verb, and its first words. */

import type { Guest, Wait } from '@goodoffices/client'
import type { AnyWebArea, WaitingLine } from '../areas/area.ts'
import { titleIn } from '../areas/item/title.ts'
import { lineOf } from '../areas/line-of.ts'
import { thingViewOf } from '../areas/use-areas.ts'

export const verbs = ['compare', 'answer', 'carry', 'deliver', 'read', 'see'] as const
export type Verb = (typeof verbs)[number]

const verbOf: { readonly [K in Wait['item']['kind']]: Verb } = {
  invitation: 'compare',
  unfinished: 'deliver',
  prepared: 'deliver',
  'question-unfinished': 'see',
  heard: 'carry',
  put: 'carry',
  released: 'carry',
  offer: 'carry',
  asked: 'answer',
  question: 'answer',
  'to-read': 'read',
  'read-back': 'answer',
  'may-come': 'answer',
  'leave-asked': 'answer',
  review: 'answer',
  successor: 'answer',
  consent: 'answer',
  thing: 'answer',
  delivered: 'read',
  told: 'read',
  corrected: 'read',
  opened: 'read',
  overdue: 'answer',
  draft: 'answer',
  'draft-said': 'answer',
  'may-pass': 'answer',
  apart: 'see',
  'step-late': 'answer',
  'step-uncured': 'answer',
  over: 'see',
  keys: 'see',
  recovery: 'see',
  phrase: 'see',
  'phrase-new': 'see',
  'phrase-replacing': 'see',
  renewal: 'see',
}

/** Somebody, and nobody else, sits in front of the digits. */
const isThere = ({ standing, contested }: Guest): boolean =>
  !contested && (standing === 'answered' || standing === 'introduced')

/** WAIT-7: of what may not be passed nothing is carried. */
const verbFor = ({ item, mediating, stays }: Wait): Verb => {
  if (stays === true) return 'read'
  if (item.kind === 'invitation') return isThere(item.invitation) ? 'compare' : 'see'
  return item.kind === 'question' && mediating ? 'see' : verbOf[item.kind]
}

export type Line = {
  readonly key: string
  readonly to: string
  readonly verb: Verb
  readonly words: WaitingLine['words']
}

/** `base`: where the addresses of these talks begin. */
export function lineFor(areas: readonly AnyWebArea[], wait: Wait, base: string): Line {
  const { item, about } = wait
  const key = `${item.kind} ${about}`
  const verb = verbFor(wait)
  if ('carried' in item) {
    const { conveyance, title, wording } = item.carried.plan
    const to = item.kind === 'unfinished' ? `${base}/desk` : `${base}/carry?conveyance=${conveyance}`
    return { key, to, verb, words: title ?? wording }
  }
  if (item.kind === 'thing') {
    const { room, thing } = item
    const page = thingViewOf(areas, thing.register)?.page(room, thing)
    const at = `${base}/rooms/${room.id}`
    return {
      key,
      to: page === undefined ? `${at}#i-${thing.item}` : `${at}/${page}`,
      verb,
      words: titleIn(room, thing.item),
    }
  }
  const { anchor, to = '', words, carry } = lineOf(areas, item)
  const room = 'room' in item ? item.room : undefined
  if (verb === 'carry' && carry !== undefined)
    return { key, to: `${base}/carry?source=${room?.id ?? ''}&${carry}`, verb, words }
  const at = room?.kind === 'desk' ? `${base}/desk` : `${base}/rooms/${room?.id ?? ''}`
  if (anchor !== undefined) return { key, to: `${at}#${anchor}`, verb, words }
  return { key, to: to.startsWith('/') ? to : `${base}/${to}`, verb, words }
}
