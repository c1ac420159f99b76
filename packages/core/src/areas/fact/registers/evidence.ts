import * as v from 'valibot'
import { id } from '../../../ids.ts'
import type { RegisterItem } from '../../../item/item.ts'
import { register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { code, language, limits, name, note, sha256, title, wholeUpTo } from '../../../schema.ts'
import { day } from '../../../term/day.ts'
import { custodyOf } from '../custody.ts'
import { keptSources } from '../kept.ts'
import { evidenceVerbs } from '../verbs.ts'

/** RFC 6838, a type and a subtype, as programs say what a file is. */
const mediaType = v.pipe(
  v.string(),
  v.maxLength(120),
  v.regex(/^[a-z0-9][a-z0-9.+-]*\/[a-z0-9][a-z0-9.+-]*$/, 'media-type'),
  code('application/pdf', 'image/jpeg'),
)

const fields = {
  title,
  /** Of the very bytes: what is held elsewhere is here by its hash. */
  sha256,
  bytes: v.exactOptional(wholeUpTo(Number.MAX_SAFE_INTEGER)),
  mediaType: v.exactOptional(mediaType),
  writtenIn: v.exactOptional(language),
  madeOn: v.exactOptional(day),
  madeBy: v.exactOptional(title),
  obtainedOn: v.exactOptional(day),
  obtainedFrom: v.exactOptional(title),
  obtainedHow: v.exactOptional(note),
  /** Who holds the original. */
  heldBy: v.exactOptional(name),
  /** What it bears on, of this room or of the table. */
  shows: v.exactOptional(
    v.pipe(v.array(id('item')), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly()),
  ),
  keptSources,
} as const

/** A piece of evidence by its hash, and from hand to hand who had it. */
export const evidence = register({
  name: 'evidence',
  fields,
  rooms: {
    table: ['mediators', 'speaks'],
    group: ['mediators', 'speaks'],
    caucus: ['mediators', 'speaks'],
    desk: ['mediators'],
    delegation: ['speaks'],
  },
  material: ['sha256'],
  title: 'title',
  verbs: evidenceVerbs,
  onlyIn: { keptSources: ['desk'] },
  standing: item => {
    const { links, gaps } = custodyOf(item)
    if (gaps.length > 0) return { standing: 'custody-gap', count: gaps.length }
    const last = links.at(-1)?.verb
    if (last === 'custody-lost' || last === 'custody-returned' || last === 'custody-sealed')
      return { standing: last }
    return { standing: 'evidence-held' }
  },
})
export type Evidence = RegisterItem<Body<typeof fields>>
