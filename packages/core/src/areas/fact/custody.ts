/** FACT-6: the hands through which a piece of evidence went, as its holder says, and where that chain does not hold. */

import type { Mark, RegisterItem } from '../../item/item.ts'
import { evidenceVerbs } from './verbs.ts'

export type CustodyVerb = keyof typeof evidenceVerbs

/** `link`: its number in the chain, from 1. */
export type CustodyLink = Mark & { readonly link: number; readonly verb: CustodyVerb }

/**
 * Between one link and the next: `not-held`, it was given back or lost, and something was done with it before it was received again;
 * `twice`, it was received while it was held; `earlier`, the next is dated before the one it follows.
 */
export type CustodyGap = {
  readonly kind: 'not-held' | 'twice' | 'earlier'
  readonly after: CustodyLink
  readonly before: CustodyLink
}

const isCustody = (verb: string): verb is CustodyVerb => Object.hasOwn(evidenceVerbs, verb)
const momentOf = ({ at, time }: Mark): number => at ?? time

/** Of these bytes: what was said while it was another file is another chain. In the order in which it was said. */
export function custodyOf({ marks }: RegisterItem<unknown>): {
  readonly links: readonly CustodyLink[]
  readonly gaps: readonly CustodyGap[]
} {
  const links = marks
    .filter(({ verb, lapsed }) => isCustody(verb) && lapsed === undefined)
    .map((mark, at): CustodyLink => ({ ...mark, verb: mark.verb as CustodyVerb, link: at + 1 }))
  const gaps = links.slice(1).flatMap((before, at): readonly CustodyGap[] => {
    const after = links[at]
    const kind = after === undefined ? undefined : breakBetween(after, before)
    return after === undefined || kind === undefined ? [] : [{ kind, after, before }]
  })
  return { links, gaps }
}

const isGone = ({ verb }: CustodyLink): boolean => verb === 'custody-returned' || verb === 'custody-lost'

function breakBetween(after: CustodyLink, before: CustodyLink): CustodyGap['kind'] | undefined {
  if (isGone(after) && before.verb !== 'custody-received') return 'not-held'
  if (!isGone(after) && before.verb === 'custody-received') return 'twice'
  return momentOf(before) < momentOf(after) ? 'earlier' : undefined
}
