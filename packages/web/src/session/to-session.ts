import type { Session as ClientSession } from '@goodoffices/client'
import { fail } from '@goodoffices/core'
import type { OwnDevice, Session } from './session.ts'

/** The client's session with what the screens call by other names. */
export function toSession(client: ClientSession): Session {
  return Object.assign(client, {
    devices: (): readonly OwnDevice[] => [],
    addDeviceLink: async () => fail('not-available'),
    removeDevice: async () => fail('not-available'),
    exportRoom: async () => fail('not-available'),
    exportProcess: async () => fail('not-available'),
  })
}
