export type { Block } from './blocks.ts'
export {
  type Document,
  type DocumentOptions,
  deliveryToSheet,
  type Recorded,
  roomsToDocument,
} from './document.ts'
export { documentToDocx } from './docx.ts'
export { documentToHtml } from './html.ts'
export {
  recordFormat,
  type VerifiedEvidence,
  type VerifiedRecord,
  type VerifiedRoom,
  verifyCertificate,
  verifyEvidence,
  verifyRecord,
  writeEvidence,
  writeRecord,
} from './record.ts'
export { documentToText } from './text.ts'
