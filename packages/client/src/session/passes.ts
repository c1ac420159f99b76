/** What this device can show to make logs at hosts that are closed to strangers. */

import { creationRight, type InvitationSecret, secretToText } from '@goodoffices/log'
import type { Strongbox } from '../identity/strongbox.ts'
import type { Pass } from '../relay/port.ts'

const tokenPrefix = 'token/'

export class Passes {
  readonly #box: Strongbox
  readonly #tokens = new Map<string, string>()
  readonly #invitations = new Map<string, readonly InvitationSecret[]>()
  readonly #closed = new Set<string>()

  private constructor(box: Strongbox) {
    this.#box = box
  }

  static async open(box: Strongbox): Promise<Passes> {
    const passes = new Passes(box)
    for (const [key, bytes] of await box.vault.scan(tokenPrefix)) {
      const token = await box.open(key, bytes)
      if (typeof token === 'string') passes.#tokens.set(key.slice(tokenPrefix.length), token)
    }
    return passes
  }

  /** Keeps the token of the host at this address, in place of the one before; an empty one ends that. Durable when it resolves. */
  async keepToken(address: string, token: string): Promise<void> {
    await this.#box.put(`${tokenPrefix}${address}`, token === '' ? null : token)
    if (token === '') this.#tokens.delete(address)
    else this.#tokens.set(address, token)
  }

  /** SYNC-51: as another window has kept it. */
  async adopt(key: string, bytes: Uint8Array | null): Promise<void> {
    if (!key.startsWith(tokenPrefix)) return
    const token = await this.#box.open(key, bytes ?? undefined)
    if (typeof token === 'string') this.#tokens.set(key.slice(tokenPrefix.length), token)
    else this.#tokens.delete(key.slice(tokenPrefix.length))
  }

  tokenFor(address: string): string | undefined {
    return this.#tokens.get(address)
  }

  /** An invitation that was answered brings a right with it; whoever answered keeps the invitation. */
  addInvitation(address: string, secret: InvitationSecret): void {
    this.#invitations.set(address, [...this.#without(address, secret), secret])
  }

  dropInvitation(address: string, secret: InvitationSecret): void {
    this.#invitations.set(address, this.#without(address, secret))
  }

  #without(address: string, secret: InvitationSecret): readonly InvitationSecret[] {
    const known = this.#invitations.get(address) ?? []
    return known.filter(each => secretToText(each) !== secretToText(secret))
  }

  /** What may be shown there, the token first. Nothing is shown to a host that has not asked for it. */
  at(address: string): readonly Pass[] {
    if (!this.#closed.has(address)) return []
    const token = this.#tokens.get(address)
    const rights = (this.#invitations.get(address) ?? []).map(secret => ({ right: creationRight(secret) }))
    return [...(token === undefined ? [] : [{ token }]), ...rights]
  }

  /** The host has asked for something to be shown. */
  noteClosed(address: string): void {
    this.#closed.add(address)
  }
}
