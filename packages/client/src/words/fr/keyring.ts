import type { codes, Term } from '../../areas/keyring/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const keyring = {
  acts: {
    'key.keep': 'Clé gardée',
    'epochs.keep': 'Clés antérieures gardées',
    'key.drop': 'Clé supprimée',
    'paper.name': 'Mots de secours désignés',
    'certificate.keep': 'Certificat conservé',
    'invitation.keep': 'Invitation gardée',
    'invitation.settle': 'Invitation close',
  },
  events: {},
  refusals: {
    'record-destroyed': {
      you: 'Le registre de cette salle a été détruit et plus rien ne peut y être dit. Votre texte est conservé sur cet appareil.',
      they: '{by} a écrit dans une salle dont le registre a été détruit. C’est resté sans effet.',
    },
  },
  fields: {
    address: 'Serveur',
    author: 'Signé avec',
    by: 'Par',
    certificate: 'Certificat de destruction',
    created: 'Création',
    destroyed: 'Destruction',
    envelopes: 'Inscriptions et clés',
    expires: 'Valable jusqu’au',
    invitation: 'Invitation',
    kept: 'Ce qui est conservé',
    keys: 'Clés',
    purpose: 'Usage',
    relay: 'Serveur',
    secret: 'Secret',
    slot: 'De qui',
    slots: 'Secrets des administrateurs',
    verifier: 'Clé du serveur',
  },
  choices: {
    'purpose.mailbox': 'Boîte aux lettres',
    'purpose.room': 'Salle',
    'slot.mediators': 'De l’équipe de médiation',
    'slot.party': 'De la partie',
    'standing.cancelled': 'Invitation annulée',
    'standing.completed': 'Invitation aboutie',
  },
  terms: {
    'waiting.keys': 'Cet appareil n’a pas reçu les clés de ce qui se dit maintenant',
    'waiting.recovery': 'Sans mots de secours, un appareil perdu est un registre perdu',
    'waiting.phrase': 'Vos mots de secours ne sont pas encore sur papier',
    'waiting.phrase-new':
      'Les nouveaux mots de secours ne sont pas encore sur papier : d’ici là, les anciens restent valables',
    'waiting.phrase-replacing':
      'Toutes les salles n’ont pas encore les nouveaux mots de secours : gardez les deux feuilles',
    'waiting.renewal': 'Des salles n’ont pas encore pris les nouvelles clés de cet appareil',
  },
} as const satisfies AreaWords<'keyring', typeof codes, Term>
