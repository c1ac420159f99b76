/** What a room knows people, parties and devices by. */

import * as v from 'valibot'
import { id } from '../ids.ts'
import { key, language, limits, name } from '../schema.ts'

export const mediatorRoles = ['lead', 'mediator'] as const
export const partyRoles = ['principal', 'head', 'delegate', 'adviser', 'counsel'] as const
export const thirdRoles = ['guarantor', 'witness', 'observer', 'depositary', 'certifier', 'host'] as const

export const role = v.picklist([...mediatorRoles, ...partyRoles, ...thirdRoles])
export type Role = v.InferOutput<typeof role>
export const isRole = (value: unknown): value is Role => v.is(role, value)

export const roomKind = v.picklist(['table', 'caucus', 'delegation', 'desk', 'group', 'private'])
export type RoomKind = v.InferOutput<typeof roomKind>

/** Public halves of a device's keys, base64url, and its id, which is a hash of both. */
export const deviceCard = v.strictObject({ device: id('device'), sign: key, wrap: key })
export type DeviceCard = v.InferOutput<typeof deviceCard>

/** A person as a room knows them. `party` is absent for mediators, and for them alone. */
export const memberCard = v.strictObject({
  member: id('member'),
  name,
  role,
  party: v.exactOptional(id('party')),
  /** What the person is known for in this room: "head of delegation". */
  post: v.exactOptional(name),
  /** Of a mediator: whose; absent where it is the institution that began the talks. By the rules of number 2. */
  institution: v.exactOptional(name),
  devices: v.pipe(v.array(deviceCard), v.minLength(1), v.maxLength(limits.devicesMax), v.readonly()),
})
export type MemberCard = v.InferOutput<typeof memberCard>

/** The rules number that begins with a card. */
export const cardSince = (card: Pick<MemberCard, 'institution'>): number =>
  card.institution === undefined ? 1 : 2

/** A party to the talks, or a third party with rights of its own. */
export const partyCard = v.strictObject({
  party: id('party'),
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
