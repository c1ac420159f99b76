/** The house as it was drawn: imports run one way, browser packages stay clear of Node, the rules know no clock and no chance. */

import { existsSync, globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { actKinds } from '@goodoffices/core'
import { describe, expect, test } from 'vitest'
import { allAreas } from '../packages/core/src/areas.ts'

const root = resolve(import.meta.dirname, '..')
const packagesDir = join(root, 'packages')

/** What ARCHITECTURE.md allows: its lines `  core/  what it is  imports settlement`. */
const allowed: ReadonlyMap<string, readonly string[]> = new Map(
  [...readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').matchAll(/^ {2}(\w+)\/ .* imports (.+)$/gm)].map(
    ([, name = '', list = '']) => [
      name,
      list === 'nothing of ours'
        ? []
        : list
            .replace(/, never .*$/, '')
            .split(', ')
            .map(other => other.trim()),
    ],
  ),
)
const mayReach = (name: string): readonly string[] => allowed.get(name) ?? []
const packages = [...allowed.keys()]
/** What is shipped as data, for those who show it. */
const dataDirs: Readonly<Record<string, readonly string[]>> = { web: ['samples'], cli: ['samples'] }
/** These run in a browser too. */
const browserPackages = ['settlement', 'core', 'log', 'client', 'web']
/** Time and chance arrive in what these are given. */
const timelessPackages = ['settlement', 'core']

const scope = '@goodoffices/'

type Import = {
  readonly specifier: string
  readonly typeOnly: boolean
  /** A type is never fetched. */
  readonly when: 'at once' | 'asked for' | 'never'
}
type Source = { readonly file: string; readonly code: string; readonly imports: readonly Import[] }

/**
 * The text without comments, and without what stands in strings, templates and regular expressions where `strings` is false.
 * Lengths are kept, so that places agree between the two.
 */
function strip(text: string, strings: boolean): string {
  const tokens =
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|\$\{[^}]*\}|[^`\\])*`|(?<=[=(,:[!&|?;{}]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/[a-z]*/g
  return text.replace(tokens, token => {
    const isComment = token.startsWith('//') || token.startsWith('/*')
    if (!isComment && strings) return token
    // What a template computes is code.
    const kept = isComment ? [] : token.startsWith('`') ? [...token.matchAll(/\$\{([^}]*)\}/g)] : []
    const blank = token.replaceAll(/[^\n]/g, ' ')
    return kept.reduce(
      (line, match) => line.slice(0, match.index) + match[0] + line.slice(match.index + match[0].length),
      blank,
    )
  })
}

/** Static, dynamic, side-effect and type imports, and re-exports. */
function importsOf(text: string): readonly Import[] {
  const code = strip(text, true)
  const atOnce = [
    /(?:^|[;\n}])\s*(?:import|export)\b([^'"`;]*?)\bfrom\s*(['"])([^'"\n]+)\2/g,
    /(?:^|[;\n}])\s*import\b(\s*)(['"])([^'"\n]+)\2/g,
  ]
  const askedFor = [
    /\b(?:import|require|importScripts)(\s*)\(\s*(['"`])([^'"`\n]+)\2/g,
    // A worker; other files that an address names are data.
    /\bnew\s+URL(\s*)\(\s*(['"])(\.[^'"\n]+\.[mc]?[jt]sx?)\2\s*,\s*import\.meta\.url/g,
  ]
  return [...atOnce, ...askedFor].flatMap(statement =>
    [...code.matchAll(statement)].map(([, clause = '', , specifier = '']) => {
      const typeOnly = isTypeOnly(clause)
      const when = typeOnly ? 'never' : atOnce.includes(statement) ? 'at once' : 'asked for'
      return { specifier, typeOnly, when }
    }),
  )
}

/** `import type { A }`, or a list of which every name is a type. */
function isTypeOnly(clause: string): boolean {
  const words = clause.trim()
  if (/^type\b(?!\s*,)/.test(words)) return true
  const list = /^\{([\s\S]*)\}$/.exec(words)?.[1]
  if (list === undefined) return false
  const names = list
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '')
  return names.length > 0 && names.every(name => name.startsWith('type '))
}

function sourcesOf(name: string): readonly Source[] {
  return globSync('src/**/*.{ts,tsx,mts,js}', { cwd: join(packagesDir, name) })
    .toSorted()
    .map(path => {
      const file = join(packagesDir, name, path)
      const text = readFileSync(file, 'utf8')
      return { file, code: strip(text, false), imports: importsOf(text) }
    })
}

const sources: Readonly<Record<string, readonly Source[]>> = Object.fromEntries(
  packages.map(name => [name, sourcesOf(name)]),
)
const shown = (file: string): string => relative(root, file)

/** Which of our packages an import reaches, by name or by path; or which other place in the repository. */
function packageReached({ file }: Source, { specifier }: Import): string | undefined {
  if (specifier.startsWith(scope)) return specifier.slice(scope.length).split('/')[0]
  if (!specifier.startsWith('.') && !specifier.startsWith('/')) return undefined
  const [top = '', name = ''] = relative(root, resolve(dirname(file), specifier)).split('/')
  return top === 'packages' ? name : top
}

describe('the checks themselves', () => {
  test('ARCH-0 every import is seen, and nothing else', () => {
    const text = [
      "import a from './a.ts'",
      "import type { B } from './b.ts'",
      "import { type C, type D } from './c.ts'",
      "import { type E, f } from './e.ts'",
      "import * as g from './g.ts'",
      "import './h.ts'",
      "export * from './i.ts'",
      "export type { J } from './j.ts'",
      "export {\n  k,\n} from './k.ts'",
      "const l = await import('./l.ts')",
      "const w = new Worker(new URL('./w.ts', import.meta.url))",
      "const d = new URL('./no.html', import.meta.url)",
      "// import './no.ts'",
      "/* import x from './no.ts' */",
      "const s = 'no'",
    ].join('\n')
    const imports = importsOf(text)
    const found = imports.map(({ specifier, typeOnly }) => `${specifier}${typeOnly ? ' (type)' : ''}`)
    expect(imports.filter(({ when }) => when === 'asked for').map(({ specifier }) => specifier)).toEqual([
      './l.ts',
      './w.ts',
    ])
    const types = ['./b.ts', './c.ts', './j.ts'].map(name => `${name} (type)`)
    const values = ['a', 'e', 'g', 'h', 'i', 'k', 'l', 'w'].map(name => `./${name}.ts`)
    expect(found.toSorted()).toEqual([...values, ...types].toSorted())
  })

  test('ARCH-0 comments and strings are no code, what a template computes is', () => {
    const text = "const a = 'Date.now()' // Date.now()\nconst b = `x ${Date.now()}`\nconst c = /Math.random/"
    expect(strip(text, false).match(/Date\.now|Math\.random/g)).toEqual(['Date.now'])
  })

  test('ARCH-0 the page allows no circle, and names no package that is not there', () => {
    const ranks = new Map<string, number>()
    const rankOf = (name: string, path: readonly string[]): number => {
      expect(path).not.toContain(name)
      expect(packages).toContain(name)
      const rank =
        ranks.get(name) ?? 1 + Math.max(0, ...mayReach(name).map(other => rankOf(other, [...path, name])))
      ranks.set(name, rank)
      return rank
    }
    for (const name of packages) rankOf(name, [])
    expect(packages).toHaveLength(7)
    expect(mayReach('relay')).toEqual(['log'])
  })

  test('ARCH-0 every package of the workspace is known, and has sources', () => {
    const inWorkspace = globSync('*/package.json', { cwd: packagesDir }).map(dirname).toSorted()
    expect(inWorkspace).toEqual(packages.toSorted())
    for (const name of packages) expect(sources[name]?.length, name).toBeGreaterThan(0)
  })
})

describe('imports', () => {
  test.each(packages)('ARCH-1 of %s reach only the packages that they may', name => {
    const wrong = (sources[name] ?? []).flatMap(source =>
      source.imports.flatMap(item => {
        const reached = packageReached(source, item)
        const isFine =
          reached === undefined ||
          reached === name ||
          mayReach(name).includes(reached) ||
          dataDirs[name]?.includes(reached) === true
        return isFine ? [] : [`${shown(source.file)} imports ${reached}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  test.each(packages)('ARCH-1 of %s go to another package by its name, through its front door', name => {
    const wrong = (sources[name] ?? []).flatMap(source =>
      source.imports.flatMap(item => {
        const reached = packageReached(source, item)
        if (reached === undefined || reached === name || !packages.includes(reached)) return []
        const isByName = item.specifier === `${scope}${reached}` || isExported(reached, item.specifier)
        return isByName ? [] : [`${shown(source.file)} imports ${item.specifier}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  test.each(packages)(
    'ARCH-2 the package.json of %s allows what the sources import, and nothing more of ours',
    name => {
      const { dependencies, optionalDependencies } = manifestOf(name)
      const declared = { ...dependencies, ...optionalDependencies }
      const ours = Object.keys(declared)
        .filter(dependency => dependency.startsWith(scope))
        .map(dependency => dependency.slice(scope.length))
      expect(ours.filter(other => !mayReach(name).includes(other))).toEqual([])
      const missing = (sources[name] ?? []).flatMap(({ file, imports }) =>
        imports
          .map(({ specifier }) => specifier)
          .filter(
            specifier =>
              !specifier.startsWith('.') && !isBuiltin(specifier) && !specifier.startsWith('virtual:'),
          )
          .map(nameOfPackage)
          .filter(dependency => dependency !== nameIn(name) && !Object.hasOwn(declared, dependency))
          .map(dependency => `${shown(file)} imports ${dependency}`),
      )
      expect(missing).toEqual([])
    },
  )

  test.each(packages)('ARCH-2 %s runs without what is optional until it is asked for', name => {
    for (const optional of Object.keys(manifestOf(name).optionalDependencies)) {
      const atOnce = new RegExp(String.raw`^(?:import(?! type\b)|export)\b[^'"(]*['"]${optional}['"]`, 'm')
      const wrong = (sources[name] ?? []).filter(({ file }) =>
        atOnce.test(strip(readFileSync(file, 'utf8'), true)),
      )
      expect(wrong.map(({ file }) => shown(file))).toEqual([])
    }
  })

  test.each(packages)('ARCH-3 the files of %s import each other in no circle', name => {
    const files = new Map((sources[name] ?? []).map(source => [source.file, source]))
    const state = new Map<string, 'open' | 'done'>()
    const circles: string[] = []
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return
      if (state.get(file) === 'open') {
        circles.push([...path.slice(path.indexOf(file)), file].map(shown).join(' -> '))
        return
      }
      state.set(file, 'open')
      // Types too: a file that needs another's types knows of it, whatever is left of that at run time.
      for (const { specifier, typeOnly } of files.get(file)?.imports ?? []) {
        const target = resolve(dirname(file), specifier)
        // The type of the vocabulary follows from the list of areas: whoever writes with it is in that list.
        const isVocabulary = typeOnly && target.endsWith(join('words', 'vocabulary.ts'))
        const isOwnList = isVocabulary || (typeOnly && isWordList(file) && isWordList(target))
        if (specifier.startsWith('.') && files.has(target) && !isOwnList) visit(target, [...path, file])
      }
      state.set(file, 'done')
    }
    for (const file of files.keys()) visit(file, [])
    expect(circles).toEqual([])
  })

  test.each(packages)('ARCH-3 every file that %s imports is there', name => {
    const missing = (sources[name] ?? []).flatMap(({ file, imports }) =>
      imports
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => resolve(dirname(file), specifier.replace(/[?#].*$/, '')))
        .filter(target => !existsSync(target))
        .map(target => `${shown(file)} imports ${shown(target)}`),
    )
    expect(missing).toEqual([])
  })
})

/** The lists of one vocabulary are typed by the one of them that is written first. */
const isWordList = (file: string): boolean => /\/(?:words|wording)\//.test(file)

describe('what a package may know of where it runs', () => {
  test.each(browserPackages)('ARCH-4 %s runs in a browser: nothing of Node', name => {
    const wrong = (sources[name] ?? []).flatMap(({ file, code, imports }) => [
      ...imports
        .filter(({ specifier }) => isBuiltin(specifier) || specifier.startsWith('node:'))
        .map(({ specifier }) => `${shown(file)} imports ${specifier}`),
      ...globalsIn(code, ['Buffer', '__dirname', '__filename', 'require', 'setImmediate']).map(
        word => `${shown(file)} uses ${word}`,
      ),
      // A process is also what this product is about, so Node's is known by its members.
      ...[...code.matchAll(nodeProcess)].map(([use]) => `${shown(file)} uses ${use}`),
    ])
    expect(wrong).toEqual([])
  })

  test.each(browserPackages)('ARCH-4 %s is compiled without the types of Node', name => {
    const config = JSON.parse(readFileSync(join(packagesDir, name, 'tsconfig.json'), 'utf8')) as {
      compilerOptions?: { types?: readonly string[] }
    }
    expect(config.compilerOptions?.types ?? []).not.toContain('node')
  })

  test.each(timelessPackages)('ARCH-5 %s has no clock, no chance, no environment', name => {
    const patterns = [
      /\bDate\s*\.\s*now\b/,
      /\bnew\s+Date\s*\(\s*\)/,
      /\bnew\s+Date\b(?!\s*\()/,
      /(?<!new\s)\bDate\s*\(\s*\)/,
    ]
    const words = [
      'performance',
      'crypto',
      'fetch',
      'setTimeout',
      'setInterval',
      'queueMicrotask',
      'console',
      'navigator',
    ]
    const wrong = (sources[name] ?? []).flatMap(({ file, code }) => [
      ...[...patterns, /\bMath\s*\.\s*random\b/, /\bTemporal\s*\.\s*Now\b/]
        .filter(pattern => pattern.test(code))
        .map(pattern => `${shown(file)} has ${pattern.source}`),
      ...globalsIn(code, words).map(word => `${shown(file)} uses ${word}`),
    ])
    expect(wrong).toEqual([])
  })

  test('ARCH-6 the relay cannot read an entry: neither it nor what it needs of ours knows the rules', () => {
    const reach = (name: string): readonly string[] => [
      name,
      ...Object.keys(manifestOf(name).dependencies)
        .filter(dependency => dependency.startsWith(scope))
        .flatMap(dependency => reach(dependency.slice(scope.length))),
    ]
    expect(reach('relay')).not.toContain('core')
    expect(reach('relay')).not.toContain('client')
  })
})

/** Kinds of act that stand in the code as they are written; word lists, which name each, apart. */
const kindsIn = ({ file }: Source): readonly string[] => {
  const code = strip(readFileSync(file, 'utf8'), true)
  return actKinds.filter(kind => code.includes(`'${kind}'`))
}
/** A file in the folder of an area may name what is that area's; a word list is of the area that its name says. */
const areaOf = (file: string): string | undefined =>
  /\/src\/areas\/(\w+)\//.exec(file)?.[1] ?? /\/src\/words\/\w+\/(\w+)\.ts$/.exec(file)?.[1]
const foreignKindsIn = (source: Source): readonly string[] => {
  const own =
    allAreas.find(({ name }) => name === areaOf(source.file))?.acts.map(({ kind }): string => kind) ?? []
  return kindsIn(source).filter(kind => !own.includes(kind))
}

/** Registers that the code compares with, or puts things into, by their names. */
const registersIn = ({ file }: Source): readonly string[] =>
  [
    ...strip(readFileSync(file, 'utf8'), true).matchAll(
      /(?<!typeof )\bregister\s*(?:[!=]==|:)\s*'([a-z]+(?:-[a-z]+)*)'/g,
    ),
  ].map(([, name = '']) => name)

/** What is carried becomes a delivery to one side and a word to the other: this is the one place where one area writes another's acts. */
const carrying = 'packages/core/src/areas/desk/carry-out.ts'

describe('what is known of acts', () => {
  const kindsMax = 2

  test('ARCH-9 no file names three kinds of act of another area: it asks the registry', () => {
    const all = ['core', 'client', 'cli', 'web'].flatMap(name => sources[name] ?? [])
    const knowing = all.filter(source => foreignKindsIn(source).length > kindsMax)
    expect(knowing.map(({ file }) => shown(file))).toEqual([carrying])
  })

  test('ARCH-9 kinds are seen where they are written', () => {
    const area = (sources['core'] ?? []).find(({ file }) => file.endsWith('areas/desk/area.ts'))
    expect(area === undefined ? [] : kindsIn(area)).toHaveLength(6)
  })

  test('ARCH-12 no file names a register of another area: it asks the registry', () => {
    const all = ['core', 'client', 'cli', 'web'].flatMap(name => sources[name] ?? [])
    const naming = all.filter(source => registersIn(source).length > 0)
    // They are seen where they are written.
    expect(naming.length).toBeGreaterThan(3)
    const foreign = naming.filter(source => {
      const own = allAreas.find(({ name }) => name === areaOf(source.file))?.registers ?? []
      return registersIn(source).some(name => !own.some(register => register.name === name))
    })
    expect(foreign.map(({ file }) => shown(file))).toEqual([])
  })
})

/** The files that a file imports by path. */
const reachedBy = (source: Source): readonly string[] =>
  source.imports
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier }) => resolve(dirname(source.file), specifier))

/** Lists of words, a language in each. */
const isWords = (path: string): boolean => /\/words\/|\/letters\.ts$/.test(path)

describe('files', () => {
  const linesMax = 400
  test.each(packages)('ARCH-11 no source of %s but lists of words has more than 400 lines', name => {
    const files = globSync('src/**/*.{ts,tsx,mts,js,css}', { cwd: join(packagesDir, name) })
    const long = files
      .filter(path => !isWords(`/${path}`))
      .map(path => ({
        path,
        lines: readFileSync(join(packagesDir, name, path), 'utf8').split('\n').length - 1,
      }))
      .filter(({ lines }) => lines > linesMax)
    expect(files.length).toBeGreaterThan(0)
    expect(long).toEqual([])
  })
})

/** What comes with a file: what it imports at once, and all that comes with that. */
function comesWith(all: readonly Source[], first: string): ReadonlySet<string> {
  const files = new Map(all.map(source => [source.file, source]))
  const found = new Set<string>()
  const visit = (file: string): void => {
    const source = files.get(file)
    if (source === undefined || found.has(file)) return
    found.add(file)
    for (const { specifier, when } of source.imports)
      if (when === 'at once' && specifier.startsWith('.')) visit(resolve(dirname(file), specifier))
  }
  visit(join(packagesDir, first))
  return found
}

const isOfAreas = (file: string): boolean => shown(file).startsWith('packages/web/src/areas')

describe('the first screen', () => {
  const web = sources['web'] ?? []
  test('ARCH-13 comes without the areas: one more costs nothing before it is painted', () => {
    const first = [...comesWith(web, 'web/src/main.tsx')]
    expect(first.length).toBeGreaterThan(20)
    expect(first.filter(isOfAreas).map(shown)).toEqual([])
  })

  test.each(browserPackages)(
    'ARCH-13 no module of %s waits at its top: the bundler would join no parts',
    name => {
      const waiting = (sources[name] ?? []).filter(({ code }) =>
        /^(?:export )?(?:(?:const|let) [^=\n]+= )?(?:await\b|for await\b)/m.test(code),
      )
      expect(waiting.map(({ file }) => shown(file))).toEqual([])
    },
  )

  test('ARCH-13 all that is behind it comes with one file', () => {
    const lists = [...comesWith(web, 'web/src/inside.tsx')].filter(isOfAreas).map(shown)
    expect(lists).toContain('packages/web/src/areas/list.ts')
  })
})

/** Whoever takes a session by its device is a verb. */
const isVerb = (source: Source): boolean =>
  reachedBy(source).some(file => file.endsWith(join('session', 'at-work.ts')))

describe('verbs', () => {
  const client = sources['client'] ?? []
  test('ARCH-10 the session knows none, and neither does what it is made of', () => {
    const files = new Map(client.map(source => [source.file, source]))
    const seen = new Set<string>()
    const visit = (file: string): void => {
      const source = files.get(file)
      if (source === undefined || seen.has(file)) return
      seen.add(file)
      for (const other of reachedBy(source)) visit(other)
    }
    visit(join(packagesDir, 'client/src/session/session.ts'))
    expect(seen.size).toBeGreaterThan(20)
    expect([...seen].filter(file => isVerb(files.get(file) as Source)).map(shown)).toEqual([])
    expect(client.filter(isVerb).length).toBeGreaterThan(10)
  })

  test.each(['web', 'cli'])('ARCH-10 %s leaves the parts of a session to them', name => {
    const wrong = (sources[name] ?? []).flatMap(({ file, code }) =>
      [
        ...code.matchAll(
          /\b(?:\w*[sS]ession(?:\(\))?)\??\.(?:engine|inviting|joining|offering|drafts|records)\b/g,
        ),
      ].map(([use]) => `${shown(file)}: ${use}`),
    )
    expect(wrong).toEqual([])
  })
})

const nodeProcess =
  /(?<![\w$.#-])process\s*(?:\?\.|\.)\s*(?:arch|argv|cwd|emit\w*|env|exec\w*|exit\w*|hrtime|kill|memoryUsage|nextTick|off|on|once|pid|platform|std\w+|umask|uptime|versions?)\b/g

/** Names used as values of their own: not as a property, a key, a type's member or a part of another word. */
function globalsIn(code: string, names: readonly string[]): readonly string[] {
  return names.filter(name =>
    new RegExp(`(?<![\\w$.#-])(?:globalThis\\s*\\.\\s*)?${name}(?=\\s*[.([])`).test(code),
  )
}

type Manifest = {
  readonly name: string
  readonly dependencies: Record<string, string>
  readonly optionalDependencies: Record<string, string>
  readonly exports: Record<string, unknown>
}

function manifestOf(name: string): Manifest {
  const manifest = JSON.parse(
    readFileSync(join(packagesDir, name, 'package.json'), 'utf8'),
  ) as Partial<Manifest>
  return { name, dependencies: {}, optionalDependencies: {}, exports: {}, ...manifest }
}

const nameIn = (name: string): string => manifestOf(name).name
const nameOfPackage = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
const isExported = (name: string, specifier: string): boolean =>
  Object.hasOwn(manifestOf(name).exports, `.${specifier.slice(`${scope}${name}`.length)}`)
