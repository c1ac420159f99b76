/** `item mark`: says something of a thing as it stands, in a word of its register. */

import type { ThingAct } from '@goodoffices/client'
import { type Language, languages } from '@goodoffices/client/locale'
import { loadVocabulary } from '@goodoffices/client/words'
import { findRegister, type ItemId, type Register, type RoomState } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { findItem, findParty } from '../../names/find.ts'
import { fullHandle, nameKey, slugOf } from '../../names/handles.ts'
import { noted, type RecordFlags, readRecorded, readTime, recordOptions } from '../../names/words.ts'
import { type Answer, option, repeated } from '../../shell/define.ts'
import { missing } from '../../shell/exit.ts'
import { previewed, thingFields } from '../../shell/rows.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { type ReachFlags, reachOptions } from '../desk/reach.ts'
import { itemHandles } from './handles.ts'
import { send } from './send.ts'
import { thingToJson, thingToText } from './text.ts'

type MarkFlags = RecordFlags &
  ReachFlags & {
    readonly note?: string
    readonly when?: string
    readonly evidence?: readonly string[]
    readonly for?: string
    readonly language?: Language
  }

export function registerMark(parent: Command, terminal: Terminal): void {
  defineWork<MarkFlags>(
    parent,
    terminal,
    {
      name: 'mark',
      arguments: { '<thing>': 'such as table/i2', '<word>': 'such as accept, contest, note, park' },
      summary: 'say something of a thing as it stands',
      options: () => [
        option('--note <words>', 'why, or what else'),
        option('--when <time>', 'when it happened, as you say; now if left out'),
        repeated('--evidence <thing>', 'on what it stands: a thing of the room, such as i1'),
        option('--for <party>', 'for which party, where it has no account'),
        option('--language <language>', 'in which language words are named (en)', languages),
        ...recordOptions,
        ...reachOptions,
      ],
      answers: [thingFields, previewed],
      examples: ['goodoffices item mark table/i2 contest --note "Counted after rain."'],
      acts: true,
    },
    markThing,
  )
}

async function markThing(work: Work<MarkFlags>): Promise<Answer> {
  const { session, processOf, flags, terminal, args } = work
  const [typed = '', word = ''] = args
  const found = processOf()
  const rooms = session.rooms(found.process)
  const { room, id } = findItem(rooms, itemHandles.item, typed)
  const thing = room.items[id as ItemId]
  const register = thing === undefined ? undefined : findRegister(thing.register)
  if (thing === undefined || register === undefined) throw missing('item-unknown')
  const vocabulary = await loadVocabulary(flags.language ?? 'en')
  const verb = findVerb(register, word, vocabulary.choices)
  const act: ThingAct = {
    kind: 'item.mark',
    item: thing.item,
    rev: thing.revisions.length,
    verb,
    ...noted(flags.note),
    ...(flags.when === undefined ? {} : { at: readTime(flags.when) }),
    ...(flags.evidence === undefined
      ? {}
      : { evidence: flags.evidence.map(each => findItem([room, ...rooms], itemHandles.item, each).id) }),
    ...(flags.for === undefined ? {} : { for: { party: findParty(session, found, flags.for).party } }),
    ...readRecorded(flags, terminal.now()),
  }
  const said = () => answer(session.room(room.id) ?? room, thing.item)
  return send(session, { room, act, register, labels: vocabulary.fields, flags, said })
}

function answer(room: RoomState, item: ItemId): Answer {
  const thing = room.items[item]
  if (thing === undefined) throw new Error('said of nothing')
  return {
    text: `Said of ${fullHandle(room, itemHandles.item, item)}\n\n${thingToText(room, thing)}`,
    json: thingToJson(room, thing),
  }
}

/** A word or its beginning, as the program has it or the reader's language says it: `accepted`, `note`, `پذیرش`. */
function findVerb({ verbs }: Register, typed: string, choices: Readonly<Record<string, string>>): string {
  const wanted = nameKey(typed)
  const names = (verb: string): readonly string[] => [
    nameKey(verb),
    nameKey(choices[`say.${verb}`] ?? verb),
    nameKey(choices[`verb.${verb}`] ?? verb),
  ]
  const all = Object.keys(verbs)
  const begun = all.filter(verb => wanted !== '' && names(verb).some(name => name.startsWith(wanted)))
  const found = all.find(verb => names(verb).includes(wanted)) ?? (begun.length === 1 ? begun[0] : undefined)
  if (found === undefined)
    throw missing(
      'word-unknown',
      { word: typed },
      all.map(verb => ({ handle: slugOf(choices[`say.${verb}`] ?? verb), id: verb })),
    )
  return found
}
