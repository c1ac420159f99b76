import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { sourceStamp } from '../cli/src/member/stamp.ts'

const here = import.meta.dirname

/** The languages whose built-in strings of react-aria are kept; it has no Persian and falls back to English there. */
const keptLocales = /[/\\](ar-AE|en-US|es-ES|fr-FR)\.m?js$/
const localeFile = /[/\\](react-aria|react-stately|react-aria-components)[/\\].*[/\\][a-z]{2}-[A-Z]{2}\.m?js$/

function dropForeignLocales(): Plugin {
  return {
    name: 'drop-foreign-locales',
    enforce: 'pre',
    load: id => (localeFile.test(id) && !keptLocales.test(id) ? 'export default {}' : undefined),
  }
}

/**
 * Writes into the service worker which files make up the app, and a version that changes with any of them: so that a
 * browser sees a new worker exactly when there is a new app.
 */
function listShell(): Plugin {
  let folder = ''
  return {
    name: 'list-shell',
    apply: 'build',
    configResolved: config => {
      folder = resolve(config.root, config.build.outDir)
    },
    // Of what was written: not every chunk of the bundle comes to be a file.
    closeBundle() {
      const worker = join(folder, 'service-worker.js')
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(name => statSync(join(folder, name)).isFile() && name !== 'service-worker.js')
        .map(name => name.replaceAll('\\', '/'))
        .sort()
      const hash = createHash('sha256')
      for (const name of names) hash.update(name).update(readFileSync(join(folder, name)))
      const files = names.map(name => (name === 'index.html' ? '/' : `/${name}`))
      const shell = JSON.stringify({ version: hash.digest('hex').slice(0, 16), files })
      writeFileSync(
        worker,
        readFileSync(worker, 'utf8').replace('__SHELL__', () => shell),
      )
    },
  }
}

export default defineConfig({
  root: here,
  define: { programStamp: JSON.stringify(sourceStamp()) },
  plugins: [dropForeignLocales(), react(), listShell()],
  build: {
    target: 'es2023',
    // The first versions with light-dark().
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    outDir: 'dist',
    emptyOutDir: true,
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
            // Whatever is needed at once comes in one file: each costs a request, and compresses worse alone.
            {
              name: 'start',
              tags: ['$initial'],
              test: /^(?!.*[/\\]offline[/\\]service-worker)/,
              priority: 1,
            },
          ],
        },
        entryFileNames: chunk =>
          chunk.name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
      },
    },
  },
  worker: { format: 'es' },
})
