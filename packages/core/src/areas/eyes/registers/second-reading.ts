import * as v from 'valibot'
import { id } from '../../../ids.ts'
import { type RegisterItem, standingOf } from '../../../item/item.ts'
import { isTakenBack, register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { isMediator } from '../../../room/roles.ts'
import { digest } from '../../assent/content.ts'
import { readable } from '../plan.ts'
import { eyesVerbs, lastWords } from '../verbs.ts'

const fields = {
  toRead: readable,
  /** EYES-3: of that and of all that it hangs on, as it stood with whoever asks. */
  digest,
  /** Who is asked; anybody of the team where nobody is named. */
  reader: v.exactOptional(id('member')),
} as const

/** What one mediator asks another to read before it is done. */
export const secondReading = register({
  name: 'second-reading',
  fields,
  rooms: { desk: ['mediators'] },
  material: ['toRead', 'digest'],
  title: 'toRead',
  verbs: eyesVerbs,
  standing: item => {
    if (isTakenBack({ verbs: eyesVerbs }, item)) return { standing: 'eyes-dropped' }
    const said = lastWords(item)
    if (said.some(({ verb }) => verb === 'eyes-against')) return { standing: 'eyes-against' }
    return { standing: said.length > 0 ? 'eyes-seen' : 'eyes-asked' }
  },
  asks: (item, reader) => {
    const { by, fields } = standingOf(item)
    const isAsked = (fields.reader ?? reader.member) === reader.member && by !== reader.member
    const waits = !isTakenBack({ verbs: eyesVerbs }, item) && lastWords(item).length === 0
    return isMediator(reader) && isAsked && waits ? [{ kind: 'say', verb: 'eyes-seen' }] : []
  },
})
export type SecondReading = RegisterItem<Body<typeof fields>>
