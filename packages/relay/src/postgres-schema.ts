import type { ClientBase } from 'pg'
import { noticeTables } from './notice-schema.ts'
import { StoreError } from './store.ts'

/** Every table of records is cut into this many parts, by log. Fixed: another number is another form. */
const parts = 16

/** Bytes are no text in any language, so that no order of one is kept for them. */
const id = 'text COLLATE "C" NOT NULL'

const tables: readonly { readonly name: string; readonly key: string; readonly columns: string }[] = [
  {
    name: 'log',
    key: 'id',
    columns: `
      id ${id},
      size bigint NOT NULL,
      bytes bigint NOT NULL,
      time bigint NOT NULL,
      frontier bytea NOT NULL,
      owed bigint NOT NULL,
      mints boolean NOT NULL,
      used bigint NOT NULL,
      PRIMARY KEY (id)`,
  },
  {
    name: 'access',
    key: 'log',
    columns: `
      log ${id},
      epoch bigint NOT NULL,
      key bytea NOT NULL,
      steward bytea,
      party bytea,
      start bigint NOT NULL,
      frontier bytea NOT NULL,
      PRIMARY KEY (log, epoch)`,
  },
  {
    name: 'record',
    key: 'log',
    columns: `
      log ${id},
      position bigint NOT NULL,
      time bigint NOT NULL,
      hash bytea NOT NULL,
      envelope bytea,
      PRIMARY KEY (log, position),
      UNIQUE (log, hash)`,
  },
  {
    name: 'tile',
    key: 'log',
    columns: `
      log ${id},
      position bigint NOT NULL,
      hash bytea NOT NULL,
      PRIMARY KEY (log, position)`,
  },
]

/**
 * One step a form, in order; what follows a release is added behind and never changed. No sequences, triggers, foreign keys or
 * advisory locks: what there is of order is in the row of a log, and other engines that speak this language have that too.
 */
const steps: readonly (readonly string[])[] = [
  [
    ...tables.flatMap(({ name, key, columns }) => [
      `CREATE TABLE ${name} (${columns}) PARTITION BY HASH (${key})`,
      ...Array.from(
        { length: parts },
        (_, part) =>
          `CREATE TABLE ${name}_${part} PARTITION OF ${name} FOR VALUES WITH (MODULUS ${parts}, REMAINDER ${part})` +
          // The row of a log changes with every append: where its page has room, no index does.
          (name === 'log' ? ' WITH (fillfactor = 50)' : ''),
      ),
    ]),
    `CREATE TABLE creation_right (
      name bytea PRIMARY KEY,
      log ${id},
      minted bigint NOT NULL,
      logs bigint NOT NULL,
      made bigint NOT NULL,
      until bigint NOT NULL
    )`,
    'CREATE INDEX creation_right_log ON creation_right (log, made)',
    ...noticeTables,
  ],
]

/** Which form the tables have, and whose they are: one row. */
const formTable = `CREATE TABLE IF NOT EXISTS store_form (
  one boolean PRIMARY KEY CHECK (one),
  version bigint NOT NULL,
  relay text
)`

/** Two that begin at once may both find no table, and one of them is told so in a way of the engine's own. */
const begunAtOnce = ['23505', '42P07', '42710']

/** Brings an empty or earlier database to the present form, once, however many relays start at a time. */
export async function bringForward(place: string, client: ClientBase): Promise<void> {
  await client.query(formTable).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && begunAtOnce.includes(String(error.code)))) throw error
  })
  await client.query('INSERT INTO store_form (one, version) VALUES (true, 0) ON CONFLICT (one) DO NOTHING')
  await client.query('BEGIN')
  try {
    // A large store takes as long as it takes.
    await client.query('SET LOCAL statement_timeout = 0')
    // The row is held until the end, so that whoever else starts waits, and then finds the work done.
    const found = await client.query<{ version: number }>('SELECT version FROM store_form FOR UPDATE')
    const version = found.rows[0]?.version ?? 0
    if (version > steps.length)
      throw new StoreError(
        'store-version',
        `${place} was written by a later version (form ${version}, this one knows ${steps.length}). ` +
          'Nothing was changed. Start the later version, or restore a dump made before it.',
      )
    for (const step of steps.slice(version)) await client.query(step.join(';\n'))
    if (version < steps.length) await client.query('UPDATE store_form SET version = $1', [steps.length])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}
