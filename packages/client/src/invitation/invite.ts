/** The inviter's verbs: make the invitation, compare, admit, or take it back. */

import {
  type Act,
  type Finding,
  type InvitationId,
  type Invited,
  isMediator,
  isPublic,
  type MemberCard,
  type PartyId,
  type ProcessId,
  type Role,
  type RoomId,
  type RoomState,
} from '@goodoffices/core'
import { createSecret, deviceIdOf, secretToText, textToSecret } from '@goodoffices/log'
import { passing, previewSteps, type Reaching } from '../areas/desk/reaching.ts'
import { checkBringing } from '../areas/eyes/doors.ts'
import { keepInvitation, settleInvitation } from '../areas/keyring/acts.ts'
import { admitMember, nameParty, recordContact } from '../areas/roster/founding.ts'
import { admissionSteps, isNobodyElse, knownWhereSeveralRead, roomsFor } from '../areas/roster/people.ts'
import { checkAllAccept, successorsFor } from '../areas/team/coming.ts'
import { decidedIn, type Everywhere } from '../process/decided.ts'
import { caucusesOf, checkRoomsRead, deskOf, tableOf } from '../process/find.ts'
import { currentRoomsOf, roomsOf } from '../process/held.ts'
import { newId } from '../process/id.ts'
import { fail, ok, type Result } from '../result.ts'
import type { AtWork } from '../session/at-work.ts'
import type { Engine } from '../session/engine/engine.ts'
import type { Placed, Step } from '../session/engine/ground.ts'
import { claimsOf, writeClaims } from './claims.ts'
import { mailboxOf, mailStep, mintStep, offerStep, revokeStep } from './exchange.ts'
import type { Inviting, Progress } from './inviting.ts'
import { invitationToText } from './link.ts'
import { cancelledMove, type Introduction } from './mailbox.ts'
import type { Stopped } from './stopped.ts'

type Inviter = AtWork & { readonly inviting: Inviting }

export type InvitationRequest = {
  readonly name: string
  readonly role: Role
  readonly party?: PartyId
  readonly post?: string
  /** Of a mediator: whose, where it is not the institution that began the talks. */
  readonly institution?: string
  readonly daysMax?: number
}

export type Invitation = {
  readonly id: InvitationId
  readonly process: ProcessId
  readonly name: string
  readonly role: Role
  readonly party?: PartyId
  readonly post?: string
  readonly institution?: string
  readonly link: string
  readonly words: readonly string[]
  /**
   * `introduced`: the guest typed the right digits, and asks to come in; then, where that is how it ended: `declined` by the guest,
   * `elsewhere` by somebody whom the link reached instead, `differed`: the digits differed twice. Whether somebody only opened the link
   * is told to nobody.
   */
  readonly standing: 'sent' | 'answered' | 'introduced' | 'completed' | 'cancelled' | 'expired' | Stopped
  /** The guest has typed other digits once, and may try again. */
  readonly hasDiffered: boolean
  /** How the guest writes their own name, where it is otherwise: so the others will read it. */
  readonly spelled?: string
  /** Six digits, once answered: both sides read them to each other. */
  readonly code?: string
  /** More than one answer has come: the link has been in other hands. */
  readonly contested: boolean
  readonly created: number
  readonly expires: number
}

const dayMs = 86_400_000
const daysDefault = 14
const invitationsMax = 500

/**
 * Fails with `not-an-administrator` where the inviter may bring nobody in this role into any room, with `one-lead`, `party-needed`,
 * `mediator-not-accepted` and `too-many-invitations`.
 */
