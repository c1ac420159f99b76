import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'table.open': 'L’échange direct est ouvert.',
  'table.open-hint': 'Les parties se parlent directement.',
  'table.closed': 'L’échange direct est fermé.',
  'table.closed-hint':
    'Chaque partie parle à la médiation en entretien séparé ; ici, seule la médiation écrit.',
  'table.since': 'Depuis le {at}.',
  'table.do-open': 'Ouvrir l’échange direct…',
  'table.open-title': 'Ouvrir l’échange direct entre les parties',
  'table.do-close': 'Fermer l’échange direct',
  'table.ask':
    'Les parties se parleront directement. Chacune en est avisée dans son entretien séparé, au même moment.',
  'table.limits': 'Limites posées par : {party}',
  'table.heed': 'J’ai lu ces limites, et elles sont respectées',
  'table.unconsented':
    '{party} : le consentement manque, ou a été retiré. Sans lui, l’échange direct ne peut être ouvert.',
  'table.without-caucus':
    '{party} : plus d’entretien séparé. Son registre a été détruit, et le consentement avec lui. Ouvrez un nouvel entretien séparé à la page « Participants » ; le consentement y est donné.',
  'table.note': 'Ce que vous dites en l’ouvrant',
}
