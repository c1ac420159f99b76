export {
  clockOf,
  type DeadlineClock,
  type Pause,
  pausesOf,
  stretchOver,
  turnOf,
} from './areas/agenda/clocks.ts'
export {
  type Cell,
  type CouldBePut,
  cellOf,
  couldBePut,
  isIn,
  isWithdrawn,
  type Position,
} from './areas/agenda/matrix.ts'
export {
  type AgendaRooms,
  cellsIn,
  cellsOf,
  checkCommonDeadline,
  checkIssue,
  claimsIn,
  claimsOn,
  type DeadlineFields,
  heldApartIn,
  type IssueFields,
  issueIn,
  partiesConcerned,
} from './areas/agenda/posting.ts'
export type { Claim } from './areas/agenda/registers/claim.ts'
export { type Deadline, endOf } from './areas/agenda/registers/deadline.ts'
export { type Issue, isPutOff } from './areas/agenda/registers/issue.ts'
export type { Round } from './areas/agenda/registers/round.ts'
export type { WorkingGroup } from './areas/agenda/registers/working-group.ts'
export { isHeldApart, isHigher, type Stage, stageOf, stages } from './areas/agenda/stage.ts'
export type {
  Adherence,
  Asked,
  Considered,
  Content as QuestionContent,
  Giving,
} from './areas/assent/content.ts'
export { questionKinds } from './areas/assent/content.ts'
export {
  type checkOutcome,
  isOutOf,
  put as putQuestion,
  putAct,
  unfinishedOf,
} from './areas/assent/putting.ts'
export {
  type Answer,
  type AskedStanding,
  answerTold,
  countingAnswer,
  isFinal,
  isMatch,
  isYesFinal,
  phaseOf,
  planPhaseOf,
  type Question,
  type QuestionPhase,
  type QuestionPlan,
  standingsOf,
  thingIdOf,
} from './areas/assent/state.ts'
export { arrivalOf, carryOut, deliveryOf, type Sent } from './areas/desk/carry-out.ts'
export { checkConveyance, isPlaced, isPublic, type Sides, sidesOf } from './areas/desk/convey.ts'
export { findLeaksIn, findLeaksInAct, type Reaching, reachOf } from './areas/desk/leaks.ts'
export { type Conveyance, type Origin, originsOf, sourcesOf, type Timing } from './areas/desk/plan.ts'
export { readerOf, togetherWith } from './areas/desk/rules.ts'
export type { Carried, CarriedStep } from './areas/desk/state.ts'
export {
  type AskedByThing,
  carriedAlready,
  type Waiting,
  type WaitingAtDesk,
  type WaitingInCaucus,
  waitingAtDesk,
  waitingInCaucus,
  waitingOfThings,
} from './areas/desk/waiting.ts'
export {
  type Demand,
  type Door,
  demandFields,
  doors,
  type Eyes,
  fieldOfDoor,
  type Readable,
  type ReadableOf,
} from './areas/eyes/plan.ts'
export {
  checkEyes,
  demandAt,
  hasColleague,
  readersOf,
  readersOfCarried,
  readingsIn,
  readingsName,
  seenIn,
} from './areas/eyes/reading.ts'
export type { SecondReading } from './areas/eyes/registers/second-reading.ts'
export { loosenedBy } from './areas/eyes/rules.ts'
export { lastWords } from './areas/eyes/verbs.ts'
export {
  answersTo,
  isSuperseded,
  isUsed,
  placeOf,
  standingVersions,
  versionsOf,
} from './areas/fact/answers.ts'
export {
  type Account,
  accountOf,
  type ChronologyFilter,
  type ChronologyLine,
  chronologyOf,
  type PublicColumn,
  type PublicWords,
  publicColumns,
} from './areas/fact/chronology.ts'
export { type CustodyGap, type CustodyLink, type CustodyVerb, custodyOf } from './areas/fact/custody.ts'
export { findingsOf, inquiriesInto, inquiryCourse } from './areas/fact/inquiries.ts'
export { courseOfMeasure, type MeasureCourse } from './areas/fact/measures.ts'
export type { Alternative } from './areas/fact/registers/alternative.ts'
export type { Evidence } from './areas/fact/registers/evidence.ts'
export type { Inquiry } from './areas/fact/registers/inquiry.ts'
export type { Matter } from './areas/fact/registers/matter.ts'
export type { Measure } from './areas/fact/registers/measure.ts'
export type { Version } from './areas/fact/registers/version.ts'
export { permissionForItem } from './areas/item/disclosure.ts'
export { materialChanges } from './areas/item/state.ts'
export { isMediatorsItem, isPartysMark } from './areas/item/whose.ts'
export type { Certificate, Kept, KeptInvitation, RelayCard } from './areas/keyring/kept.ts'
export type { Invited } from './areas/keyring/state.ts'
export { type Course, courseOf, hasUnconfirmed } from './areas/mandate/course.ts'
export { checkPowers, partyOfPowers, powersStanding } from './areas/mandate/powers.ts'
export type { Condition } from './areas/mandate/registers/condition.ts'
export type { Mandate } from './areas/mandate/registers/mandate.ts'
export type { Powers } from './areas/mandate/registers/powers.ts'
export { consentStanding } from './areas/mandate/rules.ts'
export type { Consent } from './areas/mandate/state.ts'
export type { Terms } from './areas/mandate/terms.ts'
export { conditionsOf } from './areas/mandate/unmet.ts'
export { answersToMeeting, outcomeOf, saidOfArrangement } from './areas/meeting/answers.ts'
export { planFindings } from './areas/meeting/checks.ts'
export { houseForHost } from './areas/meeting/house.ts'
export type { House, PlanFinding, PlannedSide } from './areas/meeting/plan.ts'
export { type PublicLine, publicLineOf } from './areas/meeting/public-line.ts'
export type { Arrangement } from './areas/meeting/registers/arrangement.ts'
export type { DelegationList } from './areas/meeting/registers/delegation-list.ts'
export type { HousePlan } from './areas/meeting/registers/house-plan.ts'
export type { Meeting } from './areas/meeting/registers/meeting.ts'
export type { Minutes } from './areas/meeting/registers/minutes.ts'
export type { Statement } from './areas/meeting/registers/statement.ts'
export * from './areas/message/disclosure.ts'
export { numberOfDelivery, subjectOf } from './areas/message/items.ts'
export type * from './areas/message/passage.ts'
export { forms, isOfItem, isOfMark, isOfMessage, isSamePassage } from './areas/message/passage.ts'
export { mayWrite } from './areas/message/rules.ts'
export type * from './areas/message/state.ts'
export type { Note } from './areas/note/area.ts'
export {
  acceptanceOf,
  answeredAnew,
  answersForParty,
  answerToOffices,
  checkDisclosing,
  isInDanger,
  isToBeConfirmed,
  notAccepting,
  officesIn,
  portfoliosOf,
  portfoliosOn,
} from './areas/offices/answers.ts'
export type { AgreementToMediate } from './areas/offices/registers/agreement.ts'
export type { GoodOffices } from './areas/offices/registers/good-offices.ts'
export type { Portfolio } from './areas/offices/registers/portfolio.ts'
export type { Safety } from './areas/offices/registers/safety.ts'
export type { Track } from './areas/offices/registers/track.ts'
export type { OfficesAnswer } from './areas/offices/verbs.ts'
export { destructionDue, mayHaveEnded, standingHolds } from './areas/retention/rules.ts'
export type { Hold, Retention } from './areas/retention/state.ts'
export type { Contact, RegisteredRoom } from './areas/roster/state.ts'
export { isMailboxDue } from './areas/roster/state.ts'
export { checkDirect, type SideAtTable, sidesAtTable } from './areas/table/consents.ts'
export {
  atDeskAlone,
  checkAtDesk,
  checkComing,
  institutionIn,
  institutionsName,
  institutionsOf,
  mediatorsNamed,
  saidOf,
} from './areas/team/coming.ts'
export { type Successor, successorOf } from './areas/team/state.ts'
export {
  type AlternativeId,
  type Bracketed,
  type BracketId,
  type ChoiceIds,
  type ClauseId,
  countOpen,
  fitsWords,
  type OpenCount,
  type OptionSense,
  type Relation,
  senseOfOption,
} from './areas/text/brackets/bracketed.ts'
export { bothAsAlternatives, chooseIn } from './areas/text/brackets/choose.ts'
export { type Fresh, keepIds } from './areas/text/brackets/keep.ts'
export { liftNames, type Wanted, writeNames } from './areas/text/brackets/names.ts'
export {
  type BracketFault,
  bracketLimits,
  type Choice,
  choicesIn,
  isChoice,
  type Node as BracketNode,
  readBrackets,
} from './areas/text/brackets/read.ts'
export { writeNumber } from './areas/text/numbers/figures.ts'
export {
  type ClauseKind,
  type ClauseNumber,
  clauseKinds,
  type Insertion,
  insertions,
  type Numbered,
  numberClauses,
} from './areas/text/numbers/number.ts'
export { type ClauseChange, compareDrafts, type DraftedClause } from './areas/text/redline/align.ts'
export { alignWithoutIds, type Likely } from './areas/text/redline/likeness.ts'
export { isChanged, type Piece, redlineWords } from './areas/text/redline/redline.ts'
export type { Comparing } from './areas/text/redline/tokens.ts'
export {
  type Act,
  type ActKind,
  type AreaCode,
  type AreaItem,
  type AreaName,
  type Areas,
  actKinds,
  type EventAct,
  type EventKind,
  findSpec,
  type RoomState,
  saidInAct,
  specOf,
  textsOfAct,
  wordsOfAct,
} from './areas.ts'
export * from './ids.ts'
export {
  type ItemContent,
  isItemContent,
  isMarkContent,
  itemLimits,
  type MarkContent,
  type Thing,
  thing,
} from './item/content.ts'
export { termWorldOf } from './item/days.ts'
export { type Figure, figure } from './item/figure.ts'
export {
  type FieldValue,
  type ItemFields,
  type ItemState,
  type Mark,
  type RegisterItem,
  type Revision,
  type Speaker,
  standingOf,
  voiceOf,
} from './item/item.ts'
export { termFieldsIn, termsIn } from './item/loops.ts'
export {
  type Asking,
  type CountingMark,
  countingMarks,
  type Deed,
  deeds,
  isTakenBack,
  type PowerKind,
  powerKinds,
  type Reader,
  type Register,
  type RegisterRoom,
  type Standing,
  type Verb,
  type Who,
} from './item/register.ts'
export { fieldsSchemaOf, findRegister } from './item/registry.ts'
export { makerOf } from './item/who.ts'
export { findLeaks, type LeakCheckInput } from './leak/find.ts'
export type { Finding } from './leak/finding.ts'
export { fold, leaveUnseen } from './leak/fold.ts'
export { illustrativeMark, illustrativeWord, quotedMark } from './leak/formulas.ts'
export { folderOf, foldForSearch, wordsOf } from './leak/words.ts'
export { type FieldsOf, type RegisterName, registers, type StandingOf, type VerbOf } from './registers.ts'
export {
  type Checked,
  type CodeIn,
  type Failure,
  fail,
  ok,
  type Result,
  type Violation,
} from './result.ts'
export { type Entry, parseAct, schemaOf } from './room/act.ts'
export type {
  ActOf,
  BroughtAct,
  CodeOf,
  EventKindOf,
  ItemOf,
  KindOf,
  NowhereKindOf,
  RegisterOf,
} from './room/area.ts'
export { authorOf, rosterDevices, stewardDevices, stewardSets } from './room/author.ts'
export {
  type DeviceCard,
  isRole,
  type MemberCard,
  mediatorRoles,
  type PartyCard,
  partyRoles,
  type Role,
  type RoomKind,
  thirdRoles,
} from './room/cards.ts'
export {
  type Found,
  holdsClock,
  holdsDay,
  holdsFigure,
  holdsOf,
  holdsTerm,
  holdsTime,
  innerOf,
  optionOf,
  stringsIn,
} from './room/fields.ts'
export { isRecordedFor } from './room/in-whose-name.ts'
export { type EventItem, type Item, itemsOf } from './room/items.ts'
export { applyEntry, applyEpoch, beginRoom, checkAct, type RoomCode } from './room/replay.ts'
export {
  administers,
  isMediator,
  isOfParty,
  isThird,
  leadsParty,
  mayBeginEpoch,
  speaksForParty,
} from './room/roles.ts'
export { releaseOfRules, rulesChanges, rulesNumber, wholeEpochsSince } from './room/rules-number.ts'
export {
  isPresent,
  type Member,
  placedAt,
  type Rejected,
  rejectedMax,
  type Said,
  type TimelineItem,
} from './room/state.ts'
export {
  type Circumstance,
  type Holds,
  isName,
  isTitle,
  limits,
  type TextForm,
  type Translation,
} from './schema.ts'
export { type Calendar, dayNumberAt, endOfDay, isWorkingDay, isZone, readCalendar } from './term/calendar.ts'
export { type Clock, clockToMinutes, isClock, minutesToClock } from './term/clock.ts'
export { addMonths, type Day, dayMs, dayToNumber, isDay, numberToDay, weekdayOf } from './term/day.ts'
export { type Awaited, countFrom, type Resolved, resolveTerm, type TermWorld } from './term/resolve.ts'
export { type Term, term, termLimits } from './term/term.ts'
export { type TextFault, type TextReason, textFault } from './text/rule.ts'
export { seen } from './text/seen.ts'
export { tidyText } from './text/tidy.ts'
