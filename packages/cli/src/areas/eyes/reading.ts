/** What a colleague is asked to read from the shell, and what they are shown of it. */

import { askSecondReading, eyesOn, isStillAsRead, issueToRead } from '@goodoffices/client'
import {
  type ItemId,
  type Readable,
  type RoomState,
  readingsIn,
  type SecondReading,
  sidesAtTable,
  standingOf,
  type TextId,
  tidyText,
} from '@goodoffices/core'
import type { Work } from '../../member/work.ts'
import { findItem, findMember, findParty, findRoom } from '../../names/find.ts'
import { indent, printable } from '../../page/text.ts'
import type { Answer } from '../../shell/define.ts'
import { demand, missing, misuse } from '../../shell/exit.ts'
import { itemHandles } from '../item/handles.ts'
import { thingToJson, thingToText } from '../item/text.ts'
import { english } from '../item/writing.ts'
import { deskOf, eyesIn, readDemands } from './demands.ts'

export const readables = ['issue', 'open', 'bring', 'destroy', 'loosen'] as const

export type AskFlags = {
  readonly reader?: string
  readonly note?: string
  readonly heed?: readonly string[]
  readonly post?: string
  readonly institution?: string
  readonly names?: boolean
}

export async function askToRead(work: Work<AskFlags>): Promise<Answer> {
  const { session, processOf, flags } = work
  const found = processOf()
  const toRead = readReadable(work)
  const reader = flags.reader === undefined ? undefined : findMember(session, found, flags.reader).member
  const item = demand(await askSecondReading(session, found.process, { toRead, reader }))
  const desk = deskOf(work)
  const asked = readingsIn(desk).find(each => each.item === item)
  if (asked === undefined) throw new Error('asked, and not there')
  return { text: thingToText(desk, asked), json: thingToJson(desk, asked) }
}

/** The same fields as the door itself would have. */
function readReadable(work: Work<AskFlags>): Readable {
  const { session, processOf, args, flags } = work
  const [door, ...of] = args
  const found = processOf()
  switch (readables.find(each => each === door)) {
    case 'issue': {
      const text = Object.keys(deskOf(work).workingTexts).at(-1)
      if (text === undefined || of.length === 0) throw misuse('reading-of-what')
      const to = of.map(typed => ({ room: findRoom(session, found, typed).id }))
      const attribution = flags.names === true ? 'names' : 'none'
      return issueToRead({ text: text as TextId, to, attribution })
    }
    case 'open': {
      const heeded = (flags.heed ?? []).map(typed => findParty(session, found, typed).party).toSorted()
      return {
        door: 'open',
        ...(flags.note === undefined ? {} : { note: tidyText(flags.note) }),
        ...(heeded.length === 0 ? {} : { heeded }),
      }
    }
    case 'bring': {
      const [name] = of
      if (name === undefined) throw misuse('reading-of-what')
      const { post, institution } = flags
      return {
        door: 'bring',
        name: tidyText(name),
        ...(post === undefined ? {} : { post: tidyText(post) }),
        ...(institution === undefined ? {} : { institution: tidyText(institution) }),
      }
    }
    case 'destroy': {
      const [room] = of
      if (room === undefined) throw misuse('reading-of-what')
      return { door: 'destroy', room: findRoom(session, found, room, { isWhole: true }).id }
    }
    case 'loosen':
      if (of.length === 0) throw misuse('reading-of-what')
      return { door: 'loosen', ...readDemands(of, eyesIn(deskOf(work))) }
    case undefined:
      throw missing(
        'word-unknown',
        { word: door ?? '' },
        readables.map(handle => ({ handle })),
      )
  }
}

export function findReading(work: Work<object>): SecondReading {
  const desk = deskOf(work)
  const { id } = findItem([desk], itemHandles.item, work.args[0] ?? '')
  const reading = readingsIn(desk).find(({ item }) => item === (id as ItemId))
  if (reading === undefined) throw missing('item-unknown')
  return reading
}

/** Whole, with what each side has said of the mediation where the table would be opened; whether it still is what it was, and who has read it. */
export function showReading(work: Work<object>, reading: SecondReading): Answer {
  const { session, processOf } = work
  const { process } = processOf()
  const desk = deskOf(work)
  const { toRead } = standingOf(reading).fields
  const asItWas = isStillAsRead(session, process, reading)
  const readers = (eyesOn(session, process, toRead)?.readers ?? []).map(id => desk.members[id]?.name ?? id)
  const { terms } = english
  return {
    text: [
      thingToText(desk, reading),
      ...(toRead.door === 'open' ? sideLines(session.rooms(process)) : []),
      ...(asItWas ? [] : ['', terms['eyes-changed']]),
    ].join('\n'),
    json: { ...thingToJson(desk, reading), asItWas, readers },
  }
}

function sideLines(rooms: readonly RoomState[]): readonly string[] {
  const table = rooms.find(({ kind }) => kind === 'table')
  if (table === undefined) return []
  return sidesAtTable(table, rooms).flatMap(({ party, consent }) => [
    '',
    `${printable(party.name)}: ${consent?.standing === 'given' ? 'consents' : 'does not consent'}`,
    ...(consent?.words === undefined ? [] : [indent(printable(consent.words))]),
  ])
}
