import type { HomeCatalogue } from '../words.tsx'

export const home: HomeCatalogue = {
  'app.name': 'Buenos Oficios',
  'nav.skip': 'Ir al contenido',
  'nav.settings': 'Ajustes',
  'status.offline': 'Sin conexión',
  'status.waiting':
    '{count, plural, one {Sin conexión, # envío pendiente} other {Sin conexión, # envíos pendientes}}',
  'status.sending': '{count, plural, one {Enviando: #} other {Enviando: #}}',
  'lost.title': 'Página inexistente o sin acceso',
  'lost.hint': 'Esta dirección no existe, o lleva a una sala a la que usted no tiene acceso.',
  'home.sentence': 'Conversaciones entre partes que no se reúnen, por intermedio de una mediación.',
  'home.more':
    'Cada parte habla en confianza con la mediación, que transmite solo lo autorizado y en la forma autorizada.',
  'home.begin': 'Iniciar conversaciones',
  'home.invited': 'Tengo una invitación',
  'home.samples': 'Ver un ejemplo',
  'home.trust':
    'Lo que se dice se cifra y se firma en este dispositivo. Quien administra el servidor no ve ni el contenido ni los nombres, y no puede alterar el registro sin que se note.',
  'home.your-talks': 'Sus conversaciones',
  'home.recover': 'Ya tengo acceso, en otro dispositivo',
  'sample.algiers': 'El canal de Argel, {years}',
  'sample.algiers-hint':
    'Irán y los Estados Unidos no se hablan. Argelia transmite sus mensajes. Ocupe el asiento de cualquiera de los tres.',
  'sample.two-villages': 'Dos aldeas y un manantial',
  'sample.two-villages-hint':
    'Una disputa por el agua entre vecinos. Una de las dos participa en papel: lo que dice se consigna en su nombre.',
  'talks.all': 'Todas las conversaciones',
  'unopened.again': 'Intentar de nuevo',
  'unlock.title': 'Este dispositivo está bloqueado',
  'settings.language': 'Idioma',
  'opening.title': 'Abriendo…',
  'trouble.title': 'No se pudo mostrar esta página',
  'trouble.lead':
    'Lo que ha escrito se conserva en este dispositivo. Inténtelo de nuevo; si se repite, vuelva a todas las conversaciones.',
  'trouble.fetch':
    'Una parte del programa no llegó: se interrumpió la conexión. Lo que ha escrito se conserva en este dispositivo.',
  'update.there': 'Hay una versión nueva.',
  'update.do': 'Recargar',
  'update.hint': 'Lo que ha escrito se conserva.',
}
