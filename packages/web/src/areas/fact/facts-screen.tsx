import type { RoomState } from '@goodoffices/core'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useWords } from '../../words/words.tsx'
import { Chronology } from './chronology.tsx'
import { FactsFrame } from './facts-frame.tsx'
import { FiguresHere } from './figures-here.tsx'

const hasMatter = ({ items }: RoomState): boolean =>
  Object.values(items).some(({ register }) => register === 'matter')

/** What is disputed, room by room, and beside it what happened when. */
export function FactsScreen() {
  const words = useWords()
  const { t } = words
  const { rooms, table, desk, base, mediates } = useTalks()
  const held = rooms.filter(hasMatter)
  const home = desk ?? table
  return (
    <FactsFrame>
      <div className="facts">
        <div className="facts__figures">
          {held.map(room => (
            <section key={room.id} className="facts__room">
              <p className="quiet small">{roomName(room, words, mediates)}</p>
              <FiguresHere room={room} />
            </section>
          ))}
          {held.length === 0 && <p className="quiet">{t('fact.none-here')}</p>}
          {mediates && home !== undefined && !held.includes(home) && (
            <div className="actions no-print">
              <LinkButton to={`${base}/rooms/${home.id}/figure`}>{t('fact.put')}</LinkButton>
            </div>
          )}
        </div>
        <Chronology />
      </div>
    </FactsFrame>
  )
}
