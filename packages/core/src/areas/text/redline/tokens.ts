/** A passage as a redline compares it: words, and brackets that carry the id of what they enclose. */

import type { Bracketed, ChoiceIds } from '../brackets/bracketed.ts'
import { type Choice, isChoice, type Node, readBrackets } from '../brackets/read.ts'
import { cutWords } from '../words.ts'

/** `key`: equal where two are the same; `pair`: what a bracket opens or closes, so that neither is struck without the other. */
export type Token = { readonly key: string; readonly text: string; readonly pair?: string }

/** Arabic vowel signs and lengthening, and Hebrew points: left out as often as written. */
const vowelSigns = /[\u0591-\u05BD\u05BF\u05C1\u05C2\u0610-\u061A\u0640\u064B-\u065F\u0670]/g

/** What became of a token; of a kept one `was` is that of before. */
export type Marked = {
  readonly is: 'kept' | 'struck' | 'put'
  readonly token: Token
  readonly was?: Token
}

/** How two wordings are compared: letter by letter, or with vowel signs left out of account. */
export type Comparing = { readonly vowelSigns?: 'left-out' }

/** No text has one, since nothing that cannot be printed is admitted: it tells brackets from what is typed. */
const marker = '\u0001'

export function tokensOf({ words, choices }: Bracketed, how: Comparing = {}): readonly Token[] {
  const tokens: Token[] = []
  let next = 0
  const say = (from: number, to: number): void => {
    for (const text of cutWords(words.slice(from, to))) {
      tokens.push({
        key: how.vowelSigns === undefined ? text : text.replaceAll(vowelSigns, '') || text,
        text,
      })
    }
  }
  const bracket = (from: number, to: number, pair: string, side: string): void => {
    tokens.push({ key: `${marker}${side}${pair}`, text: words.slice(from, to), pair })
  }
  const write = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (isChoice(node)) writeChoice(node, choices[next++])
      else say(node.from, node.to)
    }
  }
  const writeChoice = ({ form, from, to, options }: Choice, ids: ChoiceIds | undefined): void => {
    const idOf = (index: number): string => ids?.options[index] ?? `${from} ${index}`
    if (form !== 'slashes') {
      options.forEach((option, index) => {
        const before = options[index - 1]
        if (before !== undefined) say(before.to + 1, option.from - 1)
        bracket(option.from - 1, option.from, idOf(index), '[')
        write(option.inside)
        bracket(option.to, option.to + 1, idOf(index), ']')
      })
      return
    }
    const whole = ids?.bracket ?? `${from}`
    options.forEach((option, index) => {
      const before = options[index - 1]
      if (before === undefined) bracket(from, option.from, whole, '[')
      else tokens.push({ key: `${marker}/${idOf(index)}`, text: words.slice(before.to, option.from) })
      write(option.inside)
    })
    bracket(to - 1, to, whole, ']')
  }
  write(readBrackets(words).nodes)
  return tokens
}
