/**
 * Makes what is handed out: one package that needs nothing beside it but Node, with the web app, the samples and the licences of all that
 * is in it; its manifest and its parts list. The same sources make the same bytes.
 *
 *     npm run release [-- --key FILE]
 */

import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createNoteSigner, type NoteSigner, signNote, verifierToText } from '@goodoffices/log'
import { filesIn } from '../packages/cli/src/server/files-in.ts'
import { bundle } from './bundle.ts'
import { hashOf, manifestOf } from './manifest.ts'
import { type Bundled, bundledOf, licencesTaken, noticesOf, readBundled } from './notices.ts'
import { lockedPackages, sbomOf } from './sbom.ts'

const root = join(import.meta.dirname, '..')
const webFolder = join(root, 'packages/web/dist')

export type Release = {
  /** The package as npm installs it. */
  readonly tarball: string
  readonly manifest: string
  readonly bundled: readonly Bundled[]
  /** Of the key that signed the manifest. */
  readonly verifierKey: string | undefined
}

type Package = {
  readonly version: string
  readonly engines: object
  readonly description: string
  readonly license: string
}

/** Makes a release in `folder`, which is emptied first. Throws where the web app is not built, or where something may not be handed on. */
export async function makeRelease(folder: string, keyFile?: string): Promise<Release> {
  if (!existsSync(join(webFolder, 'index.html')))
    throw new Error('The web app is not built. Run: npm run build:web')
  rmSync(folder, { recursive: true, force: true })
  const kit = join(folder, 'package')
  mkdirSync(join(kit, 'bin'), { recursive: true })
  const own = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8')) as Package
  const bundled = [...bundledOf(await bundle(join(kit, 'dist'))), ...bundledInWeb()]
  for (const { name, license } of bundled)
    if (!licencesTaken.has(license))
      throw new Error(`${name} is under ${license}, which is none that we take`)
  copyParts(kit)
  writeFileSync(join(kit, 'THIRD-PARTY-NOTICES.txt'), noticesOf(bundled))
  writeFileSync(join(kit, 'sbom.cdx.json'), sbomOf(own.version, onceEach(bundled)))
  writeFileSync(join(kit, 'package.json'), packageFile(own))
  writeFileSync(join(kit, 'manifest.txt'), manifestOf(kit))
  const tarball = pack(kit, folder)
  const manifest = join(folder, 'manifest.txt')
  const parts = [tarball, join(kit, 'sbom.cdx.json')].map(
    path => `${hashOf(readFileSync(path))}  ${path.slice(path.lastIndexOf('/') + 1)}\n`,
  )
  const signer = keyFile === undefined ? undefined : await readSigner(keyFile)
  writeFileSync(manifest, signer === undefined ? parts.join('') : await signNote(parts.join(''), signer))
  return { tarball, manifest, bundled, verifierKey: signer && verifierToText(signer) }
}

/** What the web app's own build says went into it. */
function bundledInWeb(): readonly Bundled[] {
  const said = readFileSync(join(webFolder, 'licenses.md'), 'utf8')
  return [...said.matchAll(/^## (\S+) - (\S+)/gm)].map(([, name = '', version = '']) => {
    const [path] = Object.entries(lockedPackages()).find(
      ([each, locked]) => each.endsWith(`node_modules/${name}`) && locked.version === version,
    ) ?? ['']
    if (path === '') throw new Error(`${name} ${version} is in the web app, and not in the lock file`)
    return readBundled(join(root, path))
  })
}

const onceEach = (bundled: readonly Bundled[]): readonly Bundled[] =>
  [...new Map(bundled.map(each => [`${each.name}@${each.version}`, each])).values()].toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )

function copyParts(kit: string): void {
  const launcher = readFileSync(join(root, 'packages/cli/bin/goodoffices.js'), 'utf8')
  writeFileSync(join(kit, 'bin/goodoffices.js'), launcher.replace('../src/main.ts', '../dist/main.js'), {
    mode: 0o755,
  })
  cpSync(webFolder, join(kit, 'dist/web'), { recursive: true })
  for (const name of readdirSync(join(root, 'samples'))) {
    const sample = join(root, 'samples', name, 'sample.json')
    if (existsSync(sample)) cpSync(sample, join(kit, 'dist/samples', name, 'sample.json'))
  }
  cpSync(join(root, 'samples/templates'), join(kit, 'dist/samples/templates'), { recursive: true })
  for (const name of ['goodoffices.service', 'Containerfile'])
    cpSync(join(root, 'release', name), join(kit, 'operate', name))
  for (const name of ['LICENSE', 'README.md', 'CHANGELOG.md', 'SECURITY.md'])
    cpSync(join(root, name), join(kit, name))
}

const packageFile = ({ version, engines, description, license }: Package): string =>
  `${JSON.stringify(
    {
      name: 'goodoffices',
      version,
      description,
      license,
      type: 'module',
      bin: { goodoffices: 'bin/goodoffices.js' },
      engines,
      // For logs in PostgreSQL; asked for where it is wanted, and not before.
      peerDependencies: { pg: '^8.0.0' },
      peerDependenciesMeta: { pg: { optional: true } },
    },
    undefined,
    2,
  )}\n`

function pack(kit: string, folder: string): string {
  const told = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: kit,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [name] = filesIn(folder).filter(path => /^[^/]+\.tgz$/.test(path))
  if (name === undefined) throw new Error(`npm made no package: ${told}`)
  return join(folder, name)
}

/** The key's name and its seed, in base64. */
async function readSigner(file: string): Promise<NoteSigner> {
  const [name = '', seed = ''] = readFileSync(file, 'utf8').trim().split(/\s+/)
  return createNoteSigner(name, new Uint8Array(Buffer.from(seed, 'base64')))
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { key: { type: 'string' } } })
  const { tarball, manifest, bundled, verifierKey } = await makeRelease(join(root, 'release/out'), values.key)
  console.log(`${tarball}\n${manifest}\n${bundled.length} packages of others are in it.`)
  console.log(verifierKey === undefined ? 'Nothing is signed: no --key was given.' : `Signed: ${verifierKey}`)
}
