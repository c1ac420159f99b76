import { isMediator, isPresent, type MemberId, type RoomState } from '@goodoffices/core'
import type { Plan } from '../../session/session.ts'
import { useTalks } from '../../talks/talks.tsx'
import { Selection } from '../../ui/choice.tsx'
import { useWords } from '../../words/words.tsx'
import { passings } from '../message/ask-dialog.tsx'
import { wordingAt } from './carry.ts'
import { sourceOf } from './origin.ts'
import type { Carrying } from './use-carry.ts'

/** At which marking it passes. */
export function PassingField({ carrying: { carry, change } }: { readonly carrying: Carrying }) {
  const { t } = useWords()
  const talks = useTalks()
  const { origin, as } = carry.common
  const source = sourceOf(talks, origin)
  if (source?.kind !== 'caucus') return null
  const ways = passings.filter(
    way =>
      (way !== 'verbatim' || origin.kind !== 'offer') && (way !== 'unattributed' || origin.kind !== 'mark'),
  )
  const choose = (next: Plan['as']) =>
    change({
      as: next,
      ...(origin.kind === 'passage'
        ? { wording: wordingAt(source, carry.common, { passage: origin.passage, as: next }) }
        : {}),
    })
  return (
    <Selection
      label={t('carry.as')}
      value={as}
      onChange={choose}
      options={ways.map(id => ({ id, label: t(`marking.${id}`) }))}
    />
  )
}

/** What its readers learn of whose words it is. */
export function PassingHint({ carrying: { carry } }: { readonly carrying: Carrying }) {
  const { t } = useWords()
  const { origin, as } = carry.common
  if (sourceOf(useTalks(), origin)?.kind !== 'caucus') return null
  return (
    <p className="small quiet">
      {t(origin.kind === 'item' && as === 'verbatim' ? 'carry.as-verbatim-entry' : `carry.as-${as}`)}
    </p>
  )
}

const nobody = 'nobody'

/** DESK-11: the colleague who is asked to read it before it goes; nobody unless chosen. */
export function ReaderField({
  carrying: { carry, change },
  desk,
}: {
  readonly carrying: Carrying
  readonly desk: RoomState
}) {
  const { t } = useWords()
  const { session } = useTalks()
  const colleagues = Object.values(desk.members).filter(
    member => isPresent(member) && isMediator(member) && member.member !== session.me.member,
  )
  if (colleagues.length === 0) return null
  return (
    <Selection
      label={t('field.reader')}
      value={carry.common.reader ?? nobody}
      onChange={next => change({ reader: next === nobody ? undefined : (next as MemberId) })}
      options={[
        { id: nobody, label: t('carry.reader-nobody') },
        ...colleagues.map(({ member, name }) => ({ id: member as string, label: name })),
      ]}
    />
  )
}
