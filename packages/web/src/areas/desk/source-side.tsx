import type { Origin, Passage, RoomState } from '@goodoffices/core'
import { useWords } from '../../words/words.tsx'
import { OfferTerms } from '../message/offer-terms.tsx'
import type { Carry } from './carry.ts'
import { PassageSource } from './passage-source.tsx'
import { ItemSource, MarkSource } from './thing-source.tsx'

type Props = {
  readonly source: RoomState
  readonly origin: Origin
  readonly carry: Carry
  readonly onPassage: (passage: Passage) => void
  readonly onFields: (fields: readonly string[]) => void
}

/** What was said or entered, and what of it may pass. */
export function SourceSide({ source, origin, carry, onPassage, onFields }: Props) {
  switch (origin.kind) {
    case 'mediators':
      return null
    case 'offer':
      return <OfferSource source={source} origin={origin} />
    case 'passage':
      return <PassageSource source={source} passage={origin.passage} carry={carry} onPassage={onPassage} />
    case 'item':
      return <ItemSource source={source} origin={origin} carry={carry} onFields={onFields} />
    case 'mark':
      return <MarkSource source={source} origin={origin} carry={carry} />
    default:
      return origin satisfies never
  }
}

type OfferProps = {
  readonly source: RoomState
  readonly origin: Extract<Origin, { readonly kind: 'offer' }>
}

function OfferSource({ source, origin }: OfferProps) {
  const { t, day } = useWords()
  const offer = source.offers[origin.offer]
  if (offer === undefined) return null
  return (
    <>
      <p className="small quiet">
        {t('term.offer')} · {day(offer.time)}
      </p>
      <OfferTerms offer={offer} />
      <p className="small quiet">{t('carry.offer-hint')}</p>
    </>
  )
}
