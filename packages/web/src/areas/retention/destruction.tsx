import type { RoomId } from '@goodoffices/core'
import { useCopies } from '../../record/use-copies.ts'
import { AttemptNotice } from '../../ui/attempt.tsx'
import { Tick } from '../../ui/choice.tsx'
import { ActionMenu } from '../../ui/menu.tsx'
import { useWords } from '../../words/words.tsx'
import '../../record/record.css'

type Props = {
  /** What is destroyed, as a sentence, and what is left of it. */
  readonly goes: string
  readonly stays: string
  /** Of what a copy can be saved first, and under which name. */
  readonly rooms: readonly RoomId[]
  readonly name: string
  /** What is said with the tick, without which nothing is destroyed. */
  readonly certainty: string
  readonly certain: boolean
  readonly onCertain: (certain: boolean) => void
}

/** In a dialog that destroys: what goes, what stays, a copy first, and a deliberate yes. */
export function Destruction({ goes, stays, rooms, name, certainty, certain, onCertain }: Props) {
  const { t } = useWords()
  const { save, attempt } = useCopies()
  return (
    <>
      <dl className="destruction">
        <dt>{t('destroy.goes')}</dt>
        <dd>{goes}</dd>
        <dt>{t('destroy.stays')}</dt>
        <dd>{stays}</dd>
        <dt>{t('destroy.beyond')}</dt>
        <dd>{t('destroy.beyond-what')}</dd>
      </dl>
      <p className="notice notice--caution">{t('destroy.never-back')}</p>
      <div className="destruction__copy">
        <p>{t('destroy.copy-first')}</p>
        <ActionMenu
          label={t('record.export')}
          choices={(['html', 'docx', 'record'] as const).map(format => ({
            id: format,
            label: t(format === 'record' ? 'record.file' : `record.${format}`),
            onAction: () => save({ rooms, format, name }),
          }))}
        />
        <p aria-live="polite" className="small quiet">
          {attempt.busy ? t('record.preparing') : ''}
        </p>
        <AttemptNotice attempt={attempt} />
      </div>
      <Tick label={certainty} checked={certain} onChange={onCertain} />
    </>
  )
}
