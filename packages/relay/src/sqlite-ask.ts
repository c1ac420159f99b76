import type { StatementSync } from 'node:sqlite'
import type { StoreValue } from './store.ts'

/** Runs a statement whose values stand at `$1` and on. */
export function askStatement<Row extends object>(
  statement: StatementSync,
  values: readonly StoreValue[],
): Row[] {
  const rows = statement.all(Object.fromEntries(values.map((value, i) => [`$${i + 1}`, value])))
  return rows.map(row => ({ ...row }) as Row)
}
