/** Which parts of a Word file are which: by the relationships that it names, and only those inside of it. */

import { ok } from '../../../result.ts'
import type { Archive } from './unpack.ts'
import { childrenOf, parseXml } from './xml.ts'

export type Part = 'officeDocument' | 'styles' | 'numbering' | 'comments' | 'footnotes' | 'endnotes'

/** A target as the path of a member; undefined where it leads out of the file. */
function resolve(from: string, target: string): string | undefined {
  const path = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.replace(/^\//, '').split('/')) {
    if (step === '..') {
      if (path.pop() === undefined) return undefined
    } else if (step !== '.') path.push(step)
  }
  return path.join('/')
}

/** The members that a member names, by what they are to it. Fails as unpacking and reading XML do. */
export function relationsOf(archive: Archive, of: string) {
  const found = new Map<Part, string>()
  const cut = of.lastIndexOf('/') + 1
  const bytes = archive.read(`${of.slice(0, cut)}_rels/${of.slice(cut)}.rels`)
  if (!bytes.ok) return bytes
  if (bytes.value === undefined) return ok(found)
  const root = parseXml(bytes.value)
  if (!root.ok) return root
  for (const { attributes } of childrenOf(root.value)) {
    const [type = '', target = ''] = [attributes.get('Type'), attributes.get('Target')]
    const path = attributes.get('TargetMode') === 'External' ? undefined : resolve(of, target)
    const part = type.slice(type.lastIndexOf('/') + 1) as Part
    if (path !== undefined && archive.has(path) && !found.has(part)) found.set(part, path)
  }
  return ok(found)
}
