import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  add,
  adjustedWinner,
  bundleValue,
  checkFairness,
  compare,
  equals,
  type Goods,
  knaster,
  leximinGoods,
  maximinShare,
  maximumNashWelfareGoods,
  multiply,
  ONE,
  type Rational,
  rational,
  sum,
  toDecimal,
  toText,
  ZERO,
} from '../src/index.ts'
import { numbers, numRuns } from './arbitraries.ts'

const entitlements = fc.integer({ min: 1, max: 5 }).map(n => rational(n))
const worths = numbers.filter(value => value.num >= 0n)

function goodsFor(claimants: number, goodsMax: number, even: boolean): fc.Arbitrary<Goods> {
  return fc.integer({ min: 1, max: goodsMax }).chain(goods =>
    fc
      .array(
        fc.record({
          values: fc.array(worths, { minLength: goods, maxLength: goods }),
          entitlement: even ? fc.constant(ONE) : entitlements,
        }),
        { minLength: claimants, maxLength: claimants },
      )
      .map(list => ({
        goods: Array.from({ length: goods }, (_, g) => `good ${g}`),
        claimants: list.map((claimant, c) => ({ name: `claimant ${c}`, ...claimant })),
      })),
  )
}

test('SET-30: Adjusted Winner is equitable up to what transfers can do, and its points are those of its shares', () => {
  fc.assert(
    fc.property(goodsFor(2, 7, false), goods => {
      const result = adjustedWinner(goods)
      for (const c of [0, 1]) expect(bundleValue(goods, result, c, c)).toEqual(result.points[c])
      goods.goods.forEach((_, g) => {
        expect(sum(result.shares.map(shares => shares[g] as Rational))).toEqual(ONE)
      })
      expect(result.transfers.slice(0, -1).every(({ part }) => equals(part, ONE))).toBe(true)
      const isPositive = goods.claimants.every(claimant => claimant.values.every(value => value.num > 0n))
      if (isPositive) expect(result.level[0]).toEqual(result.level[1])
    }),
    numRuns(400),
  )
})

test('SET-30: law: Adjusted Winner is efficient, whatever is worth nothing, with any totals and entitlements', () => {
  const zeros = fc.oneof({ weight: 2, arbitrary: fc.constant(ZERO) }, { weight: 3, arbitrary: worths })
  const claims = fc.record({
    values: fc.array(zeros, { minLength: 4, maxLength: 4 }),
    entitlement: entitlements,
  })
  fc.assert(
    fc.property(fc.tuple(claims, claims), pair => {
      const claimants = pair.map((claim, c) => ({ name: `claimant ${c}`, ...claim }))
      const goods: Goods = { goods: ['a', 'b', 'c', 'd'], claimants }
      const { shares, level } = adjustedWinner(goods)
      const worth = (c: number, g: number): Rational => claimants[c]?.values[g] as Rational
      const holds = (c: number, g: number): boolean => (shares[c]?.[g] ?? ZERO).num > 0n
      for (const c of [0, 1]) {
        const held = [0, 1, 2, 3].filter(g => holds(c, g))
        // Nobody keeps what only the other values, and no exchange of two goods serves both.
        for (const g of held) expect(worth(c, g).num === 0n && worth(1 - c, g).num > 0n).toBe(false)
        for (const g of held) {
          for (const h of [0, 1, 2, 3].filter(good => holds(1 - c, good))) {
            const keeps = multiply(worth(c, g), worth(1 - c, h))
            expect(compare(keeps, multiply(worth(c, h), worth(1 - c, g)))).toBeGreaterThanOrEqual(0)
          }
        }
        // Who stays ahead holds nothing that the other values.
        const isAhead = compare(level[c] as Rational, level[1 - c] as Rational) > 0
        if (isAhead) expect(held.every(g => worth(1 - c, g).num === 0n)).toBe(true)
      }
    }),
    numRuns(400),
  )
})

test('SET-30: Adjusted Winner is efficient: no weighted sum in its own ratio order is beaten by another division', () => {
  fc.assert(
    fc.property(goodsFor(2, 6, true), goods => {
      const { points, shares } = adjustedWinner(goods)
      // A point of the frontier of divisible goods maximises w·u₀ + u₁ for the ratio at which goods change hands.
      const cut = goods.goods.findIndex((_, g) => shares[0]?.[g]?.den !== 1n)
      if (cut < 0) return
      const [a, b] = goods.claimants.map(claimant => claimant.values)
      const weight = (g: number): [Rational, Rational] => [
        multiply(a?.[g] as Rational, b?.[cut] as Rational),
        multiply(b?.[g] as Rational, a?.[cut] as Rational),
      ]
      const best = sum(goods.goods.map((_, g) => (compare(...weight(g)) > 0 ? weight(g)[0] : weight(g)[1])))
      const own = add(multiply(points[0], b?.[cut] as Rational), multiply(points[1], a?.[cut] as Rational))
      expect(own).toEqual(best)
    }),
    numRuns(400),
  )
})

