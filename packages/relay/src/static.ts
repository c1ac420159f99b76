import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const compress = promisify(brotliCompress)

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
}

const isCompressible = (type: string): boolean => /^text\/|json|javascript|wasm|svg|xml/.test(type)

const filesMax = 4096
const fileBytesMax = 16 * 1024 * 1024
/** Below this a compressed answer saves no packet. */
const compressBytesMin = 1024

type StaticFile = {
  readonly type: string
  readonly bytes: Buffer
  readonly etag: string
  readonly isImmutable: boolean
  readonly precompressed: { readonly br?: Buffer; readonly gzip?: Buffer }
  brotli: Promise<Buffer> | undefined
}

/** The built web app, read once at the start: a request names a file in this list or gets the app's own page. */
export class StaticFiles {
  readonly #files = new Map<string, StaticFile>()
  readonly #index: StaticFile | undefined
  readonly #inlineHashes: string

  /** `folder` holds `index.html`. Throws where it cannot be read or holds too much. */
  constructor(folder: string) {
    const paths = listFiles(folder)
    for (const path of paths) {
      if (/\.(br|gz)$/.test(path)) continue
      this.#files.set(`/${path}`, loadFile(folder, path, paths))
    }
    this.#index = this.#files.get('/index.html')
    this.#inlineHashes = hashInlineParts(this.#index?.bytes.toString() ?? '')
  }

  /**
   * Undefined where there is nothing by that name. What a browser goes to as a page gives the app; a file's address, and
   * whatever a monitor or program asks for, does not.
   */
  async answer(request: Request, isOverTls: boolean): Promise<Response | undefined> {
    const { pathname, host } = new URL(request.url)
    const named = this.#files.get(decodePath(pathname))
    const file = named ?? (isPage(pathname, request.headers.get('accept')) ? this.#index : undefined)
    if (file === undefined) return undefined
    const headers = new Headers({
      'Content-Type': file.type,
      'Cache-Control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: file.etag,
      Vary: 'Accept-Encoding',
      'Content-Security-Policy': this.#policy(host, isOverTls),
      'Permissions-Policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
    })
    if (request.headers.get('if-none-match')?.includes(file.etag))
      return new Response(null, { status: 304, headers })
    const { bytes, encoding } = await encodeFile(file, request.headers.get('accept-encoding') ?? '')
    if (encoding !== undefined) headers.set('Content-Encoding', encoding)
    headers.set('Content-Length', String(bytes.length))
    return new Response(bytes, { headers })
  }

  /**
   * Nothing from elsewhere, no inline script or style but those whose hashes stand here. WebAssembly is needed for the
   * passphrase's Argon2id. The WebSocket's address is spelled out for browsers in which 'self' does not cover it.
   */
  #policy(host: string, isOverTls: boolean): string {
    const socket = /^[a-z0-9.:[\]-]+$/i.test(host) ? ` ${isOverTls ? 'wss' : 'ws'}://${host}` : ''
    return [
      "default-src 'none'",
      `script-src 'self' 'wasm-unsafe-eval'${this.#inlineHashes}`,
      `style-src 'self'${this.#inlineHashes}`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      `connect-src 'self'${socket}`,
      "worker-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; ')
  }
}

function listFiles(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  if (paths.length > filesMax) throw new Error(`${folder} holds more than ${filesMax} files`)
  return paths
}

function loadFile(folder: string, path: string, paths: readonly string[]): StaticFile {
  const full = join(folder, path)
  if (statSync(full).size > fileBytesMax) throw new Error(`${full} is larger than ${fileBytesMax} bytes`)
  const bytes = readFileSync(full)
  return {
    type: types[extname(path)] ?? 'application/octet-stream',
    bytes,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    // The bundler writes a hash of the content into these names, so that they never change their meaning.
    isImmutable: path.startsWith('assets/') && /-[\w-]{8,}\.\w+$/.test(path),
    precompressed: {
      ...(paths.includes(`${path}.br`) && { br: readFileSync(`${full}.br`) }),
      ...(paths.includes(`${path}.gz`) && { gzip: readFileSync(`${full}.gz`) }),
    },
    brotli: undefined,
  }
}

async function encodeFile(
  file: StaticFile,
  accepted: string,
): Promise<{ readonly bytes: Buffer<ArrayBuffer>; readonly encoding?: 'br' | 'gzip' }> {
  const { br, gzip } = file.precompressed
  const bytes = file.bytes as Buffer<ArrayBuffer>
  if (accepts(accepted, 'br')) {
    if (br !== undefined) return { bytes: br as Buffer<ArrayBuffer>, encoding: 'br' }
    if (bytes.length >= compressBytesMin && isCompressible(file.type)) {
      // Once for each file, and kept: the files are few and do not change while we run.
      file.brotli ??= compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
      return { bytes: (await file.brotli) as Buffer<ArrayBuffer>, encoding: 'br' }
    }
  }
  if (gzip !== undefined && accepts(accepted, 'gzip'))
    return { bytes: gzip as Buffer<ArrayBuffer>, encoding: 'gzip' }
  return { bytes }
}

function accepts(header: string, encoding: string): boolean {
  return header.split(',').some(item => {
    const [name, quality] = item.trim().split(/\s*;\s*/)
    return name === encoding && quality !== 'q=0'
  })
}

/** Names that operators' tools ask for: never the app's. */
const operatorsPaths = new Set(['/healthz', '/readyz', '/livez', '/metrics', '/status', '/health', '/ready'])

/** REL-92: a page of the app has no extension, and is asked for as HTML, as browsers do and monitors do not. */
function isPage(pathname: string, accept: string | null): boolean {
  if (pathname === '/') return true
  return extname(pathname) === '' && !operatorsPaths.has(pathname) && (accept ?? '').includes('text/html')
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

/** CSP sources for each inline script and style of the page, with a space before each. */
function hashInlineParts(html: string): string {
  const parts = html.matchAll(/<(script|style)(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/\1>/gi)
  return [...parts]
    .map(([, , text = '']) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    .join('')
}
