import { actBlocks } from '../../export/fields.ts'
import { factLine } from '../../export/writing.ts'
import type { AreaCopy } from '../area.ts'

export const copy: AreaCopy<'note'> = {
  items: {},
  texts: {},
  kept: writing =>
    Object.values(writing.room.notes).flatMap(note =>
      [...note.earlier, note].map((written, index) => ({
        position: written.position,
        blocks: [
          {
            kind: 'heading',
            text: `${writing.number(written.position)} · ${writing.vocabulary.terms[index === 0 ? 'note' : 'written-again']}`,
          },
          factLine(
            index === 0 ? undefined : writing.named('note', note.note),
            writing.person(written.by),
            writing.time(written.time),
          ),
          ...actBlocks(writing, 'note.write', written, { except: ['note'] }),
        ],
      })),
    ),
  books: {},
}
