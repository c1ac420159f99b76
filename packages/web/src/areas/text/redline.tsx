import type { Piece } from '@goodoffices/core'
import { useWords } from '../../words/words.tsx'

/** What was struck and what was put in, told by strokes and lines and said aloud, and not by colour alone. */
export function Redline({ pieces }: { readonly pieces: readonly Piece[] }) {
  const { t } = useWords()
  return pieces.map(({ is, text }, index) => {
    const key = `${index} ${is}`
    if (is === 'kept') return <span key={key}>{text}</span>
    const Mark = is === 'struck' ? 'del' : 'ins'
    return (
      <Mark key={key}>
        <span className="unseen">{t(is === 'struck' ? 'text.removed' : 'text.new')} </span>
        {text}
      </Mark>
    )
  })
}
