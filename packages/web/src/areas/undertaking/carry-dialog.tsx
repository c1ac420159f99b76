import { carryWhole, deliver, prepareConveyance, previewConveyance, titleOf } from '@goodoffices/client'
import {
  isAddressed,
  type RegisterItem,
  type RoomState,
  standingOf,
  type Undertaking,
} from '@goodoffices/core'
import { useState } from 'react'
import { preferences } from '../../settings/preferences.ts'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'
import { usePassing } from '../desk/use-reach.tsx'

type Props = { readonly room: RoomState; readonly thing: RegisterItem; readonly onClose: () => void }

/** The caucuses of those to whom it is said; of what is said to all the table as well. A step is announced to whomever one tells. */
function roomsFor(
  thing: RegisterItem,
  caucuses: readonly RoomState[],
  table: RoomState | undefined,
): readonly RoomState[] {
  const { addressedTo, party: by } = standingOf(thing as unknown as Undertaking).fields
  const to = thing.register === 'undertaking' ? addressedTo : ({ kind: 'to-all' } as const)
  const named = caucuses.filter(({ party }) => party !== undefined && isAddressed(to, party.party, by))
  return [...named, ...(to.kind === 'to-all' && table !== undefined ? [table] : [])]
}

/** Carries it whole, in the words of its maker; the mediators say one sentence with it. */
export function CarryDialog({ room, thing, onClose }: Props) {
  const words = useWords()
  const { t } = words
  const { session, process, caucuses, table, mediates } = useTalks()
  const rooms = roomsFor(thing, caucuses, table)
  const [to, setTo] = useState<string | undefined>(rooms[0]?.id)
  const [wording, setWording] = useState(titleOf(thing) ?? '')
  const recipient = rooms.find(({ id }) => id === to)
  const plan = recipient === undefined ? undefined : carryWhole({ room, thing }, recipient, wording)
  const preview = plan === undefined ? undefined : previewConveyance(session, process.process, plan)
  const shown = preview?.ok === true ? preview.value : undefined
  const passing = usePassing(recipient, shown, shown?.arrival)
  const carry = async () => {
    if (plan === undefined) throw new Error('to nobody')
    const prepared = await prepareConveyance(session, process.process, {
      ...plan,
      accepted: passing.accepted,
    })
    return prepared.ok ? deliver(session, process.process, prepared.value, preferences.undoMs()) : prepared
  }
  return (
    <ActDialog
      title={t('undertaking.carry')}
      act={carry}
      incomplete={plan === undefined || wording.trim() === '' || passing.open}
      onClose={onClose}
    >
      <Choice
        label={t('field.to')}
        value={to}
        onChange={setTo}
        options={rooms.map(each => ({ id: each.id as string, label: roomName(each, words, mediates) }))}
      />
      <Field label={t('undertaking.said-with-it')} value={wording} onChange={setWording} required />
      {passing.shown}
    </ActDialog>
  )
}
