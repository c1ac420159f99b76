import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

test('what of the specification is made from the sources is what they make; `npm run spec` makes it anew', () => {
  const command = ['--disable-warning=ExperimentalWarning', resolve(root, 'test/spec/make.ts'), '--check']
  const { stdout, stderr, status } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: '', status: 0 })
})
