/** What a session asks of a relay that says that something waits, while none of a member's devices is there. */

import type { AccessKey } from '@goodoffices/log'

/** In which ways a relay tells: the key that browsers subscribe for, whether by e-mail, and how long a notice waits at most by chance. */
export type NoticesOffered = {
  readonly push: string | undefined
  readonly mail: boolean
  readonly delayMs: number
}

export type NoticeRequest = {
  readonly way: string
  readonly address: string
  /** Two letters. */
  readonly language: string
  /** Whether each waits for a while that is left to chance. */
  readonly delayed: boolean
  /** Only where it is registered already. */
  readonly again: boolean
  /** What is told of, each with its current key. */
  readonly logs: ReadonlyMap<string, AccessKey>
}

export type NoticeAnswer = {
  /** By which it is ended. */
  readonly name: string
  /** Whether a code was sent there that is waited for. */
  readonly awaits: boolean
}

export type KeptNotice = NoticeAnswer & {
  readonly way: string
  /** As much of it as its person is shown. */
  readonly address: string
  /** How many logs it tells of. */
  readonly logs: number
}

/** All of it by the key of a member's own log. */
export type NoticePort = {
  offered(): Promise<NoticesOffered>
  register(log: string, key: AccessKey, request: NoticeRequest): Promise<NoticeAnswer>
  list(log: string, key: AccessKey): Promise<readonly KeptNotice[]>
  confirm(log: string, key: AccessKey, name: string, code: string): Promise<NoticeAnswer>
  /** Whether there was one. */
  end(log: string, key: AccessKey, name: string): Promise<boolean>
}
