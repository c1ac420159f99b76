/** How often the leak check names something in wordings that let nothing slip, over the samples and two hundred released pairs. */

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findLeaks } from '../src/index.ts'

/** What may be named in clean wordings, one in so many. */
const falseFindingsMax = 1 / 10

const places =
  'well mill ferry bridge pasture harbour market school clinic quarry orchard spring weir road depot archive lighthouse forest dam cemetery'.split(
    ' ',
  )
/** Each stands in two pairs or three, so that it is rare in the record. */
const details =
  'kiln smithy chapel granary tollhouse windmill sawmill tannery brewery fountain aqueduct causeway towpath culvert sluice jetty pier slipway boathouse chandlery gatehouse watchtower rampart barracks armoury stable paddock dovecote beehive vineyard cellar press cooperage bakery oven laundry bathhouse almshouse hospice refectory cloister library printworks foundry forge glassworks pottery weavery dyeworks ropewalk sailmaker observatory planetarium greenhouse nursery arboretum meadow heath moor bog fen marsh lagoon estuary delta cove inlet strait channel reef shoal sandbar dune headland cliff gorge ravine gully hollow ridge saddle summit plateau terrace hedge stile milestone signpost crossroads underpass viaduct siding turntable platform kiosk arcade pavilion bandstand'.split(
    ' ',
  )

/** What one side says to the mediators, and what they make of it for the other: ten kinds, illustrative. */
const kinds: readonly (readonly [said: string, worded: string])[] = [
  [
    'We would let both villages use the PLACE beside the old DETAIL, if the N families who fled come back first.',
    'One idea is that the PLACE serves everybody once N families have returned; it lies near a DETAIL.',
  ],
  [
    'Our people cannot give up the PLACE. At the DETAIL we could live with a joint guard of N men.',
    'They hold on to the PLACE, and can imagine N guards from either side by the DETAIL.',
  ],
  [
    'Nobody among us trusts their count of the PLACE; let a surveyor walk from the DETAIL and measure N paces.',
    'A surveyor might measure the PLACE: N paces, as seen from the DETAIL.',
  ],
  [
    'If they repair the PLACE by autumn we pay for N carts of stone out of the DETAIL fund.',
    'Repairs of the PLACE could be paid for with N carts of stone; ask what the DETAIL fund holds.',
  ],
  [
    'The elders want the PLACE closed at night, and the DETAIL left open for N days after the feast.',
    'Closing the PLACE at night is wished for. The DETAIL would stay open for N days.',
  ],
  [
    'We withdraw our claim to the PLACE when the DETAIL is rebuilt and N names are taken off the list.',
    'Their claim to the PLACE might go if N names went from the list, and after the DETAIL stood again.',
  ],
  [
    'For the PLACE we ask a rent of N sacks a year, and that no soldier passes the DETAIL.',
    'Rent is asked for the PLACE, N sacks yearly. No soldiers at the DETAIL.',
  ],
  [
    'Their shepherds may cross by the PLACE in spring with up to N sheep, but never round the DETAIL.',
    'Crossing at the PLACE with N sheep is thinkable in spring; the way round the DETAIL is not.',
  ],
  [
    'We need a written promise about the PLACE before anybody speaks of the DETAIL or of the N prisoners.',
    'First something in writing on the PLACE, they say: then N prisoners, then the DETAIL.',
  ],
  [
    'Whoever manages the PLACE must be from neither side; the DETAIL could house N of them.',
    'A manager from outside is wanted for the PLACE. There is room for N in the DETAIL.',
  ],
]

type Pair = { readonly side: number; readonly said: string; readonly worded: string }
const pairs: readonly Pair[] = Array.from({ length: 200 }, (_, n) => {
  const [said = '', worded = ''] = kinds[n % kinds.length] ?? []
  const fill = (text: string) =>
    text
      .replaceAll('PLACE', places[Math.floor(n / kinds.length)] ?? '')
      .replaceAll('DETAIL', details[(n * 5) % details.length] ?? '')
      .replaceAll('N ', `${2_000 + n} `)
  return { side: n % 2, said: fill(said), worded: fill(worded) }
})

