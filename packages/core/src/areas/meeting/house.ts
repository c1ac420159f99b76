/** MEET-13: what the plan of a house knows of the ways and rooms in it, and what of it its host reads. */

import { type Fields, type House, isSame, type PlanFinding, type PlannedSide } from './plan.ts'

/** The way that a side takes, where the house knows it. */
export const wayOf = ({ route }: Fields, { ways = [] }: House) =>
  ways.find(({ placeName }) => isSame(placeName, route))

/** A room or a way of a side that its house does not know: no clash is found there. Of a house that lists none nothing is said. */
export function ofHouse(
  { party: side, fields }: PlannedSide,
  house: House | undefined,
): readonly PlanFinding[] {
  const asked = [
    [fields.ownRoom, house?.places],
    [fields.route, house?.ways],
  ] as const
  return asked.flatMap(([place, known]) =>
    place === undefined || known === undefined || known.some(({ placeName }) => isSame(placeName, place))
      ? []
      : [{ kind: 'not-in-house' as const, side, place }],
  )
}

/**
 * What the host of the house reads: rooms and ways, and delegations by numbers, in the order in which they come; not who they are, nor of
 * what they speak.
 */
export function houseForHost(
  { title, on, places, ways, othersThere }: House,
  sides: readonly PlannedSide[],
): House {
  const inOrder = sides.toSorted((a, b) => (a.fields.arrivesFrom < b.fields.arrivesFrom ? -1 : 1))
  const stays = inOrder.map(({ fields }, at) => ({
    delegationNumber: at + 1,
    arrivesFrom: fields.arrivesFrom,
    arrivesTo: fields.arrivesTo,
    entrance: fields.entrance,
    ...(fields.waitingRoom === undefined ? {} : { waitingRoom: fields.waitingRoom }),
    ownRoom: fields.ownRoom,
    ...(fields.route === undefined ? {} : { route: fields.route }),
    leavesFrom: fields.leavesFrom,
    leavesTo: fields.leavesTo,
  }))
  return {
    title,
    ...(on === undefined ? {} : { on }),
    ...(places === undefined ? {} : { places }),
    ...(ways === undefined ? {} : { ways }),
    ...(othersThere === undefined ? {} : { othersThere }),
    ...(stays.length === 0 ? {} : { stays }),
  }
}