test('SET-30: Adjusted Winner with equal totals and entitlements is proportional and envy-free', () => {
  const goods = goodsFor(2, 6, true).map(({ goods, claimants }): Goods => {
    const totals = claimants.map(claimant => sum(claimant.values))
    return {
      goods,
      claimants: claimants.map((claimant, c) => ({
        ...claimant,
        values: claimant.values.map(value => multiply(value, totals[1 - c] as Rational)),
      })),
    }
  })
  fc.assert(
    fc.property(goods, goods => {
      if (goods.claimants.some(({ values }) => values.some(value => value.num === 0n))) return
      const fairness = checkFairness(goods, adjustedWinner(goods))
      expect(fairness.envy).toEqual([])
      expect(fairness.proportionality.every(({ holds }) => holds)).toBe(true)
    }),
    numRuns(400),
  )
})

test('SET-31: Knaster pays out what it takes in, and gives everyone at least its fair share', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }).chain(n => goodsFor(n, 5, false)),
      goods => {
        const result = knaster(goods)
        expect(sum(result.money)).toEqual(ZERO)
        result.worth.forEach((worth, c) => {
          expect(compare(worth, result.fairShare[c] as Rational)).toBeGreaterThanOrEqual(0)
          expect(worth).toEqual(add(bundleValue(goods, result, c, c), result.money[c] as Rational))
        })
      },
    ),
    numRuns(400),
  )
})

/** All owners of all goods. */
function everyOwner(goods: number, claimants: number): number[][] {
  let lists: number[][] = [[]]
  for (let g = 0; g < goods; g++) {
    lists = lists.flatMap(list => Array.from({ length: claimants }, (_, c) => [...list, c]))
  }
  return lists
}

function worthOf(goods: Goods, owners: readonly number[], c: number): Rational {
  return sum(owners.map((owner, g) => (owner === c ? (goods.claimants[c]?.values[g] as Rational) : ZERO)))
}

test('SET-32: maximum Nash welfare serves as many as can be, then maximises their product, and is EF1', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 3 }).chain(n => goodsFor(n, 5, true)),
      goods => {
        const division = maximumNashWelfareGoods(goods)
        const scored = everyOwner(goods.goods.length, goods.claimants.length).map(owners => {
          const worths = goods.claimants
            .map((_, c) => worthOf(goods, owners, c))
            .filter(worth => worth.num > 0n)
          return { served: worths.length, product: worths.reduce(multiply, ONE) }
        })
        const served = Math.max(...scored.map(item => item.served))
        const product = scored
          .filter(item => item.served === served)
          .map(item => item.product)
          .sort(compare)
          .at(-1)
        for (const allocation of division.allocations) {
          const worths = goods.claimants
            .map((_, c) => bundleValue(goods, allocation, c, c))
            .filter(w => w.num > 0n)
          expect(worths.length).toBe(served)
          expect(worths.reduce(multiply, ONE)).toEqual(product)
          if (served === goods.claimants.length)
            expect(checkFairness(goods, allocation).envyFreeUpToOneGood).toBe(true)
        }
      },
    ),
    numRuns(150),
  )
})

test('SET-33: leximin for goods maximises the smallest worth', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 3 }).chain(n => goodsFor(n, 5, true)),
      goods => {
        const least = everyOwner(goods.goods.length, goods.claimants.length)
          .map(
            owners => goods.claimants.map((_, c) => worthOf(goods, owners, c)).sort(compare)[0] as Rational,
          )
          .sort(compare)
          .at(-1)
        expect(leximinGoods(goods).value).toEqual(least)
      },
    ),
    numRuns(150),
  )
})

test('SET-34: the maximin share is the best worst bundle over all bundlings', () => {
  fc.assert(
    fc.property(
      fc.array(worths, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 3 }),
      (values, bundles) => {
        const best = everyOwner(values.length, bundles)
          .map(
            owners =>
              Array.from({ length: bundles }, (_, b) => sum(values.filter((_, g) => owners[g] === b))).sort(
                compare,
              )[0] as Rational,
          )
          .sort(compare)
          .at(-1)
        expect(maximinShare(values, bundles)).toEqual(best)
      },
    ),
    numRuns(150),
  )
})

function table(rows: Readonly<Record<string, readonly [number, number]>>): Goods {
  const goods = Object.keys(rows)
  return {
    goods,
    claimants: [0, 1].map(c => ({
      name: `claimant ${c}`,
      values: goods.map(good => rational(rows[good]?.[c] ?? 0)),
      entitlement: ONE,
    })),
  }
}

