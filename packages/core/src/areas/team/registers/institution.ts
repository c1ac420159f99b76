import * as v from 'valibot'
import { standingOf } from '../../../item/item.ts'
import { register } from '../../../item/register.ts'
import { isRecordedFor } from '../../../room/in-whose-name.ts'
import { isMediator, leadsParty } from '../../../room/roles.ts'
import { name, note } from '../../../schema.ts'
import { institutionsName, mediatorsNamed, saidOf } from '../coming.ts'
import { institutionVerbs } from '../verbs.ts'

const fields = {
  institution: name,
  /** As what its mediators come, for which matters. */
  task: v.exactOptional(note),
} as const

/** An institution whose mediators are to work with a party: by that party's yes alone. */
export const institution = register({
  name: institutionsName,
  staysHere: true,
  fields,
  // At the desk it is what all are asked about in one question.
  rooms: { caucus: ['mediators', 'leads'], desk: ['mediators'] },
  material: ['institution'],
  // GOOD-11: who says yes to a question of kind *join* lets them come from here on; more is said in its own caucus.
  agreed: 'accepted-from-here',
  title: 'institution',
  verbs: institutionVerbs,
  standing: (item, room) => {
    const named = standingOf(item).fields.institution
    const said = saidOf(room, named)?.verb
    if (said === 'asked-out')
      return { standing: mediatorsNamed(room, named).length > 0 ? 'asked-out' : 'gone-out' }
    // TEAM-5: whom a party came to, and has said nothing of, it has let come.
    return {
      standing: said ?? (mediatorsNamed(room, named).length > 0 ? 'accepted-from-here' : 'unanswered'),
    }
  },
  asks: (item, reader, room) => {
    const answers = isMediator(reader) ? isRecordedFor(room) : leadsParty(reader)
    const named = standingOf(item).fields.institution
    const isAsked = answers && saidOf(room, named) === undefined && mediatorsNamed(room, named).length === 0
    return isAsked ? [{ kind: 'say', verb: 'accepted-from-here' }] : []
  },
})
