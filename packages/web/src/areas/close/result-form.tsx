import { newId } from '@goodoffices/client'
import { type Act, addsUp, type Ballot, type ItemId, type RoomState, standingOf } from '@goodoffices/core'
import { useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { readWhole } from '../../ui/whole-number.ts'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'

type Props = { readonly room: RoomState; readonly ballot: Ballot }

const numbers = ['eligible', 'returned', 'inFavour', 'opposed', 'blankOrVoid'] as const

/** A result that adds up as it is typed; of several groups it is entered in the shell. */
export function ResultForm({ room, ballot }: Props) {
  const { t } = useWords()
  const { session } = useTalks()
  const [isOpen, setOpen] = useState(false)
  const { groups, majorityOf } = standingOf(ballot).fields
  const may = session.checkAct(
    room.id,
    actOf(ballot, newId<ItemId>(), {
      eligible: 0,
      returned: 0,
      inFavour: 0,
      opposed: 0,
      blankOrVoid: 0,
      membersInAll: 0,
    }),
  )
  if (groups !== undefined || (!may.ok && may.error.code !== 'item-malformed')) return null
  return (
    <div className="actions no-print">
      <Button weight="plain" onPress={() => setOpen(true)}>
        {t('close.enter-result')}
      </Button>
      {isOpen && (
        <Result
          room={room}
          ballot={ballot}
          withMembers={majorityOf === 'members'}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}

type Numbers = Readonly<Record<(typeof numbers)[number], number>> & { readonly membersInAll?: number }

const actOf = (ballot: Ballot, item: ItemId, counted: Numbers): Act => ({
  kind: 'item.put',
  item,
  register: 'tally',
  rev: 1,
  fields: { ballot: ballot.item, countedBy: standingOf(ballot).fields.countedBy, counted: [{ ...counted }] },
})

type ResultProps = Props & { readonly withMembers: boolean; readonly onClose: () => void }

function Result({ room, ballot, withMembers, onClose }: ResultProps) {
  const { t, number } = useWords()
  const [item] = useState(() => newId<ItemId>())
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const names = withMembers ? (['membersInAll', ...numbers] as const) : numbers
  const read = Object.fromEntries(names.map(name => [name, readWhole(typed[name] ?? '')]))
  const isWhole = names.every(name => read[name] !== undefined)
  const counted = read as unknown as Numbers
  const isRight = isWhole && addsUp(counted)
  const act = isRight ? actOf(ballot, item, counted) : undefined
  const reach = useReach(room, act)
  return (
    <ActDialog
      title={t('close.enter-result')}
      act={async () =>
        act === undefined ? { ok: false, error: { code: 'does-not-add-up' } } : reach.say(act)
      }
      incomplete={!isRight || reach.open}
      onClose={onClose}
    >
      {names.map(name => (
        <Field
          key={name}
          label={t(`field.${name}`)}
          short
          required
          value={typed[name] ?? ''}
          onChange={value => setTyped({ ...typed, [name]: value })}
        />
      ))}
      <output className="quiet">
        {isWhole && !isRight
          ? t('close.sum', {
              sum: number(counted.inFavour + counted.opposed + counted.blankOrVoid),
              returned: number(counted.returned),
            })
          : ''}
      </output>
      {reach.shown}
    </ActDialog>
  )
}
