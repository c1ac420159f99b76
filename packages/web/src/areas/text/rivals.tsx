import { settleRivals } from '@goodoffices/client'
import { type ClauseRow, type RoomState, redlineWords, type VersionId, wordingOf } from '@goodoffices/core'
import { nameIn, useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/words.tsx'
import { Redline } from './redline.tsx'

type Props = { readonly desk: RoomState; readonly row: ClauseRow; readonly language: string }

/** TXT-14, TXT-15: what somebody wrote without having seen what stands: shown beside it, and settled in one tap. */
export function Rivals({ desk, row, language }: Props) {
  const { t } = useWords()
  const { session } = useTalks()
  const attempt = useAttempt()
  const wording = wordingOf(row, language)
  const current = wording?.current
  if (wording === undefined || current === undefined || wording.rivals.length === 0) return null
  const settle = (by: 'what-stands' | 'both' | VersionId) =>
    void attempt.run(async () => {
      const composed = settleRivals(desk, { clause: row.clause, language }, by)
      return composed.ok ? session.act(desk.id, composed.value) : composed
    })
  return (
    <section className="notice notice--caution" aria-label={t('text.rival')}>
      {wording.rivals.map(({ version, by, body = '', choices = [] }) => (
        <div key={version}>
          <p>
            <strong>▲ {t('text.rival')}</strong>{' '}
            {t('text.rival-by', { one: nameIn(desk, current.by), other: nameIn(desk, by) })}
          </p>
          <p className="prose" dir="auto" lang={language}>
            <Redline
              pieces={redlineWords(
                { words: current.body ?? '', choices: current.choices ?? [] },
                { words: body, choices },
              )}
            />
          </p>
          <div className="actions">
            <Button onPress={() => settle('what-stands')}>
              {t('text.keep-of', { name: nameIn(desk, current.by) })}
            </Button>
            <Button onPress={() => settle(version)}>{t('text.keep-of', { name: nameIn(desk, by) })}</Button>
            <Button onPress={() => settle('both')}>{t('text.both')}</Button>
          </div>
        </div>
      ))}
      <AttemptNotice attempt={attempt} />
    </section>
  )
}
