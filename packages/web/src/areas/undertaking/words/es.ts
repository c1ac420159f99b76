/** What the pages of undertakings say, in Spanish. */
import type { words as english } from './en.ts'

export const words = {
  'undertaking.made': 'Sus compromisos',
  'undertaking.give': 'Asumir un compromiso',
  'undertaking.none-made': 'Aquí no ha asumido ningún compromiso.',
  'undertaking.received': 'Asumidos ante su parte, a cambio de nada',
  'undertaking.received-agreed': 'Asumidos ante su parte, por lo acordado',
  'undertaking.none-received': 'Nadie ha asumido compromisos ante su parte.',
  'undertaking.readers': 'Lo que lee cada cual',
  'undertaking.reads-nothing': 'No lee nada de esto.',
  'undertaking.relying': 'En qué se basan los demás',
  'undertaking.nobody-relies': 'Nadie lo ha dicho aún.',
  'undertaking.revoke-follows':
    'Si lo retira, la mediación lo lee enseguida y avisa a cada parte que lo tiene. Con preaviso, sigue vigente hasta que este termine.',
  'undertaking.none': 'Aquí aún no hay compromisos.',
  'undertaking.its-maker': 'el suyo',
  'undertaking.copies': 'Ejemplares separados',
  'undertaking.counted': 'Compromisos de cada parte',
  'undertaking.steps-lead':
    'Lo que una parte hace por sí misma. Puede invitar a una respuesta, sin dar derecho a ella.',
  'undertaking.no-steps': 'Aquí no hay pasos unilaterales.',
  'undertaking.put-step': 'Prever un paso unilateral',
  'undertaking.step-lead':
    'La mediación lo lee. Se anuncia cuando usted lo diga, y se transmite en sus términos.',
  'undertaking.do-put-step': 'Inscribir el paso',
  'undertaking.give-lead':
    'En sus propios términos, que nadie cambia. La mediación los lee; los demás, cuando se les transmiten. El compromiso cuenta una vez dado.',
  'undertaking.do-put': 'Inscribirlo, para darlo después',
  'undertaking.words-hint': 'Exactamente como deben leerse.',
  'undertaking.not-said': 'Se muestra a todos como no dicho; no se lee ni como sí ni como no.',
  'undertaking.with-notice': '{count, plural, one {con # día de preaviso} other {con # días de preaviso}}',
  'undertaking.agreed': 'Se dio por lo acordado.',
  'undertaking.word-anew': 'Reformularlo',
  'undertaking.carry': 'Transmitirlo como está',
  'undertaking.ask-whole': 'Pedir permiso para transmitirlo todo',
  'undertaking.said-with-it': 'Lo que usted dice con ello',
} as const satisfies Readonly<Record<keyof typeof english, string>>
