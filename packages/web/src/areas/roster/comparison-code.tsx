import { useWords } from '../../words/words.tsx'
import './join.css'

type Props = {
  readonly code: string
  /** Who types them; absent where the other screen is one's own, and shows them too. */
  readonly who?: string
}

const groupDigits = 3

/** The digits by which a relay is caught that swaps keys: read aloud, in two groups, in the reader's numerals. */
export function ComparisonCode({ code, who }: Props) {
  const { t, number } = useWords()
  const digits = Array.from(code, digit => number(Number(digit)))
  return (
    <div className="comparison">
      <p>{who === undefined ? t('code.own') : t('code.title', { name: who })}</p>
      <output className="comparison__code" dir="ltr">
        <span>{digits.slice(0, groupDigits).join('')}</span>
        <span>{digits.slice(groupDigits).join('')}</span>
      </output>
      {who !== undefined && <p className="section__hint">{t('code.hint')}</p>}
    </div>
  )
}
