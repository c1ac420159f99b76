/** Small files of our own in each format, for the importer tests. */

import type { SourceFile } from '../../src/files/index.ts'

export const ownProblem = `title: Two villages share a spring
issues:
  - name: Share of water
    options: [half each, two to one, by head]
  - name: Hours a day
    from: 0
    to: 24
    whole: true
    unit: hours
  - name: Price
    from: 0
    to: 2.5
    unit: EUR
parties:
  - name: Upper village
    reservation: {Share of water: half each, Hours a day: 0, Price: 2.5}
    weights: {Share of water: 40, Hours a day: {weight: 30, from: 20, to: 40}, Price: 30}
    values:
      Share of water: {half each: 0, two to one: 1, by head: 1/3}
      Hours a day: {0: 0, 12: 0.9, 24: 1}
      Price: {0: 1, 2.5: 0}
    red lines:
      - never: {Share of water: by head}
        because: the spring lies on our land
    bonuses:
      - when: {Share of water: [half each, two to one], Price: {from: 0, to: 1}}
        add: -5
  - name: Lower village
    entitlement: 2
    reservation: 10
    values:
      Share of water: [60, 0, 100]
      Hours a day: {0: 50, 24: 0}
      Price: {0: 0, 2.5: 10}
constraints:
  - id: metered
    if: {Share of water: by head}
    then: {Price: {from: 1}}
    because: a share by head needs meters
  - at most: 1
    of:
      - {Share of water: two to one}
      - {Hours a day: 24}
`

export const geniusDomain = `<?xml version="1.0"?>
<negotiation_template>
  <utility_space number_of_issues="3">
    <objective index="1" name="Talks" type="objective">
      <issue index="2" name="Colour" type="discrete">
        <item index="1" value="red"/><item index="2" value="grün"/><item index="3" value="أزرق"/>
      </issue>
      <issue index="3" name="Days" type="integer" lowerbound="-2" upperbound="8"/>
      <issue index="4" name="Load" type="real"><range lowerbound="0" upperbound="10"/></issue>
    </objective>
  </utility_space>
</negotiation_template>
`

export const geniusBuyer = `<utility_space>
  <objective index="1" name="Talks" type="objective">
    <weight index="2" value="0.5"/><weight index="3" value="0.25"/><weight index="4" value="0.25"/>
    <issue index="2" name="Colour" type="discrete">
      <item index="1" value="أزرق" evaluation="4"/>
      <item index="2" value="red" evaluation="9"/>
      <item index="3" value="grün" evaluation="2"/>
      <item index="4" value="red" evaluation="1"/>
      <similarity_function><criteria_function><item index="1" value="red" evaluation="7"/></criteria_function></similarity_function>
    </issue>
    <issue index="3" name="Days" type="integer" lowerbound="-2" upperbound="8"><evaluator ftype="linear" slope="0.2" offset="-0.4"/></issue>
    <issue index="4" name="Load" type="real"><range lowerbound="0" upperbound="10"/><evaluator ftype="linear" parameter0="-0.5" parameter1="0.25"/></issue>
  </objective>
  <reservation value="0.125"/>
</utility_space>
`

export const geniusSeller = `<utility_space>
  <objective index="1" name="Talks" type="objective">
    <weight index="4" value="0.2"/><weight index="3" value="0.3"/><weight index="2" value="0.5"/>
    <issue index="2" name="Colour" type="discrete">
      <item index="1" value="red" evaluation="3"/><item index="2" value="grün" evaluation="3"/><item index="3" value="أزرق" evaluation="0"/>
    </issue>
    <issue index="3" name="Days" type="integer" lowerbound="-2" upperbound="8"><evaluator ftype="linear" slope="-0.1" offset="1"/></issue>
    <issue index="4" name="Load" type="real"><range lowerbound="0" upperbound="10"/><evaluator ftype="triangular" parameter0="2" parameter1="8" parameter2="4"/></issue>
  </objective>
  <discount_factor value="0.9"/>
</utility_space>
`

const nonlinear = `<utility_space type="nonlinear">
  <objective index="1" name="Talks">
    <issue index="3" name="Days" type="integer" lowerbound="-2" upperbound="8"/>
    <utility maxutility="200"><ufun type="PlainUfun" weight="1" aggregation="sum">
      <hyperRectangle utility="50"><INCLUDES index="3" min="0" max="4"/><INCLUDES index="4" min="1" max="2.5"/></hyperRectangle>
      <hyperRectangle utility="30" weight="2"><EXCLUDES index="3" min="5" max="8"/></hyperRectangle>
      <hyperRectangle utility="10"/>
    </ufun></utility>
  </objective>
</utility_space>
`

