/** Who runs a relay, as they say it themselves: shown to whoever is about to join, and believed by nobody for that. */
export type Operator = {
  readonly name?: string | undefined
  /** Where the machine stands, or whose law it is under. */
  readonly country?: string | undefined
  readonly pays?: string | undefined
  readonly contact?: string | undefined
}

/** Whom to tell of a weakness of this very server. */
export type SecurityContact = {
  /** Each an address: `mailto:`, `https:` or `tel:`. At least one. */
  readonly contacts: readonly string[]
  /** The page that says how reports are dealt with. */
  readonly policy?: string | undefined
}

/** RFC 9116 wants less than a year; a server that runs on says a new one each time it is asked. */
const expiresMs = 180 * 86_400_000

/** REL-132: `/.well-known/security.txt`, RFC 9116. `now` is in milliseconds since 1970. */
export function securityToText({ contacts, policy }: SecurityContact, now: number): string {
  const fields = [
    ...contacts.map(contact => ['Contact', contact]),
    ['Expires', `${new Date(now + expiresMs).toISOString().slice(0, 19)}Z`],
    ['Preferred-Languages', 'en, ar, fa, fr, es'],
    ...(policy === undefined ? [] : [['Policy', policy]]),
  ]
  return `${fields.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`
}
