/** The token of a host that is closed to strangers: asked for where one begins, and where it has refused. */

import { asksForToken, keepCreationToken } from '@goodoffices/client'
import { ok } from '@goodoffices/core'
import { useEffect, useState } from 'react'
import type { Creation, Session } from '../session/session.ts'
import { useAccess } from '../session/use-session.tsx'
import { ActForm } from '../ui/act-form.tsx'
import { Field } from '../ui/field.tsx'
import { ViolationText } from '../words/violation-text.tsx'
import { useWords } from '../words/words.tsx'

/** Who may begin here, once the host has said so. */
export function useCreation(): Creation | undefined {
  const access = useAccess()
  const [creation, setCreation] = useState<Creation>()
  useEffect(() => {
    let isShown = true
    const ask = async () => {
      const said = await access.creation()
      if (isShown) setCreation(said)
    }
    void ask()
    return () => {
      isShown = false
    }
  }, [access])
  return creation
}

type FieldProps = { readonly value: string; readonly onChange: (token: string) => void }

export function TokenField({ value, onChange }: FieldProps) {
  const { t } = useWords()
  return (
    <Field
      label={t('token.label')}
      hint={t('token.hint')}
      required
      short
      charsMax={500}
      value={value}
      onChange={onChange}
    />
  )
}

/** Keeps the token, and tries again with it what waits. */
export function TokenForm({ session, onDone }: { readonly session: Session; readonly onDone?: () => void }) {
  const { t } = useWords()
  const [token, setToken] = useState('')
  return (
    <ActForm
      label={t('token.do')}
      busyLabel={t('token.busy')}
      act={async () => {
        await keepCreationToken(session, token)
        await session.settle()
        return ok(null)
      }}
      incomplete={token.trim() === ''}
      onDone={() => {
        setToken('')
        onDone?.()
      }}
    >
      <TokenField value={token} onChange={setToken} />
    </ActForm>
  )
}

/** Why the host did not let this person in, and the way in. `isInvited`: whoever is about to answer an invitation is asked for nothing. */
export function ShutOut({
  session,
  isInvited = false,
}: {
  readonly session: Session
  readonly isInvited?: boolean
}) {
  const trouble = session
    .status()
    .troubles.find(each => asksForToken(each) && !(isInvited && each.code === 'relay/creation-right'))
  return (
    <div role="alert">
      {trouble !== undefined && (
        <div className="form">
          <div className="notice notice--caution">
            <ViolationText violation={trouble} />
          </div>
          <TokenForm session={session} />
        </div>
      )}
    </div>
  )
}
