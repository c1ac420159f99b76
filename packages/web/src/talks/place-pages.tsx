import { Link, usePlace } from '../route/route.tsx'
import type { Key } from '../words/vocabulary.ts'
import { useWords } from '../words/words.tsx'
import { useTalks } from './talks.tsx'

type Props = {
  /** What the place is called. */
  readonly name: Key
  readonly pages: readonly (readonly [to: string, name: Key])[]
}

/** The pages of one place, and the one that is read. */
export function PlacePages({ name, pages }: Props) {
  const { t } = useWords()
  const { base } = useTalks()
  const { path } = usePlace()
  return (
    <nav className="place-pages no-print" aria-label={t(name)}>
      {pages.map(([to, page]) => (
        // The first of them is the beginning of all the others' addresses.
        <Link key={to} to={`${base}/${to}`} isHere={path === `${base}/${to}`}>
          {t(page)}
        </Link>
      ))}
    </nav>
  )
}
