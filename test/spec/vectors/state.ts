/** Logs of rooms, and what each position of them makes of the room: refusals too. A file for each area. */

import type { RoomFile } from '../../../packages/core/test/vector-operations.ts'
import { fileOf } from './cast.ts'
import { agenda } from './rooms/agenda.ts'
import { assent } from './rooms/assent.ts'
import { close } from './rooms/close.ts'
import { desk } from './rooms/desk.ts'
import { entry } from './rooms/entry.ts'
import { eyes } from './rooms/eyes.ts'
import { fact } from './rooms/fact.ts'
import { item } from './rooms/item.ts'
import { keyring } from './rooms/keyring.ts'
import { mandate } from './rooms/mandate.ts'
import { message } from './rooms/message.ts'
import { offices } from './rooms/offices.ts'
import { retention } from './rooms/retention.ts'
import { roster } from './rooms/roster.ts'
import { rules } from './rooms/rules.ts'
import { step } from './rooms/step.ts'
import { table } from './rooms/table.ts'
import { team } from './rooms/team.ts'
import { text } from './rooms/text.ts'
import { undertaking } from './rooms/undertaking.ts'

export const state = (): RoomFile =>
  fileOf('Logs of rooms, and what each position makes of the room.', [
    ...roster,
    ...table,
    ...message,
    ...item,
    ...desk,
    ...team,
    ...offices,
    ...eyes,
    ...agenda,
    ...fact,
    ...step,
    ...undertaking,
    ...close,
    ...assent,
    ...mandate,
    ...text,
    ...retention,
    ...keyring,
    ...rules,
    ...entry,
  ])
