export {
  type Calendar,
  calendarOf,
  directionOf,
  type Language,
  languages,
  localeOf,
  type Numerals,
} from './locale.ts'
export { type Figures, figuresOf, isolate, say, type Values } from './say.ts'
export {
  type Choice,
  type Field,
  loadVocabulary,
  sayEvent,
  sayViolation,
  sentenceOf,
  type Term,
  type Vocabulary,
} from './vocabulary.ts'
