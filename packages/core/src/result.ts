/** What a rule says no to: a stable code and data for the wording catalogue, never prose. */
export type Violation = { readonly code: string; readonly [datum: string]: string | number | boolean }

export type Result<T, E = Violation> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const fail = (
  code: string,
  data: Readonly<Record<string, string | number | boolean>> = {},
): { readonly ok: false; readonly error: Violation } => ({ ok: false, error: { ...data, code } })
