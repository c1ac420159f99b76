/** What became of a measure, as its owner says. */

import type { RegisterItem } from '../../item/item.ts'
import { countingMarks } from '../../item/register.ts'
import { measureVerbs } from './verbs.ts'

const courses = [
  'measure-in-force',
  'measure-waived',
  'measure-suspended',
  'measure-lifted',
  'measure-reimposed',
] as const
export type MeasureCourse = (typeof courses)[number]

/** Undefined where nothing was said since it was put. */
export const courseOfMeasure = (measure: RegisterItem<unknown>): MeasureCourse | undefined =>
  countingMarks({ verbs: measureVerbs }, measure)
    .map(({ verb }) => courses.find(course => course === verb))
    .findLast(course => course !== undefined)