type Sampled = { readonly kind?: unknown; readonly body?: unknown; readonly conveyance?: unknown }
/** Every object in a sample, whichever shape it has. */
const objectsIn = (value: unknown): readonly Sampled[] =>
  typeof value === 'object' && value !== null
    ? [...(Array.isArray(value) ? [] : [value]), ...Object.values(value).flatMap(objectsIn)]
    : []

const samples = ['algiers', 'two-villages'].map(name => {
  const file = new URL(`../../../samples/${name}/sample.json`, import.meta.url)
  const objects = objectsIn(JSON.parse(readFileSync(file, 'utf8')))
  return {
    said: objects.flatMap(({ kind, body }) =>
      kind === 'message.say' && typeof body === 'string' ? [body] : [],
    ),
    worded: objects.flatMap(({ kind, conveyance }) => {
      const { wording, accepted } = Object(conveyance) as { wording?: unknown; accepted?: readonly unknown[] }
      return kind === 'carry.prepare' && typeof wording === 'string' && (accepted ?? []).length === 0
        ? [wording]
        : []
    }),
  }
})

const textsOf = (texts: readonly string[]) => texts.map(text => ({ text }))
const wordsFound = (pair: Pair, wording: string) => {
  const others = pairs.filter(({ side, said }) => side === pair.side && said !== pair.said)
  const own = pairs.filter(({ side }) => side !== pair.side).map(({ said }) => said)
  return findLeaks({
    wording,
    guarded: textsOf(others.map(({ said }) => said)),
    reworded: textsOf([pair.said]),
    substance: [pair.said],
    known: own,
    names: [],
    people: [],
  }).filter(({ kind }) => kind === 'words')
}

test('LEAK-4 at most one clean wording in ten is named something in, on the samples and two hundred released pairs', () => {
  const ofPairs = pairs.map(pair => wordsFound(pair, pair.worded))
  // The words of a sample are carried; the other sample, and one side of the pairs, are what may not pass.
  const ofSamples = samples.flatMap(({ worded }, index) =>
    worded.map(wording =>
      findLeaks({
        wording,
        guarded: textsOf([
          ...samples.filter((_, other) => other !== index).flatMap(({ said }) => said),
          ...pairs.map(({ said }) => said),
        ]),
        reworded: [],
        substance: [],
        known: [],
        names: [],
        people: [],
      }).filter(({ kind }) => kind === 'words'),
    ),
  )
  const named = [...ofPairs, ...ofSamples].filter(found => found.length > 0).length
  const clean = ofPairs.length + ofSamples.length
  console.log(
    `LEAK-4: ${named} of ${clean} clean wordings are named something in (${ofSamples.length} of samples)`,
  )
  expect([ofPairs.length, ofSamples.length > 5]).toEqual([200, true])
  expect(named / clean).toBeLessThanOrEqual(falseFindingsMax)
})

const record = (count: number) => [
  'Out of the sluice fund, if you must know.',
  ...Array.from({ length: count - 1 }, (_, n) => `We spoke of the road out of here, ${n}.`),
]

const inRecord = (wording: string, count: number, known: readonly string[] = []) =>
  findLeaks({
    wording,
    guarded: textsOf(record(count)),
    reworded: [],
    substance: [],
    known,
    names: [],
    people: [],
  }).map(({ text }) => text)

test('LEAK-4 three words are found where one is rare and not known; none where none is, or the record is short', () => {
  const taken = 'They spoke of the sluice fund.'
  expect(inRecord(taken, 50)).toEqual(['of the sluice fund'])
  expect(inRecord('For the sluice fund.', 50)).toEqual(['the sluice fund'])
  expect(inRecord('For the sluice fund.', 49)).toEqual([])
  expect(inRecord('On road out of bounds.', 50)).toEqual([])
  expect(inRecord('For the sluice fund.', 60, ['A sluice and a fund'])).toEqual([])
})
