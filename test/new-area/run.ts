/**
 * Adds the throw-away area to a copy of the repository and tells what that took: the lines edited in each package, whether it compiles,
 * whether the contract tests over the registries pass with it, and which of them miss what no compiler sees.
 *
 * `npm run new-area`
 */

import type { Scratch } from '../mutants/scratch.ts'
import { addArea, beginHouse, compile, editedLines } from './house.ts'

const contracts = [
  'packages/core/test/registry.test.ts',
  'packages/core/test/act.test.ts',
  'packages/core/test/replay.test.ts',
  'packages/client/test/copy.test.ts',
  'packages/client/test/document.test.ts',
  'packages/client/test/words.test.ts',
  'packages/client/test/sample/contract.test.ts',
  'packages/cli/test/areas.test.ts',
  'packages/cli/test/help.test.ts',
  'packages/web/test/words.test.ts',
  'packages/web/test/own-segments.test.ts',
  'test/architecture.test.ts',
]

/** What is no part of the area's own files, and the tests that tell of it while it is missing: each must name the area. */
const tellers = [
  { what: 'commands that no test gives', file: 'packages/cli/test/answers.test.ts' },
  { what: 'a register that stands in no table of who may', file: 'packages/core/test/item-who.test.ts' },
  { what: 'acts and a register without a row in the specification', file: 'test/spec.test.ts' },
] as const

/** What compiles all the same, and the test that misses it. */
const slips = [
  {
    what: 'a text whose schema says nothing of it',
    file: 'packages/core/src/areas/bell/area.ts',
    from: 'bellWhy: note',
    to: 'bellWhy: v.string()',
    test: 'packages/core/test/registry.test.ts',
    titles: 'AREA-2',
  },
  {
    what: 'a field that the state does not keep',
    file: 'packages/core/src/areas/bell/area.ts',
    from: '{ ...said, ...hung }',
    to: "{ ...said, ...hung, bellWhy: '' }",
    test: 'packages/core/test/registry.test.ts',
    titles: 'AREA-3',
  },
  {
    what: 'a text that the leak check is not given',
    file: 'packages/core/src/areas/bell/area.ts',
    from: 'Object.values(bells).map(',
    to: 'Object.values(bells).slice(1).map(',
    test: 'packages/core/test/registry.test.ts',
    titles: 'LEAK-9',
  },
  {
    what: 'a text of a register whose schema says nothing of it',
    file: 'packages/core/src/areas/bell/registers/rope.ts',
    from: 'bellKnot: title',
    to: 'bellKnot: v.string()',
    test: 'packages/core/test/registry.test.ts',
    titles: 'AREA-8',
  },
  {
    what: 'a field that is not in a copy',
    file: 'packages/client/src/areas/bell/copy.ts',
    from: "...actBlocks(w, 'bell.hang', bell),",
    to: "...actBlocks(w, 'bell.hang', bell).slice(0, -1),",
    test: 'packages/client/test/document.test.ts',
    titles: 'RCD-5 law',
  },
  {
    what: 'the letter of another area’s handle',
    file: 'packages/cli/src/areas/bell/handles.ts',
    from: "letter: 'b'",
    to: "letter: 'm'",
    test: 'packages/cli/test/areas.test.ts',
    titles: 'CLI-7',
  },
] as const

async function isMissed(house: Scratch, { file, from, to, test, titles }: (typeof slips)[number]) {
  const text = await house.read(file)
  const valibot = "import * as v from 'valibot'\n"
  const lacks = to.includes('v.') && !text.includes(valibot)
  const changed = `${lacks ? valibot : ''}${text.replace(from, to)}`
  if (!text.includes(from)) throw new Error(`not in ${file}: ${from}`)
  const { failures, broken } = await house.with(file, changed, () => house.test([test], { titles }))
  // A text that says nothing is refused already where acts are made of schemas.
  return failures.length > 0 || broken?.includes('does not say what it holds') === true
}

const house = await beginHouse()
let bad = 0
const report = (good: boolean, line: string): void => {
  if (!good) bad += 1
  console.log(`${good ? 'good' : 'BAD '}  ${line}`)
}
try {
  await addArea(house, 'bell')
  for (const [file, lines] of editedLines(house)) report(lines === 1, `${file}: ${lines} edited`)
  const faults = compile(house, ['web', 'cli'])
  report(faults.length === 0, `compiles: ${faults.length} faults ${faults[0]?.says ?? ''}`)
  for (const file of contracts) {
    const { failures, passes, broken } = await house.test([file])
    const told = broken ?? failures.map(({ title }) => title).join('; ')
    report(failures.length === 0 && broken === undefined, `${file}: ${passes.length} passed ${told}`)
  }
  for (const { what, file } of tellers) {
    const { failures, broken } = await house.test([file])
    report(failures.length > 0 || broken !== undefined, `is told of by ${file}: ${what}`)
  }
  for (const slip of slips) report(await isMissed(house, slip), `is missed by ${slip.titles}: ${slip.what}`)
} finally {
  await house.remove()
}
process.exitCode = bad === 0 ? 0 : 1
