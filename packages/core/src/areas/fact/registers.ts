/** The registers of facts, one line each. */

import { matter } from './registers/matter.ts'
import { version } from './registers/version.ts'

export const factRegisters = [matter, version] as const
