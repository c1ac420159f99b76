import type { Mutant } from '../mutant.ts'

export const text: readonly Mutant[] = [
  {
    name: 'turned-text-shown',
    find: '`[${noncharacterClass}${overrideClass}${unseenClass}]`',
    replace: '`[${noncharacterClass}${unseenClass}]`',
    rule: 'TEXT-10',
    test: 'packages/client/test/document.test.ts',
    harm: 'a copy of an older room shows another figure than its evidence',
  },
]
