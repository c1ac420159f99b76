/** Where a second mediator is wanted, as it is typed and printed. */

import {
  type Demand,
  type Door,
  demandAt,
  demandFields,
  doors,
  type Eyes,
  fieldOfDoor,
  isMediator,
  type RoomState,
} from '@goodoffices/core'
import type { Work } from '../../member/work.ts'
import { onlyRoom } from '../../names/find.ts'
import { exits, misuse, Stop } from '../../shell/exit.ts'
import { type Fields, oneOf } from '../../shell/shape.ts'
import { english } from '../item/writing.ts'

const demands = demandFields.eyesDeliver.options
const demanded = oneOf(...demands)
export const demandAnswers: Fields = {
  deliver: demanded,
  issue: demanded,
  open: demanded,
  bring: demanded,
  destroy: demanded,
}

export function deskOf({ session, processOf }: Work<object>): RoomState {
  const found = processOf()
  if (!isMediator(found)) throw new Stop(exits.refused, { code: 'mediators-only' })
  return onlyRoom(session, found, 'desk')
}

export const demandsIn = (desk: RoomState): Readonly<Record<Door, Demand>> => ({
  deliver: demandAt(desk, 'deliver'),
  issue: demandAt(desk, 'issue'),
  open: demandAt(desk, 'open'),
  bring: demandAt(desk, 'bring'),
  destroy: demandAt(desk, 'destroy'),
})

export const noDemand: Eyes = {
  eyesDeliver: 'off',
  eyesIssue: 'off',
  eyesOpen: 'off',
  eyesBring: 'off',
  eyesDestroy: 'off',
}

export const eyesIn = (desk: RoomState): Eyes => ({
  eyesDeliver: demandAt(desk, 'deliver'),
  eyesIssue: demandAt(desk, 'issue'),
  eyesOpen: demandAt(desk, 'open'),
  eyesBring: demandAt(desk, 'bring'),
  eyesDestroy: demandAt(desk, 'destroy'),
})

export const demandLines = (eyes: Eyes): readonly string[] =>
  doors.map(door => {
    const field = fieldOfDoor[door]
    return `${english.fields[field]}: ${english.choices[`${field}.${eyes[field]}`]}`
  })

/** `deliver=required`, of as many doors as are named. */
export function readDemands(typed: readonly string[], before: Eyes): Eyes {
  const read = typed.map(pair => {
    const [door = '', wanted = ''] = pair.split('=')
    const known = doors.find(each => each === door)
    const demand = demands.find(each => each === wanted)
    if (known === undefined || demand === undefined) throw misuse('demand-unreadable', { text: pair })
    return [fieldOfDoor[known], demand] as const
  })
  return { ...before, ...Object.fromEntries(read) }
}
