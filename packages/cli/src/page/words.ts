/** The words that the shell shares with screens and copies, in English, within a line. */

import { figuresOf, loadVocabulary, localeOf, sayEvent } from '@goodoffices/client/words'
import type { EventItem, Form, Marking, Permission, RoomState } from '@goodoffices/core'

const vocabulary = await loadVocabulary('en')
const figures = figuresOf(localeOf('en'))
const { choices, terms } = vocabulary

/** Without the marks of direction, which a terminal would show as boxes. */
export const withoutMarks = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '')
/** A label as it stands within a line. */
const within = (label: string): string => label.slice(0, 1).toLowerCase() + label.slice(1)

export const markings = ['nothing', 'unattributed', 'attributed', 'verbatim'] as const

export const formName = (form: Form): string => within(choices[`form.${form}`])
export const markingName = (marking: Marking): string => within(choices[`marking.${marking}`])
export const wayName = (way: 'orally' | 'on-paper' | 'by-phone' | 'by-fax' | 'by-messenger'): string =>
  choices[`way.${way}`]
export const standingName = (standing: 'held' | 'put' | 'met' | 'declined'): string =>
  within(choices[`standing.${standing}`])
export const bindingName = (binding: boolean): string | undefined => (binding ? terms.binding : undefined)

/** Of a register: its name, or what is said of its items; as it is where this version does not know it. */
export const choiceName = (name: string): string =>
  (choices as Readonly<Record<string, string>>)[name] ?? name

export const permissionToText = ({ marking, because, wording }: Permission): string =>
  `${markingName(marking)} (${terms[`because.${because}`]}${wording === undefined ? '' : ', in these words only'})`

export const eventToText = (room: RoomState, event: EventItem): string =>
  withoutMarks(sayEvent(vocabulary, figures, room, event))
