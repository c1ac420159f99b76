import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'institution.hint':
    'La mediación de otra institución entra en su sesión privada solo con su acuerdo, y sale cuando usted lo pide.',
  'institution.name': 'Nombrar una institución',
  'institution.name-hint':
    'Con el nombre que leerán todas las personas. La parte responde en su sesión privada.',
  'institution.here': 'Aquí ahora: {names}',
  'institution.nobody': 'Aquí no hay nadie de ella.',
  'institution.let-go': 'Poner fin a su presencia',
  'institution.let-go-sure':
    '{names}: fuera de esta sesión privada y fuera de la oficina de la mediación, en un solo paso. Lo leído queda leído; nada de lo que siga podrá leerse.',
  'institution.sure-accepted-from-here':
    'La mediación de esta institución leerá lo que se diga de aquí en adelante: {institution}. Para ello la sesión continúa en una sala nueva. Lo dicho antes queda entre quienes están aquí.',
  'institution.sure-accepted-with-record':
    'La mediación de esta institución podrá leer todo lo dicho en esta sesión privada: {institution}. Lo que haya leído no tiene vuelta atrás.',
  'institution.sure-not-accepted':
    'Nadie de esta institución entra en su sesión privada ni en la oficina de la mediación: {institution}. Puede decidir otra cosa en cualquier momento.',
  'institution.sure-asked-out':
    'La mediación ve de inmediato que estas personas deben salir: {institution}. No hace falta el consentimiento de nadie. Cuando esté hecho, esta página lo dirá.',
  'institution.own': 'La institución que abrió las conversaciones',
  'institution.alone':
    '{name} está en la oficina de la mediación sin estar en cada sesión privada. Partes que faltan: {parties}.',
  'institution.offered': 'Se propone una sala nueva',
  'institution.offered-hint':
    'Acceso a lo que se diga en ella desde su comienzo, y a nada de lo dicho aquí: {names}, de {institution}. Solo cuenta con el acuerdo de la parte.',
  'institution.adopt': 'Continuar en la sala nueva',
  'institution.reads': 'Con presencia desde el comienzo: {names}.',
  'institution.stays': 'Lo dicho hasta ahora queda aquí. Lo lee quien hoy puede leerlo, y no: {names}.',
  'institution.kept': 'El registro se conserva según la misma regla: {basis}',
  'institution.consent-anew':
    'El consentimiento no se traslada: la parte lo da de nuevo en la sala nueva, con sus límites.',
  'institution.asks-end':
    'Lo pedido aquí y no respondido termina. Lo que haya de transmitirse se dice de nuevo.',
  'institution.went-on':
    'Esta sesión privada continúa en una sala nueva, abierta también a: {names}. La página la abre en cuanto lleguen las claves. Aquí no se dice nada más.',
  'institution.from-here': 'De aquí en adelante, acceso también para: {names}.',
  'institution.earlier': '{room}, antes de la llegada de {names}',
  'institution.offer': 'Proponer una sala nueva para continuar',
  'institution.bring': 'Incorporar aquí',
  'institution.to-desk': 'Incorporar a la oficina de la mediación',
}
