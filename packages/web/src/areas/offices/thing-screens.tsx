import type { AgreementToMediate, GoodOffices, ItemId, RegisterItem, RoomState } from '@goodoffices/core'
import type { ReactNode } from 'react'
import { LostPage } from '../../frame/lost-page.tsx'
import { useParams } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { AgreementPage } from './agreement-page.tsx'
import { OfferPage } from './offer-page.tsx'
import { PutAgreementPage } from './put-agreement.tsx'
import { PutOfferPage } from './put-offer.tsx'

type Registers = { readonly 'good-offices': GoodOffices; readonly 'agreement-to-mediate': AgreementToMediate }

const as = <R extends keyof Registers>(
  register: R,
  thing: RegisterItem | undefined,
): Registers[R] | undefined => (thing?.register === register ? (thing as unknown as Registers[R]) : undefined)

type Props<R extends keyof Registers> = {
  readonly register: R
  /** Whether one may be put that is not there yet. */
  readonly mayBeNew?: boolean
  readonly children: (room: RoomState, thing: Registers[R] | undefined) => ReactNode
}

function OfThing<R extends keyof Registers>({ register, mayBeNew = false, children }: Props<R>) {
  const id = useParams()['thing'] as ItemId | undefined
  return (
    <InRoom>
      {room => {
        const thing = as(register, id === undefined ? undefined : room.items[id])
        return thing === undefined && !(mayBeNew && id === undefined) ? <LostPage /> : children(room, thing)
      }}
    </InRoom>
  )
}

export const OfferScreen = () => (
  <OfThing register="good-offices">
    {(room, offer) => offer !== undefined && <OfferPage key={offer.item} room={room} offer={offer} />}
  </OfThing>
)

export const PutOfferScreen = () => (
  <OfThing register="good-offices" mayBeNew>
    {(room, offer) => <PutOfferPage key={offer?.item ?? room.id} room={room} offer={offer} />}
  </OfThing>
)

export const AgreementScreen = () => (
  <OfThing register="agreement-to-mediate">
    {(room, thing) => thing !== undefined && <AgreementPage key={thing.item} room={room} agreement={thing} />}
  </OfThing>
)

export const PutAgreementScreen = () => (
  <OfThing register="agreement-to-mediate" mayBeNew>
    {(room, thing) => <PutAgreementPage key={thing?.item ?? room.id} room={room} agreement={thing} />}
  </OfThing>
)
