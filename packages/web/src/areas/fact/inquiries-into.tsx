import { nameOfThing, standingName } from '@goodoffices/client'
import { type ItemId, inquiriesInto, type RoomState } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { factPath } from './paths.ts'

/** The joint inquiries into a matter, here; and for the mediators the way to one more, which begins at their desk. */
export function InquiriesInto({ room, matter }: { readonly room: RoomState; readonly matter: ItemId }) {
  const { t } = useWords()
  const { base, desk } = useTalks()
  const w = useWriting(room)
  const inquiries = inquiriesInto(matter, room)
  if (inquiries.length === 0 && desk === undefined) return null
  return (
    <section className="figures">
      {inquiries.map(inquiry => (
        <p key={inquiry.item} className="figures__line">
          <Link to={`${base}/rooms/${room.id}/${factPath(inquiry.item)}`} className="figures__name">
            <Said text={nameOfThing(w, inquiry.item)} />
          </Link>
          <span>{standingName(w, inquiry)}</span>
        </p>
      ))}
      {desk !== undefined && (
        <div className="actions no-print">
          <LinkButton to={`${base}/rooms/${desk.id}/fact?register=inquiry&matter=${matter}`}>
            {t('fact.ask-joint')}
          </LinkButton>
        </div>
      )}
    </section>
  )
}
