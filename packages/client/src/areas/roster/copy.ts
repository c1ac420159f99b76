import type { DeviceId, MemberId, PartyId, RoomId } from '@goodoffices/core'
import type { AreaCopy } from '../area.ts'

export const copy: AreaCopy<'roster'> = {
  items: {},
  texts: {},
  books: {
    'device.add': (room, device) => {
      const by = room.devices[device as DeviceId]
      const card = by && room.members[by]?.devices.find(each => each.device === device)
      return card === undefined ? undefined : { card }
    },
    'device.remove': (_, device) => ({ device }),
    'party.add': (room, party) => {
      const card = room.parties[party as PartyId]
      return card === undefined ? undefined : { card }
    },
    'room.register': (room, id) => {
      const registered = room.rooms[id as RoomId]
      return registered === undefined ? undefined : { ...registered, roomKind: registered.kind }
    },
    'contact.record': (room, member) => room.contacts[member as MemberId],
    'contact.move': (room, log) => {
      const contact = Object.values(room.contacts).find(({ mailbox }) => mailbox.log === log)
      return contact === undefined ? undefined : { mailbox: contact.mailbox }
    },
  },
}
