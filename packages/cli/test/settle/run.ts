/** Runs the real command in a process of its own. */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../../../', import.meta.url))
const launcher = fileURLToPath(new URL('../../bin/goodoffices.js', import.meta.url))

/** The reference data beside the repository, where this machine has it. */
export const cases = fileURLToPath(new URL('../shared/cases/settlement/', new URL(`file://${root}`)))
export const hasCases = existsSync(cases)
export const casesMissing = 'the reference data is not beside the repository (../shared/cases/settlement)'

export type Run = { readonly code: number | null; readonly out: string; readonly err: string }

export function run(args: readonly string[], cwd: string = root): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    maxBuffer: 64_000_000,
  })
  return { code: status, out: stdout, err: stderr }
}
