/** Who is there: people, parties, devices; who joins and leaves which room. */

import * as v from 'valibot'
import { id } from '../../ids.ts'
import { fail } from '../../result.ts'
import { act, area } from '../../room/area.ts'
import { cardSince, deviceCard, memberCard, partyCard, roomKind } from '../../room/cards.ts'
import { rulesNumberMax } from '../../room/rules-number.ts'
import { key, limits, note, title, wholeUpTo } from '../../schema.ts'
import { terms } from '../mandate/terms.ts'
import type { Talking } from '../message/state.ts'
import {
  checkAdmission,
  checkContact,
  checkDirectory,
  checkHandOver,
  checkLeaving,
  checkMissed,
  checkMove,
  checkNewDevice,
  checkOldDevice,
  checkParty,
  checkRemoval,
} from './rules.ts'
import { admit, depart, makeKnown, missedBy, noteGone, type RosterState, tell } from './state.ts'

const mailbox = v.strictObject({ log: id('room'), key })

const rosterAct = act<RosterState & Talking>()

export const roster = area({
  name: 'roster',
  begin: (): RosterState => ({ rooms: {}, contacts: {}, toldAt: {}, missed: {} }),
  acts: [
    /** The first entry of every room. Its author is the first member. */
    rosterAct({
      kind: 'room.open',
      sinceOf: ({ founder }) => cardSince(founder),
      fieldsSince: { succeeds: 2 },
      fields: {
        process: v.strictObject({ process: id('process'), title }),
        room: v.strictObject({
          kind: roomKind,
          title: v.exactOptional(title),
          party: v.exactOptional(partyCard),
        }),
        terms,
        founder: memberCard,
        /** A room is a record, not a chat: newcomers read what was said before them. */
        history: v.literal('all'),
        /** RULE-1: the rules number that the room begins with; absent: the first. */
        rules: v.exactOptional(v.pipe(wholeUpTo(rulesNumberMax), v.minValue(2))),
        /** TEAM-10: the caucus that goes on here, and its head when this was written. */
        succeeds: v.exactOptional(
          v.strictObject({ room: id('room'), size: wholeUpTo(limits.positionMax), root: key }),
        ),
      },
      introduces: ['founder', 'room'],
      about: ({ founder }) => founder.member,
      check: () => fail('room-already-open'),
      apply: () => {},
      stands: 'as-event',
      scripted: false,
      cards: ({ founder }) => founder.devices,
    }),
    rosterAct({
      kind: 'member.admit',
      afterwards: true,
      sinceOf: ({ card }) => cardSince(card),
      fields: { card: memberCard, note: v.exactOptional(note) },
      introduces: ['card'],
      about: ({ card }) => card.member,
      check: (room, author, { card }) => checkAdmission(room, author, card),
      apply: (room, { position }, { card }) => {
        admit(room, card, position, false)
        room.rekeyDue = true
      },
      stands: 'as-event',
      scripted: false,
      cards: ({ card }) => card.devices,
      changesKeys: true,
    }),
    rosterAct({
      kind: 'member.remove',
      afterwards: true,
      fields: { member: id('member'), note: v.exactOptional(note) },
      about: ({ member }) => member,
      check: (room, author, { member }) => checkRemoval(room, author, room.members[member]),
      apply: (room, { position }, { member, ...said }) =>
        depart(room, member, { position, how: 'removed', ...said }),
      stands: 'as-event',
      scripted: false,
      changesKeys: true,
    }),
    rosterAct({
      kind: 'member.leave',
      afterwards: true,
      fields: { note: v.exactOptional(note) },
      about: () => '',
      check: checkLeaving,
      apply: (room, { by, position }, { ...said }) => depart(room, by, { position, how: 'left', ...said }),
      stands: 'as-event',
      scripted: false,
    }),
    rosterAct({
      kind: 'device.add',
      afterwards: true,
      fields: { card: deviceCard },
      about: ({ card }) => card.device,
      check: (room, author, { card }) => checkNewDevice(room, author, card),
      apply: (room, { by }, { card }) => {
        const author = room.members[by]
        if (author === undefined) return
        author.devices = [...author.devices, card]
        room.devices[card.device] = by
        room.rekeyDue = true
      },
      stands: 'nowhere',
      cards: ({ card }) => [card],
    }),
    rosterAct({
      kind: 'device.remove',
      afterwards: true,
      fields: { device: id('device') },
      about: ({ device }) => device,
      check: (room, author, { device }) => checkOldDevice(room, author, device),
      apply: (room, { by, position }, { device }) => {
        const author = room.members[by]
        if (author === undefined) return
        author.devices = author.devices.filter(card => card.device !== device)
        noteGone(room, position)
      },
      stands: 'nowhere',
      changesKeys: true,
    }),
    rosterAct({
      kind: 'lead.hand-over',
      afterwards: true,
      fields: { to: id('member'), note: v.exactOptional(note) },
      about: ({ to }) => to,
      check: (room, author, { to }) => checkHandOver(room, author, to),
      apply: (room, { by }, { to }) => {
        const [author, heir] = [room.members[by], room.members[to]]
        if (author === undefined || heir === undefined) return
        author.role = 'mediator'
        heir.role = 'lead'
      },
      stands: 'as-event',
      scripted: false,
    }),
    /** A party comes to be known in this room; said again it replaces the card. */
    rosterAct({
      kind: 'party.add',
      afterwards: true,
      fields: { card: partyCard },
      introduces: ['card'],
      about: ({ card }) => card.party,
      check: (room, author, { card }) => checkParty(room, author, card),
      apply: (room, _, { card }) => makeKnown(room, card),
      stands: 'nowhere',
    }),
    rosterAct({
      kind: 'room.register',
      fields: {
        room: id('room'),
        roomKind,
        title: v.exactOptional(title),
        party: v.exactOptional(id('party')),
      },
      about: ({ room }) => room,
      check: checkDirectory,
      apply: (room, _, { roomKind: kind, ...registered }) => {
        room.rooms[registered.room] = { ...registered, kind }
      },
      stands: 'nowhere',
    }),
    /** How to reach a member outside the rooms shared with them: the mailbox's log and key. */
    rosterAct({
      kind: 'contact.record',
      afterwards: true,
      sinceOf: ({ card }) => cardSince(card),
      fields: {
        member: id('member'),
        mailbox,
        card: memberCard,
      },
      introduces: ['card'],
      about: ({ member }) => member,
      check: checkContact,
      apply: (room, { position }, contact) => tell(room, contact, position),
      stands: 'nowhere',
      cards: ({ card }) => card.devices,
    }),
    /** Another mailbox of one's own, in the place of the one that the room knows. */
    rosterAct({
      kind: 'contact.move',
      afterwards: true,
      since: 2,
      fields: { mailbox },
      about: ({ mailbox }) => mailbox.log,
      check: checkMove,
      apply: (room, { by, position }, { mailbox }) => {
        const contact = room.contacts[by]
        if (contact !== undefined) tell(room, { ...contact, mailbox }, position)
      },
      stands: 'nowhere',
    }),
    /** Whoever was given no keys, of another room or for a time of this one, says so: nobody else could see it. */
    rosterAct({
      kind: 'keys.missed',
      afterwards: true,
      since: 2,
      fields: { room: v.exactOptional(id('room')), epoch: wholeUpTo(limits.positionMax) },
      about: ({ room }) => room ?? '',
      check: checkMissed,
      apply: (room, { by }, { epoch, ...of }) => {
        room.missed[missedBy(by, of)] = epoch
      },
      stands: 'as-event',
      scripted: false,
    }),
  ],
})
