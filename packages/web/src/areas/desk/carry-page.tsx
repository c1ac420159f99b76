import { deliver, prepareConveyance, previewConveyance } from '@goodoffices/client'
import { type DeliveryId, type Finding, permissionFor, textOf } from '@goodoffices/core'
import { useState } from 'react'
import { useNavigate } from '../../route/route.tsx'
import type { Plan } from '../../session/session.ts'
import { nameIn, useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice, Selection, Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { ViolationText } from '../../words/violation-text.tsx'
import { useWords } from '../../words/words.tsx'
import { passings } from '../message/ask-dialog.tsx'
import { forms } from '../message/say-page.tsx'
import type { CarrySearch } from './carry-search.ts'
import { Findings, findingKey } from './findings.tsx'
import { PreviewFrame } from './preview-frame.tsx'
import { SourceSide } from './source-side.tsx'
import { TimingFields } from './timing-fields.tsx'
import { answeredBy, planForPassage, sourceOf, usePlan } from './use-plan.ts'
import { WordingField } from './wording-field.tsx'
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

/** Carrying a passage: what was said on one side, the wording on the other; the check, the preview, the delivery below. */
export function CarryPage({ search }: { readonly search: CarrySearch }) {
  const { t, number } = useWords()
  const talks = useTalks()
  const { base, session, process, caucuses, desk } = talks
  const navigate = useNavigate()
  const attempt = useAttempt()
  const [plan, change, forget] = usePlan(talks, search)
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(
    () => new Set((plan?.accepted ?? []).map(findingKey)),
  )
  if (plan === undefined || desk === undefined) return <Nothing />
  const { origin } = plan
  const source = sourceOf(talks, origin)
  const recipient = caucuses.find(room => room.id === plan.to)
  const message = origin.kind === 'passage' ? source?.messages[origin.passage.message] : undefined
  const permission =
    message === undefined || source === undefined || origin.kind !== 'passage'
      ? undefined
      : permissionFor(message, origin.passage, source.terms)
  const previewed = previewConveyance(session, process.process, plan)
  if (!previewed.ok) return <Nothing />
  const preview = previewed.value
  const open = preview.findings.filter(finding => !accepted.has(findingKey(finding)))
  const written = plan.wording.trim() !== ''
  const ready =
    written &&
    preview.allowed.ok &&
    open.length === 0 &&
    (plan.timing.kind !== 'when' || plan.timing.condition.trim() !== '')
  const fixed = permission?.wording !== undefined || (plan.as === 'verbatim' && origin.kind === 'passage')
  const accept = (finding: Finding, on: boolean) => {
    const next = new Set(accepted)
    if (on) next.add(findingKey(finding))
    else next.delete(findingKey(finding))
    setAccepted(next)
  }
  const chooseAs = (as: Plan['as']) =>
    change({
      as,
      ...(as === 'verbatim' &&
      permission?.wording === undefined &&
      message !== undefined &&
      origin.kind === 'passage'
        ? { wording: textOf(message, origin.passage) }
        : {}),
    })
  const finish = (isDelivered: boolean) =>
    attempt.run(async () => {
      const prepared = await prepareConveyance(session, process.process, {
        ...plan,
        accepted: preview.findings,
      })
      if (!prepared.ok || !isDelivered) return prepared
      const delivered = await deliver(session, process.process, prepared.value)
      return delivered.ok ? prepared : delivered
    })
  const leave = (isDelivered: boolean) =>
    whenDone(finish(isDelivered), () => {
      forget()
      navigate({ to: `${base}/desk` })
    })
  const party = recipient?.party?.name ?? ''
  const answered = answeredBy(talks, plan)
  const earlier = Object.values(recipient?.deliveries ?? {})
  const again = Object.values(desk.conveyances).filter(
    item =>
      item.standing !== 'cancelled' &&
      item.plan.conveyance !== plan.conveyance &&
      carriesSame(item.plan, plan),
  )
  return (
    <Page
      width="wide"
      title={source === undefined ? t('carry.own-title') : t('carry.title')}
      lead={t('carry.lead')}
    >
      <div className={source === undefined ? 'carry carry--own' : 'carry'}>
        {source !== undefined && (
          <section className="carry__side" aria-labelledby="carry-from">
            <h2 id="carry-from" className="carry__name">
              <span className="carry__label">{t('carry.from')}</span> <bdi>{source.party?.name}</bdi>
            </h2>
            <SourceSide
              source={source}
              origin={origin}
              plan={plan}
              onPassage={passage => change(planForPassage(source, passage))}
            />
          </section>
        )}
        <section className="carry__side" aria-labelledby="carry-to">
          <h2 id="carry-to" className="carry__name">
            <span className="carry__label">{t('carry.to')}</span> <bdi>{party}</bdi>
          </h2>
          {caucuses.length > (source === undefined ? 1 : 2) && (
            <Selection
              label={t('carry.recipient')}
              value={plan.to}
              onChange={to => change({ to })}
              options={caucuses
                .filter(room => room !== source)
                .map(room => ({ id: room.id, label: room.party?.name ?? '' }))}
            />
          )}
          {origin.kind !== 'mediators' && (
            <Choice
              label={t('carry.as')}
              value={plan.as}
              onChange={chooseAs}
              options={passings
                .filter(id => origin.kind === 'passage' || id !== 'verbatim')
                .map(id => ({ id, label: t(`marking.${id}`), hint: t(`carry.as-${id}`) }))}
            />
          )}
          <WordingField
            label={t('carry.wording')}
            hint={t(fixed ? 'carry.wording-fixed' : 'carry.wording-hint')}
            value={plan.wording}
            findings={preview.findings.filter(finding => finding.in !== 'title')}
            fixed={fixed}
            onChange={wording => change({ wording })}
          />
          <div className="pair">
            <Selection
              label={t('say.form')}
              value={plan.form}
              onChange={form => change({ form })}
              options={forms.map(id => ({ id, label: t(`form.${id}`) }))}
            />
            <Field
              label={t('say.subject')}
              optional
              value={plan.title ?? ''}
              charsMax={200}
              onChange={title => change({ title })}
            />
          </div>
          <Tick label={t('say.binding')} checked={plan.binding} onChange={binding => change({ binding })} />
          {answered !== undefined && plan.as !== 'unattributed' && (
            <Tick
              label={t('carry.answers')}
              checked={plan.answers !== undefined}
              onChange={on => change({ answers: on ? answered : undefined })}
            />
          )}
          {earlier.length > 0 && (
            <Selection
              label={t('carry.corrects')}
              value={plan.corrects ?? 'none'}
              onChange={id => change({ corrects: id === 'none' ? undefined : (id as DeliveryId) })}
              options={[
                { id: 'none', label: t('carry.corrects-none') },
                ...earlier.map(item => ({
                  id: item.delivery as string,
                  label: `${number(item.position)} · ${(item.title ?? item.body).slice(0, 60)}`,
                })),
              ]}
            />
          )}
          {again.map(item => (
            <p key={item.plan.conveyance} className="notice">
              {t('carry.already', { name: nameIn(desk, item.carrier) })}
            </p>
          ))}
          {written && !preview.allowed.ok && (
            <div className="notice notice--caution" aria-live="polite">
              <ViolationText violation={preview.allowed.error} />
            </div>
          )}
        </section>
      </div>

      <div className="carry__steps">
        <section className="section" aria-labelledby="carry-leak">
          <h2 id="carry-leak" className="section__title">
            {t('leak.title')}
          </h2>
          <Findings findings={preview.findings} accepted={accepted} onAccept={accept} caucuses={caucuses} />
        </section>
        <section className="section" aria-labelledby="carry-preview">
          <h2 id="carry-preview" className="section__title">
            {t('preview.title', { party })}
          </h2>
          <PreviewFrame arrival={preview.arrival} printed={recipient?.party?.account === false} />
        </section>
        <section className="section" aria-labelledby="carry-when">
          <h2 id="carry-when" className="section__title">
            {t('carry.delivery')}
          </h2>
          <TimingFields plan={plan} source={source} onChange={change} />
          <AttemptNotice attempt={attempt} />
          <div className="actions">
            {plan.timing.kind === 'now' && (
              <Button weight="main" isDisabled={!ready || attempt.busy} onPress={() => leave(true)}>
                {t('carry.deliver', { party })}
              </Button>
            )}
            <Button
              weight={plan.timing.kind === 'now' ? 'plain' : 'main'}
              isDisabled={!written || attempt.busy || (plan.timing.kind !== 'now' && !ready)}
              onPress={() => leave(false)}
            >
              {t(plan.timing.kind === 'now' ? 'carry.keep' : 'carry.hold')}
            </Button>
            <LinkButton weight="text" to={`${base}/desk`}>
              {t('do.cancel')}
            </LinkButton>
          </div>
          {!ready && written && (
            <p className="small quiet" aria-live="polite">
              {open.length > 0 ? t('carry.not-ready-findings', { count: open.length }) : t('carry.not-ready')}
            </p>
          )}
        </section>
      </div>
    </Page>
  )
}

/** The same passage or offer to the same recipient: core's own rule, for a plan that has no ids yet. */
const carriesSame = (known: Plan, plan: Plan): boolean =>
  known.to === plan.to &&
  known.origin.kind !== 'mediators' &&
  JSON.stringify(known.origin) === JSON.stringify(plan.origin)
