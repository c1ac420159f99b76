import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'question.ask': 'Interroger toutes les parties',
  'question.planned-hint':
    'Les mêmes termes pour chacune, une seule issue : oui seulement si toutes disent oui.',
  'question.words-in': 'La question, en : {language}',
  'question.follow-in': 'Ce qui suit si toutes disent oui, en : {language}',
  'question.title': 'Nom de la proposition',
  'question.title-hint':
    'Sous ce nom elle est inscrite comme acceptée en principe, si toutes les parties disent oui.',
  'question.add-language': 'Autre langue',
  'question.early-choice': 'Informer toutes les parties dès que toutes ont dit oui',
  'question.read-before': 'Ce que chacune lit avant de répondre',
  'question.read-after': 'Ce que chacune lit ensuite',
  'question.say-instead': 'Écrire plutôt à la médiation',
  'question.gives': 'Ce que remet cette partie : {party}',
  'question.gives-nothing': 'Cette partie n’a rien saisi qu’elle puisse remettre : {party}',
  'question.learnt': 'Ce que les autres apprennent',
  'question.put-to': 'Posée à : {names}',
  'question.tell': 'Communiquer l’issue',
  'question.withdraw': 'Retirer la question',
  'question.withdraw-sure':
    'Chacune lit : « Cette question a été retirée par la médiation. » Aucune réponse n’est communiquée.',
  'question.finish': 'Achever ce qui est resté en suspens',
  'question.change': 'Modifier la réponse',
  'question.show': 'Voir la réponse',
  'question.answered-open': 'Votre réponse est donnée. Vous pouvez la modifier jusqu’à la clôture : {time}.',
  'question.answered-final':
    'Votre réponse est oui, et elle est définitive. L’issue est communiquée après la clôture : {time}.',
  'question.open-until': 'En cours jusqu’au {time}',
  'question.earlier': 'Questions antérieures',
  'question.move-words': 'Cette échéance peut-elle être déplacée comme indiqué ici ?',
}
