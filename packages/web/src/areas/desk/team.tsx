import { placedTo } from '@goodoffices/client'
import { isPresent, type RoomState } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { useWords } from '../../words/words.tsx'

/** Who of the team carries how much; so that nothing is carried twice or lost. */
export function Team({ desk }: { readonly desk: RoomState }) {
  const { t } = useWords()
  const { session } = useTalks()
  const team = Object.values(desk.members).filter(isPresent)
  const prepared = Object.values(desk.conveyances).filter(item => item.standing === 'prepared')
  // What may still be taken back is not delivered.
  const to = placedTo(session, desk)
  const delivered = Object.values(desk.conveyances).filter(
    ({ standing, steps }) => standing === 'delivered' && (steps.at(-1)?.position ?? 0) < to,
  )
  return (
    <section className="desk__team" aria-labelledby="desk-team">
      <h3 id="desk-team" className="desk__label">
        {t('team.title')}
      </h3>
      <ul>
        {team.map(member => (
          <li key={member.member} className="desk__member">
            <span>
              <bdi>{member.name}</bdi>
              {member.role === 'lead' && <span className="quiet"> · {t('role.lead')}</span>}
              {member.member === session.me.member && <span className="quiet"> · {t('people.you')}</span>}
            </span>
            <span className="quiet small">
              {t('team.carries', {
                count: prepared.filter(item => item.carrier === member.member).length,
                done: delivered.filter(item => item.carrier === member.member).length,
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
