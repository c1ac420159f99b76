import type { Wording } from './wording.ts'

export const fr: Wording = {
  unexpected: {
    you: 'Quelque chose d’imprévu s’est produit ici. Ce que vous avez écrit est gardé. Réessayez ; si cela se répète, redémarrez et signalez-le ({code}).',
    they: '{by} a fait quelque chose que cette version ne comprend pas ({code}). C’est resté sans effet.',
  },
  'mediators-only': {
    you: 'Ceci est réservé aux médiateurs. Rien n’a changé. Demandez à un médiateur de le faire.',
    they: '{by} a fait ce qui est réservé aux médiateurs. C’est resté sans effet.',
  },
  'heir-not-mediator': {
    you: 'Seul un médiateur présent peut s’en charger. Rien n’a changé. Choisissez quelqu’un de l’équipe.',
    they: '{by} a désigné quelqu’un qui n’est pas médiateur ici. C’est resté sans effet.',
  },
  'lead-only': {
    you: 'Seul le médiateur principal peut le faire. Rien n’a changé. Adressez-vous à lui.',
    they: '{by} n’est pas le médiateur principal. C’est resté sans effet.',
  },
  'one-lead': {
    you: 'Il y a déjà un médiateur principal. Rien n’a changé. Passez plutôt la direction.',
    they: '{by} a voulu nommer un second médiateur principal. C’est resté sans effet.',
  },
  'lead-hands-over-first': {
    you: 'Quelqu’un doit s’occuper de la salle. Vous n’êtes pas parti. Passez d’abord la main, puis partez.',
    they: '{by} aurait laissé la salle sans responsable. C’est resté sans effet.',
  },
  'not-an-administrator': {
    you: 'C’est l’affaire de ceux qui ont la charge de cette salle. Rien n’a changé. Adressez-vous à l’un d’eux.',
    they: '{by} n’a pas la charge de cette salle. C’est resté sans effet.',
  },
  'role-may-not': {
    you: 'Votre rôle ne le permet pas ici. Rien n’est parti, et ce que vous avez écrit est gardé. Voyez votre chef de délégation ou le médiateur.',
    they: '{by} ne peut le faire dans ce rôle. C’est resté sans effet.',
  },
  'party-acts-for-itself': {
    you: 'Cette partie est entrée et parle pour elle-même. Rien n’a été consigné. Demandez-lui de le dire en entretien séparé.',
    they: '{by} a consigné des propos pour une partie qui parle pour elle-même. C’est resté sans effet.',
  },
  'not-of-this-party': {
    you: 'Cette salle est aux gens d’une seule partie. Personne n’est entré. Choisissez quelqu’un de cette partie.',
    they: '{by} a voulu faire entrer quelqu’un d’une autre partie. C’est resté sans effet.',
  },
  'hidden-party': {
    you: 'Ce participant n’est connu que des médiateurs et ne doit pas être nommé ici. Rien n’est parti.',
    they: '{by} aurait nommé un participant qui ne doit pas l’être. C’est resté sans effet.',
  },
  'already-a-member': {
    you: 'Cette personne est déjà là. Rien n’a changé.',
    they: '{by} a voulu faire entrer quelqu’un qui était déjà là. C’est resté sans effet.',
  },
  'member-known-otherwise': {
    you: 'Cette personne ou cet appareil est connu ici avec d’autres clés. Rien n’a changé. Comparez de nouveau les codes avant de vous y fier.',
    they: '{by} a donné d’autres clés que celles qu’on connaît. C’est resté sans effet.',
  },
  'not-a-member': {
    you: 'Vous n’êtes plus dans cette salle. Ce que vous avez écrit est gardé sur cet appareil. Demandez au médiateur de vous y admettre.',
    they: '{by} n’était pas dans la salle à ce moment. C’est resté sans effet.',
  },
  'device-unknown': {
    you: 'Cet appareil a été retiré. On peut lire ce qu’il contient, rien de nouveau n’en part. Prenez un autre appareil, ou votre phrase de récupération.',
    they: '{by} s’est servi d’un appareil retiré. C’est resté sans effet.',
  },
  'device-known': {
    you: 'Cet appareil est déjà inscrit. Rien n’a changé.',
    they: '{by} a inscrit un appareil une seconde fois. C’est resté sans effet.',
  },
  'last-device': {
    you: 'C’est votre dernier appareil. Il n’a pas été retiré. Ajoutez-en d’abord un autre.',
    they: '{by} a voulu retirer un dernier appareil. C’est resté sans effet.',
  },
  'leave-instead': {
    you: 'On ne se retire pas soi-même. Rien n’a changé. Quittez plutôt les pourparlers.',
    they: '{by} a voulu retirer son propre siège. C’est resté sans effet.',
  },
  'table-is-closed': {
    you: 'La table est fermée aux échanges directs. Votre texte est gardé et n’est pas parti. Dites-le au médiateur en entretien séparé.',
    they: '{by} a écrit alors que la table était fermée. C’est resté sans effet.',
  },
  'table-is-open': {
    you: 'La table est déjà ouverte. Rien n’a changé.',
    they: '{by} a ouvert une table déjà ouverte. C’est resté sans effet.',
  },
  'wrong-room': {
    you: 'Cela ne se fait pas dans ce genre de salle. Rien n’a changé. Faites-le dans la salle qui convient.',
    they: '{by} l’a fait dans une salle où cela n’a pas sa place. C’est resté sans effet.',
  },
  'recipient-is-source': {
    you: 'La source et le destinataire sont la même partie. Rien n’est parti. Choisissez un autre destinataire.',
    they: '{by} a voulu renvoyer des propos à leur source. C’est resté sans effet.',
  },
  'not-released': {
    you: 'La source ne l’a pas autorisé sous cette forme. Rien n’est parti ; votre formulation est gardée. Demandez l’autorisation, ou transmettez moins.',
    they: '{by} a voulu transmettre ce qui n’était pas autorisé. C’est resté sans effet.',
  },
  'released-in-other-words': {
    you: 'La source a autorisé certains mots seulement, et ceux-ci en sont d’autres. Rien n’est parti. Prenez les mots autorisés, ou demandez de nouveau.',
    they: '{by} a voulu transmettre d’autres mots que ceux autorisés. C’est resté sans effet.',
  },
  'not-verbatim': {
    you: 'Textuel veut dire les mots mêmes. Rien n’est parti. Rétablissez-les, ou transmettez la substance.',
    they: '{by} a dit textuel ce qui ne l’était pas. C’est resté sans effet.',
  },
  'not-binding': {
    you: 'La source ne s’est pas engagée. Rien n’est parti. Transmettez-le comme non engageant.',
    they: '{by} a dit engageant ce qui ne l’était pas. C’est resté sans effet.',
  },
  'offer-withdrawn': {
    you: 'L’offre a été retirée. Rien n’est parti. Parlez à la partie avant de poursuivre.',
    they: '{by} s’est servi d’une offre retirée. C’est resté sans effet.',
  },
  'consent-withdrawn': {
    you: 'La partie a retiré son consentement à la médiation. Rien n’est parti ; cela attend au bureau. Parlez à la partie.',
    they: '{by} a transmis pour une partie qui avait retiré son consentement. C’est resté sans effet.',
  },
  'nothing-noted': {
    you: 'Rien n’a été noté sur ces pourparlers. Il n’y a rien à détruire.',
    they: '{by} a voulu détruire des notes qui n’existent pas. C’est resté sans effet.',
  },
  'hold-in-force': {
    you: 'Un gel empêche de détruire ce dossier : {reason} Rien n’a été détruit. Seul son auteur ou son camp peut le lever.',
    they: '{by} a voulu détruire un dossier gelé. C’est resté sans effet.',
  },
  'hold-of-another': {
    you: 'Ce gel est celui d’une autre partie. Il demeure. Demandez à son auteur de le lever.',
    they: '{by} a voulu lever le gel d’une autre partie. C’est resté sans effet.',
  },
  'retention-not-set': {
    you: 'Aucun délai n’a été fixé pour la destruction de ce dossier. Rien n’a été détruit. Fixez-le d’abord.',
    they: '{by} a voulu détruire un dossier sans règle. C’est resté sans effet.',
  },
  'retention-not-over': {
    you: 'Le délai de conservation de ce dossier n’est pas écoulé. Rien n’a été détruit. Attendez son terme.',
    they: '{by} a voulu détruire un dossier avant l’heure. C’est resté sans effet.',
  },
  'retention-too-short': {
    you: 'D’autres personnes sont dans cette salle et doivent pouvoir s’y opposer : au moins {min} jours. Rien n’a changé. Choisissez un délai plus long.',
    they: '{by} a fixé un délai de conservation trop court. C’est resté sans effet.',
  },
  'record-destroyed': {
    you: 'Le dossier de cette salle a été détruit et plus rien ne s’y dit. Ce que vous avez écrit est conservé sur cet appareil.',
    they: '{by} a parlé dans une salle dont le dossier a été détruit. C’est resté sans effet.',
  },
  'no-consent': {
    you: 'Il n’y a pas de consentement à retirer. Rien n’a changé.',
    they: '{by} a retiré un consentement qui n’existait pas. C’est resté sans effet.',
  },
  gone: {
    you: 'Ce dont il s’agit n’est pas sur cet appareil, ou pas encore. Rien n’a changé. Attendez que tout soit arrivé et réessayez.',
    they: '{by} s’est référé à ce qui n’y était pas. C’est resté sans effet.',
  },
  settled: {
    you: 'C’était réglé avant vous, peut-être par un collègue. Rien n’a été fait deux fois. Voyez où l’on en est.',
    they: '{by} est intervenu sur ce qui était déjà réglé. C’est resté sans effet.',
  },
  'carried-by-another': {
    you: 'Un collègue porte ceci. Rien n’est parti. Reprenez-le d’abord, ou laissez-le lui.',
    they: '{by} a voulu remettre ce qu’un autre porte. C’est resté sans effet.',
  },
  'note-of-another': {
    you: 'Seul son auteur modifie une note. Rien n’a changé. Écrivez-en une à vous.',
    they: '{by} a voulu modifier la note d’un autre. C’est resté sans effet.',
  },
  'marks-own-words-only': {
    you: 'La marque revient à la partie dont ce sont les mots. Rien n’est parti ; votre texte est gardé. Envoyez-le sans marque.',
    they: '{by} a marqué les mots d’un autre côté. C’est resté sans effet.',
  },
  parts: {
    you: 'Ce passage ne peut être marqué ainsi : il sort du texte, coupe un caractère ou en chevauche un autre. Rien n’a changé. Sélectionnez de nouveau.',
    they: '{by} a marqué un passage impossible. C’est resté sans effet.',
  },
  'too-much': {
    you: 'C’est plus qu’il n’y a de place. Rien n’est parti ; ce que vous avez écrit est gardé. Réduisez ou divisez.',
    they: '{by} a envoyé plus qu’il n’y a de place. C’est resté sans effet.',
  },
  repeated: {
    you: 'Ceci est déjà arrivé une fois. Cela compte une fois ; rien n’est perdu.',
    they: 'Une entrée de {by} est arrivée de nouveau. Elle compte une fois.',
  },
  'leak-not-accepted': {
    you: 'Le contrôle des fuites relève dans la formulation quelque chose qui n’a pas été examiné. Rien n’est parti ; la formulation est gardée. Reformulez, ou transmettez-le en connaissance de cause.',
    they: '{by} a préparé une formulation avec des constats ouverts. C’est resté sans effet.',
  },
  malformed: {
    you: 'Ceci n’a pas la forme requise. Rien n’a changé ; ce que vous avez écrit est gardé. Vérifiez et réessayez.',
    they: '{by} a envoyé ce qui n’a pas la forme requise. C’est resté sans effet.',
  },
  'rules-older': {
    you: 'Il faut pour cela les règles d’une version plus récente, et cette salle suit les anciennes. Rien n’a été envoyé ; votre texte est conservé. Demandez à qui administre la salle de l’y faire passer.',
    they: '{by} a fait ce qui demande des règles plus récentes que celles de cette salle. C’est mis de côté.',
  },
  'rules-newer': {
    you: 'Cette salle est passée à des règles que cette version ne connaît pas. Tout ce qui a été lu est conservé, la suite n’est pas montrée. Mettez à jour pour lire la suite.',
    they: '{by} a fait passer la salle à des règles que cette version ne connaît pas. Mettez à jour pour lire la suite.',
  },
  'rules-adopted': {
    you: 'Cette salle suit déjà ces règles, ou de plus récentes. Rien n’a changé.',
    they: '{by} a nommé des règles que la salle suivait déjà. C’est mis de côté.',
  },
  'act-unknown': {
    you: 'Ceci vient d’une version plus récente. C’est gardé sans être montré. Mettez à jour pour le voir.',
    they: '{by} se sert d’une version plus récente. L’entrée est gardée sans être montrée.',
  },
  forged: {
    you: 'Ce que le serveur a donné n’est pas signé, scellé ou placé comme il le doit. C’est refusé ; tout ce qui était vérifié est gardé. Prévenez le médiateur par une autre voie.',
    they: 'Quelque chose au nom de {by} n’est pas signé, scellé ou placé comme il le doit. C’est resté sans effet.',
  },
  'log-forked': {
    you: 'Le serveur a montré deux procès-verbaux différents de cette salle. Le vôtre est gardé, et rien d’autre n’est accepté pour elle. Comparez avec les autres par téléphone ; ne vous fiez plus à ce serveur.',
    they: 'Le serveur a montré à {by} un autre procès-verbal de cette salle. Comparez par téléphone.',
  },
  'log-rolled-back': {
    you: 'Le serveur montre un procès-verbal plus court qu’avant. Le vôtre est gardé, le plus court est refusé. Demandez à qui le tient s’il a été rétabli d’une copie.',
    they: 'Le serveur a montré à {by} un procès-verbal plus court qu’avant.',
  },
  'keys-withheld': {
    you: 'Cet appareil n’a pas reçu la clé de ce qui suit. Ce que vous avez est gardé. Demandez à un médiateur d’ouvrir la salle, pour que les clés soient renvoyées.',
    they: 'La clé de ce qui suit n’a pas été donnée à {by}.',
  },
  'relay-unreachable': {
    you: 'Le serveur {address} est injoignable, et ceci ne peut se faire sans lui. Rien n’a été créé. Vérifiez l’adresse et la connexion, puis réessayez.',
    they: '{by} n’a pas pu joindre le serveur.',
  },
  unreachable: {
    you: 'Le serveur est injoignable, ou n’est pas prêt. Tout est gardé ici et partira de soi-même. Continuez à travailler.',
    they: 'Le serveur était injoignable pour {by}.',
  },
  'relay-full': {
    you: 'Le serveur n’a plus de place. Tout est gardé ici et partira quand il en aura. Prévenez qui le tient.',
    they: 'Le serveur n’avait plus de place pour {by}.',
  },
  'relay/too-many-requests': {
    you: 'Le serveur demande d’attendre un peu. Tout est gardé ici et partira de soi-même.',
    they: 'Le serveur a demandé à {by} d’attendre.',
  },
  'relay-refused': {
    you: 'Le serveur a refusé cette demande ({code}). Tout est gardé ici. Vérifiez l’horloge de cet appareil, puis voyez qui tient le serveur.',
    they: 'Le serveur a refusé une demande de {by} ({code}).',
  },
  'passphrase-wrong': {
    you: 'La phrase secrète n’ouvre pas cet appareil. Rien n’a changé. Réessayez ; si elle est perdue, revenez avec votre phrase de récupération.',
    they: 'Une phrase secrète de {by} ne convenait pas.',
  },
  'identity-exists': {
    you: 'Quelqu’un est déjà chez soi sur cet appareil. Il y reste, rien n’a été ajouté. Prenez un autre navigateur ou appareil.',
    they: 'Quelqu’un était déjà chez soi sur un appareil de {by}.',
  },
  'no-identity': {
    you: 'Personne n’a encore commencé sur cet appareil. Commencez, ou revenez avec votre phrase de récupération.',
    they: 'Personne n’avait commencé sur un appareil de {by}.',
  },
  'invitation-unreadable': {
    you: 'Ce n’est pas une invitation, ou il en manque une partie. Rien n’est parti. Copiez le lien entier, ou tapez tous les mots de la feuille.',
    they: '{by} a donné ce qui n’est pas une invitation.',
  },
  'phrase-mistyped': {
    you: 'Les mots ne vont pas ensemble : l’un est mal tapé, manque ou n’est pas à sa place. Rien n’a changé. Comparez avec votre papier.',
    they: 'Les mots donnés par {by} ne vont pas ensemble.',
  },
  'invitation-not-found': {
    you: 'Ce serveur n’a pas cette invitation : elle a été annulée, ou n’a jamais été faite. Rien n’est parti. Demandez-en une nouvelle.',
    they: '{by} a répondu à une invitation qui n’y est pas.',
  },
  'invitation-contested': {
    you: 'Plus d’une personne a répondu à cette invitation. Personne n’est entré. Annulez-la et faites-en une nouvelle pour la bonne personne.',
    they: 'Plus d’une personne a répondu à une invitation de {by}.',
  },
  'device-offer-expired': {
    you: 'L’offre faite à votre autre appareil est périmée. Rien n’a été communiqué. Faites-en une nouvelle.',
    they: 'L’offre de {by} à un autre appareil était périmée.',
  },
  'link-for-person': {
    you: 'Ce lien invite une personne ; il n’ajoute pas d’appareil. Rien n’est parti. Répondez-y en votre nom, avec l’identité que vous avez.',
    they: '{by} a donné une invitation au lieu du lien d’un appareil.',
  },
  'link-for-device': {
    you: 'Ce lien ajoute un autre appareil de la personne qui l’a fait. Rien n’est parti. Ouvrez-le sur un appareil où personne n’a encore commencé.',
    they: '{by} a répondu au lien d’un appareil comme à une invitation.',
  },
  'keys-exchanged': {
    you: 'Quelqu’un entre vous a échangé les clés. Personne n’est entré. Renoncez à cette invitation et remettez-en une nouvelle en main propre.',
    they: 'Quelqu’un a échangé les clés sur le chemin de {by}.',
  },
  'not-yet': {
    you: 'L’autre côté n’en est pas encore là. Rien n’a changé. Attendez-le et réessayez.',
    they: '{by} était en avance sur l’autre côté.',
  },
  'phrase-unknown-here': {
    you: 'Ce serveur ne connaît personne avec ces mots. Rien n’a changé. Vérifiez l’adresse : vos clés sont là où vous avez commencé.',
    they: 'Le serveur ne connaît personne avec les mots donnés par {by}.',
  },
  'sample-unreadable': {
    you: 'L’exemple ne peut être joué tel qu’il est écrit ({code}). Rien n’a commencé. Son auteur trouvera l’endroit par ce code.',
    they: 'Un exemple de {by} ne peut être joué tel qu’il est écrit ({code}).',
  },
  'record-refused': {
    you: 'Ce fichier ne prouve pas ce qu’il dit ({code}). Il n’est pas accepté. Demandez une copie neuve, à quelqu’un d’autre si possible.',
    they: 'Un fichier de {by} ne prouve pas ce qu’il dit ({code}).',
  },
  'vault-failed': {
    you: 'Cet appareil n’a pu le garder à l’instant ; une autre fenêtre tient peut-être ses données. Rien n’est gardé à moitié. Fermez les autres fenêtres et réessayez.',
    they: 'Un appareil de {by} n’a pu garder ce qu’il recevait.',
  },
  'vault-full': {
    you: 'Cet appareil n’a plus de place. Rien n’est gardé à moitié ; ce qui y était demeure. Libérez de la place et réessayez.',
    they: 'Un appareil de {by} n’a plus de place.',
  },
  'vault-damaged': {
    you: 'Ce que garde cet appareil est endommagé. Rien n’en part. Revenez sur un autre appareil avec votre phrase de récupération ; le procès-verbal lui-même est sauf.',
    they: 'Ce que garde un appareil de {by} est endommagé.',
  },
}
