/**
 * The letters with keys that lie in a member's mailbox. Whoever knows the mailbox may fill it: each letter is tried once on a device,
 * which keeps how far it has come, and gives way to the page meanwhile.
 */

import { type DeviceId, type Kept, limits, parseAct, type RoomId } from '@goodoffices/core'
import { isList, isRecord, openSealed, type Value } from '@goodoffices/log'
import { bytesToFields, toFields } from '../fields.ts'
import { ownDevices } from '../identity/acting-device.ts'
import { lettersKey, type MailLog } from '../log/mail-log.ts'
import type { Engine } from '../session/engine/engine.ts'
import { welcomeContext } from '../session/sending/letters.ts'
import { toText } from '../text.ts'
import { lettersIn } from './mailbox.ts'

/** A welcome as it was opened: whether its sender may send it is another question, and may change. */
export type Letter = { readonly sender: DeviceId; readonly rooms: readonly Kept[] }

/** `read`: up to which position letters were tried; `letters`: those that were for this device. */
type Tried = { readonly read: number; readonly letters: readonly Letter[] }

const mailRoomsMax = 200
/** Opened ones that are kept; beyond, the oldest go. */
const lettersMax = 500
/** Tried before whatever else waits has its turn. */
const atOnceMax = 8

export class LetterBoxes {
  readonly #engine: Engine
  readonly #tried = new Map<RoomId, Tried>()
  readonly #opening = new Map<RoomId, Promise<unknown>>()

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** Those that this device opens, oldest first. */
  open(mailbox: MailLog): Promise<readonly Letter[]> {
    const before = this.#opening.get(mailbox.id) ?? Promise.resolve()
    const opening = before.then(() => this.#openNow(mailbox))
    this.#opening.set(
      mailbox.id,
      opening.catch(() => undefined),
    )
    return opening
  }

  async #openNow(mailbox: MailLog): Promise<readonly Letter[]> {
    const known = this.#tried.get(mailbox.id) ?? (await this.#readKept(mailbox.id))
    const all = mailbox.from(known.read)
    const letters = [...known.letters]
    for (const [i, { bytes }] of all.entries()) {
      const letter = await this.#tryOne(mailbox.id, lettersIn([bytes])[0])
      if (letter !== undefined) letters.push(letter)
      if (i % atOnceMax === 0) await new Promise(resolve => setTimeout(resolve))
    }
    const tried = { read: (all.at(-1)?.position ?? known.read - 1) + 1, letters: letters.slice(-lettersMax) }
    this.#tried.set(mailbox.id, tried)
    if (tried.read > known.read) await this.#engine.box.put(lettersKey(mailbox.id), tried)
    mailbox.pass(tried.read)
    return tried.letters
  }

  /** INV-24: one for more devices than a member has is for nobody, and no key is tried on it. */
  async #tryOne(mailbox: RoomId, bytes: Uint8Array | undefined): Promise<Letter | undefined> {
    if (bytes === undefined) return undefined
    const { device: own, former } = this.#engine.identity
    const { devicesMax } = limits
    for (const device of ownDevices({ device: own, former: former?.device })) {
      const opened = await openSealed({ device, context: welcomeContext(mailbox), bytes, devicesMax })
      if (opened.ok) return { sender: opened.value.senderId, rooms: readWelcome(opened.value.plaintext) }
    }
    return undefined
  }

  async #readKept(mailbox: RoomId): Promise<Tried> {
    const { read, letters } = toFields(await this.#engine.box.get(lettersKey(mailbox)))
    if (typeof read !== 'number' || !isList(letters)) return { read: 0, letters: [] }
    return {
      read,
      letters: letters.filter(isRecord).map(({ sender, rooms }) => ({
        sender: toText(sender) as DeviceId,
        rooms: readRooms(rooms),
      })),
    }
  }
}

/** The rooms of a welcome, each of the shape that a keyring takes. */
function readWelcome(bytes: Uint8Array): readonly Kept[] {
  const { kind, rooms } = bytesToFields(bytes)
  return kind === 'welcome' ? readRooms(rooms) : []
}

function readRooms(rooms: Value | undefined): readonly Kept[] {
  if (!isList(rooms)) return []
  return rooms.slice(0, mailRoomsMax).flatMap(kept => {
    const act = parseAct({ kind: 'key.keep', kept })
    return act.ok && act.value.kind === 'key.keep' && act.value.kept.purpose === 'room'
      ? [act.value.kept]
      : []
  })
}
