/** Evidence from the shell: a file's hash goes into a room, the file itself does not; later it is held against what stands there. */

import { basename } from 'node:path'
import { checkFile, hashOfFile, sayCustody, standingName } from '@goodoffices/client'
import { say } from '@goodoffices/client/words'
import { custodyOf, type Evidence, standingOf } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { fullHandle } from '../../names/handles.ts'
import { printable } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, gather, option, repeated } from '../../shell/define.ts'
import { readGivenFile } from '../../shell/given-file.ts'
import { previewed, thingFields } from '../../shell/rows.ts'
import { count, openRows, text, words, yesNo } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { reachOptions } from '../desk/reach.ts'
import { itemHandles } from '../item/handles.ts'
import { type PutFlags, putThing } from '../item/put.ts'
import { writingIn } from '../item/writing.ts'
import { factRegister, findFact } from './things.ts'

/** Larger pieces are held elsewhere, and hashed by what holds them: `item put evidence --sha256`. */
const fileBytesMax = 1_000_000_000

const bytesOf = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readGivenFile(path, fileBytesMax))

export function registerEvidence(program: Command, terminal: Terminal): void {
  const evidence = gather(program, 'evidence', 'pieces of evidence by their hash, and who had them')
  defineWork<PutFlags>(
    evidence,
    terminal,
    {
      name: 'add',
      arguments: { '<file>': 'it is hashed here, and goes nowhere' },
      summary: 'enter a piece of evidence by the hash and the size of a file',
      options: [
        option('--title <words>', 'what it is; the name of the file if left out'),
        option('--in <room>', 'your caucus if left out'),
        option('--media-type <type>', 'such as application/pdf'),
        option('--written-in <tag>', 'in which language it is'),
        option('--made-by <whom>', 'who made it'),
        option('--made-on <day>', 'when it was made'),
        option('--obtained-from <whom>', 'from whom it was obtained'),
        option('--obtained-how <words>', 'how'),
        option('--obtained-on <day>', 'when'),
        option('--held-by <whom>', 'who holds the original'),
        repeated(
          '--kept-sources <words>',
          'at the desk alone: where it comes from, known to the mediators alone',
        ),
        ...reachOptions,
      ],
      answers: [thingFields, previewed],
      examples: [
        'goodoffices evidence add ledger.pdf --in desk --title "Ledger of 1923" --obtained-from "Its keeper"',
      ],
      acts: true,
    },
    async work => {
      const [path = ''] = work.args
      const bytes = bytesOf(path)
      const { title = basename(path) } = work.flags as { readonly title?: string }
      return putThing({ ...work, flags: { ...work.flags, title } }, factRegister('evidence'), {
        sha256: await hashOfFile(bytes),
        bytes: bytes.length,
      })
    },
  )
  defineWork(
    evidence,
    terminal,
    {
      name: 'check',
      arguments: { '<file>': 'as it lies here', '<evidence>': 'such as desk/i4' },
      summary: 'whether a file is the one that stands there, to the last bit',
      answers: { evidence: text, same: yesNo, here: text, file: text },
      examples: ['goodoffices evidence check ledger.pdf desk/i4'],
      acts: false,
    },
    check,
  )
  defineWork(
    evidence,
    terminal,
    {
      name: 'show',
      arguments: { '<evidence>': 'such as desk/i4' },
      summary: 'from hand to hand who had it, and between which links the chain does not hold',
      answers: {
        evidence: text,
        title: text,
        standing: text,
        links: openRows({ link: count, verb: text }),
        gaps: openRows({ kind: text, after: count, before: count }),
        lines: words,
      },
      examples: ['goodoffices evidence show desk/i4'],
      acts: false,
    },
    show,
  )
}

async function check(work: Work<object>): Promise<Answer> {
  const [path = '', typed = ''] = work.args
  const { room, thing } = findFact(work, 'evidence', typed)
  const w = writingIn(room)
  const { isSame, here, file } = await checkFile(thing as unknown as Evidence, bytesOf(path))
  const { terms } = w.vocabulary
  return {
    text: isSame
      ? terms['evidence-same']
      : withoutMarks(say(terms['evidence-differs'], { here, file }, w.figures)),
    json: { evidence: fullHandle(room, itemHandles.item, thing.item), same: isSame, here, file },
  }
}

async function show(work: Work<object>): Promise<Answer> {
  const { room, thing } = findFact(work, 'evidence', work.args[0] ?? '')
  const w = writingIn(room)
  const { links, gaps } = custodyOf(thing)
  const title = printable(standingOf(thing as unknown as Evidence).fields.title)
  const standing = withoutMarks(standingName(w, thing) ?? '')
  const lines = sayCustody(w, thing).map(withoutMarks)
  const evidence = fullHandle(room, itemHandles.item, thing.item)
  return {
    text: [`${evidence}  ${title}  ${standing}`, ...lines.map(line => `    ${line}`)].join('\n'),
    json: {
      evidence,
      title,
      standing,
      links: links.map(({ link, verb, note, at, time }) => ({
        link,
        verb,
        at: at ?? time,
        ...(note === undefined ? {} : { note }),
      })),
      gaps: gaps.map(({ kind, after, before }) => ({ kind, after: after.link, before: before.link })),
      lines,
    },
  }
}
