/** What a hostile file must not do, and what a file must not tell. */

import type { Mutant } from '../mutant.ts'

const test = 'packages/client/test/word.test.ts'

export const textFiles: readonly Mutant[] = [
  {
    name: 'length-believed',
    find: `      if (filled.at > length) return fail('file-swells')`,
    replace: '',
    rule: 'TXT-37',
    test,
    harm: 'a file that lies about its length unpacks for as long as its sender likes',
  },
  {
    name: 'ratio-unlimited',
    find: `  if (length > wordLimits.ratioFromBytes && length > packed * wordLimits.ratioMax) return fail('file-swells')`,
    replace: '',
    rule: 'TXT-37',
    test,
    harm: 'a small file fills the memory of whoever opens it',
  },
  {
    name: 'members-unlimited',
    find: `  if (count > wordLimits.membersMax) return fail('file-swells')`,
    replace: '',
    rule: 'TXT-37',
    test,
    harm: 'a file of a million members holds a device up',
  },
  {
    name: 'doctype-read',
    find: `    throw new Stop('file-declares')`,
    replace: '    return',
    rule: 'TXT-37',
    test,
    harm: 'a file declares entities, and more than it holds is read of it',
  },
  {
    name: 'depth-unlimited',
    find: `    if (stack.length >= wordLimits.depthMax) throw new Stop('file-too-deep')`,
    replace: '',
    rule: 'TXT-37',
    test,
    harm: 'a file of a hundred thousand levels ends the program',
  },
  {
    name: 'paragraphs-unlimited',
    find: `    if (this.paragraphs.length >= wordLimits.paragraphsMax) throw new TooLong()`,
    replace: '',
    rule: 'TXT-37',
    test,
    harm: 'a file of a million paragraphs holds a device up',
  },
  {
    name: 'hidden-words-put',
    find: `if (isHidden) this.leave('hidden')`,
    replace: `if (isHidden && text === '') this.leave('hidden')`,
    rule: 'TXT-38',
    test,
    harm: 'words that nobody saw in the file stand in the text',
  },
]
