import type { Mutant } from '../mutant.ts'

export const leak: readonly Mutant[] = [
  {
    name: 'name-that-stands-alone',
    find: '...findGuardedNames(input, wording),',
    replace: '',
    rule: 'LEAK-1',
    test: 'packages/core/test/leak-guarded.test.ts',
    harm: 'a name that no sentence holds is told to the other side',
  },
  {
    name: 'joiner-that-nobody-sees',
    find: `text.includes(nonJoiner) ? [wordsOf(text), wordsOf(text, 'unseen')] : [wordsOf(text)]`,
    replace: '[wordsOf(text)]',
    rule: 'LEAK-6',
    test: 'packages/core/test/leak-guarded.test.ts',
    harm: 'a name in Persian passes, with a sign in it that nobody sees',
  },
  {
    name: 'day-otherwise-written',
    find: 'for (const told of last.day?.told ?? []) day?.(told)',
    replace: '',
    rule: 'LEAK-2',
    test: 'packages/core/test/leak-guarded.test.ts',
    harm: 'a day passes, written otherwise',
  },
  {
    name: 'three-rare-words',
    find: 'counts: words => words.length >= guardedRunWords || words.some(isUnknownRarity)',
    replace: 'counts: words => words.length >= guardedRunWords',
    rule: 'LEAK-4',
    test: 'packages/core/test/leak-rate.test.ts',
    harm: 'three words pass by which whoever said them is known',
  },
]
