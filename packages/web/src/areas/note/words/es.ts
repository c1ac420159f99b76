import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'notes.title': 'Notas',
  'notes.private': 'Las lee solo usted.',
  'notes.team': 'Las leen quienes están en esta sala; cada nota la cambia solo quien la escribió.',
  'notes.new': 'Una nota',
  'notes.keep': 'Guardar',
  'notes.change': 'Cambiar',
  'notes.desk':
    '{count, plural, =0 {Notas del equipo} one {Notas del equipo: #} other {Notas del equipo: #}}',
  'purge.open': 'Destruir estas notas…',
  'purge.title': 'Destruir sus notas',
  'purge.goes':
    'Todo lo que ha anotado sobre estas conversaciones, en el servidor y en sus dispositivos. Lo que anote después se guarda aparte.',
  'purge.stays':
    'Un certificado, solo en sus manos: cuándo, según qué regla, cuántas entradas. Ni una palabra de las notas.',
  'purge.sure': 'Lo confirmo. Mis notas sobre estas conversaciones deben destruirse.',
  'purge.done': 'Se destruyeron algunas de sus notas.',
}
