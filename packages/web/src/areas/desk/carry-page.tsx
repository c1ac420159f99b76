import { issueOfOrigin } from '@goodoffices/client'
import { type Finding, isPublic, type RoomState } from '@goodoffices/core'
import { How } from '../../talks/how.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Field } from '../../ui/field.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords, type Words } from '../../words/words.tsx'
import { PortfolioNotice } from '../offices/portfolio-notice.tsx'
import { AlsoFrom } from './also-from.tsx'
import { Brings } from './brings.tsx'
import { type Carry, type Leg, passageChange } from './carry.ts'
import type { CarrySearch } from './carry-search.ts'
import { DeliverySection } from './delivery-section.tsx'
import { Findings } from './findings.tsx'
import { LegFields } from './leg-fields.tsx'
import { sourceOf } from './origin.ts'
import { PassingHint } from './passing-fields.tsx'
import { PreviewFrame } from './preview-frame.tsx'
import { ReadFirst } from './read-first.tsx'
import { previewTitle, Recipients, readersOf, readersOfAll } from './recipients.tsx'
import { SourceSide } from './source-side.tsx'
import { type Carrying, useCarry } from './use-carry.ts'
import { type Check, numbersOf, useChecked } from './use-checked.ts'
import { FormFields, WordsFields } from './words-fields.tsx'
import '../message/sheet.css'
import './desk.css'
import './carry.css'

function Nothing() {
  const { t } = useWords()
  const { base } = useTalks()
  return (
    <Page title={t('carry.title')} width="narrow">
      <p>{t('carry.nothing')}</p>
      <div className="actions">
        <LinkButton to={`${base}/desk`}>{t('carry.back')}</LinkButton>
      </div>
    </Page>
  )
}

/** Carrying: what was said or entered, the wording and what the check names in it, what each recipient will see; the delivery below. */
export function CarryPage({ search }: { readonly search: CarrySearch }) {
  const { desk } = useTalks()
  return desk === undefined ? <Nothing /> : <Composer search={search} desk={desk} />
}

function Composer({ search, desk }: { readonly search: CarrySearch; readonly desk: RoomState }) {
  const words = useWords()
  const { t } = words
  const talks = useTalks()
  const w = useWriting(talks.rooms.find(({ id }) => id === search.source) ?? desk)
  const carrying = useCarry(talks, search, w)
  const check = useChecked(talks, carrying?.carry)
  if (carrying === undefined) return <Nothing />
  const { carry, change, update } = carrying
  const { origin } = carry.common
  const source = sourceOf(talks, origin)
  const { legs } = check
  const isWritten = carry.common.wording.trim() !== ''
  const changeLeg = (to: string) => (next: Partial<Leg>) =>
    update(now => ({ ...now, legs: now.legs.map(leg => (leg.to === to ? { ...leg, ...next } : leg)) }))
  const isPublished = legs.length > 0 && legs.every(({ room }) => isPublic(room))
  return (
    <Page width="wide" title={titleOf(carry, words)} beside={<p className="quiet">{t('carry.lead')}</p>}>
      <ReadFirst desk={desk} conveyance={search.conveyance} />
      <PortfolioNotice
        desk={desk}
        rooms={[source, ...legs.map(({ room }) => room)]}
        issue={issueOfOrigin(source, origin)}
      />
      <div className={source === undefined ? 'carry carry--own' : 'carry'}>
        {source !== undefined && (
          <section className="carry__side" aria-labelledby="carry-from">
            <h2 id="carry-from" className="carry__name">
              <span className="carry__label">{t(source.kind === 'desk' ? 'field.from' : 'carry.from')}</span>{' '}
              <bdi>{source.kind === 'desk' ? t('room.desk') : source.party?.name}</bdi>
            </h2>
            <SourceSide
              source={source}
              origin={origin}
              carry={carry}
              onPassage={passage => change(passageChange(source, carry.common, passage))}
              onFields={fields => change(origin.kind === 'item' ? { origin: { ...origin, fields } } : {})}
            />
            {isPublished && <AlsoFrom carrying={carrying} />}
          </section>
        )}
        <section className="carry__side" aria-labelledby="carry-to">
          <h2 id="carry-to" className="carry__name">
            <span className="carry__label">{t('carry.to')}</span>{' '}
            <bdi>
              {readersOfAll(
                legs.map(({ room }) => room),
                words,
              )}
            </bdi>
          </h2>
          <Recipients carry={carry} onChange={update} />
          <WordsFields carrying={carrying} legs={legs} />
          <LeakCheck check={check} carrying={carrying} />
          <FormFields carrying={carrying} legs={legs} />
          <Brings carry={carry} legs={legs} onChange={update} />
          {legs.map(leg => (
            <LegFields
              key={leg.room.id}
              carry={carry}
              checked={leg}
              desk={desk}
              named={legs.length > 1}
              written={isWritten}
              onChange={changeLeg(leg.room.id)}
            />
          ))}
        </section>
        <section
          className="carry__side carry__seen"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself, and holds nothing else that takes the keyboard
          tabIndex={0}
          aria-labelledby={legs.map(({ room }) => `seen-${room.id}`).join(' ')}
        >
          <div className="carry__stay">
            {legs.map(({ room, preview }) => (
              <div key={room.id}>
                <h2 id={`seen-${room.id}`} className="section__title">
                  {previewTitle(room, words)}
                </h2>
                <PreviewFrame arrival={preview.arrival} room={room} />
              </div>
            ))}
            <PassingHint carrying={carrying} />
            <How of="carry" />
          </div>
        </section>
      </div>
      <DeliverySection carrying={carrying} legs={legs} desk={desk} />
    </Page>
  )
}

function titleOf({ common: { origin } }: Carry, { t }: Words): string {
  if (origin.kind === 'mediators') return t('carry.own-title')
  return t(origin.kind === 'item' || origin.kind === 'mark' ? 'carry.thing-title' : 'carry.title')
}

/** To the very place in the field. */
function toWords({ from, to }: Finding): void {
  const field = document.querySelector<HTMLTextAreaElement>('.wording__field')
  field?.focus()
  field?.setSelectionRange(from, to)
}

/** What the leak check names, for each recipient by itself: what one may read another may not. */
function LeakCheck({ check, carrying }: { readonly check: Check; readonly carrying: Carrying }) {
  const words = useWords()
  const { t } = words
  return (
    <section className="section" aria-labelledby="carry-leak">
      <h2 id="carry-leak" className="section__title">
        {t('leak.title')}
      </h2>
      {check.legs.map(leg => (
        <div key={leg.room.id} className="leg">
          {check.legs.length > 1 && <h3 className="leg__name">{readersOf(leg.room, words)}</h3>}
          <Findings
            numbers={numbersOf(check.legs)}
            onChangeWords={finding => toWords(finding)}
            unread={leg.preview.unread}
            findings={leg.preview.findings}
            room={leg.room}
            isAccepted={finding => check.isAccepted(leg, finding)}
            onAccept={(finding, on) => check.accept(leg, finding, on)}
          />
        </div>
      ))}
      {check.legs.some(({ accepted }) => accepted.length > 0) && (
        <Field
          label={t('field.passedBecause')}
          hint={t('leak.because-hint')}
          value={carrying.carry.common.passedBecause ?? ''}
          onChange={text => carrying.change({ passedBecause: text === '' ? undefined : text })}
        />
      )}
      <p className="small quiet">{t('leak.limits')}</p>
    </section>
  )
}
