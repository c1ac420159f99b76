import { describe, expect, it, test } from 'vitest'
import { allAreas } from '../src/areas.ts'
import { isWithin, matchRoutes, type Route, type Screen } from '../src/route/match.ts'

const screenOf = (name: string): Screen => Object.assign(() => null, { displayName: name })
const route = (path: string, under?: readonly Route[]): Route => ({
  path,
  screen: screenOf(path),
  ...(under === undefined ? {} : { under }),
})

const inner = [route(''), route('desk'), route('rooms/$room'), route('rooms/$room/say'), route('*')]
const routes = [
  route(''),
  { path: '', screen: screenOf('inside'), under: [route('begin'), route('talks/$process', inner)] },
  route('*'),
]

const found = (path: string) => {
  const { screens, params } = matchRoutes(routes, path)
  return [screens.map(screen => screen.displayName), params]
}

describe('an address finds its screens from the outermost in, and gives them what it names', () => {
  it.each([
    ['/', [''], {}],
    ['/begin', ['inside', 'begin'], {}],
    ['/begin/', ['inside', 'begin'], {}],
    ['/Begin', ['inside', 'begin'], {}],
    ['/talks/P', ['inside', 'talks/$process', ''], { process: 'P' }],
    ['/talks/P/rooms/R', ['inside', 'talks/$process', 'rooms/$room'], { process: 'P', room: 'R' }],
    ['/talks/P/rooms/R/say', ['inside', 'talks/$process', 'rooms/$room/say'], { process: 'P', room: 'R' }],
    ['/talks/a%20b/desk', ['inside', 'talks/$process', 'desk'], { process: 'a b' }],
    ['/talks/%zz/desk', ['inside', 'talks/$process', 'desk'], { process: '%zz' }],
  ])('%s', (path, screens, params) => {
    expect(found(path)).toEqual([screens, params])
  })
})

describe('an address that leads nowhere is lost as far in as it led', () => {
  it.each([
    ['/nowhere', ['*']],
    ['/begin/more', ['*']],
    ['/talks', ['*']],
    ['/talks/P/nowhere', ['inside', 'talks/$process', '*']],
    ['/talks/P/rooms', ['inside', 'talks/$process', '*']],
  ])('%s', (path, screens) => {
    expect(found(path)[0]).toEqual(screens)
  })
  it('and where nothing is said of that, there is no screen', () => {
    expect(matchRoutes([route('begin')], '/end').screens).toEqual([])
  })
})

const at = (path: string, search = '') => ({ path, search })

test('a link is current at its own address and within it', () => {
  expect(isWithin(at('/talks/P/rooms/R/say'), '/talks/P/rooms/R')).toBe(true)
  expect(isWithin(at('/talks/P/rooms/R'), '/talks/P/rooms/R#print')).toBe(true)
  expect(isWithin(at('/talks/P/rooms/R2'), '/talks/P/rooms/R')).toBe(false)
  expect(isWithin(at('/begin'), '/')).toBe(false)
  expect(isWithin(at('/'), '/')).toBe(true)
  expect(isWithin(at('/record', '?room=R'), '/record?room=R')).toBe(true)
  expect(isWithin(at('/record', '?room=S'), '/record?room=R')).toBe(false)
})

test('no area takes an address that another has: the first would hide it', () => {
  for (const where of ['screens', 'outside'] as const) {
    const paths = allAreas.flatMap(area => area[where].map(({ path }) => path.replaceAll(/\$[^/]+/g, '$')))
    expect(paths.filter((path, at) => paths.indexOf(path) !== at)).toEqual([])
  }
})
