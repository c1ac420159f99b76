import type { codes, Term } from '../../areas/eyes/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const eyes = {
  acts: {
    'eyes.set': 'Lecture préalable fixée',
  },
  events: {
    'eyes.set': '{by} a fixé pour quoi une lecture préalable est demandée.',
  },
  refusals: {
    'eyes-missing': {
      you: 'L’équipe exige qu’une autre personne relise ceci d’abord, et personne ne l’a relu tel que c’est maintenant. Rien n’a été envoyé ni modifié ; ce que vous avez préparé est conservé. Demandez cette lecture à une personne de l’équipe, puis recommencez.',
      they: '{by} a fait sans lecture préalable ce qui en exige une. C’est resté sans effet.',
    },
    'eyes-nobody': {
      you: 'Une autre personne doit relire ceci d’abord, et il n’y en a pas d’autre au bureau de la médiation. Rien n’a été envoyé ni modifié ; ce que vous avez préparé est conservé. Faites entrer quelqu’un dans l’équipe ou, si vous dirigez la médiation, fixez de nouveau qu’il n’en faut pas.',
      they: '{by} a fait sans personne ce qui exige une lecture préalable. C’est resté sans effet.',
    },
    'eyes-differ': {
      you: 'Ce qui vous a été donné à relire n’est plus ce qui serait fait. Rien n’a été dit en votre nom. Demandez qu’on vous le soumette de nouveau, tel que c’est maintenant.',
      they: '{by} avait à relire une chose qui a changé depuis. Rien n’a été dit.',
    },
  },
  fields: {
    door: 'Pour quoi',
    eyesBring: 'Avant de faire entrer quelqu’un dans la médiation',
    eyesDeliver: 'Avant toute remise',
    eyesDestroy: 'Avant de détruire un registre',
    eyesIssue: 'Avant de diffuser un texte',
    eyesOpen: 'Avant d’ouvrir l’échange direct',
    heeded: 'De qui les limites sont respectées',
    issuedTo: 'Salles qui le reçoivent',
    toRead: 'À relire',
  },
  choices: {
    'door.bring': 'Faire entrer quelqu’un dans la médiation',
    'door.destroy': 'Détruire un registre',
    'door.issue': 'Diffuser un texte',
    'door.loosen': 'Demander moins de lectures préalables',
    'door.open': 'Ouvrir l’échange direct',
    'eyesBring.off': 'non demandée',
    'eyesBring.required': 'exigée',
    'eyesBring.wished': 'souhaitée',
    'eyesDeliver.off': 'non demandée',
    'eyesDeliver.required': 'exigée',
    'eyesDeliver.wished': 'souhaitée',
    'eyesDestroy.off': 'non demandée',
    'eyesDestroy.required': 'exigée',
    'eyesDestroy.wished': 'souhaitée',
    'eyesIssue.off': 'non demandée',
    'eyesIssue.required': 'exigée',
    'eyesIssue.wished': 'souhaitée',
    'eyesOpen.off': 'non demandée',
    'eyesOpen.required': 'exigée',
    'eyesOpen.wished': 'souhaitée',
    'register.second-reading': 'À relire d’abord',
    'say.eyes-seen': 'Relu, rien ne s’y oppose',
    'say.eyes-against': 'Dire ce qui s’y oppose',
    'say.eyes-dropped': 'Ne plus demander',
    'verb.eyes-seen': 'A relu, rien ne s’y oppose',
    'verb.eyes-against': 'S’y oppose',
    'verb.eyes-dropped': 'Ne demande plus',
    'standing.eyes-asked': 'pas encore relu',
    'standing.eyes-seen': 'relu',
    'standing.eyes-against': 'quelqu’un s’y oppose',
    'standing.eyes-dropped': 'n’est plus demandé',
  },
  terms: {
    eyes: 'Lecture préalable',
    'eyes-by': 'Relu tel que c’est maintenant par {name}.',
    'eyes-by-nobody': 'Personne d’autre ne l’a relu tel que c’est maintenant.',
    'eyes-changed': 'Quelque chose a changé depuis : il faut redemander.',
    'eyes-limit':
      'Chaque appareil de l’équipe le vérifie avant d’envoyer. Ce que la médiation dit de ses propres mots dans un entretien séparé, et ce qui se fait sans ce programme, n’est pas retenu.',
    'eyes-off': 'Personne n’a besoin de relire ceci d’abord.',
    'eyes-required':
      'Ceci ne se fait qu’une fois relu, tel que c’est maintenant, par une autre personne de l’équipe.',
    'eyes-wished': 'L’équipe souhaite qu’une autre personne relise ceci d’abord.',
  },
} as const satisfies AreaWords<'eyes', typeof codes, Term>
