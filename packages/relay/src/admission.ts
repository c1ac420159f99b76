import { timingSafeEqual } from 'node:crypto'
import { base64urlToBytes, sha256, utf8 } from '@goodoffices/log'
import { type Outcome, refuse, succeed } from './refusal.ts'

export type AdmissionOptions = {
  /** Where set, `Creation-Token` carries it on requests that make a log. */
  readonly creationToken?: string | undefined
  /** Whether those who are in talks may bring others in: see `right.ts`. */
  readonly isByInvitation?: boolean | undefined
}

/** Who may make logs here. */
export class Admission {
  readonly creation: 'open' | 'token' | 'invitation'
  readonly #token: string | undefined

  constructor({ creationToken, isByInvitation }: AdmissionOptions = {}) {
    this.#token = creationToken
    const closed = creationToken === undefined ? 'open' : 'token'
    this.creation = isByInvitation === true ? 'invitation' : closed
  }

  /** Whether a request with these headers may make a log, and the name of the right that it spends on it. */
  admit(headers: Headers): Outcome<{ readonly right?: Uint8Array }> {
    switch (this.creation) {
      case 'open':
        return succeed({})
      case 'token':
        return this.#isTokenRight(headers) ? succeed({}) : refuseToken(headers)
      case 'invitation':
        if (this.#isTokenRight(headers)) return succeed({})
        return headers.has('creation-token') && !headers.has('creation-right')
          ? refuseToken(headers)
          : readRight(headers)
      default:
        return this.creation satisfies never
    }
  }

  /** Compares hashes, so that time tells neither content nor length. */
  #isTokenRight(headers: Headers): boolean {
    if (this.#token === undefined) return false
    const given = headers.get('creation-token') ?? ''
    return timingSafeEqual(sha256(utf8(this.#token)), sha256(utf8(given.toWellFormed())))
  }
}

const refuseToken = (headers: Headers): Outcome<never> =>
  refuse('relay/creation-token', { reason: headers.has('creation-token') ? 'wrong' : 'missing' })

/** REL-14: the right is shown as 32 random bytes, and known by their hash: from what the relay keeps none can be spent. */
function readRight(headers: Headers): Outcome<{ readonly right: Uint8Array }> {
  const shown = headers.get('creation-right')
  if (shown === null) return refuse('relay/creation-right', { reason: 'missing' })
  const secret = base64urlToBytes(shown)
  return secret.ok && secret.value.length === 32
    ? succeed({ right: sha256(secret.value) })
    : refuse('relay/creation-right', { reason: 'unknown' })
}
