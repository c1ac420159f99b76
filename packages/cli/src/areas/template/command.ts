/** Templates: what ships, what one would bring, and putting it. */

import {
  applyTemplate,
  type Brought,
  previewTemplate,
  readTemplate,
  type TalksTemplate,
  templateLimits,
  templateNames,
  wordMistake,
} from '@goodoffices/client'
import { type Language, languages } from '@goodoffices/client/words'
import { type Day, dayNumberAt, isDay, numberToDay } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { choose } from '../../names/choose.ts'
import { roomHandle } from '../../names/handles.ts'
import { columns, printable } from '../../page/text.ts'
import { type Answer, define, gather, option, type SharedFlags } from '../../shell/define.ts'
import { demand, missing, misuse } from '../../shell/exit.ts'
import { readGivenText } from '../../shell/given-file.ts'
import { templateFile } from '../../shell/places.ts'
import { oneOf, rows, text, yesNo } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { english } from '../item/writing.ts'

type Flags = SharedFlags & { readonly file?: string; readonly language?: Language }
type ApplyFlags = Flags & { readonly from?: string; readonly preview?: true }

const named = { '[name]': `one that ships: ${templateNames.join(', ')}` } as const
const given = [
  option('--file <file>', 'your own, as JSON'),
  option('--language <language>', 'in which its texts are put (en)', languages),
]
const brought = rows({ room: text, what: text, name: text, stands: yesNo })

export function registerTemplate(program: Command, terminal: Terminal): void {
  const template = gather(program, 'template', 'what talks of one field begin with')
  define<object>(
    template,
    terminal,
    {
      name: 'list',
      summary: 'the templates that ship with the product',
      answers: { templates: rows({ name: text, title: text, about: text }) },
      examples: ['goodoffices template list'],
    },
    async () => list(),
  )
  define<Flags>(
    template,
    terminal,
    {
      name: 'show',
      arguments: named,
      summary: 'what one is made after and would bring, before any talks',
      options: given,
      answers: {
        name: text,
        title: text,
        about: text,
        basis: text,
        begins: text,
        puts: rows({ room: oneOf('table', 'desk', 'caucuses'), register: text, name: text }),
      },
      examples: ['goodoffices template show labour', 'goodoffices template show --file our-own.json'],
    },
    async (args, flags) => show(templateOf(args[0], flags), flags.language ?? 'en'),
  )
  defineWork<ApplyFlags>(
    template,
    terminal,
    {
      name: 'apply',
      arguments: named,
      summary: 'put what one brings, each thing as you would; again, it doubles nothing',
      options: [
        ...given,
        option('--from <day>', 'the day from which its days count; today if left out'),
        option('--preview', 'say what it would put, and put nothing'),
      ],
      answers: { put: brought, waits: brought },
      examples: [
        'goodoffices template apply village --preview',
        'goodoffices template apply labour --from 2026-10-01',
      ],
      acts: true,
    },
    apply,
  )
}

function templateOf(name: string | undefined, { file }: Flags): TalksTemplate {
  if ((name === undefined) === (file === undefined)) throw misuse('template-or-file')
  const path = file ?? templateFile(shipped(name ?? ''))
  if (path === undefined) throw missing('word-unknown', { word: name ?? '' })
  const read = readTemplate(readGivenText(path, templateLimits.bytesMax))
  return demand(read.ok ? read : { ok: false, error: wordMistake(english, read.error) })
}

const shipped = (typed: string): string =>
  choose(
    'template',
    typed,
    templateNames.map(value => ({ value, handle: value, id: value })),
  )

function list(): Answer {
  const templates = templateNames.map(name => {
    const { title, about } = templateOf(name, {})
    return { name, title: title.en, about: about.en }
  })
  return {
    text: columns(templates.map(({ name, title }) => [name, title])),
    json: { templates },
  }
}

function show(template: TalksTemplate, language: Language): Answer {
  const begun = template.text?.title[language]
  const puts = template.puts.map(({ room, register, fields }) => ({
    room,
    register,
    name: nameIn(fields, language),
  }))
  const { name, title, about, basis } = template
  return {
    text: [
      title[language],
      '',
      about[language],
      basis[language],
      '',
      columns([
        ...(begun === undefined ? [] : [['desk', 'text', begun]]),
        ...puts.map(put => [put.room, put.register, put.name]),
      ]),
    ].join('\n'),
    json: {
      name,
      title: title[language],
      about: about[language],
      basis: basis[language],
      begins: begun ?? '',
      puts,
    },
  }
}

/** Its title, in whichever language. */
function nameIn(fields: Readonly<Record<string, unknown>>, language: Language): string {
  const title = fields['title']
  if (typeof title === 'string') return title
  const said = (title ?? {}) as Partial<Record<Language, string>>
  return said[language] ?? ''
}

async function apply({ session, processOf, flags, args, terminal }: Work<ApplyFlags>): Promise<Answer> {
  const template = templateOf(args[0], flags)
  const language = flags.language ?? 'en'
  const start = dayTyped(flags.from, terminal.now())
  const { process } = processOf()
  const applying = { template, language, start }
  const found = demand(
    flags.preview === true
      ? previewTemplate(session, process, applying)
      : await applyTemplate(session, process, applying),
  )
  const [put, waits] = [found.brings.map(rowOf), found.waits.map(rowOf)]
  const { terms } = english
  return {
    text: [
      terms['template.brings'],
      ...put.map(lineOf),
      ...(waits.length === 0
        ? []
        : [terms['template.safety-first'], terms['template.waits'], ...waits.map(lineOf)]),
    ].join('\n'),
    json: { put, waits },
  }
}

function dayTyped(typed: string | undefined, now: number): Day {
  if (typed === undefined) return numberToDay(dayNumberAt(now, 'UTC'))
  if (!isDay(typed)) throw misuse('day-unreadable', { day: typed })
  return typed
}

function rowOf({ room, act, stands }: Brought) {
  const isPut = act.kind === 'item.put'
  const whom = isPut ? act.fields['whom'] : undefined
  const begun = 'title' in act && typeof act.title === 'string' ? act.title : ''
  const name = typeof whom === 'string' ? whom : isPut ? nameIn(act.fields, 'en') : begun
  return {
    room: roomHandle(room),
    what: isPut ? act.register : act.kind,
    name: printable(act.kind === 'retention.set' ? act.basis : name),
    stands,
  }
}

const lineOf = ({ room, what, name, stands }: ReturnType<typeof rowOf>): string =>
  `  ${[room, what, name, ...(stands ? [`(${english.terms['template.already']})`] : [])].join('  ')}`
