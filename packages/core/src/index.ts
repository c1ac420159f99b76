export * from './areas/agenda/index.ts'
export * from './areas/assent/index.ts'
export * from './areas/close/index.ts'
export * from './areas/close/index.ts'
export * from './areas/desk/index.ts'
export * from './areas/eyes/index.ts'
export * from './areas/fact/index.ts'
export * from './areas/item/index.ts'
export * from './areas/keyring/index.ts'
export * from './areas/mandate/index.ts'
export * from './areas/meeting/index.ts'
export * from './areas/message/index.ts'
export * from './areas/note/index.ts'
export * from './areas/offices/index.ts'
export * from './areas/retention/index.ts'
export * from './areas/roster/index.ts'
export * from './areas/step/index.ts'
export * from './areas/table/index.ts'
export * from './areas/team/index.ts'
export * from './areas/template/index.ts'
export * from './areas/text/index.ts'
export * from './areas/undertaking/index.ts'
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
export { type Addressees, isAddressed } from './item/addressees.ts'
export {
  type ItemContent,
  isItemContent,
  isMarkContent,
  isSamePlain,
  itemLimits,
  type MarkContent,
  type Thing,
  thing,
} from './item/content.ts'
export { termWorldOf } from './item/days.ts'
export { type Figure, figure } from './item/figure.ts'
export type { HeldText } from './item/held-text.ts'
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
  puttersIn,
  type Reader,
  type Register,
  type RegisterRoom,
  type Standing,
  type Verb,
  type Who,
} from './item/register.ts'
export { fieldsSchemaOf, findRegister } from './item/registry.ts'
export { bodyNamed, makerOf } from './item/who.ts'
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
export { isSameTerm, itemsNamedIn, type Term, term, termLimits } from './term/term.ts'
export { type TextFault, type TextReason, textFault } from './text/rule.ts'
export { seen } from './text/seen.ts'
export { tidyText } from './text/tidy.ts'
