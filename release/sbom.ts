/** What went into a release, for machines (CycloneDX 1.6): from what was bundled and from the lock file, and the same each time it is made. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bundled } from './notices.ts'

const root = join(import.meta.dirname, '..')

export type Locked = { readonly version?: string; readonly integrity?: string }

/** Parts that no package manager sees. */
const others = [
  {
    type: 'data',
    name: 'Unicode Character Database',
    version: '17.0.0',
    licenses: [{ license: { id: 'Unicode-3.0' } }],
  },
]

/** `sha512-…` as hexadecimal digits. */
function hashesOf(
  integrity: string | undefined,
): readonly { readonly alg: string; readonly content: string }[] {
  const [, base64] = /^sha512-(.+)$/.exec(integrity ?? '') ?? []
  return base64 === undefined
    ? []
    : [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }]
}

/** By their paths from here. */
export function lockedPackages(): Readonly<Record<string, Locked>> {
  const file = readFileSync(join(root, 'package-lock.json'), 'utf8')
  return (JSON.parse(file) as { readonly packages: Readonly<Record<string, Locked>> }).packages
}

/** Ends with a line end. */
export function sbomOf(version: string, bundled: readonly Bundled[]): string {
  const packages = lockedPackages()
  const lockedAs = ({ name, version: wanted }: Bundled): Locked | undefined =>
    Object.entries(packages).find(
      ([path, each]) => path.endsWith(`node_modules/${name}`) && each.version === wanted,
    )?.[1]
  const components = bundled.map(each => ({
    type: 'library',
    'bom-ref': `${each.name}@${each.version}`,
    name: each.name,
    version: each.version,
    purl: `pkg:npm/${each.name.replace('@', '%40')}@${each.version}`,
    licenses: [{ license: { id: each.license } }],
    hashes: hashesOf(lockedAs(each)?.integrity),
  }))
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': `goodoffices@${version}`,
        name: 'goodoffices',
        version,
        licenses: [{ license: { id: 'Apache-2.0' } }],
      },
    },
    components: [...components, ...others],
  }
  return `${JSON.stringify(bom, undefined, 2)}\n`
}
