import { AgreementFrame } from '../../talks/agreement-frame.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Matrix } from './matrix.tsx'
import { OwnUndertakings } from './own-undertakings.tsx'
import './undertaking.css'

/** For a side and for whoever is none: what it has undertaken and what was given to it; for mediators who towards whom. */
export function UndertakingsScreen() {
  const { mediates } = useTalks()
  return <AgreementFrame>{mediates ? <Matrix /> : <OwnUndertakings />}</AgreementFrame>
}
