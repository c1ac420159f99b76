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
  close(): Promise<void>
}

export type VaultErrorCode = 'vault-failed' | 'vault-full' | 'vault-damaged' | 'vault-in-use' | 'vault-closed'

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
