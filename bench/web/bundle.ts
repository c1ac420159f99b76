/**
 * What the built web app weighs: its entry with everything it imports at once, and all of it. What a browser really asks for before
 * it shows something is measured by first-paint.ts.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const dist = fileURLToPath(new URL('../../packages/web/dist/', import.meta.url))
if (!existsSync(join(dist, 'index.html'))) {
  console.error('The web app is not built. Run: npm run build:web')
  process.exit(2)
}

/** The page, and every script and style it names or its scripts import before anything is shown. */
function firstLoad(): ReadonlySet<string> {
  const wanted = new Set(['index.html'])
  for (const file of wanted) {
    const text = readFileSync(join(dist, file), 'utf8')
    const found = file.endsWith('.html')
      ? [...text.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(match => match[1])
      : [...text.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+from\s*)?"\.\/([^"]+)"/g)].map(
          match => `assets/${match[1]}`,
        )
    for (const name of found) if (name !== undefined) wanted.add(name)
  }
  return wanted
}

const sizeOf = (files: Iterable<string>) => {
  let [plain, gzip, brotli] = [0, 0, 0]
  for (const file of files) {
    const bytes = readFileSync(join(dist, file))
    plain += bytes.length
    gzip += gzipSync(bytes).length
    brotli += brotliCompressSync(bytes).length
  }
  return { plain, gzip, brotli }
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`.padStart(10)
const row = (name: string, files: Iterable<string>): void => {
  const { plain, gzip, brotli } = sizeOf(files)
  console.log(
    `${name.padEnd(24)} ${kilobytes(plain)} plain ${kilobytes(gzip)} gzip ${kilobytes(brotli)} brotli`,
  )
}
const all = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && /\.(js|css|html|wasm)$/.test(entry.name))
  .map(entry => join(entry.parentPath, entry.name).slice(dist.length))
row('first load', firstLoad())
row('everything', all)
