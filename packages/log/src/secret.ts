import { type Bytes, base64urlToBytes, bytesToBase64url, randomBytes } from './bytes.ts'
import { type Result, refuse, succeed } from './result.ts'

export const secretBytes = 32

/**
 * 32 secret bytes: a device's seed, an epoch key, an invitation's secret. Printing it, logging it or turning it into JSON
 * shows no byte; `reveal` is the one way out, and easy to search for.
 */
export class Secret {
  readonly #bytes: Bytes

  constructor(bytes: Uint8Array) {
    if (bytes.length !== secretBytes) throw new RangeError(`a secret has ${secretBytes} bytes`)
    this.#bytes = new Uint8Array(bytes)
  }

  reveal(): Bytes {
    return this.#bytes.slice()
  }

  toString(): string {
    return '[secret]'
  }

  toJSON(): string {
    return '[secret]'
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]'
  }
}

export const createSecret = (): Secret => new Secret(randomBytes(secretBytes))

/** For a person's own storage and for invitation links only. */
export const secretToText = (secret: Secret): string => bytesToBase64url(secret.reveal())

export const textToSecret = (text: string): Result<Secret> => {
  const bytes = base64urlToBytes(text)
  return bytes.ok && bytes.value.length === secretBytes
    ? succeed(new Secret(bytes.value))
    : refuse('key/length', { expected: secretBytes })
}
