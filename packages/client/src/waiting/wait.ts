/** What waits for a member, in the form in which each area tells of its own: for a list that people and programs read alike. */

import type {
  AskedByThing,
  Carried,
  Deadline,
  Draft,
  ItemId,
  MemberId,
  Message,
  ReadBack,
  RoomId,
  RoomState,
  Step,
  Waiting,
} from '@goodoffices/core'
import type { DraftSaying } from '../areas/text/saying.ts'
import type { Stopped } from '../invitation/stopped.ts'

/** What of an invitation its inviter has to know. */
export type Guest = {
  readonly id: string
  readonly name: string
  readonly standing: 'answered' | 'introduced' | 'expired' | Stopped
  readonly contested: boolean
  readonly expires: number
}

/** What waits beside what a desk and a caucus ask for (DESK-9). */
export type WaitingBeside =
  /** WAIT-4: somebody has answered, and sits in front of the code. */
  | { readonly kind: 'invitation'; readonly invitation: Guest }
  /** DESK-11: a colleague asks that this member read it before it goes. */
  | { readonly kind: 'to-read'; readonly carried: Carried }
  /** A party has not said whether it consents to the terms as they stand. */
  | { readonly kind: 'consent'; readonly room: RoomState; readonly again: boolean }
  /** The mediators' own words that this member has not read, the oldest first. */
  | { readonly kind: 'told'; readonly room: RoomState; readonly messages: readonly [Message, ...Message[]] }
  /** What a party said it had understood was put right, and that was not read yet. */
  | { readonly kind: 'corrected'; readonly room: RoomState; readonly readBack: ReadBack }
  /** The table was opened for direct exchange, and was not looked at since. */
  | { readonly kind: 'opened'; readonly room: RoomState }
  /** A deadline of which nothing was said, and whose day has passed. */
  | { readonly kind: 'overdue'; readonly room: RoomState; readonly deadline: Deadline }
  /** A step of which nothing was said, and whose day has passed. */
  | { readonly kind: 'step-late'; readonly room: RoomState; readonly step: Step }
  /** STEP-10: what was noticed was not made good, and the time for it has passed. */
  | { readonly kind: 'step-uncured'; readonly room: RoomState; readonly step: Step }
  /** AGEN-7: a side has asked to speak of an issue separately again, and the table does not say so yet. */
  | { readonly kind: 'apart'; readonly room: RoomState; readonly issue: ItemId }
  /** TXT-53: a draft of which clauses were not answered, how many. */
  | { readonly kind: 'draft'; readonly room: RoomState; readonly draft: Draft; readonly count: number }
  /** TXT-53: what a side said of drafts, and the mediators have not answered; the oldest first. */
  | {
      readonly kind: 'draft-said'
      readonly room: RoomState
      readonly sayings: readonly [DraftSaying, ...DraftSaying[]]
    }
  /** TXT-52: the mediators ask whether it may pass. */
  | { readonly kind: 'may-pass'; readonly room: RoomState; readonly saying: DraftSaying }
  /** Records whose time of keeping is over. */
  | { readonly kind: 'over'; readonly rooms: readonly RoomState[] }
  /** This device has no keys for what is said in a room now. */
  | { readonly kind: 'keys'; readonly room: RoomState }
  /** No recovery phrase acts for this member any more. */
  | { readonly kind: 'recovery' }
  /** RING-23: the recovery words are not on paper yet. */
  | { readonly kind: 'phrase' }
  /** RING-26: others were made in their place and are not on paper yet; or rooms have not taken them yet. */
  | { readonly kind: 'phrase-new' | 'phrase-replacing' }
  /** Rooms have not taken this device's new keys yet. */
  | { readonly kind: 'renewal' }

export type WaitItem = Waiting | AskedByThing | WaitingBeside

/** WAIT-2: in this order. `first`: somebody sits there, or something stands half done. */
export const urgencies = ['first', 'answer', 'carry', 'read', 'own'] as const
export type Urgency = (typeof urgencies)[number]

export type Wait = {
  readonly item: WaitItem
  readonly urgency: Urgency
  /** What it is about: the same for as long as it waits. */
  readonly about: string
  /** Since when, in ms since 1970 UTC: by the relay's clock where the author's says another time (SYNC-32). */
  readonly since?: number
  /** Of what another side did, or was done for all at once: shown to the day, and no nearer. */
  readonly toTheDay?: true
  /** By when, where that is known. */
  readonly by?: number
  /** The rooms that it concerns; of what goes together all of them. None where it is of the member's own devices. */
  readonly rooms: readonly RoomState[]
  /** This member is asked as a mediator. */
  readonly mediating?: true
  /** By its side's word nothing of it may be passed: it is read, and may be asked for. */
  readonly stays?: true
  /** WAIT-3: another acts next; this member is shown that it has not been done. */
  readonly ofOthers?: true
}

/** Talks as this device holds them, for areas that are asked what waits in them. */
export type Here = {
  readonly me: MemberId
  readonly rooms: readonly RoomState[]
  /** Where this member sits as a mediator. */
  readonly desk: RoomState | undefined
  /** The position in a room's log up to which it was read on this device. */
  readonly readTo: (room: RoomId) => number
  /** The position in a room from which on what is shown was not sent yet. */
  readonly placedTo: (room: RoomState) => number
  /** By the clock of the room's relay, where it is known; in ms since 1970 UTC. */
  readonly timeIn: (room: RoomId) => number
  readonly invitations: readonly (Omit<Guest, 'standing'> & { readonly standing: string })[]
  readonly destructible: readonly RoomId[]
  /** Rooms in which this device was given no keys. */
  readonly shut: readonly RoomId[]
  readonly hasPhrase: boolean
  readonly phraseNeeds: 'phrase' | 'phrase-new' | 'phrase-replacing' | undefined
  readonly isRenewing: boolean
}

export type WaitsOf = (here: Here) => readonly Wait[]

/** The caucuses in which this member sits for a party. */
export const ownCaucuses = ({ rooms, me }: Here): readonly RoomState[] =>
  rooms.filter(room => {
    const seat = room.members[me]
    return room.kind === 'caucus' && seat !== undefined && seat.left === undefined && seat.party !== undefined
  })
