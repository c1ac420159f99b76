/** Why the relay did not do what was asked: a stable code and data, never prose. `docs/spec/relay.md` lists all. */
export type Refusal = { readonly code: RefusalCode; readonly [detail: string]: unknown }

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Refusal }

/** Each code and the HTTP status it travels under. */
export const refusalStatus = {
  'relay/malformed': 400,
  'relay/envelope': 400,
  'relay/expect-required': 400,
  'relay/range': 400,
  'relay/unauthenticated': 401,
  'relay/stale-epoch': 403,
  'relay/steward': 403,
  'relay/creation-token': 403,
  'relay/creation-right': 403,
  'relay/minting': 403,
  'relay/notice': 403,
  'relay/unknown-log': 404,
  'relay/unknown-path': 404,
  'relay/checkpoint': 403,
  'relay/too-slow': 408,
  'relay/conflict': 409,
  'relay/behind': 409,
  'relay/forked': 409,
  'relay/restore': 409,
  'relay/epoch': 409,
  'relay/exists': 409,
  'relay/too-large': 413,
  'relay/host': 421,
  'relay/too-many-requests': 429,
  'relay/quota': 429,
  'relay/internal': 500,
  'relay/busy': 503,
  'relay/starting': 503,
  'relay/stopping': 503,
  'relay/store-failed': 503,
  'relay/log-full': 507,
  'relay/store-full': 507,
} as const

export type RefusalCode = keyof typeof refusalStatus

export const succeed = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const refuse = (
  code: RefusalCode,
  detail?: Readonly<Record<string, unknown>>,
): { readonly ok: false; readonly error: Refusal } => ({ ok: false, error: { ...detail, code } })
