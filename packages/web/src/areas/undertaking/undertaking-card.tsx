import {
  choiceOf,
  type Placed,
  registerName,
  sayAddressees,
  sayForce,
  sayOwed,
  sayTerm,
  standingName,
} from '@goodoffices/client'
import { countingMarks, findRegister, type RegisterItem, standingOf } from '@goodoffices/core'
import { useState } from 'react'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { Sayings } from '../item/sayings.tsx'
import './undertaking.css'

type Props = { readonly placed: Placed }

export const asThing = ({ thing }: Placed): RegisterItem => thing

/** Each side reads them in its own language where there is one; the first is the one that counts. */
export function ExactWords({ placed: { thing } }: Props) {
  return standingOf(thing).fields.exactWords.map(({ language, body }) => (
    <p key={language} className="undertaking__words" lang={language} dir="auto">
      <Said text={body} />
    </p>
  ))
}

/** To whom, as what, for what, until when, whether it can be taken back: each said, what was not said among it. */
export function Circumstances({ placed }: Props) {
  const { t } = useWords()
  const { room, thing } = placed
  const w = useWriting(room)
  const [now] = useState(Date.now)
  const { fields } = standingOf(thing)
  const { tie, revocable, conditionalOn, lapsesOn, watchedBy } = fields
  const owed = sayOwed(w, thing)
  const isUnsaid = revocable.kind === 'not-said'
  return (
    <dl className="undertaking__lines">
      <Line label={t('field.addressedTo')}>
        <bdi>{sayAddressees(w, thing)}</bdi>
      </Line>
      <Line label={t('field.form')}>{choiceOf(w, `form.${fields.form}`)}</Line>
      <Line label={t('field.tie')}>
        {tie.kind === 'bargained' ? (
          <bdi>
            <Said text={tie.clause} />
          </bdi>
        ) : (
          `${choiceOf(w, `kind.${tie.kind}`)}. ${owed ?? ''}`
        )}
      </Line>
      {tie.kind === 'unilateral' && tie.invites !== undefined && (
        <Line label={t('field.invites')}>
          <bdi>
            <Said text={tie.invites} />
          </bdi>
        </Line>
      )}
      {conditionalOn !== undefined && (
        <Line label={t('field.conditionalOn')}>
          <bdi>
            <Said text={conditionalOn} />
          </bdi>
        </Line>
      )}
      <Line label={t('field.lapsesOn')}>
        {lapsesOn === undefined ? choiceOf(w, 'kind.not-said') : sayTerm(w, lapsesOn)}
      </Line>
      <Line label={t('field.revocable')}>
        {isUnsaid ? (
          <>
            <strong>{choiceOf(w, 'kind.not-said')}</strong>. {t('undertaking.not-said')}
          </>
        ) : revocable.kind === 'with-notice' ? (
          t('undertaking.with-notice', { count: revocable.noticeDays })
        ) : (
          choiceOf(w, `kind.${revocable.kind}`)
        )}
      </Line>
      {watchedBy !== undefined && (
        <Line label={t('field.watchedBy')}>
          <bdi>
            <Said text={room.members[watchedBy as never]?.name ?? watchedBy} />
          </bdi>
        </Line>
      )}
      <Line label={t('field.standing')}>
        {[standingName(w, asThing(placed)) ?? '', ...sayForce(w, placed, now)].join(' · ')}
      </Line>
    </dl>
  )
}

function Line({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Of its words those that say something new: what was given is not given again, what was taken back is over. */
export function wordsNow({ register, marks }: RegisterItem): readonly string[] {
  const declared = findRegister(register)
  if (declared === undefined) return []
  const said = countingMarks(declared, { marks } as RegisterItem).map(({ verb }) => verb)
  const over: Readonly<Record<string, readonly string[]>> = {
    'undertaking-given': ['undertaking-given'],
    'undertaking-revoked': ['undertaking-given', 'undertaking-revoked', 'copy-attested'],
    'step-announced': ['step-announced'],
    'step-taken': ['step-announced', 'step-taken'],
    'step-called-off': ['step-announced', 'step-taken', 'step-called-off'],
  }
  const gone = new Set(said.flatMap(verb => over[verb] ?? []))
  return Object.keys(declared.verbs).filter(verb => !gone.has(verb))
}

/** One undertaking among others, with what its reader may say of it. */
export function UndertakingCard({ placed }: Props) {
  const { base } = useTalks()
  const { room, thing } = placed
  const { title, undertakenBy } = standingOf(thing).fields
  return (
    <article className="undertaking">
      <h3 className="undertaking__title">
        <Link to={`${base}/rooms/${room.id}/undertaking/${thing.item}`}>
          <span dir="auto">
            <Said text={title} />
          </span>
        </Link>{' '}
        <span className="quiet small">
          <bdi>
            <Said text={undertakenBy} />
          </bdi>
        </span>
      </h3>
      <ExactWords placed={placed} />
      <Circumstances placed={placed} />
      <Sayings room={room} thing={asThing(placed)} verbs={wordsNow(asThing(placed))} />
    </article>
  )
}

/** As it is before whoever it is said to. */
export function ReadingCard({ placed }: Props) {
  const { t } = useWords()
  const { room, thing } = placed
  const w = useWriting(room)
  const { undertakenBy, form, revocable } = standingOf(thing).fields
  const owed = sayOwed(w, thing)
  return (
    <div className="undertaking__reading">
      <p>
        <strong>
          <bdi>
            <Said text={undertakenBy} />
          </bdi>
        </strong>{' '}
        · {registerName(w, 'undertaking')} · <bdi>{sayAddressees(w, thing)}</bdi>
      </p>
      <ExactWords placed={placed} />
      <p className="quiet small">
        {choiceOf(w, `form.${form}`)} · {w.withColon(t('field.revocable'))}{' '}
        {revocable.kind === 'with-notice'
          ? t('undertaking.with-notice', { count: revocable.noticeDays })
          : choiceOf(w, `kind.${revocable.kind}`)}
        {owed !== undefined && ` · ${owed}`}
      </p>
    </div>
  )
}
