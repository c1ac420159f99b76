import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { sourceStamp } from '../cli/src/member/stamp.ts'
import { filesIn } from '../cli/src/server/files-in.ts'
import { ownSegments } from './src/route/own-segments.ts'
import { persianParts } from './src/words/parts-fa.ts'

const here = import.meta.dirname

/** The languages whose built-in strings of react-aria are kept. */
const keptLocales = /[/\\](ar-AE|en-US|es-ES|fr-FR)\.m?js$/
const localeFile = /[/\\](react-aria|react-stately|react-aria-components)[/\\].*[/\\][a-z]{2}-[A-Z]{2}\.m?js$/

function dropForeignLocales(): Plugin {
  return {
    name: 'drop-foreign-locales',
    enforce: 'pre',
    load: id => (localeFile.test(id) && !keptLocales.test(id) ? 'export default {}' : undefined),
  }
}

const stringsFile =
  /[/\\](react-aria|react-stately|react-aria-components)[/\\]dist[/\\]private[/\\](?:(\w+)[/\\])?intlStrings\.m?js$/

/** Persian, which react-aria has not: without it a screen that is heard speaks English where a dialog is closed. */
function addPersian(): Plugin {
  const file = JSON.stringify(join(here, 'src/words/parts-fa.ts'))
  return {
    name: 'add-persian',
    enforce: 'pre',
    transform(code, id) {
      const part = stringsFile.exec(id)?.slice(1).filter(Boolean).join('/') ?? ''
      if (!(part in persianParts)) return undefined
      const said = code.replace('"en-US":', `"fa-IR": persianParts['${part}'], "en-US":`)
      if (said === code) this.error('the strings of react-aria are written otherwise now: Persian is missing')
      return `import { persianParts } from ${file}\n${said}`
    },
  }
}

/** A library that makes its key exchanges over curves which nothing here uses, and does not say that making them changes nothing. */
const hybridFile = /[/\\]@noble[/\\]post-quantum[/\\]hybrid\.js$/

