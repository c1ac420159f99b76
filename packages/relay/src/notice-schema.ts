/**
 * Where somebody is told that something waits, and of which logs. Beside the logs, and of none of their changes: each statement is a
 * change by itself, in words that both engines know.
 *
 * `holder` is the log whose key registered it, a member's own; `name` a hash of way and address. `code` is absent once the address was
 * confirmed, or where none is asked for; `asked` when it was sent. `news` is the time of the last envelope that was not told of, `due`
 * when it will be; 0 where nothing is.
 */
export const noticeTables = [
  `CREATE TABLE notice (
    holder text NOT NULL,
    name text NOT NULL,
    way text NOT NULL,
    address text NOT NULL,
    language text NOT NULL,
    delayed bigint NOT NULL,
    code text,
    tries bigint NOT NULL,
    asked bigint NOT NULL,
    seen bigint NOT NULL,
    told bigint NOT NULL,
    news bigint NOT NULL,
    due bigint NOT NULL,
    PRIMARY KEY (holder, name)
  )`,
  'CREATE INDEX notice_name ON notice (name)',
  'CREATE INDEX notice_due ON notice (due) WHERE due > 0',
  `CREATE TABLE notice_log (
    holder text NOT NULL,
    name text NOT NULL,
    log text NOT NULL,
    epoch bigint NOT NULL,
    PRIMARY KEY (holder, name, log)
  )`,
  'CREATE INDEX notice_log_log ON notice_log (log)',
]
