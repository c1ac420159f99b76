/** What people wrote, taken out of what stands in a room. */

import type { Ask } from '@goodoffices/core'

export const given = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text])

export const askTexts = ({ wording, note, answer }: Ask): readonly string[] => [
  ...given(wording),
  ...given(note),
  ...given(answer?.wording),
  ...given(answer?.note),
]

/** Every string in a value, of fields that only their register knows. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}
