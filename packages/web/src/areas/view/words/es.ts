import type { words as en } from './en.ts'

export const words = {
  'view.calendar-lead': 'Todo lo que tiene fecha en las salas que usted lee, en este dispositivo.',
  'view.month-before': 'Mes anterior',
  'view.this-month': 'Este mes',
  'view.month-after': 'Mes siguiente',
  'view.in-calendar': 'Se muestra en',
  'calendar.islamic-umalqura': 'Hégira lunar (Umm al-Qura)',
  'view.lunar-note':
    'Calculado. El mes que se proclama donde usted está puede empezar un día antes o después.',
  'view.of-month': 'Día por día',
  'view.print': 'Imprimir',
  'view.file': 'Archivo de calendario',
  'view.file-titles': 'Con lo que son esos días',
  'view.things': '{count, plural, one {# asunto} other {# asuntos}}',
  'view.next-hint': 'Los menos asuntos de los que dependen otros.',
  'view.coming': 'Los próximos catorce días',
  'view.nothing-coming': 'Nada tiene fecha en los próximos catorce días.',
  'view.whole-calendar': 'Todo el calendario y los próximos pasos',
  'view.equal-lead':
    'Contado en este dispositivo a partir de la oficina y de las salas de las partes, solo para la mediación. Cifras, sin juicio.',
  'view.own-lead':
    'Contado en este dispositivo solo a partir de su propia sala. Nada en ello es de otra parte.',
  'view.no-figures': 'Usted no está en ninguna sala cuyas cifras se cuenten.',
  'view.differences': 'Diferencias',
  'view.figure': 'Cifra',
  'view.go-to': 'Ir al {day}',
} as const satisfies Readonly<Record<keyof typeof en, string>>
