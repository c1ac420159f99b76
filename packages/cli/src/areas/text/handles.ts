import { handles } from '../handle.ts'

export const textHandles = handles({
  clause: { kind: 'clause', letter: 'k', all: room => room.clauses },
  /** What was said of a draft: a comment, or words proposed. */
  saying: {
    kind: 'saying',
    letter: 'w',
    all: room => ({ ...room.draftComments, ...room.wordingProposals }),
  },
  draft: {
    kind: 'draft',
    letter: 'f',
    all: room =>
      Object.fromEntries(
        Object.entries(room.textDrafts).flatMap(([id, { position }]) =>
          position === undefined ? [] : [[id, { position }]],
        ),
      ),
  },
})
