/** Views over all the rooms that one holds: no acts, no registers, and no part of a room's state. They are read off what stands there. */

import { area } from '../../room/area.ts'

export const view = area({ name: 'view', begin: () => ({}), acts: [] })
