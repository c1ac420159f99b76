export * from './access.ts'
export * from './bytes.ts'
export * from './checkpoint.ts'
export {
  isSealedValue,
  open,
  type Purpose,
  type Sealed,
  seal,
  sealedToValue,
  valueToSealed,
} from './content.ts'
export * from './device.ts'
export * from './ed25519.ts'
export * from './encoding.ts'
export * from './entry.ts'
export * from './envelope.ts'
export * from './epoch.ts'
export * from './evidence.ts'
export * from './hash.ts'
export * from './id.ts'
export * from './invitation.ts'
export * from './keys-envelope.ts'
export { recipientsMax } from './keys-public.ts'
export * from './leaf.ts'
export * from './merkle.ts'
export * from './note.ts'
export * from './padding.ts'
export * from './passphrase.ts'
export * from './phrase.ts'
export * from './proof.ts'
export * from './result.ts'
export * from './sealed.ts'
export * from './secret.ts'
export * from './tags.ts'
export { isWrapKey, wrapPublicKeyBytes } from './wrap.ts'