export const webDomain = `{"name": "lap", "issuesValues": {"Brand": {"values": ["Ada", "Boole"]}, "Price": {"range": [0, 1, 0.25]}, "Years": {"range": [1, 4, 1]}}}`

export const webProfileA = `{"LinearAdditiveUtilitySpace": {
  "issueUtilities": {
    "Brand": {"DiscreteValueSetUtilities": {"valueUtilities": {"Boole": 0.3, "Ada": 1.0}}},
    "Price": {"NumberValueSetUtilities": {"lowValue": 0, "lowUtility": 1, "highValue": 1, "highUtility": 0}},
    "Years": {"NumberValueSetUtilities": {"lowValue": 1, "lowUtility": 0, "highValue": 4, "highUtility": 1}}
  },
  "issueWeights": {"Brand": 0.2, "Years": 0.5, "Price": 0.3},
  "domain": ${webDomain},
  "name": "a",
  "reservationBid": {"issuevalues": {"Brand": "Ada", "Price": 0.5, "Years": 1}}
}}`

export const webProfileB = `{"LinearAdditiveUtilitySpace": {
  "issueUtilities": {
    "Brand": {"discreteutils": {"valueUtilities": {"Ada": 0, "Boole": 1}}},
    "Price": {"numberutils": {"lowValue": 0, "lowUtility": 0, "highValue": 1, "highUtility": 1}},
    "Years": {"numberutils": {"lowValue": 1, "lowUtility": 1, "highValue": 4, "highUtility": 0}}
  },
  "issueWeights": {"Brand": 0.4, "Price": 0.4, "Years": 0.2}, "domain": ${webDomain}, "name": "b", "reservationBid": null
}}`

export const negmasSpace = `name: rent
type: negmas.outcomes.outcome_space.CartesianOutcomeSpace
issues:
- {name: Rooms, type: CategoricalIssue, values: [one, two]}
- {name: Months, type: ContiguousIssue, values: [-1, 3]}
- {name: Rent, type: ContinuousIssue, values: [0.0, 10.0]}
- {name: Pets, type: CardinalIssue, values: [0, 2, 4]}
`

export const negmasTenant = `name: tenant
type: LinearAdditiveUtilityFunction
reserved_value: 0.25
bias: 0.5
weights: [0.0, 0.5, 0.25, 0.25]
values:
- {type: TableFun, mapping: {one: 1.0, two: 2.0}}
- {type: AffineFun, slope: 0.1, bias: 0.3}
- {type: LinearFun, slope: -0.1}
- {type: QuadraticFun, a2: 1, a1: 0, bias: 0}
`

const negmasLandlord = `type: ExpDiscountedUFun
discount: 0.9
reserved_value: -.inf
ufun:
  type: LinearAdditiveUtilityFunction
  reserved_value: -.inf
  weights: {Rooms: 1, Months: 1, Rent: 1, Pets: 0}
  values:
    Rooms: {one: 0, two: 1}
    Months: {type: ConstFun, bias: -2}
    Rent: {type: IdentityFun}
    Pets: {0: 0, 2: 0, 4: 0}
`

export const goods = `title: A household
goods: [House, Boat, Piano]
parties:
  - name: Ana
    points: {House: 60, Boat: 30, Piano: 10}
  - name: Ben
    points: {House: 50, Piano: 30, Boat: 20}
`

export function file(name: string, text: string): SourceFile {
  return { name, text }
}

export const groups: Readonly<Record<string, readonly SourceFile[]>> = {
  own: [file('spring.yaml', ownProblem)],
  genius: [
    file('domain.xml', geniusDomain),
    file('buyer.xml', geniusBuyer),
    file('seller.xml', geniusSeller),
  ],
  nonlinear: [file('domain.xml', geniusDomain), file('buyer.xml', geniusBuyer), file('wild.xml', nonlinear)],
  geniusweb: [file('lap.json', webDomain), file('a.json', webProfileA), file('b.json', webProfileB)],
  negmas: [
    file('rent.yml', negmasSpace),
    file('tenant.yml', negmasTenant),
    file('landlord.yml', negmasLandlord),
  ],
}
