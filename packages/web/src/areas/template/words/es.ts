import type { words as en } from './en.ts'

export const words = {
  'template.follows': 'Estas conversaciones siguen el modelo «{title}».',
  'template.see': 'Modelos de conversaciones',
  'template.not-here': 'Esta sala no tiene ese modelo.',
  'template.edition': 'Edición {edition}',
  'template.verbs':
    '{count, plural, one {# verbo aparece junto a un asunto; el resto se abre.} other {# verbos aparecen junto a un asunto; el resto se abre.}}',
  'template.mediators': 'Los modelos los inscribe la mediación.',
  'template.lead':
    'Con lo que empiezan las conversaciones de un ámbito: asuntos que puede cambiar como quiera. Nada en él decide nada.',
  'template.choose': 'Modelo para las conversaciones',
  'template.none': 'Ninguno',
  'template.own': 'Un modelo propio, en archivo',
  'template.kept': 'Cuánto se conservan los registros:',
  'template.from': 'Sus días cuentan desde',
  'template.read': 'He leído lo que aporta, y sus plazos son correctos aquí.',
  'template.put': 'Inscribirlo',
  'template.what': 'Lo que inscribe',
  'template.where': 'En qué sala',
  'template.new': 'nuevo',
  'template.begin-hint':
    'Un modelo aporta rondas, plazos y materias de un ámbito. Se lee y se cambia antes de inscribir nada.',
} as const satisfies Readonly<Record<keyof typeof en, string>>
