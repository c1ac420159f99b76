/** What the sides agree on and undertake is one place (decision 28 of the design): each area that has a page of it says so by its manifest. */

import type { AnyWebArea, Place } from '../areas/area.ts'
import { inOrder } from '../areas/use-areas.ts'

export const agreementPath = 'agreement'

/** In their order. */
export const pagesOfAgreement = (areas: readonly AnyWebArea[]): readonly Place[] =>
  inOrder(areas.flatMap(area => area.places.filter(({ within }) => within === agreementPath)))

/** It leads to the first of its pages that is in use, and holds whatever any of them lists. */
export function placeOfAgreement(areas: readonly AnyWebArea[]): Place {
  const pages = pagesOfAgreement(areas)
  return {
    at: 18,
    to: agreementPath,
    name: 'term.agreement',
    pages: pages.flatMap(page => page.pages ?? []),
    isUsed: rooms => pages.some(page => page.isUsed?.(rooms) === true),
    leadsTo: rooms => pages.find(page => page.isUsed?.(rooms) === true)?.to ?? agreementPath,
  }
}
