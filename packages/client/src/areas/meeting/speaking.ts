/** MEET-15: how long each side has spoken with the mediators, over all meetings that were held. For the desk alone. */

import {
  type Clock,
  clockToMinutes,
  type ItemId,
  outcomeOf,
  type PartyCard,
  type ProcessId,
  type RoomState,
  saidOfArrangement,
  standingOf,
} from '@goodoffices/core'
import { deskOf } from '../../process/find.ts'
import type { AtWork } from '../../session/at-work.ts'
import { arrangementsOf, meetingsOf, type SideOfMeeting, sidesOfMeeting } from './sides.ts'

export type SpeakingTime = {
  readonly party: PartyCard
  /** Meetings to which it came. */
  readonly meetings: number
  readonly sessions: number
  readonly minutes: number
}

/** One row for each side, in the order of their caucuses; empty where no meeting was held. Who was absent from one has spoken no minute of it. */
export function speakingTime(session: AtWork, process: ProcessId): readonly SpeakingTime[] {
  const desk = deskOf(session.engine, process)
  if (desk === undefined) return []
  const held = meetingsOf(desk).filter(meeting => {
    const outcome = outcomeOf(meeting)
    return outcome === 'held' || outcome === 'held-in-part'
  })
  const total = new Map<string, SpeakingTime>()
  for (const meeting of held)
    for (const side of sidesOfMeeting(session, process, meeting)) {
      const { party } = side
      const before = total.get(party.party) ?? { party, meetings: 0, sessions: 0, minutes: 0 }
      const spoken = slotsOf(desk, meeting.item, side)
      total.set(party.party, {
        party,
        meetings: before.meetings + (spoken === undefined ? 0 : 1),
        sessions: before.sessions + (spoken?.length ?? 0),
        minutes: before.minutes + (spoken ?? []).reduce((sum, session) => sum + minutesOf(session), 0),
      })
    }
  return [...total.values()]
}

type Session = { readonly begins: Clock; readonly ends: Clock }

/** One that ends before it begins by the clock goes on after midnight. */
function minutesOf({ begins, ends }: Session): number {
  const minutes = clockToMinutes(ends) - clockToMinutes(begins)
  return minutes < 0 ? minutes + 24 * 60 : minutes
}

/** Its turns of that meeting, a day each once; undefined where nothing was arranged for it, or it did not come. */
function slotsOf(desk: RoomState, meeting: ItemId, side: SideOfMeeting) {
  const byDay = new Map(arrangementsOf(desk, meeting, side).map(each => [standingOf(each).fields.on, each]))
  const came = [...byDay.values()].filter(each => saidOfArrangement(each)['attendance'] !== 'absent')
  return came.length === 0 ? undefined : came.flatMap(each => standingOf(each).fields.sessions ?? [])
}