export async function invite(
  { engine, inviting }: Inviter,
  process: ProcessId,
  request: InvitationRequest,
): Promise<Result<InvitationId>> {
  const home = engine.home()
  if (home === undefined) return fail('room-unknown')
  if (Object.keys(home.invitations).length >= invitationsMax)
    return fail('too-many-invitations', { max: invitationsMax })
  const allowed = checkRequest(engine, process, request)
  if (!allowed.ok) return allowed
  const secret = createSecret()
  const nonce = createSecret()
  const id = newId<InvitationId>()
  const { name, role, party, post, institution } = request
  const created = engine.now()
  const expires = created + (request.daysMax ?? daysDefault) * dayMs
  const claims = claimsOf(engine, { process, name, role, ...(party === undefined ? {} : { party }), expires })
  const { relay } = engine.identity.home
  const kept = await engine.submit([
    {
      room: home.id,
      act: keepInvitation({
        invitation: id,
        process,
        name,
        role,
        ...(party === undefined ? {} : { party }),
        ...(post === undefined ? {} : { post }),
        ...(institution === undefined ? {} : { institution }),
        relay,
        secret: secretToText(secret),
        nonce: secretToText(nonce),
        created,
        expires,
      }),
    },
    mintStep({ secret, relay }, process, expires),
    await offerStep(
      { secret, relay },
      inviting.sideOf(nonce),
      claims === undefined ? [] : [writeClaims(claims)],
    ),
  ])
  if (!kept.ok) return kept
  const invited = engine.home()?.invitations[id]
  if (invited !== undefined) await inviting.hold(invited)
  return ok(id)
}

/** Oldest first, those that are settled too. */
export const invitationsOf = (session: Inviter, process: ProcessId): readonly Invitation[] =>
  Object.values(session.engine.home()?.invitations ?? {})
    .filter(invited => invited.process === process)
    .sort((a, b) => a.created - b.created)
    .flatMap(invited => describe(session, invited) ?? [])

/** Whether somebody may yet come by it. */
export const isUnderWay = ({ standing }: Pick<Invitation, 'standing'>): boolean =>
  standing === 'sent' || standing === 'answered' || standing === 'introduced'

/** Undefined where this member made no such invitation. */
export function invitationOf(session: Inviter, id: InvitationId): Invitation | undefined {
  const invited = session.engine.home()?.invitations[id]
  return invited === undefined ? undefined : describe(session, invited)
}

/**
 * After both have compared the code: the newcomer enters its rooms. Fails with `invitation-not-introduced` until it has
 * introduced itself, with `invitation-contested`, `invitation-stopped`, `member-known-otherwise`, where the mailbox or a room of the process could not be
 * read, and with `leak-not-accepted` where the leak check names something in the post or the institution that was not passed
 * (`previewCompletion`).
 */
export async function completeInvitation(
  inviter: Inviter,
  id: InvitationId,
  { accepted = [], knownAs }: Completing = {},
): Promise<Result<Everywhere>> {
  const { engine } = inviter
  const completion = await completionOf(inviter, id, knownAs)
  if (!completion.ok) return completion
  const { steps, into, isOffered } = completion.value
  const done = await engine.submit(passing(steps, accepted))
  if (!done.ok) return done
  if (isOffered) await engine.holdKept()
  // In a room that was only offered nobody is, until the party says yes.
  const isAdmission = ({ room, act }: Placed): boolean => act.kind === 'member.admit' && into.includes(room)
  return ok(decidedIn(engine, done.value.filter(isAdmission)))
}

export type Completing = {
  /** What the leak check named, and was passed deliberately. */
  readonly accepted?: readonly Finding[]
  /** GOOD-18: by which other name the newcomer is known where several sides read. */
  readonly knownAs?: string | undefined
}

/** GOOD-18: with another name goes the post, which could tell who it is; who comes back is known as before. */
function cardFor(
  rooms: readonly RoomState[],
  { kind }: RoomState,
  { card, knownAs }: { readonly card: MemberCard; readonly knownAs: string | undefined },
): MemberCard {
  if (!isPublic({ kind })) return card
  if (knownAs === undefined) return knownWhereSeveralRead(rooms, card)
  const { post: _, ...rest } = card
  return { ...rest, name: knownAs }
}

/** What the leak check names in it, nobody let in yet. Fails as `completeInvitation` does. */
export async function previewCompletion(
  inviter: Inviter,
  id: InvitationId,
  knownAs?: string,
): Promise<Result<readonly Reaching[]>> {
  const completion = await completionOf(inviter, id, knownAs)
  return completion.ok ? previewSteps(inviter.engine, completion.value.steps) : completion
}

