import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

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
  return {
    name: 'list-shell',
    apply: 'build',
    generateBundle(_, bundle) {
      const worker = bundle['service-worker.js']
      if (worker?.type !== 'chunk') return
      const built = Object.keys(bundle).filter(name => name !== worker.fileName && !name.endsWith('.html'))
      const files = ['/', ...[...built, ...readdirSync(join(here, 'public'))].map(name => `/${name}`)].sort()
      const hash = createHash('sha256')
      for (const [name, item] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1))) {
        hash.update(name).update(item.type === 'chunk' ? item.code : item.source)
      }
      const shell = JSON.stringify({ version: hash.digest('hex').slice(0, 16), files })
      worker.code = worker.code.replace('__SHELL__', () => shell)
    },
  }
}

/** `--mode fixture` builds the same screens over talks that live in the page alone, for the browser tests. */
export default defineConfig(({ mode }) => {
  const fixture = mode === 'fixture'
  return {
    root: here,
    plugins: [dropForeignLocales(), react(), listShell()],
    publicDir: 'public',
    build: {
      target: 'es2023',
      // The first versions with light-dark().
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      outDir: fixture ? 'dist-fixture' : 'dist',
      emptyOutDir: true,
      // No data: addresses, which the content security policy forbids.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: fixture
          ? { index: join(here, 'test/fixture/index.html') }
          : {
              index: join(here, 'index.html'),
              'service-worker': join(here, 'src/offline/service-worker.ts'),
            },
        output: {
          entryFileNames: chunk =>
            chunk.name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
        },
      },
    },
    worker: { format: 'es' },
  }
})
