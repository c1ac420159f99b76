/** Outcome of an operation on input that may be invalid or hostile. Our own bugs throw instead. */
export type Result<T, E = Violation> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

/**
 * Every way in which input can be refused by this package: stable, never prose. The wording for people lives with the
 * web app and the command line, which may check their catalogue against this list.
 */
export const violationCodes = [
  'access/clock',
  'access/malformed',
  'access/signature',
  'bytes/malformed',
  'checkpoint/malformed',
  'checkpoint/origin',
  'encoding/duplicate-key',
  'encoding/float',
  'encoding/forbidden-key',
  'encoding/indefinite',
  'encoding/integer-range',
  'encoding/key-type',
  'encoding/malformed',
  'encoding/not-canonical',
  'encoding/shape',
  'encoding/simple-value',
  'encoding/tag',
  'encoding/too-deep',
  'encoding/too-large',
  'entry/author',
  'entry/epoch',
  'entry/log',
  'entry/signature',
  'entry/version',
  'envelope/author',
  'envelope/commitment',
  'envelope/epoch',
  'envelope/kind',
  'envelope/left-out',
  'envelope/log',
  'envelope/history-opened',
  'envelope/no-previous',
  'envelope/no-steward',
  'envelope/not-a-recipient',
  'envelope/padding',
  'envelope/previous-commitment',
  'envelope/previous-differs',
  'envelope/previous-unreadable',
  'envelope/recipients',
  'envelope/roster',
  'envelope/signature',
  'envelope/slot',
  'envelope/steward-given',
  'envelope/stewards',
  'envelope/too-large',
  'envelope/undecryptable',
  'envelope/unproven',
  'envelope/version',
  'invitation/commitment',
  'invitation/malformed',
  'invitation/mismatch',
  'key/length',
  'key/not-enrollable',
  'merkle/proof',
  'merkle/range',
  'merkle/root',
  'note/malformed',
  'note/signature',
  'note/unsigned',
  'note/verifier',
  'passphrase/malformed',
  'passphrase/parameters',
  'passphrase/short',
  'passphrase/wrong',
  'phrase/checksum',
  'phrase/length',
  'phrase/word',
  'proof/malformed',
  'sealed/not-a-recipient',
  'sealed/signature',
] as const

export type ViolationCode = (typeof violationCodes)[number]

/** Why input was refused: a code, and data that help to find the place (never secrets, never prose). */
export type Violation = { readonly code: ViolationCode; readonly [detail: string]: unknown }

export const succeed = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const refuse = (
  code: ViolationCode,
  detail?: Readonly<Record<string, unknown>>,
): { readonly ok: false; readonly error: Violation } => ({ ok: false, error: { ...detail, code } })
