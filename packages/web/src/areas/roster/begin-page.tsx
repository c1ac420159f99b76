import { createProcess, creationTokenOf, type TalksTemplate } from '@goodoffices/client'
import type { Terms } from '@goodoffices/core'
import { Suspense, useState } from 'react'
import { CreateForm } from '../../identity/create-form.tsx'
import { ShutOut, TokenForm, useCreation } from '../../identity/token.tsx'
import { UnlockForm } from '../../identity/unlock-form.tsx'
import { Link, useNavigate } from '../../route/route.tsx'
import type { NewParty, Session } from '../../session/session.ts'
import { useAccess, useVersion } from '../../session/use-session.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { DemandFields, isNoDemand, noDemand } from '../eyes/demand-fields.tsx'
import { BeginChoice } from '../template/begin-choice.tsx'
import { emptyParty, PartyFields } from './party-fields.tsx'

/** Begins talks; for somebody new here, with who they are first. */
export function BeginPage() {
  const { t } = useWords()
  const access = useAccess()
  const session = access.session()
  const [creating, setCreating] = useState(session === undefined && access.standing() === 'none')
  return (
    <main id="main" tabIndex={-1}>
      {creating ? (
        <Page title={t('begin.you')} lead={t('begin.you-lead')} width="narrow">
          <CreateForm onDone={() => setCreating(false)} />
        </Page>
      ) : session === undefined ? (
        <Page title={t('unlock.title')} width="narrow">
          <UnlockForm />
        </Page>
      ) : (
        <BeginHere session={session} />
      )}
    </main>
  )
}

/** New talks are for those who have the token, where the host asks for one: also for somebody who came in by invitation. */
function BeginHere({ session }: { readonly session: Session }) {
  const { t } = useWords()
  useVersion(session)
  const creation = useCreation()
  const isToken = creation === undefined || creation === 'open' || creationTokenOf(session) !== undefined
  if (isToken) return <BeginTalks session={session} />
  return (
    <Page title={t('begin.title')} lead={t('token.closed')} width="narrow">
      <TokenForm session={session} />
    </Page>
  )
}

function withoutKey(party: NewParty & { readonly key: number }): NewParty {
  const { key: _, ...rest } = party
  return { ...rest, name: rest.name.trim() }
}

export const roles = ['carry', 'host', 'propose'] as const
export const rules = ['open', 'closed'] as const

function BeginTalks({ session }: { readonly session: Session }) {
  const { t, language } = useWords()
  const navigate = useNavigate()
  const attempt = useAttempt()
  const [title, setTitle] = useState('')
  const [role, setRole] = useState<Terms['role']>('carry')
  const [disclosure, setDisclosure] = useState<Terms['disclosure']>('closed')
  const [parties, setParties] = useState<readonly (NewParty & { readonly key: number })[]>([
    { ...emptyParty, key: 1 },
    { ...emptyParty, key: 2 },
  ])
  const [eyes, setEyes] = useState(noDemand)
  const [template, setTemplate] = useState<TalksTemplate>()
  const [tried, setTried] = useState(false)
  const named = parties.filter(party => party.name.trim() !== '')
  const enough = named.filter(party => party.kind === 'party').length >= 2
  const unnamed = named.length < parties.length
  const ready = title.trim() !== '' && enough && !unnamed
  /** How talks begin by it, where nothing else was said yet. */
  const choose = (chosen: TalksTemplate | undefined) => {
    setTemplate(chosen)
    if (chosen?.terms !== undefined) {
      setRole(chosen.terms.role)
      setDisclosure(chosen.terms.disclosure)
    }
    if (chosen?.parties !== undefined && named.length === 0)
      setParties(
        chosen.parties.map(({ name, account = true }, at) => ({
          ...emptyParty,
          name: name[language],
          account,
          key: at + 1,
        })),
      )
  }
  const add = (kind: NewParty['kind']) =>
    setParties([
      ...parties,
      {
        ...emptyParty,
        kind,
        ...(kind === 'third' ? { thirdRole: 'guarantor' as const } : {}),
        key: Math.max(...parties.map(party => party.key)) + 1,
      },
    ])
  const begin = () =>
    attempt.run(() =>
      createProcess(session, {
        title: title.trim(),
        terms: { role, disclosure },
        ...(isNoDemand(eyes) ? {} : { eyes }),
        parties: parties.map(withoutKey),
      }),
    )
  return (
    <Page title={t('begin.title')} lead={t('begin.lead')} width="narrow">
      <ShutOut session={session} />
      <p>
        <Link to="/begin/own">{t('mandate.own-talks')}</Link>
      </p>
      <form
        className="form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          setTried(true)
          if (!ready) return
          whenDone(begin(), value =>
            navigate({
              to: `/talks/${value.process}/${template === undefined ? 'people' : `template?name=${template.name}`}`,
            }),
          )
        }}
      >
        <Field
          label={t('begin.name')}
          hint={t('begin.name-hint')}
          required
          charsMax={200}
          value={title}
          onChange={setTitle}
          error={tried && title.trim() === '' ? t('begin.name-missing') : undefined}
        />
        <Suspense fallback={null}>
          <Section title={t('register.template')}>
            <BeginChoice chosen={template?.name} onChange={choose} />
          </Section>
        </Suspense>
        <Section title={t('begin.role')} hint={t('begin.role-hint')}>
          <Choice
            label={t('begin.role-choice')}
            value={role}
            onChange={setRole}
            options={roles.map(id => ({ id, label: t(`mediation.${id}`), hint: t(`terms.role-${id}`) }))}
          />
        </Section>
        <Section title={t('begin.rule')} hint={t('begin.rule-hint')}>
          <Choice
            label={t('begin.rule-choice')}
            value={disclosure}
            onChange={setDisclosure}
            options={rules.map(id => ({
              id,
              label: t(`disclosure.${id}`),
              hint: t(`disclosure.${id}-hint`),
            }))}
          />
        </Section>
        {/* For teams: whoever mediates alone has nothing to choose here. */}
        <details className="section">
          <summary>{t('term.eyes')}</summary>
          <p className="section__hint">{t('eyes.hint')}</p>
          <DemandFields eyes={eyes} onChange={setEyes} />
        </details>
        <Section title={t('begin.parties')} hint={t('begin.parties-hint')}>
          {parties.map((party, i) => (
            <PartyFields
              key={party.key}
              party={party}
              place={i + 1}
              missing={tried && party.name.trim() === ''}
              onChange={change => setParties(parties.with(i, { ...party, ...change }))}
              {...(parties.length > 2
                ? { onRemove: () => setParties(parties.filter(item => item !== party)) }
                : {})}
            />
          ))}
          <div className="actions">
            <Button onPress={() => add('party')}>{t('begin.add-party')}</Button>
            <Button onPress={() => add('third')}>{t('begin.add-third')}</Button>
          </div>
          <p className="field__error" role="alert">
            {tried && !enough ? t('begin.two-parties') : ''}
          </p>
        </Section>
        <AttemptNotice attempt={attempt} />
        <div className="actions">
          <Button weight="main" type="submit" isDisabled={attempt.busy}>
            {t(attempt.busy ? 'begin.busy' : 'begin.do')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
