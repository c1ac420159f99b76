import type { HoldId, Item, MemberId, PartyId, RoomState } from '@goodoffices/core'
import { nameIn } from '../talks/talks.tsx'
import { useWords } from '../words/words.tsx'

type Props = { readonly room: RoomState; readonly event: Extract<Item, { kind: 'event' }> }

/** What happened to the room itself: who came and went, on which terms, what its record is kept by. */
export function EventLine({ room, event }: Props) {
  const { t, day } = useWords()
  const name = nameIn(room, event.by)
  const about =
    room.members[event.about as MemberId]?.name ?? room.parties[event.about as PartyId]?.name ?? ''
  return (
    <p>
      <time dateTime={new Date(event.time).toISOString()}>{day(event.time)}</time>
      {' · '}
      {sentence()}
    </p>
  )

  function sentence(): string {
    switch (event.act) {
      case 'room.open':
        return t('event.room-open', { name })
      case 'rules.adopt':
        return t('event.rules-adopt', { name })
      case 'member.admit':
        return t('event.member-admit', { name, about })
      case 'member.remove':
        return t('event.member-remove', { name, about })
      case 'member.leave':
        return t('event.member-leave', { name })
      case 'lead.hand-over':
        return t('event.lead-hand-over', { name, about })
      case 'terms.set':
        return t('event.terms-set', { name })
      case 'consent.give':
        return t('event.consent-give', { about })
      case 'consent.withdraw':
        return t('event.consent-withdraw', { about })
      case 'table.open':
        return t('event.table-open', { name })
      case 'table.close':
        return t('event.table-close', { name })
      case 'retention.set':
        return t('event.retention-set', { name })
      case 'hold.place':
        return t('event.hold-place', { name, reason: room.holds[event.about as HoldId]?.reason ?? '' })
      case 'hold.lift':
        return t('event.hold-lift', { name, reason: room.holds[event.about as HoldId]?.reason ?? '' })
      case 'record.destroy':
        return t('event.record-destroy', { name })
    }
  }
}
