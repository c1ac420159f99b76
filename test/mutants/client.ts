import { closing } from './client/closing.ts'
import { eyes } from './client/eyes.ts'
import { letters } from './client/letters.ts'
import { log } from './client/log.ts'
import { papers } from './client/papers.ts'
import { people } from './client/people.ts'
import { questions } from './client/questions.ts'
import { room } from './client/room.ts'
import { steps } from './client/steps.ts'
import { textFiles } from './client/text-files.ts'
import { undertakings } from './client/undertakings.ts'
import { viewsAndTemplates } from './client/views.ts'
import type { Mutant } from './mutant.ts'

/** What a member's device believes, and what its copies on paper say: a file for what they are about. */
export const client: readonly Mutant[] = [
  ...closing,
  ...eyes,
  ...letters,
  ...log,
  ...papers,
  ...people,
  ...questions,
  ...room,
  ...steps,
  ...viewsAndTemplates,
  ...textFiles,
  ...undertakings,
]
