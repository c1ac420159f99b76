import { type Item, itemsOf, type RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { useTalks } from '../talks/talks.tsx'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.tsx'
import { DeliveryEntry } from './delivery-entry.tsx'
import { EventLine } from './event-line.tsx'
import { MessageEntry } from './message-entry.tsx'
import { OfferEntry } from './offer-entry.tsx'
import '../sheet/sheet.css'

/** How many entries a room opens with; the earlier ones follow on request. */
const entriesShown = 60

type Props = { readonly room: RoomState; readonly withEvents?: boolean; readonly whole?: boolean }

/** Everything in a room, oldest first, as in a record. */
export function Entries({ room, withEvents = true, whole = false }: Props) {
  const { t } = useWords()
  const [shown, setShown] = useState(whole ? Number.POSITIVE_INFINITY : entriesShown)
  const items = itemsOf(room).filter(item => withEvents || item.kind !== 'event')
  const earlier = Math.max(0, items.length - shown)
  if (items.length === 0) return <p className="quiet">{t('room.empty')}</p>
  return (
    <>
      {earlier > 0 && (
        <Button weight="text" onPress={() => setShown(shown + entriesShown)}>
          {t('room.earlier', { count: earlier })}
        </Button>
      )}
      <ol className="entries">
        {items.slice(earlier).map(item => (
          <li
            key={`${item.kind} ${item.position}`}
            id={anchorOf(item)}
            tabIndex={-1}
            className={`entry entry--${item.kind}`}
          >
            <Entry item={item} room={room} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** Where a link from a list finds the entry. */
function anchorOf(item: Item): string | undefined {
  switch (item.kind) {
    case 'message':
      return `m-${item.message.message}`
    case 'delivery':
      return `d-${item.delivery.delivery}`
    case 'offer':
      return `o-${item.offer.offer}`
    case 'event':
      return undefined
  }
}

function Entry({ item, room }: { readonly item: Item; readonly room: RoomState }) {
  const { mediates } = useTalks()
  switch (item.kind) {
    case 'message':
      return <MessageEntry room={room} message={item.message} asks={item.asks} told={item.told} />
    case 'delivery':
      return <DeliveryEntry room={room} delivery={item.delivery} readBacks={item.readBacks} />
    case 'offer':
      return <OfferEntry room={room} offer={item.offer} mediates={mediates} />
    case 'event':
      return <EventLine room={room} event={item} />
  }
}