/** Which good is cut, by whom and how far, and what each receives. */
function summary(goods: Goods) {
  const { points, transfers, ties } = adjustedWinner(goods)
  const last = transfers.at(-1)
  return {
    each: points.map(toText),
    cut: last && `${goods.goods[last.good]}: ${last.from} cedes ${last.part.num}/${last.part.den}`,
    ties: ties.map(({ good, to }) => `${goods.goods[good]} to ${to}`),
  }
}

test('SET-30 (confirmed: Brams and Taylor’s table): Donald and Ivana Trump', () => {
  const trump = table({
    'Connecticut Estate': [10, 38],
    'Palm Beach Mansion': [40, 20],
    'Trump Plaza Apartment': [10, 30],
    'Trump Tower Triplex': [38, 10],
    'Cash and Jewelry': [2, 2],
  })
  expect(summary(trump)).toEqual({
    each: ['218/3', '218/3'],
    cut: 'Palm Beach Mansion: 0 cedes 2/15',
    ties: ['Cash and Jewelry to 1'],
  })
})

test('SET-30 (confirmed: Adjusted Winner site, New York University): Carol and Bob, with a tied good', () => {
  const divorce = table({
    'Retirement Account': [50, 40],
    Home: [20, 30],
    'Summer Cottage': [15, 10],
    Investments: [10, 10],
    Other: [5, 10],
  })
  expect(summary(divorce)).toEqual({
    each: ['170/3', '170/3'],
    cut: 'Retirement Account: 0 cedes 1/6',
    ties: ['Investments to 1'],
  })
})

test('SET-30 (confirmed: table of COMAP, For All Practical Purposes): Calvin and Hobbes', () => {
  const pirates = table({
    Cannon: [10, 5],
    Anchor: [10, 20],
    'Unopened chest': [15, 20],
    Doubloon: [11, 14],
    Figurehead: [20, 30],
    Sword: [15, 6],
    'Cannon ball': [5, 1],
    'Wooden leg': [2, 1],
    Flag: [10, 2],
    'Crow’s nest': [2, 1],
  })
  const { transfers } = adjustedWinner(pirates)
  expect(transfers.map(({ good }) => pirates.goods[good])).toEqual(['Doubloon', 'Unopened chest'])
  expect(summary(pirates)).toEqual({
    each: ['430/7', '430/7'],
    cut: 'Unopened chest: 1 cedes 3/7',
    ties: [],
  })
})

test('SET-30 (remembered, not confirmed: point table of Camp David): Israel and Egypt', () => {
  const campDavid = table({
    Sinai: [35, 55],
    'Diplomatic recognition': [10, 5],
    'West Bank/Gaza': [20, 10],
    Linkage: [10, 5],
    'Palestinian rights': [5, 20],
    Jerusalem: [20, 5],
  })
  expect(summary(campDavid)).toEqual({ each: ['395/6', '395/6'], cut: 'Sinai: 1 cedes 1/6', ties: [] })
})

test('SET-30 (remembered, not confirmed: point table of the Panama Canal): the tied good is cut', () => {
  const panama = table({
    'US defense rights': [22, 9],
    'Use rights': [22, 15],
    'Land and water': [15, 15],
    'Expansion rights': [14, 3],
    Duration: [11, 15],
    'Expansion routes': [6, 5],
    Compensation: [4, 11],
    Jurisdiction: [2, 7],
    'US military rights': [2, 7],
    'Defense role of Panama': [2, 13],
  })
  expect(summary(panama)).toEqual({
    each: ['66', '66'],
    cut: 'Land and water: 1 cedes 2/15',
    ties: ['Land and water to 1'],
  })
})

test('SET-31 (confirmed: inputs and painting row, University of Minnesota Morris): three heirs', () => {
  const heirs: Goods = {
    goods: ['Painting', 'Sculpture'],
    claimants: [
      { name: 'Sasha', values: [rational(4000), rational(2300)], entitlement: ONE },
      { name: 'Ralph', values: [rational(6300), rational(1800)], entitlement: ONE },
      { name: 'Fergus', values: [rational(6000), rational(2400)], entitlement: ONE },
    ],
  }
  const { rows, money } = knaster(heirs)
  expect(rows[0]?.winner).toBe(1)
  expect(rows[0]?.money.map(amount => toDecimal(amount, 2))).toEqual(['1622.22', '-3911.11', '2288.89'])
  expect(rows[1]?.money.map(amount => toDecimal(amount, 2))).toEqual(['844.44', '677.78', '-1522.22'])
  expect(money.map(amount => toDecimal(amount, 2))).toEqual(['2466.67', '-3233.33', '766.67'])
})
