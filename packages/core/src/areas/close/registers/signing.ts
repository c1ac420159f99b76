import { standingOf } from '../../../item/item.ts'
import { isTakenBack, register, type Who } from '../../../item/register.ts'
import { powersOfDone } from '../done.ts'
import { signingFields } from '../fields.ts'
import { digestsOf, instrumentIn, ladderOf } from '../ladder.ts'
import { signingVerbs } from '../verbs.ts'

/** CLOS-1: who may initial or sign; what makes a signature full, and what binds for good, is for those who lead. */
const signers: readonly Who[] = [
  {
    by: 'done',
    are: {
      initialled: ['binds'],
      'signed-ad-referendum': ['binds'],
      signed: ['binds'],
      confirmed: ['leads'],
      ratified: ['leads'],
      'consent-refused': ['leads'],
    },
  },
]

/**
 * A party's word on an instrument: given in its caucus, on the very words, and placed at the table with those of the others in one step
 * (decision 16). It is put once; who goes back on it withdraws it.
 */
export const signing = register({
  name: 'signing',
  fields: signingFields,
  rooms: { caucus: signers, table: ['mediators'], group: ['mediators'] },
  material: ['instrument', 'party', 'done', 'digest', 'signedBy', 'signedOn', 'proof'],
  title: 'signedBy',
  isToPass: true,
  verbs: signingVerbs,
  binds: ({ done }, { role }) =>
    done === 'confirmed' && role === 'principal' ? undefined : powersOfDone[done],
  unfit: ({ instrument: named, party, done, digest, paperAt, paperBefore, paperScan }, room, before) => {
    if (before !== undefined) return 'done'
    if (room.kind === 'caucus' && room.party?.party !== party) return 'party'
    if (paperAt === undefined && (paperBefore !== undefined || paperScan !== undefined)) return 'paperAt'
    const known = instrumentIn(room, named)
    // What names no instrument of the room counts for none.
    if (known === undefined) return undefined
    if (!standingOf(known).fields.boundParties.includes(party)) return 'party'
    if (standingOf(known).fields.digest !== digest) return 'digest'
    const { done: stands } = ladderOf(known, room, party)
    if (done === 'confirmed' && !stands.has('signed-ad-referendum')) return 'done'
    const isFull = stands.has('signed') || stands.has('confirmed')
    return done === 'ratified' && !isFull ? 'done' : undefined
  },
  standing: (item, room) => {
    if (isTakenBack({ verbs: signingVerbs }, item)) return { standing: 'signing-withdrawn' }
    const { instrument: named, digest } = standingOf(item).fields
    const known = instrumentIn(room, named)
    const isOfThese = known !== undefined && digestsOf(known).includes(digest)
    if (!isOfThese) return { standing: 'signing-of-other-words' }
    return { standing: room.kind === 'caucus' ? 'signing-given' : 'signing-placed' }
  },
})
