/** The labels that Word counts by itself: `Article 3`, `(b)`, `iv.`; from what its lists say, as a reader would see them. */

import { childNamed, childrenOf, isOn, valueOf, type XmlElement } from './xml.ts'

type Level = {
  readonly start: number
  readonly format: string
  readonly text: string
  /** The level upon which it begins anew; 0: never. */
  readonly restart?: number
  readonly legal: boolean
  readonly style?: string
}
type List = { readonly abstract: string; readonly starts: ReadonlyMap<number, number> }
type Style = {
  readonly based?: string
  readonly list?: string
  readonly level?: number
  readonly heading?: number
}

export type Styles = ReadonlyMap<string, Style & { readonly name: string }>
export type Numbering = {
  readonly levels: ReadonlyMap<string, ReadonlyMap<number, Level>>
  readonly lists: ReadonlyMap<string, List>
}

const wholeOf = (of: XmlElement | undefined): number | undefined => {
  const value = Number(valueOf(of))
  return Number.isSafeInteger(value) ? value : undefined
}

const defined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

export function readStyles(root: XmlElement | undefined): Styles {
  const styles = new Map<string, Style & { readonly name: string }>()
  for (const style of root === undefined ? [] : childrenOf(root)) {
    const id = style.attributes.get('styleId')
    if (style.name !== 'style' || id === undefined) continue
    const properties = childNamed(style, 'pPr')
    const list = childNamed(properties, 'numPr')
    const name = valueOf(childNamed(style, 'name')) ?? id
    const heading = /^heading (\d)$/i.exec(name)?.[1]
    styles.set(id, {
      name,
      ...defined({
        based: valueOf(childNamed(style, 'basedOn')),
        list: valueOf(childNamed(list, 'numId')),
        level: wholeOf(childNamed(list, 'ilvl')),
        heading: heading === undefined ? outlineOf(properties) : Number(heading),
      }),
    })
  }
  return styles
}

function outlineOf(properties: XmlElement | undefined): number | undefined {
  const level = wholeOf(childNamed(properties, 'outlineLvl'))
  return level === undefined || level > 8 ? undefined : level + 1
}

/** The first of a style and those that it is based on that says it. */
function inherited<K extends keyof Style>(
  styles: Styles,
  style: string | undefined,
  key: K,
): Style[K] | undefined {
  let at = style
  for (let step = 0; at !== undefined && step < 20; step += 1) {
    const found = styles.get(at)
    if (found?.[key] !== undefined) return found[key]
    at = found?.based
  }
  return undefined
}

export const headingOf = (styles: Styles, style: string | undefined): number | undefined =>
  inherited(styles, style, 'heading')

const readLevel = (level: XmlElement): Level =>
  defined({
    start: wholeOf(childNamed(level, 'start')) ?? 0,
    format: valueOf(childNamed(level, 'numFmt')) ?? 'decimal',
    text: valueOf(childNamed(level, 'lvlText')) ?? '',
    restart: wholeOf(childNamed(level, 'lvlRestart')),
    legal: isOn(childNamed(level, 'isLgl')),
    style: valueOf(childNamed(level, 'pStyle')),
  })

