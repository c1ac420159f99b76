/** Who may put what where and say what of it: every verb, every role and every kind of room, against the table of the design. */

import { describe, expect, test } from 'vitest'
import { findRegister, type RoomKind, registers } from '../src/index.ts'
import {
  caucusA,
  circumstance,
  does,
  memberId,
  must,
  partyA,
  partyB,
  silentA,
  tableRoom,
  thirdParty,
} from './cast.ts'
import { all, isIn, kinds, mediators, ofA, rooms, withRules } from './everybody.ts'

const putMatter = {
  kind: 'item.put',
  item: 'item-0001',
  register: 'matter',
  rev: 1,
  fields: { kind: 'figure', title: 'Flow of the spring' },
}
const putVersion = {
  kind: 'item.put',
  item: 'item-0002',
  register: 'version',
  rev: 1,
  fields: { matter: 'item-0001', of: 'Avalon', figure: { kind: 'about', value: '7' } },
}

const putInstitution = {
  kind: 'item.put',
  item: 'item-0003',
  register: 'mediators-accepted',
  rev: 1,
  fields: { institution: 'Lakes Institute' },
}
const putting = (item: string, register: string, fields: object) => ({
  kind: 'item.put',
  item: `item-${item}`,
  register,
  rev: 1,
  fields,
})
const itemsOf = {
  matter: putMatter,
  version: putVersion,
  'mediators-accepted': putInstitution,
  proposal: putting('0004', 'proposal', { title: 'Text of 30 May' }),
  meeting: putting('0005', 'meeting', {
    kind: 'proximity',
    title: 'Envoys',
    when: { kind: 'on', day: '2026-02-06' },
    timeZone: 'Europe/Istanbul',
    venue: 'Istanbul',
    publicity: 'nothing',
    minutesKept: 'no-minutes',
  }),
  arrangement: putting('0006', 'arrangement', {
    meeting: 'item-0005',
    arrivesFrom: '09:40',
    arrivesTo: '09:50',
    entrance: 'North gate',
    ownRoom: 'Room 2',
    leavesFrom: '12:30',
    leavesTo: '12:40',
  }),
  'house-plan': putting('0041', 'house-plan', { title: 'The old house', places: [{ placeName: 'Room 2' }] }),
  'delegation-list': putting('0007', 'delegation-list', {
    title: 'Envoys of Avalon',
    delegation: [{ name: 'The envoy' }],
  }),
  minutes: putting('0008', 'minutes', { title: 'Envoys', points: [{ title: 'Water', said: 'Nothing.' }] }),
  statement: putting('0009', 'statement', {
    kind: 'press-report',
    speaker: 'An agency',
    wordings: [{ language: 'en', body: 'Envoys are said to have met.' }],
  }),
  mandate: putting('0010', 'mandate', {
    title: 'Mandate of 3 February',
    principal: 'The presidency',
    envoy: 'The ministry',
  }),
  condition: putting('0011', 'condition', {
    title: 'Free of threats',
    demandedOf: 'other-side',
    judgedBy: 'principal',
    consequence: 'suspends',
  }),
  powers: putting('0012', 'powers', { holder: 'Head of the delegation', powersMay: ['negotiate'] }),
  'good-offices': putting('0020', 'good-offices', {
    offeredBy: 'Lakes Institute',
    wouldDo: ['carry'],
    format: 'shuttle',
    publicity: 'nothing',
    alsoAsked: 'not-said',
  }),
  'agreement-to-mediate': putting('0021', 'agreement-to-mediate', {
    title: 'Rules of the mediation',
    agreementIn: [{ kind: 'text', language: 'en', body: 'Nothing is said outside.' }],
  }),
  track: putting('0022', 'track', { trackOf: 'Another house', trackState: 'active', relation: 'parallel' }),
  portfolio: putting('0023', 'portfolio', { inHandsOf: memberId('second'), duties: 'Water' }),
  safety: putting('0024', 'safety', { whom: 'The envoy' }),
  template: putting('0051', 'template', { title: 'Labour', edition: 1, verbsShown: 2 }),
  'second-reading': putting('0025', 'second-reading', {
    toRead: { door: 'open' },
    digest: 'bMx0-k_2'.repeat(5) + 'bMx',
  }),
  claim: putting('0030', 'claim', { what: 'The spring', position: 'in' }),
  issue: putting('0031', 'issue', { ordinal: 1, title: 'Water', footing: 'proposed', stage: 'separate' }),
  round: putting('0032', 'round', {
    ordinal: 1,
    title: 'Round 1',
    opensOn: { kind: 'on', day: '2026-02-06' },
  }),
  deadline: putting('0033', 'deadline', {
    title: 'Answers',
    due: { kind: 'on', day: '2026-03-06' },
    setBy: 'mediators',
    pausable: true,
  }),
  'working-group': putting('0044', 'working-group', {
    title: 'Water',
    issue: 'item-0031',
    groupTask: 'Measure the flow.',
  }),
  inquiry: putting('0040', 'inquiry', {
    title: 'Flow of the spring',
    toFind: ['How many litres a day?'],
    conductedBy: memberId('second'),
    findingIs: 'advisory',
    agreedIn: 'AAAA',
  }),
  evidence: putting('0041', 'evidence', { title: 'Minutes of 1923', sha256: 'ab'.repeat(32) }),
  measure: putting('0042', 'measure', {
    title: 'The road is closed',
    measureOf: 'party',
    owner: partyA.party,
    imposedBy: 'Avalon',
  }),
  alternative: putting('0043', 'alternative', {
    title: 'Without a deal',
    withoutDeal: 'We dig our own well.',
  }),
  undertaking: putting('0050', 'undertaking', {
    title: 'The road',
    party: partyA.party,
    undertakenBy: 'Avalon',
    addressedTo: { kind: 'to-all' },
    exactWords: [{ language: 'en', body: 'Nobody is stopped on the road.' }],
    form: 'letter',
    tie: { kind: 'unilateral' },
    revocable: { kind: 'not-said' },
    watchedBy: memberId('second'),
  }),
  'unilateral-step': putting('0051', 'unilateral-step', {
    title: 'The sluice',
    party: partyA.party,
    undertakenBy: 'Avalon',
    exactWords: [{ language: 'en', body: 'We open it.' }],
  }),
  step: putting('0052', 'step', {
    stepNumber: 1,
    title: 'A measure suspended',
    stepOf: 'party',
    stepOwner: partyA.party,
    doneBy: 'Avalon',
    beneficiaries: [partyB.party],
    withGroup: 'First exchange',
    readyTo: 'everyone',
    certifiedBy: 'party',
    certifier: thirdParty.party,
    clause: 'Article 6',
  }),
  incident: putting('0053', 'incident', { title: 'A shot', gravity: 'slight', ruledBy: 'mediators' }),
  finding: putting('0054', 'finding', {
    title: 'Half done',
    aboutStep: 'item-0001',
    degree: 2,
    found: 'Two of four.',
    foundBy: 'party',
    finder: thirdParty.party,
    finderName: 'The agency',
  }),
  calendar: putting('0055', 'calendar', { title: 'Avalon', weeklyRest: ['friday'] }),
  instrument: putting('0060', 'instrument', {
    title: 'Terms',
    instrumentIs: 'agreement',
    textIn: [{ kind: 'text', language: 'en', body: 'Each takes half.' }],
    digest: 'w'.repeat(43),
    boundParties: [partyA.party, 'party-bb'],
    boundBy: 'signature',
    inForceUpon: 'signature',
    inForceFor: 'all',
    depositary: memberId('second'),
  }),
  signing: putting('0061', 'signing', {
    instrument: 'item-0060',
    party: partyA.party,
    done: 'signed',
    digest: 'w'.repeat(43),
    signedBy: 'The council',
    proof: 'A'.repeat(86),
  }),
  approval: putting('0062', 'approval', {
    approver: memberId('delegateA'),
    inOrder: 1,
    approvalIs: 'consent',
    neededBefore: 'signed',
  }),
  ballot: putting('0063', 'ballot', {
    title: 'The terms',
    askedWords: 'Do you accept them?',
    electorate: 'The members',
    majorityOf: 'valid',
    threshold: '1/2',
    tieRule: 'not-carried',
    countedBy: 'The tellers',
  }),
  tally: putting('0064', 'tally', {
    ballot: 'item-0063',
    countedBy: 'The tellers',
    counted: [{ eligible: 3, returned: 3, inFavour: 2, opposed: 1, blankOrVoid: 0 }],
    scrutineer: memberId('adviserA'),
  }),
} as const

