import type { Offer } from '@goodoffices/core'
import { Said } from '../../ui/said.tsx'
import { useWords } from '../../words/words.tsx'

/** "If they X, we Y", in the party's words. */
export function OfferTerms({ offer }: { readonly offer: Offer }) {
  const { t } = useWords()
  return (
    <dl className="offer-terms">
      <div>
        <dt>{t('field.ifThey')}</dt>
        <dd className="prose" dir="auto">
          <Said text={offer.ifThey} />
        </dd>
      </div>
      <div>
        <dt>{t('field.thenWe')}</dt>
        <dd className="prose" dir="auto">
          <Said text={offer.thenWe} />
        </dd>
      </div>
    </dl>
  )
}
