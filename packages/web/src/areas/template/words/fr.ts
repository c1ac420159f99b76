import type { words as en } from './en.ts'

export const words = {
  'template.follows': 'Ces pourparlers suivent le modèle « {title} ».',
  'template.see': 'Modèles de pourparlers',
  'template.not-here': 'Cette salle n’a pas ce modèle.',
  'template.edition': 'Édition {edition}',
  'template.verbs':
    '{count, plural, one {# verbe figure à côté d’un élément ; le reste s’ouvre.} other {# verbes figurent à côté d’un élément ; le reste s’ouvre.}}',
  'template.mediators': 'Les modèles sont inscrits par la médiation.',
  'template.lead':
    'Ce par quoi commencent des pourparlers d’un domaine : des éléments à modifier à votre gré. Rien n’y décide de quoi que ce soit.',
  'template.choose': 'Modèle pour les pourparlers',
  'template.none': 'Aucun',
  'template.own': 'Votre propre modèle, en fichier',
  'template.kept': 'Durée de conservation des registres :',
  'template.from': 'Ses jours comptent à partir du',
  'template.read': 'J’ai lu ce qu’il apporte, et ses délais sont justes ici.',
  'template.put': 'L’inscrire',
  'template.what': 'Ce qu’il inscrit',
  'template.where': 'Dans quelle salle',
  'template.new': 'nouveau',
  'template.begin-hint':
    'Un modèle apporte des sessions, des échéances et des sujets d’un domaine. Il est lu et modifié avant toute inscription.',
} as const satisfies Readonly<Record<keyof typeof en, string>>
