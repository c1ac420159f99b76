import { actBlocks } from '../../export/fields.ts'
import { factLine } from '../../export/writing.ts'
import type { AreaCopy } from '../area.ts'

export const copy: AreaCopy<'text'> = {
  items: {
    draft: (w, { position, draft }) => {
      const { by, time, parts } = draft
      return [
        {
          kind: 'heading',
          text: `${w.number(position)} · ${w.vocabulary.terms.draft} ${w.number(draft.number ?? 0)}`,
        },
        ...(by === undefined || time === undefined ? [] : [factLine(w.person(by), w.time(time))]),
        ...actBlocks(w, 'draft.issue', {
          ...draft,
          textLanguages: draft.languages,
          partsCount: Object.keys(parts).length,
        }),
        ...Object.values(parts).flatMap(draftClauses =>
          actBlocks(w, 'draft.part', { draft: draft.draft, draftClauses }),
        ),
        ...(draft.withdrawn === undefined ? [] : actBlocks(w, 'draft.withdraw', draft.withdrawn)),
      ]
    },
  },
  texts: {
    draft: ({ draft }) => [
      draft.title ?? '',
      draft.statusLine ?? '',
      ...Object.values(draft.parts).flatMap(clauses =>
        clauses.flatMap(({ renderings, footnotes = [] }) => [
          ...renderings.flatMap(({ heading = '', body = '' }) => [heading, body]),
          ...footnotes.map(({ body }) => body),
        ]),
      ),
    ],
  },
  books: {},
}
