export {
  type Block,
  type Document,
  type DocumentOptions,
  deliveryToSheet,
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
} from './record.ts'
export { type ExportLanguage, exportLanguages, exportWords } from './words.ts'