const thirds = ['guarantor', 'observer', 'witness']

/** By the design, `docs/spec/items.md`: written here apart from the registers. */
const mayPut: Readonly<Record<string, Readonly<Partial<Record<RoomKind, readonly string[]>>>>> = {
  matter: { caucus: [...mediators, ...ofA], table: mediators, group: mediators, desk: mediators },
  'mediators-accepted': { caucus: [...mediators, 'principalA', 'headA'], desk: mediators },
  proposal: { caucus: mediators, table: mediators, desk: mediators },
  meeting: { desk: mediators, caucus: mediators, table: mediators, group: mediators },
  arrangement: { desk: mediators, caucus: mediators },
  // MEET-13: in a caucus of a third party alone, which this is not.
  'house-plan': { desk: mediators },
  'delegation-list': { caucus: ['principalA', 'headA'] },
  minutes: { desk: mediators, caucus: mediators, table: mediators, group: mediators },
  statement: {
    desk: mediators,
    caucus: [...mediators, ...ofA],
    delegation: ['headA', 'delegateA', 'adviserA'],
    table: mediators,
    group: mediators,
  },
  // In a caucus it is written down for a party without an account, and by nobody otherwise.
  mandate: { delegation: ['headA'], caucus: [] },
  condition: { delegation: ['headA'], caucus: ['principalA', 'headA'], table: mediators },
  powers: {
    caucus: ['principalA', 'headA'],
    table: [...mediators, 'principalA', 'headA', 'headB', 'guarantor', 'observer', 'witness'],
    group: [...mediators, 'principalA', 'headA', 'headB', 'guarantor', 'observer', 'witness'],
  },
  claim: {
    caucus: ['principalA', 'headA', 'delegateA'],
    delegation: ['headA', 'delegateA', 'adviserA'],
  },
  issue: { desk: mediators, table: mediators },
  round: { table: mediators },
  'working-group': { group: mediators },
  deadline: {
    table: mediators,
    desk: mediators,
    caucus: [...mediators, 'principalA', 'headA', 'delegateA'],
    delegation: ['headA', 'delegateA', 'adviserA'],
  },
  version: {
    caucus: [...mediators, ...ofA],
    table: all,
    group: all,
    desk: mediators,
  },
  // `docs/spec/good-offices.md`.
  'good-offices': { caucus: mediators },
  'agreement-to-mediate': { desk: mediators, caucus: mediators },
  track: { desk: mediators, delegation: ['headA', 'delegateA', 'adviserA'] },
  portfolio: { desk: ['lead'] },
  safety: { desk: mediators },
  template: { desk: mediators, table: mediators, caucus: mediators, group: mediators },
  'second-reading': { desk: mediators },
  // `docs/spec/facts.md`.
  inquiry: { desk: mediators, caucus: mediators, table: mediators, group: mediators },
  evidence: {
    caucus: [...mediators, ...ofA],
    table: all,
    group: all,
    desk: mediators,
    delegation: ['headA', 'delegateA', 'adviserA'],
  },
  measure: { table: all, group: all, desk: mediators },
  // `docs/spec/close.md`.
  instrument: { desk: mediators, caucus: mediators, table: mediators, group: mediators },
  signing: { caucus: ['principalA', 'headA', 'delegateA'], table: mediators, group: mediators },
  // CLOS-2: in a caucus it is written down for a party without an account, and by nobody otherwise.
  approval: { delegation: ['headA'], caucus: [] },
  ballot: { delegation: ['headA'], caucus: ['principalA', 'headA'], table: mediators, group: mediators },
  tally: { delegation: ['headA'], caucus: ['principalA', 'headA'], table: mediators, group: mediators },
  // FACT-4
  alternative: { delegation: ['headA', 'delegateA', 'adviserA'], private: ['lead'], desk: mediators },
  // `docs/spec/undertakings.md`: whose it is puts it; among the sides mediators publish it as it was given.
  undertaking: {
    caucus: ['principalA', 'headA'],
    table: [...mediators, 'principalA', 'headA'],
    group: [...mediators, 'principalA', 'headA'],
  },
  'unilateral-step': {
    caucus: ['principalA', 'headA'],
    table: [...mediators, 'principalA', 'headA'],
    group: [...mediators, 'principalA', 'headA'],
  },
  // `docs/spec/steps.md`: STEP-13.
  step: { desk: mediators, caucus: mediators, table: mediators, group: mediators },
  incident: { caucus: [...mediators, ...ofA], table: all, group: all },
  finding: { table: thirds, group: thirds },
  calendar: { table: mediators, desk: mediators },
}
const leadsA = () => ['principalA', 'headA']
/** At the desk it is asked about, and answered in each caucus. */
const leadsInCaucus = (kind: RoomKind) => (kind === 'desk' ? [] : leadsA())