export function readNumbering(root: XmlElement | undefined, styles: Styles): Numbering {
  const levels = new Map<string, Map<number, Level>>()
  const lists = new Map<string, List>()
  const links = new Map<string, string>()
  const all = root === undefined ? [] : childrenOf(root)
  for (const abstract of all) {
    if (abstract.name !== 'abstractNum') continue
    const id = abstract.attributes.get('abstractNumId') ?? ''
    const link = valueOf(childNamed(abstract, 'numStyleLink'))
    if (link !== undefined) links.set(id, link)
    levels.set(
      id,
      new Map(
        childrenOf(abstract)
          .filter(({ name }) => name === 'lvl')
          .map(level => [Number(level.attributes.get('ilvl') ?? 0), readLevel(level)]),
      ),
    )
  }
  for (const list of all) {
    if (list.name !== 'num') continue
    const starts = new Map<number, number>()
    const abstract = valueOf(childNamed(list, 'abstractNumId')) ?? ''
    let own = abstract
    for (const override of childrenOf(list)) {
      if (override.name !== 'lvlOverride') continue
      const at = Number(override.attributes.get('ilvl') ?? 0)
      const start = wholeOf(childNamed(override, 'startOverride'))
      if (start !== undefined) starts.set(at, start)
      const level = childNamed(override, 'lvl')
      if (level === undefined) continue
      const replaced = `${abstract} ${list.attributes.get('numId') ?? ''}`
      levels.set(replaced, new Map(levels.get(own)).set(at, readLevel(level)))
      own = replaced
    }
    lists.set(list.attributes.get('numId') ?? '', { abstract: own, starts })
  }
  for (const [id, link] of links) {
    const list = lists.get(inherited(styles, link, 'list') ?? '')
    const linked = list === undefined ? undefined : levels.get(list.abstract)
    if (linked !== undefined) levels.set(id, linked)
  }
  return { levels, lists }
}

const roman = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

function toRoman(count: number): string {
  let [left, written] = [Math.min(count, 9_999), '']
  for (const [sign, value] of roman) {
    while (left >= value) {
      written += sign
      left -= value
    }
  }
  return written
}

const letters: Readonly<Record<string, string>> = {
  lowerLetter: 'a b c d e f g h i j k l m n o p q r s t u v w x y z',
  arabicAlpha: 'أ ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي',
  arabicAbjad: 'أ ب ج د ه و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ',
  hebrew1: 'א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת',
}

const toLetter = (count: number, alphabet: string): string => {
  const all = alphabet.split(' ')
  return (all[(count - 1) % all.length] ?? '').repeat(Math.min(Math.ceil(count / all.length), 20))
}

function writeCount(count: number, format: string): string {
  if (count < 1) return format === 'none' ? '' : String(count)
  switch (format) {
    case 'none':
    case 'bullet':
      return ''
    case 'lowerRoman':
      return toRoman(count)
    case 'upperRoman':
      return toRoman(count).toUpperCase()
    case 'upperLetter':
      return toLetter(count, letters['lowerLetter'] ?? '').toUpperCase()
    case 'decimalZero':
      return String(count).padStart(2, '0')
    default:
      return letters[format] === undefined ? String(count) : toLetter(count, letters[format])
  }
}

/** Counts through a document: each call is the next paragraph, and gives its label; undefined where it has none. */
export function createLabels({ levels, lists }: Numbering, styles: Styles) {
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  return (properties: XmlElement | undefined, style: string | undefined): string | undefined => {
    const own = childNamed(properties, 'numPr')
    const id = valueOf(childNamed(own, 'numId')) ?? inherited(styles, style, 'list')
    const list = id === undefined || id === '0' ? undefined : lists.get(id)
    const known = list === undefined ? undefined : levels.get(list.abstract)
    if (id === undefined || list === undefined || known === undefined) return undefined
    const byStyle = [...known].find(([, level]) => level.style !== undefined && level.style === style)?.[0]
    const at = wholeOf(childNamed(own, 'ilvl')) ?? inherited(styles, style, 'level') ?? byStyle ?? 0
    const level = known.get(at)
    if (level === undefined) return undefined
    let counts = counters.get(list.abstract)
    if (counts === undefined) counters.set(list.abstract, (counts = []))
    if (!begun.has(id)) {
      begun.add(id)
      for (const [place, start] of list.starts) counts[place] = start - 1
    }
    counts[at] = (counts[at] ?? level.start - 1) + 1
    for (const [deeper, { restart }] of known) {
      if (deeper > at && restart !== 0 && (restart === undefined || at < restart)) counts[deeper] = undefined
    }
    if (level.format === 'bullet') return '•'
    return level.text.replaceAll(/%(\d)/g, (_, place: string) => {
      const upper = known.get(Number(place) - 1)
      const format = level.legal && Number(place) - 1 !== at ? 'decimal' : (upper?.format ?? 'decimal')
      return writeCount(counts[Number(place) - 1] ?? upper?.start ?? 1, format)
    })
  }
}
