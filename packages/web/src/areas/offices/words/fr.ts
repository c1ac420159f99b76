import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'offices.agreement-lead':
    'La partie le lit en entier là où elle l’accepte. Dans chaque langue c’est un texte, ou un fichier que toutes les parties possèdent, par son empreinte.',
  'offices.answer-of': 'Réponse : {party}',
  'offices.ask-agreement': 'Demander l’accord de toutes les parties',
  'offices.ask-join': 'Demander à toutes les parties si elle peut participer',
  'offices.bold': 'En gras : une seule offre le prévoit.',
  'offices.by-file': 'Ou un fichier que toutes les parties possèdent',
  'offices.change': 'Modifier l’offre de bons offices',
  'offices.change-agreement': 'Modifier l’accord de médiation',
  'offices.change-lead':
    'Si les tâches, le format, le lieu, la confidentialité, ce qui est public ou les participants changent, l’acceptation tombe : {party}',
  'offices.check-file': 'Comparer le fichier que vous avez',
  'offices.disclose': 'Déclarer un intérêt à toutes les parties',
  'offices.disclose-hint':
    'Chaque partie le lit au même moment, dans ce qui lui est offert. Aucune acceptation ne tombe ; chacune peut objecter.',
  'offices.do-change': 'Annoncer le changement',
  'offices.do-change-agreement': 'Annoncer la nouvelle version',
  'offices.do-keep': 'Le garder ici',
  'offices.do-put': 'Envoyer l’offre',
  'offices.do-put-agreement': 'Le soumettre',
  'offices.file-differs': 'Ce n’est pas le même fichier. Demandez à la médiation lequel est visé.',
  'offices.file-same': 'C’est le même fichier.',
  'offices.file-stays': 'Rien n’en quitte cet appareil.',
  'offices.here': 'Bons offices et accord',
  'offices.join': 'Une autre institution participerait',
  'offices.next': 'Suivante',
  'offices.nothing-offered': 'rien d’offert',
  'offices.of': '{at, number} sur {count, number}',
  'offices.one-a-line': 'Une par ligne',
  'offices.portfolio-hint':
    'Un dossier confié n’interdit rien à personne. Qui prépare quelque chose du dossier d’une autre personne reçoit un avis.',
  'offices.previous': 'Précédente',
  'offices.put': 'Offrir les bons offices',
  'offices.put-agreement': 'Soumettre l’accord de médiation',
  'offices.put-lead':
    'Elle reste dans ce seul entretien séparé, et aucune autre partie n’en sait rien : {party}',
  'offices.put-portfolio': 'Confier un dossier',
  'offices.put-safety': 'Ajouter une personne à interroger sur sa sécurité',
  'offices.put-track': 'Noter une autre voie',
  'offices.reads': 'Avec vous, lecture réservée à : {body}.',
  'offices.reads-only': 'Chacune ne lit que votre réponse à elle.',
  'offices.safety-hint':
    'Au seul bureau de la médiation. Parlez à chaque personne en tête-à-tête, avant toute chose, et n’écrivez que le nécessaire.',
  'offices.see-answer': 'La réponse entière : {party}',
  'offices.see-offer': 'L’offre de bons offices : {party}',
  'offices.side-by-side': 'Tout ce qui vous est offert, côte à côte',
  'offices.text-in': 'Le texte, {language}',
  'offices.text-instead': 'Plutôt un texte',
  'offices.title':
    '{count, plural, =0 {Aucune offre de bons offices ne vous est faite} one {# offre de bons offices vous est faite} other {# offres de bons offices vous sont faites}}',
  'offices.to': 'Offert à : {party}',
  'offices.track-lead':
    'Une autre médiation à côté de celle-ci, telle que vous la connaissez. Seule cette salle le lit.',
  'offices.tracks': 'Autres voies',
  'offices.version': 'texte n° {count, number}',
  'offices.which-change': 'Le changement demandé',
  'offices.who-does-what': 'Qui fait quoi, sécurité, autres voies',
  'offices.your-answer': 'Votre réponse',
}
