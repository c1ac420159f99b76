import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'table.open': 'El diálogo directo está abierto.',
  'table.open-hint': 'Las partes se hablan directamente.',
  'table.closed': 'El diálogo directo está cerrado.',
  'table.closed-hint': 'Cada parte habla con la mediación en sesión privada; aquí solo escribe la mediación.',
  'table.since': 'Desde el {at}.',
  'table.do-open': 'Abrir el diálogo directo…',
  'table.do-close': 'Cerrar el diálogo directo',
}
