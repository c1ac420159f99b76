/** Rows of the things that many commands answer with: one kind of thing has one row, whichever command lists it (CLI-12). */

import {
  andMore,
  count,
  type Fields,
  named,
  object,
  oneOf,
  open,
  openRows,
  rows,
  text,
  time,
  violation,
  violations,
  yesNo,
} from './shape.ts'

export const roomFields: Fields = { room: text, handle: text }
export const roomRows = named('rooms', rows(roomFields))

/** SYNC-38: what was done in several rooms. `waits`: decided there and kept on this device, until it is sent. */
export const everywhereFields: Fields = {
  rooms: rows({ ...roomFields, waits: yesNo }),
  remaining: rows({ ...roomFields, why: violation }),
}

/** A room whole. */
export const wholeRoom: Fields = {
  ...roomFields,
  kind: oneOf('table', 'caucus', 'delegation', 'desk', 'group', 'private'),
  'title?': text,
  'party?': open({ party: text, name: text }),
  process: open({ process: text, title: text }),
  members: openRows({ member: text, name: text, role: text }),
  epoch: count,
  size: count,
  waiting: count,
}

export const personFields: Fields = { member: text, handle: text, name: text }
export const partyFields: Fields = { party: text, handle: text, name: text }
export const processFields: Fields = { process: text, handle: text, title: text }
export const conveyanceFields: Fields = { conveyance: text, handle: text }

export const terms = named(
  'terms',
  object({ role: oneOf('carry', 'host', 'propose'), disclosure: oneOf('open', 'closed') }),
)

export const homeFields: Fields = {
  name: text,
  member: text,
  device: text,
  directory: text,
  address: text,
  waiting: count,
  troubles: violations,
  ...everywhereFields,
}

const finding = openRows({ number: count, kind: text, text })
const reaching: Fields = {
  arrival: open({ kind: text }),
  to: text,
  findings: finding,
  'unread?': rows({ room: text, why: violation }),
}

/** What was shown before it went, of each room that it goes to. */
export const reachRows = named('together', rows(reaching))
/** With `--preview`: nothing went. */
export const previewed: Fields = { together: reachRows, allowed: yesNo, 'why?': violation }

/** An item of a room's record, with what its act has. */
export const itemRow = open({ kind: text, position: count, time })
export const itemRows = named('items', openRows({ kind: text, position: count, time }))

/** What waits, with the command that comes next. */
export const waitingRows = named('waiting', openRows({ kind: text, handle: text, next: text }))

/** What was delivered, and what it is called where it arrived. */
export const deliveredShape = rows({
  ...conveyanceFields,
  to: text,
  'delivery?': text,
  'deliveryHandle?': text,
})

/** A thing of a register. */
export const thingFields: Fields = {
  item: text,
  handle: text,
  room: text,
  register: text,
  fields: open(),
  sheet: open(),
  ...andMore,
}

export const deviceRows = named(
  'devices',
  rows({ device: text, is: oneOf('this', 'former', 'paper', 'former-paper', 'other') }),
)

/** Where a server listens. */
export const listening: Fields = { url: text, name: text, vkey: text }
