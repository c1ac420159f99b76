import type { Mutant } from '../mutant.ts'

const test = 'packages/client/test/eyes.test.ts'

/** Of a second pair of eyes: what is asked at each door, and again when it is sent. */
export const eyes: readonly Mutant[] = [
  {
    name: 'sent-past-a-withdrawn-mandate',
    find: 'const letBe = may.ok ? await this.#asking.isStillLetBe(job) : may',
    replace: 'const letBe = may',
    rule: 'MAND-20',
    test: 'packages/client/test/mandate.test.ts',
    harm: 'an envoy binds its side by an answer for which it has no mandate any more',
  },
  {
    name: 'passed-mandate-asked-for-ever',
    find: `return weighed.length === 0 ? {} : { weighed }`,
    replace: 'return {}',
    rule: 'MAND-20',
    test: 'packages/client/test/mandate.test.ts',
    harm: 'whoever goes beyond their mandate knowingly is never heard',
  },
  {
    name: 'delivered-unread',
    find: `  goesWith: { 'carry.deliver': delivering },`,
    replace: '',
    rule: 'EYES-2',
    test,
    harm: 'one mediator alone lets words go that the team wanted two to see',
  },
  {
    name: 'opened-unread',
    find: `  if (!read.ok) return read
  return ok(
    tell(`,
    replace: `  return ok(
    tell(`,
    rule: 'EYES-2',
    test,
    harm: 'one mediator alone opens the table',
  },
  {
    name: 'brought-in-unread',
    find: `const brought = isIn ? ok(null) : checkBringing({ rooms: all, by }, card)`,
    replace: `const brought = ok(null)`,
    rule: 'EYES-2',
    test,
    harm: 'one mediator alone lets in somebody whom no colleague knows of',
  },
  {
    name: 'invited-unread',
    find: `  return checkBringing({ rooms: currentRoomsOf(engine, process), by: engine.identity.member }, request)`,
    replace: '  return accepted',
    rule: 'EYES-2',
    test,
    harm: 'somebody is told of the talks whom no colleague agreed to bring in',
  },
  {
    name: 'destroyed-unread',
    find: `  goesWith: { 'record.destroy': ending },`,
    replace: '',
    rule: 'EYES-2',
    test,
    harm: 'one mediator alone destroys a record',
  },
  {
    name: 'asked-of-no-act-that-brings-others',
    find: 'const asked = isSaid ? ok([]) : this.#besideOf(step, together, state)',
    replace: 'const asked = ok([])',
    rule: 'EYES-2',
    test,
    harm: 'a delivery is decided without being asked whether it was read',
  },
  {
    name: 'sent-unasked',
    find: `  askedAgain: { 'carry.deliver': [] },`,
    replace: '',
    rule: 'EYES-8',
    test,
    harm: 'words go that a colleague spoke against while the device was away',
  },
  {
    name: 'opened-by-an-old-desk',
    find: `askedAgain: { 'table.open': ['caucus', 'desk'] },`,
    replace: `askedAgain: { 'table.open': ['caucus'] },`,
    rule: 'EYES-8',
    test,
    harm: 'the table is opened by a word that was taken back',
  },
  {
    name: 'said-of-what-changed',
    find: `  if (!isStillAsRead(session, process, item)) return fail('eyes-differ')
`,
    replace: '',
    rule: 'EYES-3',
    test,
    harm: 'a colleague’s name stands under what they did not read',
  },
  {
    name: 'brought-in-by-any-reading',
    find: `  toRead.name === name &&`,
    replace: '',
    rule: 'EYES-2',
    test,
    harm: 'a word about one person lets in another',
  },
  {
    name: 'limits-not-under-the-digest',
    find: `      standing: consent?.standing ?? 'none',
`,
    replace: '',
    rule: 'EYES-3',
    test,
    harm: 'what was read of one consent opens the table on another',
  },
  {
    name: 'opened-as-often-as-wanted',
    find: `    closed: table.directChanges.filter(({ direct }) => !direct).length,`,
    replace: '    closed: 0,',
    rule: 'EYES-3',
    test,
    harm: 'one reading opens the table for good',
  },
  {
    name: 'eyes-on-another-post',
    find: `toRead.post === post &&`,
    replace: `(toRead.post === post || post !== undefined) &&`,
    rule: 'EYES-2',
    test: 'packages/client/test/eyes.test.ts',
    harm: 'somebody comes in with a post that no colleague has read',
  },
]
