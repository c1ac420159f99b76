import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'notes.title': 'Notes',
  'notes.private': 'Visibles par vous uniquement.',
  'notes.team':
    'Visibles par les personnes de cette salle ; seule la personne qui a écrit une note peut la modifier.',
  'notes.new': 'Une note',
  'notes.keep': 'Enregistrer',
  'notes.change': 'Modifier',
  'notes.desk':
    '{count, plural, =0 {Notes de l’équipe} one {Notes de l’équipe : #} other {Notes de l’équipe : #}}',
  'purge.open': 'Détruire ces notes…',
  'purge.title': 'Détruire vos notes',
  'purge.goes':
    'Tout ce que vous avez noté sur ces pourparlers, sur le serveur et sur vos appareils. Ce que vous noterez ensuite sera gardé à part.',
  'purge.stays':
    'Un certificat, remis à vous uniquement : quand, selon quelle règle, combien d’inscriptions. Pas un mot des notes.',
  'purge.sure': 'Je le confirme. Mes notes sur ces pourparlers doivent être détruites.',
  'purge.done': 'Certaines de vos notes ont été détruites.',
}
