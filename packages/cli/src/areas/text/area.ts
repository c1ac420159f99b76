import { draftingIn } from '@goodoffices/client'
import { fullHandle, handleOf } from '../../names/handles.ts'
import { indent, personToText, timeToText } from '../../page/text.ts'
import type { CliArea } from '../area.ts'
import { registerText } from './command.ts'
import { registerDraft } from './draft.ts'
import { textHandles } from './handles.ts'
import { draftLines } from './show.ts'

export const text: CliArea<'text'> = {
  handles: textHandles,
  items: {
    draft: {
      text: (room, { draft }) => {
        const { by, time, title } = draft
        if (by === undefined || time === undefined || title === undefined)
          return 'A draft is on its way here.'
        return [
          `${handleOf(room, textHandles.draft, draft.draft)}  ${timeToText(time)}  ${personToText(room, by)}`,
          indent(title),
          ...draftLines(draft, draftingIn(draft)).map(line => indent(line)),
        ].join('\n')
      },
      json: (room, { kind, draft }) => ({
        kind,
        ...draft,
        handle: fullHandle(room, textHandles.draft, draft.draft),
      }),
    },
  },
  examples: {},
  commands: [
    { under: 'Hearing and carrying', place: 60, register: registerText },
    { under: 'Hearing and carrying', place: 61, register: registerDraft },
  ],
}
