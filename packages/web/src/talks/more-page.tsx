import { Link } from '../route/route.tsx'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { PlaceName, usePlaces, useRooms } from './places.tsx'

/** Everything in these talks that a phone's bar has no room for. */
export function MorePage() {
  const { t } = useWords()
  const rooms = useRooms()
  const places = usePlaces()
  return (
    <Page title={t('place.more')} width="narrow">
      <ul className="rows">
        {[...places, ...rooms].map(place => (
          <li key={place.to}>
            <Link to={place.to} className="more__link">
              <PlaceName place={place} />
            </Link>
          </li>
        ))}
        <li>
          <Link to="/" className="more__link">
            {t('talks.all')}
          </Link>
        </li>
      </ul>
    </Page>
  )
}
