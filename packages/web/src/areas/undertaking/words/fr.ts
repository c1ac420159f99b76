/** What the pages of undertakings say, in French. */
import type { words as english } from './en.ts'

export const words = {
  'undertaking.made': 'Vos engagements',
  'undertaking.give': 'Prendre un engagement',
  'undertaking.none-made': 'Vous n’avez pris aucun engagement ici.',
  'undertaking.received': 'Pris envers vous, sans contrepartie',
  'undertaking.received-agreed': 'Pris envers vous, pour ce qui a été convenu',
  'undertaking.none-received': 'Aucun engagement n’a été pris envers vous.',
  'undertaking.readers': 'Ce que chacun en lit',
  'undertaking.reads-nothing': 'N’en lit rien.',
  'undertaking.relying': 'Ce sur quoi les autres comptent',
  'undertaking.nobody-relies': 'Rien n’a été dit en ce sens.',
  'undertaking.revoke-follows':
    'Si vous le retirez, la médiation le lit aussitôt et en informe chaque partie qui l’a reçu. Avec préavis, il reste en vigueur jusqu’à la fin de celui-ci.',
  'undertaking.none': 'Aucun engagement n’a encore été pris ici.',
  'undertaking.its-maker': 'le sien',
  'undertaking.copies': 'Exemplaires séparés',
  'undertaking.counted': 'Engagements de chacun',
  'undertaking.steps-lead':
    'Ce qu’une partie fait d’elle-même. L’étape peut inviter à une réponse, sans y donner droit.',
  'undertaking.no-steps': 'Aucune étape unilatérale ici.',
  'undertaking.put-step': 'Prévoir une étape unilatérale',
  'undertaking.step-lead':
    'La médiation la lit. Elle est annoncée quand vous le dites, et transmise dans vos termes.',
  'undertaking.do-put-step': 'Inscrire l’étape',
  'undertaking.give-lead':
    'Dans vos propres termes, que personne ne change. La médiation les lit ; les autres, quand ils leur sont transmis. L’engagement compte une fois donné.',
  'undertaking.do-put': 'L’inscrire, à donner ensuite',
  'undertaking.words-hint': 'Exactement tels qu’ils doivent être lus.',
  'undertaking.not-said': 'Montré à tous comme non précisé ; ne se lit ni comme oui ni comme non.',
  'undertaking.with-notice': '{count, plural, one {avec # jour de préavis} other {avec # jours de préavis}}',
  'undertaking.agreed': 'Il a été donné pour ce qui a été convenu.',
  'undertaking.word-anew': 'Le reformuler',
  'undertaking.carry': 'Le transmettre tel quel',
  'undertaking.ask-whole': 'Demander l’autorisation de tout transmettre',
  'undertaking.said-with-it': 'Ce que vous dites avec',
} as const satisfies Readonly<Record<keyof typeof english, string>>