/** Whoever binds: a party’s principal, head and delegates; each of a third party’s. */
const binds = (present: readonly string[]) =>
  present.filter(person => ![...mediators, 'adviserA', 'counselA'].includes(person))
/** Of third parties none. */
const ofParties = (present: readonly string[]) =>
  speaks(present).filter(person => !['guarantor', 'observer', 'witness'].includes(person))
const speaks = (present: readonly string[]) => present.filter(person => !mediators.includes(person))

type MaySay = (kind: RoomKind) => readonly string[]
const present = (kind: RoomKind): readonly string[] =>
  kind === 'desk'
    ? mediators
    : kind === 'caucus'
      ? [...mediators, ...ofA]
      : kind === 'delegation'
        ? ['headA', 'delegateA', 'adviserA']
        : all
const nobody: MaySay = () => []
const ownSide: MaySay = () => ['headA', 'delegateA', 'adviserA']
const leadsOfA: MaySay = () => ['principalA', 'headA']
const leads = (among: readonly string[]) =>
  among.filter(person => ![...mediators, 'delegateA', 'adviserA', 'counselA', 'delegateB'].includes(person))
/** At the table the mediators have put it, and pass on what was judged of it. */
const judgesOfA: MaySay = kind =>
  kind === 'delegation' ? [] : kind === 'caucus' ? leads(present(kind)) : mediators
