/** Every command but the settlement engine's, under the headings of the help. */

import type { Command } from 'commander'
import { registerConvey } from './areas/desk/convey.ts'
import { registerConveyances } from './areas/desk/conveyances.ts'
import { registerOffer } from './areas/message/offer.ts'
import { registerReceive } from './areas/message/receive.ts'
import { registerRelease } from './areas/message/release.ts'
import { registerSpeak } from './areas/message/speak.ts'
import { registerRecord } from './areas/retention/record.ts'
import { registerCopy } from './commands/copy.ts'
import { registerIdentity } from './commands/identity.ts'
import { registerInbox } from './commands/inbox.ts'
import { registerInvite } from './commands/invite.ts'
import { registerJoin } from './commands/join.ts'
import { registerPeople } from './commands/people.ts'
import { registerProcess } from './commands/process.ts'
import { registerRoom } from './commands/room.ts'
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
