/**
 * A guide's shell blocks, run and compared. A block is fenced as `console NAME`: NAME's own terminal. What differs from run to run
 * (links, codes, times, ids, words of a phrase) is bound where it first stands: the guide's value stands for the real one from
 * then on, in what is typed and in what is answered. A line that is `…` alone stands for any lines.
 */

export type Step = {
  readonly terminal: string
  readonly command: string
  readonly expected: readonly string[]
  /** Line of the guide, from 1. */
  readonly line: number
}

export function readSteps(guide: string): readonly Step[] {
  const steps: { terminal: string; command: string; expected: string[]; line: number }[] = []
  let terminal: string | undefined
  for (const [i, text] of guide.split('\n').entries()) {
    const fence = /^```(\w+)?(?: (\S+))?$/.exec(text)
    if (fence !== null)
      terminal = terminal === undefined && fence[1] === 'console' ? (fence[2] ?? '') : undefined
    else if (terminal === undefined) continue
    else if (text.startsWith('$ '))
      steps.push({ terminal, command: text.slice(2), expected: [], line: i + 1 })
    else steps.at(-1)?.expected.push(text)
  }
  return steps
}

/** Words of a command line: plain, in single quotes, or in double quotes. No expansion: the guides need none. */
export const splitCommand = (command: string): readonly string[] =>
  [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, plain]) => single ?? double ?? plain ?? '',
  )

const variable =
  /(?<day>\d{1,2} [A-Z][a-z]+ \d{4} at \d{2}:\d{2})|(?<link>https?:\/\/[^\s/]+\/(?:join|device)#[\w-]{43})|(?<time>\d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC)|(?<code>\b\d{6}\b)|(?<id>[\w-]{43}|(?<![\w-])[\w-]{22}(?![\w-]))/g
/** A line of a phrase: numbered words, or twelve of them. */
const phraseLine = /^(\s*\d+ [a-z]+)+\s*$|^(Words: {2}| {8})[a-z]+( [a-z]+){11}$/

export class Bindings {
  readonly #real = new Map<string, string>()

  constructor(known: Readonly<Record<string, string>> = {}) {
    for (const [written, real] of Object.entries(known)) this.#real.set(written, real)
  }

  /** What is typed, with the real values in it. */
  resolve(text: string): string {
    // The longest first: a link holds an address.
    const known = [...this.#real].sort(([a], [b]) => b.length - a.length)
    return known.reduce((resolved, [written, real]) => resolved.replaceAll(written, real), text)
  }

  /** Whether a real line is the guide's line; binds the values that stand in it for the first time. */
  matches(written: string, real: string): boolean {
    if (phraseLine.test(written)) return phraseLine.test(real)
    const expected = [...written.matchAll(variable)]
    const actual = [...real.matchAll(variable)]
    const isSameShape =
      this.resolve(written.replaceAll(variable, '\0')) === real.replaceAll(variable, '\0') &&
      expected.length === actual.length
    return isSameShape && expected.every((match, i) => this.#bind(match, actual[i]?.[0] ?? ''))
  }

  #bind(match: RegExpExecArray, real: string): boolean {
    const [written] = match
    if (match.groups?.['time'] !== undefined || match.groups?.['day'] !== undefined) return true
    const known = this.#real.get(written)
    if (known === undefined) this.#real.set(written, real)
    return known === undefined || known === real
  }
}

/** The first line that differs, in words; undefined where all are as written. */
export function compareLines(
  written: readonly string[],
  real: readonly string[],
  bindings: Bindings,
): string | undefined {
  let at = 0
  for (const [i, line] of written.entries()) {
    if (line === '…') {
      const next = written[i + 1]
      if (next === undefined) return undefined
      while (at < real.length && !bindings.matches(next, real[at] ?? '')) at += 1
      continue
    }
    const answer = real[at]
    if (answer === undefined || !bindings.matches(line, answer))
      return `the guide says: ${line}\nthe command says: ${answer ?? '(nothing more)'}`
    at += 1
  }
  return at < real.length ? `the command says more: ${real[at] ?? ''}` : undefined
}
