import { heldTexts } from '../../../item/held-text.ts'
import type { RegisterItem } from '../../../item/item.ts'
import { countingMarks, register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { title } from '../../../schema.ts'
import { answersForParty } from '../answers.ts'
import { agreementVerbs } from '../verbs.ts'

const fields = {
  title,
  /** In each language the words themselves, or a file that all have, by its hash: none of its bytes are here. */
  agreementIn: heldTexts,
} as const

/** The agreement to mediate: by which rules it is mediated, as each party accepts it in its own caucus. */
export const agreement = register({
  name: 'agreement-to-mediate',
  fields,
  rooms: { desk: ['mediators'], caucus: ['mediators'] },
  material: ['agreementIn'],
  agreed: 'accepted',
  title: 'title',
  verbs: agreementVerbs,
  standing: (item, room) => {
    const said = countingMarks({ verbs: agreementVerbs }, item).at(-1)?.verb
    if (said === 'accepted') return { standing: 'agreement-accepted' }
    if (said === 'declined') return { standing: 'agreement-declined' }
    if (said === 'change-asked') return { standing: 'change-asked' }
    if (item.marks.some(({ verb }) => verb === 'accepted')) return { standing: 'to-be-confirmed' }
    return { standing: room.kind === 'desk' ? 'agreement-drafted' : 'agreement-put' }
  },
  asks: (item, reader, room) =>
    answersForParty(reader, room) && countingMarks({ verbs: agreementVerbs }, item).length === 0
      ? [{ kind: 'say', verb: 'accepted' }]
      : [],
})
export type AgreementToMediate = RegisterItem<Body<typeof fields>>
