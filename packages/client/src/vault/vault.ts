/**
 * Where a device keeps what it holds: bytes by key, in key order. A change is atomic, and durable when its promise resolves.
 * What must not be read by whoever finds the device is sealed before it gets here (`strongbox.ts`).
 */
export interface Vault {
  read(key: string): Promise<Uint8Array | undefined>
  /** All or nothing; `null` removes. */
  write(changes: ReadonlyMap<string, Uint8Array | null>): Promise<void>
  /** Keys that start with `prefix`, in order, with their values; `after` continues a listing. */
  scan(
    prefix: string,
    options?: { readonly after?: string; readonly countMax?: number },
  ): Promise<readonly (readonly [string, Uint8Array])[]>
  /** Where a key lies that no passphrase protects; absent where a vault has no such place, and keeps it among the rest. */
  readonly keyPlace?: KeyPlace
  /** Leaves nothing on the disk of what was removed or replaced, as far as that can be had; absent where it cannot. */
  compact?(): Promise<void>
  close(): Promise<void>
}

/** A place for 32 bytes that is overwritten where it lies: what was there before cannot be read from the same place again. */
export interface KeyPlace {
  /** Undefined where nothing was put there. */
  read(): Promise<Uint8Array | undefined>
  /** Durable when it resolves; false where the device has no such place after all. */
  write(key: Uint8Array): Promise<boolean>
  /** Overwrites what is there, and removes it; nothing happens where nothing is. */
  erase(): Promise<void>
}

export type VaultErrorCode =
  | 'vault-failed'
  | 'vault-full'
  | 'vault-damaged'
  | 'vault-in-use'
  | 'vault-silent'
  | 'vault-closed'

/** The device could not keep or give back what it was asked to. Nothing of the change was kept. */
export class VaultError extends Error {
  readonly code: VaultErrorCode
  constructor(code: VaultErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'VaultError'
    this.code = code
  }
}

/** The key after every key that starts with `prefix`. */
export const endOfPrefix = (prefix: string): string => `${prefix}\uffff`
