/** Conveying: prepare with the leak check, preview the recipient's exact view, deliver. */

import {
  type ConveyancePlan,
  type ConveyancePreview,
  newId,
  type ProcessSummary,
  prepareConveyance,
  previewConveyance,
  type Session,
} from '@goodoffices/client'
import {
  type ConveyanceId,
  carriedAlready,
  type DeliveryId,
  type Finding,
  type MemberId,
  type MessageId,
  type OfferId,
  type Origin,
  type PartId,
  type Passing,
  permissionFor,
  type RoomState,
  type Timing,
  textOf,
} from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { caucusesIn, findCaucus, findItem, findPassage } from '../../names/find.ts'
import { fullHandle, handleOf, roomHandle } from '../../names/handles.ts'
import { readTime, readWords } from '../../names/words.ts'
import { indent, printable } from '../../page/text.ts'
import { type Answer, option, repeated } from '../../shell/define.ts'
import { demand, exits, missing, misuse, Stop } from '../../shell/exit.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { messageHandles } from '../message/handles.ts'
import { passings } from '../message/release.ts'
import { readSaying, type SayingFlags, sayingOptions } from '../message/speak.ts'
import { deliveryFacts } from '../message/text.ts'
import { deskOf } from './conveyances.ts'
import { deskHandles } from './handles.ts'

type ConveyFlags = SayingFlags & {
  readonly from?: string
  readonly fromOffer?: string
  readonly own?: true
  readonly to?: string
  readonly as?: Passing
  readonly wording?: string
  readonly answers?: string
  readonly corrects?: string
  readonly at?: string
  readonly when?: string
  readonly tell?: 'nothing' | 'that' | 'words'
  readonly acceptFinding?: readonly string[]
  readonly acceptAll?: true
  readonly preview?: true
  readonly replace?: string
}

export function registerConvey(program: Command, terminal: Terminal): void {
  defineWork<ConveyFlags>(
    program,
    terminal,
    {
      name: 'convey',
      summary: 'prepare a message for another party: what it will see, and what the leak check names',
      options: [
        option('--from <passage>', 'what is carried, such as caucus:iran/m1 or caucus:iran/m1.p2'),
        option('--from-offer <offer>', 'an offer that is put, such as caucus:iran/o1'),
        option('--own', 'the mediators’ own words'),
        option('--to <party>', 'to whom'),
        option('--as <marking>', 'how it passes (unattributed)', passings),
        option('--wording <words>', 'in which words; for verbatim the passage’s own'),
        ...sayingOptions,
        option('--answers <message>', 'the recipient’s message that this answers'),
        option('--corrects <delivery>', 'the earlier delivery that this puts right'),
        option('--at <time>', 'to be delivered at a time'),
        option('--when <condition>', 'to be delivered when this is so, as you judge'),
        option('--tell <what>', 'what the source is told (that)', ['nothing', 'that', 'words']),
        repeated('--accept-finding <number>', 'pass this finding of the leak check deliberately'),
        option('--accept-all', 'pass all its findings deliberately'),
        option('--preview', 'only show what the recipient would see'),
        option('--replace <conveyance>', 'in place of one prepared before'),
      ],
      examples: [
        'goodoffices convey --from caucus:iran/m1 --to united-states --wording "Assets come first for them." --preview',
        'goodoffices convey --own --to iran --wording "We propose to meet on Friday."',
      ],
      acts: true,
    },
    convey,
  )
}

async function convey(work: Work<ConveyFlags>): Promise<Answer> {
  const { session, processOf, flags } = work
  const found = processOf()
  const desk = deskOf(session, found)
  const plan = await readPlan(work, found, desk)
  const preview = demand(previewConveyance(session, found.process, plan))
  const recipient = session.room(plan.to)
  if (recipient === undefined) throw missing('room-unknown')
  const seen = { delivery: preview.delivery, to: roomHandle(recipient), findings: numbered(preview) }
  const lines = [
    ...previewLines(recipient, preview),
    '',
    ...findingLines(recipient, session, preview),
    ...carriedLines(desk, plan),
  ]
  if (!preview.allowed.ok && flags.preview === true)
    return { text: lines.join('\n'), json: { ...seen, allowed: preview.allowed.error } }
  demand(preview.allowed)
  if (flags.preview === true) return { text: lines.join('\n'), json: { ...seen, allowed: true } }
  const accepted = readAccepted(preview.findings, flags)
  if (accepted.length < preview.findings.length) {
    const open = preview.findings.filter(finding => !accepted.includes(finding))
    throw new Stop(
      exits.refused,
      { code: 'leak-not-accepted', count: open.length, text: open[0]?.text ?? '' },
      ['', ...lines],
    )
  }
  const id = demand(await prepareConveyance(session, found.process, { ...plan, accepted: [...accepted] }))
  const handle = handleOf(session.room(desk.id) ?? desk, deskHandles.conveyance, id)
  return {
    text: [...lines, '', `Prepared: ${handle}. Nothing has been sent: goodoffices deliver ${handle}`].join(
      '\n',
    ),
    json: { conveyance: id, handle, ...seen, accepted: accepted.length },
  }
}

