/** A text or a draft, written as a file. */

import { type commentsAsFile, type FileSource, textToWord } from '@goodoffices/client'
import { printable } from '../../page/text.ts'
import { type Answer, option, repeated } from '../../shell/define.ts'
import { missing, misuse } from '../../shell/exit.ts'
import { text as textShape, words } from '../../shell/shape.ts'
import { writeWhole } from '../../shell/written-file.ts'
import { english } from '../item/writing.ts'

export type OutFlags = { readonly language?: readonly string[]; readonly over?: true }
export const outOptions = [
  repeated('--language <tag>', 'in which language of it; given twice, both side by side'),
  option('--over', 'write over a file that is there'),
]
/** What is answered of it. */
export const written = { file: textShape, languages: words, compared: textShape }

export async function writeOut(
  path: string,
  source: FileSource,
  {
    flags,
    against,
    comments,
  }: {
    readonly flags: OutFlags
    readonly against?: FileSource
    readonly comments?: ReturnType<typeof commentsAsFile>
  },
): Promise<Answer> {
  const own = source.languages.find(({ languageRole }) => languageRole === 'drafting')?.language ?? 'en'
  const [first = own, second, ...more] = flags.language ?? []
  if (more.length > 0) throw misuse('languages-too-many')
  for (const tag of second === undefined ? [first] : [first, second]) {
    if (!source.languages.some(({ language }) => language === tag))
      throw missing('nothing-named', { what: 'language', name: tag })
  }
  const bytes = await textToWord({
    source,
    ...(against === undefined ? {} : { against }),
    languages: second === undefined ? [first] : [first, second],
    ...(comments === undefined ? {} : { comments }),
    vocabulary: english,
  })
  writeWhole(path, bytes, { isOver: flags.over === true })
  return {
    text: `Written: ${printable(path)}`,
    json: {
      file: path,
      languages: second === undefined ? [first] : [first, second],
      compared: against === undefined ? '' : String(against.number ?? ''),
    },
  }
}
