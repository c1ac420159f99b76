/** Where steps are found: within talks, and within a room of theirs. */
import type { RoomState } from '@goodoffices/core'
import { agreementPath } from '../../talks/agreement.ts'

export const stepsPath = `${agreementPath}/steps`
export const incidentsPath = `${stepsPath}/incidents`
export const certifyPath = `${stepsPath}/certify`
export const stepInPath = (room: string, kind: StepKind): string => `rooms/${room}/step?register=${kind}`
export const stepPath = (item: string): string => `step/${item}`

/** Things that have a page and a form of their own here. */
export const stepKinds = ['step', 'incident', 'finding', 'calendar'] as const
export type StepKind = (typeof stepKinds)[number]

/** A place that is not used is not shown. */
export const areStepsUsed = (rooms: readonly RoomState[]): boolean =>
  rooms.some(({ items }) =>
    Object.values(items).some(({ register }) => stepKinds.some(kind => kind === register)),
  )
