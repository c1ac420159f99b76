/** What a rule says no to: a stable code and data for the words of the interface, never prose. */
export type Violation<C extends string = string> = {
  readonly code: C
  readonly [datum: string]: string | number | boolean
}

export type Failure<C extends string = string> = { readonly ok: false; readonly error: Violation<C> }

export type Result<T, E = Violation> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

/** The verdict of a rule. The codes stay in the type, so that a sentence can be demanded for each. */
export type Checked<C extends string = string> = Result<null, Violation<C>>

/** The codes with which a function's answer can fail. */
export type CodeIn<R> = R extends { readonly ok: false; readonly error: { readonly code: infer C } }
  ? C
  : never

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const fail = <const C extends string>(
  code: C,
  data: Readonly<Record<string, string | number | boolean>> = {},
): Failure<C> => ({ ok: false, error: { ...data, code } })
