import { expect, it } from 'vitest'
import { ownSegments } from '../src/route/own-segments.ts'
import { routes } from '../src/router.tsx'

it('the service worker knows how every screen’s address begins', () => {
  const addresses = routes.flatMap(({ path, under = [] }) => [path, ...under.map(inner => inner.path)])
  const first = addresses.map(path => path.split('/')[0]).filter(path => path !== '' && path !== '*')
  expect(new Set(first)).toEqual(new Set(ownSegments))
})
