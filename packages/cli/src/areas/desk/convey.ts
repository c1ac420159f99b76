/** Conveying and publishing: prepare with the leak check, preview what its readers will see, deliver. */

import {
  type ConveyancePlan,
  issueOfOrigin,
  type ProcessSummary,
  prepareTogether,
  previewConveyance,
  type Session,
  sayPortfolios,
} from '@goodoffices/client'
import {
  type ConveyanceId,
  carriedAlready,
  type DeliveryId,
  type ItemId,
  isOfMessage,
  isPublic,
  type MessageId,
  type OfferId,
  type Origin,
  type Passing,
  permissionFor,
  type RoomState,
  sourcesOf,
  type Timing,
  textOf,
} from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { caucusesIn, findAnyPassage, findCaucus, findItem, findMember, findRoom } from '../../names/find.ts'
import { handleOf } from '../../names/handles.ts'
import { readTime, readWords } from '../../names/words.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, option, repeated } from '../../shell/define.ts'
import { demand, misuse } from '../../shell/exit.ts'
import { conveyanceFields, previewed, reachRows } from '../../shell/rows.ts'
import { count, rows } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { itemHandles } from '../item/handles.ts'
import { writingIn } from '../item/writing.ts'
import { messageHandles } from '../message/handles.ts'
import { passings } from '../message/release.ts'
import {
  partOption,
  readIssue,
  readSaying,
  type SayingFlags,
  sayingOptions,
  stretchOf,
} from '../message/speak.ts'
import { conveyanceRow, deskOf } from './conveyances.ts'
import { deskHandles } from './handles.ts'
import { pass, type ReachFlags, reachOptions } from './reach.ts'
import { readThing, type ThingFlags, thingOptions } from './thing.ts'

type ConveyFlags = SayingFlags &
  ReachFlags &
  ThingFlags & {
    readonly from?: readonly string[]
    readonly fromOffer?: string
    readonly own?: true
    readonly to?: readonly string[]
    readonly as?: Passing
    readonly wording?: string
    readonly answers?: string
    readonly corrects?: string
    readonly at?: string
    readonly when?: string
    readonly tell?: 'nothing' | 'that' | 'words'
    readonly replace?: string
    readonly part?: string
    readonly reader?: string
    readonly because?: string
  }

export function registerConvey(program: Command, terminal: Terminal): void {
  defineWork<ConveyFlags>(
    program,
    terminal,
    {
      name: 'convey',
      summary:
        'prepare a message for another party, or for the table: what its readers will see, and what the leak check names',
      options: [
        repeated(
          '--from <passage>',
          'what is carried, such as caucus:iran/m1, caucus:iran/m1.p2, all but its parts: caucus:iran/m1.rest, or fields of an entry: caucus:iran/i1.figure',
        ),
        partOption,
        option('--from-offer <offer>', 'an offer that is put, such as caucus:iran/o1'),
        option('--own', 'the mediators’ own words'),
        repeated('--to <room>', 'to whom: a party, table, or group:TITLE; to several at once, given again'),
        option('--as <marking>', 'how it passes (unattributed)', passings),
        option('--wording <words>', 'in which words; for verbatim the passage’s own'),
        ...sayingOptions,
        ...thingOptions,
        option('--answers <message>', 'the recipient’s message that this answers'),
        option('--corrects <delivery>', 'the earlier message that this corrects; at the table, the entry'),
        option('--at <time>', 'to be delivered at a time'),
        option('--when <condition>', 'to be delivered when this is so, as you judge'),
        option('--tell <what>', 'what the party that said it is told (that)', ['nothing', 'that', 'words']),
        ...reachOptions,
        option('--replace <conveyance>', 'in place of one prepared before'),
        option('--reader <mediator>', 'somebody else of the team, who is asked to read it before it goes'),
        option('--because <text>', 'why what the leak check names passes all the same, for the desk alone'),
      ],
      answers: [
        { ...conveyanceFields, conveyances: rows(conveyanceFields), together: reachRows, accepted: count },
        previewed,
      ],
      examples: [
        'goodoffices convey --from caucus:iran/m1 --to united-states --wording "Assets come first for them." --preview',
        'goodoffices convey --own --to iran --to united-states --wording "We propose to meet on Friday."',
        'goodoffices convey --from caucus:iran/m1 --from caucus:united-states/m2 --to table --wording "Both name a date."',
      ],
      acts: true,
    },
    convey,
  )
}

async function convey(work: Work<ConveyFlags>): Promise<Answer> {
  const { session, processOf } = work
  const found = processOf()
  const desk = deskOf(session, found)
  return prepareAll(work, desk, await readPlans(work, found, desk))
}

type Planned = { readonly plan: ConveyancePlan; readonly to: RoomState }

/** Shows what each will see and what the leak check names, and puts all of them on the desk, to go together. */
export async function prepareAll(
  { session, processOf, flags }: Work<ReachFlags>,
  desk: RoomState,
  plans: readonly Planned[],
): Promise<Answer> {
  const found = processOf()
  const all = plans.map(({ plan, to }) => ({
    room: to,
    preview: demand(previewConveyance(session, found.process, plan)),
    beside: [...carriedLines(desk, plan), ...portfolioLines(session, desk, plan)],
  }))
  const passed = pass(session, all, flags)
  if ('shown' in passed) return passed.shown
  const { accepted, lines, seen } = passed
  const ids = demand(
    await prepareTogether(
      session,
      found.process,
      plans.map(({ plan }, at) => ({ ...plan, accepted: accepted[at] ?? [] })),
    ),
  )
  const now = session.room(desk.id) ?? desk
  const conveyances = ids.map(id => conveyanceRow(now, id))
  const handles = ids.map(id => handleOf(now, deskHandles.conveyance, id))
  const [first = ''] = handles
  return {
    text: [
      ...lines,
      '',
      handles.length > 1
        ? `Prepared: ${handles.join(', ')}, to go together. Nothing has been sent: goodoffices deliver ${first}`
        : `Prepared: ${first}. Nothing has been sent: goodoffices deliver ${first}`,
    ].join('\n'),
    json: {
      ...conveyances[0],
      conveyances,
      ...seen,
      accepted: accepted.flat().length,
    },
  }
}

