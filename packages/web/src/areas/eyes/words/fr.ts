import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'eyes.ask': 'Demander une lecture préalable',
  'eyes.whom': 'Qui relit',
  'eyes.anybody': 'Toute personne de l’équipe',
  'eyes.waits': 'La lecture est demandée et n’a pas encore eu lieu.',
  'eyes.hint':
    'Ce qui sort des mains de la médiation peut d’abord être relu par une autre personne de l’équipe. Tout cela reste au bureau de la médiation.',
  'eyes.state': 'Fixer pour quoi',
  'eyes.less': 'Ce qui est exigé ne s’assouplit qu’une fois ceci relu par une autre personne.',
  'eyes.note': 'Ce que vous en pensez, pour l’équipe',
  'eyes.see': 'Voir la demande',
  'eyes.would': 'Voici ce qui serait fait',
  'eyes.told': 'Chaque entretien séparé en est avisé.',
  'eyes.consents': 'A consenti.',
  'eyes.no-consent': 'N’a pas consenti.',
}
