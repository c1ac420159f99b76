/** A way of telling somebody that something waits: what an address of it is, and how one is told there. One object each. */

import type { RelayLimits } from './limits.ts'

/** By what it is asked for, in the order of the specification. */
export const wayNames = ['push', 'mail'] as const
export type WayName = (typeof wayNames)[number]

/** `gone`: nobody is there any more, and the address is forgotten; `failed`: it may be tried again. */
export type Told = 'told' | 'gone' | 'failed'

export type NoticeTo = {
  /** As the way keeps it. */
  readonly address: string
  /** A hash of it: what a way may show of it. */
  readonly name: string
  /** Two letters. */
  readonly language: string
}

export type NoticeWay = {
  /** How long nobody is told again at one address. */
  readonly periodMs: (limits: RelayLimits) => number
  /** The address in the form in which it is kept; undefined where it is none, or none that this relay would write to. */
  readonly read: (given: string) => string | undefined
  /** As much of it as its person is shown. */
  readonly show: (address: string) => string
  /** Never rejects. */
  readonly tell: (to: NoticeTo) => Promise<Told>
  /** Where an address is confirmed before anything else goes there: sends the code. */
  readonly sendCode?: (to: NoticeTo, code: string) => Promise<Told>
}

export type NoticeWays = Readonly<Partial<Record<WayName, NoticeWay>>>
