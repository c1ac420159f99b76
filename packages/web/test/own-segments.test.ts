import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { allAreas } from '../src/areas.ts'
import { ownSegments } from '../src/route/own-segments.ts'
import { routes } from '../src/router.tsx'

it('the service worker knows how every screen’s address begins', () => {
  const addresses = routes.flatMap(({ path, under = [] }) => [path, ...under.map(inner => inner.path)])
  const first = addresses.map(path => path.split('/')[0]).filter(path => path !== '' && path !== '*')
  expect(new Set(first)).toEqual(new Set(ownSegments))
})

it('to every screen of an area something leads', () => {
  const folder = join(import.meta.dirname, '../src')
  const sources = globSync('**/*.{ts,tsx}', { cwd: folder }).map(file =>
    readFileSync(join(folder, file), 'utf8'),
  )
  // Addresses are put together where they are used, after an id or at the beginning; what declares a screen names it after `path:`.
  const linked = sources.join('\n').replaceAll(/path: '[^']*'/g, '')
  const screens = allAreas.flatMap(area => [...area.screens, ...area.outside])
  expect(screens.length).toBeGreaterThan(10)
  const names = screens.map(
    ({ path }) =>
      path
        .split('/')
        .filter(part => !part.startsWith('$'))
        .at(-1) ?? '',
  )
  const isLinked = (name: string): boolean => new RegExp(`[/\`']${name}(?=[/\`'?$])`).test(linked)
  expect(names.filter(name => !isLinked(name))).toEqual([])
})
