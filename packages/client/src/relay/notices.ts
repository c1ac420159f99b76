/** Asking a relay to say that something waits, while none of one's devices is there. */

import { type AccessKey, encode, isList, isRecord, type Value } from '@goodoffices/log'
import type { KeptNotice, NoticeAnswer, NoticePort } from './notice-port.ts'
import { RelayError } from './port.ts'
import { readCount, readFields, readText } from './wire.ts'

type Request = (asked: {
  readonly method: string
  readonly path: string
  readonly key?: AccessKey
  readonly body?: Uint8Array
}) => Promise<Uint8Array>

const pathOf = (log: string): string => `/v1/logs/${log}/notices`

export function createNoticePort(given: {
  readonly request: Request
  /** The header of a request without a body, as this relay’s clock has it. */
  readonly authorize: (key: AccessKey, method: string, path: string) => Promise<string>
  readonly card: () => Promise<Readonly<Record<string, unknown>>>
}): NoticePort {
  const { request, authorize, card } = given
  return {
    offered: async () => {
      const { notices } = await card()
      const { push, mail, delayMs } = (notices ?? {}) as Readonly<Record<string, unknown>>
      return {
        push: typeof push === 'string' ? push : undefined,
        mail: mail === true,
        delayMs: typeof delayMs === 'number' ? delayMs : 0,
      }
    },
    register: async (log, key, { logs, ...asked }) => {
      const signed = await Promise.all(
        [...logs].map(async ([id, own]) => ({
          log: id,
          authorization: await authorize(own, 'POST', pathOf(id)),
        })),
      )
      const body = encode({ ...asked, logs: signed })
      return readNotice(readFields(await request({ method: 'POST', path: pathOf(log), key, body })))
    },
    list: async (log, key) => {
      const { notices } = readFields(await request({ method: 'GET', path: pathOf(log), key }))
      if (!isList(notices)) throw new RelayError('nonsense')
      return notices.map(readKept)
    },
    confirm: async (log, key, name, code) => {
      const body = encode({ code })
      const path = `${pathOf(log)}/${name}`
      return readNotice(readFields(await request({ method: 'POST', path, key, body })))
    },
    end: async (log, key, name) => {
      const path = `${pathOf(log)}/${name}`
      return readFields(await request({ method: 'DELETE', path, key }))['gone'] === true
    },
  }
}

type Fields = { readonly [name: string]: Value }

function readNotice({ name, awaits }: Fields): NoticeAnswer {
  if (typeof awaits !== 'boolean') throw new RelayError('nonsense')
  return { name: readText(name), awaits }
}

function readKept(value: Value): KeptNotice {
  if (!isRecord(value)) throw new RelayError('nonsense')
  const { way, address, logs } = value
  return { ...readNotice(value), way: readText(way), address: readText(address), logs: readCount(logs) }
}
