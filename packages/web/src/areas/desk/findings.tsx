import type { ReachPreview } from '@goodoffices/client'
import type { Finding, RoomState } from '@goodoffices/core'
import { Suspense } from 'react'
import { lazyScreen } from '../../route/route.tsx'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/choice.tsx'
import { Said } from '../../ui/said.tsx'
import { useWords } from '../../words/words.tsx'

/** Fields are called by what registers say: fetched where one is named. */
const FieldPlace = lazyScreen(() => import('../item/field-place.tsx'), 'FieldPlace')

export const findingKey = ({ kind, text, from, to, in: where, field, message }: Finding): string =>
  [kind, where ?? 'wording', field ?? '', from, to, message ?? '', text].join(' ')

type Props = {
  /** Rooms that it could not be compared with to their ends. */
  readonly unread: ReachPreview['unread']
  readonly findings: readonly Finding[]
  /** Where it would be read. */
  readonly room: RoomState
  readonly numbers?: ReadonlyMap<string, number>
  /** To the place in the wording where it stands. */
  readonly onChangeWords?: (finding: Finding) => void
  readonly isAccepted: (finding: Finding) => boolean
  readonly onAccept: (finding: Finding, on: boolean) => void
}

/** What the leak check found, each with its reason, to be reworded or passed on deliberately. */
export function Findings({ unread, findings, room, numbers, onChangeWords, isAccepted, onAccept }: Props) {
  const words = useWords()
  const { t, number } = words
  const { session, caucuses, mediates } = useTalks()
  return (
    <div aria-live="polite">
      {unread.map(({ room: id }) => {
        const other = session.room(id)
        const name = other === undefined ? id : roomName(other, words, mediates)
        return (
          <p key={id} className="notice notice--caution">
            {t('term.not-compared', { room: name })}
          </p>
        )
      })}
      {findings.length === 0 ? (
        <p className="quiet">{t('leak.none')}</p>
      ) : (
        <ol className="findings">
          {findings.map(finding => (
            <li key={findingKey(finding)} className="finding">
              <p className="finding__head">
                {numbers !== undefined && (
                  <span className="finding__number">{number(numbers.get(findingKey(finding)) ?? 0)}</span>
                )}
                <span className="quote finding__text" dir="auto">
                  <Said text={finding.text} />
                </span>
              </p>
              <p className="small quiet">
                {because(finding)}
                {finding.in === 'title' && <> {t('leak.in-title')}</>}
                {finding.in === 'field' && finding.field !== undefined && (
                  <Suspense>
                    {' '}
                    <FieldPlace room={room} path={finding.field} />
                  </Suspense>
                )}
              </p>
              <div className="actions">
                {onChangeWords !== undefined && finding.in === undefined && (
                  <Button weight="text" onPress={() => onChangeWords(finding)}>
                    {t('leak.change')}
                  </Button>
                )}
                <Tick
                  label={t('leak.pass')}
                  checked={isAccepted(finding)}
                  onChange={on => onAccept(finding, on)}
                />
              </div>
            </li>
          ))}
        </ol>
      )}
    </div>
  )

  function because(finding: Finding): string {
    const { message } = finding
    if (message === undefined) return t(finding.kind === 'name' ? 'leak.name' : 'leak.elsewhere')
    const source = caucuses.find(item => item.messages[message] !== undefined)
    const party = source?.party?.name ?? ''
    switch (finding.kind) {
      case 'name':
        return t('leak.name-from', { party })
      case 'figure':
        return t('leak.figure', { party })
      case 'words':
        return t('leak.words', { party })
    }
  }
}
