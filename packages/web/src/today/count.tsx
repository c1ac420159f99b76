import { useWords } from '../words/words.tsx'

type Props = { readonly of: 'waiting' | 'new'; readonly count: number }

/** A number beside a name, said with what it counts; nothing where there is nothing. */
export function Count({ of, count }: Props) {
  const { t, number } = useWords()
  if (count === 0) return null
  return (
    <>
      {' '}
      <span className={`count count--${of}`}>
        {number(count)}
        <span className="unseen"> {t(`count.${of}`, { count })}</span>
      </span>
    </>
  )
}
