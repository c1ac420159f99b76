import type { Mutant } from '../mutant.ts'

const views = 'packages/client/test/views.test.ts'
const template = 'packages/client/test/template.test.ts'
const bring = 'packages/client/test/bring.test.ts'

/** Of what is read off all the rooms, of templates, and of what comes from a table. */
export const viewsAndTemplates: readonly Mutant[] = [
  {
    name: 'day-of-a-stopped-clock',
    find: `: { when: { kind: 'waiting', for: [] }, beside: w => sayClock(w, clock) }),`,
    replace: `: { when: { kind: 'moment', at: 0 }, beside: w => sayClock(w, clock) }),`,
    rule: 'VIEW-4',
    test: views,
    harm: 'a side acts by a day that does not stand while clocks are stopped',
  },
  {
    name: 'destroyed-while-held',
    find: `if (at === undefined || standingHolds(room).length > 0) return []`,
    replace: 'if (at === undefined) return []',
    rule: 'VIEW-4',
    test: views,
    harm: 'the calendar names a day from which a record may be destroyed that a court holds',
  },
  {
    name: 'report-for-a-party',
    find: `const desk = rooms.find(room => room.kind === 'desk' && sitsIn(room, engine.identity.member))
  if (desk === undefined) return undefined
  const caucuses`,
    replace: `const desk = rooms.find(room => room.kind === 'desk') ?? rooms[0]
  if (desk === undefined) return undefined
  const caucuses`,
    rule: 'VIEW-6',
    test: views,
    harm: 'a party is shown a report with a column for each of the others',
  },
  {
    name: 'safety-passed-over',
    find: `return standing === 'safety-met' || standing === 'safety-planned'`,
    replace: `return standing !== 'safety-not-asked'`,
    rule: 'TMPL-6',
    test: template,
    harm: 'talks are laid out for somebody of whom it was said that they would be harmed for it',
  },
  {
    name: 'cell-left-out',
    find: `if (cell === '' || schema === undefined) continue`,
    replace: `if (cell === '' || schema === undefined || cell === 'one') continue`,
    rule: 'VIEW-13',
    test: bring,
    harm: 'a cell that does not fit is left out in silence, and the rest is put',
  },
  {
    name: 'talks-counted-by-their-id',
    find: 'key: bytesToBase64url(sha256(new TextEncoder().encode(`good-offices statistics ${process}`))),',
    replace: 'key: process,',
    rule: 'VIEW-14',
    test: bring,
    harm: 'a file of figures names the talks that it counts',
  },
]
