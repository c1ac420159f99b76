export { sayFigure } from '../areas/item/figure.ts'
export { choiceOf, nameOfThing, registerName, sideOf, titleOf, voiceName } from '../areas/item/names.ts'
export {
  askingsOf,
  broughtLines,
  type SaidSheet,
  sayAsking,
  sheetBlocks,
  standingName,
  type ThingSheet,
  thingSheet,
  type WordingSheet,
} from '../areas/item/sheet.ts'
export { sayTerm } from '../areas/item/term.ts'
export { type MeetingCard, meetingCard } from '../areas/meeting/card.ts'
export { sayHours, sayPlanFinding, sayPublicLine } from '../areas/meeting/saying.ts'
export {
  compareOffices,
  type OfferedHere,
  type OfferedPart,
  type OfferedRow,
} from '../areas/offices/comparing.ts'
export {
  isLateAnswer,
  issueOfOrigin,
  sayChanged,
  sayFalling,
  sayPortfolios,
} from '../areas/offices/saying.ts'
export type { Block } from './blocks.ts'
export {
  type Document,
  type DocumentOptions,
  deliveryToSheet,
  type Recorded,
  roomsToDocument,
  thingsToSheet,
} from './document.ts'
export { documentToDocx } from './docx.ts'
export { type FieldLine, fieldLabel, fieldLines, fieldPathName } from './fields.ts'
export { documentToHtml } from './html.ts'
export {
  type VerifiedEvidence,
  type VerifiedRecord,
  type VerifiedRoom,
  verifyCertificate,
  verifyEvidence,
  verifyRecord,
  writeEvidence,
  writeRecord,
} from './record.ts'
export { recordFormat } from './record-format.ts'
export { blocksToLines, documentToText } from './text.ts'
export { type Writing, type WritingOptions, writingOf } from './writing.ts'
