import type { Value } from '@goodoffices/log'

/** The text that a decoded value is; empty for anything else, which then fits nowhere. */
export const toText = (value: Value | undefined): string => (typeof value === 'string' ? value : '')
