import type { Wording } from './wording.ts'

export const es: Wording = {
  unexpected: {
    you: 'Aquí ocurrió algo imprevisto. Lo que escribió se conserva. Inténtelo de nuevo; si se repite, reinicie y avise ({code}).',
    they: '{by} hizo algo que esta versión no entiende ({code}). Quedó sin efecto.',
  },
  'mediators-only': {
    you: 'Esto es solo para los mediadores. Nada cambió. Pida a un mediador que lo haga.',
    they: '{by} hizo lo que es solo para mediadores. Quedó sin efecto.',
  },
  'heir-not-mediator': {
    you: 'Solo un mediador presente puede encargarse. Nada cambió. Elija a alguien del equipo.',
    they: '{by} designó a quien no es mediador aquí. Quedó sin efecto.',
  },
  'lead-only': {
    you: 'Solo puede hacerlo el mediador principal. Nada cambió. Diríjase a él.',
    they: '{by} no es el mediador principal. Quedó sin efecto.',
  },
  'one-lead': {
    you: 'Ya hay un mediador principal. Nada cambió. Traspase más bien la dirección.',
    they: '{by} quiso nombrar un segundo mediador principal. Quedó sin efecto.',
  },
  'lead-hands-over-first': {
    you: 'Alguien debe ocuparse de la sala. Usted no ha salido. Traspase primero y salga después.',
    they: '{by} habría dejado la sala sin responsable. Quedó sin efecto.',
  },
  'not-an-administrator': {
    you: 'Esto corresponde a quienes tienen a su cargo esta sala. Nada cambió. Pídaselo a uno de ellos.',
    they: '{by} no tiene a su cargo esta sala. Quedó sin efecto.',
  },
  'role-may-not': {
    you: 'Su función no lo permite aquí. Nada se envió, y lo que escribió se conserva. Hable con su jefe de delegación o con el mediador.',
    they: '{by} no puede hacerlo en esa función. Quedó sin efecto.',
  },
  'party-acts-for-itself': {
    you: 'Esta parte ya está dentro y habla por sí misma. Nada se anotó. Pídale que lo diga en su sesión privada.',
    they: '{by} anotó algo por una parte que habla por sí misma. Quedó sin efecto.',
  },
  'not-of-this-party': {
    you: 'Esta sala es para la gente de una sola parte. No entró nadie. Elija a alguien de esa parte.',
    they: '{by} quiso incorporar a alguien de otra parte. Quedó sin efecto.',
  },
  'hidden-party': {
    you: 'A este participante solo lo conocen los mediadores y aquí no debe nombrarse. Nada se envió.',
    they: '{by} habría nombrado a quien no debe nombrarse. Quedó sin efecto.',
  },
  'already-a-member': {
    you: 'Esa persona ya está aquí. Nada cambió.',
    they: '{by} quiso incorporar a quien ya estaba. Quedó sin efecto.',
  },
  'member-known-otherwise': {
    you: 'A esta persona o dispositivo se le conoce aquí con otras claves. Nada cambió. Comparen de nuevo los códigos antes de fiarse.',
    they: '{by} dio otras claves que las conocidas. Quedó sin efecto.',
  },
  'not-a-member': {
    you: 'Usted ya no está en esta sala. Lo que escribió se conserva en este dispositivo. Pida al mediador que le admita de nuevo.',
    they: '{by} no estaba en la sala en ese momento. Quedó sin efecto.',
  },
  'device-unknown': {
    you: 'Este dispositivo fue retirado. Puede leerse lo que contiene, y nada nuevo sale de él. Use otro dispositivo o su frase de recuperación.',
    they: '{by} usó un dispositivo retirado. Quedó sin efecto.',
  },
  'device-known': {
    you: 'Este dispositivo ya figura. Nada cambió.',
    they: '{by} inscribió un dispositivo por segunda vez. Quedó sin efecto.',
  },
  'last-device': {
    you: 'Es su último dispositivo. No se retiró. Añada antes otro.',
    they: '{by} quiso retirar un último dispositivo. Quedó sin efecto.',
  },
  'leave-instead': {
    you: 'Nadie se retira a sí mismo. Nada cambió. Deje más bien las conversaciones.',
    they: '{by} quiso retirar su propio asiento. Quedó sin efecto.',
  },
  'table-is-closed': {
    you: 'La mesa está cerrada al trato directo. Su texto se conserva y no se envió. Dígaselo al mediador en su sesión privada.',
    they: '{by} escribió con la mesa cerrada. Quedó sin efecto.',
  },
  'table-is-open': {
    you: 'La mesa ya está abierta. Nada cambió.',
    they: '{by} abrió una mesa ya abierta. Quedó sin efecto.',
  },
  'wrong-room': {
    you: 'Esto no se hace en esta clase de sala. Nada cambió. Hágalo en la sala que corresponde.',
    they: '{by} lo hizo en una sala que no corresponde. Quedó sin efecto.',
  },
  'recipient-is-source': {
    you: 'La fuente y el destinatario son la misma parte. Nada se envió. Elija otro destinatario.',
    they: '{by} quiso devolver unas palabras a su fuente. Quedó sin efecto.',
  },
  'not-released': {
    you: 'La fuente no lo ha autorizado así. Nada se envió; su redacción se conserva. Pida autorización, o transmita menos.',
    they: '{by} quiso transmitir lo no autorizado. Quedó sin efecto.',
  },
  'released-in-other-words': {
    you: 'La fuente autorizó solo ciertas palabras, y estas son otras. Nada se envió. Use las autorizadas, o pida de nuevo.',
    they: '{by} quiso transmitir palabras distintas de las autorizadas. Quedó sin efecto.',
  },
  'not-verbatim': {
    you: 'Textual quiere decir las mismas palabras. Nada se envió. Restitúyalas, o transmita el fondo.',
    they: '{by} llamó textual a lo que no lo era. Quedó sin efecto.',
  },
  'not-binding': {
    you: 'La fuente no se comprometió. Nada se envió. Transmítalo como no vinculante.',
    they: '{by} llamó vinculante a lo que no lo era. Quedó sin efecto.',
  },
  'offer-withdrawn': {
    you: 'La oferta fue retirada. Nada se envió. Hable con la parte antes de seguir.',
    they: '{by} usó una oferta retirada. Quedó sin efecto.',
  },
  'consent-withdrawn': {
    you: 'La parte retiró su consentimiento a la mediación. Nada se envió; espera en el despacho. Hable con la parte.',
    they: '{by} transmitió por una parte que había retirado su consentimiento. Quedó sin efecto.',
  },
  'nothing-noted': {
    you: 'No se ha anotado nada sobre estas conversaciones. No hay nada que destruir.',
    they: '{by} quiso destruir notas que no existen. Quedó sin efecto.',
  },
  'hold-in-force': {
    you: 'Una retención impide destruir este registro: {reason} No se ha destruido nada. Puede levantarla quien la impuso.',
    they: '{by} quiso destruir un registro retenido. Quedó sin efecto.',
  },
  'hold-of-another': {
    you: 'Esta retención es de otra parte. Sigue en pie. Pida a quien la impuso que la levante.',
    they: '{by} quiso levantar la retención de otra parte. Quedó sin efecto.',
  },
  'retention-not-set': {
    you: 'No se fijó ningún plazo tras el cual pueda destruirse este registro. No se ha destruido nada. Fíjelo antes.',
    they: '{by} quiso destruir un registro sin regla. Quedó sin efecto.',
  },
  'retention-not-over': {
    you: 'El plazo de conservación de este registro no ha terminado. No se ha destruido nada. Espere a que termine.',
    they: '{by} quiso destruir un registro antes de tiempo. Quedó sin efecto.',
  },
  'retention-too-short': {
    you: 'Hay otras personas en esta sala y deben poder oponerse: al menos {min} días. No ha cambiado nada. Elija un plazo más largo.',
    they: '{by} fijó un plazo de conservación demasiado corto. Quedó sin efecto.',
  },
  'record-destroyed': {
    you: 'El registro de esta sala fue destruido y ya no se dice nada en ella. Lo que escribió se conserva en este dispositivo.',
    they: '{by} habló en una sala cuyo registro fue destruido. Quedó sin efecto.',
  },
  'no-consent': {
    you: 'No hay consentimiento que retirar. Nada cambió.',
    they: '{by} retiró un consentimiento que no existía. Quedó sin efecto.',
  },
  gone: {
    you: 'Aquello de que se trata no está en este dispositivo, o aún no. Nada cambió. Espere a que llegue todo e inténtelo de nuevo.',
    they: '{by} se refirió a algo que no estaba. Quedó sin efecto.',
  },
  settled: {
    you: 'Esto se resolvió antes, quizá por un colega. Nada se hizo dos veces. Vea cómo está ahora.',
    they: '{by} actuó sobre lo ya resuelto. Quedó sin efecto.',
  },
  'carried-by-another': {
    you: 'Esto lo lleva un colega. Nada se envió. Hágase cargo antes, o déjeselo.',
    they: '{by} quiso entregar lo que lleva otro. Quedó sin efecto.',
  },
  'note-of-another': {
    you: 'Una nota solo la cambia quien la escribió. Nada cambió. Escriba una propia.',
    they: '{by} quiso cambiar la nota de otro. Quedó sin efecto.',
  },
  'marks-own-words-only': {
    you: 'Marcar corresponde a la parte cuyas son las palabras. Nada se envió; su texto se conserva. Envíelo sin marca.',
    they: '{by} marcó palabras de otro lado. Quedó sin efecto.',
  },
  parts: {
    you: 'Ese pasaje no puede marcarse así: se sale del texto, corta un carácter o pisa otro pasaje. Nada cambió. Seleccione de nuevo.',
    they: '{by} marcó un pasaje imposible. Quedó sin efecto.',
  },
  'too-much': {
    you: 'Es más de lo que cabe. Nada se envió; lo que escribió se conserva. Redúzcalo o divídalo.',
    they: '{by} envió más de lo que cabe. Quedó sin efecto.',
  },
  repeated: {
    you: 'Esto ya había llegado una vez. Cuenta una vez; nada se pierde.',
    they: 'Una entrada de {by} llegó de nuevo. Cuenta una vez.',
  },
  'leak-not-accepted': {
    you: 'El control de fugas halla en la redacción algo que nadie ha mirado. Nada se envió; la redacción se conserva. Cámbiela, o transmítala a sabiendas.',
    they: '{by} preparó una redacción con hallazgos pendientes. Quedó sin efecto.',
  },
  malformed: {
    you: 'Esto no tiene la forma debida. Nada cambió; lo que escribió se conserva. Compruébelo e inténtelo de nuevo.',
    they: '{by} envió algo sin la forma debida. Quedó sin efecto.',
  },
  'rules-older': {
    you: 'Esto requiere las reglas de una versión más reciente, y esta sala sigue las anteriores. No se envió nada; lo escrito se conserva. Pida a quien administra la sala que la pase a ellas.',
    they: '{by} hizo algo que requiere reglas más recientes que las de esta sala. Se dejó aparte.',
  },
  'rules-newer': {
    you: 'Esta sala pasó a reglas que esta versión no conoce. Se conserva todo lo leído y no se muestra lo que sigue. Actualice para seguir leyendo.',
    they: '{by} pasó la sala a reglas que esta versión no conoce. Actualice para seguir leyendo.',
  },
  'rules-adopted': {
    you: 'Esta sala ya sigue estas reglas u otras más recientes. No cambió nada.',
    they: '{by} nombró reglas que la sala ya seguía. Se dejó aparte.',
  },
  'act-unknown': {
    you: 'Esto viene de una versión más nueva. Se conserva sin mostrarse. Actualice y se verá.',
    they: '{by} usa una versión más nueva. La entrada se conserva sin mostrarse.',
  },
  forged: {
    you: 'Lo que dio el servidor no está firmado, sellado o situado como debe. Se rechazó; todo lo comprobado se conserva. Avise al mediador por otra vía.',
    they: 'Algo a nombre de {by} no está firmado, sellado o situado como debe. Quedó sin efecto.',
  },
  'log-forked': {
    you: 'El servidor ha mostrado dos actas distintas de esta sala. La suya se conserva y no se acepta nada más para ella. Compare con los demás por teléfono; no se fíe de este servidor.',
    they: 'El servidor mostró a {by} otra acta de esta sala. Comparen por teléfono.',
  },
  'log-rolled-back': {
    you: 'El servidor muestra un acta más corta que antes. La suya se conserva y la más corta se rechazó. Pregunte a quien lo administra si se restauró de una copia.',
    they: 'El servidor mostró a {by} un acta más corta que antes.',
  },
  'keys-withheld': {
    you: 'A este dispositivo no se le dio la clave de lo que sigue. Lo que tiene se conserva. Pida a un mediador que abra la sala, para que las claves se envíen de nuevo.',
    they: 'La clave de lo que sigue no se dio a {by}.',
  },
  'relay-unreachable': {
    you: 'No se puede alcanzar el servidor {address}, y esto no puede hacerse sin él. No se creó nada. Compruebe la dirección y la conexión, e inténtelo de nuevo.',
    they: '{by} no pudo alcanzar el servidor.',
  },
  unreachable: {
    you: 'No se alcanza el servidor, o no está listo. Todo se conserva aquí y se enviará solo. Siga trabajando.',
    they: '{by} no alcanzó el servidor.',
  },
  'relay-full': {
    you: 'En el servidor no queda sitio. Todo se conserva aquí y se enviará cuando lo haya. Avise a quien lo administra.',
    they: 'En el servidor no quedaba sitio para {by}.',
  },
  'relay/too-many-requests': {
    you: 'El servidor pide esperar un poco. Todo se conserva aquí y se enviará solo.',
    they: 'El servidor pidió a {by} que esperara.',
  },
  'relay-refused': {
    you: 'El servidor rechazó esta petición ({code}). Todo se conserva aquí. Compruebe el reloj del dispositivo y pregunte a quien administra el servidor.',
    they: 'El servidor rechazó una petición de {by} ({code}).',
  },
  'passphrase-wrong': {
    you: 'La frase secreta no abre este dispositivo. Nada cambió. Inténtelo de nuevo; si se perdió, vuelva con su frase de recuperación.',
    they: 'Una frase secreta de {by} no correspondía.',
  },
  'identity-exists': {
    you: 'Ya hay alguien en este dispositivo. Sigue ahí y nada se añadió. Use otro navegador o dispositivo.',
    they: 'Ya había alguien en un dispositivo de {by}.',
  },
  'no-identity': {
    you: 'En este dispositivo aún no ha empezado nadie. Empiece, o vuelva con su frase de recuperación.',
    they: 'En un dispositivo de {by} no había empezado nadie.',
  },
  'invitation-unreadable': {
    you: 'Esto no es una invitación, o falta una parte. Nada se envió. Copie el enlace entero, o escriba todas las palabras de la hoja.',
    they: '{by} dio algo que no es una invitación.',
  },
  'phrase-mistyped': {
    you: 'Las palabras no encajan: una está mal escrita, falta o no está en su lugar. Nada cambió. Compárelas con su papel.',
    they: 'Las palabras que dio {by} no encajan.',
  },
  'invitation-not-found': {
    you: 'En este servidor no está esa invitación: se anuló o nunca se hizo. Nada se envió. Pida una nueva.',
    they: '{by} respondió a una invitación que no está.',
  },
  'invitation-contested': {
    you: 'Más de una persona ha respondido a esta invitación. No entró nadie. Anúlela y haga una nueva para la persona debida.',
    they: 'Más de una persona respondió a una invitación de {by}.',
  },
  'device-offer-expired': {
    you: 'La oferta a su otro dispositivo ha caducado. Nada se comunicó. Haga una nueva.',
    they: 'La oferta de {by} a otro dispositivo había caducado.',
  },
  'link-for-person': {
    you: 'Este enlace invita a una persona; no añade un dispositivo. Nada se envió. Respóndalo en su nombre, con la identidad que tiene.',
    they: '{by} dio una invitación en lugar del enlace de un dispositivo.',
  },
  'link-for-device': {
    you: 'Este enlace añade otro dispositivo de quien lo hizo. Nada se envió. Ábralo en un dispositivo donde nadie haya empezado todavía.',
    they: '{by} respondió al enlace de un dispositivo como a una invitación.',
  },
  'keys-exchanged': {
    you: 'Alguien entre ustedes ha cambiado las claves. No entró nadie. Renuncie a esta invitación y entregue una nueva en mano.',
    they: 'Alguien cambió las claves en el camino hacia {by}.',
  },
  'not-yet': {
    you: 'El otro lado aún no ha llegado a este punto. Nada cambió. Espérelo e inténtelo de nuevo.',
    they: '{by} se adelantó al otro lado.',
  },
  'phrase-unknown-here': {
    you: 'Este servidor no conoce a nadie con estas palabras. Nada cambió. Compruebe la dirección: sus claves están donde empezó.',
    they: 'El servidor no conoce a nadie con las palabras que dio {by}.',
  },
  'sample-unreadable': {
    you: 'El ejemplo no puede representarse tal como está escrito ({code}). Nada empezó. Su autor hallará el lugar por este código.',
    they: 'Un ejemplo de {by} no puede representarse tal como está escrito ({code}).',
  },
  'record-refused': {
    you: 'Este archivo no prueba lo que dice ({code}). No se aceptó. Pida una copia nueva, a otra persona si es posible.',
    they: 'Un archivo de {by} no prueba lo que dice ({code}).',
  },
  'vault-failed': {
    you: 'El dispositivo no pudo guardarlo ahora; quizá otra ventana ocupa sus datos. Nada quedó a medias. Cierre otras ventanas e inténtelo de nuevo.',
    they: 'Un dispositivo de {by} no pudo guardar lo recibido.',
  },
  'vault-full': {
    you: 'En este dispositivo no queda sitio. Nada quedó a medias; lo que había se conserva. Libere espacio e inténtelo de nuevo.',
    they: 'En un dispositivo de {by} no queda sitio.',
  },
  'vault-damaged': {
    you: 'Lo que guarda este dispositivo está dañado. Nada se envía desde él. Vuelva en otro dispositivo con su frase de recuperación; el acta misma está a salvo.',
    they: 'Lo que guarda un dispositivo de {by} está dañado.',
  },
}
