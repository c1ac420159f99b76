/** What a live line brings, whichever way it comes. */

import type { RelayClock } from './clock.ts'
import type { LiveHandlers } from './port.ts'
import { readCount, readFields, readNews, readText } from './wire.ts'

type Fields = ReturnType<typeof readFields>

/** Tells the handlers of a message. Throws `nonsense` for what is none; a message of a later relay is passed over. */
export function hearMessage(bytes: Uint8Array, clock: RelayClock, handlers: LiveHandlers): Fields {
  const fields = readFields(bytes)
  const { type } = fields
  switch (typeof type === 'string' ? type : '') {
    case 'hello':
    case 'beat':
      clock.hear(fields['now'])
      break
    case 'records':
      handlers.news(readNews(fields))
      break
    case 'subscribed':
      handlers.behind(readText(fields['log']), readCount(fields['size']))
      break
    case 'ended':
    case 'behind':
      handlers.unfollowed(readText(fields['log']), 'behind')
      break
    case 'refused':
      // With an id, something that was to be appended was refused, and nothing else.
      if (typeof fields['log'] === 'string' && fields['id'] === undefined)
        handlers.unfollowed(fields['log'], 'refused')
      break
    default:
      break
  }
  return fields
}
