import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createMemoryRelay, refusalStatus } from '../src/index.ts'
import { send } from './harness.ts'

const here = new URL('.', import.meta.url).pathname
const specFolder = new URL('../../../docs/spec/', import.meta.url).pathname
const page = readFileSync(join(specFolder, 'relay.md'), 'utf8')
const api = readFileSync(join(specFolder, 'relay.openapi.yaml'), 'utf8')

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found)

test('every rule of the page has a test that carries its number, and no test another', () => {
  const rules = matches(page, /^- \*\*(REL-\d+)\*\*/gm)
  const titles = readdirSync(here)
    .filter(name => name.endsWith('.ts'))
    .flatMap(name =>
      matches(readFileSync(join(here, name), 'utf8'), /(?:test|describe)[\s\S]{0,400}?['`]((?:REL-\d+ )+)/g),
    )
  const tested = new Set(titles.flatMap(title => title.trim().split(' ')))
  expect(new Set(rules).size).toBe(rules.length)
  expect([...tested].toSorted()).toEqual(rules.toSorted())
})

test('the page lists every code with its status', () => {
  const listed = [...page.matchAll(/^\| `(relay\/[a-z-]+)` \| (\d+) \|/gm)].map(([, code, status]) => [
    code,
    Number(status),
  ])
  expect(Object.fromEntries(listed)).toEqual(refusalStatus)
})

test('every path and method of the OpenAPI page exists, and nothing else does', async () => {
  const relay = await createMemoryRelay()
  const documented: string[] = []
  let path = ''
  for (const line of api.split('\n')) {
    path = /^ {2}(\/\S*):$/.exec(line)?.[1] ?? path
    const method = /^ {4}(get|post|delete|put|patch):$/.exec(line)?.[1]
    if (method !== undefined) documented.push(`${method.toUpperCase()} ${path}`)
  }
  expect(documented).toHaveLength(22)
  const paths = new Set(documented.map(entry => entry.split(' ')[1] ?? ''))
  for (const path of paths) {
    // The socket is not an HTTP answer: `server.test.ts` opens it.
    if (path === '/v1/live') continue
    for (const method of ['GET', 'POST', 'DELETE', 'PUT', 'PATCH']) {
      const { status, body } = await send(relay.fetch, method, path.replaceAll(/\{\w+\}/g, 'x'))
      const isKnown = status !== 404 || body.code !== 'relay/unknown-path'
      expect([method, path, isKnown]).toEqual([method, path, documented.includes(`${method} ${path}`)])
    }
  }
})
