import { agenda } from './core/agenda.ts'
import { assent } from './core/assent.ts'
import { close } from './core/close.ts'
import { desk } from './core/desk.ts'
import { eyes } from './core/eyes.ts'
import { fact } from './core/fact.ts'
import { item } from './core/item.ts'
import { leak } from './core/leak.ts'
import { mandate } from './core/mandate.ts'
import { meeting } from './core/meeting.ts'
import { message } from './core/message.ts'
import { offices } from './core/offices.ts'
import { oneText } from './core/one-text.ts'
import { retention } from './core/retention.ts'
import { room } from './core/room.ts'
import { roster } from './core/roster.ts'
import { step } from './core/step.ts'
import { team } from './core/team.ts'
import { text } from './core/text.ts'
import { undertaking } from './core/undertaking.ts'
import type { Mutant } from './mutant.ts'

/** The rules of a negotiation: a file for each area, and for what is none's. */
export const core: readonly Mutant[] = [
  ...agenda,
  ...assent,
  ...close,
  ...desk,
  ...eyes,
  ...fact,
  ...item,
  ...leak,
  ...mandate,
  ...meeting,
  ...message,
  ...offices,
  ...oneText,
  ...retention,
  ...room,
  ...roster,
  ...step,
  ...team,
  ...text,
  ...undertaking,
]
