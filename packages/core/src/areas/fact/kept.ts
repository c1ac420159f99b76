/** FACT-11: sources that the mediators alone know: a person in danger, whom no side and no third party is to guess. */

import * as v from 'valibot'
import type { ItemState } from '../../item/item.ts'
import type { Speech } from '../../room/area.ts'
import type { Room } from '../../room/state.ts'
import { limits, note } from '../../schema.ts'

/** It stands at the desk and in no other room: what is carried from there is refused with it. */
export const keptSources = v.exactOptional(
  v.pipe(v.array(note), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly()),
)

const nameWordsMax = 4

/** Every such source of a desk, in every wording; a short one is a name, and tells something as a whole. */
export const keptSpeech = ({ kind, items }: Pick<Room, 'kind'> & ItemState): readonly Speech[] =>
  kind !== 'desk'
    ? []
    : Object.values(items).flatMap(({ revisions }) =>
        revisions.flatMap(({ fields }) => {
          const kept = fields['keptSources']
          return Array.isArray(kept) ? kept.filter(source => typeof source === 'string').flatMap(guarded) : []
        }),
      )

const guarded = (text: string): readonly Speech[] => [
  { text, counts: 'guarded' },
  ...(text.trim().split(/\s+/u).length > nameWordsMax
    ? []
    : [{ text, counts: 'guarded', nameOf: 'keptSources' } as const]),
]
