import { type ReactNode, useState } from 'react'
import { useWords } from '../words/words.tsx'

type Props = {
  readonly label: string
  readonly hint?: ReactNode
  /** As the browser takes it: endings and media types, between commas. */
  readonly accept?: string
  readonly several?: boolean
  /** At least one. */
  readonly onChoose: (files: readonly File[]) => void
}

/** A file of the reader's. Browsers word their own button in the language of the system: this one says it in the reader's. */
export function FileField({ label, hint, accept, several = false, onChoose }: Props) {
  const { t } = useWords()
  const [names, setNames] = useState<readonly string[]>([])
  return (
    <label className="field no-print">
      <span className="field__label">{label}</span>
      {hint !== undefined && <span className="field__hint">{hint}</span>}
      <span className="file">
        <span className="button button--plain" aria-hidden>
          {t(several ? 'file.choose-several' : 'file.choose')}
        </span>
        <bdi aria-hidden>{names.join(' · ')}</bdi>
        <input
          className="file__input"
          type="file"
          {...(accept === undefined ? {} : { accept })}
          multiple={several}
          onChange={event => {
            const chosen = [...(event.target.files ?? [])]
            if (chosen.length === 0) return
            setNames(chosen.map(({ name }) => name))
            onChoose(chosen)
          }}
        />
      </span>
    </label>
  )
}
