import { useWords } from '../../words/words.tsx'
import './join.css'

type Props = {
  readonly code: string
  /** Whom to call; absent where the other screen is one's own. */
  readonly who?: string
}

/** The code both read to each other: a relay that swaps keys is caught by it. */
export function ComparisonCode({ code, who }: Props) {
  const { t } = useWords()
  return (
    <div className="comparison">
      <p>{who === undefined ? t('code.own') : t('code.title', { name: who })}</p>
      <output className="comparison__code" dir="ltr">
        {code}
      </output>
      {who !== undefined && <p className="section__hint">{t('code.hint')}</p>}
    </div>
  )
}
