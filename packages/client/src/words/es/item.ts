import type { codes, Term } from '../../areas/item/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const item = {
  acts: {
    'item.put': 'Entrada hecha',
    'item.mark': 'Acerca de una entrada',
  },
  events: {},
  refusals: {
    'not-the-maker': {
      you: 'Solo la parte que hizo esta entrada puede hacerlo. No se ha modificado nada. Haga una entrada propia.',
      they: '{by}: solo lo puede la parte que hizo la entrada. Quedó sin efecto.',
    },
    'not-the-one-named': {
      you: 'Corresponde a quien nombra la entrada. No se ha modificado nada. Consulte con la mediación.',
      they: '{by}: la entrada nombra a otra parte. Quedó sin efecto.',
    },
  },
  fields: {
    for: 'En nombre de',
  },
  choices: {},
  terms: {
    'worded-again': 'Redactada de nuevo',
    newer: 'de una versión más reciente',
    'by-mediators': 'La mediación',
    'as-recorded': 'consignado por la mediación',
    'no-longer': 'ya no cuenta: hay nueva redacción',
    'stands-as': 'Estado',
    'stands-unproved': '{standing} · sin prueba, y nada se sigue de ello',
    'asked-to-say': 'Se le pide su opinión sobre esto',
    'asked-to-put': 'Se le pide su versión',
    'asked-of-say': 'Pedido a {party}: su opinión sobre esto',
    'asked-of-put': 'Pedido a {party}: su propia versión',
    'asked-by': '{what}, hasta: {day}',
    'figure.exactly': 'exactamente {value}',
    'figure.at-least': 'al menos {value}',
    'figure.at-most': 'como máximo {value}',
    'figure.about': 'alrededor de {value}',
    'figure.between': 'entre {low} y {high}',
    'figure.no-number': 'sin cifra: «{words}»',
    'term.said': '{verb} ({thing})',
    'term.waiting': 'a la espera de: {what}',
    'term.open': 'aún sin fecha',
    'term.unless': '{day}, o antes si esto ocurre primero: {what}',
    'term.disputed': '{days}: dos fechas, porque las partes fechan esto de otro modo: {what}',
    'term.disputed-more':
      '{days}: {count, plural, one {# fecha} other {# fechas}}, porque las partes fechan esto de otro modo: {what}',
    'term.loop': 'nunca: estas fechas dependen unas de otras',
    'term.after': '{length} después de: {what}',
    'term.with': 'en la fecha de: {thing}',
    'term.earliest': 'la primera de estas fechas: {days}',
    'term.latest': 'la última de estas fechas: {days}',
    'term.next': '{term}, o el siguiente día hábil',
    'term.previous': '{term}, o el día hábil anterior',
    'term.ruled': '{day} ({term})',
    'unit.days': '{count, plural, one {# día} other {# días}}',
    'unit.working-days': '{count, plural, one {# día hábil} other {# días hábiles}}',
    'unit.weeks': '{count, plural, one {# semana} other {# semanas}}',
    'unit.months': '{count, plural, one {# mes} other {# meses}}',
    'unit.years': '{count, plural, one {# año} other {# años}}',
  },
} as const satisfies AreaWords<'item', typeof codes, Term>
