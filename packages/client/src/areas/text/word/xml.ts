/**
 * XML as a tree of what Word writes. Nothing is fetched and no entity expanded beyond the five of XML itself; a DOCTYPE is refused.
 */

import { SaxesParser } from 'saxes'
import { fail, ok } from '../../../result.ts'
import { wordLimits } from './limits.ts'

/** `name`: bare in a name space of Word's own, else behind a short name of its space: `math:oMath`. */
export type XmlElement = {
  readonly name: string
  /** By local name. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string
type Open = XmlElement & { readonly children: XmlNode[] }

/** Word's own name space, as most write it and as the strict form of the standard has it. */
const ownSpaces: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
])
const spaces: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'math:',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'math:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'either:',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
}

/** A character that no XML may hold, written as a number. */
const forbidden =
  /&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef]|d[89a-f][0-9a-f]{2})|0*(?:[0-8]|1[124-9]|2\d|3[01]));/gi
/** Stands for it until it is left out, and counted, with its like. */
const unseen = '\u0085'
/** Attributes by which a program knows its own sessions: nothing is read of them. */
const unread = /^rsid|^(?:paraId|textId)$/

class Stop extends Error {
  override readonly name = 'Stop'
  readonly code: 'file-broken' | 'file-declares' | 'file-too-deep' | 'file-too-long'
  constructor(code: Stop['code']) {
    super(code)
    this.code = code
  }
}

/** Fails with `file-broken`, `file-declares`, `file-too-deep` or `file-too-long`. */
export function parseXml(bytes: Uint8Array, spaceOf: (uri: string) => string = spaceOfWord) {
  let text: string
  try {
    text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    return fail('file-broken')
  }
  const parser = new SaxesParser({ xmlns: true, position: false })
  const stack: Open[] = []
  let root: XmlElement | undefined
  let count = 0
  parser.on('error', () => {
    throw new Stop('file-broken')
  })
  parser.on('doctype', () => {
    throw new Stop('file-declares')
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (stack.length >= wordLimits.depthMax) throw new Stop('file-too-deep')
    if ((count += 1) > wordLimits.elementsMax) throw new Stop('file-too-long')
    const element: Open = {
      name: spaceOf(uri) + local,
      attributes: new Map(
        Object.values(attributes).flatMap(({ local: name, value }) =>
          unread.test(name) ? [] : [[name, value] as const],
        ),
      ),
      children: [],
    }
    stack.at(-1)?.children.push(element)
    stack.push(element)
  })
  const say = (said: string): void => {
    stack.at(-1)?.children.push(said)
  }
  parser.on('text', say)
  parser.on('cdata', say)
  parser.on('closetag', () => {
    const element = stack.pop()
    if (stack.length === 0) root ??= element
  })
  try {
    parser.write(text.replaceAll(forbidden, unseen)).close()
  } catch (error) {
    if (error instanceof Stop) return fail(error.code)
    throw error
  }
  return root === undefined ? fail('file-broken') : ok(root)
}

const spaceOfWord = (uri: string): string => (ownSpaces.has(uri) ? '' : (spaces[uri] ?? 'other:'))

const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'

export const childrenOf = ({ children }: XmlElement): readonly XmlElement[] =>
  children.filter(child => typeof child !== 'string')

export const childNamed = (of: XmlElement | undefined, name: string): XmlElement | undefined =>
  of?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name)

/** What its `w:val` says; undefined where it has none. */
export const valueOf = (of: XmlElement | undefined): string | undefined => of?.attributes.get('val')

/** A property that is on by standing there, and off where it says so. */
export const isOn = (of: XmlElement | undefined): boolean =>
  of !== undefined && !['0', 'false', 'off', 'none'].includes(valueOf(of) ?? '')

/** Every letter in it. */
export const textIn = ({ children }: XmlElement): string =>
  children.map(child => (typeof child === 'string' ? child : textIn(child))).join('')
