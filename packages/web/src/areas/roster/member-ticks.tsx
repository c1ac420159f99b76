import type { Member, MemberId } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { Tick } from '../../ui/choice.tsx'
import { useWords } from '../../words/words.tsx'

type Props = {
  readonly label: string
  readonly people: readonly Member[]
  readonly chosen: readonly MemberId[]
  readonly onChange: (chosen: readonly MemberId[]) => void
}

/** Some of the people, each with the party or role they are known by. */
export function MemberTicks({ label, people, chosen, onChange }: Props) {
  const { t } = useWords()
  const { rooms } = useTalks()
  const partyOf = (person: Member) => rooms.find(room => room.party?.party === person.party)?.party
  return (
    <fieldset>
      <legend className="field__label">{label}</legend>
      {people.map(person => (
        <Tick
          key={person.member}
          label={<bdi>{person.name}</bdi>}
          hint={partyOf(person)?.name ?? t(`role.${person.role}`)}
          checked={chosen.includes(person.member)}
          onChange={on =>
            onChange(on ? [...chosen, person.member] : chosen.filter(id => id !== person.member))
          }
        />
      ))}
    </fieldset>
  )
}
