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
  'view.bring': 'Traer de una tabla',
  'view.bring-lead':
    'Lo que su oficina tiene en una tabla de valores separados por comas. Se lee entera en este dispositivo; no se inscribe nada mientras algo en ella esté mal.',
  'view.bring-do':
    '{count, plural, =0 {Inscribir las filas} one {Inscribir # fila} other {Inscribir # filas}}',
  'view.bring-what': 'Qué contiene',
  'view.bring-where': 'Dónde se inscribe',
  'view.bring-file': 'La tabla, en archivo',
  'view.bring-columns': 'Su primera fila nombra columnas: {columns}.',
  'view.bring-mistakes': 'Qué está mal',
  'view.bring-nothing': 'No se ha inscrito nada. Corrija la tabla ahí y vuelva a elegirla.',
  'view.bring-preview': 'Lo que inscribiría',
  'view.statistics-lead':
    'Contado en este dispositivo: cuántas conversaciones, cuánto duran, en qué etapas. Ningún título, ningún nombre, ninguna palabra de ellas.',
  'view.office': 'Una oficina entera',
  'view.office-hint':
    'Otro dispositivo escribe sus cifras en un archivo y usted lo añade aquí. Las conversaciones que llevan varios se cuentan una vez.',
  'view.office-add': 'Cifras de otros dispositivos',
  'view.office-save': 'Escribir estas cifras en un archivo',
  'view.statistics-see': 'Ver las cifras',
} as const satisfies Readonly<Record<keyof typeof en, string>>
