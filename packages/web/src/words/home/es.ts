import type { HomeCatalogue } from '../words.tsx'

export const home: HomeCatalogue = {
  'app.name': 'Buenos Oficios',
  'nav.skip': 'Ir al contenido',
  'nav.settings': 'Ajustes',
  'status.offline': 'Sin conexión',
  'status.waiting':
    '{count, plural, one {Sin conexión, # acto por enviar} other {Sin conexión, # actos por enviar}}',
  'status.sending': '{count, plural, one {Enviando # acto} other {Enviando # actos}}',
  'lost.title': 'Aquí no hay nada para usted',
  'lost.hint': 'La dirección no lleva a ninguna parte, o a una sala en la que usted no está.',
  'home.sentence': 'Conversaciones entre partes que no quieren sentarse juntas, llevadas por un mediador.',
  'home.more':
    'Cada parte habla con el mediador en confianza. El mediador transmite lo que cada una permite, en términos comprobados antes de que nadie los lea.',
  'home.begin': 'Abrir conversaciones',
  'home.invited': 'Tengo una invitación',
  'home.samples': 'Ver conversaciones en curso',
  'home.trust':
    'Lo que se dice se cifra en este dispositivo y lo firma su autor. Quien administra el servidor no ve ni palabras ni nombres, y no puede alterar el acta sin que se note.',
  'home.your-talks': 'Sus conversaciones',
  'home.recover': 'Ya he estado aquí, en otro dispositivo',
  'sample.algiers': 'El canal de Argel, 1980-1981',
  'sample.algiers-hint':
    'Irán y los Estados Unidos no se hablan. Argelia lleva sus mensajes. Ocupe el asiento de cualquiera de los tres.',
  'sample.two-villages': 'Dos aldeas y un manantial',
  'sample.two-villages-hint':
    'Una disputa de agua entre vecinos. Una de las dos no tiene cuenta: lo que dice se anota por ella.',
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
