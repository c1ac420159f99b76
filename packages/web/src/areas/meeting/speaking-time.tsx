import { speakingTime } from '@goodoffices/client'
import type { RoomState } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { useWords } from '../../words/words.tsx'
import './meeting.css'

/** MEET-15: columns of one width, in the order of the caucuses; for the mediators alone. */
export function SpeakingTime({ desk }: { readonly desk: RoomState }) {
  const { t } = useWords()
  const { session } = useTalks()
  const sides = speakingTime(session, desk.process.process)
  if (sides.length === 0) return null
  return (
    <table className="meeting-time">
      <caption className="small quiet">{t('term.speaking-time')}</caption>
      <thead>
        <tr>
          {sides.map(({ party }) => (
            <th key={party.party} scope="col">
              <bdi>{party.name}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {sides.map(({ party, minutes, sessions, meetings }) => (
            <td key={party.party}>{t('term.spoken', { minutes, sessions, meetings })}</td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}
