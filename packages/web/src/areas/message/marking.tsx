import type { Marking } from '@goodoffices/core'
import { useWords } from '../../words/words.tsx'

/** A barrier; similar; similar with its source's line above; identical. They speak without colour, beside their words. */
const signs: Readonly<Record<Marking, string>> = {
  nothing: '‖',
  unattributed: '∼',
  attributed: '≃',
  verbatim: '≡',
}

export function MarkingSign({ marking }: { readonly marking: Marking }) {
  return (
    <span className="sign" aria-hidden="true">
      {signs[marking]}
    </span>
  )
}

export function MarkingName({ marking }: { readonly marking: Marking }) {
  const { t } = useWords()
  return (
    <span className="marking">
      <MarkingSign marking={marking} /> {t(`marking.${marking}`)}
    </span>
  )
}
