import { countingMarks, register } from '../../../item/register.ts'
import { title } from '../../../schema.ts'

const fields = {
  /** What it is called; its words are those of the question that put it. */
  title,
} as const

const verbs = {
  assented: { who: ['binds'], lapses: true, powers: 'adopt' },
} as const

/** What the mediators proposed and all who were asked have said yes to: accepted in principle, and no agreement yet. */
export const proposal = register({
  name: 'proposal',
  fields,
  rooms: { caucus: ['mediators'], table: ['mediators'], desk: ['mediators'] },
  material: ['title'],
  agreed: 'assented',
  title: 'title',
  verbs,
  standing: item => ({
    standing: countingMarks({ verbs }, item).some(({ question }) => question !== undefined)
      ? 'accepted-in-principle'
      : 'proposed',
  }),
})
