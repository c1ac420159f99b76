import {
  type Choice,
  isChoice,
  type BracketNode as Node,
  readBrackets,
  senseOfOption,
} from '@goodoffices/core'
import { useWords } from '../../words/words.tsx'

type Props = { readonly words: string; readonly language: string }

/** TXT-41: the words of a clause; a choice that is not made stands out of them as one group, each wording by its letter. */
export function ClauseWords({ words, language }: Props) {
  const { nodes } = readBrackets(words)
  return (
    <div className="prose clause__words" dir="auto" lang={language}>
      <Nodes words={words} nodes={nodes} />
    </div>
  )
}

type NodesProps = { readonly words: string; readonly nodes: readonly Node[] }

const closing = /^[.,;:!?…،؛۔؟»”)]+/u

const textOf = (words: string, { from, to }: Node): string => words.slice(from, to)

const isBlock = (node: Node | undefined): boolean =>
  node !== undefined && isChoice(node) && node.options.length > 1

/** What closes the sentence behind a choice stands behind each of its wordings: on a line of its own nobody knows what it closes. */
const Nodes = ({ words, nodes }: NodesProps) =>
  nodes.map((node, index) => {
    const next = nodes[index + 1]
    if (isChoice(node)) {
      const follows =
        next === undefined || isChoice(next) ? '' : (closing.exec(textOf(words, next))?.[0] ?? '')
      return <OneChoice key={node.from} words={words} choice={node} closedBy={follows} />
    }
    const text = textOf(words, node)
    return <span key={node.from}>{isBlock(nodes[index - 1]) ? text.replace(closing, '') : text}</span>
  })

const letters = 'ABCDEFGHIJKLMNOPQRST'

type ChoiceProps = { readonly words: string; readonly choice: Choice; readonly closedBy: string }

function OneChoice({ words, choice, closedBy }: ChoiceProps) {
  const { t } = useWords()
  const [only, ...others] = choice.options
  if (only === undefined) return null
  if (others.length === 0) {
    const isBlank = senseOfOption(words.slice(only.from, only.to), true) === 'blank'
    const name = t(isBlank ? 'term.blank' : 'text.in-or-out')
    return (
      <span className="clause__maybe">
        <span className="unseen">{name} </span>[
        <Nodes words={words} nodes={only.inside} />]
      </span>
    )
  }
  return (
    <fieldset className="clause__choice">
      <legend className="clause__not-agreed">{t('text.choice-of', { count: choice.options.length })}</legend>
      {choice.options.map(({ from, to, inside }, index) => (
        <span key={from} className="clause__alternative">
          <span className="clause__letter">{letters[index]}</span>
          <bdi>
            {senseOfOption(words.slice(from, to), false) === 'no-text' ? (
              t('term.no-text')
            ) : (
              <Nodes words={words} nodes={inside} />
            )}
            <span className="quiet">{closedBy}</span>
          </bdi>
        </span>
      ))}
    </fieldset>
  )
}
