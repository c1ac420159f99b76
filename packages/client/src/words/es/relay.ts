import type { RelayWords } from '../relay-words.ts'

const late = 'El servidor aún no pudo tomar lo que envió {by} ({code}).'
const refused = 'El servidor rechazó algo de {by} ({code}).'

export const relay = {
  'relay/busy': {
    you: 'El servidor tiene demasiado que hacer a la vez. Todo se conserva aquí y se enviará automáticamente. Puede seguir.',
    they: late,
  },
  'relay/starting': {
    you: 'El servidor todavía está arrancando. Todo se conserva aquí y se enviará automáticamente cuando esté listo. Puede seguir.',
    they: late,
  },
  'relay/stopping': {
    you: 'El servidor se está deteniendo o reiniciando. Todo se conserva aquí y se enviará automáticamente cuando vuelva. Puede seguir.',
    they: late,
  },
  'relay/store-failed': {
    you: 'El servidor no pudo escribir en su disco. Todo se conserva aquí y se volverá a enviar automáticamente. Si persiste, avise a quien lo administra.',
    they: late,
  },
  'relay/internal': {
    you: 'Algo falló dentro del servidor. Todo se conserva aquí y se volverá a enviar automáticamente. Si persiste, avise a quien lo administra ({code}).',
    they: late,
  },
  'relay/too-slow': {
    you: 'La línea era demasiado lenta y el servidor dejó de esperar. Todo se conserva aquí y se volverá a enviar automáticamente. Si persiste, pruebe otra conexión.',
    they: late,
  },
  'relay/too-many-requests': {
    you: 'El servidor pide esperar un poco: llegan demasiadas peticiones desde esta conexión. Todo se conserva aquí y se enviará automáticamente.',
    they: late,
  },
  'relay/quota': {
    you: 'El servidor ya tomó hoy de esta conexión todo lo que admite en un día. Todo se conserva aquí y se enviará automáticamente en el plazo de un día. Quien administra el servidor puede admitir más.',
    they: late,
  },
  'quota-logs': {
    you: 'Hoy se crearon demasiadas salas y buzones desde esta conexión. Lo nuevo espera aquí y se creará automáticamente en el plazo de un día; todo lo demás sigue.',
    they: late,
  },
  'quota-rights': {
    you: 'Estas conversaciones ya hicieron entrar hoy a tantas personas y salas como admite el servidor. Lo nuevo espera aquí y seguirá automáticamente en el plazo de un día; todo lo demás sigue.',
    they: late,
  },
  'relay/log-full': {
    you: 'El registro de esta sala alcanzó el tamaño que el servidor admite. Lo que ha escrito se conserva aquí y se enviará cuando haya sitio. Avise a quien administra el servidor, o siga en otra sala.',
    they: refused,
  },
  'relay/store-full': {
    you: 'En el servidor no queda sitio. Todo se conserva aquí y se enviará cuando lo haya. Avise a quien lo administra.',
    they: refused,
  },
  'relay/too-large': {
    you: 'Esto es más de lo que el servidor toma de una vez. No se ha enviado nada; lo que ha escrito se conserva. Acórtelo o divídalo.',
    they: refused,
  },
  'relay/unauthenticated': {
    you: 'El servidor no aceptó la firma de este dispositivo. Todo se conserva aquí. Ponga en hora el reloj del dispositivo; si no basta, pregunte a quien administra el servidor.',
    they: refused,
  },
  'relay/unknown-log': {
    you: 'El servidor no tiene este registro, o no lo da a este dispositivo. Lo que usted tiene se conserva, y no se ha enviado nada. Pregunte a la mediación si sigue usted en la sala.',
    they: refused,
  },
  'relay/unknown-path': {
    you: 'El servidor no conoce esta petición ({code}): quizá es más antiguo que este programa, o algo se interpone. Todo se conserva aquí. Pregunte a quien lo administra qué versión tiene.',
    they: refused,
  },
  'relay/stale-epoch': {
    you: 'Las claves de esta sala cambiaron y este dispositivo aún no tiene las nuevas. Lo que ha escrito se conserva y no se ha enviado. Espere a que llegue todo e inténtelo de nuevo.',
    they: refused,
  },
  'relay/steward': {
    you: 'El servidor no deja que este dispositivo cambie las claves de esta sala ni destruya nada en ella. No se ha modificado nada. Pregunte a quien administra la sala.',
    they: refused,
  },
  'relay/conflict': {
    you: 'Otras personas escribieron en esta sala en el mismo momento. No se ha enviado nada; lo que ha escrito se conserva. Inténtelo de nuevo.',
    they: refused,
  },
  'relay/epoch': {
    you: 'Esto se selló con otras claves que las vigentes en la sala. No se ha enviado nada; lo que ha escrito se conserva. Espere a que llegue todo e inténtelo de nuevo.',
    they: refused,
  },
  'relay/envelope': {
    you: 'El servidor no pudo situar lo que selló este dispositivo ({code}). Lo que ha escrito se conserva y no se ha enviado. Actualice este programa; si se repite, avise.',
    they: refused,
  },
  'relay/malformed': {
    you: 'El servidor no pudo leer lo que envió este programa ({code}). Lo que ha escrito se conserva y no se ha enviado. Actualice este programa; si se repite, avise.',
    they: refused,
  },
  'relay/expect-required': {
    you: 'Este programa no dijo para qué estado de la sala valen sus claves ({code}). No se ha modificado nada. Actualícelo; si se repite, avise.',
    they: refused,
  },
  'relay/range': {
    you: 'Se trata de una parte del registro que el servidor no tiene. No se ha modificado nada. Espere a que llegue todo e inténtelo de nuevo.',
    they: refused,
  },
  'relay/exists': {
    you: 'En el servidor ya hay otro registro en el lugar de este. Lo que usted tiene se conserva y no se ha enviado. Empiécelo de nuevo; si se repite, avise a quien administra el servidor.',
    they: refused,
  },
  'relay/checkpoint': {
    you: 'El servidor no reconoce una firma que dio él mismo: quizá se cambió su clave. Lo que usted tiene se conserva. Pregunte a quien lo administra si la clave anterior sigue ahí.',
    they: refused,
  },
  'relay/behind': {
    you: 'El servidor perdió el final de este registro, como tras restaurarse de una copia más antigua. Lo que usted tiene se conserva y se le devuelve automáticamente. Lo que escriba entretanto se enviará después.',
    they: refused,
  },
  'relay/forked': {
    you: 'El servidor perdió el final de este registro y tomó otras entradas en su lugar. Lo que usted tiene se conserva y no se le puede devolver. Compare con las demás personas por teléfono y avise a quien administra el servidor.',
    they: refused,
  },
  'relay/restore': {
    you: 'El servidor no pudo recuperar lo que había perdido de este registro: las partes no encajan con lo que había firmado. Lo que usted tiene se conserva. Avise a quien lo administra.',
    they: refused,
  },
  'relay/host': {
    you: 'El servidor no está previsto para esta dirección. No se ha enviado nada; todo se conserva aquí. Use la dirección que le dieron, o pida a quien administra el servidor que admita esta.',
    they: refused,
  },
  'relay/store-access': {
    you: 'Lo que el servidor guarda de las claves de un registro no concuerda ({code}). No se ha modificado nada. Restaure el servidor de una copia; los miembros devuelven lo que falta.',
    they: refused,
  },
  'relay/store-page': {
    you: 'La base de datos del servidor está dañada ({code}). No se ha modificado nada. Restaure el servidor de una copia; los miembros devuelven lo que falta.',
    they: refused,
  },
  'relay/minting': {
    you: 'Este servidor no hace entrar a nadie en nombre de estas conversaciones: sus salas las abrieron personas que entraron ellas mismas por invitación. La invitación sigue vigente, pero no abre el servidor a quien aún no está en él. Pida que invite alguien de la mediación que tenga el token del servidor.',
    they: refused,
  },
  'relay/notice': {
    you: 'Este servidor no avisa a nadie por esta vía. No se ha activado nada. Quien administra el servidor puede ofrecerla.',
    they: refused,
  },
  'notice-address': {
    you: 'No es una dirección a la que escriba el servidor. No se activó nada. Revísela o dé otra.',
    they: refused,
  },
  'notice-code': {
    you: 'No es el código que se envió, o su plazo ha terminado. No se envía nada más a la dirección. Escríbalo de nuevo o pida otro.',
    they: refused,
  },
  'notice-unknown': {
    you: 'Esto se terminó: por el enlace de un correo, en otro dispositivo o porque nadie vino en un mes. No se envía nada allí. Actívelo de nuevo si lo desea.',
    they: refused,
  },
  'notice-unsent': {
    you: 'El correo no pudo entregarse en esta dirección. No se activó nada. Revise la dirección o inténtelo más tarde.',
    they: refused,
  },
  'quota-codes': {
    you: 'Hoy se enviaron, a esta dirección o desde esta conexión, tantos códigos como el servidor envía en un día. No se activó nada. Inténtelo mañana.',
    they: refused,
  },
  'relay/creation-token': {
    you: 'Este servidor solo se abre a quien tiene su token. Todo se conserva aquí, y no se ha enviado nada. Escriba el token; lo da quien administra el servidor.',
    they: refused,
  },
  'creation-token-wrong': {
    you: 'Ese no es el token de este servidor. Todo se conserva aquí. Escríbalo de nuevo tal como se lo dieron, o pregunte a quien administra el servidor.',
    they: refused,
  },
  'relay/creation-right': {
    you: 'Este servidor está cerrado a personas desconocidas: se abre por invitación o con su token, y las conversaciones nuevas necesitan el token. Lo nuevo espera aquí; todo lo demás sigue. Abra su invitación, o escriba el token; lo da quien administra el servidor.',
    they: refused,
  },
  'creation-right-unknown': {
    you: 'Este servidor no conoce la invitación y no se abre con ella. Todo se conserva aquí. Pida una nueva a quien le invitó, o escriba el token del servidor.',
    they: refused,
  },
  'creation-right-expired': {
    you: 'El plazo de esta invitación terminó y ya no hace entrar a nadie. Todo se conserva aquí. Pida una nueva a quien le invitó, o escriba el token del servidor.',
    they: refused,
  },
  'creation-right-spent': {
    you: 'Esta invitación ya se usó, o se retiró: no hace entrar a nadie más. Todo se conserva aquí. Pida una nueva a quien le invitó; si usted no la había usado, dígalo: estuvo en otras manos.',
    they: refused,
  },
} as const satisfies RelayWords
