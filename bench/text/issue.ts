/**
 * Issuing a text of 300 clauses in five languages to two sides, as a mediator's device does it: the parts are made, each side's draft is
 * compared with what is guarded in the other's caucus, and both are taken by the rules of their rooms. Against writing the same clauses as
 * JSON, twice for each side. `node bench/text/issue.ts [clauses] [messages]`.
 */

import {
  type Act,
  applyEntry,
  beginRoom,
  clausesOf,
  type DraftId,
  type Entry,
  findLeaksInAct,
  type IssueId,
  issueText,
  type RoomId,
  type RoomState,
  type TextId,
} from '../../packages/core/src/index.ts'
import { rulesNumber } from '../../packages/core/src/room/rules-number.ts'

const clausesCount = Number(process.argv[2] ?? 300)
const messagesCount = Number(process.argv[3] ?? 200)
const roundsMax = 3
const tags = ['en', 'ar', 'fa', 'fr', 'es']

const party = (name: string) => ({
  party: `party-${name}`,
  name: `${name} village`,
  kind: 'party',
  hidden: false,
  account: true,
})
const card = (person: string, of?: string) => ({
  member: `member-${person}`,
  name: person,
  role: of === undefined ? 'lead' : 'head',
  ...(of === undefined ? {} : { party: `party-${of}` }),
  devices: [{ device: `device-${person}`, sign: 'sign', wrap: 'wrap' }],
})

let entries = 0
const entryOf = (room: { readonly size: number } | undefined, person: string, act: object): Entry => ({
  id: `entry-${(entries += 1)}` as Entry['id'],
  device: `device-${person}` as Entry['device'],
  time: 1_700_000_000_000 + entries,
  position: room?.size ?? 0,
  act: act as Act,
})
function must(room: RoomState, person: string, act: object): void {
  const done = applyEntry(room, entryOf(room, person, act))
  if (!done.ok) throw new Error(`${JSON.stringify(done.error)} ${JSON.stringify(act).slice(0, 200)}`)
}
function roomOf(name: string, kind: 'desk' | 'caucus', of?: string): RoomState {
  const opened = beginRoom(
    `room-${name}` as RoomId,
    entryOf(undefined, 'lead', {
      kind: 'room.open',
      process: { process: 'process-one', title: 'Water' },
      room: { kind, ...(of === undefined ? {} : { party: party(of) }) },
      terms: { role: 'propose', disclosure: 'closed' },
      founder: card('lead'),
    }),
  )
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  const room = opened.value
  if (room.rules !== rulesNumber) must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
  return room
}

let seed = 7
const next = (below: number): number => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed % below
}
const syllables = 'ba de fi go ku la me ni po ru sa te vi wo zu kan mer tol pis dur'.split(' ')
/** As many words as people use, the common ones far more often than the rare. */
const words = Array.from({ length: 6_000 }, () =>
  Array.from({ length: 2 + next(3) }, () => syllables[next(syllables.length)] ?? '').join(''),
)
const word = (): string => words[next(1 + next(words.length))] ?? ''
const sentence = (count: number): string => Array.from({ length: count }, word).join(' ')

const text = 'text-one' as TextId
const desk = roomOf('desk', 'desk')
must(desk, 'lead', {
  kind: 'text.begin',
  text,
  title: 'Water rule',
  nature: 'mediators-text',
  textLanguages: tags.map((language, at) => ({
    language,
    languageRole: at === 0 ? 'drafting' : 'authentic',
  })),
})
for (let at = 0; at < clausesCount; at += 1) {
  const clause = `clause-${at}`
  const order = `m${String(at).padStart(4, '0')}m`
  must(desk, 'lead', { kind: 'text.clause', text, clause, clauseKind: 'article', order })
  for (const language of tags)
    must(desk, 'lead', {
      kind: 'text.write',
      clause,
      language,
      version: `version-${at}-${language}`,
      body: `${sentence(35)} [shall] [should] ${sentence(10)}.`,
      choices: [{ bracket: `bracket-${at}`, meant: 'one', options: [`shall-${at}`, `should-${at}`] }],
    })
}
const sides = ['upper', 'lower'].map(name => {
  const room = roomOf(name, 'caucus', name)
  must(room, 'lead', { kind: 'member.admit', card: card(name, name) })
  for (let at = 0; at < messagesCount; at += 1)
    must(room, name, {
      kind: 'message.say',
      message: `message-${name}-${at}`,
      form: 'oral-message',
      binding: false,
      body: `Of ${name}, number ${at}: ${sentence(40)}.`,
      marking: 'nothing',
    })
  return room
})
const held = (id: RoomId): RoomState | undefined => sides.find(room => room.id === id)
const plan = (round: number) => ({
  text,
  issuing: `issuing-${round}` as IssueId,
  to: sides.map(({ id }) => ({ room: id, draft: `draft-${id}-${round}` as DraftId })),
  attribution: 'none' as const,
})

const time = (run: () => void): number => {
  const start = performance.now()
  run()
  return performance.now() - start
}
const best = (times: readonly number[]): number => Math.min(...times)

const [made, checked, taken, plain]: number[][] = [[], [], [], []]
let parts = 0
for (let round = 0; round < roundsMax; round += 1) {
  const issued = plan(round)
  let brought: readonly { readonly room: RoomId; readonly act: object }[] = []
  made?.push(
    time(() => {
      const found = issueText(desk, issued, held)
      if (!found.ok) throw new Error(JSON.stringify(found.error))
      brought = found.value
    }),
  )
  parts = brought.length
  checked?.push(
    time(() => {
      for (const { room, act } of brought) {
        const recipient = held(room)
        if (recipient !== undefined) findLeaksInAct({ act: act as Act, recipient }, [desk, ...sides])
      }
    }),
  )
  taken?.push(
    time(() => {
      must(desk, 'lead', { kind: 'text.issue', ...issued, accepted: [] })
      for (const { room, act } of brought) {
        const recipient = held(room)
        if (recipient !== undefined) must(recipient, 'lead', act)
      }
    }),
  )
  plain?.push(
    time(() => {
      for (let copy = 0; copy < 2 * sides.length; copy += 1) {
        JSON.stringify(clausesOf(desk, text).map(({ wordings }) => wordings.map(({ current }) => current)))
      }
    }),
  )
}
const json = best(plain ?? [])
console.log(
  `${clausesCount} clauses in ${tags.length} languages to ${sides.length} sides, ${parts} acts; ${messagesCount} messages in each caucus; best of ${roundsMax} rounds\n`,
)
console.log('| | ms | against JSON of the same |\n|---|---|---|')
for (const [name, times] of [
  ['parts made', made],
  ['compared with what is guarded', checked],
  ['taken by desk and rooms', taken],
  ['JSON of the same', plain],
] as const)
  console.log(`| ${name} | ${best(times ?? []).toFixed(0)} | ${(best(times ?? []) / json).toFixed(1)} |`)
