import type { Act } from './act.ts'

/** The id of what an act is about: a message, a delivery, a member. Empty where it is about the room itself. */
export function subjectOf(act: Act): string {
  switch (act.kind) {
    case 'room.open':
      return act.founder.member
    case 'member.admit':
      return act.card.member
    case 'member.remove':
    case 'contact.record':
      return act.member
    case 'lead.hand-over':
      return act.to
    case 'device.add':
      return act.card.device
    case 'device.remove':
      return act.device
    case 'party.add':
      return act.card.party
    case 'room.register':
      return act.room
    case 'consent.give':
    case 'consent.withdraw':
      return act.party
    case 'message.say':
    case 'message.mark':
    case 'message.confirm':
    case 'message.correct':
      return act.message
    case 'release.ask':
    case 'release.give':
    case 'release.refuse':
      return act.ask
    case 'convey.tell':
    case 'carry.assign':
    case 'carry.deliver':
    case 'carry.cancel':
      return act.conveyance
    case 'carry.prepare':
      return act.conveyance.conveyance
    case 'delivery.make':
    case 'delivery.hand':
      return act.delivery
    case 'readback.give':
    case 'readback.confirm':
    case 'readback.correct':
      return act.readback
    case 'offer.make':
    case 'offer.withdraw':
    case 'offer.report':
      return act.offer
    case 'note.write':
      return act.note
    case 'hold.place':
    case 'hold.lift':
      return act.hold
    case 'key.keep':
      return act.kept.room
    case 'certificate.keep':
      return act.certificate.room
    case 'key.drop':
      return act.room
    case 'invitation.keep':
      return act.invitation.invitation
    case 'invitation.settle':
      return act.invitation
    case 'member.leave':
    case 'retention.set':
    case 'record.destroy':
    case 'terms.set':
    case 'table.open':
    case 'table.close':
      return ''
    default:
      return unreachable(act)
  }
}

function unreachable(value: never): never {
  throw new Error(`not an act: ${JSON.stringify(value)}`)
}
