/** The command and its threads as plain JavaScript in one folder, without anything to be installed beside it. */

import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { sourceStamp } from '../packages/cli/src/member/stamp.ts'

const root = join(import.meta.dirname, '..')

/** By the names that the programs look for beside themselves. */
const entries = {
  main: 'packages/cli/src/main.ts',
  worker: 'packages/cli/src/settle/worker.ts',
  'sqlite-worker': 'packages/relay/src/sqlite-worker.ts',
}

/** What is asked for only where somebody has it: a database's driver, and what that looks for in its turn. */
const left = ['pg']

/** Writes the bundle into `folder`. Resolves to the files of other packages that went into it. */
export async function bundle(folder: string): Promise<readonly string[]> {
  const build = await rolldown({
    input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
    cwd: root,
    platform: 'node',
    external: left,
    transform: { define: { __SOURCE_STAMP__: JSON.stringify(sourceStamp()) } },
  })
  const { output } = await build.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'part-[hash].js',
    minify: false,
  })
  await build.close()
  const modules = output.flatMap(each => (each.type === 'chunk' ? each.moduleIds : []))
  return modules.filter(id => id.includes('/node_modules/')).toSorted()
}
