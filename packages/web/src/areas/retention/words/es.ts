import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'keeping.title': 'Cuánto tiempo se conserva',
  'keeping.none': 'No se ha fijado ninguna regla. El registro se conserva.',
  'keeping.decided': 'Se conserva hasta que se decida otra cosa.',
  'keeping.days':
    '{count, plural, =0 {No tiene que conservarse tras su última entrada.} one {Se conserva # día tras su última entrada.} other {Se conserva # días tras su última entrada.}}',
  'keeping.due': 'Si aquí no se dice nada más, podrá destruirse después del {at}.',
  'keeping.over': 'Ese plazo venció el {at}: puede destruirse.',
  'keeping.held': 'Ese plazo venció el {at}, pero nada se destruye mientras la destrucción esté suspendida.',
  'keeping.by': 'Fijada por {name} el {at}.',
  'keeping.state': 'Fijar la regla',
  'keeping.state-again': 'Fijar otra regla',
  'keeping.do': 'Fijarla',
  'keeping.choice': 'El registro se conserva',
  'keeping.choice-days': 'Un número de días tras su última entrada',
  'keeping.count': 'Días',
  'keeping.count-hint':
    '{count, plural, one {Al menos # día: quienes están aquí deben poder oponerse a la destrucción.} other {Al menos # días: quienes están aquí deben poder oponerse a la destrucción.}}',
  'keeping.count-bad': 'Un número entero de {min, number} a {max, number}.',
  'keeping.basis-hint': 'Un artículo, un acuerdo, una ley. Figura también en el certificado.',
  'hold.standing': 'Lo que suspende la destrucción',
  'hold.open': 'Suspender la destrucción',
  'hold.hint':
    'Mientras dure, nada de este registro se destruye. El motivo lo leen quienes están en la sala.',
  'hold.whose': 'Quién pide la suspensión',
  'hold.mediators': 'El equipo de mediación',
  'hold.of-party': '{party}, consignada en su nombre',
  'hold.by': 'Suspendida por {name} el {at}.',
  'hold.by-party': 'Suspendida por {name} en nombre de {party} el {at}.',
  'hold.recorded': 'Suspendida en nombre de {party}; consignado por {name} el {at}.',
  'hold.lift': 'Levantar la suspensión',
  'hold.lift-title': 'Levantar la suspensión',
  'destroy.open': 'Destruir este registro…',
  'destroy.title': 'Destruir este registro',
  'destroy.goes': 'Lo que desaparece',
  'destroy.goes-what':
    '{room}: todas las entradas y claves ({count, number}), en el servidor y en el dispositivo de cada miembro, en cuanto se conecte.',
  'destroy.stays': 'Lo que queda',
  'destroy.stays-what':
    'Un certificado en manos de cada miembro: cuándo, por quién, según qué regla, cuántas entradas. Ni una palabra de lo dicho.',
  'destroy.beyond': 'Lo que no se alcanza',
  'destroy.beyond-what':
    'Las copias guardadas, las hojas impresas, las fotografías y las copias de seguridad antiguas del servidor.',
  'destroy.never-back': 'Nadie podrá deshacerlo.',
  'destroy.copy-first': 'Si ha de quedar una copia, guárdela antes.',
  'destroy.sure': 'Lo confirmo. Debe destruirse: {room}',
  'destroy.do': 'Destruir para siempre',
  'destroyed.talks': 'El registro de estas conversaciones fue destruido',
  'destroyed.lead': 'Nada de lo dicho se conserva. Queda el certificado.',
  'destroyed.soon': 'Este registro se está destruyendo',
  'destroyed.soon-lead':
    'Está decidido, y se hace en cuanto el servidor responda. El certificado figurará entonces aquí.',
  'destroyed.on': 'Seguir con las conversaciones',
  'certificates.title': 'Certificados',
  'certificates.lead': 'Lo que queda de los registros destruidos.',
  'certificates.none': 'Ningún registro suyo fue destruido.',
  'certificate.save': 'Guardar el certificado',
  'certificate.check': 'Cómo puede comprobarlo cualquiera',
  'certificate.check-hint':
    'Con el archivo guardado y la línea de comandos, sin más; la primera clave es la del servidor que lleva el registro; la segunda, la del dispositivo que lo firmó.',
}
