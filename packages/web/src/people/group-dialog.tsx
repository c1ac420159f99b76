import type { Member, MemberId, RoomState } from '@goodoffices/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTalks } from '../talks/talks.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { Tick } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { SheetDialog } from '../ui/sheet-dialog.tsx'
import { useWords } from '../words/words.tsx'

type Props = {
  readonly people: readonly Member[]
  readonly caucuses: readonly RoomState[]
  readonly onClose: () => void
}

/** A working group of named members. People of a hidden party are not offered: they would be named to the others. */
export function GroupDialog({ people, caucuses, onClose }: Props) {
  const { t } = useWords()
  const { session, process, base } = useTalks()
  const navigate = useNavigate()
  const attempt = useAttempt()
  const [title, setTitle] = useState('')
  const [chosen, setChosen] = useState<readonly MemberId[]>([])
  const partyOf = (person: Member) => caucuses.find(room => room.party?.party === person.party)?.party
  const open = () =>
    attempt.run(() => session.openGroup(process.process, { title: title.trim(), members: chosen }))
  return (
    <SheetDialog title={t('group.open')} open onClose={onClose}>
      <Field label={t('group.title')} required charsMax={200} value={title} onChange={setTitle} />
      <fieldset>
        <legend className="field__label">{t('group.members')}</legend>
        {people
          .filter(person => partyOf(person)?.hidden !== true)
          .map(person => (
            <Tick
              key={person.member}
              label={<bdi>{person.name}</bdi>}
              hint={partyOf(person)?.name ?? t(`role.${person.role}`)}
              checked={chosen.includes(person.member)}
              onChange={on =>
                setChosen(on ? [...chosen, person.member] : chosen.filter(id => id !== person.member))
              }
            />
          ))}
      </fieldset>
      <AttemptNotice attempt={attempt} />
      <div className="actions">
        <Button
          weight="main"
          isDisabled={attempt.busy || title.trim() === '' || chosen.length === 0}
          onPress={() => whenDone(open(), value => void navigate({ to: `${base}/rooms/${value}` }))}
        >
          {t('group.do')}
        </Button>
        <Button weight="text" onPress={onClose}>
          {t('do.cancel')}
        </Button>
      </div>
    </SheetDialog>
  )
}
