/**
 * A thing of a register as a reader has it, from its fields and their labels: the one form under the copy of the record, the printed
 * sheet, the shell's text and its JSON.
 */

import {
  type Asking,
  fieldsSchemaOf,
  findRegister,
  isItemContent,
  type Mark,
  type Reader,
  type RegisterItem,
  type Revision,
  type RoomState,
  schemaOf,
  type Thing,
  thing as thingSchema,
} from '@goodoffices/core'
import type { Block } from '../../export/blocks.ts'
import { type FieldLine, fieldLines, lineBlocks } from '../../export/fields.ts'
import { factLine, type Writing } from '../../export/writing.ts'
import { say } from '../../words/say.ts'
import { isUnproved } from '../assent/unproved.ts'
import { choiceOf, nameOfThing, registerName, sideOf, voiceName } from './names.ts'
import { sayTerm } from './term.ts'

export type ThingSheet = {
  /** What everything in the room is cited by. */
  readonly number: string
  /** What kind of thing it is, and what it is called. */
  readonly kind: string
  readonly title: string
  readonly side: string
  /** Absent where this program does not know its kind. */
  readonly standing?: string
  /** Oldest first; the last stands. */
  readonly wordings: readonly WordingSheet[]
  readonly said: readonly SaidSheet[]
}

export type WordingSheet = Placed & { readonly wording: number; readonly lines: readonly FieldLine[] }

export type SaidSheet = Placed & {
  readonly verb: string
  readonly wording: number
  /** In whose name. */
  readonly voice: string
  /** ITEM-4: it was said of a wording that has changed since in what matters. */
  readonly isOver: boolean
  readonly lines: readonly FieldLine[]
}

type Placed = { readonly number: string; readonly by: string; readonly time: string }

export const thingSheet = (w: Writing, thing: RegisterItem): ThingSheet => {
  const standing = standingName(w, thing)
  return {
    number: w.number(thing.revisions[0]?.position ?? 0),
    kind: registerName(w, thing.register),
    title: nameOfThing(w, thing.item),
    side: sideOf(w, thing),
    ...(standing === undefined ? {} : { standing }),
    wordings: thing.revisions.map((revision, index) => ({
      ...placed(w, revision),
      wording: index + 1,
      lines: [
        ...contentLines(w, thing, revision),
        ...actLines(w, 'item.put', revision, ['item', 'register', 'rev', 'fields']),
      ],
    })),
    said: thing.marks.map(mark => ({
      ...placed(w, mark),
      verb: choiceOf(w, `verb.${mark.verb}`),
      wording: mark.rev,
      voice: voiceName(w, mark),
      isOver: mark.lapsed !== undefined,
      lines: actLines(w, 'item.mark', mark, ['item', 'rev', 'verb']),
    })),
  }
}

const placed = (w: Writing, { by, time, position }: Revision | Mark): Placed => ({
  number: w.number(position),
  by: w.person(by),
  time: w.time(time),
})

/** What a thing stands as, with its number where it has one; undefined where its register is not known. */
export function standingName(w: Writing, thing: RegisterItem): string | undefined {
  const found = findRegister(thing.register)?.standing(thing, w.room)
  if (found === undefined) return undefined
  const name = choiceOf(w, `standing.${found.standing}`)
  const standing = found.count === undefined ? name : `${name} (${w.figure(found.count)})`
  // ASNT-5: what stands by a yes that nothing shows is not shown without that.
  return isUnproved(w.room, thing)
    ? say(w.vocabulary.terms['stands-unproved'], { standing }, w.figures)
    : standing
}

/** By the register's own fields; as it came where this program does not know the register. */
function contentLines(w: Writing, { register }: RegisterItem, { fields }: Revision): readonly FieldLine[] {
  const declared = findRegister(register)
  return declared === undefined
    ? [
        {
          name: 'fields',
          label: w.vocabulary.fields['fields'] ?? 'fields',
          text: JSON.stringify(fields),
          isLong: true,
        },
      ]
    : fieldLines(w, fieldsSchemaOf(declared), fields, { parent: register })
}

/** Of an act's own fields those that stand beside what it puts or says: that it was recorded, a note, evidence. */
const actLines = (
  w: Writing,
  kind: 'item.put' | 'item.mark',
  value: object,
  except: readonly string[],
): readonly FieldLine[] =>
  fieldLines(w, schemaOf(kind), Object.fromEntries(Object.entries(value)), { except })

/** What a thing asks, and by when: of the reader, or of a `party` for which others read it. */
export function sayAsking(w: Writing, asking: Asking, party?: string): string {
  const { terms } = w.vocabulary
  const what =
    party === undefined
      ? terms[`asked-to-${asking.kind}`]
      : say(terms[`asked-of-${asking.kind}`], { party }, w.figures)
  return asking.by === undefined
    ? what
    : say(terms['asked-by'], { what, day: sayTerm(w, asking.by) }, w.figures)
}

/** What the things of a room ask of somebody in it. */
export const askingsOf = (thing: RegisterItem, reader: Reader, room: RoomState): readonly Asking[] =>
  findRegister(thing.register)?.asks?.(thing, reader, room) ?? []

const wordingName = (w: Writing, wording: number): string =>
  `${w.vocabulary.fields['rev'] ?? ''} ${w.figure(wording)}`

/** A thing in a copy of the record: every wording of it and all that was said, each with who and when. */
export function sheetBlocks(w: Writing, sheet: ThingSheet): readonly Block[] {
  return [
    ...sheet.wordings.flatMap((wording, index): readonly Block[] => [
      index === 0
        ? { kind: 'heading', text: `${sheet.number} · ${sheet.kind}` }
        : factLine(wording.number, w.vocabulary.terms['worded-again']),
      factLine(wording.by, wording.time, wordingName(w, wording.wording)),
      ...wording.lines.flatMap(line => lineBlocks(w, line)),
    ]),
    ...sheet.said.flatMap(said => [
      factLine(
        said.verb,
        said.voice,
        wordingName(w, said.wording),
        said.by,
        said.time,
        said.number,
        said.isOver ? w.vocabulary.terms['no-longer'] : undefined,
      ),
      ...said.lines.flatMap(line => lineBlocks(w, line)),
    ]),
    ...(sheet.standing === undefined
      ? []
      : [factLine(`${w.withColon(w.vocabulary.terms['stands-as'])} ${sheet.standing}`)]),
  ]
}

/** What a delivery brings besides its words, a line a field: an item by its register, or what is said of one that is here. */
export function broughtLines(w: Writing, thing: Thing): readonly FieldLine[] {
  const { fields } = w.vocabulary
  if (!isItemContent(thing)) {
    const lines = objectLines(w, thing)
    return [
      { name: 'item', label: fields['item'] ?? '', text: nameOfThing(w, thing.item), isLong: false },
      ...lines.filter(({ name }) => name !== 'item' && name !== 'rev'),
    ]
  }
  const kind = { name: 'register', label: fields['register'] ?? '', isLong: false }
  const declared = findRegister(thing.register)
  return [
    { ...kind, text: registerName(w, thing.register) },
    ...(declared === undefined
      ? objectLines(w, thing).filter(({ name }) => name === 'fields')
      : fieldLines(w, fieldsSchemaOf(declared), thing.fields, { parent: thing.register })),
  ]
}

const objectLines = (w: Writing, value: Thing): readonly FieldLine[] => fieldLines(w, thingSchema, value)
