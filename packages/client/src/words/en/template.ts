import type { codes, Term } from '../../areas/template/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const template = {
  acts: {},
  events: {},
  refusals: {
    'template-unfit': {
      you: 'This is no template that can be used: at {place}: {reason}. Nothing was put anywhere. Correct it there, and read it again.',
      they: '{by} used a template that is none. It had no effect.',
    },
  },
  fields: {
    archiveFirst: 'To the archive before it may be destroyed',
    edition: 'Edition',
    renamable: 'Word',
    renamed: 'Called otherwise',
    verbsShown: 'Verbs beside a thing',
  },
  choices: {
    'register.template': 'Template',
    'say.template-left': 'Follow it no more',
    'standing.template-followed': 'followed',
    'standing.template-left': 'followed no more',
    'verb.template-left': 'Followed no more',
  },
  terms: {
    'template.already': 'stands already',
    'template.brings': 'It brings:',
    'template.safety-first':
      'First it is asked of each party whether its people can take part safely. The rest is put once that was said of all.',
    'template.waits': 'Once that was said, it also brings:',
    templates: 'Templates',
    'template-mistake.not-json': 'it is no JSON',
    'template-mistake.shape': 'something is missing, is not known or is of another kind',
    'template-mistake.register-unknown': 'there is no such kind of thing',
    'template-mistake.room-unfit': 'mediators put no such thing there',
    'template-mistake.fields-unfit': 'a field is missing or does not fit',
    'template-mistake.thing-unknown': 'it names a thing that the template has not put before',
    'template-mistake.key-twice': 'two things have this key',
  },
} as const satisfies AreaWords<'template', typeof codes, Term>
