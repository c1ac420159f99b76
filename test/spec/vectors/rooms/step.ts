/** Steps at the table and in a caucus: a certificate, a group that goes together, a breach made good, an incident and what was found. */

import {
  admit,
  avalon,
  borduria,
  type Draft,
  day,
  mark,
  opening,
  put,
  replay,
  type Step,
  timeAt,
} from '../cast.ts'

const recorded = { at: timeAt(-60), way: 'on-paper' } as const
const removal = {
  stepNumber: 1,
  title: 'Removal',
  stepOf: 'party',
  stepOwner: 'party-avalon',
  doneBy: 'Avalon',
  beneficiaries: ['party-borduria'],
  certifiedBy: 'body',
  certifierName: 'The agency',
}
const cure = { cureCount: 30, cureUnit: 'days', onBreach: ['item-released'] }
const released = {
  stepNumber: 2,
  title: 'Release',
  stepOf: 'body',
  doneBy: 'The depositary',
  beneficiaries: ['party-avalon'],
  clause: 'Article 2',
  dueBy: {
    kind: 'after',
    item: 'item-removed',
    verb: 'certified',
    count: 10,
    unit: 'working-days',
    calendars: ['item-week'],
    zone: 'UTC',
  },
}
const silent = { ...removal, title: 'Together', withGroup: 'First exchange', readyTo: 'mediators' }
const byAgency = { for: { name: 'The agency' }, recorded }
const shots = {
  title: 'Shots at the bridge',
  gravity: 'grave',
  ruledBy: 'mediators',
  levels: ['Local', 'Area'],
}

const stepsAtTable: readonly Step[] = [
  ['lead', opening('lead', { kind: 'table' })],
  ['lead', { kind: 'party.add', card: avalon }],
  ['lead', { kind: 'party.add', card: borduria }],
  ['lead', admit('head')],
  ['lead', admit('other')],
  ['lead', put('week', 'calendar', { title: 'Avalon', weeklyRest: ['friday', 'friday'] })],
  [
    'lead',
    put('week', 'calendar', { title: 'Avalon', weeklyRest: ['friday', 'saturday'], dayBegins: '18:00' }),
  ],
  ['lead', put('removed', 'step', removal)],
  ['lead', put('removed', 'step', { ...removal, beneficiaries: ['party-avalon'], clause: 'Article 1' })],
  ['head', put('removed', 'step', { ...removal, clause: 'Article 1' })],
  ['lead', put('removed', 'step', { ...removal, ...cure, clause: 'Article 1' })],
  ['lead', put('released', 'step', released)],
  [
    'lead',
    put(
      'removed',
      'step',
      { ...removal, ...cure, clause: 'Article 1', dueBy: { kind: 'with', item: 'item-released' } },
      { rev: 2 },
    ),
  ],
  ['other', mark('removed', 'step-performed')],
  ['other', mark('removed', 'step-dated', { at: timeAt(0) + 2 * day })],
  ['head', mark('removed', 'step-performed', { at: timeAt(0) + day })],
  ['head', mark('removed', 'certified')],
  ['lead', mark('removed', 'certified')],
  ['lead', mark('removed', 'not-certified', byAgency)],
  ['lead', mark('removed', 'not-certified', { ...byAgency, note: 'Half of it.' })],
  ['other', mark('removed', 'breach-noticed')],
  ['other', mark('removed', 'breach-noticed', { note: 'Half of it.' })],
  ['head', mark('removed', 'step-waived')],
  ['head', mark('removed', 'step-cured')],
  ['lead', mark('removed', 'certified', byAgency)],
  ['other', mark('removed', 'step-accepted')],
  ['other', mark('removed', 'step-waived')],
  ['head', put('alone', 'step', { ...removal, stepNumber: 3, clause: 'Article 3' })],
  ['lead', put('together', 'step', { ...silent, clause: 'Article 3' })],
  ['head', mark('together', 'step-ready')],
  ['lead', mark('together', 'step-go')],
  [
    'lead',
    put('found', 'finding', {
      title: 'First month',
      aboutStep: 'item-removed',
      degree: 4,
      found: 'Two of four.',
      foundBy: 'body',
      finderName: 'Monitors',
    }),
  ],
  [
    'lead',
    put('found', 'finding', {
      title: 'First month',
      aboutStep: 'item-removed',
      degree: 2,
      found: 'Two of four.',
      foundBy: 'body',
      finderName: 'Monitors',
    }),
  ],
  ['other', mark('found', 'assessment-noted')],
  ['head', put('shots', 'incident', shots)],
  ['other', mark('shots', 'incident-violation', { note: 'Seen.' })],
  ['other', mark('shots', 'incident-raised', { note: 'No answer.' })],
  ['lead', mark('shots', 'incident-accident', { note: 'A hunter.' })],
]

const stepsInCaucus: readonly Step[] = [
  ['lead', opening('lead', { kind: 'caucus', party: avalon })],
  ['lead', admit('head')],
  ['lead', put('together', 'step', silent)],
  ['lead', mark('together', 'step-ready')],
  ['head', mark('together', 'step-ready')],
  ['head', put('shots', 'incident', shots)],
  [
    'lead',
    put('found', 'finding', {
      title: 'None',
      aboutStep: 'item-together',
      found: 'x',
      foundBy: 'body',
      finderName: 'x',
    }),
  ],
]

export const step: readonly Draft[] = [
  replay(
    'steps at the table: a certificate, a breach made good, an incident',
    [
      'STEP-2',
      'STEP-3',
      'STEP-4',
      'STEP-5',
      'STEP-9',
      'STEP-10',
      'STEP-13',
      'STEP-14',
      'STEP-15',
      'STEP-16',
      'STEP-18',
    ],
    'room-steps',
    stepsAtTable,
  ),
  replay('who is ready, and an incident, in confidence', ['STEP-5', 'STEP-11'], 'room-ready', stepsInCaucus),
]
