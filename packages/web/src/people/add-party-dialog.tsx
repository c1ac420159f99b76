import { useState } from 'react'
import { emptyParty, PartyFields } from '../begin/party-fields.tsx'
import type { NewParty } from '../session/session.ts'
import { useTalks } from '../talks/talks.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { Tick } from '../ui/choice.tsx'
import { SheetDialog } from '../ui/sheet-dialog.tsx'
import { useWords } from '../words/words.tsx'

/** A party or third party that comes later. */
export function AddPartyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const { session, process } = useTalks()
  const attempt = useAttempt()
  const [party, setParty] = useState<NewParty>(emptyParty)
  const asThird = (third: boolean): NewParty => {
    const { thirdRole: _, ...rest } = party
    return third ? { ...rest, kind: 'third', thirdRole: 'guarantor' } : { ...rest, kind: 'party' }
  }
  return (
    <SheetDialog title={t('party.add')} open onClose={onClose}>
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
      <AttemptNotice attempt={attempt} />
      <div className="actions">
        <Button
          weight="main"
          isDisabled={attempt.busy || party.name.trim() === ''}
          onPress={() =>
            whenDone(
              attempt.run(() => session.addParty(process.process, { ...party, name: party.name.trim() })),
              () => onClose(),
            )
          }
        >
          {t('party.add')}
        </Button>
        <Button weight="text" onPress={onClose}>
          {t('do.cancel')}
        </Button>
      </div>
    </SheetDialog>
  )
}
