export {
  cosignCheckpoint,
  createNoteSigner,
  findEngineLacks,
  type NoteSigner,
  type PhraseForm,
  phraseForms,
  phraseGroups,
  phraseWords,
  textToDigits,
  textToVerifier,
  verifierToText,
} from '@goodoffices/log'
export { deadlinesFile } from './areas/agenda/calendar.ts'
export { heldApartAt } from './areas/agenda/checking.ts'
export { type GroupCharge, groupsAtWork } from './areas/agenda/groups.ts'
export { issuesIn, type Matrix, type MatrixCell, type MatrixRow, matrixOf } from './areas/agenda/matrix.ts'
export { dueMove, moveAct } from './areas/agenda/moving.ts'
export {
  assentedStage,
  type Posting,
  planOfIssue,
  postIssue,
  setApartDue,
  stageAct,
} from './areas/agenda/posting.ts'
export { missingLanguages, nameOfIssue, sayCell, sayClock, sayMoves } from './areas/agenda/saying.ts'
export { deadlinesIn, itemsAround } from './areas/agenda/waits.ts'
export { draftAbout, questionThatPut } from './areas/assent/about.ts'
export { answerQuestion } from './areas/assent/answering.ts'
export {
  askAll,
  finishQuestion,
  type PlanAct,
  planOfQuestion,
  planQuestion,
  previewQuestion,
  putToAll,
  type QuestionDraft,
  tellOutcome,
  timeIn,
  withdrawQuestion,
} from './areas/assent/asking.ts'
export { tellDue, withdrawDue } from './areas/assent/due.ts'
export { foreignAtTable } from './areas/assent/foreign.ts'
export { learnProofs } from './areas/assent/learning.ts'
export { isProved, type Proved, provesOf } from './areas/assent/proving.ts'
export { quoteOf } from './areas/assent/quoting.ts'
export { isUnproved, unprovedQuestions } from './areas/assent/unproved.ts'
export { yesMeans } from './areas/assent/wording.ts'
export * from './areas/close/index.ts'
export {
  type ConveyancePlan,
  deliver,
  deliverDue,
  dueConveyances,
  prepareConveyance,
  prepareTogether,
  previewConveyance,
} from './areas/desk/conveying.ts'
export { type Heard, heardOf, hearOnly } from './areas/desk/hearing.ts'
export { leaksInAct } from './areas/desk/leaks.ts'
export { previewAct, type Reaching, type ReachPreview } from './areas/desk/reaching.ts'
export { eyesOnCarried, readCarried } from './areas/desk/reading-first.ts'
export { hasGone, isOfOthers, urgencyAtDesk } from './areas/desk/waits.ts'
export { digestOfCarried, digestOfReadable } from './areas/eyes/coming-to.ts'
export { openToRead } from './areas/eyes/doors.ts'
export {
  askSecondReading,
  type EyesOn,
  eyesOn,
  giveSecondReading,
  isStillAsRead,
} from './areas/eyes/reading.ts'
export { draftOfUse, draftOfUseIn, inquiryAtTable, inquiryToPut } from './areas/fact/asking.ts'
export { checkFile, type FileCheck, hashOfFile } from './areas/fact/file.ts'
export {
  type Formula,
  formulaExample,
  readFormula,
  type Way,
  ways,
  writeFormula,
} from './areas/fact/formula.ts'
export { proveSame, type SameFigure, type StatedSide, sameFiguresIn } from './areas/fact/same.ts'
export {
  sayCourse,
  sayCustody,
  sayGap,
  sayLifting,
  sayLink,
  saySame,
  sayWhen,
} from './areas/fact/saying.ts'
export { checkThing, type ThingAct } from './areas/item/checking.ts'
export {
  beyondMandate,
  beyondSteps,
  sayMandateFinding,
} from './areas/mandate/beyond.ts'
export {
  beginOwnTalks,
  homeMandates,
  type OwnTalksRequest,
} from './areas/mandate/home.ts'
export {
  areOwnTalks,
  type HomeMandate,
  type MandateFinding,
  pastDay,
  type Weighed,
  weighDeed,
} from './areas/mandate/weighing.ts'
export { type CalendarAddition, calendarFile } from './areas/meeting/calendar.ts'
export {
  arrangementFor,
  findingsOfMeeting,
  hostsPlan,
  houseOfMeeting,
  meetingsOf,
  type SideOfMeeting,
  sidesOfMeeting,
} from './areas/meeting/sides.ts'
export { type SpeakingTime, speakingTime } from './areas/meeting/speaking.ts'
export { notesOf, purgeNotes, writeNote } from './areas/note/noting.ts'
export { type OfficesHere, officesAcross } from './areas/offices/across.ts'
export { type Answering as AnsweringOffices, answerOffices, answerSteps } from './areas/offices/answering.ts'
export { disclosureSteps } from './areas/offices/disclosing.ts'
export { certificatesOf, destroyRecord, destructibleRooms } from './areas/retention/destroying.ts'
export {
  admit,
  admitCards,
  handOverLead,
  leaveProcess,
  removeMember,
} from './areas/roster/people.ts'
export { checkOnceMoved, type Move, moveFor, moveRoom } from './areas/rules/moving.ts'
export { stepsFile } from './areas/step/calendar.ts'
export { type Lane, type LaneStep, type LanesAsked, lanesOf, plannedSteps } from './areas/step/lanes.ts'
export { stepInCaucus, stepToPut } from './areas/step/plan.ts'
export {
  nameOfStep,
  sayConsequence,
  sayDegree,
  sayDuty,
  sayLevel,
  sayWaiver,
  sayWhenDue,
} from './areas/step/saying.ts'
export { letGo } from './areas/team/coming.ts'
export { adoptSuccessor, offerSuccessor } from './areas/team/succeeding.ts'
export {
  type Applying,
  applyTemplate,
  type Brought,
  previewTemplate,
  type TemplatePreview,
} from './areas/template/apply.ts'
export { renamedIn } from './areas/template/renamed.ts'
export {
  readTemplate,
  type Template as TalksTemplate,
  type TemplateName,
  templateLimits,
  templateNames,
  wordMistake,
} from './areas/template/template.ts'
export * from './areas/text/index.ts'
export { carryWhole, wholeOf } from './areas/undertaking/carrying.ts'
export { type Copies, fingerprintOf, separateCopies } from './areas/undertaking/copies.ts'
export { sayAddressees, sayCopies, sayCounts, sayForce, sayOwed } from './areas/undertaking/saying.ts'
export {
  type Force,
  forceOf,
  madeIn,
  type Placed,
  reachedIn,
  stepsIn,
  undertakingsFor,
} from './areas/undertaking/towards.ts'
export { codeOfDraft, codeOfInstrument, codeOfTexts, type SpokenCode } from './comparing/code.ts'
export * from './export/index.ts'
export { type Found, type Hit, openFinder, type Query } from './finding/find.ts'
export {
  isSamePart,
  phraseIn,
  phraseToSheet,
  type Recognised,
  recognise,
  recogniseFile,
} from './identity/recognise.ts'
export type { Claims } from './invitation/claims.ts'
export {
  cancelInvitation,
  completeInvitation,
  type Invitation,
  type InvitationRequest,
  invitationOf,
  invitationsOf,
  invite,
  isUnderWay,
  previewCompletion,
} from './invitation/invite.ts'
export {
  abandonJoining,
  acceptJoining,
  answerInvitation,
  type Joining,
  joiningsOf,
  typeCode,
} from './invitation/join.ts'
export { textToInvitation } from './invitation/link.ts'
export { type Look, lookAtInvitation, sendBack } from './invitation/look.ts'
export type { Fault, OpenedEntry } from './log/room-log-parts.ts'
export {
  addParty,
  createProcess,
  mayOpenCaucus,
  openCaucus,
  openDelegation,
  type PartyRequest,
  type ProcessRequest,
} from './process/begin.ts'
export type { Everywhere } from './process/decided.ts'
export { type Became, becameOf, whereListed } from './process/everywhere.ts'
export type { ProcessSummary } from './process/find.ts'
export { type GroupPreview, type GroupRequest, openGroup, previewGroup } from './process/group.ts'
export { newId } from './process/id.ts'
export { createHttpRelay, type HttpRelayOptions } from './relay/http.ts'
export type { NoticesOffered } from './relay/notice-port.ts'
export * from './relay/port.ts'
export * from './sample/index.ts'
export { askCreation, asksForToken, creationTokenOf, keepCreationToken } from './session/admission.ts'
export { devicesOf, type OwnDevice, removeDevice } from './session/device/devices.ts'
export {
  abandonLink,
  type DeviceLink,
  inspectLink,
  type Linking,
  linkDevice,
  resumeLink,
} from './session/device/linking.ts'
export {
  cancelDeviceOffer,
  completeDevice,
  type DeviceOffer,
  deviceOfferOf,
  offerDevice,
} from './session/device/offer.ts'
export {
  confirmPhrase,
  keepFormerPhrase,
  type PhraseRenewal,
  phraseRenewalOf,
  renewPhrase,
} from './session/device/recovery-words.ts'
export {
  finishRenewal,
  renewalOf,
  renewDevice,
  type SeedExposure,
  seedExposure,
} from './session/device/renewal.ts'
export type { RoomRenewal } from './session/device/renewing.ts'
export { readDraft, saveDraft } from './session/drafts.ts'
export type { Connection, Reading } from './session/engine/following.ts'
export { isOfExposure } from './session/exposure.ts'
export { leftOut } from './session/left-out.ts'
export type { Trouble } from './session/notices.ts'
export {
  createIdentity,
  forgetVault,
  inspectVault,
  type OpenOptions,
  openSession,
  recoverIdentity,
} from './session/open.ts'
export { changePassphrase } from './session/passphrase.ts'
export { dismissRefused } from './session/refused.ts'
export { checkpointOf, faultsOf, placedTo, readWhole, waitingIn } from './session/room-record.ts'
export type { SeenRoom } from './session/seen.ts'
export { Session, type Status } from './session/session.ts'
export { actUndoably, goesAt, type HeldBack, heldBack, takeBack } from './session/undo.ts'
export { unwrittenPhrase } from './session/unwritten.ts'
export { type WatchedLog, watchedLogs, witnessHead } from './session/witnessing.ts'
export {
  askNotice,
  confirmNotice,
  endNotice,
  endOwnNotices,
  type Notice,
  noticesOf,
  noticesOffered,
} from './told/told.ts'
export { drawerOf } from './vault/drawer.ts'
export { openIndexedDbVault, type Turn } from './vault/indexeddb.ts'
export { createMemoryVault } from './vault/memory.ts'
export { type KeyPlace, type Vault, VaultError, type VaultErrorCode } from './vault/vault.ts'
export type { AreaViews, Dated, Measure } from './views/area-views.ts'
export { bringThings, peopleColumns, readPeople } from './views/bring.ts'
export { wholeDaysFile, wholeDaysOf } from './views/calendar-file.ts'
export {
  type CsvMistake,
  type CsvRead,
  csvLimits,
  readThings,
  registersBrought,
} from './views/csv.ts'
export { type DatedOnce, datedIn, daysBetween, daysOf, nearestDay } from './views/dated.ts'
export { loadViews } from './views/load.ts'
export {
  besideMonth,
  type MonthCalendar,
  monthCalendars,
  monthOf,
  namesIn,
  placeInWeek,
  weekBegins,
} from './views/month.ts'
export { type NextStep, nextSteps, sayNext, sayStep } from './views/next.ts'
export { datedNow } from './views/now.ts'
export { sayCsvMistake, sayDated, sayName } from './views/saying.ts'
export { addStatistics, figuresOf, readStatistics, type Statistics, summaryOf } from './views/statistics.ts'
export {
  equalTreatment,
  margin,
  ownFigures,
  type Report,
  sayMeasured,
  sayUneven,
} from './views/symmetry.ts'
export { wordsOfWait } from './waiting/saying.ts'
export {
  type Guest,
  type Urgency,
  urgencies,
  type Wait,
  type WaitItem,
  type WaitingBeside,
} from './waiting/wait.ts'
export {
  hereIn,
  isAside,
  lastHere,
  markHere,
  markRead,
  othersSince,
  readTo,
  setAside,
  unreadIn,
  waitsForMe,
  waitsIn,
} from './waiting/waits.ts'
export { type Beside, openBeside } from './windows/beside.ts'
export { leadWindows, tellingVault } from './windows/leading.ts'
export { askOver, isSilence, type Line, openLine, silentMs } from './windows/line.ts'
