import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { allAreas } from '../src/areas.ts'
import { routes } from '../src/inside.tsx'
import { ownSegments } from '../src/route/own-segments.ts'
import { pagesOfAgreement, placeOfAgreement } from '../src/talks/agreement.ts'

it('the service worker knows how every screen’s address begins', () => {
  const first = routes.map(({ path }) => path.split('/')[0]).filter(path => path !== '*')
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

const holding = (register: string) => [{ kind: 'table', items: { a: { register } } }] as never

it('what is agreed is one place with the pages of every area that has one, and leads to the first that is in use', () => {
  const pages = pagesOfAgreement(allAreas)
  expect(pages.map(({ to }) => to)).toEqual(expect.arrayContaining(['agreement', 'agreement/steps']))
  // Each lies within it, and each has a screen.
  const screens = new Set(allAreas.flatMap(area => area.screens.map(({ path }) => path)))
  expect(pages.filter(({ to }) => !screens.has(to) || !/^agreement(?:\/|$)/.test(to))).toEqual([])
  const place = placeOfAgreement(allAreas)
  expect([place.isUsed?.(holding('issue')), place.isUsed?.(holding('step'))]).toEqual([false, true])
  expect(place.leadsTo?.(holding('step'))).toBe('agreement/steps')
  expect(place.leadsTo?.(holding('undertaking'))).toBe('agreement')
  expect(place.pages).toEqual(expect.arrayContaining(['step', 'undertaking']))
})
