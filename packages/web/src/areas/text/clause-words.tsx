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

const Nodes = ({ words, nodes }: NodesProps) =>
  nodes.map(node =>
    isChoice(node) ? (
      <OneChoice key={node.from} words={words} choice={node} />
    ) : (
      <span key={node.from}>{words.slice(node.from, node.to)}</span>
    ),
  )

const letters = 'ABCDEFGHIJKLMNOPQRST'

function OneChoice({ words, choice }: { readonly words: string; readonly choice: Choice }) {
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
          </bdi>
        </span>
      ))}
    </fieldset>
  )
}
