/** How the sides speak of an issue: each with the mediators, the heads in a group of theirs, or all at the table. */

import type { ItemId } from '../../ids.ts'
import { type ItemState, type RegisterItem, standingOf } from '../../item/item.ts'
import { countingMarks } from '../../item/register.ts'
import { issueVerbs } from './verbs.ts'

/** From the lowest to the highest. */
export const stages = ['separate', 'heads', 'joint'] as const
export type Stage = (typeof stages)[number]

type Staged = { readonly stage: Stage; readonly agreedIn?: string }

/** AGEN-7: as the issue was put, but separate where a side has said since then that it speaks separately again. */
export const stageOf = (issue: RegisterItem<Staged>): Stage =>
  isHeldApart(issue) ? 'separate' : standingOf(issue).fields.stage

/** Whether a side has said so at the table, and all have not said yes to a stage since. */
export const isHeldApart = (issue: RegisterItem<unknown>): boolean =>
  countingMarks({ verbs: issueVerbs }, issue).some(({ verb }) => verb === 'speak-separately')

/** AGEN-15: of an issue that stands in a room, whether the parties write of it there: `isOpen` where they write of everything; undefined where there is none. */
export function isWrittenOn({ items }: ItemState, id: ItemId, isOpen: boolean): boolean | undefined {
  const issue = items[id]
  if (issue?.register !== 'issue') return undefined
  return isOpen ? !isHeldApart(issue) : stageOf(issue as unknown as RegisterItem<Staged>) === 'joint'
}

const rankOf = (stage: Stage): number => stages.indexOf(stage)
export const isHigher = (stage: Stage, than: Stage): boolean => rankOf(stage) > rankOf(than)

/** AGEN-7: up by one stage, and each time by another question; down from any to any. */
export function mayTurn(before: RegisterItem<Staged> | undefined, { stage, agreedIn }: Staged): boolean {
  const from = before === undefined ? 'separate' : stageOf(before)
  const up = rankOf(stage) - rankOf(from)
  if (up <= 0) return true
  const isUsed = before?.revisions.some(({ fields }) => fields.agreedIn === agreedIn) === true
  return up === 1 && agreedIn !== undefined && !isUsed
}
