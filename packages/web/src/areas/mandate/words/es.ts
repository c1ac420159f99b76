import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'terms.hint': 'Qué puede hacer la mediación, y qué puede transmitirse si no se indica nada.',
  'terms.do': 'Fijar este marco en cada sala',
  'terms.role-carry': 'La mediación transmite lo que dice cada parte y no añade nada al contenido.',
  'terms.role-host': 'La mediación invita además a las partes a reunirse y les ofrece un lugar.',
  'terms.role-propose': 'La mediación puede además proponer ideas propias a las partes.',
  'disclosure.open-hint':
    'El contenido de lo que dice una parte puede transmitirse sin decir de quién, salvo indicación en contrario.',
  'disclosure.closed-hint': 'Nada se transmite hasta que lo autorice la parte que lo dijo.',

  'consent.title': 'Marco y consentimiento',
  'consent.none': '{party}: aún no ha indicado si da su consentimiento.',
  'consent.given': '{party}: consentimiento dado el {at}.',
  'consent.withdrawn': '{party}: consentimiento retirado el {at}.',
  'consent.own.none': 'Usted aún no ha indicado si da su consentimiento.',
  'consent.own.given': 'Usted dio su consentimiento el {at}.',
  'consent.own.withdrawn': 'Usted retiró su consentimiento el {at}.',
  'consent.outdated': 'Desde entonces se ha fijado otro marco.',
  'consent.give': 'Dar el consentimiento a la mediación',
  'consent.give-again': 'Dar el consentimiento a este marco',
  'consent.withdraw': 'Retirar el consentimiento',
  'consent.limits': 'Límites, con sus propias palabras',
  'consent.reason': 'Motivo, si desea darlo',
}
