import { standingName } from '@goodoffices/client'
import { type ItemId, portfoliosOn, type RoomState, standingOf } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { besidePath } from './screens.ts'

/** GOOD-19: at the desk: who of the mediators looks after an issue, and for whom. */
export function MediatedBy({ desk, issue }: { readonly desk: RoomState; readonly issue: ItemId }) {
  const { list } = useWords()
  const { base } = useTalks()
  const w = useWriting(desk)
  const portfolios = portfoliosOn(desk, issue)
  return portfolios.map(thing => {
    const { inHandsOf, duties, forParties = [] } = standingOf(thing).fields
    return (
      <p key={thing.item} className="small">
        {w.withColon(w.vocabulary.fields['inHandsOf'] ?? '')} <bdi>{w.person(inHandsOf)}</bdi> ·{' '}
        <Link to={`${base}/rooms/${desk.id}/${besidePath(thing.item)}`}>
          <bdi>{duties}</bdi>
        </Link>
        {forParties.length > 0 && ` · ${list(forParties.map(party => w.named('party', party)))}`} ·{' '}
        {standingName(w, thing)}
      </p>
    )
  })
}
