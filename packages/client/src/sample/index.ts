export { illustrativeMark, illustrativeWord, quotedMark } from '@goodoffices/core'
export { type Resolver, settleAct } from './act.ts'
export { type Chair, openSample, type SampleOptions } from './play.ts'
export { textsOf } from './provenance.ts'
export {
  parseSample,
  type RoomName,
  roomsOf,
  type Sample,
  type SampleParty,
  type SamplePerson,
  type SampleStep,
  sampleLimits,
  talksOf,
} from './sample.ts'
export { expandSample, type Script, type ScriptPerson, type ScriptRoom, type ScriptStep } from './script.ts'
