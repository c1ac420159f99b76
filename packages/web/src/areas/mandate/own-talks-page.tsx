import { beginOwnTalks } from '@goodoffices/client'
import { useState } from 'react'
import { CreateForm } from '../../identity/create-form.tsx'
import { UnlockForm } from '../../identity/unlock-form.tsx'
import { useNavigate } from '../../route/route.tsx'
import type { Session } from '../../session/session.ts'
import { useAccess } from '../../session/use-session.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'

/** Talks of a body with its delegation alone; for somebody new here, with who they are first. */
export function OwnTalksPage() {
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
        <Begin session={session} />
      )}
    </main>
  )
}

function Begin({ session }: { readonly session: Session }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const [name, setName] = useState('')
  const [role, setRole] = useState<'principal' | 'head'>('principal')
  return (
    <Page title={t('mandate.own-talks')} lead={t('mandate.own-talks-lead')} width="narrow">
      <ActForm
        label={t('mandate.own-talks-do')}
        act={() => beginOwnTalks(session, { title: title.trim(), body: { name: name.trim() }, role })}
        incomplete={title.trim() === '' || name.trim() === ''}
        onDone={({ process, room }) => navigate({ to: `/talks/${process}/rooms/${room}` })}
      >
        <Field label={t('mandate.own-talks-title')} required value={title} onChange={setTitle} />
        <Field label={t('mandate.own-talks-body')} required value={name} onChange={setName} />
        <Choice
          label={t('mandate.own-talks-role')}
          value={role}
          onChange={setRole}
          options={(['principal', 'head'] as const).map(id => ({ id, label: t(`role.${id}`) }))}
        />
      </ActForm>
    </Page>
  )
}
