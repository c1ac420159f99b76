/** Every command but the settlement engine's: those of the areas, and those that are no area's. */

import type { Command } from 'commander'
import { areas } from './areas.ts'
import { registerCopy } from './commands/copy.ts'
import { registerIdentity } from './commands/identity.ts'
import { registerInbox } from './commands/inbox.ts'
import { registerInvite } from './commands/invite.ts'
import { registerJoin } from './commands/join.ts'
import { registerNotify } from './commands/notify.ts'
import { registerProcess } from './commands/process.ts'
import { registerRoom } from './commands/room.ts'
import { registerSearch } from './commands/search.ts'
import { registerToday } from './commands/today.ts'
import { registerVerify } from './commands/verify.ts'
import { registerWatch } from './commands/watch.ts'
import { registerWitness } from './commands/witness.ts'
import { registerDemo } from './server/demo.ts'
import { registerLogs } from './server/logs.ts'
import { registerServe } from './server/serve.ts'
import { registerStore } from './server/store.ts'
import { registerWeb } from './server/web.ts'
import { type Commands, type Examples, type Heading, headings } from './shell/headings.ts'
import type { Terminal } from './shell/terminal.ts'

const ground: Commands = [
  { under: 'Running it', place: 10, register: registerServe },
  { under: 'Running it', place: 20, register: registerDemo },
  { under: 'Running it', place: 30, register: registerStore },
  { under: 'Running it', place: 35, register: registerLogs },
  { under: 'Running it', place: 40, register: registerWeb },
  { under: 'Who you are', place: 10, register: registerIdentity },
  { under: 'The talks', place: 10, register: registerProcess },
  { under: 'The talks', place: 20, register: registerInvite },
  { under: 'The talks', place: 30, register: registerJoin },
  { under: 'Hearing and carrying', place: 8, register: registerToday },
  { under: 'Hearing and carrying', place: 10, register: registerInbox },
  { under: 'Hearing and carrying', place: 12, register: registerWatch },
  { under: 'Hearing and carrying', place: 14, register: registerNotify },
  { under: 'Hearing and carrying', place: 20, register: registerRoom },
  { under: 'Hearing and carrying', place: 25, register: registerSearch },
  { under: 'The record', place: 10, register: registerCopy },
  { under: 'The record', place: 12, register: registerVerify },
  { under: 'The record', place: 14, register: registerWitness },
]

const all: Commands = [...ground, ...Object.values(areas).flatMap(({ commands }) => commands)]

const examples: Examples = Object.assign({}, ...Object.values(areas).map(area => area.examples))

type Register = (program: Command, terminal: Terminal) => void

/** By the headings of the help, in the order of the work. */
export const commands: readonly (readonly [Heading, readonly Register[]])[] = headings.map(heading => [
  heading,
  all
    .filter(({ under }) => under === heading)
    .toSorted((a, b) => a.place - b.place)
    .map(
      ({ register }): Register =>
        (program, terminal) =>
          register(program, terminal, examples),
    ),
])
