import type { Act, DeviceCard, DeviceId } from '@goodoffices/core'
import type { DeviceKeys } from '@goodoffices/log'
import { cardsIn, cardToKeys, keysToCard } from './cards.ts'

/** Devices that were ever named in a room. A device's id is a hash of its keys, so that a card can be believed wherever it stands. */
export class NamedDevices {
  readonly #keys = new Map<DeviceId, DeviceKeys>()

  collect(act: Act): void {
    this.add(cardsIn(act))
  }

  add(cards: readonly DeviceCard[]): void {
    for (const card of cards) {
      const keys = cardToKeys(card)
      if (keys !== undefined) this.#keys.set(card.device, keys)
    }
  }

  keysOf(device: DeviceId): DeviceKeys | undefined {
    return this.#keys.get(device)
  }

  cardOf(device: DeviceId): DeviceCard | undefined {
    const keys = this.#keys.get(device)
    return keys === undefined ? undefined : keysToCard(device, keys)
  }

  cards(): readonly DeviceCard[] {
    return [...this.#keys].map(([device, keys]) => keysToCard(device, keys))
  }
}
