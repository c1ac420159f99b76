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
} as const satisfies Readonly<Record<keyof typeof en, string>>
