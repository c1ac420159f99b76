import type { Finding, RoomState } from '@goodoffices/core'
import { Tick } from '../../ui/choice.tsx'
import { Said } from '../../ui/said.tsx'
import { useWords } from '../../words/words.tsx'

export const findingKey = ({ kind, text, from, to, in: where, field, message }: Finding): string =>
  [kind, where ?? 'wording', field ?? '', from, to, message ?? '', text].join(' ')

type Props = {
  readonly findings: readonly Finding[]
  readonly accepted: ReadonlySet<string>
  readonly onAccept: (finding: Finding, on: boolean) => void
  readonly caucuses: readonly RoomState[]
}

/** What the leak check found, each with its reason, to be reworded or passed on deliberately. */
export function Findings({ findings, accepted, onAccept, caucuses }: Props) {
  const { t } = useWords()
  return (
    <div aria-live="polite">
      {findings.length === 0 ? (
        <p className="quiet">{t('leak.none')}</p>
      ) : (
        <ol className="findings">
          {findings.map(finding => (
            <li key={findingKey(finding)} className="finding">
              <p className="quote finding__text" dir="auto">
                <Said text={finding.text} />
              </p>
              <p className="small quiet">
                {because(finding)}
                {finding.in === 'title' && <> {t('leak.in-title')}</>}
              </p>
              <Tick
                label={t('leak.pass')}
                checked={accepted.has(findingKey(finding))}
                onChange={on => onAccept(finding, on)}
              />
            </li>
          ))}
        </ol>
      )}
      <p className="small quiet">{t('leak.limits')}</p>
    </div>
  )

  function because(finding: Finding): string {
    const { message } = finding
    if (message === undefined) return t(finding.kind === 'name' ? 'leak.name' : 'leak.elsewhere')
    const room = caucuses.find(item => item.messages[message] !== undefined)
    const party = room?.party?.name ?? ''
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
