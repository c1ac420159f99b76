/** A throw-away area, written as CONTRIBUTING.md says: its files, the line it needs in each package, and what can be left out of it. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const templates = join(import.meta.dirname, 'bell')

export const packages = ['core', 'client', 'cli', 'web'] as const
export type Package = (typeof packages)[number]

export const listOf = (name: Package): string => `packages/${name}/src/areas/list.ts`
export const lineOf = (area: string): string => `export { ${area} } from './${area}/area.ts'\n`

/** All of the area's names are its own: of two areas neither shares a field, a code or a kind with the other. */
export const named = (text: string, area: string): string =>
  text.replaceAll('bell', area).replaceAll('Bell', `${area.slice(0, 1).toUpperCase()}${area.slice(1)}`)

/** Something that its author forgot. `told`: where the compiler says so, and in which words. */
export type Omission = {
  readonly what: string
  /** The file, and what is cut out of it; or the package in whose list the area does not stand. */
  readonly from: string
  readonly cut?: string | RegExp
  readonly told: { readonly at: string; readonly says: RegExp }
}

const core = 'packages/core/src/areas/bell/area.ts'
const rope = 'packages/core/src/areas/bell/registers/rope.ts'
const wording = 'packages/client/src/areas/bell/wording.ts'
const client = 'packages/client/src/areas/bell/area.ts'
const copy = 'packages/client/src/areas/bell/copy.ts'
const cli = 'packages/cli/src/areas/bell/area.ts'
const command = 'packages/cli/src/areas/bell/hang.ts'
const web = 'packages/web/src/areas/bell/area.ts'
const said = (language: string): string => `packages/client/src/words/${language}/bell.ts`
const shown = (language: string): string => `packages/web/src/areas/bell/words/${language}.ts`

