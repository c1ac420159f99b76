import type { codes, Term } from '../../areas/template/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const template = {
  acts: {},
  events: {},
  refusals: {
    'template-unfit': {
      you: 'Este modelo no puede usarse: en {place}: {reason}. No se ha inscrito nada. Corríjalo ahí y vuelva a leerlo.',
      they: '{by} usó un modelo que no lo es. Quedó sin efecto.',
    },
  },
  fields: {
    archiveFirst: 'Al archivo antes de poder destruirse',
    edition: 'Edición',
    renamable: 'Palabra',
    renamed: 'Llamado de otro modo',
    verbsShown: 'Verbos junto a un asunto',
  },
  choices: {
    'register.template': 'Modelo',
    'say.template-left': 'Dejar de seguirlo',
    'standing.template-followed': 'se sigue',
    'standing.template-left': 'ya no se sigue',
    'verb.template-left': 'Ya no se sigue',
  },
  terms: {
    'template.already': 'ya está inscrito',
    'template.brings': 'Aporta:',
    'template.safety-first':
      'Primero se pregunta, de cada parte, si su gente puede participar con seguridad. Lo demás se inscribe cuando se haya respondido por todas.',
    'template.waits': 'Cuando se haya respondido, aporta también:',
    templates: 'Modelos',
    'template-mistake.not-json': 'no es JSON',
    'template-mistake.shape': 'falta algo, no se conoce o es de otra clase',
    'template-mistake.register-unknown': 'no existe esa clase de asunto',
    'template-mistake.room-unfit': 'la mediación no inscribe ahí tal cosa',
    'template-mistake.fields-unfit': 'falta un campo o no es adecuado',
    'template-mistake.thing-unknown': 'nombra un asunto que el modelo no ha inscrito antes',
    'template-mistake.key-twice': 'dos asuntos tienen esta clave',
  },
} as const satisfies AreaWords<'template', typeof codes, Term>
