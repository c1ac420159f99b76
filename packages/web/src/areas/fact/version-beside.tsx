import { sayFigure } from '@goodoffices/client'
import { standingOf, type Version } from '@goodoffices/core'
import { useWriting } from '../../words/use-writing.ts'
import type { ThingProps } from '../area.ts'

/** What number a version gives, after whose it is. */
export function VersionBeside({ room, thing }: ThingProps) {
  const { figure } = standingOf(thing as unknown as Version).fields
  const w = useWriting(room)
  return figure === undefined ? null : `${w.withColon('')} ${sayFigure(w, figure)}`
}
