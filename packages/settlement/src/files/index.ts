export { baseName } from './file-name.ts'
export type { GoodsProblem } from './goods.ts'
export { type FileKind, filesMax, type ImportOptions, importGoods, importProblem } from './import.ts'
export {
  clip,
  type FileProblem,
  fileProblemToText,
  fileProblemToWording,
  type MistakeCode,
  type SourceFile,
} from './mistake.ts'
export { placesMax, scaleProblem } from './scale.ts'
export { normalText } from './text-key.ts'
export { textCharsMax } from './tree.ts'
export { problemToYaml } from './write.ts'
