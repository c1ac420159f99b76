import type { ClauseRow, DraftClause } from '@goodoffices/core'
import { useWords } from '../../words/words.tsx'

type Standing = DraftClause['standing']

/** Empty, half, full, dotted: a shape for each, beside its word. */
const signs: Readonly<Record<Standing, string>> = {
  open: '○',
  parked: '◌',
  'ad-referendum': '◐',
  agreed: '●',
}

type Props = { readonly of: Pick<ClauseRow | DraftClause, 'standing' | 'agreedBy'> }

/** TXT-11: how a clause stands, in words, with its level; never by colour alone. */
export function Standing({ of: { standing, agreedBy } }: Props) {
  const { t } = useWords()
  return (
    <span className="standing">
      <span aria-hidden="true">{signs[standing]}</span> {t(`standing.${standing}`)}
      {agreedBy !== undefined && <> ({t(`agreedBy.${agreedBy}`)})</>}
    </span>
  )
}
