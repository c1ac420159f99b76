/** Every command but the settlement engine's, under the headings of the help. */

import type { Command } from 'commander'
import { registerConvey } from './commands/convey.ts'
import { registerConveyances } from './commands/conveyances.ts'
import { registerCopy } from './commands/copy.ts'
import { registerIdentity } from './commands/identity.ts'
import { registerInbox } from './commands/inbox.ts'
import { registerInvite } from './commands/invite.ts'
import { registerJoin } from './commands/join.ts'
import { registerOffer } from './commands/offer.ts'
import { registerPeople } from './commands/people.ts'
import { registerProcess } from './commands/process.ts'
import { registerReceive } from './commands/receive.ts'
import { registerRecord } from './commands/record.ts'
import { registerRelease } from './commands/release.ts'
import { registerRoom } from './commands/room.ts'
import { registerSpeak } from './commands/speak.ts'
import { registerDemo } from './server/demo.ts'
import { registerServe } from './server/serve.ts'
import { registerStore } from './server/store.ts'
import type { Terminal } from './shell/terminal.ts'

type Register = (program: Command, terminal: Terminal) => void

/** In the order of the work; the headings are those of the help. */
export const commands: readonly (readonly [string, readonly Register[]])[] = [
  ['Running it', [registerServe, registerDemo, registerStore]],
  ['Who you are', [registerIdentity]],
  ['The talks', [registerProcess, registerInvite, registerJoin, registerPeople]],
  [
    'Hearing and carrying',
    [
      registerInbox,
      registerRoom,
      registerSpeak,
      registerRelease,
      registerConvey,
      registerConveyances,
      registerReceive,
      registerOffer,
    ],
  ],
  ['The record', [registerCopy, registerRecord]],
]
