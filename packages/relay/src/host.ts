import { isIP } from 'node:net'

/**
 * Whether a request was made to one of the relay's own names. A page elsewhere can have its name lead to this machine, and
 * would then count as a page of the relay itself; its name gives it away. An address is nobody's to redirect.
 */
export function isHostAllowed(header: string | undefined, names: readonly string[] | undefined): boolean {
  if (names === undefined || header === undefined) return true
  const [, bracketed, plain = ''] = /^(?:\[(.*)\]|([^:]*))(?::[0-9]{1,5})?$/.exec(header) ?? []
  if (bracketed !== undefined) return isIP(bracketed) === 6
  const name = plain.toLowerCase().replace(/\.$/, '')
  if (isIP(name) === 4 || name === 'localhost' || name.endsWith('.localhost')) return true
  return names.some(known => known.toLowerCase() === name)
}
