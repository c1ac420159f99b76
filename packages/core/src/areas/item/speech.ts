/** What the leak check is told of things in registers: all that anybody put into words, in every revision and every mark. */

import type { FieldValue, ItemFields, ItemState, RegisterItem } from '../../item/item.ts'
import { findRegister } from '../../registers.ts'
import type { Speech } from '../../room/area.ts'
import { wordsIn } from '../../room/fields.ts'
import { isMediator } from '../../room/roles.ts'
import type { Room, Said } from '../../room/state.ts'
import type { Circumstance } from '../../schema.ts'

/** The texts of an item's fields: by its register's schema; of a register that is not known, every string there is. */
export function fieldsWords(register: string, fields: ItemFields): readonly string[] {
  const declared = findRegister(register)
  return declared === undefined ? stringsOf(fields) : wordsIn(declared.fields, fields)
}

export function stringsOf(value: FieldValue): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsOf)
}

type Word = Said & { readonly recorded?: Circumstance; readonly texts: readonly string[] }

const wordsOf = ({ register, revisions, marks }: RegisterItem): readonly Word[] => [
  ...revisions.map(said => ({ ...said, texts: [...fieldsWords(register, said.fields), ...hearingOf(said)] })),
  ...marks.map(said => ({
    ...said,
    texts: [...(said.note === undefined ? [] : [said.note]), ...hearingOf(said)],
  })),
]

const hearingOf = ({ recorded }: { readonly recorded?: Circumstance }): readonly string[] =>
  recorded?.hearing === undefined ? [] : [recorded.hearing]

export const itemSpeech = ({ items }: Room & ItemState): readonly Speech[] =>
  Object.values(items)
    .flatMap(wordsOf)
    .flatMap(({ texts }) => texts.map((text): Speech => ({ text, counts: 'guarded' })))

/** What mediators put there of themselves clears nothing. */
export const itemHeard = ({ items, members }: Room & ItemState): readonly string[] =>
  Object.values(items)
    .flatMap(wordsOf)
    .filter(({ by, recorded }) => {
      const author = members[by]
      return recorded !== undefined || author === undefined || !isMediator(author)
    })
    .flatMap(({ texts }) => texts)