async function readPlan(
  { session, terminal, flags }: Work<ConveyFlags>,
  found: ProcessSummary,
  desk: RoomState,
): Promise<ConveyancePlan> {
  if (flags.to === undefined) throw misuse('recipient-needed')
  const caucuses = caucusesIn(session, found)
  const to = findCaucus(session, found, flags.to)
  const origin = readOrigin(caucuses, flags)
  const source = origin.kind === 'mediators' ? undefined : caucuses.find(({ id }) => id === origin.room)
  const as = flags.as ?? (origin.kind === 'mediators' ? 'verbatim' : 'unattributed')
  const message = origin.kind === 'passage' ? source?.messages[origin.passage.message] : undefined
  const replaced =
    flags.replace === undefined
      ? undefined
      : (findItem([desk], deskHandles.conveyance, flags.replace).id as ConveyanceId)
  return {
    ...(replaced === undefined ? {} : { conveyance: replaced }),
    origin,
    to: to.id,
    as,
    ...readSaying({ ...(message === undefined ? {} : { form: message.form }), ...flags }),
    wording: await readConveyed({ terminal, flags, as, origin, source }),
    ...(flags.answers === undefined
      ? {}
      : { answers: findItem([to], messageHandles.message, flags.answers).id as MessageId }),
    ...(flags.corrects === undefined
      ? {}
      : { corrects: findItem([to], messageHandles.delivery, flags.corrects).id as DeliveryId }),
    timing: readTiming(flags),
    tell: flags.tell ?? (origin.kind === 'mediators' ? 'nothing' : 'that'),
  }
}

function readOrigin(caucuses: readonly RoomState[], { from, fromOffer, own }: ConveyFlags): Origin {
  if ([from, fromOffer, own].filter(given => given !== undefined).length !== 1) throw misuse('origin-needed')
  if (from !== undefined) {
    const { room, id, part } = findPassage(caucuses, from)
    const passage = { message: id as MessageId, ...(part === undefined ? {} : { part: part as PartId }) }
    return { kind: 'passage', room: room.id, passage }
  }
  if (fromOffer === undefined) return { kind: 'mediators' }
  const { room, id } = findItem(caucuses, messageHandles.offer, fromOffer)
  return { kind: 'offer', room: room.id, offer: id as OfferId }
}

/** The words given; else the words released, or for verbatim the passage's own. */
async function readConveyed({
  terminal,
  flags,
  as,
  origin,
  source,
}: {
  readonly terminal: Terminal
  readonly flags: ConveyFlags
  readonly as: Passing
  readonly origin: Origin
  readonly source: RoomState | undefined
}): Promise<string> {
  const isGiven = flags.wording !== undefined || flags.file !== undefined
  const message = origin.kind === 'passage' ? source?.messages[origin.passage.message] : undefined
  if (isGiven || origin.kind !== 'passage' || source === undefined || message === undefined)
    return readWords(terminal, { typed: flags.wording, file: flags.file })
  const { wording } = permissionFor(message, origin.passage, source.terms)
  if (wording !== undefined) return wording
  if (as === 'verbatim') return textOf(message, origin.passage)
  return readWords(terminal, { typed: undefined })
}

function readTiming({ at, when }: ConveyFlags): Timing {
  if (at !== undefined && when !== undefined) throw misuse('timing-twice')
  if (at !== undefined) return { kind: 'at', time: readTime(at) }
  return when === undefined ? { kind: 'now' } : { kind: 'when', condition: when }
}

/** CLI-13: findings are passed one by one by their numbers, or all; never by default. */
function readAccepted(
  findings: readonly Finding[],
  { acceptAll, acceptFinding = [] }: ConveyFlags,
): readonly Finding[] {
  if (acceptAll === true) return findings
  const wanted = acceptFinding.map(Number)
  const wrong = wanted.find(number => findings[number - 1] === undefined)
  if (wrong !== undefined) throw missing('finding-unknown', { count: findings.length })
  return findings.filter((_, i) => wanted.includes(i + 1))
}

const numbered = ({ findings }: ConveyancePreview) =>
  findings.map((finding, i) => ({ number: i + 1, ...finding }))

/** CLI-13: the very act that the recipient's room will receive, shown as that room will show it. */
function previewLines(recipient: RoomState, { delivery }: ConveyancePreview): readonly string[] {
  return [
    `${recipient.party?.name ?? ''} will see:`,
    '',
    `    ${deliveryFacts(recipient, delivery).join(' · ')}`,
    ...(delivery.title === undefined ? [] : [indent(delivery.title)]),
    indent(delivery.body),
  ]
}

/** DESK-3: nothing is carried twice unknowingly. */
const carriedLines = (desk: RoomState, plan: ConveyancePlan): readonly string[] =>
  carriedAlready(desk, {
    ...plan,
    conveyance: plan.conveyance ?? newId<ConveyanceId>(),
    delivery: newId<DeliveryId>(),
    carrier: newId<MemberId>(),
    accepted: [],
  }).map(
    ({ plan: other, standing }) =>
      `The same has been ${standing} for this party before: ${handleOf(desk, deskHandles.conveyance, other.conveyance)}.`,
  )

const findingNames: Readonly<Record<Finding['kind'], string>> = {
  name: 'a name',
  figure: 'a figure',
  words: 'words',
}

function findingLines(recipient: RoomState, session: Session, preview: ConveyancePreview): readonly string[] {
  const { findings } = preview
  if (findings.length === 0) return ['The leak check names nothing.']
  const rooms = session.rooms(recipient.process.process)
  return [
    `The leak check names ${findings.length}:`,
    ...findings.map((finding, i) => {
      const room = rooms.find(
        each =>
          each.id !== recipient.id &&
          finding.message !== undefined &&
          Object.hasOwn(each.messages, finding.message),
      )
      const source =
        room === undefined || finding.message === undefined
          ? ''
          : `, from ${fullHandle(room, messageHandles.message, finding.message)}`
      return `  ${i + 1}. ${findingNames[finding.kind]}: "${printable(finding.text)}"${source}${finding.in === undefined ? '' : ' (in the title)'}`
    }),
  ]
}
