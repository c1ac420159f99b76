import { createDevice, type Device, type DeviceId, Secret, sha256, utf8 } from '../src/index.ts'

/** The same secret for the same name, in every run. */
export const secretOf = (name: string): Secret => new Secret(sha256(utf8(name)))

const made = new Map<string, Promise<Device>>()

export const deviceOf = (name: string): Promise<Device> => {
  const device = made.get(name) ?? createDevice(secretOf(name))
  made.set(name, device)
  return device
}

export const keysOf =
  (...devices: readonly Device[]) =>
  (id: DeviceId): Uint8Array | undefined =>
    devices.find(device => device.id === id)?.publicKeys.sign
