import { choiceOf, nameOfThing, standingName } from '@goodoffices/client'
import { type Portfolio, type RoomState, type Safety, standingOf, type Track } from '@goodoffices/core'
import type { ReactNode } from 'react'
import { LostPage } from '../../frame/lost-page.tsx'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import './offices.css'

/** What the mediators have beside the talks themselves: whose safety is to be asked about, who does what, who else mediates. */
export function TeamPage() {
  const { desk } = useTalks()
  return desk === undefined ? <LostPage /> : <OfDesk desk={desk} />
}

type Kinds = { readonly safety: Safety; readonly portfolio: Portfolio; readonly track: Track }
const thingsOf = <R extends keyof Kinds>({ items }: RoomState, register: R): readonly Kinds[R][] =>
  Object.values(items).filter(thing => thing.register === register) as unknown as readonly Kinds[R][]

function OfDesk({ desk }: { readonly desk: RoomState }) {
  const { t, list } = useWords()
  const { session } = useTalks()
  const w = useWriting(desk)
  const isLead = desk.members[session.me.member]?.role === 'lead'
  const name = (id: string) => w.named('party', id)
  return (
    <Page title={t('offices.who-does-what')} width="normal">
      <Section title={choiceOf(w, 'register.safety')} hint={t('offices.safety-hint')}>
        <Things
          desk={desk}
          things={thingsOf(desk, 'safety')}
          heads={[w.vocabulary.fields['party'] ?? '', w.vocabulary.fields['reachedBy'] ?? '']}
          cells={({ party, reachedBy }) => [party === undefined ? '' : name(party), reachedBy ?? '']}
        />
        <Put desk={desk} register="safety" label={t('offices.put-safety')} />
      </Section>
      <Section title={choiceOf(w, 'register.portfolio')} hint={t('offices.portfolio-hint')}>
        <Things
          desk={desk}
          things={thingsOf(desk, 'portfolio')}
          heads={[
            w.vocabulary.fields['inHandsOf'] ?? '',
            w.vocabulary.fields['forParties'] ?? '',
            w.vocabulary.fields['issues'] ?? '',
          ]}
          cells={({ inHandsOf, forParties = [], issues = [], forIssues = [] }) => [
            w.person(inHandsOf),
            forParties.length === 0 ? '' : list(forParties.map(name)),
            list([...issues.map(id => nameOfThing(w, id)), ...forIssues]),
          ]}
        />
        {isLead && <Put desk={desk} register="portfolio" label={t('offices.put-portfolio')} />}
      </Section>
      <Section title={t('offices.tracks')}>
        <Things
          desk={desk}
          things={thingsOf(desk, 'track')}
          heads={[w.vocabulary.fields['relation'] ?? '', w.vocabulary.fields['sharing'] ?? '']}
          cells={({ relation, sharing }) => [choiceOf(w, `relation.${relation}`), sharing ?? '']}
        />
        <Put desk={desk} register="track" label={t('offices.put-track')} />
      </Section>
    </Page>
  )
}

type PutProps = { readonly desk: RoomState; readonly register: string; readonly label: string }

function Put({ desk, register, label }: PutProps) {
  const { base } = useTalks()
  return (
    <div className="actions no-print">
      <LinkButton weight="text" to={`${base}/rooms/${desk.id}/put-beside/${register}`}>
        {label}
      </LinkButton>
    </div>
  )
}

type Of<T> = T extends { readonly revisions: readonly (infer R)[] }
  ? R extends { readonly fields: infer F }
    ? F
    : never
  : never
type ThingsProps<T> = {
  readonly desk: RoomState
  readonly things: readonly T[]
  readonly heads: readonly string[]
  readonly cells: (fields: Of<T>) => readonly ReactNode[]
}

/** A table: what each is called leads to its page. */
function Things<T extends Safety | Portfolio | Track>({ desk, things, heads, cells }: ThingsProps<T>) {
  const { t } = useWords()
  const { base } = useTalks()
  const w = useWriting(desk)
  if (things.length === 0) return null
  return (
    <table className="offices-team">
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t('field.name')}</span>
          </th>
          {heads.map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          <th scope="col">{t('term.stands-as')}</th>
        </tr>
      </thead>
      <tbody>
        {things.map(thing => (
          <tr key={thing.item}>
            <th scope="row" aria-label={nameOfThing(w, thing.item)}>
              <Link to={`${base}/rooms/${desk.id}/beside-desk/${thing.item}`}>
                <bdi>
                  <Said text={nameOfThing(w, thing.item)} />
                </bdi>
              </Link>
            </th>
            {cells(standingOf(thing as never).fields as Of<T>).map((cell, at) => (
              <td key={heads[at]} data-head={heads[at]}>
                {cell}
              </td>
            ))}
            <td data-head={t('term.stands-as')}>{standingName(w, thing)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
