import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'eyes.ask': 'Pedir que alguien lo lea antes',
  'eyes.whom': 'Quién lo lee',
  'eyes.anybody': 'Cualquiera del equipo',
  'eyes.waits': 'Se ha pedido, y aún nadie lo ha leído.',
  'eyes.hint':
    'Lo que sale de manos de la mediación puede leerlo antes otra persona del equipo. Todo ello queda en la oficina de la mediación.',
  'eyes.state': 'Fijar para qué',
  'eyes.less': 'Lo que se exige solo se relaja cuando otra persona ha leído justo esto.',
  'eyes.note': 'Qué le parece, para el equipo',
  'eyes.see': 'Ver lo pedido',
  'eyes.would': 'Esto es lo que se haría',
  'eyes.told': 'Se avisa en cada sesión privada.',
  'eyes.consents': 'Ha consentido.',
  'eyes.no-consent': 'No ha consentido.',
}
