import type { codes, Term } from '../../areas/item/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const item = {
  acts: {
    'item.put': 'Inscription faite',
    'item.mark': 'À propos d’une inscription',
  },
  events: {},
  refusals: {
    'not-the-maker': {
      you: 'Seule la partie qui a fait cette inscription peut le faire. Rien n’a été modifié. Faites votre propre inscription.',
      they: '{by} : seule la partie qui a fait l’inscription le peut. C’est resté sans effet.',
    },
    'not-the-one-named': {
      you: 'Ceci revient à qui est nommé dans l’inscription. Rien n’a été modifié. Adressez-vous à la médiation.',
      they: '{by} : l’inscription nomme quelqu’un d’autre. C’est resté sans effet.',
    },
  },
  fields: {
    for: 'Au nom de',
  },
  choices: {},
  terms: {
    'worded-again': 'Reformulée',
    newer: 'd’une version plus récente',
    'by-mediators': 'La médiation',
    'as-recorded': 'consigné par la médiation',
    'no-longer': 'ne compte plus : nouvelle formulation',
    'stands-as': 'État',
    'stands-unproved': '{standing} · sans preuve, et rien n’en découle',
    'asked-to-say': 'Votre avis sur ce point est demandé',
    'asked-to-put': 'Votre version est demandée',
    'asked-of-say': 'Demandé à : {party} (son avis sur ce point)',
    'asked-of-put': 'Demandé à : {party} (sa propre version)',
    'asked-by': '{what}, échéance : {day}',
    'figure.exactly': 'exactement {value}',
    'figure.at-least': 'au moins {value}',
    'figure.at-most': 'au plus {value}',
    'figure.about': 'environ {value}',
    'figure.between': 'entre {low} et {high}',
    'figure.no-number': 'pas de chiffre : « {words} »',
    'term.said': '{verb} ({thing})',
    'term.waiting': 'en attente de : {what}',
    'term.open': 'aucune date fixée',
    'term.unless': '{day}, ou plus tôt si ceci survient avant : {what}',
    'term.disputed': '{days} : deux dates, car les parties datent ceci différemment : {what}',
    'term.disputed-more':
      '{days} : {count, plural, one {# date} other {# dates}}, car les parties datent ceci différemment : {what}',
    'term.loop': 'jamais : ces dates dépendent les unes des autres',
    'term.after': '{length} après : {what}',
    'term.with': 'à la date de : {thing}',
    'term.earliest': 'la première de ces dates : {days}',
    'term.latest': 'la dernière de ces dates : {days}',
    'term.next': '{term}, ou le jour ouvrable suivant',
    'term.previous': '{term}, ou le jour ouvrable précédent',
    'term.ruled': '{day} ({term})',
    'unit.days': '{count, plural, one {# jour} other {# jours}}',
    'unit.working-days': '{count, plural, one {# jour ouvrable} other {# jours ouvrables}}',
    'unit.weeks': '{count, plural, one {# semaine} other {# semaines}}',
    'unit.months': '{count, plural, one {# mois} other {# mois}}',
    'unit.years': '{count, plural, one {# an} other {# ans}}',
  },
} as const satisfies AreaWords<'item', typeof codes, Term>
