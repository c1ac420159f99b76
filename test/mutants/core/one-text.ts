import type { Mutant } from '../mutant.ts'

export const oneText: readonly Mutant[] = [
  {
    name: 'wording-not-released-goes',
    find: `support => !passes(support, to, held, 'unattributed')`,
    replace: `support => support.alternative === ('' as typeof support.alternative) && !passes(support, to, held, 'unattributed')`,
    rule: 'TXT-19',
    test: 'packages/core/test/one-text.test.ts',
    harm: 'a side’s words stand in the other’s draft though it let nothing pass',
  },
  {
    name: 'name-without-leave',
    find: `source?.room === to || passes(support, to, held, 'attributed') ? [party.name] : []`,
    replace: 'source !== undefined ? [party.name] : []',
    rule: 'TXT-19',
    test: 'packages/core/test/one-text.test.ts',
    harm: 'a draft says who wants a wording though that side let its name pass to nobody',
  },
  {
    name: 'issued-over-a-rival',
    find: 'const contested = clauses.find(({ wordings }) => wordings.some(({ rivals }) => rivals.length > 0))',
    replace: 'const contested = clauses.find(({ wordings }) => wordings.length < 0)',
    rule: 'TXT-14',
    test: 'packages/core/test/one-text.test.ts',
    harm: 'one mediator’s words go out over another’s that nobody looked at',
  },
  {
    name: 'agreed-over-a-rival',
    find: `if (clause.wordings.some(({ rivals }) => rivals.length > 0)) return 'rival-stands'`,
    replace: '',
    rule: 'TXT-10',
    test: 'packages/core/test/one-text.test.ts',
    harm: 'a clause is called agreed while two wordings of it stand',
  },
  {
    name: 'agreed-with-a-bracket',
    find: `if (choices + blanks > 0 || readBrackets(current.body ?? '').faults.length > 0) return 'still-open'`,
    replace: '',
    rule: 'TXT-10',
    test: 'packages/core/test/one-text.test.ts',
    harm: 'a clause is called agreed with a bracket in it',
  },
  {
    name: 'standing-of-what-was-not-seen',
    find: `if (clause.changes !== act.seenAs) return fail('clause-changed')`,
    replace: '',
    rule: 'TXT-10',
    test: 'packages/core/test/one-text.test.ts',
    harm: 'words are called agreed that whoever said so had not seen',
  },
  {
    name: 'writing-lost',
    find: ': [...wording.rivals, version]',
    replace: ': wording.rivals',
    rule: 'TXT-13',
    test: 'packages/core/test/one-text.test.ts',
    harm: 'what somebody wrote offline is gone without a word',
  },
  {
    name: 'answered-for-another-side',
    find: `export function checkPosition(room: TextRoom, author: Member, act: Said) {
  const allowed = checkForSide(room, author, act, speaksForParty)`,
    replace: `export function checkPosition(room: TextRoom, author: Member, act: Said) {
  const allowed = checkForSide(room, author, act, speaks)`,
    rule: 'TXT-27',
    test: 'packages/core/test/one-text.test.ts',
    harm: 'an adviser binds the side to a clause',
  },
  {
    name: 'said-at-a-closed-table',
    find: `  if (isMediator(author) || !who(author)) return fail('role-may-not', { role: author.role })
  return room.direct ? ok(null) : fail('table-is-closed')`,
    replace: `  if (isMediator(author) || !who(author)) return fail('role-may-not', { role: author.role })
  return ok(null)`,
    rule: 'TXT-51',
    test: 'packages/core/test/one-text.test.ts',
    harm: 'a side speaks to the other past the mediators',
  },
  {
    name: 'released-by-an-adviser',
    find: `export function checkReleasing(
  room: TextRoom,
  author: Member,
  act: { readonly released: string; readonly recorded?: Circumstance },
) {
  const allowed = checkForParty(room, author, act, speaksForParty)`,
    replace: `export function checkReleasing(
  room: TextRoom,
  author: Member,
  act: { readonly released: string; readonly recorded?: Circumstance },
) {
  const allowed = checkForParty(room, author, act, speaks)`,
    rule: 'TXT-52',
    test: 'packages/core/test/one-text.test.ts',
    harm: 'an adviser lets words pass for the side',
  },
  {
    name: 'source-gone-with-its-bracket',
    find: `if (wording !== undefined && stillStands(wording, current.body ?? '')) return wording.words`,
    replace: '',
    rule: 'TXT-55',
    test: 'packages/core/test/one-text.test.ts',
    harm: 'a choice is made, and words that a side let nobody read stand in the other’s draft',
  },
  {
    name: 'source-gone-with-a-comma',
    find: '3 * beyond(own, list).length < own.length',
    replace: 'beyond(own, list).length === 0',
    rule: 'TXT-55',
    test: 'packages/core/test/one-text.test.ts',
    harm: 'one word of a side is changed, and the rest of them goes to the other',
  },
  {
    name: 'source-hidden-behind-another',
    find: ' || isIn(beyond(came, other))',
    replace: '',
    rule: 'TXT-55',
    test: 'packages/core/test/one-text.test.ts',
    harm: 'two wordings are taken together, and the one that nobody let pass goes with the other',
  },
  {
    name: 'source-disowned',
    find: `return words !== undefined && upon?.body?.includes(words) === true`,
    replace: 'return words !== undefined',
    rule: 'TXT-55',
    test: 'packages/core/test/one-text.test.ts',
    harm: 'words of a side go to the other because it was noted as against them',
  },
]
