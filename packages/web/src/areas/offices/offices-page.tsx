import { compareOffices, type OfficesHere, officesAcross, writingOf } from '@goodoffices/client'
import { loadVocabulary } from '@goodoffices/client/words'
import { standingOf } from '@goodoffices/core'
import { use, useState } from 'react'
import { NotOpen } from '../../identity/not-open.tsx'
import type { Session } from '../../session/session.ts'
import { useAccess, useVersion } from '../../session/use-session.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { AnswerStanding, Answers } from './answers.tsx'
import { Parts } from './parts.tsx'
import '../item/thing-lines.css'
import './offices.css'

/** GOOD-5: all that is offered to a party in all its talks, on this device and nowhere else. */
export function OfficesPage() {
  const session = useAccess().session()
  if (session === undefined) return <NotOpen />
  return (
    <main id="main" tabIndex={-1}>
      <AllOffices session={session} />
    </main>
  )
}

/** The same from within talks, a sample's among them. */
export function TalksOfficesPage() {
  return <AllOffices session={useTalks().session} />
}

function AllOffices({ session }: { readonly session: Session }) {
  const { t, language, locale, timeZone } = useWords()
  useVersion(session)
  const vocabulary = use(loadVocabulary(language))
  const offers = officesAcross(session).map(here => ({
    ...here,
    writing: writingOf(here.room, vocabulary, { locale, timeZone }),
  }))
  const rows = compareOffices(offers)
  return (
    <Page
      title={t('offices.title', { count: offers.length })}
      width="wide"
      lead={offers.length === 0 ? undefined : t('term.offices-apart')}
    >
      {offers.length > 0 && (
        <>
          {offers.length > 1 && <p className="small quiet">{t('offices.bold')}</p>}
          <table className="offices">
            <thead>
              <tr>
                <th scope="col">
                  <span className="unseen">{t('term.stands-as')}</span>
                </th>
                {offers.map(({ offer, room }) => (
                  <th key={offer.item} scope="col">
                    <bdi>{standingOf(offer).fields.offeredBy}</bdi>
                    <span className="offices__talks">
                      <bdi>{room.process.title}</bdi>
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, label, cells }) => (
                <tr key={name}>
                  <th scope="row">{label}</th>
                  {cells.map((parts, at) => (
                    <td key={offers[at]?.offer.item}>
                      <Parts parts={parts} />
                    </td>
                  ))}
                </tr>
              ))}
              <tr>
                <th scope="row">
                  {t('offices.your-answer')}
                  <span className="offices__hint">{t('offices.reads-only')}</span>
                </th>
                {offers.map(each => (
                  <td key={each.offer.item}>
                    <Answering session={session} here={each} />
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
          <OneByOne session={session} offers={offers} rows={rows} />
        </>
      )}
    </Page>
  )
}

type Of = { readonly session: Session; readonly here: OfficesHere }

function Answering({ session, here: { room, offer, mayAnswer } }: Of) {
  return (
    <>
      <AnswerStanding room={room} offer={offer} />
      {mayAnswer && <Answers session={session} room={room} offer={offer} />}
    </>
  )
}

type OneProps = {
  readonly session: Session
  readonly offers: readonly OfficesHere[]
  readonly rows: ReturnType<typeof compareOffices>
}

/** On a phone one offer at a time, in the same words. */
function OneByOne({ session, offers, rows }: OneProps) {
  const { t } = useWords()
  const [chosen, setChosen] = useState(0)
  const at = Math.min(chosen, offers.length - 1)
  const here = offers[at]
  if (here === undefined) return null
  return (
    <article className="offices-one">
      <header className="offices-one__head">
        <h2>
          <bdi>{standingOf(here.offer).fields.offeredBy}</bdi>
        </h2>
        <p className="small quiet">
          <bdi>{here.room.process.title}</bdi> · {t('offices.of', { at: at + 1, count: offers.length })}
        </p>
        {offers.length > 1 && (
          <div className="actions">
            <Button weight="text" isDisabled={at === 0} onPress={() => setChosen(at - 1)}>
              {t('offices.previous')}
            </Button>
            <Button weight="text" isDisabled={at === offers.length - 1} onPress={() => setChosen(at + 1)}>
              {t('offices.next')}
            </Button>
          </div>
        )}
      </header>
      <dl className="offices-one__lines">
        {rows.map(({ name, label, cells }) =>
          // Beside nothing, what is not said leaves no gap.
          cells[at] === undefined || cells[at].length === 0 ? null : (
            <div key={name}>
              <dt>{label}</dt>
              <dd>
                <Parts parts={cells[at]} />
              </dd>
            </div>
          ),
        )}
      </dl>
      <h3 className="field__label">{t('offices.your-answer')}</h3>
      <Answering session={session} here={here} />
    </article>
  )
}
