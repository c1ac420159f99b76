import { addParty } from '@goodoffices/client'
import { useState } from 'react'
import type { NewParty } from '../../session/session.ts'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Tick } from '../../ui/choice.tsx'
import { useWords } from '../../words/words.tsx'
import { emptyParty, PartyFields } from './party-fields.tsx'

/** A party or third party that comes later. */
export function AddPartyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const { session, process } = useTalks()
  const [party, setParty] = useState<NewParty>(emptyParty)
  const asThird = (third: boolean): NewParty => {
    const { thirdRole: _, ...rest } = party
    return third ? { ...rest, kind: 'third', thirdRole: 'guarantor' } : { ...rest, kind: 'party' }
  }
  return (
    <ActDialog
      title={t('party.add')}
      act={() => addParty(session, process.process, { ...party, name: party.name.trim() })}
      incomplete={party.name.trim() === ''}
      onClose={onClose}
    >
      <Tick
        label={t('party.third')}
        hint={t('party.third-hint')}
        checked={party.kind === 'third'}
        onChange={third => setParty(asThird(third))}
      />
      <PartyFields
        party={party}
        place={1}
        missing={false}
        onChange={change => setParty({ ...party, ...change })}
      />
    </ActDialog>
  )
}
