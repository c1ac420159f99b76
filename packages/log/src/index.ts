/** Bytes, keys, envelopes, Merkle tree, checkpoints: see `docs/spec/`. */
export * from './access.ts'
export * from './adherence.ts'
export {
  type Bytes,
  base64ToBytes,
  base64urlToBytes,
  bytesToBase64,
  bytesToBase64url,
  bytesToHex,
  concat,
  equalBytes,
  fromUtf8,
  hexToBytes,
  randomBytes,
  utf8,
} from './bytes.ts'
export * from './checkpoint.ts'
export * from './comparison.ts'
/** For what a device keeps to itself: bytes under a key, bound to a purpose. */
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
export { textToDigits } from './digits.ts'
export {
  createSigningKey,
  isEnrollable,
  publicKeyBytes,
  type SigningKey,
  seedBytes,
  signatureBytes,
  signTagged,
  verify,
  verifyBytes,
} from './ed25519.ts'
export {
  type DecodeLimits,
  decode,
  decodeShared,
  encode,
  encodingBytesMax,
  encodingDepthMax,
  isBytes,
  isBytesOf,
  isCount,
  isList,
  isRecord,
  isText,
  isTuple,
  type Value,
} from './encoding.ts'
export * from './engine.ts'
export * from './entry.ts'
export {
  type EnvelopePeek,
  type EnvelopePlace,
  envelopeBytesMax,
  envelopeVersion,
  openEnvelope,
  openRevealed,
  peekEnvelope,
  plaintextBytesMax,
  revealContentKey,
  sealEnvelope,
} from './envelope.ts'
export * from './epoch.ts'
export * from './epoch-check.ts'
export * from './evidence.ts'
export { deriveBytes, hash, hashBytes, sha256 } from './hash.ts'
export * from './id.ts'
export * from './invitation.ts'
export { digestRoster } from './keys-binding.ts'
export * from './keys-envelope.ts'
export {
  type FollowedEpoch,
  type KeysRecipient,
  makeKeysEnvelope,
  makeSlottedKeysEnvelope,
  type SlotSource,
} from './keys-make.ts'
export { type KeysVersion, recipientsMax } from './keys-public.ts'
export * from './leaf.ts'
export * from './merkle.ts'
export * from './note.ts'
export * from './padding.ts'
export * from './passphrase.ts'
export * from './passphrase-strength.ts'
export * from './phrase.ts'
export * from './proof.ts'
export * from './result.ts'
export * from './sealed.ts'
export * from './secret.ts'
export * from './steward.ts'
export * from './tags.ts'
export { isWrapKey, wrapPublicKeyBytes } from './wrap.ts'
