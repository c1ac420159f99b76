import type { codes, Term } from '../../areas/template/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const template = {
  acts: {},
  events: {},
  refusals: {
    'template-unfit': {
      you: 'Ce modèle ne peut servir : à {place} : {reason}. Rien n’a été inscrit. Corrigez-le à cet endroit et relisez-le.',
      they: '{by} a employé un modèle qui n’en est pas un. C’est resté sans effet.',
    },
  },
  fields: {
    archiveFirst: 'Aux archives avant toute destruction',
    edition: 'Édition',
    renamable: 'Mot',
    renamed: 'Nommé autrement',
    verbsShown: 'Verbes à côté d’un élément',
  },
  choices: {
    'register.template': 'Modèle',
    'say.template-left': 'Ne plus le suivre',
    'standing.template-followed': 'suivi',
    'standing.template-left': 'n’est plus suivi',
    'verb.template-left': 'N’est plus suivi',
  },
  terms: {
    'template.already': 'déjà inscrit',
    'template.brings': 'Il apporte :',
    'template.safety-first':
      'Il est d’abord demandé, pour chaque partie, si ses représentants peuvent participer en sécurité. Le reste est inscrit une fois la réponse donnée pour toutes.',
    'template.waits': 'Une fois la réponse donnée, il apporte aussi :',
    templates: 'Modèles',
    'template-mistake.not-json': 'ce n’est pas du JSON',
    'template-mistake.shape': 'quelque chose manque, est inconnu ou d’une autre sorte',
    'template-mistake.register-unknown': 'cette sorte d’élément n’existe pas',
    'template-mistake.room-unfit': 'la médiation n’y inscrit rien de tel',
    'template-mistake.fields-unfit': 'un champ manque ou ne convient pas',
    'template-mistake.thing-unknown': 'il nomme un élément que le modèle n’a pas inscrit avant',
    'template-mistake.key-twice': 'deux éléments ont cette clé',
  },
} as const satisfies AreaWords<'template', typeof codes, Term>
