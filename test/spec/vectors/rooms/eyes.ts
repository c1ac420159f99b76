/** A second pair of eyes. */

import { admit, type Draft, openDesk, put, replay, type Step } from '../cast.ts'

const toRead = (item: string, plan: object) =>
  put(item, 'second-reading', { toRead: plan, digest: 'bMx0-k_2'.repeat(5) + 'bMx' })

const demanded = {
  eyesDeliver: 'required',
  eyesIssue: 'off',
  eyesOpen: 'wished',
  eyesBring: 'off',
  eyesDestroy: 'required',
}

const eyesAtDesk: readonly Step[] = [
  ['lead', openDesk],
  ['lead', { kind: 'eyes.set', ...demanded, eyesBring: 'required' }],
  // Alone at the desk it is loosened without another.
  ['lead', { kind: 'eyes.set', ...demanded }],
  ['lead', admit('second')],
  ['second', { kind: 'eyes.set', ...demanded }],
  ['lead', { kind: 'eyes.set', ...demanded, eyesDeliver: 'wished' }],
  ['lead', toRead('less', { door: 'loosen', ...demanded, eyesDeliver: 'wished' })],
  ['lead', { kind: 'item.mark', item: 'item-less', rev: 1, verb: 'eyes-seen' }],
  ['lead', { kind: 'eyes.set', ...demanded, eyesDeliver: 'wished' }],
  ['second', { kind: 'item.mark', item: 'item-less', rev: 1, verb: 'eyes-seen' }],
  ['lead', { kind: 'eyes.set', ...demanded, eyesDeliver: 'wished' }],
  ['lead', toRead('table', { door: 'open', note: 'At noon.', heeded: ['party-avalon'] })],
  ['second', { kind: 'item.mark', item: 'item-table', rev: 1, verb: 'eyes-against' }],
  ['second', { kind: 'item.mark', item: 'item-table', rev: 1, verb: 'eyes-against', note: 'Too early.' }],
  [
    'lead',
    toRead('bring', { door: 'bring', name: 'Envoy', post: 'Adviser', institution: 'Lakes Institute' }),
  ],
  ['lead', toRead('close', { door: 'destroy', room: 'room-table' })],
  ['lead', toRead('shut', { door: 'shut' })],
]

export const eyes: readonly Draft[] = [
  replay('a second pair of eyes', ['EYES-1', 'EYES-4', 'EYES-5', 'EYES-6'], 'room-eyes', eyesAtDesk),
]
