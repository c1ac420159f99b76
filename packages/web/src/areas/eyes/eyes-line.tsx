import type { EyesOn } from '@goodoffices/client'
import type { RoomState } from '@goodoffices/core'
import { nameIn } from '../../talks/talks.tsx'
import { Said } from '../../ui/said.tsx'
import { withColon } from '../../words/languages.ts'
import { useWords } from '../../words/words.tsx'

type Props = { readonly desk: RoomState; readonly eyes: EyesOn }

/** Whether it has to be read first, who has read it as it stands, and what was said against it. */
export function EyesLine({ desk, eyes: { demand, readers, against } }: Props) {
  const { t, list, language } = useWords()
  if (demand === 'off' && readers.length + against.length === 0) return null
  const names = list(readers.map(by => nameIn(desk, by)))
  return (
    <>
      <p className="small quiet">
        {t(`term.eyes-${demand}`)}{' '}
        {readers.length === 0 ? t('term.eyes-by-nobody') : t('term.eyes-by', { name: names })}
      </p>
      {against.map(({ by, position, note = '' }) => (
        <p key={position} className="notice notice--caution" dir="auto">
          <bdi>{withColon(language, nameIn(desk, by))}</bdi> <Said text={note} />
        </p>
      ))}
    </>
  )
}