const examiners: MaySay = kind =>
  kind === 'caucus' ? mediators : [...mediators, 'guarantor', 'observer', 'witness']
/** Put by the head of A where a party may put one, else by the lead: that side’s alone to say. */
const makers = (kind: RoomKind): readonly string[] =>
  kind === 'caucus' ? ofA : kind === 'delegation' ? present(kind) : mediators
/** Put by the head of A where a party may, in a private room by whoever it is of, at the desk by the lead. */
const holders: MaySay = kind =>
  kind === 'desk' ? mediators : kind === 'private' ? ['lead'] : kind === 'delegation' ? present(kind) : ofA
/** Said to all, it is everybody's to answer but its maker's. */
const ofOthers: MaySay = kind => speaks(present(kind)).filter(person => !ofA.includes(person))
const ownersOfA: MaySay = kind => (kind === 'desk' ? [] : ofA)
/** Of A, for B, to be certified by the third party: in a caucus of A there is nobody else. */
const stepOwners: MaySay = kind => (kind === 'desk' ? [] : ofA)
const stepJudges: MaySay = kind => (kind === 'table' || kind === 'group' ? thirds : [])
const stepGoers: MaySay = kind => [...mediators, ...stepJudges(kind)]
const stepGainers: MaySay = kind => (kind === 'table' || kind === 'group' ? ['headB', 'delegateB'] : [])
const maySay: Readonly<Record<string, Readonly<Record<string, MaySay>>>> = {
  proposal: { assented: kind => binds(present(kind)) },
  meeting: {
    confirmed: kind => binds(present(kind)),
    declined: kind => binds(present(kind)),
    held: () => mediators,
    'held-in-part': () => mediators,
    'not-held': () => mediators,
    adjourned: () => mediators,
    'on-again': () => mediators,
  },
  arrangement: {
    agreeable: kind => speaks(present(kind)),
    'change-asked': kind => speaks(present(kind)),
    late: kind => speaks(present(kind)),
    'not-coming': kind => binds(present(kind)),
    coming: kind => speaks(present(kind)),
    attended: () => mediators,
    absent: () => mediators,
  },
  'house-plan': {
    'house-agreeable': kind => speaks(present(kind)),
    'house-change-asked': kind => speaks(present(kind)),
  },
  'delegation-list': {
    'list-seen': () => mediators,
    'list-queried': () => mediators,
    // MEET-7: it follows from a question, and is nobody's to say.
    'list-exchanged': () => [],
  },
  minutes: { agreed: kind => binds(present(kind)), 'correction-asked': kind => speaks(present(kind)) },
  statement: {
    cleared: kind => binds(present(kind)),
    authentic: kind => speaks(present(kind)),
    mistranslated: kind => speaks(present(kind)),
    'statement-corrected': kind => speaks(present(kind)),
    published: () => mediators,
    'embargo-broken': () => mediators,
  },
  // MAND-16: where no principal sits, what one gives is written down, and said by nobody as their own.
  mandate: {
    given: nobody,
    suspended: nobody,
    'in-force-again': nobody,
    withdrawn: nobody,
    spent: nobody,
    'confirmed-afterwards': nobody,
    received: ownSide,
    exceeded: ownSide,
  },
  condition: {
    met: judgesOfA,
    'not-met': judgesOfA,
    'not-enough': judgesOfA,
    waived: kind => (kind === 'table' ? mediators : kind === 'caucus' ? ['principalA', 'headA'] : []),
    // In its own rooms it is A that demands it.
    offered: kind => (kind === 'table' ? leads(all) : []),
  },
  powers: {
    presented: leadsOfA,
    suspended: leadsOfA,
    'in-force-again': leadsOfA,
    revoked: leadsOfA,
    replaced: leadsOfA,
    'confirmed-afterwards': leadsOfA,
    'in-good-order': examiners,
    queried: examiners,
  },
  'good-offices': {
    accepted: leadsA,
    'accepted-with-limits': leadsA,
    'change-asked': leadsA,
    'answer-later': leadsA,
    declined: leadsA,
    objected: leadsA,
    'offices-withdrawn': () => mediators,
  },
  'agreement-to-mediate': {
    accepted: leadsInCaucus,
    'change-asked': leadsInCaucus,
    declined: leadsInCaucus,
  },
  track: {},
  portfolio: {
    'portfolio-taken': () => ['second'],
    'portfolio-declined': () => ['second'],
    'handed-over': () => ['second'],
  },
  template: { 'template-left': () => mediators },
  safety: { 'safety-met': () => mediators, 'safety-flag': () => mediators, 'safety-plan': () => mediators },
  'second-reading': {
    'eyes-seen': () => mediators,
    'eyes-against': () => mediators,
    'eyes-dropped': () => mediators,
  },
  matter: { parked: () => mediators, resumed: () => mediators, 'merged-into': () => mediators },
  'mediators-accepted': {
    'accepted-from-here': leadsInCaucus,
    'accepted-with-record': leadsInCaucus,
    'not-accepted': leadsInCaucus,
    'asked-out': leadsInCaucus,
  },
  claim: {
    'claim-withdrawn': kind => binds(present(kind)),
    'condition-met': kind => binds(present(kind)),
    'condition-open': kind => binds(present(kind)),
    'apart-again': kind => speaks(present(kind)),
  },
  issue: {
    // AGEN-7: a third party is no side.
    'speak-separately': kind => ofParties(present(kind)),
    'put-off': () => mediators,
    'taken-up': () => mediators,
    'issue-noted': kind => speaks(present(kind)),
  },
  round: {
    'round-opened': () => mediators,
    'round-suspended': () => mediators,
    'clocks-stopped': () => mediators,
    'round-resumed': () => mediators,
    'round-closed': () => mediators,
  },
  'working-group': {
    'group-reports': kind => present(kind),
    'report-received': () => mediators,
    'group-ends': () => mediators,
  },
  deadline: { 'deadline-met': makers, 'deadline-waived': makers, 'deadline-runs': makers },
  version: {
    accepted: kind => binds(present(kind)),
    contested: kind => speaks(present(kind)),
    noted: kind => speaks(present(kind)),
    'used-in-text': () => mediators,
    'not-used': () => mediators,
    'same-stated': kind => present(kind),
    // It was put by the head of A, at the desk by the lead.
    superseded: kind => (kind === 'desk' ? mediators : ofA),
  },
  inquiry: {
    // FACT-7: it follows from a question, and is nobody's to say.
    'inquiry-agreed': nobody,
    'inquiry-begun': () => ['second'],
    'inquiry-interim': () => ['second'],
    'inquiry-delivered': () => ['second'],
    'finding-accepted': kind => binds(present(kind)),
    'finding-contested': kind => speaks(present(kind)),
    'finding-noted': kind => speaks(present(kind)),
  },
  evidence: {
    'custody-received': holders,
    'custody-copied': holders,
    'custody-shown': holders,
    'custody-sealed': holders,
    'custody-returned': holders,
    'custody-lost': holders,
  },
  // Of A: what becomes of it nobody else says, the mediators who quote it least of all.
  measure: {
    'measure-in-force': ownersOfA,
    'measure-waived': ownersOfA,
    'measure-suspended': ownersOfA,
    'measure-lifted': ownersOfA,
    'measure-reimposed': ownersOfA,
    'measure-verified': kind => (kind === 'desk' ? [] : thirds),
    'measure-contested': kind => speaks(present(kind)),
  },
  alternative: { 'alternative-reviewed': holders },
  // UNDT-6, UNDT-10.
  undertaking: {
    'undertaking-given': leadsOfA,
    'communicated-to': () => mediators,
    'undertaking-noted': ofOthers,
    'relied-on': ofOthers,
    'undertaking-kept': kind => ['second', ...leadsA(), ...ofOthers(kind)],
    'undertaking-not-kept': kind => ['second', ...ofOthers(kind)],
    'undertaking-revoked': leadsOfA,
    'undertaking-released': kind => leads(ofOthers(kind)),
    'copy-attested': () => mediators,
  },
  'unilateral-step': {
    'step-announced': leadsOfA,
    'step-taken': leadsOfA,
    'step-called-off': leadsOfA,
    'step-noted': ofOthers,
    'step-contested': ofOthers,
  },
  step: {
    'step-agreed': nobody,
    'step-ready': stepOwners,
    'step-not-ready': stepOwners,
    'step-go': stepGoers,
    'step-halt': stepGoers,
    'step-performed': stepOwners,
    'step-unperformed': stepOwners,
    'step-dated': stepGainers,
    certified: stepJudges,
    'not-certified': stepJudges,
    'step-accepted': stepGainers,
    'step-contested': stepGainers,
    'step-waived': stepGainers,
    'step-not-waived': stepGainers,
    'breach-noticed': stepGainers,
    'notice-withdrawn': stepGainers,
    'step-cured': stepOwners,
    'breach-referred': kind => [...mediators, ...ofParties(present(kind))],
    'step-suspended': kind => [...mediators, ...stepOwners(kind)],
    'step-restored': kind => [...mediators, ...stepOwners(kind)],
    'step-overtaken': () => mediators,
  },
  incident: {
    'incident-received': () => mediators,
    'incident-inquired': () => mediators,
    'incident-denied': kind => ofParties(present(kind)),
    'incident-acknowledged': kind => ofParties(present(kind)),
    'incident-accident': () => mediators,
    'incident-violation': () => mediators,
    'incident-unfounded': () => mediators,
    'incident-remedied': kind => ofParties(present(kind)),
    'incident-raised': kind => [...mediators, ...ofParties(present(kind))],
    'incident-closed': () => mediators,
    'incident-reopened': () => mediators,
  },
  finding: {
    'assessment-accepted': kind => binds(present(kind)),
    'assessment-contested': kind => speaks(present(kind)),
    'assessment-noted': kind => speaks(present(kind)),
  },
  calendar: {},
  instrument: {
    'text-adopted': kind => binds(present(kind)),
    'words-compared': kind => speaks(present(kind)),
    'reservation-made': kind => binds(present(kind)),
    'deposit-received': () => ['second'],
    'parties-notified': () => ['second'],
    'text-registered': () => ['second'],
    'attested-on-it': () => mediators,
    'attested-apart': () => mediators,
    'attested-by-house': () => mediators,
    'attested-otherwise': () => mediators,
    overtaken: () => mediators,
    'instrument-withdrawn': () => mediators,
  },
  signing: {
    'signing-contested': kind => speaks(present(kind)),
    'signing-withdrawn': makers,
  },
  approval: {
    'approval-sought': () => ['headA'],
    approved: () => ['delegateA'],
    'approved-with-conditions': () => ['delegateA'],
    'approval-returned': () => ['delegateA'],
    'approval-refused': () => ['delegateA'],
    'gone-without': ownSide,
  },
  ballot: { 'ballot-cancelled': makers },
  tally: {
    'result-certified': kind => (present(kind).includes('adviserA') ? ['adviserA'] : []),
    'result-contested': kind => speaks(present(kind)),
    'result-withdrawn': makers,
  },
}

