import type { words as en } from './en.ts'

export const words = {
  'view.calendar-lead': 'Tout ce qui a une date dans les salles que vous lisez, sur cet appareil.',
  'view.month-before': 'Mois précédent',
  'view.this-month': 'Ce mois',
  'view.month-after': 'Mois suivant',
  'view.in-calendar': 'Affiché en',
  'calendar.islamic-umalqura': 'Hégirien lunaire (Oumm al-Qoura)',
  'view.lunar-note':
    'Calculé. Le mois proclamé là où vous êtes peut commencer un jour plus tôt ou plus tard.',
  'view.of-month': 'Jour par jour',
  'view.print': 'Imprimer',
  'view.file': 'Fichier d’agenda',
  'view.file-titles': 'Avec ce que sont ces jours',
  'view.things': '{count, plural, one {# élément} other {# éléments}}',
  'view.next-hint': 'Le moins d’éléments dont d’autres dépendent.',
  'view.coming': 'Les quatorze prochains jours',
  'view.nothing-coming': 'Rien n’a de date dans les quatorze prochains jours.',
  'view.whole-calendar': 'Tout le calendrier et les prochaines étapes',
  'view.equal-lead':
    'Compté sur cet appareil d’après le bureau et les salles des parties, pour la médiation seule. Des chiffres, aucun jugement.',
  'view.own-lead': 'Compté sur cet appareil d’après votre seule salle. Rien n’y concerne une autre partie.',
  'view.no-figures': 'Vous n’êtes dans aucune salle dont les chiffres sont comptés.',
  'view.differences': 'Écarts',
  'view.figure': 'Chiffre',
  'view.go-to': 'Aller au {day}',
  'view.bring': 'Apporter depuis un tableau',
  'view.bring-lead':
    'Ce que votre bureau a dans un tableau de valeurs séparées par des virgules. Il est lu en entier sur cet appareil ; rien n’est inscrit tant qu’il contient une erreur.',
  'view.bring-do': '{count, plural, =0 {Les inscrire} one {Inscrire # ligne} other {Inscrire # lignes}}',
  'view.bring-what': 'Ce qu’il contient',
  'view.bring-where': 'Où l’inscrire',
  'view.bring-file': 'Le tableau, en fichier',
  'view.bring-columns': 'Sa première ligne nomme des colonnes : {columns}.',
  'view.bring-mistakes': 'Ce qui n’y va pas',
  'view.bring-nothing':
    'Rien n’a été inscrit. Corrigez le tableau à ces endroits et choisissez-le de nouveau.',
  'view.bring-preview': 'Ce qu’il inscrirait',
  'view.statistics-lead':
    'Compté sur cet appareil : combien de pourparlers, leur durée, leurs étapes. Aucun titre, aucun nom, aucun mot.',
  'view.office': 'Tout un bureau',
  'view.office-hint':
    'Un autre appareil écrit ses chiffres dans un fichier, que vous ajoutez ici. Les pourparlers tenus par plusieurs ne comptent qu’une fois.',
  'view.office-add': 'Chiffres d’autres appareils',
  'view.office-save': 'Écrire ces chiffres dans un fichier',
  'view.statistics-see': 'Voir les chiffres',
} as const satisfies Readonly<Record<keyof typeof en, string>>
