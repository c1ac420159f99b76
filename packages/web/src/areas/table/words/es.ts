import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'table.open': 'El diálogo directo está abierto.',
  'table.open-hint': 'Las partes se hablan directamente.',
  'table.closed': 'El diálogo directo está cerrado.',
  'table.closed-hint': 'Cada parte habla con la mediación en sesión privada; aquí solo escribe la mediación.',
  'table.since': 'Desde el {at}.',
  'table.do-open': 'Abrir el diálogo directo…',
  'table.open-title': 'Abrir el diálogo directo entre las partes',
  'table.do-close': 'Cerrar el diálogo directo',
  'table.ask':
    'Las partes se hablarán directamente. Cada una recibe el aviso en su sesión privada, en el mismo paso.',
  'table.limits': 'Límites puestos: {party}',
  'table.heed': 'He leído estos límites y se respetan',
  'table.unconsented':
    '{party}: falta el consentimiento, o se ha retirado. Sin él no se puede abrir el diálogo directo.',
  'table.without-caucus':
    '{party}: ya no hay sesión privada. Su registro se destruyó, y con él el consentimiento. Abra una nueva en «Participantes»; allí se da el consentimiento.',
  'table.note': 'Lo que dice al abrirlo',
}
