import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  arePoints,
  keptOf,
  peopleToText,
  placesToText,
  pointsToText,
  textToPeople,
  textToPlaces,
  textToPoints,
  textToTimes,
  textToWays,
  timesToText,
  waysToText,
} from '../src/areas/meeting/lines.ts'

const word = fc
  .stringMatching(/^[A-Za-z\u0627-\u064a][A-Za-z \u0627-\u064a]{0,20}$/)
  .map(text => text.trim() || 'x')
const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 })
const clockOf = (at: number) =>
  [Math.floor(at / 60), at % 60].map(part => String(part).padStart(2, '0')).join(':')

describe('what is typed a line each', () => {
  it('law: people read from what was written of them are the same people, and keep the languages that no line says', () => {
    const person = fc.record({ name: word, post: word }, { requiredKeys: ['name'] })
    fc.assert(
      fc.property(
        fc.uniqueArray(person, { selector: ({ name }) => name, minLength: 1, maxLength: 6 }),
        people => {
          expect(textToPeople(peopleToText(people))).toEqual(people)
          const speaking = people.map(each => ({ ...each, languages: ['fa'] }))
          expect(textToPeople(peopleToText(people), speaking)).toEqual(speaking)
        },
      ),
    )
    expect(textToPeople('الوزير، رئيس الوفد\n\n , \nThe envoy')).toEqual([
      { name: 'الوزير', post: 'رئيس الوفد' },
      { name: 'The envoy' },
    ])
  })

  it('law: points read from what was written are the same; what names no point, or says nothing of it, is none', () => {
    const point = fc.record({ title: word, said: word })
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 5 }), points => {
        expect(textToPoints(pointsToText(points))).toEqual(points)
        expect(arePoints(pointsToText(points))).toBe(true)
      }),
    )
    expect([arePoints(''), arePoints('Water'), arePoints('Water\nNothing.\n\nRoads')]).toEqual([
      false,
      false,
      false,
    ])
    expect(textToPoints('Water\nNothing was said.\nIt was late.')).toEqual([
      { title: 'Water', said: 'Nothing was said.\nIt was late.' },
    ])
  })

  it('law: times read from what was written are the same, in any digits; a line that is none is told', () => {
    const times = fc
      .tuple(minutes, minutes, fc.option(word, { nil: undefined }))
      .filter(([from, to]) => from !== to)
      .map(([a, b, title]) => ({
        begins: clockOf(Math.min(a, b)),
        ends: clockOf(Math.max(a, b)),
        ...(title === undefined ? {} : { title }),
      }))
    fc.assert(
      fc.property(fc.array(times, { maxLength: 5 }), all => {
        expect(textToTimes(timesToText(all as never))).toEqual(all)
      }),
    )
    expect(textToTimes('۱۰:۱۵ تا ۱۱:۰۰ دور ۲')).toEqual([{ begins: '10:15', ends: '11:00', title: 'دور ۲' }])
    expect(textToTimes('9:05 - 9:40')).toEqual([{ begins: '09:05', ends: '09:40' }])
    for (const wrong of ['at ten', '11:00–10:00', '25:00–26:00', '10:00–11:00\nlater'])
      expect(textToTimes(wrong)).toBeUndefined()
  })

  it('law: MEET-13 rooms and ways read from what was written of them are the same, whatever is known of a room', () => {
    const size = fc.integer({ min: 0, max: 200 })
    const place = fc.record(
      { placeName: word, roomSize: size, floor: size, distance: size },
      { requiredKeys: ['placeName'] },
    )
    const way = fc.record({ placeName: word, passes: fc.array(word, { minLength: 1, maxLength: 3 }) })
    fc.assert(
      fc.property(fc.array(place, { maxLength: 5 }), fc.array(way, { maxLength: 5 }), (places, ways) => {
        expect(textToPlaces(placesToText(places))).toEqual(places)
        expect(textToWays(waysToText(ways))).toEqual(ways)
      }),
    )
    expect(textToPlaces('اتاق ۲، ۳۰، –، ۱۲')).toEqual([{ placeName: 'اتاق ۲', roomSize: 30, distance: 12 }])
    expect(textToPlaces('Room 2, west wing, 30')).toEqual([{ placeName: 'Room 2, west wing', roomSize: 30 }])
    expect(textToWays('the yard')).toEqual([])
  })

  it('what a form does not show stays', () => {
    expect(keptOf({ title: 'x', on: '2026-02-06' }, ['title'])).toEqual({ on: '2026-02-06' })
    expect(keptOf(undefined, ['title'])).toEqual({})
  })
})
