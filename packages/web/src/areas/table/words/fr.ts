import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'table.open': 'L’échange direct est ouvert.',
  'table.open-hint': 'Les parties se parlent directement.',
  'table.closed': 'L’échange direct est fermé.',
  'table.closed-hint':
    'Chaque partie parle à la médiation en entretien séparé ; ici, seule la médiation écrit.',
  'table.since': 'Depuis le {at}.',
  'table.do-open': 'Ouvrir l’échange direct…',
  'table.do-close': 'Fermer l’échange direct',
}