/** `into`: the rooms that the newcomer is in at once; `isOffered`: caucuses are to go on elsewhere with them. */
type Completion = {
  readonly steps: readonly Step[]
  readonly into: readonly RoomId[]
  readonly isOffered: boolean
}

async function completionOf(
  { engine, inviting }: Inviter,
  id: InvitationId,
  knownAs: string | undefined,
): Promise<Result<Completion>> {
  const invited = engine.home()?.invitations[id]
  if (invited === undefined) return fail('invitation-unknown')
  if (invited.standing !== 'open') return fail('invitation-settled', { standing: invited.standing })
  const read = await readMailbox(engine, invited)
  if (!read.ok) return read
  const rooms = checkRoomsRead(engine, invited.process)
  if (!rooms.ok) return rooms
  const progress = inviting.progressOf(id)
  if (progress?.contested === true) return fail('invitation-contested')
  if (progress?.stopped !== undefined) return fail('invitation-stopped')
  if (progress?.introduction === undefined || progress.answered === undefined)
    return fail('invitation-not-introduced')
  const { introduction, answered } = progress
  const card = toCard(invited, introduction)
  const compared = deviceIdOf(answered.side.keys)
  if (!isNobodyElse(engine, invited.process, { newcomer: card, compared }))
    return fail('member-known-otherwise')
  // Answers may have been given, and taken back, since it was made.
  const accepted = checkAllAccept(engine, invited.process, card)
  if (!accepted.ok) return accepted
  const all = roomsOf(engine, invited.process)
  const admissions = roomsFor(engine, invited.process, invited)
    .map(room => ({ room: room.id, cards: [cardFor(all, room, { card, knownAs })] }))
    .filter(({ room, cards }) => cards.every(each => engine.checkAct(room, admitMember(each)).ok))
  // GOOD-18: a name that nobody would be told now is kept nowhere, and would not be theirs later.
  const isTold =
    knownAs === undefined || admissions.some(({ cards }) => cards.some(each => each.name === knownAs))
  if (admissions.length === 0 || !isTold) return fail('not-an-administrator')
  const successors = await successorsFor(engine, invited.process, card)
  if (!successors.ok) return successors
  // TEAM-8: the desk waits until every party has adopted the room in which it goes on.
  const isDesk = ({ room }: { readonly room: RoomId }): boolean => engine.room(room)?.kind === 'desk'
  const now = successors.value.length === 0 ? admissions : admissions.filter(each => !isDesk(each))
  const steps: readonly Step[] = [
    {
      room: addressBook(engine, invited),
      act: recordContact({ member: card.member, mailbox: introduction.mailbox, card }),
    },
    ...actsForItself(engine, invited),
    {
      room: engine.identity.home.room,
      act: settleInvitation(id, 'completed'),
    },
    ...successors.value,
    ...admissionSteps(now),
    ...revokeSteps(invited),
  ]
  return ok({ steps, into: now.map(({ room }) => room), isOffered: successors.value.length > 0 })
}

/** Takes it back; who has answered is told. Fails with `invitation-unknown`. */
export async function cancelInvitation({ engine }: AtWork, id: InvitationId): Promise<Result<null>> {
  const invited = engine.home()?.invitations[id]
  if (invited === undefined) return fail('invitation-unknown')
  const secret = textToSecret(invited.secret)
  if (!secret.ok) return fail('invitation-unknown')
  const home = engine.identity.home.room
  const done = await engine.submit([
    { room: home, act: settleInvitation(id, 'cancelled') },
    // So that whoever answers, or has answered, does not wait in vain.
    await mailStep({ secret: secret.value, relay: invited.relay }, cancelledMove),
    ...revokeSteps(invited),
  ])
  return done.ok ? ok(null) : done
}

