import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { goodoffices } from './shell.ts'
import { Bindings, compareLines, readSteps, type Step, splitCommand } from './transcript.ts'

const guides = [
  ['carries a message', 'carry-a-message.md'],
  ['puts a disputed figure', 'disputed-figure.md'],
  ['gives its word', 'undertaking.md'],
  ['does what was agreed in steps', 'step-agreed.md'],
  ['writes one text with both', 'one-text.md'],
  ['asks both at once', 'ask-both.md'],
  ['lets a mandate warn', 'mandate.md'],
  ['signs what was agreed', 'agreement-signed.md'],
  ['has a colleague read first', 'second-eyes.md'],
  ['begins by a template', 'templates-and-days.md'],
] as const
const launcher = fileURLToPath(new URL('../bin/goodoffices.js', import.meta.url))
const addressWritten = 'http://127.0.0.1:7465'

/** The server as the guide starts it, on a port that is free here. */
async function serve(folder: string) {
  const child = spawn(process.execPath, [launcher, 'serve', '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
  const sentence = chunk.toString()
  const address = /http:\/\/[\d.]+:\d+/.exec(sentence)?.[0] ?? ''
  return {
    sentence,
    address,
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** Files that commands write and read lie in the folder. */
function inFolder(folder: string, args: readonly string[]): readonly string[] {
  const [command = ''] = args
  return args.map((arg, i) => {
    const isWritten =
      (args[i - 1] === '--to' && ['export', 'prove'].includes(command)) ||
      args[i - 1] === '--print' ||
      (args[i - 1] === '--out' && command === 'close')
    const isRead =
      (command === 'verify' && i === 1) ||
      (command === 'close' && args[1] === 'verify' && i === 2) ||
      (command === 'evidence' && i === 2 && arg.includes('.'))
    return isWritten || isRead ? join(folder, arg) : arg
  })
}

class Terminals {
  readonly #envs = new Map<string, Record<string, string>>()
  readonly #folder: string
  readonly #address: string

  constructor(folder: string, address: string) {
    this.#folder = folder
    this.#address = address
  }

  async run(step: Step, command: string): Promise<readonly string[]> {
    const env = this.#envs.get(step.terminal) ?? { GOODOFFICES_RELAY: this.#address }
    this.#envs.set(step.terminal, env)
    const [program, ...args] = splitCommand(command)
    if (program === 'export') {
      const [name = '', value = ''] = (args[0] ?? '').split('=')
      env[name] = name === 'GOODOFFICES_IDENTITY' ? join(this.#folder, value) : value
      return []
    }
    expect(program, `line ${step.line}`).toBe('goodoffices')
    const { out, err } = await goodoffices(inFolder(this.#folder, args), { env })
    const said = `${out}${err}`.replaceAll(`${this.#folder}/`, '')
    return said === '' ? [] : said.replace(/\n$/, '').split('\n')
  }
}

describe('the guide', () => {
  it.each(guides)(
    'CLI-1: %s as docs/guide/%s says, line by line',
    {
      timeout: 300_000,
    },
    async (_, page) => {
      const guide = readFileSync(new URL(`../../../docs/guide/${page}`, import.meta.url), 'utf8')
      const folder = mkdtempSync(join(tmpdir(), 'goodoffices-guide-'))
      const server = await serve(folder)
      const bindings = new Bindings({ [addressWritten]: server.address })
      const terminals = new Terminals(folder, server.address)
      try {
        for (const step of readSteps(guide)) {
          if (step.command === 'goodoffices serve') {
            expect(step.expected.join('\n')).toBe(
              server.sentence.trim().replace(server.address, addressWritten),
            )
            continue
          }
          const real = await terminals.run(step, bindings.resolve(step.command))
          const difference = compareLines(step.expected, real, bindings)
          expect(difference, `line ${step.line}: ${step.command}`).toBeUndefined()
        }
      } finally {
        await server.stop()
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )
})
