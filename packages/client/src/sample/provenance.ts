/** Where a sample's words come from: quoted from a public source, or marked as never said. Nothing between. */

import { fail, illustrativeMark, illustrativeWord, ok, quotedMark, type Result } from '@goodoffices/core'

type Worded = {
  readonly act: { readonly kind: string; readonly [field: string]: unknown }
  readonly quote?: string
  readonly illustrative?: true
}

/** Acts whose words stand alone on the page: they carry a title. */
const titled: ReadonlySet<string> = new Set(['message.say', 'carry.prepare'])

/** The free texts of an act, in the order in which a reader meets them. */
const fields = ['title', 'note', 'limits', 'ifThey', 'thenWe', 'body', 'wording'] as const

export function textsOf(act: Worded['act']): Readonly<Partial<Record<(typeof fields)[number], string>>> {
  const worded = act.kind === 'carry.prepare' ? (act['conveyance'] as Record<string, unknown>) : act
  return Object.fromEntries(
    fields.flatMap(field => {
      const said = worded?.[field]
      // The `note` of a written note is its id.
      return typeof said === 'string' && !said.startsWith('$') ? [[field, said]] : []
    }),
  )
}

/** SAMPLE-3: words are quoted or illustrative, one of the two, and say which before anything else. */
export function checkProvenance({ act, quote, illustrative }: Worded): Result<null> {
  const texts = textsOf(act)
  const first = Object.values(texts).at(0)
  if (first === undefined)
    return quote === undefined && illustrative === undefined ? ok(null) : fail('mark-without-words')
  if ((quote === undefined) === (illustrative === undefined)) return fail('words-without-provenance')
  if (titled.has(act.kind) && texts.title === undefined) return fail('words-without-title')
  const mark =
    quote !== undefined ? quotedMark : texts.title === undefined ? illustrativeWord : illustrativeMark
  return first.startsWith(mark) ? ok(null) : fail('words-unmarked', { mark })
}