function checkRequest(engine: Engine, process: ProcessId, request: InvitationRequest): Result<null> {
  const rooms = roomsFor(engine, process, request)
  if (rooms.length === 0) return fail('not-an-administrator')
  if (request.role === 'lead') return fail('one-lead')
  if (!isMediator(request) && request.party === undefined) return fail('party-needed')
  const accepted = checkAllAccept(engine, process, request)
  if (!accepted.ok || !isMediator(request)) return accepted
  return checkBringing({ rooms: currentRoomsOf(engine, process), by: engine.identity.member }, request)
}

/** Where it is kept how to reach the newcomer: a mediator at the desk, a party's people where their own can reach them too. */
function addressBook(engine: Engine, invited: Invited): RoomId {
  const delegation = roomsOf(engine, invited.process).find(room => room.kind === 'delegation')
  const caucus = caucusesOf(engine, invited.process).find(room => room.party?.party === invited.party)
  return (caucus ?? deskOf(engine, invited.process) ?? delegation)?.id ?? engine.identity.home.room
}

/** A party whose words were recorded until now speaks for itself from here on. */
function actsForItself(
  engine: Engine,
  invited: Invited,
): readonly { readonly room: RoomId; readonly act: Act }[] {
  const desk = deskOf(engine, invited.process)
  const known = invited.party === undefined ? undefined : desk?.parties[invited.party]
  if (known === undefined || known.account) return []
  const act = nameParty({ ...known, account: true })
  const caucus = caucusesOf(engine, invited.process).find(room => room.party?.party === invited.party)
  const table = known.hidden ? undefined : tableOf(engine, invited.process)
  return [desk, caucus, table].flatMap(room => (room === undefined ? [] : [{ room: room.id, act }]))
}

/** What is left of the guest's right: nobody else comes in by this invitation. */
function revokeSteps({ secret: text, relay, process }: Invited): readonly Step[] {
  const secret = textToSecret(text)
  return secret.ok ? [revokeStep({ secret: secret.value, relay }, process)] : []
}

/** Another answer may have come since. */
async function readMailbox(engine: Engine, invited: Invited): Promise<Result<null>> {
  const secret = textToSecret(invited.secret)
  return secret.ok ? engine.sync((await mailboxOf(secret.value)).id) : fail('invitation-unknown')
}

function describe({ engine, inviting }: Inviter, invited: Invited): Invitation | undefined {
  const secret = textToSecret(invited.secret)
  if (!secret.ok) return undefined
  const progress = inviting.progressOf(invited.invitation)
  const spelled = progress?.introduction?.name
  const { invitation: id, process, name, role, party, post, institution, created, expires } = invited
  return {
    id,
    process,
    name,
    role,
    ...(party === undefined ? {} : { party }),
    ...(post === undefined ? {} : { post }),
    ...(institution === undefined ? {} : { institution }),
    ...invitationToText(invited.relay.address, secret.value),
    standing: standingOf(invited, progress, engine.now()),
    ...(progress?.answered === undefined ? {} : { code: progress.answered.code }),
    contested: progress?.contested === true,
    hasDiffered: progress?.hasDiffered === true,
    ...(spelled === undefined || spelled === name ? {} : { spelled }),
    created,
    expires,
  }
}

function standingOf(invited: Invited, progress: Progress | undefined, now: number): Invitation['standing'] {
  if (invited.standing !== 'open') return invited.standing
  if (progress?.stopped !== undefined) return progress.stopped
  if (progress?.introduction !== undefined) return 'introduced'
  if (progress?.answered?.inTime === true) return 'answered'
  return now > invited.expires ? 'expired' : 'sent'
}

/** The name is as its bearer writes it (INV-29): the inviter has read it, and has heard whose it is. */
const toCard = (invited: Invited, introduction: Introduction): MemberCard => ({
  member: introduction.member,
  name: introduction.name,
  role: invited.role,
  ...(invited.party === undefined ? {} : { party: invited.party }),
  ...(invited.post === undefined ? {} : { post: invited.post }),
  ...(invited.institution === undefined ? {} : { institution: invited.institution }),
  devices: [...introduction.devices],
})
