/** The little of this package that a first screen needs: the browser's vault, what it says before it is opened, and what may open it. */

export { checkPassphrase, passphraseCharactersMin } from '@goodoffices/log'
export { inspectVault } from './identity/lock.ts'
export { openIndexedDbVault, peekIndexedDb } from './vault/indexeddb.ts'
export { type Vault, VaultError } from './vault/vault.ts'
