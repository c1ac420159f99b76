/** TMPL-2, TMPL-3: what a template would bring to talks, shown before; and putting it, all of it or nothing. */

import {
  type Act,
  type Day,
  type ItemId,
  isMediator,
  isPresent,
  type ProcessId,
  type RoomState,
  templateIdOf,
} from '@goodoffices/core'
import { currentRoomsOf } from '../../process/held.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import { type Language, languages } from '../../words/locale.ts'
import { leaksInAct } from '../desk/leaks.ts'
import { isSafe, safetyAsked } from '../offices/safety.ts'
import { keepingAct } from '../retention/keeping.ts'
import { beginSkeleton } from '../text/skeleton.ts'
import { putOf, roomKindOf, type Skeleton, type Template, type TemplatePut } from './template.ts'

export type Applying = {
  readonly template: Template
  readonly language: Language
  /** From which its days count. */
  readonly start: Day
}

/**
 * One thing that it brings to one room, with what goes with it. `stands`: it is there already, as it was brought or as somebody made it since.
 */
export type Brought = {
  readonly room: RoomState
  readonly act: Act
  readonly more?: readonly Act[]
  readonly stands: boolean
}

export type TemplatePreview = {
  readonly brings: readonly Brought[]
  /** TMPL-6: what waits until of each party it was said that its people can take part; empty where nothing is asked, or all was said. */
  readonly waits: readonly Brought[]
}

/** What applying it now would do. Fails with `mediators-only` for whoever does not sit at the desk, and with `room-unknown` where rooms are missing. */
export function previewTemplate(
  { engine }: AtWork,
  process: ProcessId,
  applying: Applying,
): Result<TemplatePreview> {
  const rooms = currentRoomsOf(engine, process)
  const desk = rooms.find(({ kind, members }) => {
    const seat = members[engine.identity.member]
    return kind === 'desk' && seat !== undefined && isPresent(seat) && isMediator(seat)
  })
  if (desk === undefined) return fail('mediators-only')
  if (!rooms.some(({ kind }) => kind === 'table')) return fail('room-unknown')
  const safety = safetyOf(desk, applying)
  const rest = rooms.flatMap(room => allFor(room, applying))
  return ok(
    safety.every(each => each.act.kind === 'item.put' && isSafe(desk, each.act.item))
      ? { brings: [...safety, ...rest], waits: [] }
      : { brings: safety, waits: rest },
  )
}

/**
 * Puts what does not stand yet, in one write. Applied again it brings what has come to wait for it since, and doubles nothing. Fails as the
 * preview does, with `leak-not-accepted` where what a party would read says what another has not let pass, and as each act would.
 */
export async function applyTemplate(
  { engine }: AtWork,
  process: ProcessId,
  applying: Applying,
): Promise<Result<TemplatePreview>> {
  const preview = previewTemplate({ engine }, process, applying)
  if (!preview.ok) return preview
  const steps = preview.value.brings.filter(({ stands }) => !stands)
  const rooms = () => currentRoomsOf(engine, process)
  for (const { room, act } of steps) {
    const [leak] = leaksInAct({ act, room, by: engine.identity.member, rooms })
    if (leak !== undefined) return fail('leak-not-accepted', { count: 1, text: leak.text })
  }
  const done = await engine.submit(
    steps.flatMap(({ room, act, more = [] }) => [act, ...more].map(each => ({ room: room.id, act: each }))),
  )
  return done.ok ? preview : done
}

/** The same in every talks that it is applied to again, and another in others. */
const idIn = ({ process }: RoomState, name: string, key: string): ItemId =>
  `t-${name}-${key}-${process.process.slice(0, 16)}` as ItemId

const filled = (room: RoomState, { template, language, start }: Applying) => ({
  language,
  start,
  idOf: (key: string) => idIn(room, template.name, key),
})

const put = (room: RoomState, each: TemplatePut, applying: Applying): Brought => {
  const item = idIn(room, applying.template.name, each.key)
  return {
    room,
    act: putOf(each, item, filled(room, applying)),
    stands: room.items[item] !== undefined,
  }
}

/** TMPL-6: of each party, whether its people can take part without being harmed for it. */
function safetyOf(desk: RoomState, applying: Applying): readonly Brought[] {
  if (applying.template.asksSafety !== true) return []
  const parties = Object.values(desk.parties).filter(({ kind }) => kind === 'party')
  return parties.map(party =>
    put(desk, { key: `safe-${party.party.slice(0, 12)}`, room: 'desk', ...safetyAsked(party) }, applying),
  )
}

function allFor(room: RoomState, applying: Applying): readonly Brought[] {
  const { template, language } = applying
  if (room.kind !== 'table' && room.kind !== 'desk' && room.kind !== 'caucus') return []
  const { eyes, retention } = template
  return [
    named(room, template, language),
    ...(room.kind === 'desk' && eyes !== undefined
      ? [{ room, act: { kind: 'eyes.set', ...eyes } as const, stands: room.eyes !== undefined }]
      : []),
    ...(retention === undefined
      ? []
      : [
          {
            room,
            act: keepingAct(retention.days, retention.basis[language]),
            stands: room.retention !== undefined,
          },
        ]),
    ...(room.kind === 'desk' && template.text !== undefined
      ? [textAtDesk(room, template.text, applying)]
      : []),
    ...template.puts
      .filter(each => roomKindOf(each.room) === room.kind && isOfParty(room))
      .map(each => put(room, each, applying)),
  ]
}

/** TMPL-8: begun in the language in which the template is put, with the same ids in the same talks. */
function textAtDesk(desk: RoomState, skeleton: Skeleton, { language, template }: Applying): Brought {
  const { title, statusLine, nature, clauses } = skeleton
  return {
    room: desk,
    ...beginSkeleton(
      desk,
      {
        language,
        nature,
        title: title[language],
        ...(statusLine === undefined ? {} : { statusLine: statusLine[language] }),
        clauses: clauses.map(({ clauseKind, heading, body }) => ({
          clauseKind,
          ...(heading === undefined ? {} : { heading: heading[language] }),
          ...(body === undefined ? {} : { body: body[language] }),
        })),
      },
      key => idIn(desk, template.name, key),
    ),
  }
}

/** Third parties have caucuses too, and nothing of what the parties begin with. */
const isOfParty = ({ kind, party }: RoomState): boolean => kind !== 'caucus' || party?.kind === 'party'

/** By which template, and how things are called here. */
function named(room: RoomState, template: Template, language: Language): Brought {
  const { title, edition, renamed = [], verbsShown, retention } = template
  const item = templateIdOf(room)
  const words = renamed.flatMap(({ word, as }) =>
    languages.map(each => ({ renamable: word, language: each, title: as[each] })),
  )
  return {
    room,
    act: {
      kind: 'item.put',
      item,
      register: 'template',
      rev: 1,
      fields: {
        title: title[language],
        edition,
        ...(words.length === 0 ? {} : { renamed: words }),
        ...(verbsShown === undefined ? {} : { verbsShown }),
        ...(retention?.archiveFirst === true ? { archiveFirst: true } : {}),
      },
    },
    stands: room.items[item] !== undefined,
  }
}
