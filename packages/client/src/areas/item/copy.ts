import { fieldsSchemaOf, findRegister, type Mark, type RegisterItem } from '@goodoffices/core'
import type { Block } from '../../export/blocks.ts'
import { actBlocks, objectBlocks } from '../../export/fields.ts'
import { factLine, plain, type Writing } from '../../export/writing.ts'
import { isolate } from '../../words/say.ts'
import type { AreaCopy } from '../area.ts'

export const copy: AreaCopy<'item'> = {
  items: {
    item: (w, { thing }) => [
      ...thing.revisions.flatMap((revision, index): readonly Block[] => [
        index === 0
          ? { kind: 'heading', text: `${w.number(revision.position)} · ${nameOf(w, thing)}` }
          : factLine(w.number(revision.position), w.vocabulary.terms['worded-again']),
        factLine(w.person(revision.by), w.time(revision.time), revisionName(w, index + 1)),
        ...contentBlocks(w, thing, revision.fields),
        ...actBlocks(w, 'item.put', revision, { except: ['item', 'register', 'rev', 'fields'] }),
      ]),
      ...thing.marks.flatMap(mark => markBlocks(w, mark)),
    ],
  },
  books: {},
}

const choiceOf = ({ vocabulary }: Writing, name: string): string =>
  (vocabulary.choices as Readonly<Record<string, string>>)[name] ??
  `${isolate(name.split('.')[1] ?? name)} (${vocabulary.terms.newer})`

const nameOf = (w: Writing, { register }: RegisterItem): string => choiceOf(w, `register.${register}`)

const revisionName = (w: Writing, rev: number): string =>
  `${w.vocabulary.fields['rev'] ?? ''} ${w.figure(rev)}`

/** By the register's own fields; as it came where this program does not know the register. */
function contentBlocks(w: Writing, { register }: RegisterItem, fields: object): readonly Block[] {
  const declared = findRegister(register)
  return declared === undefined
    ? [plain(JSON.stringify(fields))]
    : objectBlocks(w, fieldsSchemaOf(declared), fields as Readonly<Record<string, unknown>>, {
        parent: register,
      })
}

const markBlocks = (w: Writing, mark: Mark): readonly Block[] => [
  factLine(
    choiceOf(w, `verb.${mark.verb}`),
    revisionName(w, mark.rev),
    w.person(mark.by),
    w.time(mark.time),
    w.number(mark.position),
  ),
  ...actBlocks(w, 'item.mark', mark, { except: ['item', 'rev', 'verb'] }),
]
