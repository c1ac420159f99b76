/** The database of this browser's person. */
export const vaultName = 'goodoffices'
