import { Link } from '../route/route.tsx'
import { useWords } from '../words/words.tsx'
import { useTalks } from './talks.tsx'

/** The places that one sentence is said of, in the order of the page that says them all. */
export const explained = [
  'today',
  'desk',
  'room',
  'table',
  'carry',
  'say',
  'people',
  'record',
  'find',
  'notes',
] as const
export type Explained = (typeof explained)[number]

/** How this place works, in one sentence, and where all of them stand. */
export function How({ of }: { readonly of: Explained }) {
  const { t } = useWords()
  const { base } = useTalks()
  return (
    <p className="how small quiet no-print">
      {t(`how.${of}`)} <Link to={`${base}/how#${of}`}>{t('how.title')}</Link>
    </p>
  )
}
