/** Words on the command line that begin with a hyphen and are no options. */

import type { Command } from 'commander'

/**
 * An id is 43 characters of base64url: one in sixty-four begins with a hyphen. Of its beginning at least eight are asked for, and one
 * that no option has: a capital, a digit or an underscore.
 */
const hyphenId = /^-(?:[A-Za-z0-9_-]{42}|(?=[\w-]*[A-Z0-9_])\w[\w-]{6,41})$/

/** Every flag of any command that is followed by its value. */
const valued = ({ options, commands }: Command): readonly string[] => [
  ...options.flatMap(({ required, optional, long, short }) =>
    required || optional ? [long ?? '', short ?? ''] : [],
  ),
  ...commands.flatMap(valued),
]

/**
 * CLI-33: the same words, such that an id which begins with a hyphen is read as the id that it is: it, and the words after it that are
 * neither options nor their values, stand behind `--`, in their order.
 */
export function markIds(args: readonly string[], program: Command): readonly string[] {
  if (args.includes('--') || !args.some(arg => hyphenId.test(arg))) return args
  const flags = new Set(valued(program))
  const before: string[] = []
  const behind: string[] = []
  for (const [i, arg] of args.entries()) {
    const isValue = flags.has(args[i - 1] ?? '')
    const isOption = arg.startsWith('-') && !hyphenId.test(arg)
    const isOperand = !isValue && !isOption && (behind.length > 0 || hyphenId.test(arg))
    ;(isOperand ? behind : before).push(arg)
  }
  return behind.length === 0 ? args : [...before, '--', ...behind]
}