export const omissions: readonly Omission[] = [
  {
    what: 'a rule',
    from: core,
    cut: '      check: checkHanging,\n',
    told: { at: core, says: /'check' is missing/ },
  },
  {
    what: 'an effect',
    from: core,
    cut: /apply: \(room, \{ time \}[\s\S]*?\n {6}\},\n/,
    told: { at: core, says: /'apply' is missing/ },
  },
  {
    what: 'where an act shows',
    from: core,
    cut: "      stands: 'as-event',\n",
    told: { at: core, says: /'stands' is missing/ },
  },
  {
    what: 'what an act is about',
    from: core,
    cut: '      about: ({ bell }) => bell,\n',
    told: { at: core, says: /'about' is missing/ },
  },
  {
    what: 'the texts of its items',
    from: core,
    cut: / {2}speech: .*\n.*\n/,
    told: { at: core, says: /'speech' is missing/ },
  },
  {
    what: 'its state',
    from: core,
    cut: / {2}begin: .*\n/,
    told: { at: core, says: /'begin' is missing/ },
  },
  {
    what: 'what a thing of its register stands as',
    from: rope,
    cut: / {2}standing: .*\n/,
    told: { at: rope, says: /'standing' is missing/ },
  },
  {
    what: 'who may put a thing of its register where',
    from: rope,
    cut: / {2}rooms: .*\n/,
    told: { at: rope, says: /'rooms' is missing/ },
  },
  {
    what: 'the line in core',
    from: 'core',
    told: { at: client, says: /"bell"' does not satisfy the constraint/ },
  },
  {
    what: 'the sentence that speaks for a refusal',
    from: wording,
    cut: "  'bell-missing': 'gone',\n",
    told: { at: wording, says: /'"bell-missing"' is missing/ },
  },
  {
    what: 'the words of a refusal',
    from: said('en'),
    cut: / {4}'bell-hangs': \{[\s\S]*?\n {4}\},\n/,
    told: { at: said('en'), says: /'"bell-hangs"' is missing/ },
  },
  {
    what: 'what the others are told of a refusal',
    from: said('ar'),
    cut: / {6}they: .*\n/,
    told: { at: said('ar'), says: /'they' is missing/ },
  },
  {
    what: 'the sentence of an event',
    from: said('fa'),
    cut: "    'bell.ring': '{by} زنگ را نواخت.',\n",
    told: { at: said('fa'), says: /'"bell\.ring"' is missing/ },
  },
  {
    what: 'the name of an act',
    from: said('fr'),
    cut: / {4}'bell\.hang': .*\n/,
    told: { at: said('fr'), says: /'"bell\.hang"' is missing/ },
  },
  {
    what: 'the label of a field',
    from: said('es'),
    cut: / {4}bellWhy: .*\n/,
    told: { at: said('es'), says: /'bellWhy' is missing/ },
  },
  {
    what: 'the label of a field of its register',
    from: said('ar'),
    cut: / {4}bellKnot: .*\n/,
    told: { at: said('ar'), says: /'bellKnot' is missing/ },
  },
  {
    what: 'the name of its register',
    from: said('fr'),
    cut: / {4}'register\.bell-rope': .*\n/,
    told: { at: said('fr'), says: /'"register\.bell-rope"' is missing/ },
  },
  {
    what: 'a verb of its register',
    from: said('fa'),
    cut: / {4}'verb\.bell-pulled': .*\n/,
    told: { at: said('fa'), says: /'"verb\.bell-pulled"' is missing/ },
  },
  {
    what: 'what a thing of its register may stand as',
    from: said('es'),
    cut: / {4}'standing\.bell-taut': .*\n/,
    told: { at: said('es'), says: /'"standing\.bell-taut"' is missing/ },
  },
  {
    what: 'a language of the vocabulary',
    from: client,
    cut: / {4}fa: .*\n/,
    told: { at: client, says: /'fa' is missing/ },
  },
  {
    what: 'the writer of a copy',
    from: copy,
    cut: / {4}bell: \(w[\s\S]*?\n {4}\],\n/,
    told: { at: copy, says: /'bell' is missing/ },
  },
  {
    what: 'the line in client',
    from: 'client',
    told: { at: 'packages/client/src/areas.ts', says: /'bell' is missing/ },
  },
  {
    what: 'the text that the shell prints',
    from: cli,
    cut: / {6}text: [\s\S]*?join\('\\n'\),\n/,
    told: { at: cli, says: /'text' is missing/ },
  },
  {
    what: 'the object that the shell gives a program',
    from: cli,
    cut: / {6}json: [\s\S]*?\n {6}\}\),\n/,
    told: { at: cli, says: /'json' is missing/ },
  },
  {
    what: 'an item in the shell',
    from: cli,
    cut: / {4}bell: \{[\s\S]*?\n {4}\},\n/,
    told: { at: cli, says: /'bell' is missing/ },
  },
  {
    what: 'the handles',
    from: cli,
    cut: '  handles: bellHandles,\n',
    told: { at: cli, says: /'handles' is missing/ },
  },
  {
    what: 'the commands',
    from: cli,
    cut: / {2}commands: .*\n/,
    told: { at: cli, says: /'commands' is missing/ },
  },
  {
    what: 'how the shell puts a thing of its register',
    from: cli,
    cut: / {4}'bell-rope': .*\n/,
    told: { at: cli, says: /'"?bell-rope"?' is missing/ },
  },
  {
    what: 'what a command answers',
    from: command,
    cut: / {6}answers: .*\n/,
    told: { at: command, says: /'answers' is missing/ },
  },
  {
    what: 'the line in cli',
    from: 'cli',
    told: { at: 'packages/cli/src/areas.ts', says: /'bell' is missing/ },
  },
  {
    what: 'the entry on the screen',
    from: web,
    cut: / {4}bell: \{[\s\S]*?\n {4}\},\n/,
    told: { at: web, says: /'bell' is missing/ },
  },
  {
    what: 'the page of its register',
    from: web,
    cut: / {4}'bell-rope': .*\n/,
    told: { at: web, says: /'"?bell-rope"?' is missing/ },
  },
  {
    what: 'a language of the screen',
    from: web,
    cut: / {4}ar: .*\n/,
    told: { at: web, says: /'ar' is missing/ },
  },
  {
    what: 'a sentence of the screen in one language',
    from: shown('es'),
    cut: / {2}'bell\.hung': .*\n/,
    told: { at: shown('es'), says: /'"bell\.hung"' is missing/ },
  },
  {
    what: 'the screens',
    from: web,
    cut: / {2}screens: [\s\S]*?\n {2}\],\n/,
    told: { at: web, says: /'screens' is missing/ },
  },
  {
    what: 'the line in web',
    from: 'web',
    told: { at: 'packages/web/src/areas.ts', says: /'bell' is missing/ },
  },
]

/** The files of an area, by their paths, one thing left out. Fails where what is to be left out is not there. */
export function filesOf(area: string, omission?: Omission): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const path of readdirSync(templates, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.txt')) continue
    const file = path.replace(/\.txt$/, '')
    const text = readFileSync(join(templates, path), 'utf8')
    const left = omission?.from === file ? text.replace(omission.cut ?? '', '') : text
    if (omission?.from === file && left === text) throw new Error(`not in ${file}: ${omission.what}`)
    files.set(named(file, area), named(left, area))
  }
  if (omission?.cut !== undefined && !files.has(named(omission.from, area)))
    throw new Error(`no file ${omission.from}`)
  return files
}

/** The packages in whose lists the area stands. */
export const listedIn = (omission?: Omission): readonly Package[] =>
  packages.filter(name => name !== omission?.from)