async function readPlans(
  { session, terminal, flags }: Work<ConveyFlags>,
  found: ProcessSummary,
  desk: RoomState,
): Promise<readonly Planned[]> {
  const { to: typed = [] } = flags
  if (typed.length === 0) throw misuse('recipient-needed')
  // One place on the desk holds one plan: the second would take the first one's, and its recipient would get nothing.
  if (typed.length > 1 && flags.replace !== undefined) throw misuse('replaced-by-several')
  const caucuses = caucusesIn(session, found)
  const [origin, ...also] = readOrigins([...caucuses, desk], flags)
  if (origin === undefined) throw misuse('origin-needed')
  const source = origin.kind === 'mediators' ? undefined : session.room(origin.room)
  const as = flags.as ?? (origin.kind === 'mediators' ? 'verbatim' : 'unattributed')
  const message = origin.kind === 'passage' ? source?.messages[origin.passage.message] : undefined
  const replaced =
    flags.replace === undefined
      ? undefined
      : (findItem([desk], deskHandles.conveyance, flags.replace).id as ConveyanceId)
  const reader = flags.reader === undefined ? undefined : findMember(session, found, flags.reader).member
  const wording = await readConveyed({ terminal, flags, as, origin, source })
  return typed.map(name => {
    const to = /^(table|group:)/.test(name)
      ? findRoom(session, found, name)
      : findCaucus(session, found, name)
    const thing = readThing(flags, { session, found, origin, source, to, as })
    return {
      to,
      plan: {
        ...(replaced === undefined ? {} : { conveyance: replaced }),
        origin,
        ...(also.length === 0 ? {} : { also }),
        to: to.id,
        as,
        ...readSaying({ ...(message === undefined ? {} : { form: message.form }), ...flags }),
        ...readIssue(session.rooms(found.process), flags),
        wording,
        ...(thing === undefined ? {} : { thing }),
        ...(flags.answers === undefined
          ? {}
          : { answers: findItem([to], messageHandles.message, flags.answers).id as MessageId }),
        ...readCorrected(flags, to),
        timing: readTiming(flags),
        ...(reader === undefined ? {} : { reader }),
        ...(flags.because === undefined ? {} : { passedBecause: flags.because }),
        tell: flags.tell ?? (source?.kind === 'caucus' ? 'that' : 'nothing'),
      },
    }
  })
}

/** At the table an entry is put anew where it is; in a caucus a delivery puts right an earlier one. */
function readCorrected({ corrects }: ConveyFlags, to: RoomState): Pick<ConveyancePlan, 'corrects' | 'rev'> {
  if (corrects === undefined) return {}
  if (!isPublic(to)) return { corrects: findItem([to], messageHandles.delivery, corrects).id as DeliveryId }
  const { id } = findItem([to], itemHandles.item, corrects)
  const revisions = to.items[id as ItemId]?.revisions.length ?? 0
  return { corrects: id as DeliveryId, rev: revisions + 1 }
}

function readOrigins(
  rooms: readonly RoomState[],
  { from = [], fromOffer, own, part }: ConveyFlags,
): readonly Origin[] {
  const given = [from.length > 0, fromOffer !== undefined, own !== undefined].filter(Boolean)
  if (given.length !== 1) throw misuse('origin-needed')
  if (own !== undefined) return [{ kind: 'mediators' }]
  if (fromOffer !== undefined) {
    const { room, id } = findItem(rooms, messageHandles.offer, fromOffer)
    return [{ kind: 'offer', room: room.id, offer: id as OfferId }]
  }
  if (part !== undefined && from.length !== 1) throw misuse('part-of-message')
  return from.map(typed => {
    const found = findAnyPassage(rooms, typed)
    const { room } = found
    const passage = stretchOf(room, found.passage, part)
    if (isOfMessage(passage)) return { kind: 'passage', room: room.id, passage }
    return 'mark' in passage
      ? { kind: 'mark', room: room.id, ...passage }
      : { kind: 'item', room: room.id, ...passage }
  })
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

/** GOOD-13: that it is of a party or an issue in a colleague's portfolio. */
function portfolioLines(session: Session, desk: RoomState, plan: ConveyancePlan): readonly string[] {
  const { origin } = plan
  const source = origin.kind === 'mediators' ? undefined : session.room(origin.room)
  const issue = plan.issue ?? issueOfOrigin(source, origin)
  return sayPortfolios(writingIn(desk), session.me.member, {
    parties: [plan.to, ...sourcesOf(plan)].flatMap(id => session.room(id)?.party?.party ?? []),
    ...(issue === undefined ? {} : { issue }),
  }).map(withoutMarks)
}

/** DESK-3: nothing is carried twice unknowingly. */
const carriedLines = (desk: RoomState, plan: ConveyancePlan): readonly string[] =>
  carriedAlready(desk, plan).map(
    ({ plan: other, standing }) =>
      `The same has been ${standing} for this party before: ${handleOf(desk, deskHandles.conveyance, other.conveyance)}.`,
  )
