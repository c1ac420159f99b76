import { useWords } from '../words/words.tsx'
import './join.css'

type Props = { readonly code: string; readonly who: string }

/** The code both read to each other: a relay that swaps keys is caught by it. */
export function ComparisonCode({ code, who }: Props) {
  const { t } = useWords()
  return (
    <div className="comparison">
      <p>{t('code.title', { name: who })}</p>
      <output className="comparison__code" dir="ltr">
        {code}
      </output>
      <p className="section__hint">{t('code.hint')}</p>
    </div>
  )
}
