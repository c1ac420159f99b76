/** The files and folders named on the command line, read into memory. */

import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { filesMax, type SourceFile } from '@goodoffices/settlement/files'
import { Stop } from '../shell/exit.ts'
import { readGivenFile } from '../shell/given-file.ts'

/** Larger files are not read to their end. */
const fileBytesMax = 16_000_000

export type Sources = {
  readonly files: readonly SourceFile[]
  /** Only folders were named: what in them is no problem file may be passed over. */
  readonly isFolder: boolean
}

/** What cannot be read from the disk; the message is for the person at the terminal. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

const endings = /\.(ya?ml|json|xml)$/i
const order = new Intl.Collator('en', { numeric: true })

/** Parties come in the order of the files; within a folder by name, party2 before party10. */
export function readSources(paths: readonly string[]): Sources {
  const named = paths.map(path => ({ path, isFolder: isFolder(path) }))
  const found = named.flatMap(({ path, isFolder }) => (isFolder ? listFolder(path) : [path]))
  if (found.length > filesMax)
    throw new UnreadableFile(`${found.length} files are too many; at most ${filesMax} are read.`)
  const names = found.map(path => basename(path))
  const files = found.map((path, i) => {
    const name = names[i] ?? path
    const { text, guessed } = readText(path)
    return {
      name: names.indexOf(name) === names.lastIndexOf(name) ? name : path,
      text,
      ...(guessed === undefined ? {} : { guessed }),
    }
  })
  return { files, isFolder: named.every(each => each.isFolder) }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch (error) {
    throw new UnreadableFile(`${path}: ${reason(error)}`)
  }
}

/** Where ANL 2025 keeps the other side of each negotiation, beside the centre. */
const edgesFolder = 'edges'

function listFolder(path: string): readonly string[] {
  const entries = readdirSync(path, { withFileTypes: true })
  const names = entries
    .filter(entry => entry.isFile() && endings.test(entry.name) && !entry.name.startsWith('.'))
    .map(entry => entry.name)
    .toSorted(order.compare)
  if (entries.some(entry => entry.isDirectory() && entry.name === edgesFolder))
    return [...names.map(name => join(path, name)), ...listFolder(join(path, edgesFolder))]
  if (names.length === 0) throw new UnreadableFile(`${path}: the folder holds no YAML, JSON or XML file.`)
  return names.map(name => join(path, name))
}

type Text = { readonly text: string; readonly guessed?: string }

function readText(path: string): Text {
  try {
    return decode(readGivenFile(path, fileBytesMax))
  } catch (error) {
    if (error instanceof Stop)
      throw new UnreadableFile(`${path}: it has too many bytes; at most ${fileBytesMax} are read.`)
    throw new UnreadableFile(`${path}: ${reason(error)}`)
  }
}

/**
 * UTF-8 unless the file begins with the mark of UTF-16, or is XML that names another encoding. XML that is neither is taken
 * for Windows-1252, as tools on Windows write and read it, and UTF-16 is known without its mark by its zeros.
 */
function decode(bytes: Uint8Array): Text {
  const stated = encodingOf(bytes)
  if (stated !== undefined) return { text: new TextDecoder(stated, { fatal: true }).decode(bytes) }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    if (!/^\s*</.test(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))) throw error
    return { text: new TextDecoder('windows-1252').decode(bytes), guessed: 'Windows-1252' }
  }
}

function encodingOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first !== 0 && second === 0) return 'utf-16le'
  if (first === 0 && second !== 0 && second !== undefined) return 'utf-16be'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_000))
  return /^(?:\s|<!--[^]*?-->)*<\?xml[^>]*\sencoding=["']([\w.:-]+)["']/.exec(head)?.[1]
}

function reason(error: unknown): string {
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'ENOENT') return 'there is no such file or folder.'
    if (error.code === 'EACCES') return 'reading it is not permitted.'
    if (error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return 'it is not text in UTF-8, nor in another encoding it names. Save it as UTF-8, as every editor can.'
    if (error.code === 'ERR_ENCODING_NOT_SUPPORTED')
      return 'the encoding it names is not known; save it as UTF-8.'
  }
  return error instanceof Error ? error.message : String(error)
}
