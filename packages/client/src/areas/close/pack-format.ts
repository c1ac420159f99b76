/** The form of an evidence pack, as it is written and as it is checked. */

import { fullSignature, type Instrument, type Ladder, type Signing } from '@goodoffices/core'
import type { Adhering } from '@goodoffices/log'
import * as v from 'valibot'
import type { Article, Dispute } from './wording.ts'

export const packFormat = 'good-offices/pack/1'

/** Singapore Convention, article 4, paragraph 1 and paragraph 2. */
export const articles: readonly Article[] = ['4-1-a', '4-1-b-i', '4-1-b-ii', '4-1-b-iii', '4-1-b-iv', '4-2']
export const articleName: Readonly<Record<Article, string>> = {
  '4-1-a': '4(1)(a)',
  '4-1-b-i': '4(1)(b)(i)',
  '4-1-b-ii': '4(1)(b)(ii)',
  '4-1-b-iii': '4(1)(b)(iii)',
  '4-1-b-iv': '4(1)(b)(iv)',
  '4-2': '4(2)',
}

export const disputes: readonly Dispute[] = [
  'commercial',
  'consumer',
  'family',
  'employment',
  'between-states',
  'other',
]

const byVerb: Readonly<Record<string, Article>> = {
  'attested-on-it': '4-1-b-i',
  'attested-apart': '4-1-b-ii',
  'attested-by-house': '4-1-b-iii',
  'attested-otherwise': '4-1-b-iv',
}

/** CLOS-8: what of the list it has not. Signed by all in full; attested in each of four ways; and each signature by a key or on paper. */
export function lacking({
  ladders,
  verbs,
}: {
  readonly ladders: readonly Ladder[]
  readonly verbs: readonly string[]
}): readonly Article[] {
  const isSigned = ladders.length > 0 && ladders.every(ladder => fullSignature(ladder) !== undefined)
  const has = new Set<Article>([
    ...(isSigned ? (['4-1-a', '4-2'] as const) : []),
    ...verbs.flatMap(verb => byVerb[verb] ?? []),
  ])
  return articles.filter(article => !has.has(article))
}

/** Whoever makes a pack signs the list of its files. */
export const sealedFor = (process: string, digest: Uint8Array): Adhering => ({
  process,
  digest,
  party: 'pack',
})

const text = v.string()
const proof = v.pipe(text, v.regex(/^proofs\/[a-z]+-?\d*\.tlog-proof$/))
const plain = v.record(text, v.unknown())

export const packFile = v.strictObject({
  format: v.literal(packFormat),
  made: v.pipe(text, v.isoTimestamp()),
  process: text,
  title: text,
  dispute: v.picklist(disputes),
  relay: text,
  parties: v.array(v.strictObject({ party: text, name: text })),
  instrument: plain,
  put: proof,
  signings: v.array(
    v.strictObject({
      fields: plain,
      placed: proof,
      key: v.exactOptional(v.strictObject({ device: text, sign: text })),
      signer: v.exactOptional(proof),
      given: v.exactOptional(proof),
    }),
  ),
  attestations: v.array(v.strictObject({ verb: text, note: v.exactOptional(text), proof })),
  sessions: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  lacks: v.array(v.picklist(articles)),
})

export const sealFile = v.strictObject({ device: text, sign: text, signature: text })

type Read = v.InferOutput<typeof packFile>
export type PackFile = Omit<Read, 'instrument' | 'signings' | 'lacks' | 'parties' | 'attestations'> & {
  readonly parties: readonly Read['parties'][number][]
  readonly attestations: readonly Read['attestations'][number][]
  readonly lacks: readonly Article[]
  readonly instrument: Instrument['revisions'][number]['fields']
  readonly signings: readonly (Omit<Read['signings'][number], 'fields'> & {
    readonly fields: Signing['revisions'][number]['fields']
  })[]
}
