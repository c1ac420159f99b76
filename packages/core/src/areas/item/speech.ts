/** What the leak check is told of things in registers: all that anybody put into words, in every revision and every mark. */

import type { Mark, RegisterItem, Revision } from '../../item/item.ts'
import { fieldsTexts, fieldTexts } from '../../item/words.ts'
import { type Carrying, type Speech, speechOfText } from '../../room/area.ts'
import type { Worded } from '../../room/fields.ts'
import { daysAt } from '../../term/day.ts'
import { allows, type Permission } from '../message/disclosure.ts'
import type { ItemPassage, MarkPassage } from '../message/passage.ts'
import type { Talking } from '../message/state.ts'
import { permissionForItem, permissionOfCarried } from './disclosure.ts'
import { isMediatorsItem, isMediatorsWord, isPartysMark } from './whose.ts'

const hearingOf = ({ recorded }: Pick<Mark, 'recorded'>): readonly string[] =>
  recorded?.hearing === undefined ? [] : [recorded.hearing]
const textsOf = ({ note, for: speaker, at }: Mark): readonly Worded[] => [
  ...(note === undefined ? [] : [{ path: 'note', value: note }]),
  ...(speaker !== undefined && 'name' in speaker
    ? [{ path: 'for.name', value: speaker.name, is: 'name' as const }]
    : []),
  ...(at === undefined ? [] : daysAt(at).map(value => ({ path: 'at', value, is: 'day' as const }))),
]

const guarded = (texts: readonly string[]): readonly Speech[] =>
  texts.map(text => ({ text, counts: 'guarded' }))
const guardedTexts = (texts: readonly Worded[]): readonly Speech[] =>
  texts.map(text => speechOfText(text, 'guarded'))

/** LEAK-9: what stands in another side's room, as it may pass with what is carried; what was delivered there, unless the same is. */
export const itemSpeech = (room: Talking, carrying: Carrying): readonly Speech[] =>
  Object.values(room.items).flatMap(thing => [
    ...thing.revisions.flatMap((said, index) => revisionSpeech(room, carrying, thing, said, index + 1)),
    ...thing.marks.flatMap((said, index) => markSpeech(room, carrying, thing, said, index + 1)),
  ])

const isSame = ({ delivery }: Pick<Mark, 'delivery'>, { deliveries }: Carrying): boolean =>
  delivery !== undefined && deliveries.has(delivery)

function revisionSpeech(
  room: Talking,
  carrying: Carrying,
  thing: RegisterItem,
  said: Revision,
  rev: number,
): readonly Speech[] {
  if (isSame(said, carrying)) return []
  if (isMediatorsItem(room, thing))
    return [
      ...guardedTexts(fieldsTexts(thing.register, said.fields)).map(
        (speech): Speech => ({ ...speech, ofMediators: true }),
      ),
      ...guarded(hearingOf(said)),
    ]
  const byField = Object.keys(said.fields).flatMap(field => {
    const passage = { item: thing.item, rev, fields: [field] } satisfies ItemPassage
    const isCarried =
      rev === thing.revisions.length &&
      carrying.from?.some(
        from => from.room === room.id && from.about === thing.item && from.fields?.includes(field),
      ) === true
    return fieldTexts(thing.register, said.fields, field).flatMap(text =>
      speechOf(
        text,
        (isCarried ? permissionOfCarried : permissionForItem)(room, passage),
        isCarried,
        carrying,
      ),
    )
  })
  return [...byField, ...guarded(hearingOf(said))]
}

function markSpeech(
  room: Talking,
  carrying: Carrying,
  { item }: RegisterItem,
  said: Mark,
  mark: number,
): readonly Speech[] {
  if (isSame(said, carrying)) return []
  if (!isPartysMark(room, said)) return [...guardedTexts(textsOf(said)), ...guarded(hearingOf(said))]
  const passage = { item, mark } satisfies MarkPassage
  const isCarried =
    carrying.from?.some(from => from.room === room.id && from.about === item && from.mark === mark) === true
  return [
    ...textsOf(said).flatMap(text => speechOf(text, permissionForItem(room, passage), isCarried, carrying)),
    ...guarded(hearingOf(said)),
  ]
}

/** A text by what may pass of it, and whether it is what is being carried. */
function speechOf(
  text: Worded,
  { marking }: Permission,
  isCarried: boolean,
  { as }: Carrying,
): readonly Speech[] {
  const counting = (counts: Speech['counts']): Speech => speechOfText(text, counts)
  if (marking === 'nothing') return [counting('guarded')]
  return isCarried && allows(marking, as) && as === 'verbatim'
    ? [counting('known')]
    : [counting('substance'), counting('reworded')]
}

/** What a body said that is no member is recorded by the mediators, and no word of the side in whose caucus they do. */
const isOfBody = ({ for: speaker }: Mark): boolean => speaker !== undefined && 'name' in speaker

/** LEAK-5: what the side put and said itself, and what came to it by conveyance or by a question. What mediators put there of themselves clears nothing. */
export const itemHeard = (room: Talking): readonly string[] =>
  Object.values(room.items).flatMap(({ register, revisions, marks }) => [
    ...revisions
      .filter(
        said => said.delivery !== undefined || said.question !== undefined || !isMediatorsWord(room, said),
      )
      .flatMap(said => [...fieldsTexts(register, said.fields).map(({ value }) => value), ...hearingOf(said)]),
    ...marks
      .filter(said => said.delivery !== undefined || (!isMediatorsWord(room, said) && !isOfBody(said)))
      .flatMap(said => [...textsOf(said).map(({ value }) => value), ...hearingOf(said)]),
  ])
