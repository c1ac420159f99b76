/** A copy of the repository to break things in, as the working tree has it, committed or not. The tree itself is never written to. */

import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, unwatchFile, watchFile } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** `title`: with those of its suites, as what is run is picked by it. */
export type Failure = { readonly file: string; readonly title: string }

export type Pass = { readonly file: string; readonly title: string; readonly ms: number }

/** `failures`: the tests that failed; `broken`: why none could be run. */
export type Outcome = {
  readonly failures: readonly Failure[]
  readonly passes: readonly Pass[]
  readonly broken?: string
}

type Titled = { readonly ancestorTitles: readonly string[]; readonly title: string }
type Report = {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message?: string
    readonly assertionResults: readonly (Titled & {
      readonly status: string
      readonly duration?: number | null
    })[]
  }[]
}

/** A mutant that makes a loop endless is stopped, and has been noticed. */
const runMsMax = 300_000
const slowerMax = 10

type Options = {
  /** Those whose titles match; all where there is none. */
  readonly titles?: string
  readonly env?: NodeJS.ProcessEnv
  /** How long they are known to take together: what takes many times of it has come to a stop. */
  readonly ms?: number
  /** What runs them in the place of Vitest's own runner; then all are run, whatever fails. */
  readonly runner?: string
  /** A file that grows as they go on: while it does within the time of two tests, a run may take as long as it will. */
  readonly growing?: string
}

/** What is left to others if this program is ended: copies, and the runs in them. */
const copies = new Set<string>()
const runs = new Set<number>()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    for (const pid of runs) process.kill(-pid, 'SIGKILL')
    for (const path of copies) rmSync(path, { recursive: true, force: true })
    process.exit(1)
  })

export const root = join(import.meta.dirname, '../..')

export class Scratch {
  readonly path: string

  private constructor(path: string) {
    this.path = path
  }

  static async make(): Promise<Scratch> {
    const path = await mkdtemp(join(tmpdir(), 'goodoffices-mutants-'))
    copies.add(path)
    const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root })
    for (const file of list.toString().split('\0')) {
      if (file === '' || !existsSync(join(root, file))) continue
      await mkdir(dirname(join(path, file)), { recursive: true })
      await cp(join(root, file), join(path, file))
    }
    await linkModules(path)
    return new Scratch(path)
  }

  /** The source files of a package, from the root of the repository. */
  async sourcesOf(name: string): Promise<readonly string[]> {
    const folder = `packages/${name}/src`
    const files = await readdir(join(this.path, folder), { recursive: true })
    return files
      .filter(file => file.endsWith('.ts'))
      .map(file => `${folder}/${file}`)
      .sort()
  }

  read(file: string): Promise<string> {
    return readFile(join(this.path, file), 'utf8')
  }

  /** Every test file, from the root of the repository. */
  async testFiles(): Promise<readonly string[]> {
    const files = await readdir(join(this.path, 'packages'), { recursive: true })
    return files
      .filter(file => /^[a-z]+\/test\/.*\.test\.tsx?$/.test(file))
      .map(file => `packages/${file}`)
      .sort()
  }

  /** Puts other texts in the place of files. */
  async write(texts: ReadonlyMap<string, string>): Promise<void> {
    for (const [file, text] of texts) await writeFile(join(this.path, file), text)
  }

  /** Does something while a file says something else. */
  async with<T>(file: string, text: string, work: () => Promise<T>): Promise<T> {
    const before = await this.read(file)
    await writeFile(join(this.path, file), text)
    try {
      return await work()
    } finally {
      await writeFile(join(this.path, file), before)
    }
  }

  /** Runs test files, or those of their tests whose titles match, up to the first failure. */
  async test(
    files: readonly string[],
    { titles, env = {}, ms, runner, growing }: Options = {},
  ): Promise<Outcome> {
    const output = join(this.path, 'mutants-report.json')
    await rm(output, { force: true })
    const testMsMax = ms === undefined ? 120_000 : 20_000 + slowerMax * ms
    const args = [
      'run',
      ...files,
      ...(titles === undefined ? [] : ['-t', titles]),
      ...(runner === undefined ? ['--bail=1'] : []),
      '--maxWorkers=1',
      `--hookTimeout=${testMsMax}`,
      `--testTimeout=${testMsMax}`,
      '--reporter=json',
      `--outputFile=${output}`,
    ]
    const all = { ...env, ...(runner === undefined ? {} : { GOODOFFICES_RUNNER: runner }) }
    const stuckMs = growing === undefined || ms === undefined ? runMsMax : 2 * testMsMax
    const code = await this.#vitest(args, all, { stuckMs, growing })
    if (code === undefined) return { failures: [{ file: files.join(), title: 'was stopped' }], passes: [] }
    if (!existsSync(output)) return { failures: [], passes: [], broken: 'vitest wrote no report' }
    return outcomeOf(JSON.parse(readFileSync(output, 'utf8')) as Report, this.path)
  }

  /** The exit code; undefined where it had to be stopped. */
  #vitest(
    args: readonly string[],
    env: NodeJS.ProcessEnv,
    { stuckMs, growing }: { readonly stuckMs: number; readonly growing: string | undefined },
  ): Promise<number | undefined> {
    return new Promise(resolve => {
      const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
        cwd: this.path,
        env: { ...process.env, ...env },
        stdio: 'ignore',
        detached: true,
      })
      const pid = child.pid ?? 0
      if (pid > 0) runs.add(pid)
      const stop = () => {
        if (pid > 0) process.kill(-pid, 'SIGKILL')
      }
      let timer = setTimeout(stop, stuckMs)
      if (growing !== undefined)
        watchFile(growing, () => {
          clearTimeout(timer)
          timer = setTimeout(stop, stuckMs)
        })
      child.on('close', code => {
        clearTimeout(timer)
        if (growing !== undefined) unwatchFile(growing)
        runs.delete(pid)
        resolve(code ?? undefined)
      })
    })
  }

  async remove(): Promise<void> {
    copies.delete(this.path)
    await rm(this.path, { recursive: true, force: true })
  }
}

const titleOf = ({ ancestorTitles, title }: Titled): string => [...ancestorTitles, title].join(' > ')

function outcomeOf({ testResults }: Report, path: string): Outcome {
  const fileOf = (name: string) => name.slice(name.indexOf(path) + path.length + 1)
  const failures = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(test => ({ file: fileOf(name), title: titleOf(test) })),
  )
  const passes = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed')
      .map(test => ({ file: fileOf(name), title: titleOf(test), ms: test.duration ?? 0 })),
  )
  const [unable] = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some(each => each.status === 'failed'),
  )
  return {
    failures,
    passes,
    ...(unable === undefined ? {} : { broken: unable.message ?? `${fileOf(unable.name)} could not be run` }),
  }
}

/** The packages of others where they are; our own, which are links, as links between the copies. */
async function linkModules(path: string): Promise<void> {
  const from = join(root, 'node_modules')
  const to = join(path, 'node_modules')
  for (const folder of ['.', '@goodoffices']) {
    await mkdir(join(to, folder), { recursive: true })
    for (const entry of await readdir(join(from, folder), { withFileTypes: true })) {
      const [source, target] = [join(from, folder, entry.name), join(to, folder, entry.name)]
      if (entry.isSymbolicLink()) await symlink(await readlink(source), target)
      else if (entry.name !== '@goodoffices' && !entry.name.startsWith('.vite')) await symlink(source, target)
    }
  }
}
