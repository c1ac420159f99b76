import type { Mutant } from '../mutant.ts'

const test = 'packages/client/test/steps.test.ts'

/** Of steps: what a mediator's device asks of other rooms before something stands among the sides. */
export const steps: readonly Mutant[] = [
  {
    name: 'step-not-asked-about',
    find: `const isRight = desk !== 'none' && isAssented(desk, 'step', act.fields, agreedIn)`,
    replace: `const isRight = true`,
    rule: 'STEP-13',
    test,
    harm: 'a step stands at the table as agreed to which somebody has said no',
  },
  {
    name: 'told-to-go-unready',
    find: `return group.every(each => isReady(each, about.rooms())) ? ok([]) : fail('group-not-ready')`,
    replace: `return ok([])`,
    rule: 'STEP-5',
    test,
    harm: 'one side is told to act while the other has said that it is not ready',
  },
]
