import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'keeping.title': 'Durée de conservation',
  'keeping.none': 'Aucune règle n’a été fixée. Le registre est conservé.',
  'keeping.decided': 'Le registre est conservé jusqu’à décision contraire.',
  'keeping.days':
    '{count, plural, =0 {Le registre n’a pas à être conservé après sa dernière inscription.} one {Le registre est conservé # jour après sa dernière inscription.} other {Le registre est conservé # jours après sa dernière inscription.}}',
  'keeping.due': 'Si rien de plus n’est dit ici, il pourra être détruit après le {at}.',
  'keeping.over': 'Ce délai est écoulé depuis le {at} : il peut être détruit.',
  'keeping.held':
    'Ce délai est écoulé depuis le {at}, mais rien n’est détruit tant que la destruction est suspendue.',
  'keeping.by': 'Fixée par {name}, le {at}.',
  'keeping.state': 'Fixer la règle',
  'keeping.state-again': 'Fixer une autre règle',
  'keeping.do': 'Fixer',
  'keeping.choice': 'Le registre est conservé',
  'keeping.choice-days': 'Un nombre de jours après sa dernière inscription',
  'keeping.count': 'Jours',
  'keeping.count-hint':
    '{count, plural, one {Au moins # jour : chaque personne ici doit pouvoir s’opposer à la destruction.} other {Au moins # jours : chaque personne ici doit pouvoir s’opposer à la destruction.}}',
  'keeping.count-bad': 'Un nombre entier de {min, number} à {max, number}.',
  'keeping.basis-hint': 'Un article, un accord, une loi. Elle figure aussi dans le certificat.',
  'hold.standing': 'Ce qui suspend la destruction',
  'hold.open': 'Suspendre la destruction',
  'hold.hint':
    'Tant qu’elle dure, rien de ce registre n’est détruit. Toutes les personnes de la salle en lisent le motif.',
  'hold.whose': 'Qui demande cette suspension',
  'hold.mediators': 'L’équipe de médiation',
  'hold.of-party': '{party}, consigné en son nom',
  'hold.by': 'Suspendue par {name}, le {at}.',
  'hold.by-party': 'Suspendue par {name} pour {party}, le {at}.',
  'hold.recorded': 'Suspendue au nom de {party}, consigné par {name}, le {at}.',
  'hold.lift': 'Lever la suspension',
  'hold.lift-title': 'Lever la suspension',
  'destroy.open': 'Détruire ce registre…',
  'destroy.title': 'Détruire ce registre',
  'destroy.goes': 'Ce qui disparaît',
  'destroy.goes-what':
    '{room} : toutes les inscriptions et clés ({count, number}), sur le serveur et sur l’appareil de chaque personne, dès sa prochaine connexion.',
  'destroy.stays': 'Ce qui reste',
  'destroy.stays-what':
    'Un certificat remis à chaque personne : quand, par qui, selon quelle règle, combien d’inscriptions. Pas un mot de ce qui a été dit.',
  'destroy.beyond': 'Ce qui n’est pas atteint',
  'destroy.beyond-what':
    'Les copies enregistrées, les feuilles imprimées, les photographies et les anciennes sauvegardes du serveur.',
  'destroy.never-back': 'C’est irréversible.',
  'destroy.copy-first': 'S’il faut en garder une copie, enregistrez-la d’abord.',
  'destroy.sure': 'Je le confirme. Ceci doit être détruit : {room}',
  'destroy.do': 'Détruire définitivement',
  'destroyed.talks': 'Le registre de ces pourparlers a été détruit',
  'destroyed.lead': 'Rien de ce qui a été dit n’est conservé. Il reste le certificat.',
  'destroyed.soon': 'Ce registre est en cours de destruction',
  'destroyed.soon-lead':
    'C’est décidé et sera fait dès que le serveur répondra. Le certificat figurera ensuite ici.',
  'destroyed.on': 'Continuer vers les pourparlers',
  'certificates.title': 'Certificats',
  'certificates.lead': 'Ce qui reste des registres détruits.',
  'certificates.none': 'Aucun de vos registres n’a été détruit.',
  'certificate.save': 'Enregistrer le certificat',
  'certificate.check': 'Comment le vérifier',
  'certificate.check-hint':
    'Avec le fichier enregistré et la ligne de commande seule ; la première clé est celle du serveur qui tient le registre, la seconde celle de l’appareil qui a signé.',
}