/** Says it, so that what is not used falls away. */
function dropForeignCurves(): Plugin {
  const making = /(?<=^export const \w+ = |, )(?=(QSF|ecdhKem|createKitchenSink)\()/gm
  return {
    name: 'drop-foreign-curves',
    apply: 'build',
    transform(code, id) {
      if (!hybridFile.test(id)) return undefined
      const said = code.replace(making, '/* @__PURE__ */ ')
      if (said === code)
        this.error('the library is written otherwise now: see whether its curves still come along')
      return said
    },
  }
}

const homeWords = /[/\\]words[/\\]home[/\\](\w+)\.ts$/
/** What is said behind the first screen: vocabulary, ground and areas. */
const areaWords = /[/\\]words[/\\](ar|en|es|fa|fr)(?:[/\\]\w+)?\.ts$/
/** Opened right after the first screen is shown. */
const sessionProgram = /[/\\]session[/\\]browser-access\.ts$/

/** The licences of what is bundled: served to whoever asks. */
const licences = 'licenses.md'
/** No browser needs them when there is no line. */
const notKept: readonly string[] = ['service-worker.js', licences]

const hashOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** Puts a text in the place of a mark that a built file holds. */
function fill(file: string, mark: string, text: string): void {
  const before = readFileSync(file, 'utf8')
  if (!before.includes(mark)) throw new Error(`${file} does not hold ${mark}`)
  writeFileSync(
    file,
    before.replace(mark, () => text),
  )
}

/**
 * Writes into the service worker which files make up the app, with their hashes, and which of them open it; and into worker and page
 * a version that changes with any of them: so that a browser sees a new worker exactly when there is a new app.
 */
function listShell(): Plugin {
  let folder = ''
  let first: readonly string[] = []
  let words: Readonly<Record<string, string>> = {}
  return {
    name: 'list-shell',
    apply: 'build',
    configResolved: config => {
      folder = resolve(config.root, config.build.outDir)
    },
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter(item => item.type === 'chunk')
      const named = (test: RegExp) => chunks.filter(chunk => test.test(chunk.facadeModuleId ?? ''))
      words = Object.fromEntries(
        named(homeWords).map(chunk => [
          homeWords.exec(chunk.facadeModuleId ?? '')?.[1] ?? '',
          `/${chunk.fileName}`,
        ]),
      )
      if (Object.keys(words).length === 0 || named(sessionProgram).length === 0)
        this.error(
          'the words of the first screen or the session are in no part of their own: what opens the app is not known',
        )
      const opening = new Set([
        ...chunks.filter(chunk => chunk.isEntry && chunk.name === 'index'),
        ...named(homeWords),
        ...named(sessionProgram),
      ])
      // A set hands out what is added while it is walked through.
      for (const chunk of opening)
        for (const name of chunk.imports) {
          const imported = bundle[name]
          if (imported?.type === 'chunk') opening.add(imported)
        }
      const styles = [...opening].flatMap(chunk => [...(chunk.viteMetadata?.importedCss ?? [])])
      first = [
        '/',
        ...new Set([...[...opening].map(chunk => chunk.fileName), ...styles].map(name => `/${name}`)),
      ]
    },
    // Of what was written: not every chunk of the bundle comes to be a file.
    closeBundle() {
      const names = filesIn(folder).filter(name => !notKept.includes(name))
      const page = join(folder, 'index.html')
      fill(page, '/*__HOME_WORDS__*/', JSON.stringify(words).slice(1, -1))
      const all = createHash('sha256')
      for (const name of names) all.update(name).update(readFileSync(join(folder, name)))
      const version = all
        .update(readFileSync(join(here, 'src/offline/service-worker.ts')))
        .digest('hex')
        .slice(0, 16)
      fill(page, '__VERSION__', version)
      const files = Object.fromEntries(
        names.map(name => [
          name === 'index.html' ? '/' : `/${name}`,
          `sha256-${hashOf(readFileSync(join(folder, name))).toString('base64')}`,
        ]),
      )
      // An entry that only imports comes to be a line of the page, not a file.
      const shell = JSON.stringify({
        version,
        files,
        first: first.filter(path => path in files),
        screens: ownSegments,
      })
      fill(join(folder, 'service-worker.js'), '__SHELL__', shell)
    },
  }
}

export default defineConfig({
  root: here,
  define: { programStamp: JSON.stringify(sourceStamp()) },
  plugins: [dropForeignLocales(), addPersian(), dropForeignCurves(), react(), listShell()],
  build: {
    target: 'es2023',
    // The first versions with light-dark().
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    outDir: 'dist',
    emptyOutDir: true,
    // What the first screen weighs is a check of its own; what comes after it is the engine, whole.
    chunkSizeWarningLimit: 700,
    license: { fileName: licences },
    // No data: addresses, which the content security policy forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Our packages do nothing on being imported: what only a sample or a copy needs loads with it.
      treeshake: {
        moduleSideEffects: [{ test: /packages[/\\](client|core|log)[/\\]src/, sideEffects: false }],
      },
      input: {
        index: join(here, 'index.html'),
        'service-worker': join(here, 'src/offline/service-worker.ts'),
      },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /[/\\]node_modules[/\\](react|react-dom|scheduler)[/\\]/, priority: 2 },
            { name: 'word-lists', test: /[/\\]bip39[/\\]wordlists[/\\]/, priority: 2 },
            // Whatever is needed at once comes in one file: each costs a request, and compresses worse alone.
            {
              name: 'start',
              tags: ['$initial'],
              test: /^(?!.*[/\\]offline[/\\]service-worker)/,
              priority: 1,
            },
            // So does the session with all it is made of: pages take single things of it, and would cut it up among them.
            { name: 'session', test: /[/\\]client[/\\]src[/\\]session[/\\]open\.ts$/ },
            // And all that a language says, whichever area says it.
            { debugName: 'words', name: id => `words-${areaWords.exec(id)?.[1]}`, test: areaWords },
          ],
        },
        entryFileNames: chunk =>
          chunk.name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
      },
    },
  },
  worker: { format: 'es' },
})
