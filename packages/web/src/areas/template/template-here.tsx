import { type RoomState, templateOf } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { useWords } from '../../words/words.tsx'

/** At the desk: the way to the templates, and which one these talks follow. */
export function TemplateHere({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { base, desk } = useTalks()
  if (room !== desk) return null
  const followed = templateOf(room)
  return (
    <p className="small quiet no-print">
      {followed !== undefined && <>{t('template.follows', { title: followed.title })} </>}
      <Link to={`${base}/template`}>{t('template.see')}</Link>
      {' · '}
      <Link to={`${base}/bring`}>{t('view.bring')}</Link>
    </p>
  )
}
