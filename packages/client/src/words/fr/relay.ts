import type { RelayWords } from '../relay-words.ts'

const late = 'Le serveur n’a pas encore pu prendre ce que {by} a envoyé ({code}).'
const refused = 'Le serveur a refusé quelque chose de {by} ({code}).'

export const relay = {
  'relay/busy': {
    you: 'Le serveur est trop sollicité. Tout est conservé ici et sera envoyé automatiquement. Vous pouvez continuer.',
    they: late,
  },
  'relay/starting': {
    you: 'Le serveur est en train de démarrer. Tout est conservé ici et sera envoyé automatiquement dès qu’il sera prêt. Vous pouvez continuer.',
    they: late,
  },
  'relay/stopping': {
    you: 'Le serveur s’arrête ou redémarre. Tout est conservé ici et sera envoyé automatiquement à son retour. Vous pouvez continuer.',
    they: late,
  },
  'relay/store-failed': {
    you: 'Le serveur n’a pas pu écrire sur son disque. Tout est conservé ici et sera renvoyé automatiquement. Si cela dure, prévenez qui exploite le serveur.',
    they: late,
  },
  'relay/internal': {
    you: 'Un problème est survenu dans le serveur. Tout est conservé ici et sera renvoyé automatiquement. Si cela dure, prévenez qui l’exploite ({code}).',
    they: late,
  },
  'relay/too-slow': {
    you: 'La ligne était trop lente et le serveur a cessé d’attendre. Tout est conservé ici et sera renvoyé automatiquement. Si cela dure, essayez une autre connexion.',
    they: late,
  },
  'relay/too-many-requests': {
    you: 'Le serveur demande d’attendre un peu : trop de demandes viennent de cette connexion. Tout est conservé ici et sera envoyé automatiquement.',
    they: late,
  },
  'relay/quota': {
    you: 'Le serveur a pris aujourd’hui de cette connexion tout ce qu’il admet en un jour. Tout est conservé ici et sera envoyé automatiquement dans la journée. Qui exploite le serveur peut en admettre davantage.',
    they: late,
  },
  'quota-logs': {
    you: 'Trop de salles et de boîtes aux lettres ont été créées aujourd’hui depuis cette connexion. Ce qui est nouveau attend ici et sera créé automatiquement dans la journée ; tout le reste continue.',
    they: late,
  },
  'quota-rights': {
    you: 'Ces pourparlers ont fait entrer aujourd’hui autant de personnes et de salles que le serveur en admet. Ce qui est nouveau attend ici et reprendra automatiquement dans la journée ; tout le reste continue.',
    they: late,
  },
  'relay/log-full': {
    you: 'Le registre de cette salle a atteint la taille que le serveur admet. Votre texte est conservé ici et sera envoyé dès qu’il y aura de la place. Prévenez qui exploite le serveur, ou continuez dans une autre salle.',
    they: refused,
  },
  'relay/store-full': {
    you: 'Le serveur n’a plus de place. Tout est conservé ici et sera envoyé dès que possible. Prévenez qui l’exploite.',
    they: refused,
  },
  'relay/too-large': {
    you: 'C’est plus que le serveur ne prend en une fois. Rien n’a été envoyé ; votre texte est conservé. Raccourcissez-le ou divisez-le.',
    they: refused,
  },
  'relay/unauthenticated': {
    you: 'Le serveur n’a pas accepté la signature de cet appareil. Tout est conservé ici. Mettez cet appareil à l’heure ; si cela ne suffit pas, adressez-vous à qui exploite le serveur.',
    they: refused,
  },
  'relay/unknown-log': {
    you: 'Le serveur n’a pas ce registre, ou ne le donne pas à cet appareil. Ce que vous avez est conservé, et rien n’a été envoyé. Demandez à la médiation si vous êtes encore dans la salle.',
    they: refused,
  },
  'relay/unknown-path': {
    you: 'Le serveur ne connaît pas cette demande ({code}) : il est peut-être plus ancien que ce programme, ou quelque chose s’interpose. Tout est conservé ici. Demandez à qui l’exploite quelle est sa version.',
    they: refused,
  },
  'relay/stale-epoch': {
    you: 'Les clés de cette salle ont changé et cet appareil n’a pas encore les nouvelles. Votre texte est conservé et n’a pas été envoyé. Attendez que tout soit arrivé, puis réessayez.',
    they: refused,
  },
  'relay/steward': {
    you: 'Le serveur ne laisse pas cet appareil changer les clés de cette salle ni y détruire quoi que ce soit. Rien n’a été modifié. Adressez-vous à une personne qui administre la salle.',
    they: refused,
  },
  'relay/conflict': {
    you: 'D’autres personnes ont écrit dans cette salle au même moment. Rien n’a été envoyé ; votre texte est conservé. Réessayez.',
    they: refused,
  },
  'relay/epoch': {
    you: 'Ceci a été scellé avec d’autres clés que celles en vigueur dans la salle. Rien n’a été envoyé ; votre texte est conservé. Attendez que tout soit arrivé, puis réessayez.',
    they: refused,
  },
  'relay/envelope': {
    you: 'Le serveur n’a pas pu placer ce que cet appareil a scellé ({code}). Votre texte est conservé et n’a pas été envoyé. Mettez ce programme à jour ; si cela se répète, signalez-le.',
    they: refused,
  },
  'relay/malformed': {
    you: 'Le serveur n’a pas pu lire ce que ce programme a envoyé ({code}). Votre texte est conservé et n’a pas été envoyé. Mettez ce programme à jour ; si cela se répète, signalez-le.',
    they: refused,
  },
  'relay/expect-required': {
    you: 'Ce programme n’a pas dit pour quel état de la salle valent ses clés ({code}). Rien n’a été modifié. Mettez-le à jour ; si cela se répète, signalez-le.',
    they: refused,
  },
  'relay/range': {
    you: 'Il s’agit d’une partie du registre que le serveur n’a pas. Rien n’a été modifié. Attendez que tout soit arrivé, puis réessayez.',
    they: refused,
  },
  'relay/exists': {
    you: 'Un autre registre se trouve déjà sur le serveur à la place de celui-ci. Ce que vous avez est conservé et n’a pas été envoyé. Recommencez ; si cela se répète, prévenez qui exploite le serveur.',
    they: refused,
  },
  'relay/checkpoint': {
    you: 'Le serveur ne reconnaît pas une signature qu’il a donnée : sa clé a peut-être été remplacée. Ce que vous avez est conservé. Demandez à qui l’exploite si l’ancienne clé existe encore.',
    they: refused,
  },
  'relay/behind': {
    you: 'Le serveur a perdu la fin de ce registre, comme après un rétablissement à partir d’une copie plus ancienne. Ce que vous avez est conservé et lui est rendu automatiquement. Ce que vous écrivez entre-temps sera envoyé ensuite.',
    they: refused,
  },
  'relay/forked': {
    you: 'Le serveur a perdu la fin de ce registre et a pris d’autres inscriptions à la place. Ce que vous avez est conservé et ne peut lui être rendu. Comparez avec les autres personnes par téléphone, et prévenez qui exploite le serveur.',
    they: refused,
  },
  'relay/restore': {
    you: 'Le serveur n’a pas pu reprendre ce qu’il avait perdu de ce registre : les morceaux ne correspondent pas à ce qu’il avait signé. Ce que vous avez est conservé. Prévenez qui l’exploite.',
    they: refused,
  },
  'relay/host': {
    you: 'Le serveur n’est pas censé être joint à cette adresse. Rien n’a été envoyé ; tout est conservé ici. Utilisez l’adresse qui vous a été donnée, ou demandez à qui exploite le serveur d’admettre celle-ci.',
    they: refused,
  },
  'relay/store-access': {
    you: 'Ce que le serveur garde des clés d’un registre ne concorde pas ({code}). Rien n’a été modifié. Rétablissez le serveur à partir d’une copie ; les membres rendent ce qui manque.',
    they: refused,
  },
  'relay/store-page': {
    you: 'La base de données du serveur est endommagée ({code}). Rien n’a été modifié. Rétablissez le serveur à partir d’une copie ; les membres rendent ce qui manque.',
    they: refused,
  },
  'relay/minting': {
    you: 'Ce serveur ne fait entrer personne au nom de ces pourparlers : leurs salles ont été ouvertes par des personnes elles-mêmes invitées. L’invitation reste valable, mais n’ouvre pas le serveur à qui n’y est pas encore. Demandez l’invitation à une personne de l’équipe de médiation qui a le jeton du serveur.',
    they: refused,
  },
  'relay/notice': {
    you: 'Ce serveur n’avertit personne par ce moyen. Rien n’a été activé. Qui exploite le serveur peut le proposer.',
    they: refused,
  },
  'notice-address': {
    you: 'Ce n’est pas une adresse à laquelle le serveur écrit. Rien n’a été activé. Relisez-la, ou donnez-en une autre.',
    they: refused,
  },
  'notice-code': {
    you: 'Ce n’est pas le code qui a été envoyé, ou son délai est passé. Rien d’autre n’est envoyé à cette adresse. Saisissez-le de nouveau, ou faites-en envoyer un autre.',
    they: refused,
  },
  'notice-unknown': {
    you: 'Cela a pris fin : par le lien d’un message, sur un autre appareil, ou parce que personne n’est venu pendant un mois. Rien n’y est envoyé. Activez-le de nouveau si vous le voulez.',
    they: refused,
  },
  'notice-unsent': {
    you: 'Le message n’a pas pu être remis à cette adresse. Rien n’a été activé. Relisez l’adresse, ou réessayez plus tard.',
    they: refused,
  },
  'quota-codes': {
    you: 'Le serveur a envoyé aujourd’hui, à cette adresse ou depuis cette connexion, autant de codes qu’il en envoie en un jour. Rien n’a été activé. Réessayez demain.',
    they: refused,
  },
  'relay/creation-token': {
    you: 'Ce serveur ne s’ouvre qu’à qui a son jeton. Tout est conservé ici, et rien n’a été envoyé. Saisissez le jeton ; qui exploite le serveur le donne.',
    they: refused,
  },
  'creation-token-wrong': {
    you: 'Ce n’est pas le jeton de ce serveur. Tout est conservé ici. Saisissez-le à nouveau exactement comme il a été donné, ou adressez-vous à qui exploite le serveur.',
    they: refused,
  },
  'relay/creation-right': {
    you: 'Ce serveur est fermé aux personnes inconnues : il s’ouvre sur invitation ou avec son jeton, et de nouveaux pourparlers demandent le jeton. Ce qui est nouveau attend ici ; tout le reste continue. Ouvrez votre invitation, ou saisissez le jeton ; qui exploite le serveur le donne.',
    they: refused,
  },
  'creation-right-unknown': {
    you: 'Ce serveur ne connaît pas l’invitation et ne s’ouvre pas par elle. Tout est conservé ici. Demandez-en une nouvelle à qui vous l’a envoyée, ou saisissez le jeton du serveur.',
    they: refused,
  },
  'creation-right-expired': {
    you: 'Le délai de cette invitation est passé, et elle ne fait plus entrer personne. Tout est conservé ici. Demandez-en une nouvelle à qui vous l’a envoyée, ou saisissez le jeton du serveur.',
    they: refused,
  },
  'creation-right-spent': {
    you: 'Cette invitation a déjà servi, ou a été reprise : elle ne fait entrer personne d’autre. Tout est conservé ici. Demandez-en une nouvelle à qui vous l’a envoyée ; si vous ne l’aviez pas utilisée, dites-le : elle a été en d’autres mains.',
    they: refused,
  },
} as const satisfies RelayWords
