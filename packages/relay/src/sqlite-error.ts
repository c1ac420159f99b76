import { StoreError, type StoreErrorCode } from './store.ts'

/** SQLite's primary result codes, https://www.sqlite.org/rescode.html */
const codes: Readonly<Record<number, StoreErrorCode>> = {
  11: 'store-corrupt',
  13: 'store-full',
  26: 'store-corrupt',
}

/** Runs what touches the file, and turns SQLite's errors into the store's own. */
export function guard<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toStoreError(path, error)
  }
}

function toStoreError(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError || !('errcode' in error)) return error
  const detail = error.message
  const code = codes[Number(error.errcode) & 0xff]
  switch (code) {
    case 'store-corrupt':
      return corrupt(path, detail, error)
    case 'store-full':
      return new StoreError(
        'store-full',
        `${path} cannot grow (${detail}). Everything acknowledged before is kept; the last write was not made. ` +
          'Free space on the disk or raise the limit, and it goes on by itself.',
        { cause: error },
      )
    case 'store-closed':
    case 'store-failed':
    case 'store-in-use':
    case 'store-version':
    case undefined:
      return new StoreError(
        'store-failed',
        `${path} could not be read or written (${detail}). Everything acknowledged before is kept. ` +
          'Check the disk and the permissions of the folder.',
        { cause: error },
      )
    default:
      return code satisfies never
  }
}

export function corrupt(path: string, detail: string, cause?: Error): StoreError {
  return new StoreError(
    'store-corrupt',
    `${path} is damaged (${detail}). The files were left as they are. ` +
      'Copy the folder aside, then restore the last backup that verifies.',
    { cause },
  )
}
