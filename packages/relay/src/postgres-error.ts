import { StoreError } from './store.ts'

/** Of SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html: what has another meaning than "it failed". */
const diskFull = '53100'
const damaged = ['XX001', 'XX002']
const uniqueViolation = '23505'

function sqlStateOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** A hash that the log holds already. */
export function isRepeatedHash(thrown: unknown): boolean {
  const error = thrown instanceof StoreError ? thrown.cause : undefined
  const name = error instanceof Error && 'constraint' in error ? String(error.constraint) : ''
  return sqlStateOf(error) === uniqueViolation && name.includes('hash')
}

/** What the database or the way to it did, in the store's own words. `place` names it, without what opens it. */
export function toStoreError(place: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error
  const code = sqlStateOf(error)
  // A refused connection to a name with several addresses has its reasons inside.
  const detail = error instanceof AggregateError ? error.errors.join('; ') : error.message
  const options = { cause: error }
  if (code === diskFull)
    return new StoreError(
      'store-full',
      `${place} cannot grow (${detail}). Everything acknowledged before is kept; the last write was not made. ` +
        'Free space on its disk, and it goes on by itself.',
      options,
    )
  if (code !== undefined && damaged.includes(code))
    return new StoreError(
      'store-corrupt',
      `${place} is damaged (${detail}). It was left as it is. Restore the last dump, or fail over to a standby.`,
      options,
    )
  return new StoreError(
    'store-failed',
    `${place} could not be read or written (${detail}). Everything acknowledged before is kept. ` +
      'Check that the database runs, that it can be reached from here, and what this user may do in it.',
    options,
  )
}
