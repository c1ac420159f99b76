import { nameOfThing, standingName } from '@goodoffices/client'
import { findRegister, type RegisterItem, type RoomState } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { History } from '../item/history.tsx'
import { puttingFor } from '../item/may.ts'
import { Sayings } from '../item/sayings.tsx'
import { Lines } from './mandate-page.tsx'
import './mandate.css'

type Props = { readonly room: RoomState; readonly thing: RegisterItem }

/** Powers, or a condition that stands by itself: as it stands, with what may be said of it. */
export function ThingPage({ room, thing }: Props) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const w = useWriting(room)
  const mayReword =
    puttingFor(session, room, {
      kind: 'item.put',
      item: thing.item,
      register: thing.register,
      rev: thing.revisions.length + 1,
      fields: thing.revisions.at(-1)?.fields ?? {},
    }) !== undefined
  return (
    <Page title={nameOfThing(w, thing.item)} width="narrow">
      <p className="mandate-standing">{standingName(w, thing)}</p>
      {thing.register === 'powers' && <p className="quiet">{t('mandate.powers-bind')}</p>}
      <Lines room={room} thing={thing} />
      <Sayings room={room} thing={thing} verbs={sayable(room, thing)} />
      {mayReword && (
        <div className="actions no-print">
          <LinkButton weight="text" to={`${base}/rooms/${room.id}/mandate/${thing.item}/word`}>
            {t('mandate.reword')}
          </LinkButton>
        </div>
      )}
      <History room={room} things={[thing]} />
    </Page>
  )
}

/** What makes sense to be said of it as it stands. */
function sayable(room: RoomState, thing: RegisterItem): readonly string[] {
  const register = findRegister(thing.register)
  const standing = register?.standing(thing, room).standing ?? ''
  const senseless: Readonly<Record<string, readonly string[]>> = {
    'powers-suspended': ['suspended', 'presented'],
    'powers-revoked': ['revoked', 'suspended', 'presented'],
    'powers-replaced': ['replaced', 'suspended', 'presented'],
  }
  const inForce = ['in-force-again', ...(standing === 'powers-in-good-order' ? ['in-good-order'] : [])]
  const left = senseless[standing] ?? (thing.register === 'powers' ? inForce : [])
  return Object.keys(register?.verbs ?? {}).filter(verb => !left.includes(verb))
}

/** Every side's powers, one card a side, laid out alike: the same empty state for each. */
export function PowersScreen() {
  const { t } = useWords()
  const { caucuses, desk } = useTalks()
  return (
    <Page title={t('mandate.powers-of-all')} lead={t('mandate.powers-bind')} width="wide">
      <div className="mandate-cards">
        {(desk === undefined ? [] : caucuses).map(room => (
          <Section key={room.id} title={room.party?.name ?? ''}>
            <Side room={room} />
          </Section>
        ))}
      </div>
    </Page>
  )
}

function Side({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const w = useWriting(room)
  const powers = Object.values(room.items).filter(({ register }) => register === 'powers')
  if (powers.length === 0) return <p className="quiet">{t('mandate.none-presented')}</p>
  return powers.map(thing => (
    <article key={thing.item} className="mandate-card" aria-label={nameOfThing(w, thing.item)}>
      <div className="mandate-conditions__head">
        <strong dir="auto">
          <Said text={nameOfThing(w, thing.item)} />
        </strong>
        <span className="mandate-tag">{standingName(w, thing)}</span>
      </div>
      <Lines room={room} thing={thing} except={['holder']} />
      <Sayings room={room} thing={thing} verbs={sayable(room, thing)} />
    </article>
  ))
}
