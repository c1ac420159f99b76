import { nameOfThing } from '@goodoffices/client'
import {
  findRegister,
  type ItemId,
  makerOf,
  type PartyCard,
  type PartyId,
  type RoomState,
} from '@goodoffices/core'
import { Selection } from '../../ui/choice.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'

export type Givings = Readonly<Record<PartyId, ItemId>>

/** What a party has entered itself, the newest first; before all else what an exchange is usually of: that of which its yes says something. */
const ownOf = (caucus: RoomState) =>
  Object.values(caucus.items)
    .filter(thing => makerOf(caucus, thing) === caucus.party?.party)
    .toReversed()
    .toSorted((a, b) => rank(a.register) - rank(b.register))
const rank = (register: string): number => (findRegister(register)?.agreed === undefined ? 1 : 0)

/** MEET-7: what each of those asked would give: what was chosen, else the first that it has. Undefined where one has nothing. */
export function givingsOf(caucuses: readonly RoomState[], asked: readonly PartyId[], chosen: Givings) {
  const gives = asked.flatMap(party => {
    const caucus = caucuses.find(each => each.party?.party === party)
    const own = caucus === undefined ? [] : ownOf(caucus)
    const thing = own.find(({ item }) => item === chosen[party]) ?? own[0]
    return thing === undefined ? [] : [{ party, item: thing.item }]
  })
  return gives.length < asked.length ? undefined : gives
}

type Props = {
  readonly caucuses: readonly RoomState[]
  readonly asked: readonly PartyId[]
  readonly chosen: Givings
  readonly onChange: (chosen: Givings) => void
}

/** One choice for each who is asked, alike. */
export function GivingFields({ caucuses, asked, chosen, onChange }: Props) {
  return caucuses.flatMap(caucus =>
    caucus.party === undefined || !asked.includes(caucus.party.party)
      ? []
      : [<GivingField key={caucus.id} {...{ caucus, chosen, onChange }} party={caucus.party} />],
  )
}

type FieldProps = Pick<Props, 'chosen' | 'onChange'> & {
  readonly caucus: RoomState
  readonly party: PartyCard
}

function GivingField({ caucus, party: { party, name }, chosen, onChange }: FieldProps) {
  const { t } = useWords()
  const w = useWriting(caucus)
  const own = ownOf(caucus)
  const [first] = own
  if (first === undefined) return <p role="alert">{t('question.gives-nothing', { party: name })}</p>
  return (
    <Selection
      label={t('question.gives', { party: name })}
      value={own.find(({ item }) => item === chosen[party])?.item ?? first.item}
      onChange={item => onChange({ ...chosen, [party]: item })}
      options={own.map(({ item }) => ({ id: item, label: nameOfThing(w, item) }))}
    />
  )
}
