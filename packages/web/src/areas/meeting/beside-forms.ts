/** What stands beside a meeting as its form has it: texts, from what stood there, and back. */

import type { DelegationList, HousePlan, Minutes, Statement } from '@goodoffices/core'
import { givenOf } from '../item/thing-form.tsx'
import type { Beside } from './beside-kinds.ts'
import {
  actionsToText,
  arePoints,
  peopleToText,
  placesToText,
  pointsToText,
  textToActions,
  textToPeople,
  textToPlaces,
  textToPoints,
  textToWays,
  waysToText,
} from './lines.ts'

export type Fields = Readonly<Record<string, unknown>>

type Form = {
  readonly initial: (before: Fields | undefined) => Readonly<Record<string, string>>
  readonly shown: readonly string[]
  readonly fields: (texts: Readonly<Record<string, string>>, before: Fields | undefined) => Fields
  readonly isWhole: (texts: Readonly<Record<string, string>>) => boolean
}

const isThere = (text: string | undefined): boolean => (text ?? '').trim() !== ''

type List = DelegationList['revisions'][number]['fields']
type Said = Minutes['revisions'][number]['fields']
type Public = Statement['revisions'][number]['fields']
type House = HousePlan['revisions'][number]['fields']

export const forms: Readonly<Record<Beside, Form>> = {
  'delegation-list': {
    initial: before => {
      const list = before as List | undefined
      return {
        title: list?.title ?? '',
        delegation: peopleToText(list?.delegation),
        advisers: peopleToText(list?.advisers),
        press: list?.press ?? '',
      }
    },
    shown: ['title', 'delegation', 'advisers', 'press'],
    fields: ({ title = '', delegation = '', advisers = '', press = '' }, before) => {
      const list = before as List | undefined
      const advising = textToPeople(advisers, list?.advisers)
      return {
        title: title.trim(),
        delegation: textToPeople(delegation, list?.delegation),
        ...(advising.length === 0 ? {} : { advisers: advising }),
        ...givenOf({ press }, ['press']),
      }
    },
    isWhole: ({ title, delegation = '' }) => isThere(title) && textToPeople(delegation).length > 0,
  },
  minutes: {
    initial: before => {
      const minutes = before as Said | undefined
      return {
        title: minutes?.title ?? '',
        points: pointsToText(minutes?.points),
        actions: actionsToText(minutes?.actions),
      }
    },
    shown: ['title', 'points', 'actions'],
    fields: ({ title = '', points = '', actions = '' }) => ({
      title: title.trim(),
      points: textToPoints(points),
      ...(isThere(actions) ? { actions: textToActions(actions) } : {}),
    }),
    isWhole: ({ title, points = '' }) => isThere(title) && arePoints(points),
  },
  statement: {
    initial: before => {
      const statement = before as Public | undefined
      const [first] = statement?.wordings ?? []
      return {
        kind: statement?.kind ?? 'press-report',
        speaker: statement?.speaker ?? '',
        party: statement?.party ?? '',
        language: first?.language ?? '',
        body: first?.body ?? '',
        on: statement?.on ?? '',
        channel: statement?.channel ?? '',
        link: statement?.link ?? '',
        translatedBy: statement?.translatedBy ?? '',
        pressure: statement?.pressure ?? '',
        spokespeople: statement?.spokespeople ?? '',
        isFallback: statement?.isFallback === true ? 'yes' : '',
      }
    },
    shown: [
      'kind',
      'speaker',
      'party',
      'wordings',
      'on',
      'channel',
      'link',
      'translatedBy',
      'pressure',
      'spokespeople',
      'isFallback',
    ],
    fields: (texts, before) => {
      const { kind = '', speaker = '', party = '', language = '', body = '', isFallback } = texts
      const [, ...others] = (before as Public | undefined)?.wordings ?? []
      return {
        kind,
        speaker: speaker.trim(),
        ...(isWordOfParty(kind) && party !== '' ? { party } : {}),
        wordings: [{ language, body: body.trim() }, ...others],
        ...givenOf(texts, ['on', 'channel', 'link', 'translatedBy', 'pressure', 'spokespeople']),
        ...(kind === 'readout' && isFallback === 'yes' ? { isFallback: true } : {}),
      }
    },
    isWhole: ({ kind = '', speaker, party, body }) =>
      isThere(speaker) && isThere(body) && (!isWordOfParty(kind) || isThere(party)),
  },
  'house-plan': {
    initial: before => {
      const house = before as House | undefined
      return {
        title: house?.title ?? '',
        places: placesToText(house?.places),
        ways: waysToText(house?.ways),
        othersThere: house?.othersThere ?? '',
      }
    },
    shown: ['title', 'places', 'ways', 'othersThere'],
    fields: ({ title = '', places = '', ways = '', othersThere = '' }) => {
      const rooms = textToPlaces(places)
      const passages = textToWays(ways)
      return {
        title: title.trim(),
        ...(rooms.length === 0 ? {} : { places: rooms }),
        ...(passages.length === 0 ? {} : { ways: passages }),
        ...givenOf({ othersThere }, ['othersThere']),
      }
    },
    isWhole: ({ title }) => isThere(title),
  },
}

/** MEET-3: whose word it is, where a party confirms or denies. */
export const isWordOfParty = (kind: string): boolean => kind === 'confirmation' || kind === 'denial'
