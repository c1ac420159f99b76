/** Who is there: people, roles, parties, third parties, devices; who joins and leaves which room. */

import * as v from 'valibot'
import { type DeviceId, id, type MemberId, type PartyId, type ProcessId, type RoomId } from '../ids.ts'
import { terms } from '../mandate/acts.ts'
import { key, language, limits, name, note, title } from '../schema.ts'

export const mediatorRoles = ['lead', 'mediator'] as const
export const partyRoles = ['principal', 'head', 'delegate', 'adviser', 'counsel'] as const
export const thirdRoles = ['guarantor', 'witness', 'observer', 'depositary', 'certifier', 'host'] as const

export const role = v.picklist([...mediatorRoles, ...partyRoles, ...thirdRoles])
export type Role = v.InferOutput<typeof role>

export const roomKind = v.picklist(['table', 'caucus', 'delegation', 'desk', 'group', 'private'])
export type RoomKind = v.InferOutput<typeof roomKind>

/** Public halves of a device's keys, base64url, and its id, which is a hash of both. */
export const deviceCard = v.strictObject({ device: id<DeviceId>(), sign: key, wrap: key })
export type DeviceCard = v.InferOutput<typeof deviceCard>

/** A person as a room knows them. `party` is absent for mediators, and for them alone. */
export const memberCard = v.strictObject({
  member: id<MemberId>(),
  name,
  role,
  party: v.exactOptional(id<PartyId>()),
  /** What the person is known for in this room: "head of delegation". */
  post: v.exactOptional(name),
  devices: v.pipe(v.array(deviceCard), v.minLength(1), v.maxLength(limits.devicesMax), v.readonly()),
})
export type MemberCard = v.InferOutput<typeof memberCard>

/** A party to the talks, or a third party with rights of its own. */
export const partyCard = v.strictObject({
  party: id<PartyId>(),
  name,
  kind: v.picklist(['party', 'third']),
  /** For third parties: what it is to the process. */
  thirdRole: v.exactOptional(v.picklist(thirdRoles)),
  /** Known to the mediators only: it has a caucus and is never named at the table. */
  hidden: v.boolean(),
  /**
   * Whether the party acts for itself; false where the mediator records what it says and prints what it is told. It becomes
   * true by itself in the caucus that one who speaks for the party enters.
   */
  account: v.boolean(),
  language: v.exactOptional(language),
})
export type PartyCard = v.InferOutput<typeof partyCard>

export const rosterActs = [
  /** The first entry of every room. Its author is the first member. */
  v.strictObject({
    kind: v.literal('room.open'),
    process: v.strictObject({ process: id<ProcessId>(), title }),
    room: v.strictObject({
      kind: roomKind,
      title: v.exactOptional(title),
      party: v.exactOptional(partyCard),
    }),
    terms,
    founder: memberCard,
    /** A room is a record, not a chat: newcomers read what was said before them. */
    history: v.literal('all'),
  }),
  v.strictObject({ kind: v.literal('member.admit'), card: memberCard, note: v.exactOptional(note) }),
  v.strictObject({ kind: v.literal('member.remove'), member: id<MemberId>(), note: v.exactOptional(note) }),
  v.strictObject({ kind: v.literal('member.leave'), note: v.exactOptional(note) }),
  v.strictObject({ kind: v.literal('device.add'), card: deviceCard }),
  v.strictObject({ kind: v.literal('device.remove'), device: id<DeviceId>() }),
  v.strictObject({ kind: v.literal('lead.hand-over'), to: id<MemberId>(), note: v.exactOptional(note) }),
  /** A party comes to be known in this room; said again it replaces the card. */
  v.strictObject({ kind: v.literal('party.add'), card: partyCard }),
  /** The desk's directory of the process's rooms. */
  v.strictObject({
    kind: v.literal('room.register'),
    room: id<RoomId>(),
    roomKind,
    title: v.exactOptional(title),
    party: v.exactOptional(id<PartyId>()),
  }),
  /** How to reach a member outside the rooms shared with them: the mailbox's log and key. */
  v.strictObject({
    kind: v.literal('contact.record'),
    member: id<MemberId>(),
    mailbox: v.strictObject({ log: id<RoomId>(), key }),
    card: memberCard,
  }),
] as const
export type RosterAct = v.InferOutput<(typeof rosterActs)[number]>
