/** Mediators of another institution, and a caucus that goes on elsewhere. */

import { admit, avalon, type Draft, openCaucus, opening, remove, replay, type Step, say } from '../cast.ts'

const askAbout = (rev: number, institution: string) => ({
  kind: 'item.put',
  item: 'item-lakes',
  register: 'mediators-accepted',
  rev,
  fields: { institution, task: 'For water.' },
})

const lakes = 'Lakes Institute'

const answer = (rev: number, verb: string) => ({ kind: 'item.mark', item: 'item-lakes', rev, verb })

const offer = (room: string) => ({
  kind: 'successor.offer',
  room,
  item: 'item-lakes',
  coming: ['Tomas Vale'],
})

const ofAnother = admit('second', { institution: lakes })

const comingOfOthers: readonly Step[] = [
  ['lead', openCaucus],
  ['lead', admit('head')],
  ['lead', admit('adviser', { institution: lakes })],
  ['lead', ofAnother],
  ['lead', askAbout(1, lakes)],
  ['adviser', answer(1, 'accepted-with-record')],
  ['lead', admit('adviser')],
  ['adviser', answer(1, 'accepted-with-record')],
  ['head', answer(1, 'accepted-with-record')],
  ['lead', askAbout(2, 'Another')],
  ['lead', ofAnother],
  ['lead', askAbout(3, lakes)],
  ['lead', ofAnother],
  ['lead', offer('room-next')],
  ['head', answer(3, 'accepted-from-here')],
  ['lead', ofAnother],
  ['head', offer('room-next')],
  ['lead', offer('room-caucus-of-others')],
  ['lead', offer('room-first')],
  ['lead', offer('room-next')],
  ['adviser', { kind: 'successor.adopt', room: 'room-next' }],
  ['head', { kind: 'successor.adopt', room: 'room-first' }],
  ['head', { kind: 'successor.adopt', room: 'room-next' }],
  ['head', say('message-late', 'One more thing.')],
  ['head', answer(3, 'asked-out')],
  ['head', { kind: 'hold.place', hold: 'hold-late', reason: 'A court asks.' }],
  ['lead', ofAnother],
]

const goingOn: readonly Step[] = [
  [
    'lead',
    opening(
      'lead',
      { kind: 'caucus', party: avalon },
      { succeeds: { room: 'room-caucus-of-others', size: 18, root: 'bMx0-k_2' } },
    ),
  ],
  ['lead', ofAnother],
  ['lead', admit('head')],
  ['head', { ...askAbout(1, lakes) }],
  ['head', answer(1, 'asked-out')],
  ['lead', remove('second')],
  ['lead', ofAnother],
]

export const team: readonly Draft[] = [
  replay(
    'mediators of another institution, and a caucus that goes on elsewhere',
    ['TEAM-1', 'TEAM-3', 'TEAM-4', 'TEAM-10', 'TEAM-11', 'TEAM-12'],
    'room-caucus-of-others',
    comingOfOthers,
  ),
  replay('the room in which it goes on', ['TEAM-2', 'TEAM-10'], 'room-next', goingOn),
]
