import { isProved } from '@goodoffices/client'
import type { Question, QuestionPhase, RoomState } from '@goodoffices/core'
import { withColon } from '../../words/languages.ts'
import { useWords } from '../../words/words.tsx'
import { useProofs } from './use-proofs.ts'

type Props = { readonly room: RoomState; readonly question: Question; readonly phase: QuestionPhase }

/** What came of it, and of a match what shows it. ASNT-5: what is not proved is not taken for told. */
export function Outcome({ room, question, phase }: Props) {
  const { t, language } = useWords()
  const proofs = useProofs(room, question)
  if (phase !== 'match') return <p>{t(`term.phase.${phase}`)}</p>
  if (proofs === undefined) return null
  return (
    <>
      {isProved(proofs) ? <p>{t('term.phase.match')}</p> : <p role="alert">{t('term.not-proved')}</p>}
      <ul className="small">
        {proofs.map(({ party, name, proof }) => (
          <li key={party}>
            <bdi>{name}</bdi>
            {withColon(language, '')} {t(`term.proof.${proof}`)}
          </li>
        ))}
      </ul>
    </>
  )
}
