/** A mandate and its conditions in a side's own room, and powers in its caucus. */

import { admit, avalon, type Draft, mark, opening, put, replay, type Step, say, timeAt } from '../cast.ts'

const recorded = { at: timeAt(-60), way: 'orally', hearing: 'the council' } as const
const february = put('mandate', 'mandate', {
  title: 'Mandate of 3 February',
  principal: 'The presidency',
  envoy: 'The ministry',
  covers: ['The nuclear file'],
  excludes: ['Missiles'],
  redLines: ['Nothing without the assembly.'],
})
const condition = (item: string, fields: object = {}) =>
  put(item, 'condition', {
    title: 'Free of threats',
    demandedOf: 'circumstances',
    judgedBy: 'principal',
    consequence: 'suspends',
    governs: 'item-mandate',
    ...fields,
  })
const powers = (item: string, fields: object = {}) =>
  put(item, 'powers', { holder: 'Head of the delegation', powersMay: ['negotiate'], ...fields })

const atHome: readonly Step[] = [
  ['head', opening('head', { kind: 'delegation', party: avalon })],
  ['head', admit('adviser')],
  ['adviser', february],
  ['head', february],
  ['head', mark('mandate', 'given')],
  ['head', mark('mandate', 'given', { recorded })],
  ['head', mark('mandate', 'suspended', { recorded, for: { name: 'The assembly' } })],
  ['head', mark('mandate', 'in-force-again', { recorded, for: { name: 'The assembly' } })],
  ['adviser', mark('mandate', 'received')],
  ['adviser', mark('mandate', 'exceeded')],
  ['head', condition('one')],
  ['head', mark('one', 'not-met', { recorded })],
  ['head', admit('principal')],
  ['head', mark('one', 'met', { recorded })],
  ['head', mark('one', 'met')],
  ['principal', mark('one', 'waived')],
  ['head', powers('powers')],
]

const inCaucus: readonly Step[] = [
  ['lead', opening('lead', { kind: 'caucus', party: avalon })],
  ['lead', admit('head')],
  ['head', february],
  ['lead', { ...february, recorded }],
  ['lead', powers('powers')],
  ['head', powers('powers', { person: 'member-head' })],
  ['lead', mark('powers', 'queried')],
  ['lead', mark('powers', 'in-good-order')],
  ['head', say('message-one', 'We will come.', { binding: true })],
  ['head', condition('two', { demandedOf: 'mediators', judgedBy: 'principal', consequence: 'is-noted' })],
  ['head', mark('two', 'offered')],
  ['lead', mark('two', 'offered')],
  ['lead', mark('two', 'waived')],
  ['lead', mark('two', 'met')],
  ['head', mark('powers', 'suspended')],
  ['head', say('message-two', 'We will sign.', { binding: true })],
  ['head', say('message-three', 'We are still here.')],
  ['head', powers('others', { powersMay: ['sign'] })],
  ['head', mark('powers', 'replaced', { evidence: ['item-others'] })],
  ['head', say('message-two', 'We will sign.', { binding: true })],
  ['head', mark('others', 'confirmed-afterwards', { evidence: ['message-two'] })],
  ['head', say('message-two', 'We will sign.', { binding: true })],
]

export const mandate: readonly Draft[] = [
  replay('a mandate and its conditions', ['MAND-7', 'MAND-8', 'MAND-16'], 'room-home', atHome),
  replay('powers in a caucus', ['MAND-8', 'MAND-9', 'MAND-10', 'MAND-17'], 'room-powers', inCaucus),
]
