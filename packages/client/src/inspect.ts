/** The little of this package that a first screen needs: the browser's vault, and what it says before it is opened. */

export { inspectVault } from './identity/lock.ts'
export { openIndexedDbVault } from './vault/indexeddb.ts'
export { type Vault, VaultError } from './vault/vault.ts'
