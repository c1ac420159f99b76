import * as v from 'valibot'
import { figure } from '../../../item/figure.ts'
import type { RegisterItem } from '../../../item/item.ts'
import { countingMarks, register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { note, title } from '../../../schema.ts'
import { alternativeVerbs } from '../verbs.ts'

const fields = {
  title,
  /** What happens without a deal. */
  withoutDeal: note,
  alternativeWhen: v.exactOptional(title),
  worth: v.exactOptional(figure),
  /** The problem file in which it is worked out, by its name. */
  settlementFile: v.exactOptional(title),
  changesIf: v.exactOptional(note),
} as const

/** FACT-4: what one does without a deal: a side's own, or the mediators' own estimate. Nobody else's room has the kind of thing. */
export const alternative = register({
  name: 'alternative',
  fields,
  rooms: { delegation: ['speaks'], private: ['anyone'], desk: ['mediators'] },
  material: ['withoutDeal', 'alternativeWhen', 'worth', 'settlementFile', 'changesIf'],
  title: 'title',
  verbs: alternativeVerbs,
  standing: item => ({
    standing:
      countingMarks({ verbs: alternativeVerbs }, item).length > 0
        ? 'alternative-reviewed'
        : 'alternative-held',
  }),
})
export type Alternative = RegisterItem<Body<typeof fields>>
