import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'question.ask': 'Preguntar a todas las partes',
  'question.planned-hint':
    'Las mismas palabras para cada una y un solo resultado: sí solo si todas dicen sí.',
  'question.words-in': 'La pregunta, en: {language}',
  'question.follow-in': 'Qué sigue si todas dicen sí, en: {language}',
  'question.title': 'Nombre de la propuesta',
  'question.title-hint': 'Con este nombre se inscribe como aceptada en principio, si todas dicen que sí.',
  'question.add-language': 'Otro idioma',
  'question.early-choice': 'Comunicarlo a todas en cuanto todas hayan dicho sí',
  'question.read-before': 'Lo que cada una lee antes de responder',
  'question.read-after': 'Lo que cada una lee después',
  'question.say-instead': 'Escribir mejor a la mediación',
  'question.gives': 'Lo que entrega esta parte: {party}',
  'question.gives-nothing': 'Esta parte no ha introducido nada que pueda entregar: {party}',
  'question.learnt': 'Lo que saben las demás',
  'question.put-to': 'Se pregunta a: {names}',
  'question.tell': 'Comunicar el resultado',
  'question.withdraw': 'Retirar la pregunta',
  'question.withdraw-sure':
    'Cada una lee: «La mediación ha retirado esta pregunta.» No se comunica ninguna respuesta.',
  'question.finish': 'Terminar lo que quedó a medias',
  'question.change': 'Cambiar la respuesta',
  'question.show': 'Ver la respuesta',
  'question.answered-open': 'Ha respondido. Puede cambiarlo hasta el cierre: {time}.',
  'question.answered-final':
    'Ha respondido sí, y es definitivo. El resultado se comunica después del cierre: {time}.',
  'question.open-until': 'Abierta hasta el {time}',
  'question.earlier': 'Preguntas anteriores',
  'question.move-words': '¿Puede moverse este plazo como aquí se indica?',
}
