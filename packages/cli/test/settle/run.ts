/** Runs the command as it is mounted on the program: in this process, and once in a process of its own. */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { goodoffices } from '../shell.ts'

export const root = fileURLToPath(new URL('../../../../', import.meta.url))
const launcher = fileURLToPath(new URL('../../bin/goodoffices.js', import.meta.url))

/** The reference data beside the repository, where this machine has it. */
export const cases = fileURLToPath(new URL('../shared/cases/settlement/', new URL(`file://${root}`)))
export const hasCases = existsSync(cases)
export const casesMissing = 'the reference data is not beside the repository (../shared/cases/settlement)'

export type Run = { readonly code: number; readonly out: string; readonly err: string }

/** Exit code and output of `goodoffices ...args`, run from the root of the repository. One at a time. */
export async function run(args: readonly string[]): Promise<Run> {
  const before = { folder: process.cwd(), colour: process.env['NO_COLOR'] }
  process.chdir(root)
  process.env['NO_COLOR'] = '1'
  try {
    const { code, out, err } = await goodoffices(args)
    return { code, out, err }
  } finally {
    process.chdir(before.folder)
    if (before.colour === undefined) delete process.env['NO_COLOR']
    else process.env['NO_COLOR'] = before.colour
  }
}

/** The same through the launcher, as a person would. */
export function spawn(args: readonly string[]): Run {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
    cwd: root,
    encoding: 'utf8',
    env,
  })
  return { code: status ?? -1, out: stdout, err: stderr }
}