/** What a version’s verbs ask of its maker is asked of the head of A, where they may put one. */
const makerOf = (register: string, kind: RoomKind): string => {
  const may = mayPut[register]?.[kind] ?? []
  return register !== 'matter' && may.includes('headA') ? 'headA' : (may[0] ?? 'lead')
}

describe('every role in every room', () => {
  test('ITEM-2 the tables name every register and every verb there is', () => {
    expect(Object.keys(mayPut).toSorted()).toEqual(registers.map(({ name }) => name).toSorted())
    for (const { name } of registers)
      expect(Object.keys(maySay[name] ?? {}).toSorted()).toEqual(
        Object.keys(findRegister(name)?.verbs ?? {}).toSorted(),
      )
  })

  test.each(kinds)('ITEM-2 in a room of kind %s a thing is put by whom the design says', kind => {
    for (const put of Object.values(itemsOf)) {
      const allowed = mayPut[put.register]?.[kind]
      for (const person of all) {
        const room = rooms[kind]()
        if (!isIn(room, person)) continue
        const done = does(room, person, put)
        const may = allowed?.includes(person) === true
        expect([kind, put.register, person, done === 'ok']).toEqual([kind, put.register, person, may])
        if (allowed === undefined) expect(done).toBe('register-not-here')
      }
    }
  })

  test.each(kinds.filter(kind => Object.values(mayPut).some(where => where[kind] !== undefined)))(
    'ITEM-3 in a room of kind %s each verb is said by whom the design says',
    kind => {
      for (const [register, verbs] of Object.entries(maySay)) {
        if ((mayPut[register]?.[kind] ?? []).length === 0) continue
        for (const [verb, who] of Object.entries(verbs))
          for (const person of all) {
            const room = rooms[kind]()
            if (!isIn(room, person)) continue
            const put = itemsOf[register as keyof typeof itemsOf]
            if (mayPut['matter']?.[kind] !== undefined) must(room, 'lead', putMatter)
            if (register === 'signing') must(room, 'lead', itemsOf.instrument)
            const { item } = put
            const beside = item === putMatter.item ? putVersion : put
            must(room, makerOf(beside.register, kind), beside)
            const said = { kind: 'item.mark', item, rev: 1, verb, note: 'So.', evidence: ['item-0001'] }
            const may = who(kind).includes(person)
            expect([kind, verb, person, does(room, person, said) === 'ok']).toEqual([kind, verb, person, may])
          }
      }
    },
  )

  test.each(
    // Of what is one's own alone nothing is asked.
    kinds.filter(kind => kind !== 'private'),
  )(
    'VIEW-3 in a room of kind %s whatever a thing asks of anybody, that person may say or put there and then',
    kind => {
      let asked = 0
      for (const put of Object.values(itemsOf)) {
        const register = findRegister(put.register)
        if (register?.asks === undefined || (mayPut[put.register]?.[kind] ?? []).length === 0) continue
        const set = () => {
          const room = rooms[kind]()
          if (mayPut['matter']?.[kind] !== undefined && put.item !== putMatter.item)
            must(room, 'lead', putMatter)
          if (put.register === 'signing') must(room, 'lead', itemsOf.instrument)
          must(room, makerOf(put.register, kind), put)
          return room
        }
        for (const person of all) {
          const room = set()
          const seat = room.members[memberId(person)]
          const thing = Object.values(room.items).find(({ item }) => item === put.item)
          if (seat === undefined || thing === undefined) continue
          for (const asking of register.asks(thing, seat, room)) {
            asked += 1
            const where = [kind, put.register, person, asking]
            if (asking.kind === 'put') expect([...where, mayPut[asking.register]?.[kind]]).toContain(person)
            else {
              const said = {
                kind: 'item.mark',
                item: put.item,
                rev: 1,
                verb: asking.verb,
                note: 'So.',
                evidence: ['item-0001'],
              }
              expect([...where, does(set(), person, said)]).toEqual([...where, 'ok'])
            }
          }
        }
      }
      expect(asked).toBeGreaterThan(0)
    },
  )

  test('ITEM-3 what mediators write down for a party that acts for itself has no effect, in any room', () => {
    for (const kind of ['caucus', 'table', 'group'] as const) {
      const room = rooms[kind]()
      must(room, 'lead', putMatter)
      must(room, 'headA', putVersion)
      const written = { kind: 'item.mark', item: 'item-0002', rev: 1, verb: 'noted', recorded: circumstance }
      const inName = kind === 'caucus' ? written : { ...written, for: { party: partyA.party } }
      expect(does(room, 'lead', inName)).toBe('party-acts-for-itself')
    }
    const recorded = withRules(caucusA({ party: silentA }, ['second']))
    must(recorded, 'lead', putMatter)
    must(recorded, 'lead', { ...putVersion, recorded: circumstance })
    expect(
      does(recorded, 'second', {
        kind: 'item.mark',
        item: 'item-0002',
        rev: 1,
        verb: 'superseded',
        recorded: circumstance,
      }),
    ).toBe('ok')
    expect(does(recorded, 'lead', { ...putVersion, rev: 2 })).toBe('not-the-maker')
  })

  test('ITEM-2 whoever has left puts nothing and says nothing', () => {
    const room = withRules(tableRoom())
    must(room, 'lead', putMatter)
    must(room, 'headA', putVersion)
    must(room, 'lead', { kind: 'member.remove', member: memberId('headB') })
    expect(does(room, 'headB', { kind: 'item.mark', item: 'item-0002', rev: 1, verb: 'noted' })).not.toBe(
      'ok',
    )
  })
})
