import { nameOfThing, type Placed, undertakingsFor, voiceName } from '@goodoffices/client'
import { countingMarks, findRegister, isAddressed, standingOf } from '@goodoffices/core'
import { useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { Selection } from '../../ui/choice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { ReadingCard, UndertakingCard } from './undertaking-card.tsx'

const isBargained = ({ thing }: Placed): boolean => standingOf(thing).fields.tie.kind === 'bargained'

/** A calm page: what one has undertaken and what others rely on; what was given to one, what is owed nothing for apart from what was agreed. */
export function OwnUndertakings() {
  const { t } = useWords()
  const { rooms, process, caucuses, base } = useTalks()
  const { party } = process
  const [chosen, setChosen] = useState<string>()
  if (party === undefined) return null
  const { made, received } = undertakingsFor(rooms, party)
  const shown = made.find(({ thing }) => thing.item === chosen) ?? made.at(-1)
  const [own] = caucuses
  return (
    <div className="undertakings">
      <div className="undertakings__lists">
        <section aria-labelledby="undertaken">
          <div className="undertakings__head">
            <h2 id="undertaken">{t('undertaking.made')}</h2>
            {own !== undefined && (
              <LinkButton to={`${base}/rooms/${own.id}/undertaking`}>{t('undertaking.give')}</LinkButton>
            )}
          </div>
          {made.length === 0 && <p className="quiet">{t('undertaking.none-made')}</p>}
          {made.map(placed => (
            <UndertakingCard key={placed.thing.item} placed={placed} />
          ))}
        </section>
        {[false, true].map(bargained => {
          const here = received.filter(each => isBargained(each) === bargained)
          const title = t(bargained ? 'undertaking.received-agreed' : 'undertaking.received')
          if (bargained && here.length === 0) return null
          return (
            <section key={title} aria-label={title}>
              <div className="undertakings__head">
                <h2>{title}</h2>
              </div>
              {here.length === 0 && <p className="quiet">{t('undertaking.none-received')}</p>}
              {here.map(placed => (
                <UndertakingCard key={`${placed.room.id} ${placed.thing.item}`} placed={placed} />
              ))}
            </section>
          )
        })}
      </div>
      {shown !== undefined && (
        <aside className="undertakings__beside">
          {made.length > 1 && <Choosing made={made} shown={shown} onChoose={setChosen} />}
          <Readers key={shown.thing.item} placed={shown} />
          <Relying placed={shown} />
        </aside>
      )}
    </div>
  )
}

type ChoosingProps = {
  readonly made: readonly Placed[]
  readonly shown: Placed
  readonly onChoose: (item: string) => void
}

function Choosing({ made, shown, onChoose }: ChoosingProps) {
  const { t } = useWords()
  const w = useWriting(shown.room)
  return (
    <Selection
      label={t('register.undertaking')}
      value={shown.thing.item}
      onChange={onChoose}
      options={made.map(({ thing }) => ({ id: thing.item as string, label: nameOfThing(w, thing.item) }))}
    />
  )
}

const mediators = 'mediators'

/** What each reads of it, exactly: whoever it is not said to reads nothing. */
function Readers({ placed }: { readonly placed: Placed }) {
  const { t } = useWords()
  const { table } = useTalks()
  const { addressedTo, party: by } = standingOf(placed.thing).fields
  const parties = Object.values(table?.parties ?? {}).filter(({ party }) => party !== by)
  const [reader, setReader] = useState<string>(
    parties.find(({ party }) => isAddressed(addressedTo, party, by))?.party ?? mediators,
  )
  const reads =
    reader === mediators ||
    parties.some(({ party }) => party === reader && isAddressed(addressedTo, party, by))
  return (
    <section>
      <h2 className="undertakings__title">{t('undertaking.readers')}</h2>
      <fieldset className="undertakings__readers">
        <legend className="unseen">{t('undertaking.readers')}</legend>
        {[
          ...parties.map(({ party, name }) => ({ id: party as string, name })),
          { id: mediators, name: t('term.by-mediators') },
        ].map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className="button button--plain"
            aria-pressed={reader === id}
            onClick={() => setReader(id)}
          >
            <bdi>{name}</bdi>
          </button>
        ))}
      </fieldset>
      {reads ? <ReadingCard placed={placed} /> : <p className="quiet">{t('undertaking.reads-nothing')}</p>}
    </section>
  )
}

/** Who has said that it will act on it, and what follows of taking it back. */
function Relying({ placed: { room, thing } }: { readonly placed: Placed }) {
  const { t } = useWords()
  const w = useWriting(room)
  const register = findRegister('undertaking')
  const relying =
    register === undefined ? [] : countingMarks(register, thing).filter(({ verb }) => verb === 'relied-on')
  return (
    <section>
      <h2 className="undertakings__title">{t('undertaking.relying')}</h2>
      {relying.length === 0 ? (
        <p className="quiet">{t('undertaking.nobody-relies')}</p>
      ) : (
        <ul className="rows">
          {relying.map(mark => (
            <li key={mark.position}>
              <strong>
                <bdi>
                  <Said text={voiceName(w, mark)} />
                </bdi>
              </strong>{' '}
              <span className="quiet small">{w.time(mark.at ?? mark.time)}</span>
              {mark.note !== undefined && (
                <p dir="auto">
                  <Said text={mark.note} />
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="undertakings__aside">{t('undertaking.revoke-follows')}</p>
    </section>
  )
}
